//! The sheet on which a run over umlage.toml notes what it finds.
//!
//! In: faults and the bytes they concern. Out: findings. It is apart from [`crate::finding::Findings`]
//! because a file that is not TOML everywhere is read on, and what was only a consequence of that is struck
//! out again.

use std::ops::Range;

use crate::finding::{Fault, Finding};
use crate::place::{FileId, Place};

/// The text of umlage.toml, and what was found in it.
#[derive(Debug)]
pub(super) struct Sheet<'t> {
    file: FileId,
    text: &'t str,
    found: Vec<Finding>,
}

impl<'t> Sheet<'t> {
    /// A clean sheet.
    pub(super) fn new(file: FileId, text: &'t str) -> Self {
        Self { file, text, found: Vec::new() }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// The text as it stands at these bytes.
    pub(super) fn written(&self, span: &Range<usize>) -> &'t str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    /// The place where these bytes begin.
    pub(super) fn place(&self, span: &Range<usize>) -> Place {
        Place::new(self.file, u64::try_from(span.start).unwrap_or(u64::MAX))
    }

    /// Notes a fault of these bytes.
    pub(super) fn note(&mut self, span: &Range<usize>, fault: impl Into<Fault>) {
        let finding = self.finding(span, fault);
        self.found.push(finding);
    }

    /// Notes a fault of these bytes that contradicts another place.
    pub(super) fn note_against(&mut self, span: &Range<usize>, other: Place, fault: impl Into<Fault>) {
        let finding = self.finding(span, fault).against(other);
        self.found.push(finding);
    }

    /// Notes a fault at a place that was read before, its mark so many bytes wide.
    pub(super) fn note_at(&mut self, place: Place, length: usize, fault: impl Into<Fault>) {
        self.found.push(Finding::at(place, fault).spanning(length));
    }

    /// Strikes out what does not hold.
    pub(super) fn keep(&mut self, holds: impl Fn(&Finding) -> bool) {
        self.found.retain(holds);
    }

    /// What was found.
    pub(super) fn found(self) -> Vec<Finding> {
        self.found
    }

    /// The mark covers these bytes as far as their first line goes.
    fn finding(&self, span: &Range<usize>, fault: impl Into<Fault>) -> Finding {
        let first = self.written(span).lines().next().map_or(1, str::len);
        Finding::at(self.place(span), fault).spanning(first.max(1))
    }
}
