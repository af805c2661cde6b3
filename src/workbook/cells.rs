//! The cells of a sheet on their way to text.
//!
//! In: cells, in whatever order the file has them. Out: the [`Sheet`]: a byte order mark, then a line for each row, all
//! lines that hold something as wide as the widest, so that an empty cell at the end is a cell. A line break inside a cell
//! becomes a blank: so a line of the text is a row of the sheet, whatever stands in the cells.

use calamine::DataRef;

use super::book::Found;
use super::sheet::{Lost, Sheet};
use super::value::{Style, is_error};
use crate::finding::SheetFault;
use crate::finding::sheet::Bound;

/// Most bytes that a sheet's text may have.
const MOST_TEXT: usize = 512 << 20;
/// Most cells that may hold something.
const MOST_CELLS: usize = 32 << 20;

/// Cells, their texts one behind the other.
#[derive(Default)]
pub(super) struct Cells {
    text: String,
    cells: Vec<At>,
}

/// A cell and its text.
#[derive(Clone, Copy)]
struct At {
    row: u32,
    column: u32,
    start: usize,
    end: usize,
    lost: Option<Lost>,
}

impl Cells {
    /// Takes a cell; an empty one is passed over.
    pub(super) fn add(&mut self, found: &Found<'_>, style: &Style<'_>) -> Result<(), SheetFault> {
        let text = style.text(found);
        if text.trim().is_empty() {
            return Ok(());
        }
        let lost = match &found.value {
            DataRef::Empty => Some(Lost::Unsaved),
            DataRef::Error(_) => Some(Lost::Error),
            // LibreOffice writes such a result as text.
            _ => (found.formula.is_some() && is_error(&text)).then_some(Lost::Error),
        };
        let start = self.text.len();
        for (index, line) in text.split(['\r', '\n']).filter(|line| !line.is_empty()).enumerate() {
            self.text.push_str(if index == 0 { "" } else { " " });
            self.text.push_str(&line.replace('"', "\"\""));
        }
        self.cells.push(At { row: found.row, column: found.column, start, end: self.text.len(), lost });
        if self.text.len() > MOST_TEXT || self.cells.len() > MOST_CELLS {
            return Err(SheetFault::TooLarge(Bound::Text));
        }
        Ok(())
    }

    /// The sheet's text.
    pub(super) fn sheet(mut self, name: String) -> Result<Sheet, SheetFault> {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        let twice = |pair: &[At]| (pair[0].row, pair[0].column) == (pair[1].row, pair[1].column);
        if self.cells.windows(2).any(twice) {
            return Err(SheetFault::Broken { why: "a cell that occurs twice".to_owned() });
        }
        let Some(last) = self.cells.last().map(|cell| index(cell.row)) else { return Err(SheetFault::Empty) };
        let width = self.cells.iter().map(|cell| index(cell.column) + 1).max().unwrap_or(0);
        let filled = self.cells.chunk_by(|one, other| one.row == other.row).count();
        let marks = filled.saturating_mul(width).saturating_add(last);
        if self.text.len().saturating_add(3 * self.cells.len()).saturating_add(marks) > MOST_TEXT {
            return Err(SheetFault::TooLarge(Bound::Text));
        }
        let mut text = Vec::with_capacity(self.text.len() + 3 * self.cells.len() + marks + 4);
        let (mut starts, mut missing) = (Vec::with_capacity(last + 1), Vec::new());
        text.extend_from_slice("\u{feff}".as_bytes());
        for row in self.cells.chunk_by(|one, other| one.row == other.row) {
            while starts.len() < index(row[0].row) {
                starts.push(text.len());
                text.push(b'\n');
            }
            starts.push(text.len());
            self.write(row, width, &mut text, &mut missing);
        }
        Ok(Sheet::new(name, text, starts, missing))
    }

    fn write(&self, row: &[At], width: usize, text: &mut Vec<u8>, lost: &mut Vec<(usize, Lost)>) {
        let mut column = 0;
        for cell in row {
            let before = index(cell.column) - column;
            text.extend(std::iter::repeat_n(b';', before));
            column += before;
            text.push(b'"');
            lost.extend(cell.lost.map(|kind| (text.len(), kind)));
            text.extend_from_slice(&self.text.as_bytes()[cell.start..cell.end]);
            text.push(b'"');
        }
        text.extend(std::iter::repeat_n(b';', width - 1 - column));
        text.push(b'\n');
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
