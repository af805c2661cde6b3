//! Sums by debit and credit.
//!
//! In: a column's cells, and the amounts of the same rows. Out: per side and column of amounts the sum, as long as
//! every cell of the column says debit or credit, in words that ledgers are read by; the first other cell ends it.

use super::amounts::{Both, Sum};
use crate::ledger::slots::{self, Side};

/// The sums of one column's sides.
#[derive(Debug, Clone)]
pub(super) enum Sides {
    /// Some cell says something else.
    No,
    /// So far none does.
    Perhaps(BySide),
}

/// How many rows each side has, and the amounts of each column in them.
#[derive(Debug, Clone, Default)]
pub(super) struct BySide {
    /// Debit, credit, empty.
    pub(super) rows: [u64; 3],
    /// Per side, per column, under either decimal mark.
    pub(super) sums: [Vec<[Sum; 2]>; 3],
}

impl Default for Sides {
    fn default() -> Self {
        Self::Perhaps(BySide::default())
    }
}

impl Sides {
    /// Takes a row's cell, and what the row's cells are as amounts.
    pub(super) fn see(&mut self, cell: &str, amounts: &[Option<Both>]) {
        let Self::Perhaps(sums) = self else { return };
        let side = match cell {
            "" => 2,
            _ if cell.len() > 6 => return *self = Self::No,
            _ => match slots::side(cell) {
                Ok(Side::Debit) => 0,
                Ok(Side::Credit) => 1,
                Err(_) => return *self = Self::No,
            },
        };
        sums.rows[side] += 1;
        let columns = &mut sums.sums[side];
        columns.resize(columns.len().max(amounts.len()), [Sum::default(); 2]);
        for (sums, both) in columns.iter_mut().zip(amounts) {
            for (sum, amount) in sums.iter_mut().zip(both.iter().flatten()) {
                if let Some(amount) = amount {
                    sum.add(*amount);
                }
            }
        }
    }

    /// The sums, where the column holds any side.
    pub(super) fn sums(&self) -> Option<&BySide> {
        match self {
            Self::Perhaps(sums) if sums.rows[0] + sums.rows[1] > 0 => Some(sums),
            Self::Perhaps(_) | Self::No => None,
        }
    }
}
