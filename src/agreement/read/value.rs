//! The typed readers: an entry of umlage.toml as text, day, number, list, table.
//!
//! In: an entry. Out: its value, or a finding that says what was expected, what was found and, where that
//! can be told, what to type. An entry of the wrong kind is never converted.

use std::ops::{Range, RangeInclusive};

use jiff::civil::{Date, date};
use toml::de::DeValue;
use toml::value::Datetime;

use super::number::quoted;
use super::sheet::Sheet;
use super::table::{Entry, Table};
use crate::finding::toml::Kind;
use crate::finding::{Fault, TomlFault};
use crate::nearest::nearest;
use crate::period::Year;

impl<'t> Entry<'t> {
    /// Text that holds something.
    pub(super) fn text(&self, sheet: &mut Sheet<'_>) -> Option<&'t str> {
        let DeValue::String(text) = self.value else {
            let spelling = self.is_scalar().then(|| quoted(sheet.written(&self.span)));
            return self.wrong(Kind::Text, spelling, sheet);
        };
        if text.trim().is_empty() {
            return self.refuse(TomlFault::Empty { key: self.key.to_owned() }, sheet);
        }
        Some(text)
    }

    /// Text, as a value of its own.
    pub(super) fn string(&self, sheet: &mut Sheet<'_>) -> Option<String> {
        self.text(sheet).map(str::to_owned)
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, sheet: &mut Sheet<'_>) -> Option<bool> {
        match self.value {
            DeValue::Boolean(flag) => Some(*flag),
            DeValue::String(text) if matches!(text.as_ref(), "true" | "false") => {
                self.wrong(Kind::Flag, Some(text.to_string()), sheet)
            }
            _ => self.wrong(Kind::Flag, None, sheet),
        }
    }

    /// A whole number within bounds.
    pub(super) fn whole(&self, bounds: RangeInclusive<i64>, sheet: &mut Sheet<'_>) -> Option<i64> {
        let Some(number) = self.integer() else {
            let plain = |text: &str| text.parse::<u32>().ok().map(|number| number.to_string());
            let spelling = self.value.as_str().and_then(plain);
            return self.wrong(Kind::Whole, spelling, sheet);
        };
        let inside = i64::try_from(number).ok().filter(|number| bounds.contains(number));
        inside.or_else(|| self.outside(bounds.start().to_string(), Some(bounds.end().to_string()), sheet))
    }

    /// The whole number that the entry holds, if it holds one; a number beyond all use is the largest there is.
    pub(super) fn integer(&self) -> Option<i128> {
        let DeValue::Integer(number) = self.value else { return None };
        Some(i128::from_str_radix(number.as_str(), number.radix()).unwrap_or(i128::MAX))
    }

    /// A TOML date.
    pub(super) fn day(&self, sheet: &mut Sheet<'_>) -> Option<Date> {
        let day = match self.value {
            DeValue::Datetime(written) => match civil(written) {
                Some(day) if written.time.is_none() => day,
                day => return self.wrong(Kind::Day, day.map(|day| day.to_string()), sheet),
            },
            DeValue::String(text) => {
                return self.wrong(Kind::Day, any_day(text).map(|day| day.to_string()), sheet);
            }
            _ => return self.wrong(Kind::Day, None, sheet),
        };
        if Year::new(day.year()).is_none() {
            return self.outside("1900-01-01".to_owned(), Some("2999-12-31".to_owned()), sheet);
        }
        Some(day)
    }

    /// One of these words.
    pub(super) fn choice<T: Copy>(&self, words: &[(&str, T)], sheet: &mut Sheet<'_>) -> Option<T> {
        let written = self.text(sheet)?;
        let found = words.iter().find(|(word, _)| *word == written).map(|(_, meaning)| *meaning);
        found.or_else(|| self.not_allowed(words.iter().map(|(word, _)| *word), sheet))
    }

    /// One of these characters, blank ones included.
    pub(super) fn sign(&self, signs: &[(&str, u8)], sheet: &mut Sheet<'_>) -> Option<u8> {
        let Some(written) = self.value.as_str() else { return self.wrong(Kind::Text, None, sheet) };
        let found = signs.iter().find(|(sign, _)| *sign == written).map(|(_, byte)| *byte);
        found.or_else(|| self.not_allowed(signs.iter().map(|(sign, _)| *sign), sheet))
    }

    /// A table.
    pub(super) fn table(&self, sheet: &mut Sheet<'_>) -> Option<Table<'t>> {
        match self.value {
            DeValue::Table(entries) => Some(Table::new(self.path(), self.header(sheet), entries)),
            _ => self.wrong(Kind::Table, None, sheet),
        }
    }

    /// The items of a list that holds something.
    pub(super) fn list(&self, sheet: &mut Sheet<'_>) -> Option<Vec<Self>> {
        let DeValue::Array(items) = self.value else { return self.wrong(Kind::List, None, sheet) };
        if items.is_empty() {
            return self.refuse(TomlFault::Empty { key: self.key.to_owned() }, sheet);
        }
        Some(items.iter().map(|item| self.item(item.get_ref(), item.span())).collect())
    }

    /// Notes a word that is none of those allowed.
    pub(super) fn not_allowed<'w, T>(
        &self,
        allowed: impl Iterator<Item = &'w str>,
        sheet: &mut Sheet<'_>,
    ) -> Option<T> {
        let allowed: Vec<String> = allowed.map(|word| word.escape_debug().to_string()).collect();
        let written = self.value.as_str().unwrap_or_else(|| sheet.written(&self.span)).to_owned();
        let nearest = nearest(&written, allowed.iter().map(String::as_str));
        self.refuse(TomlFault::NotAllowed { key: self.key.to_owned(), written, allowed, nearest }, sheet)
    }

    /// Notes a value of the wrong kind.
    pub(super) fn wrong<T>(
        &self,
        expected: Kind,
        spelling: Option<String>,
        sheet: &mut Sheet<'_>,
    ) -> Option<T> {
        let found = kind(self.value);
        self.refuse(TomlFault::WrongKind { key: self.key.to_owned(), expected, found, spelling }, sheet)
    }

    /// Notes a value beyond its bounds.
    pub(super) fn outside<T>(&self, least: String, most: Option<String>, sheet: &mut Sheet<'_>) -> Option<T> {
        let written = sheet.written(&self.span).to_owned();
        self.refuse(TomlFault::OutOfRange { key: self.key.to_owned(), written, least, most }, sheet)
    }

    /// Notes a fault of the value; there is nothing to go on with.
    pub(super) fn refuse<T>(&self, fault: impl Into<Fault>, sheet: &mut Sheet<'_>) -> Option<T> {
        sheet.note(&self.span, fault);
        None
    }

    fn is_scalar(&self) -> bool {
        !matches!(self.value, DeValue::Array(_) | DeValue::Table(_))
    }

    /// Where a missing key of this table is marked: its header, or its braces, or at least its name.
    fn header(&self, sheet: &Sheet<'_>) -> Range<usize> {
        if sheet.written(&self.span).is_empty() { self.key_span.clone() } else { self.span.clone() }
    }
}

fn kind(value: &DeValue<'_>) -> Kind {
    match value {
        DeValue::String(_) => Kind::Text,
        DeValue::Integer(_) => Kind::Whole,
        DeValue::Float(_) => Kind::Float,
        DeValue::Boolean(_) => Kind::Flag,
        DeValue::Datetime(written) if written.time.is_none() => Kind::Day,
        DeValue::Datetime(_) => Kind::Time,
        DeValue::Array(_) => Kind::List,
        DeValue::Table(_) => Kind::Table,
    }
}

/// The day of a TOML date; the parser has checked it, a time alone has none.
pub(super) fn civil(written: &Datetime) -> Option<Date> {
    let day = written.date?;
    let number = |part: u8| i8::try_from(part).ok();
    Date::new(i16::try_from(day.year).ok()?, number(day.month)?, number(day.day)?).ok()
}

/// The day that a text would mean, to be offered: `2014-05-19` or `19.05.2014`.
pub(super) fn any_day(text: &str) -> Option<Date> {
    let text = text.trim();
    let found = ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|format| Date::strptime(format, text).ok());
    found.filter(|day| *day >= date(1900, 1, 1))
}
