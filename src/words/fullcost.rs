//! The words of full cost: internal services, assets, waterfalls, prices, VAT, balances carried over.
//!
//! In: what is to be named or said, as data. Out: its words in a language. They stand apart from those of every
//! [`statement`](super::statement), since a cooperation that only splits invoices never reads them.

use crate::agreement::{Language, Secondary, Take};
use crate::fraction::{Fraction, Quantity};
use crate::money::Money;
use crate::tables::StandaloneKind;
use crate::words::{de, en};

/// The caption of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Title {
    Internal,
    InternalKinds,
    Charges,
    ChargesBorne,
    Assets,
    AssetYear,
    AssetPlan,
    Steps,
    StepSums,
    UnitPrice,
    Rates,
    Openings,
    PartnerCosts,
    StandaloneRows,
    StandaloneSources,
    Indexed,
}

/// The heading of a column, or the name of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Label {
    InternalService,
    Postings,
    Derived,
    Received,
    Gross,
    Receiver,
    Exact,
    AtCost,
    Charge,
    Payer,
    Asset,
    Acquired,
    Months,
    Residual,
    BookBefore,
    Addition,
    Depreciation,
    BookAfter,
    Year,
    Step,
    Takes,
    Left,
    Bears,
    RowSum,
    Vat,
    Rounding,
    GrossClaim,
    Net,
    Rate,
    Days,
    Opening,
    Own,
    FromCosts,
    Source,
    Number,
    StandaloneKind,
    Stated,
    Level,
    LevelMean,
    YearMean,
    AtYear,
    OverheadKind,
    ChargeKind,
    OwnShares,
    AddDerived,
    LessOwn,
}

/// A sentence that is always the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// For which time internal services are charged on.
    ByCalendarYear,
    /// Which months of an asset count, and where.
    MonthsOfAssets,
    /// What decides about VAT, and that this program does not.
    TaxNotDecided,
    /// VAT counts in the cost of the cooperation.
    VatIsJoint,
    /// For which part of the year a row of standalone.csv counts.
    StandaloneRows,
}

/// A sentence, or words with names and figures in them.
#[derive(Debug)]
pub enum FullPhrase<'a> {
    /// How internal services are charged on, with their names in order.
    Method(Secondary, &'a [&'a str]),
    /// How the services' cost comes from shared postings: with derived cost, less own shares.
    Bridge {
        /// Shared postings.
        shared: Money,
        /// Depreciation and overhead.
        derived: Money,
        /// Own shares.
        own: Money,
        /// The cost of the partners' services.
        cost: Money,
    },
    /// How a segment's running cost comes about: its even part of the service's, and what counts by its days.
    Running {
        /// The segment's running cost.
        total: Money,
        /// The service's running cost without a period.
        even: Money,
        /// The segment's part of the service's year.
        part: &'a Fraction,
        /// What that comes to.
        share: Money,
        /// What counts in the segment by its date or its days.
        dated: Money,
    },
    /// How a service's overhead comes about.
    Overhead {
        /// The service.
        service: &'a str,
        /// Percent.
        percent: Quantity,
        /// The cost kind.
        kind: &'a str,
        /// Its cost in the year.
        base: Money,
        /// The surcharge.
        amount: Money,
    },
    /// A partner's own use of internal services.
    OwnOf(&'a str),
    /// An internal service's key, as a heading.
    Charging(&'a str),
    /// By the receivers' primary cost.
    PrimaryCost,
    /// A waterfall of so many steps.
    Steps(usize),
    /// A price per unit of what is counted.
    Price(&'a str, Quantity),
    /// What a step takes; with what a year's amount comes to, and whether that is only a segment's part of it.
    Step(Take, Option<Money>, bool),
    /// A step that is shared, as a heading: its number and its key.
    StepKey(usize, &'a str),
    /// A step within a segment, by the segment's words and the step's number.
    SegmentStep(&'a str, usize),
    /// What a price brings for a cost, and what that is too much; negative: too little.
    Recovery {
        /// What the price brings for all units that are counted.
        recovered: Money,
        /// The cost.
        cost: Money,
        /// Who takes the difference.
        rest: &'a str,
        /// Are the units of whoever takes it known?
        all_counted: bool,
    },
    /// The part of whoever takes what the price leaves.
    RestOfPrice(&'a str),
    /// How what is open from costs is computed; with own shares, and with rounding, where there are any.
    FromCosts {
        /// Are there own shares?
        own: bool,
        /// Are there rounding differences?
        rounding: bool,
    },
    /// How a balance is computed; with what there is of these.
    Balance {
        /// Is anything carried over?
        opening: bool,
        /// Is there VAT?
        vat: bool,
        /// Are there advances?
        advances: bool,
    },
    /// How a stand-alone cost counts.
    StandaloneKind(StandaloneKind),
    /// Where the price index comes from.
    IndexSource(&'a str),
}

/// The caption of a table.
#[must_use]
pub fn title(title: Title, language: Language) -> &'static str {
    match language {
        Language::De => de::fullcost::title(title),
        Language::En => en::fullcost::title(title),
    }
}

/// The heading of a column, or the name of a row.
#[must_use]
pub fn label(label: Label, language: Language) -> &'static str {
    match language {
        Language::De => de::fullcost::label(label),
        Language::En => en::fullcost::label(label),
    }
}

/// A sentence that is always the same.
#[must_use]
pub fn note(note: Note, language: Language) -> &'static str {
    match language {
        Language::De => de::fullcost::note(note),
        Language::En => en::fullcost::note(note),
    }
}

/// A sentence, or words with names and figures in them.
#[must_use]
pub fn full(phrase: &FullPhrase<'_>, language: Language) -> String {
    match language {
        Language::De => de::fullcost::full(phrase),
        Language::En => en::fullcost::full(phrase),
    }
}
