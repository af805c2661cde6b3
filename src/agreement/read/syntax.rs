//! Bytes of umlage.toml that are not text, and text that is not TOML.
//!
//! In: the file's bytes, and what the parser says. Out: text of the same length, so that every place stays
//! what it is, and findings in our own words. A line with a syntax error casts a shadow: what is found
//! there by reading on is only a consequence, and so is anything that the whole file would have to say.

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
    let has = |parts: &[&str]| parts.iter().any(|part| message.contains(part));
    let fault = if has(&["duplicate key"]) {
        Syntax::Duplicate
    } else if has(&["unquoted key", "keys cannot be"]) {
        Syntax::Key
    } else if has(&["unexpected key or value"]) {
        return value(line, text).unwrap_or((Syntax::Rest, span));
    } else if has(&[
        "must be quoted",
        "leading zero",
        "number",
        "float",
        "mantissa",
        "fraction",
        "sign",
        "digits",
    ]) {
        return value(line, text).unwrap_or_else(|| respelt(span.start, word(text, span)));
    } else if has(&["invalid date", "invalid time", "invalid offset"]) {
        Syntax::Date
    } else if has(&["unclosed", "string, expected `\"", "string, expected `'"]) {
        Syntax::Unclosed
    } else if has(&["no value", "missing value"]) {
        Syntax::NoValue
    } else if has(&["comma"]) {
        Syntax::Comma
    } else if has(&["escape"]) {
        Syntax::Escape
    } else {
        Syntax::Other(message.to_owned())
    };
    (fault, span)
}

/// A bare value: all that the line has behind `=`, unless that is a list, a table or text in quotes.
fn value(line: &Range<usize>, text: &str) -> Option<(Syntax, Range<usize>)> {
    let (key, value) = text.get(line.clone())?.split_once('=')?;
    let start = line.start + key.len() + 1 + value.len() - value.trim_start().len();
    let value = value.split(" #").next()?.trim();
    (!value.is_empty() && !value.starts_with(['[', '{', '"', '\''])).then(|| respelt(start, value))
}

/// The whole word that begins with the span, where the parser stopped inside it, as after the first zero of `0448`.
fn word(text: &str, span: Range<usize>) -> &str {
    let rest = text.get(span.end..).unwrap_or_default();
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let more = rest.find(|c| !inside(c)).unwrap_or(rest.len());
    text.get(span.start..span.end + more).unwrap_or_default()
}

/// A bare value as it would be written in TOML: a day, a number, or else text.
fn respelt(start: usize, written: &str) -> (Syntax, Range<usize>) {
    if written.is_empty() {
        return (Syntax::NoValue, start..start);
    }
    let number = || respelled(written).as_deref().map(quoted);
    let word = || Some(written.trim_matches(['„', '“', '”'])).filter(|word| !word.is_empty()).map(quoted);
    let spelling = any_day(written).map(|day| day.to_string()).or_else(number).or_else(word);
    (Syntax::Value { written: written.to_owned(), spelling }, start..start + written.len())
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
