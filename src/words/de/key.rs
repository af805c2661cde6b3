//! German sentences for [`KeyFault`].

use crate::finding::KeyFault;
use crate::words::Sentence;

/// The sentence for a fault.
pub(super) fn sentence(fault: &KeyFault) -> Sentence {
    match *fault {}
}
