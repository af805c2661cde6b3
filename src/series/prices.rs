//! Consumer prices in Germany (`Verbraucherpreisindex`), 2020 = 100, by month.
//!
//! In: a month, or a year. Out: the month's index as published, or the exact mean of the year's twelve; none where
//! a month is missing: half a year is not a level of prices. The mean is not rounded, although the published annual
//! average is; only [`crate::words`] shortens it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use jiff::civil::date;

use crate::fraction::{Fraction, quantity, whole};
use crate::period::{Date, Year};

/// Where the figures come from, as a statement prints it in any language.
pub const SOURCE: &str = "Statistisches Bundesamt, GENESIS-Online 61111-0002 (dl-de/by-2-0)";

/// `month;index`, every month from the first to the last.
const FILE: &str = include_str!("../../data/series/consumer-prices.csv");

/// Days in the first and in the last month of the file.
const FIRST_AND_LAST: (Date, Date) = (date(1991, 1, 1), date(2024, 10, 1));

/// The time whose prices are meant (`Preisstand`), as an agreement writes it: `2014` or `2014-06`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The mean of a year.
    Year(Year),
    /// A month, 1 to 12, of a year.
    Month(Year, i8),
}

impl Level {
    /// The level that a text of the form `2014` or `2014-06` says; none where it is another text.
    ///
    /// ```
    /// use umlage::{period::Year, series::prices::Level};
    /// let year = Year::new(2014).unwrap();
    /// assert_eq!(Level::read("2014"), Some(Level::Year(year)));
    /// assert_eq!(Level::read("2014-06"), Some(Level::Month(year, 6)));
    /// assert_eq!(Level::read("2014-6"), None);
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        match text.split_once('-') {
            None => Year::written(text).map(Self::Year),
            Some((year, month)) => Some(Self::Month(Year::written(year)?, month_written(month)?)),
        }
    }

    /// The month in which a day lies.
    fn month_of(day: Date) -> Self {
        Self::Month(Year::of(day), day.month())
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
        }
    }
}

/// Two digits, 01 to 12.
fn month_written(text: &str) -> Option<i8> {
    let two = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|month| two && (1..=12).contains(month))
}

/// The index of the month, or the exact mean of the twelve months of the year; none where one is not in the series.
///
/// ```
/// use umlage::series::prices::{Level, mean};
/// assert_eq!(mean(Level::read("2014-06").unwrap()).unwrap().to_string(), "94");
/// assert_eq!(mean(Level::read("2014").unwrap()).unwrap().to_string(), "11279/120");
/// assert_eq!(mean(Level::read("1990").unwrap()), None);
/// ```
#[must_use]
pub fn mean(level: Level) -> Option<Fraction> {
    static MEANS: LazyLock<BTreeMap<Level, Fraction>> = LazyLock::new(means);
    MEANS.get(&level).cloned()
}

/// Every month's index, and the mean of every year of twelve months.
fn means() -> BTreeMap<Level, Fraction> {
    let mut years: BTreeMap<Year, Vec<Fraction>> = BTreeMap::new();
    let mut means = BTreeMap::new();
    for (year, month, index) in series() {
        years.entry(year).or_default().push(index.clone());
        means.insert(Level::Month(year, month), index);
    }
    let whole_years = years.into_iter().filter(|(_, months)| months.len() == 12);
    means.extend(
        whole_years.map(|(year, months)| (Level::Year(year), months.iter().sum::<Fraction>() / whole(12))),
    );
    means
}

/// The first and the last month there is.
#[must_use]
pub fn span() -> (Level, Level) {
    let (first, last) = FIRST_AND_LAST;
    (Level::month_of(first), Level::month_of(last))
}

/// The first and the last year of which no month is missing.
#[must_use]
pub fn whole_years() -> (Year, Year) {
    let (first, last) = FIRST_AND_LAST;
    let (first, last) = (Year::of(first), Year::of(last));
    (first, if mean(Level::Year(last)).is_some() { last } else { last.back(1) })
}

/// Each month with its index.
fn series() -> impl Iterator<Item = (Year, i8, Fraction)> {
    FILE.lines().skip(1).filter_map(|line| {
        let (month, index) = line.split_once(';')?;
        let Level::Month(year, month) = Level::read(month)? else { return None };
        Some((year, month, quantity(index.parse().ok()?)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fraction::ratio;
    use proptest::prelude::*;

    fn level(text: &str) -> Level {
        Level::read(text).unwrap()
    }

    #[test]
    fn every_line_is_read_and_no_month_is_missing() {
        let months: Vec<Level> = series().map(|(year, month, _)| Level::Month(year, month)).collect();
        let (first, last) = FIRST_AND_LAST;
        let expected: Vec<Level> = (first.year()..=last.year())
            .flat_map(|year| (1..=12).map(move |month| date(year, month, 1)))
            .filter(|day| *day <= last)
            .map(Level::month_of)
            .collect();
        assert_eq!(months, expected);
        assert_eq!((months.len(), FILE.lines().count()), (406, 407));
    }

    #[test]
    fn the_span_is_that_of_the_file() {
        assert_eq!(span(), (level("1991-01"), level("2024-10")));
        assert_eq!(mean(span().0), Some(ratio(605, 10)));
        assert_eq!(mean(span().1), Some(ratio(1202, 10)));
    }

    #[test]
    fn a_year_is_the_mean_of_its_months() {
        let months_of_2020 = [998, 1001, 1003, 1004, 1004, 1005, 997, 997, 997, 999, 997, 998];
        assert_eq!(months_of_2020.iter().sum::<i32>(), 12_000);
        for (month, tenths) in (1..).zip(months_of_2020) {
            assert_eq!(mean(level(&format!("2020-{month:02}"))), Some(ratio(tenths, 10)));
        }
        assert_eq!(mean(level("2020")), Some(whole(100)));
        let months_of_2014 = [933, 938, 940, 939, 938, 940, 943, 943, 943, 941, 941, 940];
        assert_eq!(mean(level("2014")), Some(ratio(months_of_2014.iter().sum::<i32>(), 120)));
    }

    #[test]
    fn a_year_that_lacks_a_month_has_no_mean() {
        for text in ["2024", "1990", "2025", "1990-12", "2024-11"] {
            assert_eq!(mean(level(text)), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_level_is_not_read() {
        let years = ["", "14", "+014", "1899", " 2014", "-2014", "2014-06-01", "06-2014", "2014/06"];
        let months = ["2014-", "2014-6", "2014-006", "2014-00", "2014-13", "2014-+6", "2014-0６"];
        for text in years.iter().chain(&months) {
            assert_eq!(Level::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_level_reads_as_it_is_written(year in 1900_i16..=2999, month in prop::option::of(1_i8..=12)) {
            let year = Year::new(year).unwrap();
            let level = month.map_or(Level::Year(year), |month| Level::Month(year, month));
            prop_assert_eq!(Level::read(&level.to_string()), Some(level));
        }

        #[test]
        fn what_is_read_is_written_as_it_was(text in "[0-9]{4}(-[0-9]{1,3})?") {
            if let Some(level) = Level::read(&text) {
                prop_assert_eq!(level.to_string(), text);
            }
        }
    }
}
