//! The findings of a run, and how they are listed.
//!
//! In: findings, in the order in which they are met. Out: those that concern a year or all of them, by place; of each
//! code and file the first, the rest counted, so that a million bad rows neither fill the memory nor the screen.

use std::collections::BTreeMap;

use super::{Code, Finding, Severity};
use crate::period::Year;
use crate::place::{FileId, Files};

/// The findings of a run: the first of each code, file and year, the rest counted.
///
/// ```
/// use umlage::finding::{CellFault, Finding, Findings};
/// use umlage::period::Year;
/// use umlage::place::{Files, Place};
///
/// let mut files = Files::default();
/// let ledger = files.id("ledger/a.csv");
/// let mut findings = Findings::first();
/// for row in 0..25 {
///     findings.push(Finding::at(Place::new(ledger, row * 80), CellFault::Replacement));
/// }
/// assert_eq!(findings.count(None), (25, 0));
/// let listed = findings.listed(&files, None);
/// assert_eq!((listed.shown.len(), listed.more[0].2), (20, 5));
/// assert!(findings.stop(Year::new(2014).expect("a year that a ledger can have")));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    list: Vec<Finding>,
    seen: BTreeMap<Kind, u64>,
    keep: Option<u64>,
}

/// What findings are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    code: Code,
    file: Option<FileId>,
    year: Option<Year>,
    severity: Severity,
}

/// How many findings of a code and a file (if they are of one) are not shown.
pub type More = (Code, Option<FileId>, u64);

/// Findings as they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<'f> {
    /// By file name and place, those of no place first; the first of each code and file.
    pub shown: Vec<&'f Finding>,
    /// The rest, counted.
    pub more: Vec<More>,
}

impl Findings {
    /// How many of one code and file are shown unless all are asked for.
    pub const FIRST: u64 = 20;

    /// Keeps every finding.
    #[must_use]
    pub fn all() -> Self {
        Self::default()
    }

    /// Keeps the first [`Findings::FIRST`] per code, file and year, counts the rest.
    #[must_use]
    pub fn first() -> Self {
        Self { keep: Some(Self::FIRST), ..Self::default() }
    }

    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        let kind = Kind {
            code: finding.fault.code(),
            file: finding.place.map(|place| place.file),
            year: finding.year,
            severity: finding.fault.severity(),
        };
        let seen = self.seen.entry(kind).or_default();
        *seen += 1;
        if self.keep.is_none_or(|keep| *seen <= keep) {
            self.list.push(finding);
        }
    }

    /// Adds those of a later stage.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            self.push(finding);
        }
    }

    /// Adds those that were not told before as concerning every year.
    pub fn extend_new(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            let told = |known: &Finding| {
                known.year.is_none() && known.place == finding.place && known.fault == finding.fault
            };
            if !self.list.iter().any(told) {
                self.push(finding);
            }
        }
    }

    /// How many errors and how many warnings concern the year, or any year; shown or not.
    #[must_use]
    pub fn count(&self, year: Option<Year>) -> (u64, u64) {
        let of = |severity| {
            let seen = self.seen.iter().filter(|(kind, _)| kind.severity == severity && kind.concerns(year));
            seen.map(|(_, count)| *count).sum()
        };
        (of(Severity::Error), of(Severity::Warning))
    }

    /// Has the file errors? Then what it lacks may only not have been read.
    #[must_use]
    pub fn spoilt(&self, file: FileId) -> bool {
        self.seen.keys().any(|kind| kind.file == Some(file) && kind.severity == Severity::Error)
    }

    /// Is any of them an error that concerns the year?
    #[must_use]
    pub fn stop(&self, year: Year) -> bool {
        self.count(Some(year)).0 > 0
    }

    /// Those kept, by file name and place; those of no place first.
    #[must_use]
    pub fn sorted(&self, files: &Files) -> Vec<&Finding> {
        let mut list: Vec<&Finding> = self.list.iter().collect();
        list.sort_by_key(|finding| {
            (
                finding.place.map(|place| (files.name(place.file), place.offset)),
                finding.fault.code(),
                finding.year,
            )
        });
        list
    }

    /// Those that concern the year, or any year: the first of each code and file, the rest counted.
    #[must_use]
    pub fn listed(&self, files: &Files, year: Option<Year>) -> Listed<'_> {
        let mut more: BTreeMap<(Code, Option<FileId>), u64> = BTreeMap::new();
        for (kind, count) in self.seen.iter().filter(|(kind, _)| kind.concerns(year)) {
            *more.entry((kind.code, kind.file)).or_default() += count;
        }
        let mut shown: BTreeMap<(Code, Option<FileId>), u64> = BTreeMap::new();
        let concerned = |finding: &&Finding| year.is_none_or(|year| finding.concerns(year));
        let mut list = self.sorted(files);
        list.retain(concerned);
        list.retain(|finding| {
            let key = (finding.fault.code(), finding.place.map(|place| place.file));
            let before = shown.entry(key).or_default();
            *before += 1;
            self.keep.is_none_or(|keep| *before <= keep)
        });
        for finding in &list {
            let key = (finding.fault.code(), finding.place.map(|place| place.file));
            more.entry(key).and_modify(|count| *count -= 1);
        }
        let more = more.into_iter().filter(|(_, count)| *count > 0);
        Listed { shown: list, more: more.map(|((code, file), count)| (code, file, count)).collect() }
    }
}

impl Kind {
    fn concerns(&self, year: Option<Year>) -> bool {
        match (self.year, year) {
            (Some(only), Some(year)) => only == year,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::PostingFault;
    use crate::place::Place;

    fn dead(file: FileId, offset: u64, year: i16) -> Finding {
        let year = Year::new(year).unwrap();
        let fault = PostingFault::TwoServices { services: Vec::new() };
        Finding::at(Place::new(file, offset), fault).in_year(year)
    }

    #[test]
    fn errors_of_another_year_do_not_stop_this_one_however_many() {
        let mut files = Files::default();
        let file = files.id("a.csv");
        let mut findings = Findings::first();
        findings.extend((0..500).map(|row| dead(file, row, 2013)));
        findings.extend((500..530).map(|row| dead(file, row, 2015)));
        let year = |year| Year::new(year).unwrap();
        assert!(findings.stop(year(2013)) && !findings.stop(year(2014)) && findings.stop(year(2015)));
        let listed = findings.listed(&files, Some(year(2015)));
        assert_eq!((listed.shown.len(), listed.more), (20, vec![(Code(402), Some(file), 10)]));
        let listed = findings.listed(&files, None);
        assert_eq!((listed.shown.len(), listed.more), (20, vec![(Code(402), Some(file), 510)]));
        assert_eq!(findings.count(Some(year(2014))), (0, 0));
    }
}
