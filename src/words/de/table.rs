//! German sentences for [`TableFault`].

use crate::finding::TableFault;
use crate::words::Sentence;

/// The sentence for a fault.
pub(super) fn sentence(fault: &TableFault) -> Sentence {
    match *fault {}
}
