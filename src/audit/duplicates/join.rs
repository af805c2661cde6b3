//! Payments that fit a test are brought together, by the strongest test first.
//!
//! In: payments in the order of their content, and which of them were undone. Out: hits. What a stronger test brought
//! together counts as one for the weaker ones, so that a pair is listed once and the sums at risk add up: all but one of
//! the open payments that belong together, however many tests they fit.

use std::collections::{BTreeMap, BTreeSet};

use super::{Hit, Payment, Status, Test};
use crate::money::Money;

/// Under the same voucher in so many months: that is no invoice, but a contract or a customer.
const MONTHS: usize = 3;

/// The hits, by status and test; those of one text first, then by the sum at risk.
pub(super) fn hits(payments: &[Payment], undone: &[Option<&Payment>]) -> Vec<Hit> {
    let mut joined = Joined::new(payments, undone);
    let mut hits = Vec::new();
    for test in Test::ALL {
        let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, payment) in payments.iter().enumerate() {
            if let Some(key) = test.key(payment) {
                alike.entry(key).or_default().push(index);
            }
        }
        for group in alike.into_values().filter(|group| group.len() > 1) {
            joined.group(test, &group, &mut hits);
        }
    }
    let first = |hit: &Hit| hit.payments.first().map(|first| first.date);
    let weight = |hit: &Hit| (hit.status, hit.test, hit.differs_in_text(), -hit.at_risk, first(hit));
    hits.sort_by_key(weight);
    hits
}

/// Which payments belong together so far.
struct Joined<'p> {
    payments: &'p [Payment],
    undone: &'p [Option<&'p Payment>],
    /// Per payment, one that it was brought together with; itself where it stands for them.
    with: Vec<usize>,
    /// Per payment that stands for others, those others and itself.
    members: Vec<Vec<usize>>,
}

impl<'p> Joined<'p> {
    fn new(payments: &'p [Payment], undone: &'p [Option<&'p Payment>]) -> Self {
        let members = (0..payments.len()).map(|index| vec![index]).collect();
        Self { payments, undone, with: (0..payments.len()).collect(), members }
    }

    /// What a group of payments that fit a test adds to the hits.
    fn group(&mut self, test: Test, group: &[usize], hits: &mut Vec<Hit>) {
        let months = self.months(group);
        let payer = |index: &usize| self.payments[*index].payer;
        // A contract is paid by one partner: what several pay under one voucher is an invoice.
        let one_payer = group.windows(2).all(|pair| payer(&pair[0]) == payer(&pair[1]));
        if test.is_over_time() && one_payer && months.len() >= MONTHS {
            for month in months.values() {
                self.hit(test, None, month, hits);
            }
            let firsts: Vec<usize> = months.values().filter_map(|month| month.first().copied()).collect();
            return self.hit(test, Some(Status::Recurring), &firsts, hits);
        }
        self.hit(test, None, group, hits);
    }

    /// The payments by the months in which they fall.
    fn months(&self, group: &[usize]) -> BTreeMap<(i16, i8), Vec<usize>> {
        let mut months: BTreeMap<(i16, i8), Vec<usize>> = BTreeMap::new();
        for index in group {
            let date = self.payments[*index].date;
            months.entry((date.year(), date.month())).or_default().push(*index);
        }
        months
    }

    /// Brings a group together; a hit if it was not so before.
    fn hit(&mut self, test: Test, status: Option<Status>, group: &[usize], hits: &mut Vec<Hit>) {
        let mut known = BTreeSet::new();
        let first_of = |index: &&usize| known.insert(self.with[**index]);
        let clusters: Vec<(usize, usize)> =
            group.iter().filter(first_of).map(|index| (self.with[*index], *index)).collect();
        let [(first, _), others @ ..] = clusters.as_slice() else { return };
        if others.is_empty() {
            return;
        }
        let open = clusters.iter().filter(|(cluster, _)| self.is_open(*cluster, group)).count();
        let status = status.unwrap_or(if open > 1 { Status::Open } else { Status::Reversed });
        let amount = self.payments[*first].amount;
        let at_risk = if status == Status::Open { times(amount, open - 1) } else { Money::ZERO };
        let credits = group.iter().filter_map(|index| self.undone[*index].cloned()).collect();
        hits.push(Hit {
            test,
            status,
            payments: clusters.iter().map(|(_, index)| self.payments[*index].clone()).collect(),
            credits,
            at_risk,
            years: group.iter().map(|index| self.payments[*index].year).collect::<BTreeSet<_>>(),
        });
        for (cluster, _) in others {
            self.merge(*first, *cluster);
        }
    }

    /// Is a payment of them, as far as they are in the group, not undone?
    fn is_open(&self, cluster: usize, group: &[usize]) -> bool {
        group.iter().any(|index| self.with[*index] == cluster && self.undone[*index].is_none())
    }

    fn merge(&mut self, into: usize, from: usize) {
        let moved = std::mem::take(&mut self.members[from]);
        for index in &moved {
            self.with[*index] = into;
        }
        self.members[into].extend(moved);
    }
}

fn times(amount: Money, count: usize) -> Money {
    std::iter::repeat_n(amount, count).sum()
}
