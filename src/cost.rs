//! The year's full cost: postings become cost lines, and get what is derived from them (design 4.2 to 4.6).
//!
//! In: the rules and one pass over the ledgers. Out: [`Booked`], which holds sums and no postings, so that memory
//! does not grow with rows; and a finding for every posting that has no place. All years are booked in the same
//! pass: which one is reported is known only when all postings were seen. For that one, [`primary`] adds
//! depreciation and overhead, and [`secondary`] charges internal services on.

use std::collections::BTreeMap;
use std::iter::Sum;
use std::ops::AddAssign;

use crate::agreement::{KindId, PartnerId, ServiceId};
use crate::ledger::Input;
use crate::money::Money;
use crate::period::Year;
use crate::place::FileId;

mod absent;
mod book;
mod booker;
mod candidates;
mod classify;
mod doubles;
mod hits;
mod moved;
mod origin;
pub mod primary;
pub mod secondary;
mod spread;
mod trace;
mod when;

pub use book::book;
pub use primary::{ByOrigin, Cost, Origin, ServiceYear};
pub use secondary::{Charge, Charges, Internal};
pub use trace::{BookLine, Booking, each_posting, trace, trace_year};

/// All postings, as sums.
#[derive(Debug, Clone, Default)]
pub struct Booked {
    /// The ledger files, in the order read.
    pub inputs: Vec<Input>,
    /// Per year, its books; every year that has a part of a posting.
    pub years: BTreeMap<Year, Books>,
    /// Per `[[ledger]]` table and year: rows by fiscal year or date, before any spreading.
    pub sources: BTreeMap<(usize, Year), Tally>,
}

impl Booked {
    /// The years that rows are of, by fiscal year or date. (A period may reach into years that have no rows of their
    /// own: those are no years to make a statement of.)
    #[must_use]
    pub fn own_years(&self) -> BTreeMap<Year, Tally> {
        let mut years: BTreeMap<Year, Tally> = BTreeMap::new();
        for ((_, year), tally) in &self.sources {
            *years.entry(*year).or_default() += *tally;
        }
        years
    }

    /// The first ledger file whose bytes are not those of another pass, if there is one.
    #[must_use]
    pub fn changed_since(&self, other: &Self) -> Option<FileId> {
        let mut pairs = self.inputs.iter().zip(&other.inputs);
        pairs.find(|(one, two)| one.sha256 != two.sha256).map(|(one, _)| one.file)
    }

    /// How many rows were read as postings.
    #[must_use]
    pub fn postings(&self) -> u64 {
        self.inputs.iter().map(|input| input.postings).sum()
    }

    /// The sum of all rows as read, in expense-positive sign.
    #[must_use]
    pub fn total(&self) -> Money {
        self.inputs.iter().map(|input| input.total).sum()
    }
}

/// A year's postings, as sums.
#[derive(Debug, Clone, Default)]
pub struct Books {
    /// All of them: shared, not shared, and those that no statement can be made of.
    pub all: Tally,
    /// Shared cost.
    pub shared: BTreeMap<CostKey, Tally>,
    /// What is not shared.
    pub not_shared: BTreeMap<NotShared, Tally>,
    /// By which field postings count in the year.
    pub by: BTreeMap<YearBy, Tally>,
    /// One-off postings and postings with a period, which count outside the service's life in the nearest segment.
    pub clamped: Tally,
    /// Rows and what of them counts here because the year of their days was sealed without them, by that year.
    pub moved: BTreeMap<Year, Tally>,
}

impl Books {
    /// The sum of the shared postings.
    #[must_use]
    pub fn shared_total(&self) -> Money {
        self.shared.values().map(|tally| tally.amount).sum()
    }

    /// The sum of the postings of some services that are one-off cost.
    #[must_use]
    pub fn one_off_total(&self, of: impl Fn(ServiceId) -> bool) -> Money {
        let once = self.shared.iter().filter(|(key, _)| key.one_off && of(key.service));
        once.map(|(_, tally)| tally.amount).sum()
    }

    /// The sum of the postings that are not shared.
    #[must_use]
    pub fn not_shared_total(&self) -> Money {
        self.not_shared.values().map(|tally| tally.amount).sum()
    }
}

/// How many rows, and their sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many.
    pub rows: u64,
    /// Their sum; an expense is positive.
    pub amount: Money,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.rows += other.rows;
        self.amount += other.amount;
    }
}

impl<'a> Sum<&'a Tally> for Tally {
    fn sum<I: Iterator<Item = &'a Self>>(tallies: I) -> Self {
        let mut sum = Self::default();
        tallies.for_each(|tally| sum += *tally);
        sum
    }
}

impl Tally {
    /// One more row.
    pub fn add(&mut self, amount: Money) {
        self.rows += 1;
        self.amount += amount;
    }
}

/// What shared cost is summed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CostKey {
    /// The service.
    pub service: ServiceId,
    /// Is it one-off cost?
    pub one_off: bool,
    /// When in the year it falls.
    pub timing: Timing,
    /// Who paid.
    pub payer: PartnerId,
    /// The cost kind.
    pub kind: Option<KindId>,
}

/// When in the year a cost falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Timing {
    /// Evenly over the service's life in the year.
    Even,
    /// In the segment of this index.
    Segment(usize),
}

/// What unshared cost is listed by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NotShared {
    /// Why it is not shared.
    pub reason: Reason,
    /// Sachkonto.
    pub account: String,
    /// Kostenstelle.
    pub cost_centre: String,
}

/// Why a posting is not shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It fits this `except` rule of the service.
    Except(ServiceId, usize),
    /// Its cost kind is not shared.
    Kind(KindId),
    /// Its service column holds a value that this pattern of the `[[ledger]]` table declares as not shared.
    Declared {
        /// The table.
        source: usize,
        /// The pattern in its `not_shared`.
        pattern: usize,
    },
    /// No rule fits it.
    NoRule,
}

/// By which field a posting counts in its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearBy {
    /// Its period.
    Period,
    /// Its fiscal year.
    FiscalYear,
    /// Its posting date.
    Date,
    /// Its voucher date.
    VoucherDate,
}
