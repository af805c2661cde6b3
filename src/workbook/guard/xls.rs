//! How many cells an .xls unpacks to.
//!
//! In: its bytes. Out: that they are few enough, or not. The library holds everything between a sheet's first cell and its
//! last, and makes room for as many as the sheet says that it has; in a damaged file either may be billions. Records are
//! looked at as [MS-XLS] lays them out: type, length, and in those of cells row and column first.

use std::io::{Cursor, Read};

use super::{MOST_CELLS, broken, too_many};
use crate::finding::SheetFault;

/// Most sheets of a workbook.
const MOST_SHEETS: usize = 4096;

/// A record: its type and its bytes.
type Record<'s> = (u16, &'s [u8]);

/// Do the cells of all sheets keep within bounds?
pub(in crate::workbook) fn xls(bytes: &[u8]) -> Result<(), SheetFault> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name));
    // Without such a stream it is another kind of file, or an encrypted one: that is told later.
    let Some(name) = name else { return Ok(()) };
    let mut stream = Vec::new();
    let mut part = file.open_stream(name).map_err(|error| broken(&error))?;
    part.read_to_end(&mut stream).map_err(|error| broken(&error))?;
    let mut cells: u64 = 0;
    let sheets = Records(&stream).take_while(|(kind, _)| *kind != 0x000A);
    for start in sheets.filter(|(kind, _)| *kind == 0x0085).take(MOST_SHEETS) {
        let start =
            word(start.1, 2).and_then(|high| Some(usize::from(high) << 16 | usize::from(word(start.1, 0)?)));
        let sheet = start.and_then(|start| stream.get(start..));
        let sheet = sheet.ok_or_else(|| SheetFault::Broken { why: "BoundSheet8".to_owned() })?;
        cells = cells.saturating_add(extent(sheet));
        if cells > MOST_CELLS {
            return Err(too_many());
        }
    }
    Ok(())
}

/// The records from here on, up to one that is cut off.
struct Records<'s>(&'s [u8]);

impl<'s> Iterator for Records<'s> {
    type Item = Record<'s>;

    fn next(&mut self) -> Option<Record<'s>> {
        let (kind, length) = (word(self.0, 0)?, usize::from(word(self.0, 2)?));
        let data = self.0.get(4..4 + length)?;
        self.0 = &self.0[4 + length..];
        Some((kind, data))
    }
}

/// The cells from the first to the last of a sheet, or those that it makes room for.
fn extent(sheet: &[u8]) -> u64 {
    let (mut rows, mut columns, mut declared) = (Reach::default(), Reach::default(), 0);
    let mut depth = 0_u32;
    for (kind, data) in Records(sheet) {
        match kind {
            0x0809 => depth += 1,
            0x000A if depth <= 1 => break,
            0x000A => depth -= 1,
            0x0200 => declared = declared.max(dimensions(data)),
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x00BD | 0x0006 => {
                let (Some(row), Some(column)) = (word(data, 0), word(data, 2)) else { continue };
                rows.see(row);
                columns.see(column);
                if kind == 0x00BD {
                    columns.see(data.len().checked_sub(2).and_then(|at| word(data, at)).unwrap_or(column));
                }
            }
            _ => {}
        }
    }
    rows.length().saturating_mul(columns.length()).max(declared)
}

/// What the record of a sheet's dimensions makes room for; one that makes no sense counts as everything.
fn dimensions(data: &[u8]) -> u64 {
    let long = |at: usize| Some(u64::from(word(data, at)?) | u64::from(word(data, at + 2)?) << 16);
    let short = |at: usize| word(data, at).map(u64::from);
    let (first, last, left, right) = match data.len() {
        10 => (short(0), short(2), short(4), short(6)),
        _ => (long(0), long(4), short(8), short(10)),
    };
    let (Some(first), Some(last), Some(left), Some(right)) = (first, last, left, right) else { return 0 };
    if last == 0 || right == 0 {
        return 0;
    }
    let columns = if left > 0xFF || right < left { right } else { right - left };
    if last < first { u64::MAX } else { (last - first).saturating_mul(columns) }
}

/// The first and the last of what was seen.
#[derive(Default)]
struct Reach(Option<(u16, u16)>);

impl Reach {
    fn see(&mut self, index: u16) {
        let (first, last) = self.0.unwrap_or((index, index));
        self.0 = Some((first.min(index), last.max(index)));
    }

    fn length(&self) -> u64 {
        self.0.map_or(0, |(first, last)| u64::from(last - first) + 1)
    }
}

fn word(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*data.get(at)?, *data.get(at + 1)?]))
}
