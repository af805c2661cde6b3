//! Faults of umlage.toml as an agreement: references, sums, contradictions. U150 to U199.
//!
//! Each value was well formed by itself; what is wrong is what they say together. A variant carries the names
//! that its sentence needs, so that the sentence can say what to type.

use rust_decimal::Decimal;

use super::Fault;
use crate::period::Date;

/// Faults of umlage.toml as an agreement: references, sums, contradictions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgreementFault {
    /// Fewer than a cooperation needs.
    TooFew {
        /// Of what.
        what: Named,
        /// How many there are.
        found: usize,
    },
    /// A name that nothing has.
    Unknown {
        /// What was looked for.
        what: Named,
        /// The key that names it.
        key: String,
        /// The name.
        name: String,
        /// The nearest name there is.
        nearest: Option<String>,
        /// All names there are.
        known: Vec<String>,
    },
    /// Two of a kind that a cell could not tell apart.
    SameName {
        /// Of which kind.
        what: Named,
        /// The full name.
        name: String,
        /// The id of the other.
        other: String,
    },
    /// A mix of mixes of mixes, deeper or larger than may be.
    TooDeep {
        /// The key's id.
        key: String,
        /// How deep it may be.
        deepest: usize,
        /// Of how many keys it may consist.
        largest: usize,
    },
    /// A key that says in no way, or in several, how it divides.
    Methods {
        /// The key's id.
        key: String,
        /// The ways it says.
        found: Vec<String>,
    },
    /// Percents that do not sum to exactly 100.
    NotHundred {
        /// The key's id.
        key: String,
        /// What they sum to.
        sum: Decimal,
    },
    /// A weight or percent below zero.
    Negative {
        /// The key's id.
        key: String,
        /// Whose.
        name: String,
        /// The number.
        value: Decimal,
    },
    /// Weights that are all zero.
    NoWeight {
        /// The key's id.
        key: String,
    },
    /// Mixed keys that contain each other.
    Loop {
        /// The ids, the first again at the end.
        keys: Vec<String>,
    },
    /// A setting that means nothing without another.
    Misplaced {
        /// The setting.
        key: String,
        /// The settings of which it needs one, as they would be written.
        needs: Vec<String>,
    },
    /// A dated key that does not begin after the one before it.
    Unordered {
        /// Its first day.
        from: Date,
        /// The first day of the one before.
        previous: Date,
    },
    /// A day that lies before another that it must not precede.
    Before {
        /// The setting.
        key: String,
        /// Its day.
        day: Date,
        /// The setting that it must not precede.
        other: String,
        /// Its day.
        bound: Date,
    },
    /// The same name twice in a list.
    Repeated {
        /// The key of the list.
        key: String,
        /// The name.
        name: String,
    },
    /// A partner that joins or leaves a service in which it takes no part.
    NoPart {
        /// `joined` or `left`.
        key: String,
        /// The partner's id.
        partner: String,
        /// The service's id.
        service: String,
    },
    /// Two settings that exclude each other.
    Exclusive {
        /// The one.
        one: String,
        /// The other.
        other: String,
    },
    /// A ledger without a header whose columns are not all numbered.
    Headless {
        /// The field whose column goes by a name; none: there are no columns at all.
        field: Option<String>,
    },
}

/// What an agreement gives names to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A partner.
    Partner,
    /// An allocation key.
    Key,
    /// A service.
    Service,
    /// A cost kind.
    CostKind,
}

impl AgreementFault {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::TooFew { .. } => 150,
            Self::Unknown { .. } => 151,
            Self::SameName { .. } => 152,
            Self::Methods { .. } => 153,
            Self::NotHundred { .. } => 154,
            Self::Negative { .. } => 155,
            Self::NoWeight { .. } => 156,
            Self::Loop { .. } => 157,
            Self::Misplaced { .. } => 158,
            Self::Unordered { .. } => 159,
            Self::Before { .. } => 160,
            Self::Repeated { .. } => 161,
            Self::NoPart { .. } => 162,
            Self::Exclusive { .. } => 163,
            Self::Headless { .. } => 164,
            Self::TooDeep { .. } => 165,
        }
    }
}

impl From<AgreementFault> for Fault {
    fn from(fault: AgreementFault) -> Self {
        Self::Agreement(fault)
    }
}
