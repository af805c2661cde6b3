//! Faults of a measured quantity that a key needs.

use super::Fault;

/// Faults of a measured quantity that a key needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DriverFault {}

impl DriverFault {
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

impl From<DriverFault> for Fault {
    fn from(fault: DriverFault) -> Self {
        Self::Driver(fault)
    }
}
