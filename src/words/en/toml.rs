//! English sentences for [`TomlFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive,
//! names from the files stand in back-ticks.

use crate::finding::TomlFault;
use crate::finding::toml::{Form, Kind, Syntax};
use crate::words::Sentence;
use crate::words::lists::listed;

/// The sentence for a fault.
pub(super) fn sentence(fault: &TomlFault) -> Sentence {
    match fault {
        TomlFault::NotUtf8 { byte, meant, more } => not_utf8(*byte, *meant, *more),
        TomlFault::Syntax(syntax) => self::syntax(syntax),
        TomlFault::UnknownKey { table, key, nearest, known } => {
            unknown_key(table, key, nearest.as_deref(), known)
        }
        TomlFault::Missing { table, key, example } => Sentence::new(
            format!("`{key}` is missing in {}.", place(table)),
            format!("Add, for instance: {example}"),
        ),
        TomlFault::WrongKind { key, expected, found, spelling } => Sentence::new(
            format!("`{key}` takes {}, but {} was found.", kind(*expected), kind(*found)),
            spelling.as_ref().map_or_else(|| form_of(*expected), |it| write(it)),
        ),
        TomlFault::NotExact { key, written, spelling } => Sentence::new(
            format!("`{key}` is written as the floating-point number {written}; such numbers are not exact."),
            spelling.as_ref().map_or_else(
                || "Write the number in quotes, with a decimal point: \"15000.00\"".to_owned(),
                |it| format!("Write the number in quotes: {it}"),
            ),
        ),
        TomlFault::NotPlain { key, expected, written, spelling } => Sentence::new(
            format!("`{key}` takes {}, but `{written}` was found.", kind(*expected)),
            spelling.as_ref().map_or_else(|| form_of(*expected), |it| write(it)),
        ),
        TomlFault::NotAllowed { key, written, allowed, nearest } => {
            not_allowed(key, written, allowed, nearest.as_deref())
        }
        TomlFault::BadId { id, spelling } => Sentence::new(
            format!("The id `{id}` has other characters than lower-case letters a–z, digits and `-`."),
            spelling.as_ref().map_or_else(
                || "Choose an id like `saarpfalz`; the full name stands in `name`.".to_owned(),
                |it| format!("Write `{it}` here and wherever it is named."),
            ),
        ),
        TomlFault::OutOfRange { key, written, least, most } => {
            out_of_range(key, written, least, most.as_deref())
        }
        TomlFault::Empty { key } => {
            Sentence::new(format!("`{key}` is empty."), "Fill it in, or delete the entry.".to_owned())
        }
        TomlFault::Malformed { key, form, written, spelling } => {
            malformed(key, *form, written, spelling.as_deref())
        }
    }
}

fn out_of_range(key: &str, written: &str, least: &str, most: Option<&str>) -> Sentence {
    Sentence::new(
        format!("`{key}` is {written}, which is out of range."),
        match most {
            Some(most) => format!("It can be {least} to {most}."),
            None => format!("It can be {least} or more."),
        },
    )
}

fn unknown_key(table: &str, key: &str, nearest: Option<&str>, known: &[String]) -> Sentence {
    Sentence::new(
        format!("`{key}` is not known in {}.", place(table)),
        nearest.map_or_else(|| format!("Possible here: {}.", listed(known, "and")), meant),
    )
}

fn not_allowed(key: &str, written: &str, allowed: &[String], nearest: Option<&str>) -> Sentence {
    Sentence::new(
        format!("`{key}` cannot be `{written}`; it can only be {}.", listed(allowed, "or")),
        nearest.map_or_else(|| "Choose one of the possible values.".to_owned(), meant),
    )
}

fn meant(near: &str) -> String {
    format!("You probably meant `{near}`.")
}

fn not_utf8(byte: u8, meant: char, more: usize) -> Sentence {
    let letter = if meant == '?' { String::new() } else { format!(", probably `{meant}`") };
    let rest = match more {
        0 => String::new(),
        1 => " One more such byte follows.".to_owned(),
        more => format!(" {more} more such bytes follow."),
    };
    Sentence::new(
        format!("The file is not saved as UTF-8: here stands the byte 0x{byte:02X}{letter}.{rest}"),
        "Save the file in your editor with the encoding UTF-8.",
    )
}

fn syntax(syntax: &Syntax) -> Sentence {
    let (message, help) = match syntax {
        Syntax::Duplicate => {
            ("This entry already stands in the same table.", "Delete one of the two entries, or rename it.")
        }
        Syntax::Value { written, spelling } => return value(written, spelling.as_deref()),
        Syntax::Rest => (
            "The value ends here, but the line goes on.",
            "Write one entry on each line; a remark begins with `#`.",
        ),
        Syntax::Date => {
            ("There is no such date, or it is incomplete.", "Write year-month-day without quotes: 2014-05-19")
        }
        Syntax::Unclosed => (
            "A closing character is missing here: a quote, a bracket or a brace.",
            "Add the character that belongs to the opening one: `\"`, `]` or `}`.",
        ),
        Syntax::NoValue => {
            ("No value follows this name.", "Write name = \"value\", or put `#` before a remark.")
        }
        Syntax::Key => (
            "This name has characters that are not allowed without quotes.",
            "Allowed are the letters a–z, digits, `_` and `-`; ids have no umlauts. An own share stands in quotes: \
             \"own:kreis\".",
        ),
        Syntax::Comma => (
            "A comma is missing here, or there is one too many.",
            "Put one comma between the values of a list and between the entries in braces.",
        ),
        Syntax::Escape => (
            "A backslash `\\` has a special meaning in double quotes.",
            "Double it (`\\\\`), or put the text in single quotes.",
        ),
        Syntax::Other(words) => {
            return Sentence::new(
                format!("The line is not valid TOML ({words})."),
                "Write name = value on each line, with texts and amounts in quotes.",
            );
        }
    };
    Sentence::new(message, help)
}

fn value(written: &str, spelling: Option<&str>) -> Sentence {
    Sentence::new(
        format!("`{written}` is neither a text in quotes nor a whole number nor a date."),
        spelling.map_or_else(
            || "Put texts and amounts in quotes; a date is written 2014-05-19.".to_owned(),
            write,
        ),
    )
}

fn malformed(key: &str, form: Form, written: &str, spelling: Option<&str>) -> Sentence {
    let (expected, example) = match form {
        Form::MonthDay => ("a reference date", "Write month-day, for instance \"12-31\", or \"latest\"."),
        Form::DateFormat => (
            "a date format with day, month and year",
            "Write %d for the day, %m for the month, %Y for the year: \"%d.%m.%Y\"",
        ),
        Form::Files => (
            "a pattern of files inside the folder",
            "Write the path from the folder with `/`, without `..` and without a drive: \"ledger/*.csv\"",
        ),
        Form::Encoding => (
            "a known character encoding",
            "Known are, among others, \"utf-8\", \"windows-1252\", \"iso-8859-15\" and \"utf-16le\".",
        ),
        Form::Year => ("a year of four digits", "Write, for instance, \"2014\" = \"97460.00\""),
    };
    Sentence::new(
        format!("`{key}` takes {expected}, but `{written}` was found."),
        spelling.map_or_else(|| example.to_owned(), write),
    )
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "a text in quotes",
        Kind::Whole => "a whole number",
        Kind::Float => "a floating-point number",
        Kind::Flag => "`true` or `false`",
        Kind::Day => "a date",
        Kind::Time => "a date with a time, or a time",
        Kind::List => "a list",
        Kind::Table => "a table",
        Kind::Amount => "an amount with a decimal point and at most two decimals",
        Kind::Quantity => "a number with a decimal point",
        Kind::Column => "a column's name or number",
        Kind::Cell => "a text, a whole number or a date",
    }
}

fn form_of(kind: Kind) -> String {
    match kind {
        Kind::Text => "Put the text in quotes.",
        Kind::Whole => "Write a whole number without quotes, for instance 1.",
        Kind::Float | Kind::Quantity => "Write only digits and a decimal point, in quotes: \"54.74\"",
        Kind::Flag => "Write true or false, without quotes.",
        Kind::Day | Kind::Time => "Write year-month-day without quotes: 2014-05-19",
        Kind::List => "Write the values in brackets: [ … ]",
        Kind::Table => "Write the entries in braces: { name = … }",
        Kind::Amount => "Write only digits and a decimal point, in quotes: \"15000.00\"",
        Kind::Column => "Write the column's name in quotes, or its number, counted from 1.",
        Kind::Cell => "Write the value as it would stand in the cell, in quotes.",
    }
    .to_owned()
}

fn write(spelling: &str) -> String {
    format!("Write {spelling}")
}

fn place(table: &str) -> String {
    match table {
        "" => "umlage.toml".to_owned(),
        "ledger" => "`[[ledger]]`".to_owned(),
        table => format!("`[{table}]`"),
    }
}
