//! Every word a person reads, in German and in English.
//!
//! In: findings, errors, amounts, days, as data. Out: sentences. Each language has one exhaustive match per area
//! of faults, so that the compiler finds the missing translation. Nothing here decides anything.

use crate::agreement::Language;
use crate::finding::Fault;

pub mod audit;
pub mod command;
pub mod corrections;
mod de;
mod en;
pub mod explain;
pub mod format;
pub mod fullcost;
pub mod inspect;
pub mod lists;
pub mod phrase;
pub mod seal;
pub mod statement;
pub mod views;

/// What a finding says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// What was found and what was expected.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Sentence {
    /// Both parts.
    pub fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

/// The sentence for a fault.
#[must_use]
pub fn sentence(fault: &Fault, language: Language) -> Sentence {
    match language {
        Language::De => de::sentence(fault),
        Language::En => en::sentence(fault),
    }
}
