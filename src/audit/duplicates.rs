//! What was perhaps paid twice.
//!
//! In: a folder that was read without errors. Out: hits, each with its test, its rows and the sum at risk, and what was
//! tested. Two passes over the ledgers find the rows of which something repeats (`sift`); what was undone already is
//! told apart (`reversal`); what is left is brought together by the strongest test first (`join`). The outcome does not depend on the
//! order of rows.

use std::collections::BTreeSet;

use super::spelling;
use crate::agreement::PartnerId;
use crate::cost::Booked;
use crate::error::Error;
use crate::folder::Folder;
use crate::money::Money;
use crate::period::{Date, Year};
use crate::place::{FileId, Place};
use crate::rules::Rules;

mod join;
mod reversal;
mod sift;
mod test;

pub use test::{Need, Test};

/// A row that is a payment, or a credit that undoes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Its first byte.
    pub place: Place,
    /// Its day.
    pub date: Date,
    /// Is that day the row's own, and not one that umlage.toml gives to all rows of the file?
    pub dated: bool,
    /// The year it is of, by fiscal year or date.
    pub year: Year,
    /// Who paid.
    pub payer: PartnerId,
    /// Positive is an expense.
    pub amount: Money,
    /// Beleg.
    pub voucher: String,
    /// Kreditor.
    pub vendor: String,
    /// Buchungstext.
    pub text: String,
    /// Sachkonto.
    pub account: String,
    /// Kostenstelle.
    pub cost_centre: String,
    /// All its cells, as one text.
    pub(in crate::audit) cells: String,
    /// As its cells are compared.
    pub(in crate::audit) spelt: Spelt,
}

/// What of a row is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::audit) struct Spelt {
    pub(in crate::audit) vendor: String,
    pub(in crate::audit) voucher: String,
    pub(in crate::audit) digits: String,
}

/// How a hit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing says that it was put right.
    Open,
    /// The same voucher in three months or more: probably the number of a contract.
    Recurring,
    /// Credits undo all but one of its payments.
    Reversed,
}

impl Status {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Open, Self::Recurring, Self::Reversed];

    /// Its name in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Recurring => "recurring",
            Self::Reversed => "reversed",
        }
    }
}

/// Payments that fit a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The strongest test that brings them together.
    pub test: Test,
    /// How it stands.
    pub status: Status,
    /// One row for each of those that stronger tests brought together, at least two.
    pub payments: Vec<Payment>,
    /// Credits that undo payments among them, and those that they stand for.
    pub credits: Vec<Payment>,
    /// All but one of those that are open.
    pub at_risk: Money,
    /// The years of its rows.
    years: BTreeSet<Year>,
}

impl Hit {
    /// Did more than one partner pay?
    #[must_use]
    pub fn across(&self) -> bool {
        self.differs(|payment| payment.payer)
    }

    /// Do its payments differ in text? Then it is more often several deliveries than one that was paid twice.
    #[must_use]
    pub fn differs_in_text(&self) -> bool {
        self.differs(|payment| spelling::voucher(&payment.text))
    }

    /// Do they differ in account or cost centre? Then it may be one invoice that was spread.
    #[must_use]
    pub fn differs_in_account(&self) -> bool {
        self.differs(|payment| (payment.account.clone(), payment.cost_centre.clone()))
    }

    fn differs<T: PartialEq>(&self, of: impl Fn(&Payment) -> T) -> bool {
        let first = self.payments.first().map(&of);
        self.payments.iter().any(|payment| Some(of(payment)) != first)
    }
}

/// What was looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Rows read as postings.
    pub rows: u64,
    /// Rows left out by `skip`.
    pub skipped: u64,
    /// Rows that pay something.
    pub payments: u64,
    /// Rows with an amount below nothing.
    pub credits: u64,
    /// Rows of amount zero.
    pub zero: u64,
    /// Per test, the payments that have the cells it needs.
    pub applied: [u64; Test::ALL.len()],
    /// Files whose rows lack a field that tests need.
    pub lacking: Vec<(FileId, Need)>,
}

/// What was perhaps paid twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicates {
    /// Only hits with a row of this year are kept.
    pub year: Option<Year>,
    /// What was looked at: all rows, whatever the year.
    pub coverage: Coverage,
    /// By status, test, and sum at risk.
    pub hits: Vec<Hit>,
}

impl Duplicates {
    /// The hits of a test that stand so.
    pub fn of(&self, test: Test, status: Status) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| hit.test == test && hit.status == status)
    }

    /// The sum at risk of all of them.
    #[must_use]
    pub fn at_risk(&self) -> Money {
        self.hits.iter().map(|hit| hit.at_risk).sum()
    }
}

/// Looks for payments that were entered twice; with a year only hits that have a row of it.
///
/// # Errors
/// [`Error::Read`] where the system refuses, [`Error::Changed`] where a ledger is not the one that was booked.
pub fn duplicates(
    folder: &Folder,
    rules: &Rules,
    booked: &Booked,
    year: Option<Year>,
) -> Result<Duplicates, Error> {
    let (rows, coverage) = sift::sift(folder, rules, booked)?;
    let (payments, credits): (Vec<Payment>, Vec<Payment>) =
        rows.into_iter().partition(|row| row.amount.is_positive());
    let undone = reversal::undone(&payments, &credits);
    let mut hits = join::hits(&payments, &undone);
    hits.retain(|hit| year.is_none_or(|year| hit.years.contains(&year)));
    Ok(Duplicates { year, coverage, hits })
}
