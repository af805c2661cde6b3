//! Dates that were read before.
//!
//! In: the bytes of a cell. Out: the day that the same bytes were read as. A ledger has few different days and many
//! rows, so each is read once, by the one reader of dates there is, and found again by its bytes.

use crate::period::Date;

/// As many days as are kept at most.
const KEPT: usize = 1 << 10;
/// So many places are tried for a day; if all are taken, the first is given to it.
const TRIED: usize = 4;
/// Longer cells are not kept.
const LONGEST: usize = 12;

/// The days.
pub(super) struct Days(Vec<Kept>);

/// A cell and its day, small enough that four of them lie beside each other.
#[derive(Clone, Copy)]
struct Kept {
    cell: (u64, u32),
    day: Date,
}

impl Days {
    pub(super) fn new() -> Self {
        Self(vec![Kept { cell: (0, 0), day: Date::MIN }; KEPT])
    }

    /// The day that the bytes from `start` to `end` are, else what `read` says, which is kept.
    #[inline(always)]
    pub(super) fn day(
        &mut self,
        bytes: &[u8],
        (start, end): (usize, usize),
        read: impl FnOnce(&[u8]) -> Option<Date>,
    ) -> Option<Date> {
        let length = end - start;
        let sixteen = bytes[start..].first_chunk::<16>();
        let Some(sixteen) = sixteen.filter(|_| (1..=LONGEST).contains(&length)) else {
            return read(&bytes[start..end]);
        };
        let cell = key(*sixteen, length);
        let first = place(cell);
        let mut free = first;
        for place in (0..TRIED).map(|n| (first + n) % KEPT) {
            let kept = self.0[place];
            if kept.cell == cell {
                return Some(kept.day);
            }
            if kept.cell == (0, 0) {
                free = place;
                break;
            }
        }
        let day = read(&bytes[start..end])?;
        self.0[free] = Kept { cell, day };
        Some(day)
    }
}

/// The bytes of the cell and none behind it. No date is all zero bytes, which mark a place that is free.
#[inline(always)]
fn key(sixteen: [u8; 16], length: usize) -> (u64, u32) {
    let bits = u128::MAX.unbounded_shr(u32::try_from((16 - length) * 8).unwrap_or(0));
    let key = u128::from_le_bytes(sixteen) & bits;
    let low = u64::try_from(key & u128::from(u64::MAX)).unwrap_or(0);
    (low, u32::try_from(key >> 64).unwrap_or(0))
}

#[inline(always)]
fn place((low, high): (u64, u32)) -> usize {
    let mixed = (low ^ u64::from(high).rotate_left(31)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(mixed >> 54).unwrap_or(0)
}
