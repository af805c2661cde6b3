//! Straight-line spreading over months (`lineare Abschreibung`).
//!
//! In: an amount, its life in months and the month it began. Out: what has been written off by the end of a
//! year, and in a year. The month of acquisition is the first (design 4.4); rounded cumulatively, so that the
//! years sum to the amount.

use crate::apportion::rounded;
use crate::fraction::{exact, ratio};
use crate::money::Money;
use crate::period::{Date, Year};

/// An amount that is spread evenly over months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StraightLine {
    /// What is spread.
    pub amount: Money,
    /// Over so many months, at least one.
    pub life_months: u32,
    /// A day in the first month.
    pub begins: Date,
}

impl StraightLine {
    /// What falls into the year.
    #[must_use]
    pub fn in_year(&self, year: Year) -> Money {
        self.by_end_of(year) - self.by_end_of(year.back(1))
    }

    /// What has been written off by the end of the year.
    #[must_use]
    pub fn by_end_of(&self, year: Year) -> Money {
        self.after(self.months(year, 12))
    }

    /// What falls into each month of the year in which something does, with the month's last day.
    #[must_use]
    pub fn by_month(&self, year: Year) -> Vec<(Date, Money)> {
        let month = |month: i8| {
            let before = self.months(year, i64::from(month) - 1);
            let amount = self.after(before + 1) - self.after(before);
            let last = Date::new(year.number(), month, 1).ok()?.last_of_month();
            (!amount.is_zero()).then_some((last, amount))
        };
        (1..=12).filter_map(month).collect()
    }

    /// How many months have gone by the end of a month of the year.
    fn months(&self, year: Year, month: i64) -> i64 {
        (i64::from(year.number()) - i64::from(self.begins.year())) * 12 + month + 1
            - i64::from(self.begins.month())
    }

    /// half-up(k / life × amount) after k months.
    fn after(&self, months: i64) -> Money {
        let elapsed = months.clamp(0, i64::from(self.life_months));
        rounded(&(exact(self.amount) * ratio(elapsed, self.life_months.max(1))), Money::CENT)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn year(number: i16) -> Year {
        Year::new(number).unwrap()
    }

    #[test]
    fn the_month_of_acquisition_is_the_first() {
        let asset = StraightLine {
            amount: Money::cents(360_000),
            life_months: 36,
            begins: "2014-11-30".parse().unwrap(),
        };
        let years = [2013, 2014, 2015, 2016, 2017, 2018].map(|number| asset.in_year(year(number)));
        assert_eq!(years, [0, 20_000, 120_000, 120_000, 100_000, 0].map(Money::cents));
        let first: Vec<String> =
            asset.by_month(year(2014)).iter().map(|(day, amount)| format!("{day} {amount}")).collect();
        assert_eq!(first, ["2014-11-30 100.00", "2014-12-31 100.00"]);
    }

    proptest! {
        #[test]
        fn years_and_months_sum_to_the_amount_for_any_month_and_life(
            cents in -100_000_000_i128..100_000_000,
            life_months in 1_u32..200,
            month in 1_i8..=12,
            day in 1_i8..=28,
        ) {
            let begins = Date::new(2014, month, day).unwrap();
            let line = StraightLine { amount: Money::cents(cents), life_months, begins };
            let years = (2010..2040).map(year);
            prop_assert_eq!(years.clone().map(|year| line.in_year(year)).sum::<Money>(), line.amount);
            for year in years {
                let months: Money = line.by_month(year).iter().map(|(_, amount)| *amount).sum();
                prop_assert_eq!(months, line.in_year(year));
            }
        }
    }
}
