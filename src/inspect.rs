//! What a ledger file is, before anybody has said anything about it.
//!
//! In: any file. Out: an [`Inspection`]: how it is written, with the cells that prove it, what its columns hold, what
//! they sum to, which rows are probably no postings, and the `[[ledger]]` table that reads the file. It uses the
//! reader of [`crate::ledger`] for every row, number and date, so that it cannot see a file otherwise than a statement
//! would. What the file leaves open stays open: it becomes a question. The file is read once for its head and twice
//! as a whole, the second time only up to the last place that is shown; memory does not grow with it.

use std::io::{Cursor, Read, Seek};
use std::sync::Arc;

use encoding_rs::Encoding;

use crate::agreement::Field;
use crate::error::Error;
use crate::excerpt::Excerpt;
use crate::folder::Folder;
use crate::ledger::block::BLOCK;
use crate::ledger::feed::digest;
use crate::ledger::header::Head;
use crate::ledger::rows::Rows;
use crate::place::{FileId, Place};
use crate::workbook::{self, Wish};

mod amounts;
mod aside;
mod choice;
mod cited;
mod column;
mod days;
mod fields;
mod nature;
mod resolve;
mod shape;
mod side;
mod spots;
mod style;
mod table;
mod tally;
mod trial;
mod walk;

pub use amounts::Sum;
pub use aside::{Aside, Look};
pub use cited::{Cited, Places};
pub use column::{DISTINCT, Kind};
pub use days::Range;
pub use nature::{Datev, Nature};
pub use spots::Spots;
pub use style::{Dates, Numbers, Reach, Total};
pub use table::{Entry, Part, Value, Why};
pub use tally::LineEnds;

/// What a file is.
#[derive(Debug, Clone)]
pub struct Inspection {
    /// Its name, as it was given.
    pub file: String,
    /// Its length.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Text, or something else. Of a workbook that cannot be read nothing below says anything.
    pub nature: Nature,
    /// What its bytes are.
    pub script: Script,
    /// How its lines end.
    pub ends: LineEnds,
    /// What divides its cells; none where each line is one.
    pub delimiter: Option<char>,
    /// The header; none where the first row holds values already.
    pub header: Option<HeaderLine>,
    /// The first lines with text above the header.
    pub titles: Vec<String>,
    /// How many lines with text stand above it.
    pub above: u64,
    /// Rows below it, without blank ones and those with faulty quotes.
    pub rows: u64,
    /// Blank rows and rows of delimiters only.
    pub blank: u64,
    /// Cells that a row should have.
    pub width: usize,
    /// Rows with fewer.
    pub short: Places,
    /// Rows with more.
    pub long: Places,
    /// Faults of quotes.
    pub quotes: Places,
    /// A row that does not end: nothing behind it was read.
    pub endless: Option<Place>,
    /// How the numbers are written of those columns that amounts would be read from.
    pub numbers: Numbers,
    /// How the dates are written of those columns that dates would be read from.
    pub dates: Dates,
    /// The columns.
    pub columns: Vec<Column>,
    /// Columns that say debit or credit.
    pub sides: Vec<SideColumn>,
    /// Rows that are probably no postings.
    pub aside: Vec<Aside>,
    /// What the `[[ledger]]` table says and asks; empty where the file can be no ledger.
    pub table: Vec<Entry>,
    /// Where places are for people.
    pub spots: Spots,
}

/// What the bytes of a file are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Script {
    /// A byte order mark says so.
    Marked(&'static str),
    /// Beyond ASCII it is UTF-8.
    Utf8,
    /// There is nothing beyond ASCII.
    Ascii,
    /// Two bytes a letter, without a mark.
    Wide(&'static str),
    /// No UTF-8.
    Other {
        /// The first byte that shows it.
        first: Place,
        /// Are its bytes beyond ASCII such as German or English text has in windows-1252?
        plausible: bool,
    },
    /// UTF-8 in one part, something else in another.
    Mixed {
        /// The first byte of the later part.
        place: Place,
        /// The first one beyond ASCII of the earlier part.
        against: Option<Place>,
    },
}

/// The header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderLine {
    /// Its first byte.
    pub place: Place,
    /// Its line, counted from 1.
    pub line: u64,
    /// Its cells.
    pub names: Vec<String>,
}

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Counted from 1.
    pub number: usize,
    /// Its heading; empty where it has none.
    pub heading: String,
    /// Our field that it would be, if that is clear.
    pub field: Option<Field>,
    /// Does its heading say so, rather than its cells?
    pub by_heading: bool,
    /// What its cells look like.
    pub kind: Kind,
    /// Cells that are not empty.
    pub filled: u64,
    /// Empty cells.
    pub empty: u64,
    /// How many different ones; none where they are more than [`DISTINCT`].
    pub distinct: Option<usize>,
    /// The first different ones, shortened.
    pub samples: Vec<String>,
    /// How its numbers are written.
    pub numbers: Numbers,
    /// How its dates are written.
    pub dates: Dates,
    /// Its amounts, if it looks like amounts: one reading, or two where the decimal mark is open.
    pub totals: Vec<Total>,
    /// Its days, if it looks like dates, likewise.
    pub reaches: Vec<Reach>,
    /// Its cells that are no dates, if it looks like dates.
    pub no_days: Places,
}

/// A column that says debit or credit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideColumn {
    /// Counted from 1.
    pub number: usize,
    /// Rows of debit, of credit, and with an empty cell.
    pub rows: [u64; 3],
    /// Per column of amounts, counted from 1, and per reading of it, the amounts of debit, of credit, and of neither.
    pub sums: Vec<(usize, Option<char>, [Sum; 3])>,
}

impl Inspection {
    /// Is something wrong with the file, whatever it means?
    #[must_use]
    pub fn is_faulty(&self) -> bool {
        let unread = matches!(self.nature, Nature::Misnamed(_) | Nature::Unread(_));
        let rows = [&self.short, &self.long, &self.quotes].iter().any(|places| !places.is_empty());
        let mixed = matches!(self.script, Script::Mixed { .. });
        let contradicts = self.numbers.against.is_some() || self.dates.against.is_some();
        unread || rows || mixed || contradicts || self.endless.is_some()
    }

    /// Where the place is, if it is one of those that are shown.
    #[must_use]
    pub fn spot(&self, place: Place) -> Option<&Excerpt> {
        self.spots.get(place)
    }
}

/// Looks at a file of the folder; of a workbook at this sheet, or at the only one that is not empty.
///
/// # Errors
/// [`Error::Read`] where the system refuses, [`Error::Changed`] where the file is another one after it was read.
pub fn inspect(folder: &Folder, file: FileId, sheet: Option<&str>) -> Result<Inspection, Error> {
    let before = folder.stamp(file)?;
    let wish = Wish { sheet, ..Wish::default() };
    let mut inspection = if workbook::is_named(folder.files.name(file)) {
        in_workbook(folder, file, &wish)?
    } else {
        let (mut head, mut source) = (folder.reader(file)?, folder.reader(file)?);
        look(folder, file, (&mut head, &mut source), None)?
    };
    if inspection.bytes != before.bytes || folder.stamp(file)? != before {
        return Err(folder.changed(file));
    }
    let wide = if let Script::Wide(label) = inspection.script {
        Encoding::for_label(label.as_bytes())
    } else {
        None
    };
    inspection.spots = Spots::find(folder, file, wide, &wish, &inspection)?;
    Ok(inspection)
}

/// Looks at a sheet as at the text that it stands for.
fn in_workbook(folder: &Folder, file: FileId, wish: &Wish<'_>) -> Result<Inspection, Error> {
    let bytes = folder.bytes(file)?;
    let (sha256, length) = (digest(&bytes), u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    let (text, nature) = match workbook::read(&bytes, wish) {
        Ok(sheet) => {
            let nature = Nature::Sheet { name: sheet.name().to_owned(), chosen: wish.sheet.is_some() };
            (sheet.shared(), nature)
        }
        Err(fault) => (Arc::from([]), Nature::Unread(fault.of_file(folder.files.name(file)))),
    };
    drop(bytes);
    let mut readers = (Cursor::new(Arc::clone(&text)), Cursor::new(text));
    let inspection = look(folder, file, (&mut readers.0, &mut readers.1), Some(nature))?;
    Ok(Inspection { sha256, bytes: length, ..inspection })
}

/// Reads the head from the one reader, all rows from the other.
fn look<R: Read + Seek>(
    folder: &Folder,
    file: FileId,
    (head, rows): (&mut R, &mut R),
    known: Option<Nature>,
) -> Result<Inspection, Error> {
    let failed = |error| folder.failed(file, error);
    let first = First::read(head, file).map_err(failed)?;
    let (shape, nature) = first.shape(known);
    let encodings = (first.marked.or(first.wide), first.wide);
    let walked = walk::walk(rows, file, &shape, encodings).map_err(failed)?;
    let names = resolve::Names { file, name: folder.files.name(file).to_owned(), home: folder.home(file) };
    Ok(resolve::resolve(names, &first, &shape, nature, &walked))
}

/// The file's first bytes.
struct First {
    bytes: Vec<u8>,
    offset: u64,
    ended: bool,
    marked: Option<&'static Encoding>,
    wide: Option<&'static Encoding>,
}

impl First {
    fn read<R: Read + Seek>(source: &mut R, file: FileId) -> std::io::Result<Self> {
        let mut raw = Vec::new();
        source.take(400).read_to_end(&mut raw)?;
        source.rewind()?;
        let marked = Encoding::for_bom(&raw).map(|(encoding, _)| encoding);
        let wide = if marked.is_none() { nature::wide(&raw) } else { None };
        let mut rows = Rows::open(source, BLOCK, file, wide)?;
        let (bytes, offset, ended) = rows.head()?;
        Ok(Self { bytes: bytes.to_vec(), offset, ended, marked, wide })
    }

    fn head(&self) -> Head<'_> {
        Head { bytes: &self.bytes, ended: self.ended, declared: None }
    }

    /// The shape of the file and what it is, unless that is known.
    fn shape(&self, known: Option<Nature>) -> (shape::Shape, Nature) {
        let head = self.head();
        let line = head.lines(b';', 0).into_iter().next().unwrap_or_default();
        let misnamed = workbook::kind(&self.bytes).filter(|_| known.is_none());
        let nature = match (known, misnamed, Datev::of(&line)) {
            (Some(known), ..) => known,
            (None, Some(kind), _) => Nature::Misnamed(kind),
            (None, None, Some(datev)) => Nature::Datev(datev),
            (None, None, None) if self.bytes.is_empty() && self.ended => Nature::Nothing,
            (None, None, None) => Nature::Text,
        };
        let header = matches!(nature, Nature::Datev(_)).then_some(2);
        let shape = if nature.has_rows() { shape::shape(&head, header) } else { shape::Shape::default() };
        (shape, nature)
    }
}

#[cfg(test)]
mod tests;
