//! A document's tables as CSV, as a spreadsheet of the reader's country opens it by a double click.
//!
//! In: a document. Out: its heading, then one table after the other, each after a row with its name and caption,
//! each followed by an empty line. German: `;` and decimal comma, English: `,` and point; always a byte order
//! mark and CRLF, never group marks. Text that a spreadsheet would take for a formula is made harmless by `'`
//! before it; amounts, which may begin with `-`, stay numbers.

use super::document::{Block, Cell, Document, Row, Table};
use crate::agreement::Language;
use crate::fraction::whole;
use crate::words::format;

/// The document's tables as CSV.
#[must_use]
pub fn csv(document: &Document, language: Language) -> String {
    let heading = [&document.title].into_iter().chain(&document.subtitle);
    let heading: Vec<Vec<String>> = heading.map(|line| vec![harmless(line)]).collect();
    let tables =
        document.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) => None,
        });
    let tables = tables.map(|table| records(table, language));
    let parts = [heading].into_iter().chain(tables).map(|records| written(&records, language));
    format!("\u{feff}{}", parts.collect::<Vec<_>>().join("\r\n"))
}

fn records(table: &Table, language: Language) -> Vec<Vec<String>> {
    let mut records = vec![vec![harmless(&table.name), harmless(&table.caption)]];
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
        Cell::Count(count) => count.to_string(),
        Cell::Day(_) | Cell::Days(_) => cell.for_people(language),
    }
}

/// Text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
