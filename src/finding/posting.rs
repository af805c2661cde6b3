//! Faults of a posting that was read but cannot be booked, and warnings about it.

use super::Fault;

/// Faults of a posting that was read but cannot be booked, and warnings about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostingFault {}

impl PostingFault {
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

impl From<PostingFault> for Fault {
    fn from(fault: PostingFault) -> Self {
        Self::Posting(fault)
    }
}
