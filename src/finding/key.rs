//! Faults of a key or a segment that gives no shares. U550 to U599.
//!
//! They concern one year's statement: another year's segments may be in order. What a key's driver lacks is
//! told by the faults of the [driver](super::driver).

use super::Fault;
use crate::period::Span;

/// Why a segment has no shares (design 4.5, 4.7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyFault {
    /// The key's table names no value for a participant.
    NoValue {
        /// The key.
        key: String,
        /// The participant.
        partner: String,
        /// `percent` or `weights`.
        table: &'static str,
    },
    /// All participants' percents or weights are zero.
    AllZero {
        /// The key.
        key: String,
        /// The segment.
        span: Span,
    },
    /// No key is in force.
    NoneInForce {
        /// The service.
        service: String,
        /// The segment.
        span: Span,
    },
    /// A waterfall or a price names a partner that takes no part.
    NotTakingPart {
        /// The key.
        key: String,
        /// The partner.
        partner: String,
        /// The segment.
        span: Span,
    },
    /// A price times units is more than any amount may be.
    TooMuch {
        /// The key.
        key: String,
        /// The partner.
        partner: String,
    },
    /// Nobody takes part.
    Nobody {
        /// The service.
        service: String,
        /// The segment.
        span: Span,
    },
}

impl KeyFault {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::NoValue { .. } => 551,
            Self::AllZero { .. } => 552,
            Self::NoneInForce { .. } => 553,
            Self::Nobody { .. } => 554,
            Self::NotTakingPart { .. } => 555,
            Self::TooMuch { .. } => 556,
        }
    }
}

impl From<KeyFault> for Fault {
    fn from(fault: KeyFault) -> Self {
        Self::Key(fault)
    }
}
