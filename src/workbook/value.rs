//! A cell's value as text.
//!
//! In: a value, and how umlage.toml says that numbers and dates are written. Out: the text that the same cell would have
//! in a CSV file. Numbers are the shortest decimal that is read back as the same number, never with an exponent; days are
//! written by the declared format, a time of midnight left out and any other kept, so that the reader can refuse it.

use calamine::{DataRef, ExcelDateTime};
use jiff::civil::{Date, DateTime};
use jiff::fmt::strtime;

use super::Wish;
use super::book::Found;

/// How numbers and dates are written.
pub(super) struct Style<'w> {
    comma: bool,
    date_format: &'w str,
}

impl<'w> Style<'w> {
    pub(super) fn of(wish: &Wish<'w>) -> Self {
        Self { comma: wish.decimal == Some(b','), date_format: wish.date_format.unwrap_or("%Y-%m-%d") }
    }

    /// The cell's text.
    pub(super) fn text(&self, found: &Found<'_>) -> String {
        match &found.value {
            DataRef::Int(number) => number.to_string(),
            DataRef::Float(number) => self.number(*number),
            DataRef::SharedString(text) => (*text).to_owned(),
            DataRef::Bool(true) => "TRUE".to_owned(),
            DataRef::Bool(false) => "FALSE".to_owned(),
            DataRef::DateTime(time) => self.serial(*time),
            DataRef::DateTimeIso(text) => self.written(text),
            DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
            DataRef::Error(error) => error.to_string(),
            DataRef::Empty => found.formula.as_ref().map(|formula| as_formula(formula)).unwrap_or_default(),
        }
    }

    fn number(&self, number: f64) -> String {
        let text = number.to_string();
        if self.comma { text.replace('.', ",") } else { text }
    }

    /// A day number of Excel that is formatted as a date, a time or a duration.
    fn serial(&self, time: ExcelDateTime) -> String {
        let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
        let number = time.as_f64();
        let plain = number.to_string();
        let days: Option<u32> = plain.split('.').next().and_then(|whole| whole.parse().ok());
        match days {
            Some(days) if time.is_duration() => {
                format!("{}:{minute:02}:{second:02}", u64::from(days) * 24 + u64::from(hour))
            }
            Some(0) => format!("{hour:02}:{minute:02}:{second:02}"),
            Some(..=2_958_465) if number >= 0.0 => {
                let date = format!("{year:04}-{month:02}-{day:02}");
                let milli = if milli == 0 { String::new() } else { format!(".{milli:03}") };
                self.written(&format!("{date}T{hour:02}:{minute:02}:{second:02}{milli}"))
            }
            // No day that Excel knows: the number, which no reader takes for a date.
            _ => self.number(number),
        }
    }

    /// A day as ISO 8601 writes it, perhaps with a time of day; as it stands where it is none.
    fn written(&self, iso: &str) -> String {
        let (date, time) = iso.split_once('T').unwrap_or((iso, ""));
        let time = time.strip_suffix('Z').unwrap_or(time);
        let midnight = time.bytes().all(|byte| matches!(byte, b'0' | b':' | b'.'));
        let Ok(day) = date.parse::<Date>() else {
            return if midnight { date.to_owned() } else { format!("{date} {time}") };
        };
        let moment: Option<DateTime> = iso.strip_suffix('Z').unwrap_or(iso).parse().ok();
        let written = strtime::format(self.date_format, moment.unwrap_or_else(|| day.at(0, 0, 0, 0)));
        let Ok(written) = written else { return iso.to_owned() };
        let kept = |written: &str| {
            strtime::parse(self.date_format, written).ok().and_then(|read| read.to_datetime().ok()) == moment
        };
        if midnight || kept(&written) { written } else { format!("{written} {time}") }
    }
}

/// A formula as Excel shows it: .ods writes it as `of:=SUM([.A1])`.
fn as_formula(formula: &str) -> String {
    let formula = formula.split_once('=').map_or(formula, |(_, formula)| formula);
    format!("={formula}")
}

/// Is the text what a spreadsheet shows in place of a result that it could not compute?
pub(super) fn is_error(text: &str) -> bool {
    let upper = text.starts_with('#') && !text.chars().any(|c| c.is_lowercase() || c.is_whitespace());
    let known = text.ends_with(['!', '?']) || ["#N/A", "#NV"].contains(&text);
    (upper && known) || text.strip_prefix("Err:").is_some_and(|code| code.parse::<u16>().is_ok())
}
