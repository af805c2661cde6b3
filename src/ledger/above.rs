//! Rows above the header, or in its place, that look like postings.
//!
//! In: a file's rows from its start, and the reader that its header made. Out: an error for each row above that
//! header whose cells, in the header's columns, hold a date and an amount. Titles hold no such two; if the wrong
//! line was taken for the header, as where a page repeats it or `header` counts one too far, its postings would
//! vanish without a word. That umlage.toml names the line makes no difference.

use std::io::{self, Read};

use super::dialect::Known;
use super::header::Line;
use super::row::Reader;
use super::rows::{Row, Rows};
use super::{date, number};
use crate::finding::cell::DateFault;
use crate::finding::{FileFault, Finding};

/// Where the header stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Below {
    /// Its first byte.
    pub(crate) offset: u64,
    /// Its line, counted from 1.
    pub(crate) line: u64,
}

/// Tells the rows above the header that look like postings and are not left out by `skip`.
pub(crate) fn told<R: Read>(
    rows: &mut Rows<R>,
    reader: &Reader<'_>,
    header: Below,
    findings: &mut dyn FnMut(Finding),
) -> io::Result<()> {
    while let Some(row) = rows.next(&mut |_| ())? {
        if row.place().offset >= header.offset {
            break;
        }
        if is_posting(&row, reader) && reader.skip_rule(&row).is_none() {
            findings(Finding::at(row.place(), FileFault::RowAbove { header: header.line }));
        }
    }
    Ok(())
}

/// Does the line that `header` names look like a posting? With columns by number any line would serve.
pub(crate) fn is_row(line: &Line, reader: &Reader<'_>) -> bool {
    looks(&|column| line.cells.get(column).map_or("", |cell| cell.name.as_str()), reader)
}

fn is_posting(row: &Row<'_>, reader: &Reader<'_>) -> bool {
    looks(&|column| row.cell(column), reader)
}

/// A date and an amount in their columns. Where no column holds the date, an amount with a decimal mark: a heading
/// may be a year, as `2014`.
fn looks<'c>(cell: &dyn Fn(usize) -> &'c str, reader: &Reader<'_>) -> bool {
    let sites = reader.slots.sites();
    let declared = if reader.styles.form.is_declared() { &reader.styles.form } else { &Known::Unknown };
    let day = |column: &usize| {
        let read = date::read(cell(*column), declared);
        matches!(read, Ok(_) | Err(DateFault::Ambiguous | DateFault::ShortYear { .. }))
    };
    let marked = sites.dates.is_empty();
    let amount = |column: &usize| {
        let text = cell(*column);
        number::read(text).is_ok() && (!marked || text.contains([',', '.']))
    };
    (marked || sites.dates.iter().any(day)) && sites.numbers.iter().any(amount)
}
