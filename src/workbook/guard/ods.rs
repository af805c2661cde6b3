//! How many cells an .ods unpacks to.
//!
//! In: its content.xml. Out: that they are few enough, or not. A cell or a row of an .ods can say that it is repeated a
//! million times; the library writes all of them out, and everything between the first and the last besides. Of a table that
//! is never closed it would look for the end forever: so every element must be closed.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{MOST_CELLS, broken, too_many};
use crate::finding::SheetFault;
use crate::finding::sheet::Bound;

/// Most bytes of text, repeated as often as they are.
const MOST_TEXT: u64 = 512 << 20;
/// More rows or columns than this are cut by the library.
const MOST_ROWS: u64 = 1 << 20;

/// What the cells so far come to.
#[derive(Default)]
struct Count {
    /// Rows before the one that is read, in this table.
    row: u64,
    /// The first row that holds something.
    first: Option<u64>,
    /// Columns before the cell that is read, in this row.
    column: u64,
    /// The last column that holds something, of any row of this table.
    width: u64,
    /// The last column that holds something, in this row.
    filled: u64,
    /// Bytes of the texts in this row.
    row_text: u64,
    /// The cell that is read: how often it is repeated, whether it holds something, bytes of its text.
    repeated: u64,
    holds: bool,
    cell_text: u64,
    /// Cells and bytes of all tables.
    written: u64,
    boxes: u64,
    text: u64,
    /// How often the row that is read is repeated.
    rows: u64,
}

/// Do the cells keep within bounds?
pub(super) fn within(content: impl BufRead) -> Result<(), SheetFault> {
    let mut reader = Reader::from_reader(content);
    let config = reader.config_mut();
    config.check_end_names = true;
    config.expand_empty_elements = true;
    let (mut buffer, mut count, mut depth) = (Vec::new(), Count::default(), 0_u64);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| broken(&error))? {
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(broken(&"content.xml")),
            Event::Start(start) => {
                depth += 1;
                count.start(&start);
            }
            Event::Text(text) => count.cell_text += length(&text),
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                count.end(end.name().as_ref());
            }
            _ => {}
        }
        count.check()?;
    }
}

impl Count {
    fn start(&mut self, start: &BytesStart<'_>) {
        match start.name().as_ref() {
            "table:table" => {
                let (written, boxes, text) = (self.written, self.boxes, self.text);
                *self = Self { written, boxes, text, ..Self::default() };
            }
            "table:table-row" => {
                self.rows = number(start, "table:number-rows-repeated").min(MOST_ROWS);
                (self.column, self.filled, self.row_text) = (0, 0, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.repeated = number(start, "table:number-columns-repeated").min(MOST_ROWS);
                let raw = start.attributes_raw();
                let formula = raw.contains("table:formula");
                self.holds = formula || raw.contains("office:");
                let text = formula || raw.contains("office:string-value");
                self.cell_text = if text { length(raw) } else { 0 };
            }
            "text:s" => self.cell_text = self.cell_text.saturating_add(number(start, "text:c")),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "table:table-cell" | "table:covered-table-cell" => self.cell(),
            "table:table-row" => self.row(),
            "table:table" => self.table(),
            _ => {}
        }
    }

    fn cell(&mut self) {
        self.column += self.repeated;
        if self.holds || self.cell_text > 0 {
            self.filled = self.column;
            self.row_text = self.row_text.saturating_add(self.cell_text.saturating_mul(self.repeated));
        }
        self.width = self.width.max(self.filled);
        self.cell_text = 0;
    }

    fn row(&mut self) {
        if self.filled > 0 {
            self.first.get_or_insert(self.row);
            self.written = self.written.saturating_add(self.filled);
            self.text = self.text.saturating_add(self.row_text.saturating_mul(self.rows));
            let high = self.row + self.rows - self.first.unwrap_or(0);
            self.boxes = self.boxes.max(high.saturating_mul(self.width));
        }
        self.row += self.rows;
        (self.column, self.filled, self.row_text) = (0, 0, 0);
    }

    fn table(&mut self) {
        self.written = self.written.saturating_add(self.boxes);
        self.boxes = 0;
    }

    fn check(&self) -> Result<(), SheetFault> {
        let cells = self.written.saturating_add(self.filled).saturating_add(self.boxes);
        if cells > 2 * MOST_CELLS || self.boxes > MOST_CELLS {
            return Err(too_many());
        }
        if self.text.saturating_add(self.row_text) > MOST_TEXT {
            return Err(SheetFault::TooLarge(Bound::Text));
        }
        Ok(())
    }
}

/// A number that an attribute says, or 1.
fn number(start: &BytesStart<'_>, name: &str) -> u64 {
    let attribute = start.try_get_attribute(name).ok().flatten();
    attribute.map_or(1, |attribute| attribute.value.trim().parse().unwrap_or(u64::MAX))
}

fn length(text: &str) -> u64 {
    u64::try_from(text.len()).unwrap_or(u64::MAX)
}
