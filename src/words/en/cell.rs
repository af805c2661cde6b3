//! English sentences for [`CellFault`].

use crate::finding::CellFault;
use crate::words::Sentence;

/// The sentence for a fault.
pub(super) fn sentence(fault: &CellFault) -> Sentence {
    match *fault {}
}
