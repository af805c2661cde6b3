//! Faults of a row of the small tables that means nothing here.

use super::Fault;

/// Faults of a row of the small tables that means nothing here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableFault {}

impl TableFault {
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

impl From<TableFault> for Fault {
    fn from(fault: TableFault) -> Self {
        Self::Table(fault)
    }
}
