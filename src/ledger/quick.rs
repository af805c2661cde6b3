//! The quick path: rows that leave no doubt, read by their bytes.
//!
//! In: a window of bytes that begins with a row. Out: its postings, as long as each has the cells of one that was
//! read before, but for its date, its period and its amount, and as long as these are written plainly. At the first
//! row of which that is not so it stops, and the row is read cell by cell: there all meaning and all messages are.
//! So the two cannot disagree about what a cell means; that they agree on where cells end, on amounts and on what is
//! left to whom is fuzzed.

#![allow(
    clippy::inline_always,
    reason = "only what is inlined into the dispatched function is compiled for what the processor can"
)]

mod cents;
mod days;
mod index;
mod kin;
mod plan;
mod row;

use fearless_simd::{Level, Simd, dispatch};

use self::index::{Index, RowEnd};
use self::plan::Plan;
use self::row::{Row, Sight};
use super::encoding::Charset;
use super::row::Reader;
use super::unread::Unread;
use super::{Again, KinId};
use crate::finding::Finding;
use crate::money::Money;
use crate::place::FileId;

/// Bytes that are looked at together after a row that was cut otherwise than expected.
const CAREFUL: usize = 1 << 10;

/// The quick path through one file.
pub(super) struct Quick {
    /// What the processor can.
    level: Level,
    sight: Sight,
    index: Index,
    /// Where the indexed bytes begin in the file, and how many they are.
    base: u64,
    indexed: usize,
    /// The row of the index that comes next.
    next: Next,
    /// The row behind the one that stopped the quick path.
    then: Option<Next>,
    /// As many bytes as are indexed together.
    stretch: usize,
    unknown: Option<Unknown>,
}

/// A row of the index.
#[derive(Default, Clone, Copy)]
struct Next {
    row: usize,
    /// The first of its cells.
    cell: usize,
    /// Where among the indexed bytes it begins.
    start: usize,
}

/// A clean row whose other cells were not met before.
struct Unknown {
    offset: u64,
    kin: KinId,
    /// Its amount, as its cells write it.
    amount: i64,
}

/// What stands in the way of a row.
#[derive(Clone, Copy)]
enum Stop {
    /// It is not plain.
    Doubtful,
    /// Nothing, but its like was not met before.
    Unknown {
        /// Its amount, as its cells write it.
        amount: i64,
    },
}

/// The bytes that are read, and what goes along with them.
pub(super) struct View<'v> {
    pub(super) window: &'v [u8],
    /// Where the window begins in the file.
    pub(super) offset: u64,
    pub(super) charset: &'v mut Charset,
    pub(super) unread: &'v mut Unread,
    pub(super) findings: &'v mut dyn FnMut(Finding),
}

/// How far the quick path came.
pub(super) struct Way {
    /// The bytes of the rows that were read.
    pub(super) bytes: usize,
    /// Does the window end before the next row does, so that it should be made longer?
    pub(super) short: bool,
}

impl Quick {
    /// The quick path through the reader's file; none where its rows cannot be read without looking at all their cells.
    pub(super) fn new(reader: &Reader<'_>, file: FileId, delimiter: u8) -> Option<Self> {
        Some(Self {
            level: Level::new(),
            sight: Sight::new(Plan::of(reader)?, file, delimiter),
            index: Index::default(),
            base: 0,
            indexed: 0,
            next: Next::default(),
            then: None,
            stretch: usize::MAX,
            unknown: None,
        })
    }

    /// Reads rows until one of them, or the window's end, is in the way.
    pub(super) fn run(&mut self, view: &mut View<'_>, again: &mut impl FnMut(Again)) -> Way {
        let level = self.level;
        dispatch!(level, simd => self.run_with(simd, view, again))
    }

    #[inline(always)]
    fn run_with<S: Simd>(&mut self, simd: S, view: &mut View<'_>, again: &mut impl FnMut(Again)) -> Way {
        self.unknown = None;
        self.find(simd, view);
        let mut passed = 0;
        loop {
            let shift = to_usize(view.offset - self.base);
            while let Some((end, start)) = self.end(view) {
                let cells = self.index.cells(self.next.cell, end, self.sight.width());
                let row = Row::new(view.window, cells, self.next.start, shift);
                let then = Next { row: self.next.row + 1, cell: self.next.cell + cells.len(), start };
                match self.sight.read(&row, end, view) {
                    Ok(read) => again(read),
                    Err(stop) => {
                        self.stopped(stop, then);
                        return Way { bytes: passed + self.next.start - shift, short: false };
                    }
                }
                self.next = then;
            }
            let (bytes, short) = (self.next.start - shift, self.indexed - shift == view.window.len());
            passed += bytes;
            if short || self.next.row == 0 {
                return Way { bytes: passed, short };
            }
            self.stretch = self.stretch.saturating_mul(2);
            view.pass(bytes);
            self.reindex(simd, view);
        }
    }

    /// The number under which a row may be remembered, if it is the one that stopped the quick path.
    pub(super) fn unknown(&self, offset: u64) -> Option<KinId> {
        self.unknown.as_ref().filter(|unknown| unknown.offset == offset).map(|unknown| unknown.kin)
    }

    /// Remembers the row that stopped the quick path, which came to this amount.
    pub(super) fn learn(&mut self, amount: Money) {
        let Some(Unknown { amount: written, .. }) = self.unknown.take() else { return };
        let written = Money::cents(written.into());
        // Nothing has no sign that could be turned.
        if !written.is_zero() && (amount == written || amount == -written) {
            self.sight.learn(amount != written);
        }
    }

    fn stopped(&mut self, stop: Stop, then: Next) {
        self.then = Some(then);
        if let Stop::Unknown { amount } = stop {
            let offset = self.base + to_u64(self.next.start);
            self.unknown = self.sight.next().map(|kin| Unknown { offset, kin, amount });
        }
    }

    /// Sees to it that the index goes on where the window begins.
    #[inline(always)]
    fn find<S: Simd>(&mut self, simd: S, view: &View<'_>) {
        let is_there = |next: &Next| self.base + to_u64(next.start) == view.offset;
        match self.then.take() {
            // The row that was in the way has been read, and ended where it was expected to.
            Some(then) if is_there(&then) => self.next = then,
            Some(_) => {
                self.stretch = CAREFUL;
                self.reindex(simd, view);
            }
            None => self.reindex(simd, view),
        }
    }

    /// Indexes the window, with which a row begins.
    #[inline(always)]
    fn reindex<S: Simd>(&mut self, simd: S, view: &View<'_>) {
        self.indexed = view.window.len().min(self.stretch);
        self.index.build(simd, &view.window[..self.indexed], self.sight.delimiter);
        (self.base, self.next) = (view.offset, Next::default());
    }

    /// The end of the next row, and where the one behind it begins; none where it does not end in the index.
    #[inline(always)]
    fn end(&self, view: &View<'_>) -> Option<(RowEnd, usize)> {
        let end = self.index.row(self.next.row)?;
        Some((end, self.following(view, end)?))
    }

    /// Where the row behind this end begins; none where the index ends before it is known.
    #[inline(always)]
    fn following(&self, view: &View<'_>, end: RowEnd) -> Option<usize> {
        let end = usize::try_from(end.at).unwrap_or(usize::MAX);
        let byte = |at: usize| view.byte(self.base + to_u64(at));
        if byte(end) != Some(b'\r') {
            return Some(end + 1);
        }
        let next = byte(end + 1).filter(|_| end + 1 < self.indexed)?;
        Some(if next == b'\n' { end + 2 } else { end + 1 })
    }
}

impl View<'_> {
    /// Leaves bytes behind.
    fn pass(&mut self, bytes: usize) {
        self.window = &self.window[bytes..];
        self.offset += to_u64(bytes);
    }

    /// The byte that stands there in the file, if the window has it.
    #[inline(always)]
    fn byte(&self, offset: u64) -> Option<u8> {
        offset.checked_sub(self.offset).and_then(|at| self.window.get(to_usize(at)).copied())
    }
}

fn to_usize(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

fn to_u64(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
