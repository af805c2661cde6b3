//! German sentences for [`DriverFault`].

use crate::finding::DriverFault;
use crate::words::Sentence;

/// The sentence for a fault.
pub(super) fn sentence(fault: &DriverFault) -> Sentence {
    match *fault {}
}
