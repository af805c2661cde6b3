//! Where single rows went: a second pass over the ledgers with the same reader and the same rules.
//!
//! In: what the first pass read. Out: every posting with all its cells, and the lines of the books that it counts in;
//! their sums are those of [`Booked`]. What is wrong with a row was told by the first pass and is not told again. A
//! ledger whose bytes are not those of the first pass is an error: the sums would belong to other rows.

use super::hits::Hits;
use super::origin::{Belongs, Item, Origin};
use super::when::{Falls, Shared, When};
use super::{Booked, CostKey, NotShared, Tally, YearBy};
use crate::error::Error;
use crate::folder::Folder;
use crate::ledger::{self, Entry, Posting};
use crate::money::Money;
use crate::period::Year;
use crate::rules::Rules;

/// What a posting, or a part of it, became in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// The year in which it counts.
    pub year: Year,
    /// By which field.
    pub by: YearBy,
    /// How much; an expense is positive.
    pub amount: Money,
    /// The year of its days, where that was sealed without it.
    pub moved: Option<Year>,
    /// Where it stands in the books of that year.
    pub line: BookLine,
}

/// A line of a year's books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookLine {
    /// Shared cost.
    Shared(CostKey),
    /// What is not shared.
    NotShared(NotShared),
    /// None: a finding says why, and there is no statement of the year.
    Nowhere,
}

/// Hands out every posting of the rules' ledgers, in the order read, with what it became.
///
/// # Errors
/// [`Error::Read`] where the system refuses, [`Error::Changed`] where a ledger is not the one that was booked.
pub fn trace(
    folder: &Folder,
    rules: &Rules,
    booked: &Booked,
    row: &mut dyn FnMut(&Posting<'_>, &[Booking]),
) -> Result<(), Error> {
    let (mut when, mut hits) = (When::new(rules), Hits::new(rules));
    each_posting(folder, rules, booked, &mut |posting| {
        let origin = Origin::of(rules, posting, &mut hits);
        row(posting, &bookings(&mut when, &origin, posting));
    })
}

/// Hands out every posting of the rules' ledgers with all its cells, in the order read.
///
/// # Errors
/// [`Error::Read`] where the system refuses, [`Error::Changed`] where a ledger is not the one that was booked.
pub fn each_posting(
    folder: &Folder,
    rules: &Rules,
    booked: &Booked,
    row: &mut dyn FnMut(&Posting<'_>),
) -> Result<(), Error> {
    for (file, first) in rules.ledgers.iter().zip(&booked.inputs) {
        let mut entry = |entry: Entry<'_>| {
            if let Entry::Posting(posting, _) = entry {
                row(posting);
            }
            false // so that no row comes as one that is like another
        };
        let again = ledger::each(folder, &rules.agreement, *file, &mut |_| (), &mut entry)?;
        if again.sha256 != first.sha256 {
            return Err(folder.changed(file.file));
        }
    }
    Ok(())
}

/// Hands out every posting that counts in a year, wholly or in part, what of it counts there, and in which line (of
/// several, which are of the same service and kind, the first).
///
/// # Errors
/// As [`trace`].
pub fn trace_year(
    folder: &Folder,
    rules: &Rules,
    booked: &Booked,
    year: Year,
    row: &mut dyn FnMut(&Posting<'_>, Money, &BookLine),
) -> Result<(), Error> {
    trace(folder, rules, booked, &mut |posting, bookings| {
        let here = || bookings.iter().filter(|booking| booking.year == year);
        if let Some(first) = here().next() {
            row(posting, here().map(|booking| booking.amount).sum(), &first.line);
        }
    })
}

/// What a posting becomes.
fn bookings(when: &mut When<'_>, origin: &Origin, posting: &Posting<'_>) -> Vec<Booking> {
    let sum = Tally { rows: 1, amount: posting.amount };
    let item = Item { place: posting.place, date: posting.date, period: posting.period, sum };
    let (by, parts) = when.parts(origin, &item);
    let mut bookings = Vec::new();
    for part in parts {
        let moved = part.moved();
        let whole = |line| Booking { year: part.year, by, amount: part.sum.amount, moved, line };
        match &origin.belongs {
            Err(_) => bookings.push(whole(BookLine::Nowhere)),
            Ok(Belongs::NotShared(key)) => bookings.push(whole(BookLine::NotShared(key.clone()))),
            Ok(Belongs::Shared { service, kind }) => {
                let shared = Shared { service: *service, kind: *kind, payer: origin.payer };
                let mut line = |key, sum: Tally| {
                    let line = BookLine::Shared(key);
                    bookings.push(Booking { year: part.year, by, amount: sum.amount, moved, line });
                };
                if when.lines(shared, &item, &part, &mut line) == Falls::Nowhere {
                    bookings.push(whole(BookLine::Nowhere));
                }
            }
        }
    }
    bookings
}
