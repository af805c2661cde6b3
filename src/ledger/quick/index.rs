//! Where cells and rows end, for many rows at once.
//!
//! In: bytes that begin with a row. Out: the ends of their cells and rows, and for each row whether its quotes may
//! be wrong and whether it has bytes beyond ASCII. Sixty-four bytes are looked at together: each kind of byte gives
//! a mask of one bit a byte, and masks say what stands inside quotes and behind what (the method is that of Langdale
//! and Lemire, "Parsing gigabytes of JSON per second", VLDB Journal 28, 2019). What looks wrong is only marked: the
//! slow path reads it, and owns the message.

use fearless_simd::{Simd, SimdBase as _, SimdMask as _, u8x64};

/// Bytes looked at together.
const LANE: usize = 64;

/// The ends of cells and rows.
#[derive(Default)]
pub(super) struct Index {
    /// Per cell, the byte after it; longer than there are cells.
    ends: Vec<u32>,
    cells: usize,
    rows: Vec<RowEnd>,
}

/// The end of a row.
#[derive(Clone, Copy)]
pub(super) struct RowEnd {
    /// The byte that ends it.
    pub(super) at: u32,
    /// Its quotes may be wrong, or it holds a zero byte.
    pub(super) doubtful: bool,
    /// It may hold bytes beyond ASCII.
    pub(super) beyond_ascii: bool,
}

impl Index {
    /// Looks at the bytes, the first of which begins a row.
    #[inline(always)]
    pub(super) fn build<S: Simd>(&mut self, simd: S, bytes: &[u8], delimiter: u8) {
        self.rows.clear();
        self.cells = 0;
        self.ends.resize(bytes.len() + 2 * LANE, 0);
        let mut walk = Walk { apart: 1, ..Walk::default() };
        let (lanes, rest) = bytes.as_chunks::<LANE>();
        let mut base = 0;
        for lane in lanes {
            self.add(&mut walk, &Masks::of(simd, lane, delimiter), base);
            base += 64;
        }
        let mut last = [b' '; LANE];
        last[..rest.len()].copy_from_slice(rest);
        self.add(&mut walk, &Masks::of(simd, &last, delimiter), base);
    }

    /// What is known of the end of this row, if it ends in the bytes.
    #[inline(always)]
    pub(super) fn row(&self, row: usize) -> Option<RowEnd> {
        self.rows.get(row).copied()
    }

    /// The ends of the cells from this one on, up to the row's end; there are likely to be so many.
    #[inline(always)]
    pub(super) fn cells(&self, first: usize, end: RowEnd, likely: usize) -> &[u32] {
        let cells = &self.ends[first..self.cells];
        if likely > 0 && cells.get(likely - 1) == Some(&end.at) {
            return &cells[..likely];
        }
        &cells[..=cells.partition_point(|cell| *cell < end.at)]
    }

    #[inline(always)]
    fn add(&mut self, walk: &mut Walk, masks: &Masks, base: u32) {
        let Ends { cells, rows, doubtful } = walk.ends(masks);
        let mut row = Pending {
            doubtful: doubtful | walk.row.doubtful,
            beyond_ascii: masks.beyond_ascii | walk.row.beyond_ascii,
        };
        let mut left = rows;
        while left != 0 {
            let Pending { doubtful: strange, beyond_ascii } = row;
            self.rows.push(RowEnd { at: base + left.trailing_zeros(), doubtful: strange, beyond_ascii });
            row = Pending { doubtful, beyond_ascii: masks.beyond_ascii };
            left &= left - 1;
        }
        walk.row = row;
        let (mut at, mut left) = (self.cells, cells);
        self.cells += usize::try_from(cells.count_ones()).unwrap_or(0);
        while left != 0 {
            // Eight at a time without asking how many there are: what is too much is overwritten by the next.
            let Some(slots) = self.ends.get_mut(at..).and_then(|ends| ends.first_chunk_mut::<8>()) else {
                return;
            };
            for slot in slots {
                *slot = base + left.trailing_zeros();
                left &= left.wrapping_sub(1);
            }
            at += 8;
        }
    }
}

/// What sixty-four bytes are, a bit for each.
struct Ends {
    cells: u64,
    rows: u64,
    doubtful: bool,
}

/// What the bytes before say about the next; bits are one or nothing.
#[derive(Default)]
struct Walk {
    /// Are they inside quotes?
    quoted: u64,
    /// Was the last a carriage return?
    cr: u64,
    /// May a quote open behind the last?
    apart: u64,
    /// Was the last a quote that closed?
    closing: u64,
    row: Pending,
}

/// What is known of a row that is not ended.
#[derive(Default, Clone, Copy)]
struct Pending {
    doubtful: bool,
    beyond_ascii: bool,
}

impl Walk {
    #[inline(always)]
    fn ends(&mut self, masks: &Masks) -> Ends {
        if masks.quote | self.quoted | self.closing != 0 {
            return self.careful(masks);
        }
        let rows = masks.cr | (masks.lf & !(masks.cr << 1 | self.cr));
        self.cr = masks.cr >> 63;
        self.apart = (masks.delimiter | masks.cr | masks.lf) >> 63;
        Ends { cells: masks.delimiter | rows, rows, doubtful: masks.zero }
    }

    /// Where there are quotes.
    fn careful(&mut self, masks: &Masks) -> Ends {
        let before = self.quoted.wrapping_neg();
        let inside = if masks.quote == 0 { before } else { parity(masks.quote) ^ before };
        let line = masks.cr | masks.lf;
        let apart = (masks.delimiter | line) & !inside;
        let rows = (masks.cr | (masks.lf & !(masks.cr << 1 | self.cr))) & !inside;
        let (opening, closing) = (masks.quote & inside, masks.quote & !inside);
        let strange = (opening & !((apart | closing) << 1 | self.apart))
            | ((closing << 1 | self.closing) & !(apart | opening));
        self.quoted = inside >> 63;
        self.cr = masks.cr >> 63;
        self.apart = (apart | closing) >> 63;
        self.closing = closing >> 63;
        Ends { cells: (masks.delimiter & !inside) | rows, rows, doubtful: strange != 0 || masks.zero }
    }
}

/// Where each kind of byte stands.
struct Masks {
    delimiter: u64,
    quote: u64,
    cr: u64,
    lf: u64,
    zero: bool,
    beyond_ascii: bool,
}

impl Masks {
    #[inline(always)]
    fn of<S: Simd>(simd: S, lane: &[u8; LANE], delimiter: u8) -> Self {
        let bytes = u8x64::from_slice(simd, lane);
        let is = |byte: u8| bytes.simd_eq(u8x64::splat(simd, byte)).to_bitmask();
        Self {
            delimiter: is(delimiter),
            quote: is(b'"'),
            cr: is(b'\r'),
            lf: is(b'\n'),
            zero: is(0) != 0,
            beyond_ascii: bytes.simd_gt(u8x64::splat(simd, 0x7F)).to_bitmask() != 0,
        }
    }
}

/// Per bit, whether an odd number of bits is set up to and with it.
fn parity(mask: u64) -> u64 {
    [1, 2, 4, 8, 16, 32].into_iter().fold(mask, |mask, shift| mask ^ (mask << shift))
}
