//! Faults of a CSV file as a whole: found, encoded, delimited, headed.

use super::Fault;

/// Faults of a CSV file as a whole: found, encoded, delimited, headed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {}

impl FileFault {
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

impl From<FileFault> for Fault {
    fn from(fault: FileFault) -> Self {
        Self::File(fault)
    }
}
