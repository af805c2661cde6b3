//! Faults of derived and internal cost. U701 to U749; doubts about it, U751 to U799.
//!
//! They concern one year's statement: they are found when the year's full cost is put together, before it is divided
//! among the partners.

use super::Fault;
use crate::agreement::Secondary;
use crate::money::Money;
use crate::period::{Date, Year};

/// Faults of derived and internal cost (design 4.4, 4.6, 4.11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CostFault {
    /// An internal service has a cost that goes to nobody.
    NoReceiver {
        /// The service.
        service: String,
        /// The method that leaves it none.
        secondary: Secondary,
        /// The year.
        year: Year,
    },
    /// Internal services charge each other and nobody else.
    Loop {
        /// Their ids, the first again at the end.
        services: Vec<String>,
    },
    /// The key of an internal service changes within the year.
    KeyChange {
        /// The service.
        service: String,
        /// The day of the change.
        from: Date,
    },
    /// A key by primary cost has a receiver whose primary cost is below zero.
    NegativePrimary {
        /// The key.
        key: String,
        /// The receiver.
        receiver: String,
        /// The year.
        year: Year,
        /// Its primary cost.
        amount: Money,
    },
    /// The price index has no mean for the year.
    NoIndex {
        /// The year.
        year: Year,
        /// The first and the last year of the series.
        series: (Year, Year),
    },
    /// Warning: an asset is written off in a year in which its service does not live.
    IdleAsset {
        /// The asset.
        asset: String,
        /// The service.
        service: String,
        /// The year.
        year: Year,
        /// What nobody bears in it.
        amount: Money,
        /// The book value before that.
        left: Money,
    },
}

impl CostFault {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::NoReceiver { .. } => 701,
            Self::Loop { .. } => 702,
            Self::KeyChange { .. } => 703,
            Self::NegativePrimary { .. } => 704,
            Self::NoIndex { .. } => 705,
            Self::IdleAsset { .. } => 751,
        }
    }

    /// Is it only a warning?
    #[must_use]
    pub fn is_warning(&self) -> bool {
        self.number() > 750
    }
}

impl From<CostFault> for Fault {
    fn from(fault: CostFault) -> Self {
        Self::Cost(fault)
    }
}
