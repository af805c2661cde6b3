//! English sentences for [`FileFault`].

use crate::finding::FileFault;
use crate::words::Sentence;

/// The sentence for a fault.
pub(super) fn sentence(fault: &FileFault) -> Sentence {
    match *fault {}
}
