//! Bytes of umlage.toml that are not text, and text that is not TOML.
//!
//! In: the file's bytes, and what the parser says. Out: text of the same length, so that every place stays what
//! it is, and findings in our own words. A line with a syntax error casts a shadow: what is found there by
//! reading on is only a consequence, and so is anything that the whole file would have to say.

use std::ops::Range;

use super::number::{quoted, respelled};
use super::sheet::Sheet;
use super::value::any_day;
use crate::finding::toml::Syntax;
use crate::finding::{Fault, Finding, TomlFault};

/// The bytes as text; bytes that are not UTF-8 become `?`, and the first is noted.
pub(super) fn text(bytes: &[u8]) -> (String, Option<(usize, TomlFault)>) {
    let mut text = String::with_capacity(bytes.len());
    let mut bad = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            bad.push((text.len(), *byte));
            text.push('?');
        }
    }
    let fault = bad.first().map(|(offset, byte)| {
        let meant = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[*byte]).0.chars().next();
        let meant = meant.filter(|letter| letter.is_alphabetic()).unwrap_or('?');
        (*offset, TomlFault::NotUtf8 { byte: *byte, meant, more: bad.len() - 1 })
    });
    (text, fault)
}

/// Are the bytes UTF-16, of which nothing more can be said?
pub(super) fn is_wide(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff])
}

/// Notes the parser's errors, the first of each shadow, and says where their shadows lie.
pub(super) fn note(errors: &[toml::de::Error], sheet: &mut Sheet<'_>) -> Vec<Range<usize>> {
    let mut shadows: Vec<Range<usize>> = Vec::new();
    let mut errors: Vec<_> =
        errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
    errors.sort_by_key(|(span, _)| span.start);
    for (span, message) in errors {
        let line = line(sheet.text(), span.start);
        if shadows.iter().any(|shadow| shadow.contains(&line.start) || shadow.start == line.start) {
            continue;
        }
        let (fault, span) = syntax(message, span, &line, sheet.text());
        sheet.note(&span, TomlFault::Syntax(fault));
        shadows.push(shadow(sheet.text(), line, message));
    }
    shadows
}

/// Does the finding hold although there are syntax errors? What the whole file would have to say does not.
pub(super) fn holds(finding: &Finding, shadows: &[Range<usize>]) -> bool {
    let offset = finding.place.and_then(|place| usize::try_from(place.offset).ok()).unwrap_or(0);
    match &finding.fault {
        Fault::Toml(TomlFault::Syntax(_) | TomlFault::NotUtf8 { .. }) => true,
        Fault::Toml(TomlFault::Missing { .. } | TomlFault::Empty { .. }) | Fault::Agreement(_) => {
            shadows.is_empty()
        }
        _ => !shadows.iter().any(|shadow| shadow.contains(&offset)),
    }
}

fn syntax(message: &str, span: Range<usize>, line: &Range<usize>, text: &str) -> (Syntax, Range<usize>) {
    let has = |part: &str| message.contains(part);
    let fault = if has("duplicate key") {
        Syntax::Duplicate
    } else if has("quoted") || has("leading zero") || has("unexpected key or value") || has("invalid float") {
        return value(span, line, text);
    } else if has("invalid date") || has("invalid time") || has("invalid offset") {
        Syntax::Date
    } else if has("unclosed") || has("basic string") || has("literal string") {
        Syntax::Unclosed
    } else if has("no value") || has("missing value") {
        Syntax::NoValue
    } else if has("unquoted key") || has("empty key") {
        Syntax::Key
    } else if has("comma") {
        Syntax::Comma
    } else if has("escape") {
        Syntax::Escape
    } else {
        Syntax::Other(message.to_owned())
    };
    (fault, span)
}

/// A bare value: all that the line has behind `=`, unless that is a list or a table of several values.
fn value(span: Range<usize>, line: &Range<usize>, text: &str) -> (Syntax, Range<usize>) {
    let written = text.get(line.clone()).unwrap_or_default();
    let alone =
        written.split_once('=').filter(|(_, value)| !value.trim_start().starts_with(['[', '{', '"', '\'']));
    let (start, written) = match alone {
        Some((key, value)) => {
            let value = value.split(" #").next().unwrap_or(value);
            (line.start + key.len() + 1 + value.len() - value.trim_start().len(), value.trim())
        }
        None => (span.start, text.get(span).unwrap_or_default()),
    };
    let spelling =
        any_day(written).map(|day| day.to_string()).or_else(|| respelled(written).as_deref().map(quoted));
    let spelling =
        spelling.or_else(|| (!written.is_empty()).then(|| quoted(written.trim_matches(['„', '“', '”']))));
    let written = written.to_owned();
    (Syntax::Value { spelling, written: written.clone() }, start..start + written.len())
}

/// The line in which a byte lies, without its end.
fn line(text: &str, offset: usize) -> Range<usize> {
    let offset = (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    let end = text[offset..].find('\n').map_or(text.len(), |length| offset + length);
    start..end
}

/// The line itself; after a broken header or an open bracket, everything as far as the next header.
fn shadow(text: &str, line: Range<usize>, message: &str) -> Range<usize> {
    let own = text.get(line.clone()).unwrap_or_default();
    let open = own.trim_start().starts_with('[') || message.contains("unclosed") || message.contains("array");
    if !open {
        return line;
    }
    let after = text.get(line.end..).unwrap_or_default();
    line.start..after.find("\n[").map_or(text.len(), |next| line.end + next + 1)
}
