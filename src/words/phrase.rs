//! The statement's sentences: words with names and figures in them.
//!
//! In: what is to be said, as data. Out: how it is said in a language. One enum per part of the statement; each
//! language has one exhaustive match for each.

use crate::agreement::{Language, Moment, Over, Rule};
use crate::finding::{Code, Severity};
use crate::fraction::{Fraction, Quantity};
use crate::money::Money;
use crate::period::{Date, Span, Year};
use crate::words::{de, en};

/// What stands at the head of a statement, and with its costs.
#[derive(Debug)]
pub enum CostPhrase<'a> {
    /// The heading: the year and the agreement's name.
    Title(Year, &'a str),
    /// The legal basis.
    Basis(&'a str),
    /// The file reference.
    Reference(&'a str),
    /// The day of signature.
    Signed(Date),
    /// The partners' names.
    Partners(&'a [String]),
    /// How amounts are written.
    Euro,
    /// A line within a service: its days where they are not those of all lines, and whether it is one-off cost.
    Part(Option<Span>, bool),
    /// A partner's part of a service.
    PartOf(&'a str),
    /// The days of a service's line, and whether it is one-off cost.
    Days(Span, bool),
    /// A service's line as a heading: name, days, and whether it is one-off cost.
    Segment(&'a str, Span, bool),
    /// Postings = shared + not shared.
    Postings {
        /// All of the year.
        ledger: Money,
        /// Of these, shared.
        shared: Money,
        /// Of these, not shared.
        not_shared: Money,
    },
    /// No service lives in the year.
    NoService(Year),
}

/// How a key came to its shares.
#[derive(Debug)]
pub enum KeyPhrase<'a> {
    /// The key's name and id.
    Name(&'a str, &'a str),
    /// The same for each.
    Equal,
    /// Percents written in the agreement.
    Percent,
    /// Weights written in the agreement.
    Weights,
    /// A driver's value at a moment.
    At(&'a str, Moment),
    /// The sum of a driver's values.
    Sum(&'a str, Over),
    /// The mean of a driver's values.
    Mean(&'a str, Over),
    /// Other keys with their percents, by name.
    Mix(&'a [(Quantity, String)]),
    /// One of these, as a column: its percent and name.
    Part(Quantity, &'a str),
    /// One of these, as a caption.
    PartOfMix(Quantity, &'a str),
    /// The agreement rounds the key to percent with so many decimals.
    Rounded(u32),
}

/// Who owes and who pays.
#[derive(Debug)]
pub enum ClaimPhrase<'a> {
    /// How a balance is computed; with rounding, and with advances, where there are any.
    Formula {
        /// Are there rounding differences?
        rounding: bool,
        /// Are there advances?
        advances: bool,
    },
    /// A payment.
    Pays {
        /// Who pays.
        from: &'a str,
        /// Whom.
        to: &'a str,
        /// To whose account.
        payee: Option<&'a str>,
        /// How much.
        amount: Money,
        /// When it is due, as written.
        due: Option<&'a str>,
    },
    /// Nobody owes anybody anything.
    Nobody,
    /// The payments are one per pair.
    PerPair,
    /// The payments are the fewest; proven, or not.
    Fewest(bool),
    /// It is no invoice.
    NoInvoice,
}

/// What was saved.
#[derive(Debug)]
pub enum SavingsPhrase<'a> {
    /// The agreement asks for no comparison.
    NotAsked,
    /// No service could be assessed.
    NothingAssessed,
    /// Why the cost of what is not assessed is deducted.
    WhyDeducted,
    /// Whose stand-alone cost is missing for which days.
    Missing(&'a str, &'a [Span]),
    /// What was saved before.
    Baseline {
        /// Euro a year.
        amount: Money,
        /// For each of so many partners; none: for all together.
        each_of: Option<usize>,
        /// Where the figure comes from.
        source: Option<&'a str>,
    },
    /// The net, and how it deviates from the baseline.
    Net {
        /// What was avoided, net.
        net: Money,
        /// Net less baseline.
        difference: Money,
        /// The same as a part of the baseline.
        part: Option<&'a Fraction>,
    },
    /// Net against baseline.
    Deviation {
        /// Net less baseline.
        difference: Money,
        /// The same as a part of the baseline.
        part: Option<&'a Fraction>,
    },
    /// The net as a part of the stand-alone cost, what is asked for, and whether it is reached.
    Threshold(&'a Fraction, &'a Fraction, bool),
    /// The assessed services are dearer together, by so much.
    Dearer(Year, Money),
    /// What is not assessed costs so much more than was avoided.
    Outweighed(Money),
    /// These are dearer together.
    DearerFor(&'a [(String, Money)]),
}

/// What a reader of a statement can repeat by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByHand {
    /// What follows.
    Head,
    /// The checksums of the files.
    Files,
    /// The sums of the ledgers.
    Ledgers,
    /// An amount with a pencil.
    Amount,
    /// One figure down to its rows.
    Explain,
    /// All of it, once it is sealed.
    Seal,
}

impl ByHand {
    /// All of them, in order.
    pub const ALL: [Self; 6] =
        [Self::Head, Self::Files, Self::Ledgers, Self::Amount, Self::Explain, Self::Seal];
}

/// That nothing was lost, and how it was read.
#[derive(Debug)]
pub enum EvidencePhrase<'a> {
    /// Rows that lie outside their service's life.
    Clamped(u64, Money),
    /// So many rows, and what of them counts here because this year was sealed without them.
    Moved(Year, u64, Money),
    /// The years count so many rows more than were read, as parts of spread postings.
    Spread(u64),
    /// What a ledger file holds besides postings: lines above its header, and columns that nobody reads.
    Besides(&'a str, u64, &'a [String]),
    /// An `except` rule of a service.
    Except(&'a str, &'a Rule, Option<&'a str>),
    /// A cost kind that is not shared.
    Kind(&'a str),
    /// A value of the service column, declared as not shared.
    Declared(&'a str),
    /// No rule fits.
    NoRule,
    /// Every posting is shared.
    AllShared,
    /// So many warnings stand in section 5.
    Warnings(u64),
    /// So many more warnings of a code and file are counted, but not listed.
    MoreWarnings(u64),
    /// No warnings.
    NoWarnings,
    /// No residual cents.
    NoResiduals,
    /// A residual cent by largest remainder.
    LargestRemainder,
    /// The agreement gives the residual to this partner.
    RestTo(&'a str),
    /// The share was rounded for itself.
    HalfUp,
    /// The program and its version.
    Version(&'a str),
    /// What a reader can repeat by hand, a sentence each: the checksums, the ledgers, the amounts, the whole.
    ByHand(ByHand),
    /// The line to sign.
    Signature,
}

/// What stands around a finding.
#[derive(Debug, Clone, Copy)]
pub enum NoticePhrase<'a> {
    /// Does it stop the statement?
    Severity(Severity),
    /// Before what to do about it.
    Help,
    /// Before the other place of a contradiction.
    Against,
    /// So many findings of a code were counted but not shown, in this file.
    More(u64, Code, Option<&'a str>),
}

/// What stands around a finding.
#[must_use]
pub fn notice(phrase: NoticePhrase<'_>, language: Language) -> String {
    match language {
        Language::De => de::phrase::notice(phrase),
        Language::En => en::phrase::notice(phrase),
    }
}

/// What stands at the head of a statement, and with its costs.
#[must_use]
pub fn cost(phrase: &CostPhrase<'_>, language: Language) -> String {
    match language {
        Language::De => de::phrase::cost(phrase),
        Language::En => en::phrase::cost(phrase),
    }
}

/// How a key came to its shares.
#[must_use]
pub fn key(phrase: &KeyPhrase<'_>, language: Language) -> String {
    match language {
        Language::De => de::phrase::key(phrase),
        Language::En => en::phrase::key(phrase),
    }
}

/// Who owes and who pays.
#[must_use]
pub fn claim(phrase: &ClaimPhrase<'_>, language: Language) -> String {
    match language {
        Language::De => de::phrase::claim(phrase),
        Language::En => en::phrase::claim(phrase),
    }
}

/// What was saved.
#[must_use]
pub fn savings(phrase: &SavingsPhrase<'_>, language: Language) -> String {
    match language {
        Language::De => de::phrase::savings(phrase),
        Language::En => en::phrase::savings(phrase),
    }
}

/// That nothing was lost, and how it was read.
#[must_use]
pub fn evidence(phrase: &EvidencePhrase<'_>, language: Language) -> String {
    match language {
        Language::De => de::phrase::evidence(phrase),
        Language::En => en::phrase::evidence(phrase),
    }
}
