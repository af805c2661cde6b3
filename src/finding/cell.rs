//! Faults of one cell or one row that cannot be read.

use super::Fault;

/// Faults of one cell or one row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellFault {}

impl CellFault {
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

impl From<CellFault> for Fault {
    fn from(fault: CellFault) -> Self {
        Self::Cell(fault)
    }
}
