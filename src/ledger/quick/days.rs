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
const LONGEST: usize = 16;

/// The days.
pub(super) struct Days(Vec<(u128, Date)>);

impl Days {
    pub(super) fn new() -> Self {
        Self(vec![(0, Date::MIN); KEPT])
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
        let Some(sixteen) =
            bytes[start..].first_chunk::<LONGEST>().filter(|_| (1..=LONGEST).contains(&length))
        else {
            return read(&bytes[start..end]);
        };
        // The bytes of the cell and none behind it. No date is all zero bytes, which mark a place that is free.
        let bits = u128::MAX.unbounded_shr(u32::try_from((LONGEST - length) * 8).unwrap_or(0));
        let key = u128::from_le_bytes(*sixteen) & bits;
        let mut free = place(key);
        for place in (0..TRIED).map(|n| (place(key) + n) % KEPT) {
            let (kept, day) = self.0[place];
            if kept == key {
                return Some(day);
            }
            if kept == 0 {
                free = place;
                break;
            }
        }
        let day = read(&bytes[start..end])?;
        self.0[free] = (key, day);
        Some(day)
    }
}

#[inline(always)]
fn place(key: u128) -> usize {
    let half = |shift: u32| u64::try_from(key >> shift & u128::from(u64::MAX)).unwrap_or(0);
    let mixed = (half(0) ^ half(64).rotate_left(31)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(mixed >> 54).unwrap_or(0)
}
