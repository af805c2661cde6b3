//! A sheet as CSV text, and the way back from its bytes to its cells.
//!
//! In: the text that [`super::read`] made. Out: the row, column and name of the cell in which a byte stands, its line and
//! what is marked there. Rows and columns are those that Excel and LibreOffice show, whatever is empty before them.

use std::sync::Arc;

/// One sheet of a workbook as the text of a CSV file: UTF-8 with a byte order mark, `;` between cells.
///
/// ```no_run
/// use umlage::workbook::{self, Wish};
///
/// let sheet = workbook::read(&std::fs::read("ledger/buchungen.xlsx")?, &Wish::default()).expect("one sheet that is not empty");
/// println!("{}: {}", sheet.name(), String::from_utf8_lossy(sheet.text()));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    name: String,
    text: Arc<[u8]>,
    /// Where each row begins.
    rows: Vec<usize>,
    /// Where the texts of cells begin whose result is missing.
    lost: Vec<(usize, Lost)>,
}

/// Why a cell does not hold the result that it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// Its formula was never computed, or the result was not saved; its text is the formula.
    Unsaved,
    /// Its formula could not be computed (`#REF!`).
    Error,
}

/// A cell, and its row as a line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'s> {
    /// The row, counted from 1.
    pub row: usize,
    /// The column, counted from 1.
    pub column: usize,
    /// The row's text up to the place.
    pub before: &'s [u8],
    /// The row's text from the place on.
    pub rest: &'s [u8],
}

impl Sheet {
    pub(super) fn new(name: String, text: Vec<u8>, rows: Vec<usize>, lost: Vec<(usize, Lost)>) -> Self {
        Self { name, text: text.into(), rows, lost }
    }

    /// The sheet's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// The text, for a reader that outlives the sheet.
    pub(crate) fn shared(&self) -> Arc<[u8]> {
        Arc::clone(&self.text)
    }

    /// How many rows it has, up to the last that holds something.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The cells of the row in which this byte stands that miss their result: where their texts begin, why, and the text.
    pub fn lost_in_row(&self, offset: u64) -> impl Iterator<Item = (u64, Lost, &str)> {
        let at = usize::try_from(offset).unwrap_or(usize::MAX);
        let row = self.rows.partition_point(|start| *start <= at);
        let end = self.rows.get(row).copied().unwrap_or(self.text.len());
        let first = self.lost.partition_point(|(start, _)| *start < at);
        let lost = self.lost[first..].iter().take_while(move |(start, _)| *start < end);
        lost.filter_map(|(start, kind)| {
            let text = std::str::from_utf8(quoted(&self.text[*start..])).ok()?;
            Some((u64::try_from(*start).ok()?, *kind, text))
        })
    }

    /// The cell in which a byte of the text stands.
    #[must_use]
    pub fn cell(&self, offset: u64) -> Cell<'_> {
        let first = self.rows.first().copied().unwrap_or(0);
        let at = usize::try_from(offset).unwrap_or(usize::MAX).clamp(first, self.text.len());
        let row = self.rows.partition_point(|start| *start <= at).max(1);
        let start = self.rows.get(row - 1).copied().unwrap_or(first);
        let end = memchr::memchr(b'\n', &self.text[start..]).map_or(self.text.len(), |end| start + end);
        let at = at.min(end);
        let (mut quoted, mut column) = (false, 1);
        for byte in &self.text[start..at] {
            match byte {
                b'"' => quoted = !quoted,
                b';' if !quoted => column += 1,
                _ => {}
            }
        }
        Cell { row, column, before: &self.text[start..at], rest: &self.text[at..end] }
    }

    /// The cell's name as formulas write it: `Tabelle1!C7`, `'Blatt 1'!C7`.
    #[must_use]
    pub fn name_of(&self, cell: &Cell<'_>) -> String {
        let plain = self.name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
        let sheet = if plain { self.name.clone() } else { format!("'{}'", self.name.replace('\'', "''")) };
        format!("{sheet}!{}{}", letters(cell.column), cell.row)
    }
}

/// The text up to the quote that closes it.
fn quoted(text: &[u8]) -> &[u8] {
    let mut from = 0;
    while let Some(found) = memchr::memchr(b'"', &text[from..]) {
        if text.get(from + found + 1) != Some(&b'"') {
            return &text[..from + found];
        }
        from += found + 2;
    }
    text
}

/// A column by its letters: 1 is `A`, 27 is `AA`.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let all = [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")];
        for (column, name) in all {
            assert_eq!(letters(column), name);
        }
    }
}
