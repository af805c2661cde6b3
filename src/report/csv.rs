//! A document for a spreadsheet.
//!
//! In: a document. Out: CSV: the title lines, then headings, sentences and tables in their order, an empty line between
//! each two. A table begins with a row of its caption and its name, which is the same in every language; a sentence is
//! a row of one cell. German: `;` and decimal comma, English: `,` and point; always a byte order mark and CRLF, as
//! Excel writes them itself. Numbers go without group marks, so that a spreadsheet calculates with them; text that a
//! spreadsheet would take for a formula is made harmless.

use super::document::{Block, Cell, Document, Row, Table};
use crate::agreement::Language;
use crate::fraction::whole;
use crate::words::format;

/// The document as CSV.
#[must_use]
pub fn csv(document: &Document, language: Language) -> String {
    let heading = [&document.title].into_iter().chain(&document.subtitle);
    let heading: Vec<Vec<String>> = heading.map(|line| vec![harmless(line)]).collect();
    let sections = document.sections.iter().flat_map(|section| {
        let blocks = section.blocks.iter().map(|block| match block {
            Block::Table(table) => records(table, language),
            Block::Bars(bars) => records(&bars.table(), language),
            Block::Paragraph(paragraph) => paragraph.lines().map(|line| vec![harmless(line)]).collect(),
        });
        [vec![vec![harmless(&section.heading)]]].into_iter().chain(blocks)
    });
    let parts = [heading].into_iter().chain(sections).map(|records| written(&records, language));
    format!("\u{feff}{}", parts.collect::<Vec<_>>().join("\r\n"))
}

fn records(table: &Table, language: Language) -> Vec<Vec<String>> {
    let mut records = vec![vec![harmless(&table.caption), harmless(&table.name)]];
    if table.headed() {
        records.push(table.columns.iter().map(|column| harmless(&column.heading)).collect());
    }
    let cells = |row: &Row| row.cells.iter().map(|cell| plain(cell, language)).collect();
    records.extend(table.rows.iter().map(cells));
    records
}

/// Records with their line ends. Writing to memory does not fail.
fn written(records: &[Vec<String>], language: Language) -> String {
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(match language {
            Language::De => b';',
            Language::En => b',',
        })
        .terminator(::csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    let done = records.iter().try_for_each(|record| writer.write_record(record));
    let bytes = done.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A cell as a spreadsheet calculates with it.
fn plain(cell: &Cell, language: Language) -> String {
    let number = |plain: &str| format::ungrouped(plain, language);
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Ditto(text) => harmless(text),
        Cell::Amount(amount) | Cell::Signed(amount) => number(&amount.to_string()),
        Cell::Exact(cents) => number(&format::plain_decimal(&(cents / whole(100)), 4)),
        Cell::Number(value) => number(&format::plain_number(value)),
        Cell::Percent { share, decimals } => {
            format!("{}%", number(&format::plain_decimal(&(share * whole(100)), *decimals)))
        }
        Cell::Change(part) => {
            format!("{}%", number(&format::plain_decimal(&(part * whole(100)), 1)))
        }
        Cell::Count(count) => count.to_string(),
        Cell::Day(_) | Cell::Days(_) => cell.for_people(language),
    }
}

/// Text that no spreadsheet takes for a formula, blanks before it or not.
fn harmless(text: &str) -> String {
    let text = format::printable(text);
    if text.trim_start().starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}
