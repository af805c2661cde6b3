//! The words of the tests on the ledgers: paid twice, still paid separately.
//!
//! In: what is to be named or said, as data. Out: its words in a language.

use crate::agreement::Language;
use crate::audit::duplicates::{Status, Test};
use crate::audit::overlap::By;
use crate::money::Money;
use crate::period::Year;
use crate::words::{de, en};

/// A heading or a caption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum AuditTitle {
    PartTests,
    PartHits(Status),
    PartLacking,
    PartBy(By),
    Common(By),
    PartOutside,
    PartNext,
    Tests,
    Lacking,
    Outside,
}

/// The heading of a column, or a fixed word in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum AuditLabel {
    Test,
    Open,
    Across,
    AtRisk,
    Others,
    Applied,
    NotApplied,
    Hit,
    Place,
    Date,
    Voucher,
    Vendor,
    Text,
    Payer,
    Amount,
    File,
    Lacks,
    Name(By),
    Rows,
    Sum,
    Second,
    Total,
}

/// A hit: its number, how it stands, the sums, and in what its payments differ.
#[derive(Debug, Clone, Copy)]
pub struct HitHeading {
    /// Counted from 1.
    pub number: u64,
    /// How it stands.
    pub status: Status,
    /// All but one of the open payments.
    pub at_risk: Money,
    /// How many payments are listed.
    pub payments: u64,
    /// Their sum.
    pub sum: Money,
    /// Did several partners pay?
    pub across: bool,
    /// Do the texts differ?
    pub text: bool,
    /// Do accounts or cost centres differ?
    pub account: bool,
}

/// A sentence about what was perhaps paid twice.
#[derive(Debug)]
pub enum TwicePhrase<'a> {
    /// The heading of the duplicates: the year, where only hits of one are shown, and the agreement's name.
    Duplicates(Option<Year>, &'a str),
    /// How many open hits there are, and the sum at risk.
    Found(u64, Money),
    /// That a hit is a question and no proof.
    Question,
    /// What was looked at.
    Coverage {
        /// Rows read.
        rows: u64,
        /// Payments among them.
        payments: u64,
        /// Rows with an amount below nothing.
        credits: u64,
        /// Rows of amount zero.
        zero: u64,
        /// Rows left out by `skip`.
        skipped: u64,
    },
    /// That all rows were tested although hits of one year only are shown.
    AllYears(Year),
    /// How vendors and vouchers are compared.
    Spelling,
    /// Tests that could be applied to no payment.
    NotRun(&'a [String]),
    /// What hits that stand so have in common.
    About(Status),
    /// The heading of a hit.
    Hit(HitHeading),
    /// The text of a credit that undoes a payment.
    Credit(&'a str),
}

/// A sentence about what is still paid separately.
#[derive(Debug)]
pub enum SeparatePhrase<'a> {
    /// The heading of what is still paid separately.
    Overlap(Year, &'a str),
    /// By what it is ranked.
    Ranking,
    /// What is in it and what is not.
    Outside,
    /// Payments to partners that were left out: how many, their sum.
    ToPartners(u64, Money),
    /// Nothing is common by this field.
    NothingCommon(By),
    /// Rows whose cell of this field is empty: how many, their sum.
    Unnamed(By, u64, Money),
    /// So many more are not shown: how many, the sum of what they are ranked by.
    More(u64, Money),
    /// What to do with it.
    Next,
}

/// A heading or a caption.
#[must_use]
pub fn title(title: AuditTitle, language: Language) -> &'static str {
    match language {
        Language::De => de::audit::title(title),
        Language::En => en::audit::title(title),
    }
}

/// The heading of a column.
#[must_use]
pub fn label(label: AuditLabel, language: Language) -> &'static str {
    match language {
        Language::De => de::audit::label(label),
        Language::En => en::audit::label(label),
    }
}

/// What a test asks, with its number.
#[must_use]
pub fn test(test: Test, language: Language) -> &'static str {
    match language {
        Language::De => de::audit::test(test),
        Language::En => en::audit::test(test),
    }
}

/// A sentence about what was perhaps paid twice.
#[must_use]
pub fn twice(phrase: &TwicePhrase<'_>, language: Language) -> String {
    match language {
        Language::De => de::audit::twice(phrase),
        Language::En => en::audit::twice(phrase),
    }
}

/// A sentence about what is still paid separately.
#[must_use]
pub fn separate(phrase: &SeparatePhrase<'_>, language: Language) -> String {
    match language {
        Language::De => de::audit::separate(phrase),
        Language::En => en::audit::separate(phrase),
    }
}
