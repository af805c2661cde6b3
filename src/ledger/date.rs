//! Dates as people write them.
//!
//! In: a cell, and the form of its file's dates where that is known. Out: a civil date from 1900 to 2999, or why
//! not. Without a declared format these forms are read, day and month with or without leading zeros:
//! `%Y-%m-%d`, `%d.%m.%Y`, `%d-%m-%Y`, `%Y/%m/%d`, `%Y%m%d`, and `%d/%m/%Y` or `%m/%d/%Y`, between which a
//! number above 12 must decide. A time of midnight after the date is passed over. Any other format, and years
//! of two digits, must be declared.

use jiff::fmt::strtime;

use super::datev::day::Calendar;
use super::dialect::Known;
use crate::finding::cell::DateFault;
use crate::period::{Date, Year};

/// How dates are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Form {
    /// `2014-12-31`
    Iso,
    /// `31.12.2014`
    Dotted,
    /// `31-12-2014`
    Dashed,
    /// `2014/12/31`
    YearFirst,
    /// `20141231`
    Compact,
    /// `31/12/2014`
    DayFirst,
    /// `12/31/2014`
    MonthFirst,
    /// As declared, in letters of `strftime`.
    Declared(String),
    /// `3112`, as DATEV writes days of the year that a file's first line says.
    Datev(Calendar),
}

/// The forms that are known without being declared, as `strftime` writes them.
const FORMS: [(Form, &str); 7] = [
    (Form::Iso, "%Y-%m-%d"),
    (Form::Dotted, "%d.%m.%Y"),
    (Form::Dashed, "%d-%m-%Y"),
    (Form::YearFirst, "%Y/%m/%d"),
    (Form::Compact, "%Y%m%d"),
    (Form::DayFirst, "%d/%m/%Y"),
    (Form::MonthFirst, "%m/%d/%Y"),
];

impl Form {
    /// The declared form.
    pub(crate) fn declared(format: &str) -> Self {
        let known = FORMS.iter().find(|(_, written)| *written == format);
        known.map_or_else(|| Self::Declared(format.to_owned()), |(form, _)| form.clone())
    }

    /// The form in letters of `strftime`.
    pub(crate) fn format(&self) -> &str {
        if let Self::Declared(format) = self {
            return format;
        }
        FORMS.iter().find(|(form, _)| form == self).map_or("", |(_, format)| format)
    }
}

/// A date as its cell writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Written {
    /// The only form that it can have; none where day and month may be exchanged.
    form: Option<Form>,
    year: i16,
    /// The month, or the day, as the form says; of an open form the first.
    month: i8,
    day: i8,
}

/// The form that the cell proves.
pub(crate) fn evidence(cell: &str) -> Option<Form> {
    written(cell).ok()?.form
}

/// Reads a cell that is not empty.
pub(crate) fn read(cell: &str, form: &Known<Form>) -> Result<Date, DateFault> {
    match form.get() {
        Some(Form::Declared(format)) => return by_format(cell, format),
        Some(Form::Datev(calendar)) => return calendar.day(cell),
        _ => {}
    }
    let written = written(cell)?;
    let contradiction = |file: &Form| {
        let format = file.format().to_owned();
        Err(DateFault::Contradicts { format, declared: form.is_declared() })
    };
    let (first, second) = (written.month, written.day);
    let (month, day) = match (&written.form, form.get()) {
        (Some(own), Some(file)) if own != file => return contradiction(file),
        (None, None) if first != second => return Err(DateFault::Ambiguous),
        (None, Some(Form::DayFirst)) => (second, first),
        (None, Some(file)) if *file != Form::MonthFirst => return contradiction(file),
        _ => (first, second),
    };
    day_of(written.year, month, day)
}

/// The date, if a calendar has it and a ledger may.
fn day_of(year: i16, month: i8, day: i8) -> Result<Date, DateFault> {
    let date = Date::new(year, month, day).map_err(|_| DateFault::NoSuchDay)?;
    Year::new(date.year()).map_or(Err(DateFault::Year), |_| Ok(date))
}

/// Reads by a declared format, the midnight after it passed over.
fn by_format(cell: &str, format: &str) -> Result<Date, DateFault> {
    let parse = |text: &str| strtime::parse(format, text).ok()?.to_date().ok();
    let date = parse(cell).or_else(|| parse(without_midnight(cell)));
    let contradicts = DateFault::Contradicts { format: format.to_owned(), declared: true };
    let fault = || if is_serial(cell) { DateFault::Serial } else { contradicts };
    let date = date.ok_or_else(fault)?;
    day_of(date.year(), date.month(), date.day())
}

/// The cell without a time of midnight.
fn without_midnight(cell: &str) -> &str {
    let times = [" 00:00:00.000", " 00:00:00", " 00:00", "T00:00:00.000", "T00:00:00", "T00:00"];
    times.iter().find_map(|time| cell.strip_suffix(time)).unwrap_or(cell).trim_end()
}

/// A spreadsheet's day number of a day from 1954 to 2119, its time of day a fraction.
fn is_serial(cell: &str) -> bool {
    let (whole, time) = cell.split_once(['.', ',']).unwrap_or((cell, "0"));
    if time.is_empty() || !time.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    whole.len() == 5 && whole.parse::<u32>().is_ok_and(|number| (20_000..80_000).contains(&number))
}

fn written(cell: &str) -> Result<Written, DateFault> {
    let date = without_midnight(cell);
    if is_serial(date) {
        return Err(DateFault::Serial);
    }
    if date.contains(':') {
        return Err(DateFault::Time);
    }
    if let Some(compact) = compact(date) {
        return Ok(compact);
    }
    let mark = date.chars().find(|c| !c.is_ascii_digit()).ok_or(DateFault::Form)?;
    let parts: Vec<&str> = date.split(mark).map(str::trim).collect();
    let [first, second, third] = parts[..] else { return Err(DateFault::Form) };
    let (a, b, c) = (number(first)?, number(second)?, number(third)?);
    if first.len() <= 2 && second.len() <= 2 && third.len() == 2 {
        return Err(DateFault::ShortYear { mark });
    }
    let whole =
        |form, year, month, day| Ok(Written { form: Some(form), year, month: small(month), day: small(day) });
    match (mark, first.len(), second.len(), third.len()) {
        ('-', 4, 1..=2, 1..=2) => whole(Form::Iso, a, b, c),
        ('/', 4, 1..=2, 1..=2) => whole(Form::YearFirst, a, b, c),
        ('.', 1..=2, 1..=2, 4) => whole(Form::Dotted, c, b, a),
        ('-', 1..=2, 1..=2, 4) => whole(Form::Dashed, c, b, a),
        ('/', 1..=2, 1..=2, 4) if a > 12 => whole(Form::DayFirst, c, b, a),
        ('/', 1..=2, 1..=2, 4) if b > 12 => whole(Form::MonthFirst, c, a, b),
        ('/', 1..=2, 1..=2, 4) => Ok(Written { form: None, year: c, month: small(a), day: small(b) }),
        _ => Err(DateFault::Form),
    }
}

/// `20141231`
fn compact(date: &str) -> Option<Written> {
    if date.len() != 8 || !date.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from, to| number(&date[from..to]).ok();
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    Some(Written { form: Some(Form::Compact), year, month: small(month), day: small(day) })
}

fn number(digits: &str) -> Result<i16, DateFault> {
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateFault::Form);
    }
    digits.parse().map_err(|_| DateFault::Form)
}

/// A number of at most two digits.
fn small(number: i16) -> i8 {
    i8::try_from(number).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::{Files, Place};

    fn known(format: &str) -> Known<Form> {
        Known::Proven(Form::declared(format), Place::start(Files::default().id("a")))
    }

    fn open(cell: &str) -> Result<String, DateFault> {
        read(cell, &Known::Unknown).map(|date| date.to_string())
    }

    #[test]
    fn forms_that_leave_no_doubt_are_read() {
        for cell in [
            "2014-12-31",
            "31.12.2014",
            "31-12-2014",
            "2014/12/31",
            "20141231",
            "31/12/2014",
            "12/31/2014",
            "31.12.2014 00:00",
            "31.12.2014 00:00:00",
            "2014-12-31T00:00:00",
        ] {
            assert_eq!(open(cell), Ok("2014-12-31".to_owned()), "{cell}");
        }
        assert_eq!(open("1.2.2014"), Ok("2014-02-01".to_owned()));
        assert_eq!(open("5/5/2014"), Ok("2014-05-05".to_owned()));
    }

    #[test]
    fn what_is_no_date_says_why() {
        use DateFault::{Ambiguous, Form, NoSuchDay, Serial, ShortYear, Time, Year};
        for (cell, fault) in [
            ("03/04/2014", Ambiguous),
            ("45000", Serial),
            ("41671,5", Serial),
            ("41671.5", Serial),
            ("41671.x", Form),
            ("31.02.2014", NoSuchDay),
            ("31.13.2014", NoSuchDay),
            ("31.12.14", ShortYear { mark: '.' }),
            ("01.01.1899", Year),
            ("01.01.3000", Year),
            ("0000-01-01", Year),
            ("31.12.2014 08:15", Time),
            ("gestern", Form),
            ("31.12", Form),
            ("2014", Form),
            ("-2014-12-31", Form),
            ("31.12.2014.", Form),
            ("٣١.١٢.٢٠١٤", Form),
            ("", Form),
        ] {
            assert_eq!(open(cell), Err(fault), "{cell}");
        }
    }

    #[test]
    fn the_file_decides_what_a_cell_leaves_open() {
        let day = |form: &str| read("03/04/2014", &known(form)).map(|date| date.to_string());
        assert_eq!(day("%d/%m/%Y"), Ok("2014-04-03".to_owned()));
        assert_eq!(day("%m/%d/%Y"), Ok("2014-03-04".to_owned()));
        assert!(matches!(day("%d.%m.%Y"), Err(DateFault::Contradicts { declared: false, .. })));
        assert!(matches!(
            read("2014-12-31", &known("%d.%m.%Y")),
            Err(DateFault::Contradicts { declared: false, .. })
        ));
    }

    #[test]
    fn a_declared_format_is_taken_at_its_word() {
        let declared = |cell, format: &str| read(cell, &Known::Declared(Form::declared(format)));
        assert_eq!(declared("05-Apr-17", "%d-%b-%y").unwrap().to_string(), "2017-04-05");
        assert_eq!(declared("31.12.14", "%d.%m.%y").unwrap().to_string(), "2014-12-31");
        assert_eq!(declared("31.12.14 00:00", "%d.%m.%y").unwrap().to_string(), "2014-12-31");
        assert_eq!(declared("31.12.2014 08:15", "%d.%m.%Y %H:%M").unwrap().to_string(), "2014-12-31");
        assert_eq!(declared("2014-12-31T23:59:59", "%Y-%m-%dT%H:%M:%S").unwrap().to_string(), "2014-12-31");
        assert_eq!(declared("45000", "%d.%m.%y"), Err(DateFault::Serial));
        assert!(matches!(
            declared("2014-12-31", "%d.%m.%y"),
            Err(DateFault::Contradicts { declared: true, .. })
        ));
        assert!(declared("31.12.2014", "%Y-%m-%d").is_err());
    }
}
