//! What several partners still pay separately, outside the shared services.
//!
//! In: a year's postings that no service takes. Out: the vendors, products and accounts that at least two partners pay,
//! by the second largest of the partners' sums: only what a second partner pays too can become joint. It is where the next
//! step of a cooperation can be looked for. Payments to a partner are left out: they are the cooperation itself.

use std::collections::BTreeMap;

use super::spelling;
use crate::agreement::PartnerId;
use crate::cost::{BookLine, Booked, Booking, Reason, Tally, trace};
use crate::error::Error;
use crate::folder::Folder;
use crate::ledger::Posting;
use crate::money::Money;
use crate::period::Year;
use crate::rules::Rules;

/// By what postings are brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// Kreditor, in any spelling.
    Vendor,
    /// Produkt.
    Product,
    /// Sachkonto.
    Account,
}

impl By {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Vendor, Self::Product, Self::Account];

    fn cell<'r>(self, posting: &Posting<'r>) -> &'r str {
        match self {
            Self::Vendor => posting.vendor,
            Self::Product => posting.product,
            Self::Account => posting.account,
        }
    }

    fn key(self, cell: &str) -> String {
        match self {
            Self::Vendor => spelling::vendor(cell),
            Self::Product | Self::Account => cell.to_owned(),
        }
    }
}

/// What several partners pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Common {
    /// As it is most often written.
    pub name: String,
    /// What each partner that has rows pays, in the order of partners.
    pub sums: Vec<(PartnerId, Tally)>,
    /// The second largest sum.
    pub second: Money,
}

/// What is common by one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping {
    /// The field.
    pub by: By,
    /// What at least two partners pay, by the second largest sum, ties by name.
    pub common: Vec<Common>,
    /// Rows whose cell is empty.
    pub unnamed: Tally,
}

/// What several partners still pay separately.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The year.
    pub year: Year,
    /// What each partner pays outside the shared services, in the order of partners; those with rows.
    pub partners: BTreeMap<PartnerId, Tally>,
    /// Payments to partners, which are left out.
    pub to_partners: Tally,
    /// By vendor, by product, by account.
    pub groupings: Vec<Grouping>,
}

/// Looks for what several partners pay outside the shared services in a year.
///
/// # Errors
/// [`Error::Read`] where the system refuses, [`Error::Changed`] where a ledger is not the one that was booked.
pub fn overlap(folder: &Folder, rules: &Rules, booked: &Booked, year: Year) -> Result<Overlap, Error> {
    let names = rules.agreement.partners.iter().flat_map(crate::agreement::Partner::names);
    let partners: Vec<String> = names.map(spelling::vendor).collect();
    let mut found = Sums::default();
    trace(folder, rules, booked, &mut |posting, bookings| {
        let outside = |booking: &&Booking| booking.year == year && is_outside(rules, posting, booking);
        let mut mine = bookings.iter().filter(outside).peekable();
        if mine.peek().is_none() {
            return;
        }
        // A row counts once, however many parts of it count in the year.
        let amount = mine.map(|booking| booking.amount).sum();
        let vendor = spelling::vendor(posting.vendor);
        if !vendor.is_empty() && partners.contains(&vendor) {
            found.to_partners.add(amount);
        } else {
            found.add(posting, amount);
        }
    })?;
    let groupings = By::ALL.into_iter().zip(found.groups.into_iter().zip(found.unnamed));
    Ok(Overlap {
        year,
        partners: found.partners,
        to_partners: found.to_partners,
        groupings: groupings.map(|(by, (groups, unnamed))| grouping(by, groups, unnamed)).collect(),
    })
}

/// Does no service take it? What fits a service, and is left out of it by `except` or by its kind, is known to the
/// agreement and no next step.
fn is_outside(rules: &Rules, posting: &Posting<'_>, booking: &Booking) -> bool {
    let BookLine::NotShared(line) = &booking.line else { return false };
    match line.reason {
        Reason::Except(..) => false,
        Reason::Declared { .. } | Reason::NoRule => true,
        Reason::Kind(_) if !posting.service.is_empty() => false,
        Reason::Kind(_) => {
            let rules = rules.agreement.services.iter().flat_map(|service| &service.matches);
            !rules.into_iter().any(|rule| rule.fits(posting))
        }
    }
}

/// A vendor, product or account: how it is written, and who pays how much.
#[derive(Default)]
struct Group {
    spellings: BTreeMap<String, u64>,
    sums: BTreeMap<PartnerId, Tally>,
}

#[derive(Default)]
struct Sums {
    groups: [BTreeMap<String, Group>; By::ALL.len()],
    unnamed: [Tally; By::ALL.len()],
    partners: BTreeMap<PartnerId, Tally>,
    to_partners: Tally,
}

impl Sums {
    fn add(&mut self, posting: &Posting<'_>, amount: Money) {
        self.partners.entry(posting.payer).or_default().add(amount);
        for (by, (groups, unnamed)) in By::ALL.into_iter().zip(self.groups.iter_mut().zip(&mut self.unnamed))
        {
            let cell = by.cell(posting);
            let key = by.key(cell);
            if key.is_empty() {
                unnamed.add(amount);
                continue;
            }
            let group = groups.entry(key).or_default();
            *group.spellings.entry(cell.to_owned()).or_default() += 1;
            group.sums.entry(posting.payer).or_default().add(amount);
        }
    }
}

fn grouping(by: By, groups: BTreeMap<String, Group>, unnamed: Tally) -> Grouping {
    let mut common: Vec<Common> = groups.into_values().filter_map(shared).collect();
    common.sort_by(|one, other| other.second.cmp(&one.second).then_with(|| one.name.cmp(&other.name)));
    Grouping { by, common, unnamed }
}

/// The group, if a second partner pays for it too.
fn shared(group: Group) -> Option<Common> {
    let mut amounts: Vec<Money> = group.sums.values().map(|tally| tally.amount).collect();
    amounts.sort_unstable();
    let second = amounts.iter().rev().nth(1).copied().filter(|amount| amount.is_positive())?;
    let most = group.spellings.into_iter().rev().max_by_key(|(_, rows)| *rows);
    Some(Common { name: most.map(|(name, _)| name)?, sums: group.sums.into_iter().collect(), second })
}
