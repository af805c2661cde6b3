//! Where a place is for people: the line, the column and the line's text.
//!
//! In: a place, a byte in a file. Out: what an editor shows there. Files are streamed up to the place, never
//! held, and once for all places that come in order; lines are counted for what is printed, not while millions of
//! rows are read. Line ends are those of the reader: LF, CRLF and lone CR. In a workbook the line is a row, and the column
//! a column, of the sheet that was read; one that could not be read has no line to show.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;

use encoding_rs::{Encoding, WINDOWS_1252};
use memchr::{memchr2, memchr2_iter};

use crate::error::Error;
use crate::folder::Folder;
use crate::ledger::block::{BLOCK, Blocks};
use crate::place::FileId;
use crate::workbook::{self, Sheet, Wish};

/// Characters of a line that are shown.
const WIDE: usize = 120;
/// Bytes of a line that are kept before the place, and after it.
const KEPT: usize = 64 << 10;

/// A place as an editor shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The line, counted from 1; of a workbook the row.
    pub line: u64,
    /// The column in characters, counted from 1; of a workbook that of the sheet.
    pub column: u64,
    /// The cell of a workbook, as `Tabelle1!C7`.
    pub cell: Option<String>,
    /// The line's text; of a long line the part around the place, with `…` where it was cut.
    pub text: String,
    /// The characters of `text` that are marked: at least one, perhaps just after the text's end.
    pub mark: Range<usize>,
}

/// A file's places one after the other: each read goes on from where the last one stood.
pub struct Excerpts<'f> {
    folder: &'f Folder,
    file: FileId,
    encoding: Option<&'static Encoding>,
    source: Source,
}

/// What is shown of a file.
enum Source {
    Lines(Box<Reading<File>>),
    Sheet(Sheet),
    /// A workbook that cannot be read.
    Nothing,
}

impl<'f> Excerpts<'f> {
    /// The file from its start; `encoding` is the one that umlage.toml declares for it, `wish` how it wants a workbook
    /// to be read.
    ///
    /// # Errors
    /// [`Error::Read`] where the system refuses.
    pub fn open(
        folder: &'f Folder,
        file: FileId,
        encoding: Option<&'static Encoding>,
        wish: &Wish<'_>,
    ) -> Result<Self, Error> {
        let source = if workbook::is_named(folder.files.name(file)) {
            workbook::read(&folder.bytes(file)?, wish).map_or(Source::Nothing, Source::Sheet)
        } else if is_workbook(folder, file)? {
            Source::Nothing
        } else {
            Source::Lines(Box::new(lines(folder, file, encoding)?))
        };
        Ok(Self { folder, file, encoding, source })
    }

    /// The byte as an editor shows it; `length` is the width of the mark in bytes. A place before the last one
    /// makes the file be read again from its start. None: the file has no lines.
    ///
    /// # Errors
    /// [`Error::Read`] where the system refuses.
    pub fn at(&mut self, offset: u64, length: usize) -> Result<Option<Excerpt>, Error> {
        match &mut self.source {
            Source::Nothing => Ok(None),
            Source::Sheet(sheet) => Ok(Some(in_sheet(sheet, offset, length))),
            Source::Lines(reading) => {
                if reading.is_past(offset) {
                    **reading = lines(self.folder, self.file, self.encoding)?;
                }
                let excerpt = reading.at(offset, length);
                excerpt.map(Some).map_err(|error| self.folder.failed(self.file, error))
            }
        }
    }
}

/// Is it a workbook that is named like text? Nobody could read its lines.
fn is_workbook(folder: &Folder, file: FileId) -> Result<bool, Error> {
    let mut head = Vec::new();
    let read = folder.reader(file)?.take(160).read_to_end(&mut head);
    read.map(|_| workbook::kind(&head).is_some()).map_err(|error| folder.failed(file, error))
}

fn lines(folder: &Folder, file: FileId, encoding: Option<&'static Encoding>) -> Result<Reading<File>, Error> {
    let reading = Reading::open(folder.reader(file)?, BLOCK, encoding);
    reading.map_err(|error| folder.failed(file, error))
}

fn in_sheet(sheet: &Sheet, offset: u64, length: usize) -> Excerpt {
    let cell = sheet.cell(offset);
    let walk = Walk { start: cell.before.to_vec(), ..Walk::default() };
    let number = |index: usize| u64::try_from(index).unwrap_or(u64::MAX);
    Excerpt {
        line: number(cell.row),
        column: number(cell.column),
        cell: Some(sheet.name_of(&cell)),
        ..walk.show(cell.rest, length, None)
    }
}

/// A file as far as it was read, and the line in which that ends.
struct Reading<R> {
    blocks: Blocks<R>,
    walk: Walk,
    /// That of bytes which are no UTF-8; none where ASCII would not be ASCII, since such text was made UTF-8.
    encoding: Option<&'static Encoding>,
}

impl<R: Read> Reading<R> {
    fn open(source: R, block: usize, declared: Option<&'static Encoding>) -> io::Result<Self> {
        let blocks = Blocks::glance(source, block, declared)?;
        let encoding = declared.filter(|encoding| encoding.is_ascii_compatible());
        Ok(Self { blocks, walk: Walk { line: 1, ..Walk::default() }, encoding })
    }

    /// Was more used up already? A byte order mark does not count, before which nothing can be shown.
    fn is_past(&self, offset: u64) -> bool {
        offset < self.blocks.offset() && self.walk.moved
    }

    fn at(&mut self, offset: u64, length: usize) -> io::Result<Excerpt> {
        while self.blocks.offset() < offset && (!self.blocks.window().is_empty() || self.blocks.more()?) {
            let before = usize::try_from(offset - self.blocks.offset()).unwrap_or(usize::MAX);
            self.walk.pass(self.blocks.take(before).1);
        }
        let rest = rest(&mut self.blocks)?;
        Ok(self.walk.show(&rest, length, self.encoding))
    }
}

/// The line from the place on, without its end.
fn rest<R: Read>(blocks: &mut Blocks<R>) -> io::Result<Vec<u8>> {
    loop {
        let window = &blocks.window()[..blocks.window().len().min(KEPT)];
        if let Some(end) = memchr2(b'\n', b'\r', window) {
            return Ok(window[..end].to_vec());
        }
        if window.len() == KEPT || !blocks.more()? {
            return Ok(blocks.window()[..blocks.window().len().min(KEPT)].to_vec());
        }
    }
}

/// The lines before the place.
#[derive(Debug, Default)]
struct Walk {
    line: u64,
    /// The place's own line, as far as it is kept.
    start: Vec<u8>,
    /// Characters of it that were not kept.
    dropped: usize,
    /// The last byte was CR.
    cr: bool,
    /// Was there a line at all?
    moved: bool,
}

impl Walk {
    fn pass(&mut self, bytes: &[u8]) {
        let mut from = 0;
        self.moved = true;
        for end in memchr2_iter(b'\n', b'\r', bytes) {
            let second = bytes[end] == b'\n' && if end == 0 { self.cr } else { bytes[end - 1] == b'\r' };
            from = end + 1;
            if !second {
                self.line += 1;
            }
            self.start.clear();
            self.dropped = 0;
        }
        if let Some(last) = bytes.last() {
            self.cr = *last == b'\r';
        }
        self.start.extend_from_slice(&bytes[from..]);
        if self.start.len() > 2 * KEPT {
            let cut = self.start.len() - KEPT;
            let cut = (cut..self.start.len()).find(|at| !is_inside(self.start[*at])).unwrap_or(cut);
            self.dropped += self.start.drain(..cut).filter(|byte| !is_inside(*byte)).count();
        }
    }

    fn show(&self, rest: &[u8], length: usize, encoding: Option<&'static Encoding>) -> Excerpt {
        let bytes = [self.start.as_slice(), rest].concat();
        let utf8 = std::str::from_utf8(&bytes).map_or_else(|error| error.error_len().is_none(), |_| true);
        let decode = |bytes: &[u8]| -> String {
            let text = if utf8 { String::from_utf8_lossy(bytes) } else { decoded(bytes, encoding) };
            text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
        };
        let (before, after) = (decode(&self.start), decode(rest));
        let column = before.chars().count();
        let marked = decode(&rest[..length.min(rest.len())]).chars().count().max(1);
        let (text, mark) = shortened(&(before + &after), column, marked);
        let column = u64::try_from(self.dropped + column + 1).unwrap_or(u64::MAX);
        Excerpt { line: self.line, column, cell: None, text, mark }
    }
}

fn decoded<'b>(bytes: &'b [u8], encoding: Option<&'static Encoding>) -> Cow<'b, str> {
    encoding.unwrap_or(WINDOWS_1252).decode_without_bom_handling(bytes).0
}

/// Is the byte inside a character of UTF-8, not at its beginning?
fn is_inside(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

/// The part of a long line that surrounds the mark.
fn shortened(line: &str, column: usize, marked: usize) -> (String, Range<usize>) {
    let count = line.chars().count();
    if count <= WIDE {
        return (line.to_owned(), column..column + marked);
    }
    let from = column.saturating_sub(WIDE / 2).min(count - WIDE);
    let mut text: String = line.chars().skip(from).take(WIDE).collect();
    let mut mark = column - from..(column - from + marked).min(WIDE);
    if from > 0 {
        text.insert(0, '…');
        mark = mark.start + 1..mark.end + 1;
    }
    if from + WIDE < count {
        text.push('…');
    }
    (text, mark.start..mark.end.max(mark.start + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(bytes: &[u8], block: usize, offset: u64, length: usize) -> Excerpt {
        Reading::open(bytes, block, None).unwrap().at(offset, length).unwrap()
    }

    fn at(bytes: &[u8], offset: u64, length: usize) -> (u64, u64, String, Range<usize>) {
        let found = [1, 2, 3, 7, BLOCK].map(|block| find(bytes, block, offset, length));
        assert!(found.iter().all(|excerpt| *excerpt == found[0]), "blocks do not matter: {found:?}");
        let [Excerpt { line, column, text, mark, .. }, ..] = found;
        (line, column, text, mark)
    }

    #[test]
    fn lines_and_columns_are_those_of_an_editor() {
        let text = "ab\ncd\r\nef\rgh\n\nüö;x";
        let offset = |part: &str| u64::try_from(text.find(part).unwrap()).unwrap();
        assert_eq!(at(text.as_bytes(), 0, 1), (1, 1, "ab".to_owned(), 0..1));
        assert_eq!(at(text.as_bytes(), offset("d"), 1), (2, 2, "cd".to_owned(), 1..2));
        assert_eq!(at(text.as_bytes(), offset("e"), 2), (3, 1, "ef".to_owned(), 0..2));
        assert_eq!(at(text.as_bytes(), offset("g"), 1), (4, 1, "gh".to_owned(), 0..1));
        assert_eq!(at(text.as_bytes(), offset("x"), 9), (6, 4, "üö;x".to_owned(), 3..4));
        assert_eq!(at(text.as_bytes(), 999, 1), (6, 5, "üö;x".to_owned(), 4..5));
        assert_eq!(at(b"", 0, 1), (1, 1, String::new(), 0..1));
    }

    #[test]
    fn other_encodings_and_marks_are_seen_through() {
        assert_eq!(at(b"\xFCx;y", 3, 1), (1, 4, "üx;y".to_owned(), 3..4));
        assert_eq!(at("\u{FEFF}äx".as_bytes(), 5, 1), (1, 2, "äx".to_owned(), 1..2));
        assert_eq!(at("\u{FEFF}äx".as_bytes(), 0, 1), (1, 1, "äx".to_owned(), 0..1));
        let utf16: Vec<u8> = "\u{FEFF}a\r\näx".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(at(&utf16, 5, 1), (2, 2, "äx".to_owned(), 1..2));
    }

    #[test]
    fn places_in_any_order_are_shown_as_each_would_be_alone() {
        let root = tempfile::tempdir().unwrap();
        let text = "\u{FEFF}ab\r\ncd;ü\n\nef";
        std::fs::write(root.path().join(Folder::AGREEMENT), text).unwrap();
        let mut folder = Folder::open(root.path()).unwrap();
        let file = folder.files.id(Folder::AGREEMENT);
        let mut excerpts = Excerpts::open(&folder, file, None, &Wish::default()).unwrap();
        for offset in [0, 3, 3, 7, 9, 8, 14, 99, 0, 12] {
            let alone = find(text.as_bytes(), BLOCK, offset, 1);
            assert_eq!(excerpts.at(offset, 1).unwrap(), Some(alone), "{offset}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_place_in_any_bytes_makes_it_panic(
            bytes in proptest::collection::vec(proptest::sample::select(b"a\n\r\xFC\xC3\xBC\xFF\xFE\0".to_vec()), 0..60),
            offset in 0_u64..70,
            length in 0_usize..70,
        ) {
            let (_, column, text, mark) = at(&bytes, offset, length);
            let wide = text.chars().count();
            proptest::prop_assert!(column >= 1 && mark.start <= wide && mark.start < mark.end);
        }
    }

    #[test]
    fn long_lines_are_shown_around_the_place() {
        let text = format!("{}!{}", "ä".repeat(200_000), "b".repeat(200_000));
        let found = find(text.as_bytes(), 4096, 400_000, 1);
        assert_eq!((found.line, found.column), (1, 200_001));
        assert_eq!(found.text.chars().count(), WIDE + 2);
        assert_eq!(found.text.chars().nth(found.mark.start), Some('!'));
    }
}
