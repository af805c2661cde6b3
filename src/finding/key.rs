//! Faults of a key or a segment that gives no shares.

use super::Fault;

/// Faults of a key or a segment that gives no shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyFault {}

impl KeyFault {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match *self {}
    }

    /// Is it only a warning?
    #[must_use]
    pub fn is_warning(&self) -> bool {
        match *self {}
    }
}

impl From<KeyFault> for Fault {
    fn from(fault: KeyFault) -> Self {
        Self::Key(fault)
    }
}
