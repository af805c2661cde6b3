//! English sentences for [`TomlFault`].

use crate::finding::TomlFault;
use crate::words::Sentence;

/// The sentence for a fault.
pub(super) fn sentence(fault: &TomlFault) -> Sentence {
    let _ = fault;
    Sentence::new("", "")
}
