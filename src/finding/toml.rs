//! Faults of umlage.toml as a form: syntax, unknown keys, wrong kinds of values.

use super::Fault;

/// Faults of umlage.toml as a form: syntax, unknown keys, wrong kinds of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TomlFault {}

impl TomlFault {
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

impl From<TomlFault> for Fault {
    fn from(fault: TomlFault) -> Self {
        Self::Toml(fault)
    }
}
