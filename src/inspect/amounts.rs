//! A column's cells as amounts, under either decimal mark.
//!
//! In: its numbers as they are written. Out: sums, extremes and proofs for `,` and for `.`, since which of them
//! the file has is known only at its end. A sum is exact, and holds for the cells that the mark can read.

use super::cited::{Cited, Places};
use crate::ledger::dialect::Known;
use crate::ledger::number::{Evidence, Mark, Written};
use crate::money::Money;

/// Both decimal marks, in the order of everything that is kept for each.
pub(super) const MARKS: [Mark; 2] = [Mark::Comma, Mark::Point];

/// Some amounts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many.
    pub cells: u64,
    /// Their sum.
    pub total: Money,
    /// The smallest.
    pub least: Option<Money>,
    /// The largest.
    pub most: Option<Money>,
    /// How many of them are below nothing.
    pub negative: u64,
}

impl Sum {
    pub(super) fn add(&mut self, amount: Money) {
        self.cells += 1;
        self.total += amount;
        self.negative += u64::from(amount.is_negative());
        self.least = Some(self.least.map_or(amount, |least| least.min(amount)));
        self.most = Some(self.most.map_or(amount, |most| most.max(amount)));
    }
}

/// What a column's cells are as amounts.
#[derive(Debug, Clone, Default)]
pub(super) struct Amounts {
    pub(super) sums: [Sum; 2],
    /// Cells that cannot be amounts under the mark.
    pub(super) unfit: [Places; 2],
    /// Cells that prove the mark.
    pub(super) proofs: [Places; 2],
    /// Cells that could have either.
    pub(super) open: Places,
}

/// An amount under either mark.
pub(super) type Both = [Option<Money>; 2];

/// The number as an amount under either mark.
pub(super) fn both(written: &Written) -> Both {
    MARKS.map(|mark| written.money(&Known::Declared(mark)).ok())
}

impl Amounts {
    /// Takes a cell that is not empty, as a number if it is one.
    pub(super) fn see(&mut self, number: Option<(&Written, &Both)>, cite: &dyn Fn() -> Cited) {
        for index in 0..MARKS.len() {
            match number.and_then(|(_, both)| both[index]) {
                Some(amount) => self.sums[index].add(amount),
                None => self.unfit[index].add(cite),
            }
        }
        match number.map(|(written, _)| written.evidence) {
            Some(Evidence::Decides(mark)) => self.proofs[index(mark)].add(cite),
            Some(Evidence::Open(_)) => self.open.add(cite),
            Some(Evidence::None) | None => {}
        }
    }
}

/// Where the mark's facts stand.
pub(super) fn index(mark: Mark) -> usize {
    match mark {
        Mark::Comma => 0,
        Mark::Point => 1,
    }
}
