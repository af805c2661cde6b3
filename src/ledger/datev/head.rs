//! The first line of a DATEV file.
//!
//! In: the line's cells. Out: what it says of the batch, or every fault of it at its cell. Positions are those
//! of DATEV's description: 1 `EXTF` or `DTVF`, 2 version, 3 category, 13 begin of the fiscal year, 14 digits of a
//! general ledger account, 15 and 16 the period, 22 the currency. Some programs write a field too many in front; the
//! fiscal year and the digits behind it stand nowhere else, so that they show by how much.

use jiff::ToSpan;

use super::super::header::{Line, Title};
use super::day::Calendar;
use crate::finding::batch::HeadField;
use crate::finding::cell::shown;
use crate::finding::{BatchFault, FileFault};
use crate::period::{Date, Span, Year, day_before};

/// The only currency that a statement is made in.
pub(crate) const EURO: &str = "EUR";

/// Where the fiscal year begins, counted from 0.
const YEAR: usize = 12;
/// Before this field it cannot stand.
const FIRST: usize = 6;

/// What the first line says of the batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Batch {
    pub(crate) calendar: Calendar,
    /// How many digits a general ledger account has (`Sachkontenlänge`).
    pub(crate) digits: usize,
}

/// A fault of the first line, and where its cell lies in the head.
pub(crate) type Fault = (usize, usize, BatchFault);

/// The fault that the line is the head of a batch, though no preset says so.
pub(crate) fn undeclared(line: &Line) -> Result<(), Vec<Fault>> {
    let first = First { line };
    if first.is_datev() { Err(vec![first.fault(0, BatchFault::Undeclared)]) } else { Ok(()) }
}

/// The batch that the line is the head of.
pub(crate) fn read(line: &Line) -> Result<Batch, Vec<Fault>> {
    let first = First { line };
    if !first.is_datev() {
        return Err(vec![first.fault(0, BatchFault::NoBatch { cell: shown(first.text(0)) })]);
    }
    if first.text(2) != "21" {
        let (category, name) = (shown(first.text(2)), shown(first.text(3)));
        return Err(vec![first.fault(2, BatchFault::Category { category, name })]);
    }
    let mut faults = Vec::new();
    if !matches!(first.text(1), "510" | "700") {
        faults.push(first.fault(1, BatchFault::Version { found: shown(first.text(1)) }));
    }
    let batch = first.batch(&mut faults);
    batch.filter(|_| faults.is_empty()).ok_or(faults)
}

#[derive(Clone, Copy)]
struct First<'l> {
    line: &'l Line,
}

impl<'l> First<'l> {
    fn text(self, field: usize) -> &'l str {
        self.line.cells.get(field).map_or("", |cell| cell.name.as_str())
    }

    fn is_datev(self) -> bool {
        matches!(self.text(0).to_uppercase().as_str(), "EXTF" | "DTVF")
    }

    /// A fault at the cell, or at the line where it has no such cell.
    fn fault(self, field: usize, fault: BatchFault) -> Fault {
        let place = |cell: &Title| (cell.at, cell.length.max(1));
        let (at, length) = self.line.cells.get(field).map_or((self.line.start, 1), place);
        (at, length, fault)
    }

    fn wrong(self, field: HeadField, at: usize) -> Fault {
        self.fault(at, BatchFault::Head { field, cell: shown(self.text(at)) })
    }

    fn batch(self, faults: &mut Vec<Fault>) -> Option<Batch> {
        let at = self.year();
        let year = fiscal_year(self.text(at));
        if year.is_none() {
            faults.push(self.wrong(HeadField::Year, at));
        }
        let digits = digits(self.text(at + 1));
        if digits.is_none() {
            faults.push(self.wrong(HeadField::Digits, at + 1));
        }
        let currency = self.currency(at);
        if !matches!(self.text(currency), "" | EURO) {
            let found = shown(self.text(currency));
            faults.push(self.fault(currency, BatchFault::Currency { found }));
        }
        let batch = self.period(year?, at, faults)?;
        Some(Batch { calendar: Calendar { year: year?, batch }, digits: digits? })
    }

    /// Where the fiscal year begins: in its own field, else in the only one that a day and a length follow each other.
    fn year(self) -> usize {
        let is_there =
            |at: &usize| fiscal_year(self.text(*at)).is_some() && digits(self.text(at + 1)).is_some();
        if is_there(&YEAR) {
            return YEAR;
        }
        let found: Vec<usize> = (FIRST..self.line.cells.len()).filter(is_there).collect();
        if let [at] = found[..] { at } else { YEAR }
    }

    /// The part of the fiscal year that the batch is of; where the line does not say, all of it.
    fn period(self, year: Span, at: usize, faults: &mut Vec<Fault>) -> Option<Span> {
        let from = self.end(at + 2, year.from(), faults);
        let to = self.end(at + 3, year.to(), faults);
        let (from, to) = (from?, to?);
        let batch = Span::new(from, to).filter(|batch| year.covers(*batch));
        if batch.is_none() {
            faults.push(self.fault(at + 2, BatchFault::Period { from, to, year }));
        }
        batch
    }

    fn end(self, at: usize, open: Date, faults: &mut Vec<Fault>) -> Option<Date> {
        let cell = self.text(at);
        let day = if cell.is_empty() { Some(open) } else { day(cell) };
        if day.is_none() {
            faults.push(self.wrong(HeadField::Period, at));
        }
        day
    }

    /// Nine fields behind the fiscal year, or, where that one is empty, the next three capital letters.
    fn currency(self, year: usize) -> usize {
        let own = year + 9;
        let letters = |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        let near = (own..own + 4).find(|at| letters(self.text(*at)));
        if self.text(own).is_empty() { near.unwrap_or(own) } else { own }
    }
}

/// The fault that no line is a header, as a batch has it: its headings are missing.
pub(crate) fn headings(batch: Option<Batch>, fault: FileFault) -> FileFault {
    match (batch, fault) {
        (Some(_), FileFault::NoHeader { wanted, .. }) => FileFault::Batch(BatchFault::Headings { wanted }),
        (_, fault) => fault,
    }
}

/// `20250101`
fn day(cell: &str) -> Option<Date> {
    if cell.len() != 8 || !cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let day = Date::strptime("%Y%m%d", cell).ok()?;
    Year::new(day.year()).map(|_| day)
}

/// Twelve months from their first day on; a shorter year ends where the batch does.
fn fiscal_year(cell: &str) -> Option<Span> {
    let begin = day(cell)?;
    Span::new(begin, day_before(begin.checked_add(1.year()).ok()?)?)
}

/// DATEV knows general ledger accounts of 4 to 8 digits.
fn digits(cell: &str) -> Option<usize> {
    cell.parse().ok().filter(|digits| (4..=8).contains(digits))
}
