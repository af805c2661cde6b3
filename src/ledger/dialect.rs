//! What is known of how a file is written: its decimal mark and its date form.
//!
//! In: what umlage.toml declares, and the first cell that leaves no doubt. Out: a fact with its source, so that
//! a later cell that contradicts it can be told against the place that proved it.

use super::date::Form;
use super::datev::head::Batch;
use super::number::Mark;
use crate::agreement::Dialect;
use crate::place::Place;

/// A fact about a file, and who says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Known<T> {
    /// Nobody.
    Unknown,
    /// umlage.toml.
    Declared(T),
    /// The cell at this place.
    Proven(T, Place),
}

impl<T> Known<T> {
    pub(crate) fn declared(fact: Option<T>) -> Self {
        fact.map_or(Self::Unknown, Self::Declared)
    }

    pub(crate) fn get(&self) -> Option<&T> {
        match self {
            Self::Unknown => None,
            Self::Declared(fact) | Self::Proven(fact, _) => Some(fact),
        }
    }

    pub(crate) fn is_declared(&self) -> bool {
        matches!(self, Self::Declared(_))
    }

    /// The cell that proved it.
    pub(crate) fn place(&self) -> Option<Place> {
        match self {
            Self::Proven(_, place) => Some(*place),
            Self::Unknown | Self::Declared(_) => None,
        }
    }

    pub(crate) fn is_open(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}

/// How a file writes numbers and dates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Styles {
    pub(crate) mark: Known<Mark>,
    pub(crate) form: Known<Form>,
}

impl Styles {
    /// As far as umlage.toml says.
    pub(crate) fn declared(dialect: &Dialect) -> Self {
        let form = dialect.date_format.as_ref().map(|format| Form::declared(&format.0));
        Self { mark: Known::declared(dialect.decimal.and_then(Mark::of)), form: Known::declared(form) }
    }

    /// The same, where a batch's first line says what its dates mean and umlage.toml does not.
    pub(crate) fn of_batch(self, batch: Option<Batch>) -> Self {
        let form = batch.map(|batch| Form::Datev(batch.calendar)).filter(|_| self.form.is_open());
        Self { form: form.map_or(self.form, Known::Declared), ..self }
    }
}
