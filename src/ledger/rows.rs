//! A file's rows, one after the other.
//!
//! In: a reader and a delimiter. Out: borrowed [`Row`]s of UTF-8 cells with the places of their bytes. Blank
//! rows are counted, rows with faulty quotes reported and left out; what the cells mean is not known here.

use std::io::{self, Read};

use encoding_rs::Encoding;

use super::block::{Blocks, Digested};
use super::encoding::Charset;
use super::scan::{self, Flaw, Raw, Scan};
use crate::finding::cell::QuoteFault;
use crate::finding::{CellFault, FileFault, Finding};
use crate::place::{FileId, Place};

/// The longest row that is read, in bytes.
const LONGEST: usize = 16 << 20;
/// Within so many bytes the header must stand.
const HEAD: usize = 64 << 10;

/// The rows of a file.
pub(crate) struct Rows<R> {
    blocks: Blocks<R>,
    file: FileId,
    delimiter: u8,
    charset: Charset,
    raw: Vec<Raw>,
    flaws: Vec<Flaw>,
    cells: Vec<Cell>,
    scratch: String,
    blank: u64,
    stopped: bool,
}

/// A cell: its text's range, and its bytes in the file.
#[derive(Debug, Clone, Copy)]
struct Cell {
    start: usize,
    end: usize,
    at: usize,
    length: usize,
}

/// A row, as long as nobody asks for the next.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'r> {
    file: FileId,
    offset: u64,
    text: &'r str,
    cells: &'r [Cell],
}

impl<'r> Row<'r> {
    /// How many cells it has.
    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    /// The cell's text without blanks around it; empty where the row is too short.
    pub(crate) fn cell(&self, column: usize) -> &'r str {
        let text = self.cells.get(column).and_then(|cell| self.text.get(cell.start..cell.end));
        text.unwrap_or_default().trim()
    }

    /// Has it no character beyond ASCII?
    pub(crate) fn is_ascii(&self) -> bool {
        self.text.is_ascii()
    }

    /// Its first byte.
    pub(crate) fn place(&self) -> Place {
        Place::new(self.file, self.offset)
    }

    /// A finding at the cell, or at the row's start where it is too short.
    pub(crate) fn finding(&self, column: usize, fault: CellFault) -> Finding {
        let (place, length) = self.mark(column);
        Finding::at(place, fault).spanning(length)
    }

    /// The cell's place, and how many bytes wide it is.
    pub(crate) fn mark(&self, column: usize) -> (Place, usize) {
        let Some(cell) = self.cells.get(column) else { return (self.place(), 1) };
        (Place::new(self.file, self.offset + u64::try_from(cell.at).unwrap_or(0)), cell.length)
    }
}

impl<R: Read> Rows<R> {
    /// Reads the first block. [`Rows::begin`] comes before the first row.
    pub(crate) fn open(
        source: R,
        block: usize,
        file: FileId,
        declared: Option<&'static Encoding>,
    ) -> io::Result<Self> {
        Ok(Self::of(Blocks::open(source, block, declared)?, file, declared))
    }

    /// The rows of blocks of which the first was read.
    pub(crate) fn of(blocks: Blocks<R>, file: FileId, declared: Option<&'static Encoding>) -> Self {
        let charset = Charset::new(file, declared, blocks.is_utf8());
        Self {
            blocks,
            file,
            delimiter: b';',
            charset,
            raw: Vec::new(),
            flaws: Vec::new(),
            cells: Vec::new(),
            scratch: String::new(),
            blank: 0,
            stopped: false,
        }
    }

    /// The file's first bytes, in which the header is looked for; where they begin; whether they are all.
    pub(crate) fn head(&mut self) -> io::Result<(&[u8], u64, bool)> {
        while self.blocks.window().len() < HEAD && self.blocks.more()? {}
        let (window, ended) = (self.blocks.window(), self.blocks.ended());
        let head = &window[..window.len().min(HEAD)];
        Ok((head, self.blocks.offset(), ended && head.len() == window.len()))
    }

    /// Passes over the head's first bytes, which hold no rows.
    pub(crate) fn begin(
        &mut self,
        delimiter: u8,
        pass: usize,
        findings: &mut dyn FnMut(Finding),
    ) -> io::Result<()> {
        self.head()?;
        self.delimiter = delimiter;
        let (offset, above) = self.blocks.take(pass);
        let _ = self.charset.utf8(offset, above, findings);
        Ok(())
    }

    /// The next row that is not blank and whose quotes are right.
    pub(crate) fn next(&mut self, findings: &mut dyn FnMut(Finding)) -> io::Result<Option<Row<'_>>> {
        let length = loop {
            match self.cut(findings)? {
                None => return Ok(None),
                Some(length) if self.flaws.is_empty() && !self.is_blank() => break length,
                Some(length) => self.leave(length, findings),
            }
        };
        let (offset, bytes) = self.blocks.take(length);
        let text = self.charset.utf8(offset, bytes, findings);
        let doubled = self.raw.iter().any(|cell| cell.doubled);
        self.cells.clear();
        let text = match text {
            Some(text) if !doubled => {
                self.cells.extend(self.raw.iter().map(|cell| Cell {
                    start: cell.start,
                    end: cell.end,
                    at: cell.start,
                    length: cell.end - cell.start,
                }));
                text
            }
            _ => {
                self.scratch.clear();
                for cell in &self.raw {
                    let decoded = copy(bytes, text, *cell, &self.charset, &mut self.scratch);
                    self.cells.push(decoded);
                }
                &self.scratch
            }
        };
        Ok(Some(Row { file: self.file, offset, text, cells: &self.cells }))
    }

    /// What was read and not used up, where that begins, and what is known of its encoding.
    pub(crate) fn view(&mut self) -> (&[u8], u64, &mut Charset) {
        (self.blocks.window(), self.blocks.offset(), &mut self.charset)
    }

    /// Passes over rows that were read from the view.
    pub(crate) fn pass(&mut self, bytes: usize) {
        self.blocks.take(bytes);
    }

    /// Makes the view longer; false at the end of the file.
    pub(crate) fn more(&mut self) -> io::Result<bool> {
        self.blocks.more()
    }

    /// Blank rows and rows of delimiters only, so far.
    pub(crate) fn blank(&self) -> u64 {
        self.blank
    }

    /// Reads what is left, for the hash.
    pub(crate) fn finish(self) -> io::Result<Digested> {
        self.blocks.finish()
    }

    /// The length of the next row, cut into cells; none at the end.
    fn cut(&mut self, findings: &mut dyn FnMut(Finding)) -> io::Result<Option<usize>> {
        loop {
            let (window, ended) = bounded(&self.blocks);
            if self.stopped || (window.is_empty() && ended) {
                return Ok(None);
            }
            match scan::row(window, ended, self.delimiter, &mut self.raw, &mut self.flaws) {
                Scan::Row(length) => return Ok(Some(length)),
                Scan::Partial(opened) if window.len() >= LONGEST => {
                    return Ok(self.too_long(opened, findings));
                }
                Scan::Partial(_) => {
                    self.blocks.more()?;
                }
            }
        }
    }

    /// A quote that stays open is reported and the next line read as a row; a line that does not end is the
    /// end of reading.
    fn too_long(&mut self, opened: Option<usize>, findings: &mut dyn FnMut(Finding)) -> Option<usize> {
        if let Some(at) = opened {
            self.flaws.push(Flaw { fault: QuoteFault::Unclosed, at, opened });
            return Some(scan::line(bounded(&self.blocks).0, at));
        }
        self.stopped = true;
        findings(Finding::at(self.place(0), FileFault::RowTooLong { most: LONGEST }));
        None
    }

    fn is_blank(&self) -> bool {
        let window = self.blocks.window();
        self.raw.iter().all(|cell| window[cell.start..cell.end].trim_ascii().is_empty())
    }

    /// Counts a blank row; reports a faulty one.
    fn leave(&mut self, length: usize, findings: &mut dyn FnMut(Finding)) {
        if self.flaws.is_empty() {
            self.blank += 1;
        }
        for flaw in &self.flaws {
            let finding = Finding::at(self.place(flaw.at), CellFault::Quote(flaw.fault));
            findings(match flaw.opened {
                Some(opened) if opened != flaw.at => finding.against(self.place(opened)),
                _ => finding,
            });
        }
        let (offset, bytes) = self.blocks.take(length);
        let _ = self.charset.utf8(offset, bytes, findings);
    }

    fn place(&self, at: usize) -> Place {
        Place::new(self.file, self.blocks.offset() + u64::try_from(at).unwrap_or(0))
    }
}

impl<R: Read + Send + 'static> Rows<R> {
    /// What is left of the file is read and hashed on another thread.
    pub(crate) fn ahead(self) -> io::Result<Self> {
        Ok(Self { blocks: self.blocks.ahead()?, ..self })
    }
}

/// As much of the window as a row may have, so that the bound does not depend on blocks; whether the file ends
/// with it.
fn bounded<R: Read>(blocks: &Blocks<R>) -> (&[u8], bool) {
    let window = blocks.window();
    let bounded = &window[..window.len().min(LONGEST)];
    (bounded, blocks.ended() && bounded.len() == window.len())
}

/// A cell that cannot be borrowed, because it is of another encoding, or it or its neighbour has doubled quotes.
fn copy(row: &[u8], text: Option<&str>, cell: Raw, charset: &Charset, scratch: &mut String) -> Cell {
    let (bytes, start) = (&row[cell.start..cell.end], scratch.len());
    match text.and_then(|text| text.get(cell.start..cell.end)) {
        Some(text) => scratch.push_str(text),
        None => charset.decode(bytes, scratch),
    }
    if cell.doubled {
        let single = scratch[start..].replace("\"\"", "\"");
        scratch.truncate(start);
        scratch.push_str(&single);
    }
    Cell { start, end: scratch.len(), at: cell.start, length: bytes.len() }
}
