//! How files are written, as far as the officer says it: `encoding`, `delimiter`, `decimal`, `date_format`.
//!
//! In: a `[[ledger]]` table or `[tables]`. Out: a dialect whose encoding is known and whose date format has
//! been tried: a day written by it must be read back as the same day.

use encoding_rs::Encoding;
use jiff::civil::{Date, DateTime, date};
use jiff::fmt::strtime;

use super::sheet::Sheet;
use super::table::{Entry, Table};
use crate::agreement::{DateFormat, Dialect};
use crate::finding::TomlFault;
use crate::finding::toml::Form;

const DELIMITERS: [(&str, u8); 4] = [(";", b';'), (",", b','), ("\t", b'\t'), ("|", b'|')];
const DECIMALS: [(&str, u8); 2] = [(",", b','), (".", b'.')];

/// `[tables]`.
pub(super) fn alone(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<Dialect> {
    let mut table = entry.table(sheet)?;
    let dialect = read(&mut table, sheet);
    table.end(sheet);
    Some(dialect)
}

/// The four settings of a table.
pub(super) fn read(table: &mut Table<'_>, sheet: &mut Sheet<'_>) -> Dialect {
    Dialect {
        encoding: table.optional("encoding").and_then(|entry| encoding(&entry, sheet)),
        delimiter: table.optional("delimiter").and_then(|entry| entry.sign(&DELIMITERS, sheet)),
        decimal: table.optional("decimal").and_then(|entry| entry.sign(&DECIMALS, sheet)),
        date_format: table.optional("date_format").and_then(|entry| date_format(&entry, sheet)),
    }
}

fn encoding(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<&'static Encoding> {
    let label = entry.text(sheet)?;
    let found = Encoding::for_label_no_replacement(label.as_bytes());
    found.or_else(|| {
        let (key, written) = (entry.key.to_owned(), label.to_owned());
        let spelling = label.to_lowercase().contains("ansi").then(|| "\"windows-1252\"".to_owned());
        entry.refuse(TomlFault::Malformed { key, form: Form::Encoding, written, spelling }, sheet)
    })
}

fn date_format(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<DateFormat> {
    let format = entry.text(sheet)?;
    if is_date_format(format) {
        return Some(DateFormat(format.to_owned()));
    }
    let (key, written) = (entry.key.to_owned(), format.to_owned());
    let spelling = in_letters(format).filter(|format| is_date_format(format)).map(|it| format!("\"{it}\""));
    entry.refuse(TomlFault::Malformed { key, form: Form::DateFormat, written, spelling }, sheet)
}

/// Are days written by the format read back as the same days? Only then it has day, month and year; a time of day
/// may stand beside them.
fn is_date_format(format: &str) -> bool {
    let same = |time: DateTime| {
        strtime::format(format, time)
            .is_ok_and(|text| Date::strptime(format, &text).is_ok_and(|read| read == time.date()))
    };
    [date(2014, 12, 31), date(2009, 2, 3), date(2023, 11, 5)]
        .into_iter()
        .all(|day| same(day.at(13, 14, 15, 0)))
}

/// `TT.MM.JJJJ` in letters of `strftime`.
fn in_letters(format: &str) -> Option<String> {
    let plain = format.to_lowercase().replace('%', "");
    let year = if plain.contains("jjjj") || plain.contains("yyyy") { "%Y" } else { "%y" };
    let spelled = plain
        .replace("tt", "%d")
        .replace("dd", "%d")
        .replace("mm", "%m")
        .replace("jjjj", "%Y")
        .replace("yyyy", "%Y")
        .replace("jj", year)
        .replace("yy", year);
    (spelled != format).then_some(spelled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_format_has_day_month_and_year() {
        for format in [
            "%d.%m.%Y",
            "%d.%m.%y",
            "%Y-%m-%d",
            "%Y%m%d",
            "%m/%d/%Y",
            "%d%m%Y",
            "%F",
            "%d.%m.%Y %H:%M",
            "%Y-%m-%dT%H:%M:%S",
        ] {
            assert!(is_date_format(format), "{format}");
        }
        for format in ["%d.%m.", "%Y", "%d.%Y", "TT.MM.JJJJ", "%", "%Q", "%H:%M", "%C%d%m", ""] {
            assert!(!is_date_format(format), "{format}");
        }
    }

    #[test]
    fn letters_of_spreadsheets_are_translated() {
        assert_eq!(in_letters("TT.MM.JJJJ").as_deref(), Some("%d.%m.%Y"));
        assert_eq!(in_letters("yyyy-MM-dd").as_deref(), Some("%Y-%m-%d"));
        assert_eq!(in_letters("dd/mm/yy").as_deref(), Some("%d/%m/%y"));
    }
}
