//! Findings as people and programs read them.
//!
//! In: findings with the spots that were looked up for them. Out: for people the place, the sentence, the line
//! with a mark under the place and what to do; for programs a JSON list.

use serde::Serialize;
use unicode_width::UnicodeWidthChar;

use crate::agreement::Language;
use crate::excerpt::Excerpt;
use crate::finding::{Code, Finding};
use crate::words::format::printable;
use crate::words::phrase::{NoticePhrase, notice};
use crate::words::sentence;

/// A finding and where it is to be seen.
#[derive(Debug, Clone)]
pub struct Located<'a> {
    /// The finding.
    pub finding: &'a Finding,
    /// Its place, where it has one.
    pub spot: Option<Spot>,
    /// The place that it contradicts, where there is one.
    pub also: Option<Spot>,
}

/// A place as an editor shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The file, relative to the folder.
    pub file: String,
    /// Line, column and text; none of a file that has no lines to show.
    pub excerpt: Option<Excerpt>,
}

impl Spot {
    /// `umlage.toml:41:9`, `ledger/buchungen.xlsx:Tabelle1!C7`.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.excerpt {
            None => self.file.clone(),
            Some(Excerpt { cell: Some(cell), .. }) => format!("{}:{cell}", self.file),
            Some(Excerpt { line, column, .. }) => format!("{}:{line}:{column}", self.file),
        }
    }

    /// The row without a column: `ledger/a.csv:17`, `ledger/buchungen.xlsx:Tabelle1!A7`.
    #[must_use]
    pub fn row(&self) -> String {
        match &self.excerpt {
            Some(Excerpt { cell: None, line, .. }) => format!("{}:{line}", self.file),
            _ => self.name(),
        }
    }

    /// The line with its number, and the mark under the place.
    fn shown(&self) -> String {
        let Some(excerpt) = &self.excerpt else { return String::new() };
        let (before, marked, after) = parts(excerpt);
        let number = excerpt.line.to_string();
        let gutter = " ".repeat(number.len());
        let mark = format!("{}{}", " ".repeat(width(&before)), "^".repeat(width(&marked).max(1)));
        format!("{number} | {}\n{gutter} | {mark}\n", format!("{before}{marked}{after}").trim_end())
    }
}

/// What stands before the mark, what is marked, what stands behind.
fn parts(excerpt: &Excerpt) -> (String, String, String) {
    let letters: Vec<char> = excerpt.text.chars().collect();
    let start = excerpt.mark.start.min(letters.len());
    let end = excerpt.mark.end.clamp(start, letters.len());
    let text = |letters: &[char]| visible(&letters.iter().collect::<String>());
    (text(&letters[..start]), text(&letters[start..end]), text(&letters[end..]))
}

/// Tabs as four blanks, other control characters visible.
fn visible(text: &str) -> String {
    printable(&text.replace('\t', "    "))
}

fn width(text: &str) -> usize {
    text.chars().map(|letter| letter.width().unwrap_or(0)).sum()
}

/// One finding for people.
#[must_use]
pub fn text(located: &Located<'_>, language: Language) -> String {
    let fault = &located.finding.fault;
    let severity = notice(NoticePhrase::Severity(fault.severity()), language);
    let sentence = sentence(fault, language);
    let place = located.spot.as_ref().map(|spot| format!("{}: ", spot.name())).unwrap_or_default();
    let head = format!("{place}{severity}[{}]: {}\n", fault.code(), printable(&sentence.message));
    let excerpt = located.spot.as_ref().map(Spot::shown).unwrap_or_default();
    let also = located.also.as_ref().map(|also| {
        let against = notice(NoticePhrase::Against, language);
        format!("  {against}: {}\n{}", also.name(), also.shown())
    });
    let help = Some(&sentence.help).filter(|help| !help.is_empty());
    let help = help.map(|text| format!("  {}: {}\n", notice(NoticePhrase::Help, language), printable(text)));
    [head, excerpt, also.unwrap_or_default(), help.unwrap_or_default()].concat()
}

/// The line for findings that were counted but not kept.
#[must_use]
pub fn more(count: u64, code: Code, file: Option<&str>, language: Language) -> String {
    notice(NoticePhrase::More(count, code, file), language)
}

/// Findings as a JSON list, as `check --format json` writes it.
#[must_use]
pub fn json(located: &[Located<'_>], language: Language) -> String {
    let list: Vec<Shape> = located.iter().map(|located| Shape::new(located, language)).collect();
    super::json::pretty(&list)
}

/// A finding in JSON (design 6).
#[derive(Debug, Serialize)]
pub(super) struct Shape {
    code: String,
    severity: &'static str,
    file: Option<String>,
    line: Option<u64>,
    column: Option<u64>,
    /// Of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
    message: String,
    help: String,
}

impl Shape {
    pub(super) fn new(located: &Located<'_>, language: Language) -> Self {
        let fault = &located.finding.fault;
        let sentence = sentence(fault, language);
        let spot = located.spot.as_ref();
        let excerpt = spot.and_then(|spot| spot.excerpt.as_ref());
        Self {
            code: fault.code().to_string(),
            severity: fault.severity().id(),
            file: spot.map(|spot| spot.file.clone()),
            line: excerpt.map(|excerpt| excerpt.line),
            column: excerpt.map(|excerpt| excerpt.column),
            cell: excerpt.and_then(|excerpt| excerpt.cell.clone()),
            message: sentence.message,
            help: sentence.help,
        }
    }
}

#[cfg(test)]
mod tests;
