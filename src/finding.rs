//! A finding: a fault in the user's files, as data.
//!
//! In: what a stage met, and where. Out: findings in order of their places, counted where there are too many.
//! Not a word of any language is here: sentences stand in [`crate::words`], one exhaustive match per language.
//! Each area of faults has a file and a range of codes of its own; codes are stable and documented.

use std::collections::BTreeMap;
use std::fmt;

use crate::period::Year;
use crate::place::{FileId, Files, Place};

pub mod agreement;
pub mod cell;
pub mod driver;
pub mod file;
pub mod key;
pub mod posting;
pub mod table;
pub mod toml;

pub use agreement::AgreementFault;
pub use cell::CellFault;
pub use driver::DriverFault;
pub use file::FileFault;
pub use key::KeyFault;
pub use posting::PostingFault;
pub use table::TableFault;
pub use toml::TomlFault;

/// Everything that can be wrong with a cooperation's files, by area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// umlage.toml as TOML and as a form: syntax, unknown keys, wrong kinds of values. U101 to U149.
    Toml(TomlFault),
    /// umlage.toml as an agreement: references, sums, contradictions. U150 to U199.
    Agreement(AgreementFault),
    /// A CSV file as a whole: found, encoded, delimited, headed. U200 to U299.
    File(FileFault),
    /// One cell or row that cannot be read. U300 to U399.
    Cell(CellFault),
    /// A posting that was read but cannot be booked. U400 to U499.
    Posting(PostingFault),
    /// A measured quantity that a key needs. U500 to U549.
    Driver(DriverFault),
    /// A key or a segment that gives no shares. U550 to U599.
    Key(KeyFault),
    /// A row of the small tables that means nothing here. U600 to U699.
    Table(TableFault),
}

/// Does it stop the statement?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does: nothing is computed from such input.
    Error,
    /// It does not, but it is printed on the statement.
    Warning,
}

impl Severity {
    /// The word of JSON: `error` or `warning`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// The stable number of a fault, shown as `U301`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub u16);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "U{}", self.0)
    }
}

impl Fault {
    /// The fault's stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        Code(match self {
            Self::Toml(fault) => fault.number(),
            Self::Agreement(fault) => fault.number(),
            Self::File(fault) => fault.number(),
            Self::Cell(fault) => fault.number(),
            Self::Posting(fault) => fault.number(),
            Self::Driver(fault) => fault.number(),
            Self::Key(fault) => fault.number(),
            Self::Table(fault) => fault.number(),
        })
    }

    /// Error, or warning.
    #[must_use]
    pub fn severity(&self) -> Severity {
        let warning = match self {
            Self::File(fault) => fault.is_warning(),
            Self::Posting(fault) => fault.is_warning(),
            Self::Table(fault) => fault.is_warning(),
            Self::Driver(fault) => fault.is_warning(),
            Self::Toml(_) | Self::Agreement(_) | Self::Cell(_) | Self::Key(_) => false,
        };
        if warning { Severity::Warning } else { Severity::Error }
    }
}

/// A fault and where it was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub fault: Fault,
    /// Where; none where a thing is missing from no file in particular.
    pub place: Option<Place>,
    /// How many bytes the mark is wide; 0 and 1 mark one column.
    pub length: usize,
    /// The other place, where two contradict each other.
    pub also: Option<Place>,
    /// The only year whose statement it concerns; none: every year's.
    pub year: Option<Year>,
}

impl Finding {
    /// A fault at a place.
    #[must_use]
    pub fn at(place: Place, fault: impl Into<Fault>) -> Self {
        Self { fault: fault.into(), place: Some(place), length: 1, also: None, year: None }
    }

    /// A fault of no place.
    #[must_use]
    pub fn nowhere(fault: impl Into<Fault>) -> Self {
        Self { fault: fault.into(), place: None, length: 1, also: None, year: None }
    }

    /// The same, its mark so many bytes wide.
    #[must_use]
    pub fn spanning(self, length: usize) -> Self {
        Self { length, ..self }
    }

    /// The same, with the place that it contradicts.
    #[must_use]
    pub fn against(self, other: Place) -> Self {
        Self { also: Some(other), ..self }
    }

    /// The same, concerning this year's statement only.
    #[must_use]
    pub fn in_year(self, year: Year) -> Self {
        Self { year: Some(year), ..self }
    }

    /// Does it belong to the statement of this year?
    #[must_use]
    pub fn concerns(&self, year: Year) -> bool {
        self.year.is_none_or(|only| only == year)
    }
}

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
