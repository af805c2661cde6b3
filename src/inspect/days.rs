//! A column's cells as dates, under every form that they can have.
//!
//! In: its cells. Out: which forms they prove and where, which leave day and month open, and what formats would
//! have to be declared for the rest. First and last day are kept for each reading, since which one the file has
//! is known only at its end.

use jiff::fmt::strtime;

use super::cited::{Cited, Places};
use crate::finding::cell::DateFault;
use crate::ledger::date::{self, Form};
use crate::ledger::dialect::Known;
use crate::period::{Date, Year};

/// Formats that only umlage.toml can say, tried on cells that no known form reads.
pub(super) const DECLARED: [&str; 19] = [
    "%d.%m.%y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%d-%m-%y",
    "%y-%m-%d",
    "%d-%b-%y",
    "%d-%b-%Y",
    "%d %b %Y",
    "%d %b %y",
    "%d. %b %Y",
    "%d %B %Y",
    "%b %d, %Y",
    "%d.%m.%Y %H:%M",
    "%d.%m.%Y %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%m/%d/%Y %H:%M",
];

/// The first and the last of some days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Range {
    /// How many days.
    pub cells: u64,
    /// The first; none where there is no day.
    pub ends: Option<(Date, Date)>,
}

impl Range {
    fn add(&mut self, day: Date) {
        self.cells += 1;
        self.ends = Some(self.ends.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
    }

    pub(super) fn with(self, other: Self) -> Self {
        let ends = match (self.ends, other.ends) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (one, other) => one.or(other),
        };
        Self { cells: self.cells + other.cells, ends }
    }
}

/// What a column's cells are as dates.
#[derive(Debug, Clone, Default)]
pub(super) struct Days {
    /// The forms that cells prove, with the first of them.
    pub(super) forms: Vec<(Form, Places)>,
    /// Days that are the same in every form that their cells can have.
    pub(super) sure: Range,
    /// Cells whose day and month may be exchanged.
    pub(super) open: Places,
    /// Those with the day first, and with the month first.
    pub(super) either: [Range; 2],
    /// Cells that only a declared format reads.
    pub(super) short: Places,
    /// Per format of [`DECLARED`], the days that it reads.
    pub(super) declared: [Range; DECLARED.len()],
    /// Day numbers of a spreadsheet.
    pub(super) serials: Places,
    /// Cells that are no dates.
    pub(super) unfit: Places,
}

/// What a cell is as a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Day {
    /// In a known form, where the cell proves one.
    Sure(Date, Option<Form>),
    /// Day and month may be exchanged: with the day first, with the month first.
    Open(Option<Date>, Option<Date>),
    /// In these formats.
    Declared(Vec<(usize, Date)>),
    /// A spreadsheet's day number.
    Serial,
}

/// Reads a cell as a date.
pub(super) fn day(cell: &str) -> Option<Day> {
    match date::read(cell, &Known::Unknown) {
        Ok(day) => Some(Day::Sure(day, date::evidence(cell))),
        Err(DateFault::Ambiguous) => {
            let under = |form| date::read(cell, &Known::Declared(form)).ok();
            Some(Day::Open(under(Form::DayFirst), under(Form::MonthFirst)))
        }
        Err(DateFault::Serial) => Some(Day::Serial),
        Err(DateFault::ShortYear { .. } | DateFault::Form | DateFault::Time) => declared(cell),
        // The last two only DATEV's dates have.
        Err(
            DateFault::NoSuchDay
            | DateFault::Year
            | DateFault::Contradicts { .. }
            | DateFault::DayMonth
            | DateFault::Outside { .. },
        ) => None,
    }
}

/// Cells that no known form reads, by the formats that could be declared.
fn declared(cell: &str) -> Option<Day> {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    if !(6..=22).contains(&cell.len()) || digits < 3 {
        return None;
    }
    let read = |format: &&str| {
        let day = strtime::parse(format, cell).ok()?.to_date().ok()?;
        Year::new(day.year()).map(|_| day)
    };
    let days = DECLARED.iter().enumerate().filter_map(|(index, format)| Some((index, read(format)?)));
    let days: Vec<(usize, Date)> = days.collect();
    (!days.is_empty()).then_some(Day::Declared(days))
}

impl Days {
    /// Takes a cell that is not empty, as a day if it is one.
    pub(super) fn see(&mut self, day: Option<&Day>, cite: &dyn Fn() -> Cited) {
        match day {
            None => self.unfit.add(cite),
            Some(Day::Serial) => self.serials.add(cite),
            Some(Day::Sure(day, form)) => {
                self.sure.add(*day);
                if let Some(form) = form {
                    self.prove(form, cite);
                }
            }
            Some(Day::Open(day_first, month_first)) => {
                self.open.add(cite);
                for (range, day) in self.either.iter_mut().zip([day_first, month_first]) {
                    if let Some(day) = day {
                        range.add(*day);
                    }
                }
            }
            Some(Day::Declared(days)) => {
                self.short.add(cite);
                for (format, day) in days {
                    self.declared[*format].add(*day);
                }
            }
        }
    }

    fn prove(&mut self, form: &Form, cite: &dyn Fn() -> Cited) {
        if let Some((_, places)) = self.forms.iter_mut().find(|(known, _)| known == form) {
            places.add(cite);
            return;
        }
        let mut places = Places::default();
        places.add(cite);
        self.forms.push((form.clone(), places));
    }

    /// Cells that are dates in one way or another.
    pub(super) fn cells(&self) -> u64 {
        self.sure.cells + self.open.count + self.short.count
    }

    /// The declared formats that read all cells that need one.
    pub(super) fn formats(&self) -> Vec<usize> {
        let most = self.short.count;
        (0..DECLARED.len()).filter(|format| most > 0 && self.declared[*format].cells == most).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_that_must_be_declared_are_found() {
        let formats = |cell: &str| match day(cell) {
            Some(Day::Declared(days)) => days.iter().map(|(format, _)| DECLARED[*format]).collect(),
            _ => Vec::new(),
        };
        assert_eq!(formats("02-Mar-12"), ["%d-%b-%y"]);
        assert_eq!(formats("14 Apr 2023"), ["%d %b %Y"]);
        assert_eq!(formats("31.12.14"), ["%d.%m.%y"]);
        assert_eq!(formats("02/06/17"), ["%d/%m/%y", "%m/%d/%y"]);
        assert_eq!(formats("31.12.2014 08:15"), ["%d.%m.%Y %H:%M"]);
        for cell in ["gestern", "RE-2014-1", "1.100.01.01.01", "B000018580/57559"] {
            assert_eq!(day(cell), None, "{cell}");
        }
    }
}
