//! Rows that are alike in all but date, period and amount.
//!
//! In: the bytes of a row's other cells. Out: the number that all rows with these bytes have. What such cells mean
//! is worked out once, by the reader of rows, and remembered under that number.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use crate::ledger::KinId;

/// As many kinds of rows as are remembered. Rows of further kinds are read cell by cell.
const MOST: usize = 1 << 16;
/// Bytes that are kept of all of them together.
const ROOM: usize = 16 << 20;

/// The kinds of rows of a file.
pub(super) struct Kins {
    state: FixedState,
    table: HashTable<Kin>,
    keys: Vec<u8>,
}

/// A kind of rows.
#[derive(Clone, Copy)]
struct Kin {
    /// Where its key is kept.
    start: u32,
    end: u32,
    id: u32,
    /// Do their other cells turn the sign of the amount?
    turned: bool,
}

impl Kins {
    pub(super) fn new() -> Self {
        Self { state: FixedState::with_seed(0), table: HashTable::new(), keys: Vec::new() }
    }

    /// The number of rows with this key, and whether the amount's sign is turned.
    #[inline(always)]
    pub(super) fn find(&self, key: &[u8]) -> Option<(KinId, bool)> {
        let kin = self.table.find(hash(&self.state, key), |kin| same(kin.key(&self.keys), key))?;
        Some((KinId(to_usize(kin.id)), kin.turned))
    }

    /// The number that the next key will get; none where no more are remembered.
    pub(super) fn next(&self, key: &[u8]) -> Option<KinId> {
        let room = self.table.len() < MOST && self.keys.len() + key.len() <= ROOM;
        room.then_some(KinId(self.table.len()))
    }

    /// Remembers the key under that number.
    pub(super) fn add(&mut self, key: &[u8], turned: bool) {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (start, id) = (small(self.keys.len()), small(self.table.len()));
        self.keys.extend_from_slice(key);
        let kin = Kin { start, end: small(self.keys.len()), id, turned };
        let (state, keys) = (&self.state, &self.keys);
        self.table.insert_unique(hash(state, key), kin, |kin| hash(state, kin.key(keys)));
    }
}

impl Kin {
    #[inline(always)]
    fn key(self, keys: &[u8]) -> &[u8] {
        keys.get(to_usize(self.start)..to_usize(self.end)).unwrap_or_default()
    }
}

#[inline(always)]
fn hash(state: &FixedState, key: &[u8]) -> u64 {
    let mut hasher = state.build_hasher();
    hasher.write(key);
    hasher.finish()
}

fn to_usize(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// Are the bytes the same? (Keys are short: asking the system's library takes longer than the answer.)
#[inline(always)]
fn same(a: &[u8], b: &[u8]) -> bool {
    let ((some, a), (others, b)) = (a.as_chunks::<16>(), b.as_chunks::<16>());
    let equal =
        some.iter().zip(others).all(|(one, other)| u128::from_ne_bytes(*one) == u128::from_ne_bytes(*other));
    equal
        && some.len() == others.len()
        && a.len() == b.len()
        && a.iter().zip(b).all(|(one, other)| one == other)
}
