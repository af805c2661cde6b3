//! Faults of umlage.toml as an agreement: references, sums, contradictions.

use super::Fault;

/// Faults of umlage.toml as an agreement: references, sums, contradictions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgreementFault {}

impl AgreementFault {
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

impl From<AgreementFault> for Fault {
    fn from(fault: AgreementFault) -> Self {
        Self::Agreement(fault)
    }
}
