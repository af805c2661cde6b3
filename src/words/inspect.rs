//! The words of `umlage inspect`: what a file is, what it leaves open, and the remarks in the table that reads it.
//!
//! In: what was found, as data, and places as they are shown. Out: its words in a language.

use crate::agreement::Language;
use crate::inspect::{Inspection, Kind, Nature, Script, Why};
use crate::place::Place;
use crate::words::{de, en};

/// Fixed words: headings of parts and tables, and the facts of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Label {
    PartFile,
    PartStyles,
    PartColumns,
    PartTotals,
    PartAside,
    PartTable,
    File,
    Columns,
    Amounts,
    Days,
    Sides,
    Aside,
    Open,
    Bytes,
    Sha256,
    Nature,
    Script,
    Ends,
    Delimiter,
    Header,
    Above,
    Rows,
    Blank,
    Short,
    Long,
    Quotes,
    Endless,
    MixedEncoding,
    TwoMarks,
    TwoForms,
}

/// Fixed words: headings of columns, and what stands at their left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Head {
    Rows,
    Number,
    Heading,
    Field,
    Content,
    Filled,
    Empty,
    Distinct,
    Samples,
    Column,
    Cells,
    Sum,
    Least,
    Most,
    NoAmounts,
    First,
    FirstDay,
    LastDay,
    NoDays,
    Side,
    Debit,
    Credit,
    DebitLessCredit,
    LooksLike,
    Places,
    LeftOpen,
    DecimalMark,
    DayAndMonth,
    NotCounted,
}

/// A sentence with figures, names or places in it. A place is written `file:line:column`.
#[derive(Debug)]
pub enum Said<'a> {
    /// The heading.
    Title(&'a str),
    /// Whether the file has faults, by their labels, and how many questions it leaves.
    Summary(&'a [&'a str], usize),
    /// So many bytes.
    Bytes(u64),
    /// What a file is.
    Nature(&'a Nature),
    /// What its bytes are; a place and the line there.
    Script(&'a Script, Option<(&'a str, &'a str)>),
    /// How its lines end, each kind with its count.
    Ends(&'a [(&'static str, u64)]),
    /// What divides its cells.
    Delimiter(Option<char>),
    /// The header's line and its names; none where the first row holds values.
    Header(Option<(u64, &'a str)>),
    /// So many lines above the header, the first of them.
    Above(u64, &'a [String]),
    /// So many rows of another length than so many cells, the first at these places.
    Ragged(u64, usize, &'a str),
    /// So many faults, the first at these places.
    At(u64, &'a str),
    /// The decimal mark, and the cell that proves it.
    Decimal(char, &'a str),
    /// The cell that proves the other mark.
    DecimalAgainst(&'a str),
    /// Nothing decides the mark: cells.
    DecimalOpen(&'a str),
    /// No number has a decimal mark, or there is none.
    DecimalNeedless,
    /// The date form, and the cell that proves it.
    Date(&'a str, &'a str),
    /// The cell that is written otherwise.
    DateAgainst(&'a str),
    /// Nothing decides between day and month: cells.
    DateOpen(&'a str),
    /// Formats that must be declared, of which any reads all; cells.
    DateDeclared(&'a [&'static str], &'a str),
    /// Day numbers of a spreadsheet: cells.
    Serials(u64, &'a str),
    /// No column looks like dates.
    DateNone,
    /// A column, read with a decimal mark or by a format.
    ReadAs(&'a str, &'a str),
    /// More different cells than so many.
    More(usize),
    /// What the marks in the table of columns mean.
    ByLook,
    /// Rows that look like the header again.
    HeaderAgain,
    /// Rows that begin with this word.
    SumRow(&'a str),
    /// What rows that look like sums mean for the totals.
    AsideNote,
    /// Places, the rest counted.
    Places(&'a [String], u64),
    /// Why there is no table.
    NoTable(&'a Nature),
    /// What to do with the table.
    TableNote(usize),
}

/// The words.
#[must_use]
pub fn label(label: Label, language: Language) -> &'static str {
    match language {
        Language::De => de::inspect::label(label),
        Language::En => en::inspect::label(label),
    }
}

/// The words.
#[must_use]
pub fn head(head: Head, language: Language) -> &'static str {
    match language {
        Language::De => de::inspect::head(head),
        Language::En => en::inspect::head(head),
    }
}

/// The sentence.
#[must_use]
pub fn said(said: &Said<'_>, language: Language) -> String {
    match language {
        Language::De => de::inspect::said(said),
        Language::En => en::inspect::said(said),
    }
}

/// What the cells of a column look like.
#[must_use]
pub fn kind(kind: Kind, language: Language) -> &'static str {
    match language {
        Language::De => de::inspect::kind(kind),
        Language::En => en::inspect::kind(kind),
    }
}

/// Why an entry of the table is there, or what it asks.
#[must_use]
pub fn why(why: &Why, inspection: &Inspection, language: Language) -> String {
    match language {
        Language::De => de::inspect_table::why(why, inspection),
        Language::En => en::inspect_table::why(why, inspection),
    }
}

/// The line of a place, as text.
pub(in crate::words) fn line(place: Place, inspection: &Inspection) -> String {
    inspection.spot(place).map_or_else(String::new, |spot| spot.line.to_string())
}

/// What stands in the line of a place, shortened, without blanks around it.
pub(in crate::words) fn excerpt(place: Place, inspection: &Inspection) -> String {
    let text = inspection.spot(place).map(|spot| spot.text.trim()).unwrap_or_default();
    crate::finding::cell::shown(text)
}
