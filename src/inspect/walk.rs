//! One pass over all rows of a file.
//!
//! In: a file and its shape. Out: what its columns hold, and the places of rows that are not as they should be. A row
//! of the wrong length counts in no column, since nobody knows which cell it lacks; nor does one that looks like a sum
//! or like the header again.

use std::io::{self, Read};

use encoding_rs::Encoding;

use super::aside::{self, Aside};
use super::cited::{Cited, Places};
use super::column::Tallied;
use super::shape::Shape;
use super::tally::{LineEnds, Tally};
use crate::finding::file::EncodingFault;
use crate::finding::{CellFault, Fault, FileFault, Finding};
use crate::ledger::block::{BLOCK, Digested};
use crate::ledger::rows::{Row, Rows};
use crate::place::{FileId, Place};

/// All rows of a file.
#[derive(Debug, Clone)]
pub(super) struct Walked {
    pub(super) columns: Vec<Tallied>,
    pub(super) rows: u64,
    pub(super) blank: u64,
    pub(super) short: Places,
    pub(super) long: Places,
    pub(super) aside: Vec<Aside>,
    pub(super) faults: Faults,
    pub(super) ends: LineEnds,
    pub(super) high: Vec<u8>,
    pub(super) digested: Digested,
}

/// What the scanner tells while it cuts rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Faults {
    /// Rows whose quotes do not quote a cell.
    pub(super) quotes: Places,
    /// The first byte that is no UTF-8.
    pub(super) foreign: Option<Place>,
    /// The file is UTF-8 in one part and something else in another.
    pub(super) mixed: Option<(Place, Option<Place>)>,
    /// The first byte that is zero.
    pub(super) zero: Option<Place>,
    /// A row that does not end.
    pub(super) endless: Option<Place>,
}

impl Faults {
    fn take(&mut self, finding: &Finding) {
        let Some(place) = finding.place else { return };
        match &finding.fault {
            Fault::Cell(CellFault::Quote(_)) => self.quotes.add(|| Cited::place(place)),
            Fault::File(FileFault::Encoding(EncodingFault::Undeclared { .. })) => self.foreign = Some(place),
            Fault::File(FileFault::Encoding(EncodingFault::Mixed | EncodingFault::BrokenMark { .. })) => {
                self.mixed = Some((place, finding.also));
            }
            Fault::File(FileFault::Encoding(EncodingFault::Zero)) => self.zero = Some(place),
            Fault::File(FileFault::RowTooLong { .. }) => self.endless = Some(place),
            _ => {}
        }
    }
}

/// Reads the file from its start to its end.
pub(super) fn walk<R: Read>(
    source: R,
    file: FileId,
    shape: &Shape,
    (tallied_as, declared): (Option<&'static Encoding>, Option<&'static Encoding>),
) -> io::Result<Walked> {
    let mut tally = Tally::new(source, tallied_as);
    let mut rows = Rows::open(&mut tally, BLOCK, file, declared)?;
    let mut faults = Faults::default();
    rows.begin(shape.delimiter(), shape.start, &mut |finding| faults.take(&finding))?;
    let mut seen = Seen::of(shape);
    while let Some(row) = rows.next(&mut |finding| faults.take(&finding))? {
        seen.see(&row);
    }
    let blank = shape.blank + rows.blank();
    let digested = rows.finish()?;
    let Seen { columns, rows, short, long, aside, .. } = seen;
    let (ends, high) = (tally.ends(), tally.high());
    Ok(Walked { columns, rows, blank, short, long, aside, faults, ends, high, digested })
}

/// What the rows held so far.
struct Seen<'s> {
    shape: &'s Shape,
    columns: Vec<Tallied>,
    rows: u64,
    short: Places,
    long: Places,
    aside: Vec<Aside>,
    /// Of the row that is looked at, each cell as an amount.
    amounts: Vec<Option<super::amounts::Both>>,
}

impl<'s> Seen<'s> {
    fn of(shape: &'s Shape) -> Self {
        let columns = vec![Tallied::default(); shape.width];
        let (short, long) = (Places::default(), Places::default());
        Self { shape, columns, rows: 0, short, long, aside: Vec::new(), amounts: Vec::new() }
    }

    fn see(&mut self, row: &Row<'_>) {
        self.rows += 1;
        let width = self.shape.width;
        if let Some(kind) = aside::kind(row, self.shape) {
            self.put_aside(row, kind);
        } else if row.len() < width {
            self.short.add(|| Cited::place(row.place()));
        } else if let Some(extra) = (width..row.len()).find(|column| !row.cell(*column).is_empty()) {
            self.long.add(|| Cited::cell(row, extra));
        } else {
            self.count(row);
        }
    }

    fn count(&mut self, row: &Row<'_>) {
        self.amounts.clear();
        let columns = self.columns.iter_mut().enumerate();
        self.amounts.extend(columns.map(|(index, column)| column.see(row, index)));
        for (index, column) in self.columns.iter_mut().enumerate() {
            column.sides.see(row.cell(index), &self.amounts);
        }
    }

    fn put_aside(&mut self, row: &Row<'_>, kind: aside::Look) {
        for (index, column) in self.columns.iter_mut().enumerate() {
            column.put_aside(row.cell(index));
        }
        let known = self.aside.iter_mut().find(|known| known.look == kind);
        if let Some(known) = known {
            known.places.add(|| Cited::place(row.place()));
            return;
        }
        let mut places = Places::default();
        places.add(|| Cited::place(row.place()));
        self.aside.push(Aside { look: kind, places });
    }
}
