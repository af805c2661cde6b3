//! The words of the views beside the statement: comparisons of keys, savings over the years.
//!
//! In: what is to be named or said, as data. Out: its words in a language.

use crate::agreement::{Language, Secondary};
use crate::finding::Fault;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::period::Year;
use crate::savings::years::Payback;
use crate::words::{de, en};

/// The caption of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum ViewTitle {
    PartCosts,
    PartYears,
    PartServices,
    PartOneOff,
    PartGrades,
    Costs,
    Years,
    Services,
    Net,
    Grades,
    OneOff,
    Bars,
}

/// The heading of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum ViewLabel {
    Year,
    Now,
    Then,
    Difference,
    Percent,
    OfBaseline,
    Standalone,
    Joint,
    Remaining,
    Avoided,
    Cumulated,
    Unassessed,
    Net,
    Baseline,
    Rate,
    Threshold,
    OneOff,
    OneOffAlone,
    Result,
}

/// A sentence, or words with names and figures in them.
#[derive(Debug)]
pub enum ViewPhrase<'a> {
    /// The heading of a comparison: the year and the agreement's name.
    Comparison(Year, &'a str),
    /// What is compared, and that nothing was written.
    ComparisonNote,
    /// A service's other key: their names.
    OtherKey(&'a str, &'a str),
    /// Another method for internal services, in an order where one is named.
    OtherMethod(Secondary, &'a [&'a str]),
    /// An alternative: its letter and what it changes.
    Alternative(&'a str, &'a str),
    /// An alternative changes nothing for anybody.
    NothingChanges(&'a str),
    /// The part of a partner's cost that is its own use of internal services.
    OwnPart,
    /// The part of a partner's cost that is rounding.
    RoundingPart,
    /// The part of a partner's cost that is VAT.
    VatPart,
    /// Why the sum over all partners changes.
    SumChanges,
    /// The heading of savings over years: the first, the last, and the agreement's name.
    Savings(Year, Year, &'a str),
    /// Years without postings, which are left out.
    LeftOut(&'a [Year]),
    /// Whether one-off cost has been earned back.
    Payback {
        /// All one-off cost.
        total: Money,
        /// One-off cost up to the year of the answer.
        until: Money,
        /// The answer.
        payback: Payback,
    },
    /// The net of all years.
    NetOfAll(Year, Year, Money),
    /// What single years do not show.
    OneOffNote,
    /// One-off stand-alone cost that counts in none of the years.
    Beside(Money),
    /// Services that were not assessed in a year.
    NotAssessed(Year, &'a [&'a str]),
    /// The threshold, as a part of the stand-alone cost.
    Threshold(&'a Fraction),
    /// The name of a bar: the baseline.
    BaselineBar,
}

/// The caption of a table.
#[must_use]
pub fn title(title: ViewTitle, language: Language) -> &'static str {
    match language {
        Language::De => de::views::title(title),
        Language::En => en::views::title(title),
    }
}

/// The heading of a column.
#[must_use]
pub fn label(label: ViewLabel, language: Language) -> &'static str {
    match language {
        Language::De => de::views::label(label),
        Language::En => en::views::label(label),
    }
}

/// A sentence, or words with names and figures in them.
#[must_use]
pub fn view(phrase: &ViewPhrase<'_>, language: Language) -> String {
    match language {
        Language::De => de::views::view(phrase),
        Language::En => en::views::view(phrase),
    }
}

/// What is wrong with an alternative to compare with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlternativeNotice {
    /// It is not of the form that the option takes.
    Malformed {
        /// The option.
        option: &'static str,
        /// What was typed.
        typed: String,
    },
    /// It names what there is not, or what cannot be.
    Impossible(Fault),
    /// None was named.
    Missing,
    /// It has no shares in the year: the findings above say why.
    Fails(String),
}
