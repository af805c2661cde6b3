//! Savings over several years: summed up, and whether one-off cost has been earned back.
//!
//! In: the savings of each year and its one-off cost, in order. Out: running sums. A one-off stand-alone cost without a
//! life, which no single year shows, counts here (design 4.11).

use super::Savings;
use crate::cost::Books;
use crate::money::Money;
use crate::period::Year;
use crate::rules::Rules;
use crate::tables::{Standalone, StandaloneKind};

/// A year among others.
#[derive(Debug, Clone)]
pub struct YearSavings {
    /// The year.
    pub year: Year,
    /// Its savings, as its statement has them.
    pub savings: Savings,
    /// One-off postings of the services that partners share, in the year; they are part of the joint cost.
    pub one_off: Money,
    /// One-off cost without a life that each would have had alone, of assessed services.
    pub one_off_alone: Money,
}

/// The years' savings with their one-off costs, and what one-off stand-alone cost counts in none of them. A row counts in
/// the year in which it would have been paid, or, where its service was not assessed for its partner then, in the first
/// year after it in which it was.
#[must_use]
pub fn with_one_offs(rules: &Rules, years: Vec<(Year, &Books, Savings)>) -> (Vec<YearSavings>, Money) {
    let first = years.iter().map(|(year, ..)| *year).min();
    let mut list: Vec<YearSavings> = years
        .into_iter()
        .map(|(year, books, savings)| YearSavings {
            year,
            one_off: books.one_off_total(|service| !rules.agreement.service(service).internal),
            one_off_alone: Money::ZERO,
            savings,
        })
        .collect();
    let mut beside = Money::ZERO;
    let once = |row: &&Standalone| row.kind == StandaloneKind::OneOff { life_months: None };
    for row in rules.tables.standalone.iter().filter(once) {
        let paid = Year::of(row.from.max(rules.agreement.service(row.service).since));
        let counts = |year: &&mut YearSavings| paid <= year.year && year.assesses(row);
        match list.iter_mut().find(counts) {
            Some(year) if first.is_none_or(|first| first <= paid) => year.one_off_alone += row.amount,
            _ => beside += row.amount,
        }
    }
    (list, beside)
}

impl YearSavings {
    /// Is the row's service assessed in the year, and does its partner take part?
    fn assesses(&self, row: &Standalone) -> bool {
        let service = self.savings.assessed.iter().find(|service| service.service == row.service);
        service.is_some_and(|service| service.partners.contains_key(&row.partner))
    }

    /// The net of the year, with what no single year shows.
    #[must_use]
    pub fn result(&self) -> Money {
        self.savings.net() + self.one_off_alone
    }
}

/// Whether the one-off cost of a cooperation has been earned back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payback {
    /// There was none.
    Nothing,
    /// It has been, in this year, and remained so.
    In(Year),
    /// It has not been: so much is missing.
    Missing(Money),
}

/// The sums up to and with each year.
#[must_use]
pub fn running(years: &[YearSavings], part: impl Fn(&YearSavings) -> Money) -> Vec<Money> {
    let sum = |sum: &mut Money, year: &YearSavings| {
        *sum += part(year);
        Some(*sum)
    };
    years.iter().scan(Money::ZERO, sum).collect()
}

/// The first year at whose end the savings so far make up for all one-off cost so far, and do so ever after.
#[must_use]
pub fn payback(years: &[YearSavings]) -> Payback {
    let Some(first) = years.iter().position(|year| !year.one_off.is_zero()) else { return Payback::Nothing };
    let results = running(years, YearSavings::result);
    let short = results.iter().rposition(|sum| sum.is_negative());
    match short {
        Some(last) if last + 1 == years.len() => Payback::Missing(-results[last]),
        Some(last) => Payback::In(years[first.max(last + 1)].year),
        None => Payback::In(years[first].year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::ServiceId;
    use crate::savings::Unassessed;

    fn years(list: &[(i128, i128)]) -> Vec<YearSavings> {
        let of = |(index, (net, one_off)): (usize, &(i128, i128))| {
            let year = Year::new(2013 + i16::try_from(index).unwrap()).unwrap();
            let cost = Unassessed { service: ServiceId(0), cost: Money::cents(-net), missing: Vec::new() };
            let savings = Savings {
                assessed: Vec::new(),
                unassessed: vec![cost],
                rows: Vec::new(),
                baseline: Money::ZERO,
                threshold: None,
            };
            YearSavings { year, savings, one_off: Money::cents(*one_off), one_off_alone: Money::ZERO }
        };
        list.iter().enumerate().map(of).collect()
    }

    #[test]
    fn one_off_cost_is_earned_back_when_the_sum_stays_above_nothing() {
        let year = |number| Payback::In(Year::new(number).unwrap());
        assert_eq!(payback(&years(&[(100, 0), (200, 0)])), Payback::Nothing);
        assert_eq!(payback(&years(&[(-300, 500), (200, 0), (150, 0)])), year(2015));
        assert_eq!(payback(&years(&[(100, 500), (-200, 100), (150, 0)])), year(2015));
        assert_eq!(payback(&years(&[(-300, 500), (200, 0)])), Payback::Missing(Money::cents(100)));
        assert_eq!(payback(&years(&[(100, 50), (20, 0)])), year(2013));
        assert_eq!(running(&years(&[(100, 0), (-30, 0)]), YearSavings::result), [100, 70].map(Money::cents));
    }
}
