//! Stand-alone costs that follow the consumer price index (design 4.11).
//!
//! In: a row with its price level, and a year. Out: the year's amount, exactly: the amount of the row × the year's mean
//! ÷ the level's mean. The baseline is never indexed: it is what was reached, not what it would be worth.

use crate::finding::{CostFault, Finding};
use crate::fraction::{Fraction, exact};
use crate::period::Year;
use crate::rules::Rules;
use crate::series::prices::{Level, mean, whole_years};
use crate::tables::Standalone;

/// A stand-alone cost at the prices of a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Indexed {
    /// The price level at which the row states its amount.
    pub level: Level,
    /// The level's mean.
    pub level_mean: Fraction,
    /// The year's mean.
    pub year_mean: Fraction,
    /// The year's amount, in exact cents.
    pub amount: Fraction,
}

impl Indexed {
    /// The row at the prices of the year; none where it follows no index, or the index has no mean.
    #[must_use]
    pub fn of(row: &Standalone, year: Year) -> Option<Self> {
        let level = row.level?;
        let (level_mean, year_mean) = (mean(level)?, mean(Level::Year(year))?);
        let amount = exact(row.amount) * &year_mean / &level_mean;
        Some(Self { level, level_mean, year_mean, amount })
    }
}

/// The rows that count in a year for which the index has no mean.
#[must_use]
pub fn without_index(rules: &Rules, year: Year) -> Vec<Finding> {
    if rules.agreement.savings.is_none() || mean(Level::Year(year)).is_some() {
        return Vec::new();
    }
    let counts = |row: &&Standalone| {
        let part = rules.agreement.service(row.service).participation(row.partner, year);
        let lives = row.span().zip(part).is_some_and(|(row, part)| row.overlap(part).is_some());
        row.level.is_some() && lives
    };
    let fault = |row: &Standalone| {
        let fault = CostFault::NoIndex { year, series: whole_years() };
        Finding::at(row.place, fault).in_year(year)
    };
    rules.tables.standalone.iter().filter(counts).map(fault).collect()
}
