//! English: the remarks in the table that reads a file.
//!
//! In: why an entry is there. Out: its remark, a sentence or two. Questions begin with QUESTION, suggestions with SUGGESTION.

use crate::agreement::Language::En;
use crate::inspect::{Inspection, Places, Why};
use crate::words::format::count;
use crate::words::inspect::{excerpt, line};
use crate::words::lists::ticked;

/// The remark.
pub(in crate::words) fn why(why: &Why, inspection: &Inspection) -> String {
    match why {
        Why::Files => {
            "Its name in the cooperation's folder; a pattern like ledger/*.csv takes several files."
                .to_owned()
        }
        Why::Payer => {
            "QUESTION: Who paid these postings? No column says so. Fill in the id of the partner.".to_owned()
        }
        Why::PayerCells(cells) => format!(
            "A column says who paid (for instance {}). Its cells must be ids or names of the partners.",
            ticked(cells, ", ")
        ),
        Why::Encoding(place) => {
            format!("No UTF-8. Line {} reads: {}", line(*place, inspection), excerpt(*place, inspection))
        }
        Why::EncodingUnknown(place) => format!(
            "QUESTION: Which encoding? No UTF-8, and windows-1252 gives unusual characters. By it line {} reads: {} -- If \
             none fits, export the file as UTF-8.",
            line(*place, inspection),
            excerpt(*place, inspection)
        ),
        Why::Decimal(places) => format!(
            "QUESTION: Does the mark in {} divide thousands or decimals? The file leaves it open.",
            cells(places, inspection)
        ),
        Why::DayOrMonth(places) => format!(
            "QUESTION: Does the day or the month come first in {}? The file leaves it open.",
            cells(places, inspection)
        ),
        Why::DateFormat(cited) => format!(
            "A date like `{}` (line {}) is read only if this is declared.",
            cited.cell,
            line(cited.place, inspection)
        ),
        Why::DateFormats(cited) => format!(
            "QUESTION: How is the date `{}` (line {}) to be read? Each of these fits all cells.",
            cited.cell,
            line(cited.place, inspection)
        ),
        Why::Sign { negative, cells } => format!(
            "QUESTION: {} of {} amounts are negative. Are expenses written with a minus? Then this line holds.",
            count(*negative, En),
            count(*cells, En)
        ),
        Why::Skip => "SUGGESTION: leaves out the rows of section 5.".to_owned(),
        Why::SkipUnread => "SUGGESTION: `skip` needs this column.".to_owned(),
        Why::Hint => "SUGGESTION: if rules (match, except) ask for this field.".to_owned(),
        column => self::column(column),
    }
}

/// About the columns of needed fields.
fn column(why: &Why) -> String {
    match why {
        Why::DateAny => "QUESTION: Which column is the posting date?".to_owned(),
        Why::DateNone(None) => {
            "QUESTION: No column holds a date. Which day (YYYY-MM-DD) holds for all rows?".to_owned()
        }
        Why::DateNone(Some(year)) => format!(
            "QUESTION: No column holds a date. Which day (YYYY-MM-DD) holds for all rows? The column `{year}` names a \
             year."
        ),
        Why::AmountAny => "QUESTION: Which column is the amount?".to_owned(),
        Why::AmountNone => "QUESTION: No column looks like amounts. Which one is the amount?".to_owned(),
        Why::AmountTwice => {
            "QUESTION: An amount stands beside debit and credit. Either `amount` or the other two.".to_owned()
        }
        Why::OtherSide => {
            "QUESTION: Debit and credit belong together. Which column is the other one?".to_owned()
        }
        Why::Twice => "QUESTION: Several headings name this field. Which one counts?".to_owned(),
        Why::Side => {
            "QUESTION: This column holds only debit or credit. Does it give the sign? Then this line holds."
                .to_owned()
        }
        _ => String::new(),
    }
}

/// The first cell, and in which lines it and the next stand.
fn cells(places: &Places, inspection: &Inspection) -> String {
    let cell = places.one().map(|cited| cited.cell.as_str()).unwrap_or_default();
    let lines: Vec<String> = places.first.iter().map(|cited| line(cited.place, inspection)).collect();
    let (word, dots) = (
        if places.count == 1 { "line" } else { "lines" },
        if lines.len() < usize::try_from(places.count).unwrap_or(usize::MAX) { ", …" } else { "" },
    );
    format!("`{cell}` ({word} {}{dots})", lines.join(", "))
}
