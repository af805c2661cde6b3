//! German sentences for [`AgreementFault`].

use crate::finding::AgreementFault;
use crate::words::Sentence;

/// The sentence for a fault.
pub(super) fn sentence(fault: &AgreementFault) -> Sentence {
    let _ = fault;
    Sentence::new("", "")
}
