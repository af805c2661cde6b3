//! Faults of umlage.toml in how keys and services fit together. U166 to U199.
//!
//! Each key and each service was in order by itself; what is wrong is the use that one makes of the other.

use rust_decimal::Decimal;

use super::Fault;

/// Faults of umlage.toml in how keys and services fit together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UseFault {
    /// A key that names partners divides an internal service, or one that names services another one.
    WrongKey {
        /// The service's id.
        service: String,
        /// The key's id.
        key: String,
        /// Is the service internal?
        internal: bool,
    },
    /// A waterfall or a price is part of a mix or of a waterfall.
    NoShareKey {
        /// The key's id.
        key: String,
        /// The part's id.
        part: String,
    },
    /// A key names partners and services, or is made of keys that do.
    BothKinds {
        /// The key's id.
        key: String,
    },
    /// A step of a waterfall says in no way, or in several, what it takes or to whom it goes.
    Step {
        /// The key's id.
        key: String,
        /// What it does not say.
        part: StepPart,
        /// The ways it says.
        found: Vec<String>,
    },
    /// The last step of a waterfall does not take the rest, or one before it does.
    RestLast {
        /// The key's id.
        key: String,
        /// Does the step take the rest?
        rest: bool,
    },
    /// A surcharge on a cost kind that is never shared.
    OverheadOnUnshared {
        /// The service's id.
        service: String,
        /// The cost kind's id.
        kind: String,
    },
    /// A price per unit as the key of one-off cost: the units would be charged twice.
    PriceForOneOff {
        /// The service's id.
        service: String,
        /// The key's id.
        key: String,
    },
    /// Warning: a surcharge or a rate of tax below one percent, which may be meant as a part of one.
    SmallPercent {
        /// Percent.
        percent: Decimal,
        /// What may be meant.
        meant: Decimal,
    },
    /// An id that means something else in the statement.
    Reserved {
        /// The id.
        id: String,
    },
}

/// What a step of a waterfall must say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepPart {
    /// What it takes.
    Take,
    /// To whom it goes.
    To,
}

impl UseFault {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::WrongKey { .. } => 166,
            Self::NoShareKey { .. } => 167,
            Self::BothKinds { .. } => 168,
            Self::Step { .. } => 169,
            Self::RestLast { .. } => 170,
            Self::OverheadOnUnshared { .. } => 171,
            Self::Reserved { .. } => 172,
            Self::PriceForOneOff { .. } => 173,
            Self::SmallPercent { .. } => 191,
        }
    }

    /// Is it only a warning?
    #[must_use]
    pub fn is_warning(&self) -> bool {
        self.number() > 190
    }
}

impl From<UseFault> for Fault {
    fn from(fault: UseFault) -> Self {
        Self::Use(fault)
    }
}
