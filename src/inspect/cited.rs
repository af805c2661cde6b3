//! Places that are shown as proof, the first few of them, the rest counted.
//!
//! In: cells and rows as they are met. Out: how many there were, and the first with what stands there. The
//! bound keeps memory small however wrong a file is.

use crate::finding::cell::shown;
use crate::ledger::rows::Row;
use crate::place::Place;

/// How many places of a kind are kept.
const KEPT: usize = 4;

/// A place and what stands there, shortened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// Its first byte.
    pub place: Place,
    /// The cell; empty where the place is a row.
    pub cell: String,
}

impl Cited {
    pub(super) fn cell(row: &Row<'_>, column: usize) -> Self {
        Self { place: row.mark(column).0, cell: shown(row.cell(column)) }
    }

    pub(super) fn place(place: Place) -> Self {
        Self { place, cell: String::new() }
    }
}

/// The first places of a kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// How many there are.
    pub count: u64,
    /// The first few.
    pub first: Vec<Cited>,
}

impl Places {
    pub(super) fn add(&mut self, cited: impl FnOnce() -> Cited) {
        self.count += 1;
        if self.first.len() < KEPT {
            self.first.push(cited());
        }
    }

    /// Is there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The first of all.
    #[must_use]
    pub fn one(&self) -> Option<&Cited> {
        self.first.first()
    }

    /// Both together, in the order of the file.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let mut first = [self.first.clone(), other.first.clone()].concat();
        first.sort_by_key(|cited| cited.place);
        first.truncate(KEPT);
        Self { count: self.count + other.count, first }
    }
}
