//! Faults of a posting that was read but cannot be booked, U401 to U449; and warnings about what was booked,
//! U451 to U499.
//!
//! They are met in the one pass over the ledgers. A warning stops nothing and is printed on the statement, for
//! the auditor to judge.

use super::Fault;
use crate::money::Money;
use crate::period::{Date, Year};

/// What is wrong, or doubtful, about a posting's place in the statement (design 4.2, 4.3, 4.12).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostingFault {
    /// The service column holds neither a service nor a value declared as not shared.
    UnknownService {
        /// The cell.
        cell: String,
        /// The likeliest service.
        nearest: Option<String>,
    },
    /// The rules of several services fit.
    TwoServices {
        /// Their ids.
        services: Vec<String>,
    },
    /// Several cost kinds fit.
    TwoKinds {
        /// Their ids.
        kinds: Vec<String>,
    },
    /// The service does not live in the year in which the posting counts.
    NotLiving {
        /// The service.
        service: String,
        /// The year.
        year: Year,
        /// The service's first day.
        since: Date,
        /// Its last day.
        until: Option<Date>,
        /// The part of the amount that counts in the year.
        amount: Money,
    },
    /// A spreadsheet took leading zeros: `110` where a rule says `0110`.
    LostZeros {
        /// The cell.
        cell: String,
        /// The pattern that it would fit.
        pattern: String,
    },
    /// A row between two accounts would be shared, but it is not certain on which of them it is meant.
    OpenSide {
        /// The account on which it is read.
        account: String,
        /// The other one.
        counter_account: String,
        /// Do rules name both, rather than neither?
        both: bool,
    },
    /// The year's rows have another sum than the trial balance.
    Control {
        /// The year.
        year: Year,
        /// By the trial balance.
        expected: Money,
        /// As read.
        found: Money,
        /// How many rows were read.
        rows: u64,
    },
    /// Warning: a rule fits no row.
    RuleWithoutRow {
        /// Which table it stands in: `match`, `except`, `not_shared`, `skip`.
        table: &'static str,
        /// Whose it is: a service, a cost kind, a file pattern.
        owner: String,
    },
    /// Warning: rules that leave something out look at a field that one of the ledgers does not have.
    FieldAbsent {
        /// The field's name in umlage.toml.
        field: &'static str,
        /// Which table the first of the rules stands in: `except`, `match`, `skip`.
        table: &'static str,
        /// Whose it is: a service, a cost kind, a file pattern.
        owner: String,
    },
    /// Warning: a shared posting equals an advance of about the same day.
    LikeAnAdvance {
        /// The posting's amount.
        amount: Money,
        /// The advance's day.
        date: Date,
        /// The service that the posting is shared in.
        service: String,
    },
    /// Warning: a shared posting equals the cost of an asset bought about the same day.
    LikeAnAsset {
        /// The posting's amount.
        amount: Money,
        /// The asset.
        asset: String,
        /// The service that the posting is shared in.
        service: String,
    },
    /// Warning: the vendor of a shared posting is a partner.
    PartnerAsVendor {
        /// The partner.
        partner: String,
        /// The service that the posting is shared in.
        service: String,
    },
    /// Warning: the fiscal year is far from the posting's date.
    FarFiscalYear {
        /// The fiscal year.
        fiscal_year: Year,
        /// The date.
        date: Date,
    },
    /// Warning: an advance counts in a year that has no postings, so no statement shows it.
    AdvanceWithoutStatement {
        /// The year.
        year: Year,
        /// How much.
        amount: Money,
    },
    /// Warning: a balance carried over counts in a year that has no postings.
    OpeningWithoutStatement {
        /// The year.
        year: Year,
        /// How much.
        amount: Money,
    },
}

impl PostingFault {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::UnknownService { .. } => 401,
            Self::TwoServices { .. } => 402,
            Self::TwoKinds { .. } => 403,
            Self::NotLiving { .. } => 404,
            Self::LostZeros { .. } => 405,
            Self::Control { .. } => 406,
            Self::OpenSide { .. } => 407,
            Self::RuleWithoutRow { .. } => 451,
            Self::LikeAnAdvance { .. } => 452,
            Self::PartnerAsVendor { .. } => 453,
            Self::AdvanceWithoutStatement { .. } => 454,
            Self::FarFiscalYear { .. } => 455,
            Self::LikeAnAsset { .. } => 456,
            Self::OpeningWithoutStatement { .. } => 457,
            Self::FieldAbsent { .. } => 458,
        }
    }

    /// Is it only a warning?
    #[must_use]
    pub fn is_warning(&self) -> bool {
        self.number() > 450
    }
}

impl From<PostingFault> for Fault {
    fn from(fault: PostingFault) -> Self {
        Self::Posting(fault)
    }
}
