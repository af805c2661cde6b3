//! Faults of a measured quantity that a key needs. U500 to U549.
//!
//! They are found when a key is applied to a year, not when drivers.csv is read: only then it is known whose
//! value of which day is needed. Each names the days that there are, so that the reader sees which one was
//! missed.

use super::Fault;
use crate::fraction::Quantity;
use crate::period::{Date, Span};

/// What is wrong with a driver's values (design 4.7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DriverFault {
    /// drivers.csv has no row of the driver that a key names.
    Unknown {
        /// The name in the key.
        driver: String,
        /// The likeliest of those there are.
        nearest: Option<String>,
        /// Those there are.
        known: Vec<String>,
    },
    /// All rows of the driver are for partners, but an internal service is charged to services.
    OnlyPartners {
        /// What is measured.
        driver: String,
        /// The internal service.
        service: String,
    },
    /// A participant has no value on the reference date.
    NoneOn {
        /// What is measured.
        driver: String,
        /// Whose value is missing.
        partner: String,
        /// The reference date.
        day: Date,
        /// The days for which the partner has a value.
        known: Vec<Span>,
    },
    /// A participant has two values on the reference date.
    TwoOn {
        /// What is measured.
        driver: String,
        /// Whose values they are.
        partner: String,
        /// The reference date.
        day: Date,
        /// The days of the two rows.
        known: Vec<Span>,
    },
    /// There is no day on which every participant has a value.
    NoCommonDay {
        /// What is measured.
        driver: String,
        /// The last day that counts.
        until: Date,
        /// Who has no value on the newest day.
        missing: Vec<String>,
    },
    /// A participant has no row inside the time over which rows are taken.
    NoneIn {
        /// What is measured.
        driver: String,
        /// Whose rows are missing.
        partner: String,
        /// The time.
        span: Span,
        /// The days for which the partner has a value.
        known: Vec<Span>,
    },
    /// A row lies partly inside and partly outside the time over which rows are summed.
    Straddles {
        /// What is measured.
        driver: String,
        /// Whose row it is.
        partner: String,
        /// The row's days.
        row: Span,
        /// The time.
        span: Span,
        /// Would `over = "year"` help?
        over_year_helps: bool,
    },
    /// The participants have different numbers of rows to take the mean of.
    UnequalRows {
        /// What is measured.
        driver: String,
        /// The time.
        span: Span,
        /// Who has how many.
        counts: Vec<(String, usize)>,
    },
    /// A value is below zero.
    Negative {
        /// What is measured.
        driver: String,
        /// Whose value it is.
        partner: String,
        /// The value.
        value: Quantity,
    },
    /// A participant has no official code by which its population could be looked up.
    NoAgs {
        /// The partner.
        partner: String,
    },
    /// The shipped population has no figure for an official code.
    UnknownAgs {
        /// The partner.
        partner: String,
        /// The code.
        ags: String,
    },
    /// Warning: the participants' rows are for different days.
    DaysDiffer {
        /// What is measured.
        driver: String,
        /// The time.
        span: Span,
        /// Who has no value for which days.
        gaps: Vec<(String, Vec<Span>)>,
    },
    /// Warning: two rows of a participant that are summed are for the same days.
    Overlap {
        /// What is measured.
        driver: String,
        /// Whose rows they are.
        partner: String,
        /// The days of the two rows.
        rows: (Span, Span),
    },
    /// All participants' values are zero.
    AllZero {
        /// What is measured.
        driver: String,
        /// The time.
        span: Span,
        /// Would `over = "year"` help?
        over_year_helps: bool,
    },
}

impl DriverFault {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::Unknown { .. } => 501,
            Self::NoneOn { .. } => 502,
            Self::TwoOn { .. } => 503,
            Self::NoCommonDay { .. } => 504,
            Self::NoneIn { .. } => 505,
            Self::Straddles { .. } => 506,
            Self::UnequalRows { .. } => 507,
            Self::Negative { .. } => 508,
            Self::AllZero { .. } => 509,
            Self::NoAgs { .. } => 510,
            Self::UnknownAgs { .. } => 511,
            Self::OnlyPartners { .. } => 512,
            Self::DaysDiffer { .. } => 541,
            Self::Overlap { .. } => 542,
        }
    }

    /// Is it only a warning?
    #[must_use]
    pub fn is_warning(&self) -> bool {
        self.number() > 540
    }
}

impl From<DriverFault> for Fault {
    fn from(fault: DriverFault) -> Self {
        Self::Driver(fault)
    }
}
