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

    /// half-up(k / life × amount) after k months.
    fn by_end_of(&self, year: Year) -> Money {
        let months = (i64::from(year.number()) - i64::from(self.begins.year())) * 12 + 13
            - i64::from(self.begins.month());
        let elapsed = months.clamp(0, i64::from(self.life_months));
        rounded(&(exact(self.amount) * ratio(elapsed, self.life_months.max(1))), Money::CENT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_month_of_acquisition_is_the_first() {
        let asset = StraightLine {
            amount: Money::cents(360_000),
            life_months: 36,
            begins: "2014-11-30".parse().unwrap(),
        };
        let years = [2013, 2014, 2015, 2016, 2017, 2018].map(|year| asset.in_year(Year::new(year).unwrap()));
        assert_eq!(years, [0, 20_000, 120_000, 120_000, 100_000, 0].map(Money::cents));
    }
}
