//! The words of corrections to a sealed year: captions, columns, names of cells, sentences and answers.
//!
//! In: what is to be named or said, as data. Out: its words in a language.

use crate::agreement::Language;
use crate::corrections::{For, Kind};
use crate::money::Money;
use crate::period::Year;
use crate::words::{de, en};

/// A heading, the caption of a table, or the heading of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum CorrectionLabel {
    PartResult,
    PartChanges,
    PartCosts,
    PartClaims,
    PartCarry,
    CameIn,
    WentOut,
    Changed,
    AgreementLines,
    Allocated,
    Borne,
    Claims,
    Paid,
    Balances,
    Carry,
    Savings,
    Net,
    Deviation,
    Place,
    Row,
    InYear,
    Cell,
    Sealed,
    New,
    Difference,
    Carried,
    Open,
    For,
    NetSealed,
    NetNew,
    NetDifference,
    VatDifference,
    Was,
    Is,
}

/// A sentence with names and figures in it.
#[derive(Debug, Clone, Copy)]
pub enum CorrectionPhrase<'a> {
    /// The heading: the year and the agreement's name.
    Title(Year, &'a str),
    /// That the year is sealed, and what stands here.
    Locked(Year),
    /// What amounts and signs mean.
    Signs,
    /// Debtor, creditor: what is open between them.
    Owes(&'a str, &'a str, Money),
    /// A figure differs, but nobody owes anybody anything more.
    NobodyOwes,
    /// Everything is carried already.
    AllCarried,
    /// The line to type, and the year into which it carries.
    Next {
        /// The line.
        command: &'a str,
        /// The year.
        into: Year,
    },
    /// How many rows of a table came in, went out, changed.
    Counts(Kind, [usize; 3]),
    /// No row of the year differs, but figures do.
    NoRows,
    /// umlage.toml differs: so many lines that are no comments.
    Agreement(usize),
    /// What of costs and claims is shown.
    OnlyDifferent,
    /// No cost differs.
    NoCosts,
    /// The balance and what corrects it.
    BalanceNote,
    /// That rows of opening.csv carry VAT too, and how they are known again.
    CarryNote(Year),
    /// The source of a row of opening.csv: the sealed year, what for, and its tag.
    Source(Year, &'a str, &'a str),
    /// What own shares, advances and balances carried over are called; none of a service.
    Named(&'a For),
    /// The heading of places in the seal.
    InSeal(Year),
    /// A changed cell: its name, as it was, as it is.
    CellChange(&'a str, &'a str, &'a str),
}

/// An answer about a sealed year that is no finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealedNotice {
    /// It agrees with the live folder; is umlage.toml another file?
    Agrees(Year, bool),
    /// No figure differs, but rows do: so many per table, and a line for each.
    RowsDiffer {
        /// The year.
        year: Year,
        /// Which rows.
        lines: Vec<String>,
        /// How many more there are.
        more: usize,
        /// Is umlage.toml another file?
        agreement: bool,
    },
    /// Figures differ: what was written are corrections, not a statement.
    Corrected(Year),
    /// Figures differ, and those of now are explained: the line that explains the sealed ones.
    ExplainedNow(Year, String),
    /// The folder's opening.csv has no column for the source, by which rows are known again.
    NoSource,
    /// No figure differs, but opening.csv carries corrections: the line that writes what takes them back.
    CarriedTooMuch(String),
    /// There is no statement, but the sealed one lies there.
    Lies(Year),
    /// The year is not sealed; those that are.
    NotSealed {
        /// The year.
        year: Option<Year>,
        /// The sealed ones.
        sealed: Vec<Year>,
    },
    /// Nothing is to be carried; was anything carried before?
    NothingToCarry(Year, bool),
    /// Rows were written: how many, into which year, with VAT?
    Rows {
        /// How many.
        rows: usize,
        /// The sealed year.
        year: Year,
        /// In which they count.
        into: Year,
        /// Is there VAT in them?
        vat: bool,
        /// Partners that umlage.toml knows no more.
        gone: Vec<String>,
    },
    /// Rows of opening.csv are CSV.
    OnlyCsv,
}

/// A heading, a caption or a column.
#[must_use]
pub fn label(label: CorrectionLabel, language: Language) -> &'static str {
    match language {
        Language::De => de::corrections::label(label),
        Language::En => en::corrections::label(label),
    }
}

/// What a table's rows are called.
#[must_use]
pub fn kind(kind: Kind, language: Language) -> &'static str {
    match language {
        Language::De => de::corrections::kind(kind),
        Language::En => en::corrections::kind(kind),
    }
}

/// What a cell is called; as the file has it where there is no other name.
#[must_use]
pub fn cell(name: &'static str, language: Language) -> &'static str {
    match language {
        Language::De => de::corrections::cell(name),
        Language::En => en::corrections::cell(name),
    }
}

/// A sentence.
#[must_use]
pub fn said(phrase: &CorrectionPhrase<'_>, language: Language) -> String {
    match language {
        Language::De => de::corrections::said(phrase),
        Language::En => en::corrections::said(phrase),
    }
}
