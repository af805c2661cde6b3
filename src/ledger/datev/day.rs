//! DATEV's dates: day and month, the year from the first line.
//!
//! In: a cell such as `3112` or `103`, and the fiscal year and period that the first line says. Out: the one day of
//! that fiscal year, or why there is none. `31122025`, as DATEV writes its other dates, is read as it
//! stands. A day outside the period is refused: as the row has no year of its own, nothing else could tell
//! that the first line is another file's.

use crate::finding::cell::DateFault;
use crate::period::{Date, Span, Year};

/// The days that a batch can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Calendar {
    /// The fiscal year.
    pub(crate) year: Span,
    /// The part of it that the batch is of.
    pub(crate) batch: Span,
}

impl Calendar {
    /// The day that the cell means.
    pub(crate) fn day(self, cell: &str) -> Result<Date, DateFault> {
        if !cell.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(DateFault::DayMonth);
        }
        match cell.len() {
            3 | 4 => self.of_the_year(number(cell)?),
            7 | 8 => whole(number(cell)?),
            _ => Err(DateFault::DayMonth),
        }
    }

    /// The year has each day once, or, as 29 February, not at all.
    fn of_the_year(self, written: i32) -> Result<Date, DateFault> {
        let (day, month) = (small(written / 100), small(written % 100));
        if Date::new(2000, month, day).is_err() {
            return Err(DateFault::NoSuchDay);
        }
        let in_year = |year: i16| Date::new(year, month, day).ok().filter(|day| self.year.holds(*day));
        let day = in_year(self.year.from().year()).or_else(|| in_year(self.year.to().year()));
        match day {
            Some(day) if self.batch.holds(day) => Ok(day),
            Some(_) => Err(DateFault::Outside { span: self.batch, year: false }),
            None => Err(DateFault::Outside { span: self.year, year: true }),
        }
    }
}

/// `31122025`
fn whole(written: i32) -> Result<Date, DateFault> {
    let (day, month) = (small(written / 1_000_000), small(written / 10_000 % 100));
    let year = i16::try_from(written % 10_000).unwrap_or(0);
    let date = Date::new(year, month, day).map_err(|_| DateFault::NoSuchDay)?;
    Year::new(year).map_or(Err(DateFault::Year), |_| Ok(date))
}

fn number(digits: &str) -> Result<i32, DateFault> {
    digits.parse().map_err(|_| DateFault::DayMonth)
}

fn small(number: i32) -> i8 {
    i8::try_from(number).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: &str, to: &str) -> Span {
        Span::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
    }

    fn read(cell: &str, year: Span) -> Result<String, DateFault> {
        Calendar { year, batch: year }.day(cell).map(|day| day.to_string())
    }

    #[test]
    fn a_fiscal_year_that_is_a_calendar_year_has_each_day_in_it() {
        let year = span("2025-01-01", "2025-12-31");
        for (cell, day) in
            [("3112", "2025-12-31"), ("0101", "2025-01-01"), ("101", "2025-01-01"), ("2802", "2025-02-28")]
        {
            assert_eq!(read(cell, year).as_deref(), Ok(day), "{cell}");
        }
    }

    #[test]
    fn a_fiscal_year_from_july_lies_in_two_calendar_years() {
        let year = span("2024-07-01", "2025-06-30");
        for (cell, day) in
            [("0107", "2024-07-01"), ("3112", "2024-12-31"), ("101", "2025-01-01"), ("3006", "2025-06-30")]
        {
            assert_eq!(read(cell, year).as_deref(), Ok(day), "{cell}");
        }
    }

    #[test]
    fn a_leap_day_is_there_only_in_a_leap_year() {
        let leap = span("2023-07-01", "2024-06-30");
        assert_eq!(read("2902", leap).as_deref(), Ok("2024-02-29"));
        let year = span("2025-01-01", "2025-12-31");
        assert_eq!(read("2902", year), Err(DateFault::Outside { span: year, year: true }));
    }

    #[test]
    fn a_day_outside_the_batch_is_refused() {
        let (year, batch) = (span("2025-01-01", "2025-12-31"), span("2025-02-01", "2025-02-28"));
        let calendar = Calendar { year, batch };
        assert_eq!(calendar.day("103"), Err(DateFault::Outside { span: batch, year: false }));
        assert!(calendar.day("2802").is_ok());
    }

    #[test]
    fn what_is_no_day_is_refused() {
        let year = span("2025-01-01", "2025-12-31");
        for cell in ["3102", "0013", "1300", "000", "9999"] {
            assert_eq!(read(cell, year), Err(DateFault::NoSuchDay), "{cell}");
        }
        for cell in ["1", "12", "31.12.", "010125", "31.12.2025", "-101", "999999999"] {
            assert_eq!(read(cell, year), Err(DateFault::DayMonth), "{cell}");
        }
        assert_eq!(read("31122024", year).as_deref(), Ok("2024-12-31"));
        assert_eq!(read("1012025", year).as_deref(), Ok("2025-01-01"));
        assert_eq!(read("01010025", year), Err(DateFault::Year));
    }
}
