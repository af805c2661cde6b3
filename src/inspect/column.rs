//! What a column of a file holds, cell by cell.
//!
//! In: the cells of the rows that may be postings. Out: counts, a few samples, sums and days, all of bounded size
//! however long the file is. Nothing is decided here: a cell counts as all that it could be.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::amounts::{self, Amounts, Both, Sum};
use super::cited::{Cited, Places};
use super::days::{self, Day, Days};
use super::side::Sides;
use crate::finding::cell::shown;
use crate::ledger::number::{self, Evidence, Written};
use crate::ledger::rows::Row;

/// So many different cells of a column are told apart.
pub const DISTINCT: usize = 1000;
/// So many of them are shown.
const SAMPLES: usize = 3;

/// A column as far as it was read.
#[derive(Debug, Clone, Default)]
pub(super) struct Tallied {
    pub(super) filled: u64,
    pub(super) empty: u64,
    /// Numbers of digits only.
    pub(super) whole: u64,
    /// Other numbers.
    pub(super) marked: u64,
    pub(super) amounts: Amounts,
    pub(super) days: Days,
    /// Amounts in rows that look like sums.
    pub(super) aside: [Sum; 2],
    /// The sums by debit and credit, as long as all its cells say one of them.
    pub(super) sides: Sides,
    pub(super) samples: Vec<String>,
    pub(super) first: Option<Cited>,
    seen: HashSet<u64>,
    last: Last,
}

/// The cell that was looked at last: the same again is not read again.
#[derive(Debug, Clone, Default)]
struct Last {
    cell: String,
    look: Look,
}

/// What a cell could be.
#[derive(Debug, Clone, Default)]
struct Look {
    number: Option<(Written, Both)>,
    day: Option<Day>,
}

impl Look {
    fn of(cell: &str) -> Self {
        if cell.len() > 60 || !cell.bytes().any(|byte| byte.is_ascii_digit()) {
            return Self::default();
        }
        let number = number::read(cell).ok();
        let compact = |written: &Written| written.evidence == Evidence::None && matches!(cell.len(), 5 | 8);
        let day = number.as_ref().is_none_or(compact).then(|| days::day(cell)).flatten();
        Self { number: number.map(|written| (written, amounts::both(&written))), day }
    }
}

impl Tallied {
    /// Takes the row's cell; hands out what it is as an amount.
    pub(super) fn see(&mut self, row: &Row<'_>, column: usize) -> Option<Both> {
        let cell = row.cell(column);
        if cell.is_empty() {
            self.empty += 1;
            return None;
        }
        if self.last.cell != cell {
            self.last.look = Look::of(cell);
            self.last.cell.clear();
            self.last.cell.push_str(cell);
            self.distinguish(cell);
        }
        self.filled += 1;
        self.first.get_or_insert_with(|| Cited::cell(row, column));
        let cite = || Cited::cell(row, column);
        let Look { number, day } = &self.last.look;
        if number.is_some() {
            let digits = cell.bytes().all(|byte| byte.is_ascii_digit());
            self.whole += u64::from(digits);
            self.marked += u64::from(!digits);
        }
        self.amounts.see(number.as_ref().map(|(written, both)| (written, both)), &cite);
        self.days.see(day.as_ref(), &cite);
        number.map(|(_, both)| both)
    }

    /// Takes the cell of a row that looks like a sum.
    pub(super) fn put_aside(&mut self, cell: &str) {
        let Some(both) = number::read(cell).ok().map(|written| amounts::both(&written)) else { return };
        for (sum, amount) in self.aside.iter_mut().zip(both) {
            if let Some(amount) = amount {
                sum.add(amount);
            }
        }
    }

    fn distinguish(&mut self, cell: &str) {
        if self.seen.len() > DISTINCT {
            return;
        }
        let mut hasher = DefaultHasher::new();
        cell.hash(&mut hasher);
        if self.seen.insert(hasher.finish()) && self.samples.len() < SAMPLES {
            self.samples.push(shown(cell));
        }
    }

    /// How many different cells; none where they are more than are told apart.
    pub(super) fn distinct(&self) -> Option<usize> {
        Some(self.seen.len()).filter(|distinct| *distinct <= DISTINCT)
    }

    /// What its cells look like, nine of ten of them.
    pub(super) fn kind(&self) -> Kind {
        let most = |count: u64| self.filled > 0 && count * 10 >= self.filled * 9;
        let numbers = self.whole + self.marked;
        let compact = self.whole == numbers && self.whole > 0;
        let days = self.days.cells();
        match (self.filled, compact) {
            (0, _) => Kind::Empty,
            (filled, true) if days == filled => Kind::Date,
            (_, false) if most(days) => Kind::Date,
            _ if most(self.days.serials.count) && numbers == 0 => Kind::Text,
            (_, true) if most(numbers) => Kind::Whole,
            _ if most(numbers) => Kind::Amount,
            _ if most(self.filled - numbers.min(self.filled)) && !most(days) && days * 10 <= self.filled => {
                Kind::Text
            }
            _ => Kind::Mixed,
        }
    }

    /// Cells that are no dates.
    pub(super) fn no_days(&self) -> Places {
        self.days.unfit.with(&self.days.serials)
    }
}

/// What the cells of a column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// All are empty.
    Empty,
    /// Numbers of which some have a mark, a sign or a currency.
    Amount,
    /// Digits only.
    Whole,
    /// Dates.
    Date,
    /// Anything else.
    Text,
    /// Some of this, some of that.
    Mixed,
}
