//! German sentences for [`PostingFault`].

use crate::finding::PostingFault;
use crate::words::Sentence;

/// The sentence for a fault.
pub(super) fn sentence(fault: &PostingFault) -> Sentence {
    match *fault {}
}
