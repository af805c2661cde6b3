//! The rows of the ledgers behind a statement's cost lines.
//!
//! In: what a second pass over the ledgers hands out, and the cost lines that are asked for. Out: per cost line its rows,
//! or, where there are many and not all are wanted, their sums by month, so that memory does not grow with rows.

use std::collections::BTreeMap;

use super::Question;
use crate::cost::{BookLine, Booking, CostKey, Tally, trace};
use crate::error::Error;
use crate::folder::Folder;
use crate::ledger::Posting;
use crate::money::Money;
use crate::period::{Date, Span, Year};
use crate::place::Place;
use crate::statement::Statement;

/// So many rows of a cost line, or behind the value of a driver, are listed one by one unless all are asked for.
pub const LISTED: usize = 12;

/// Rows by cost line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    lists: BTreeMap<CostKey, RowList>,
    /// Are all rows wanted, however many?
    pub all: bool,
}

/// The rows of a cost line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RowList {
    /// All of them; none where they are summed by month.
    pub rows: Vec<Row>,
    /// Their sums by month.
    pub months: BTreeMap<Month, Tally>,
}

/// A month: its year and its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(pub i16, pub i8);

impl Month {
    fn of(day: Date) -> Self {
        Self(day.year(), day.month())
    }
}

/// A row of a ledger, as far as it counts in a cost line.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its first byte.
    pub place: Place,
    /// The posting date, or the voucher date.
    pub date: Date,
    /// Beleg.
    pub voucher: String,
    /// Sachkonto.
    pub account: String,
    /// Kreditor.
    pub vendor: String,
    /// Buchungstext.
    pub text: String,
    /// What of it counts here.
    pub amount: Money,
    /// The fiscal year, where it is not that of the date.
    pub fiscal_year: Option<Year>,
    /// The sealed year in which its days lie, which was sealed without it.
    pub moved: Option<Year>,
    /// All of it, and the period that it was spread over, where only a part counts here.
    pub spread: Option<(Money, Span)>,
}

impl Rows {
    /// The rows behind an answer, all of them or the first few and sums by month: those of the service and of internal
    /// services; of a balance, what the partner paid.
    ///
    /// # Errors
    /// [`Error::Read`] where the system refuses, [`Error::Changed`] where a ledger is not the one that was booked.
    pub fn behind(
        folder: &Folder,
        statement: &Statement<'_>,
        question: Question,
        all: bool,
    ) -> Result<Self, Error> {
        let Statement { rules, booked, year, .. } = statement;
        let wanted = |key: &CostKey| {
            let internal = rules.agreement.service(key.service).internal;
            internal
                || question.service.map_or(key.payer == question.partner, |service| key.service == service)
        };
        let mut lists: BTreeMap<CostKey, RowList> = BTreeMap::new();
        let mut row = |posting: &Posting<'_>, bookings: &[Booking]| {
            for booking in bookings.iter().filter(|booking| booking.year == *year) {
                if let BookLine::Shared(key) = &booking.line
                    && wanted(key)
                {
                    lists.entry(*key).or_default().take(posting, booking, all);
                }
            }
        };
        trace(folder, rules, booked, &mut row)?;
        for list in lists.values_mut().filter(|list| !all && list.count() > LISTED) {
            list.rows.clear();
        }
        Ok(Self { lists, all })
    }

    /// The rows of a cost line.
    #[must_use]
    pub fn of(&self, key: &CostKey) -> Option<&RowList> {
        self.lists.get(key)
    }
}

impl RowList {
    fn take(&mut self, posting: &Posting<'_>, booking: &Booking, all: bool) {
        self.months.entry(Month::of(posting.date)).or_default().add(booking.amount);
        if all || self.rows.len() <= LISTED {
            self.rows.push(Row::of(posting, booking));
        }
    }

    fn count(&self) -> usize {
        self.rows.len()
    }
}

impl Row {
    fn of(posting: &Posting<'_>, booking: &Booking) -> Self {
        let amount = booking.amount;
        Self {
            place: posting.place,
            date: posting.date,
            voucher: posting.voucher.to_owned(),
            account: posting.account.to_owned(),
            vendor: posting.vendor.to_owned(),
            text: posting.text.to_owned(),
            amount,
            fiscal_year: posting.fiscal_year.filter(|year| *year != Year::of(posting.date)),
            moved: booking.moved,
            spread: posting
                .period
                .filter(|_| amount != posting.amount)
                .map(|period| (posting.amount, period)),
        }
    }
}
