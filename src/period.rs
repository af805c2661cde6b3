//! Days, years and spans of days, and how long they are for the agreement.
//!
//! In: civil dates. Out: spans that overlap, are cut and have an exact length (design 4.1). No clock, no time
//! zone. It stands apart because "how long" is a rule of the agreement, used wherever a year is divided.

use std::fmt;

pub use jiff::civil::Date;

use crate::fraction::{Fraction, ratio};

mod gaps;

/// A calendar and budget year (`Haushaltsjahr`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(i16);

impl Year {
    /// The year, if it is one that a date can have and a ledger would: 1900 to 2999.
    #[must_use]
    pub fn new(year: i16) -> Option<Self> {
        (1900..=2999).contains(&year).then_some(Self(year))
    }

    /// The year that a text of four digits says; none where it is another text, or no year of [`Year::new`].
    ///
    /// ```
    /// use umlage::period::Year;
    /// assert_eq!(Year::written("2014"), Year::new(2014));
    /// assert_eq!(Year::written("14"), None);
    /// assert_eq!(Year::written("+014"), None);
    /// ```
    #[must_use]
    pub fn written(text: &str) -> Option<Self> {
        let four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| four).and_then(Self::new)
    }

    /// The year in which a day lies.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self(day.year())
    }

    /// The year as a number.
    #[must_use]
    pub fn number(self) -> i16 {
        self.0
    }

    /// So many years earlier.
    #[must_use]
    pub fn back(self, years: i16) -> Self {
        Self(self.0.saturating_sub(years))
    }

    /// 1 January to 31 December.
    #[must_use]
    pub fn span(self) -> Span {
        Span {
            from: jiff::civil::date(self.0.clamp(-9999, 9999), 1, 1),
            to: jiff::civil::date(self.0.clamp(-9999, 9999), 12, 31),
        }
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// How part-years count, everywhere (design 4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Proration {
    /// Months, parts of a month by its days; twelve to a year.
    #[default]
    Months,
    /// Days.
    Days,
}

/// From one day to another, both included; never reversed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    from: Date,
    to: Date,
}

impl Span {
    /// The span, if it is not reversed.
    #[must_use]
    pub fn new(from: Date, to: Date) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// One day.
    #[must_use]
    pub const fn day(day: Date) -> Self {
        Self { from: day, to: day }
    }

    /// The first day.
    #[must_use]
    pub fn from(self) -> Date {
        self.from
    }

    /// The last day.
    #[must_use]
    pub fn to(self) -> Date {
        self.to
    }

    /// Does the day lie in it?
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// Does the other span lie in it altogether?
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// The days that both have.
    #[must_use]
    pub fn overlap(self, other: Self) -> Option<Self> {
        Self::new(self.from.max(other.from), self.to.min(other.to))
    }

    /// Cut at each of the days that lie inside: each begins a part. The days may come in any order.
    #[must_use]
    pub fn cut(self, days: &[Date]) -> Vec<Self> {
        let mut starts: Vec<Date> =
            days.iter().copied().filter(|day| self.from < *day && *day <= self.to).collect();
        starts.push(self.from);
        starts.sort_unstable();
        starts.dedup();
        let ends = starts.iter().skip(1).filter_map(|start| day_before(*start)).chain([self.to]);
        starts.iter().zip(ends).map(|(from, to)| Self { from: *from, to }).collect()
    }

    /// The years it touches, in order.
    pub fn years(self) -> impl Iterator<Item = Year> {
        (self.from.year()..=self.to.year()).map(Year)
    }

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> i64 {
        i64::from((self.to - self.from).get_days()) + 1
    }

    /// Its length, in units that only ratios may be taken of.
    ///
    /// ```
    /// use umlage::period::{Proration, Span, Year, Date};
    /// let year = Year::new(2014).unwrap().span();
    /// let from_february = Span::new("2014-02-01".parse().unwrap(), year.to()).unwrap();
    /// let part = from_february.length(Proration::Months).of(year.length(Proration::Months));
    /// assert_eq!(part.to_string(), "11/12");
    /// let part = from_february.length(Proration::Days).of(year.length(Proration::Days));
    /// assert_eq!(part.to_string(), "334/365");
    /// ```
    #[must_use]
    pub fn length(self, proration: Proration) -> Length {
        Length(match proration {
            Proration::Days => self.days(),
            Proration::Months => months(self.to) - day_before(self.from).map_or(0, months),
        })
    }
}

/// The length of a span: whole days, or months in parts so small that every day of every month is a whole
/// number of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Length(i64);

impl Length {
    /// The length as a number, for weights.
    #[must_use]
    pub fn weight(self) -> Fraction {
        Fraction::from_integer(self.0.into())
    }

    /// This length and a longer one, as whole numbers of the same unit.
    pub(crate) fn beside(self, whole: Self) -> (i64, i64) {
        (self.0, whole.0)
    }

    /// The exact part that this length is of a longer one.
    #[must_use]
    pub fn of(self, whole: Self) -> Fraction {
        ratio(self.0, whole.0)
    }
}

/// The least common multiple of 28, 29, 30 and 31: a day of each month is a whole number of these parts.
const MONTH: i64 = 377_580;

/// Months since the year 0 up to the end of the day, in parts of [`MONTH`].
fn months(day: Date) -> i64 {
    let whole = i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
    whole * MONTH + i64::from(day.day()) * (MONTH / i64::from(day.days_in_month()))
}

/// The day before, except before the first day there is.
#[must_use]
pub fn day_before(day: Date) -> Option<Date> {
    day.yesterday().ok()
}

/// The day after, except after the last day there is.
#[must_use]
pub fn day_after(day: Date) -> Option<Date> {
    day.tomorrow().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: &str, to: &str) -> Span {
        Span::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
    }

    #[test]
    fn a_year_has_twelve_months_leap_or_not() {
        for year in [2013, 2016] {
            let year = Year::new(year).unwrap().span();
            assert_eq!(year.length(Proration::Months), Length(12 * MONTH));
        }
        assert_eq!(span("2016-01-01", "2016-12-31").length(Proration::Days), Length(366));
    }

    #[test]
    fn half_of_april_is_half_a_month() {
        assert_eq!(span("2014-04-16", "2014-04-30").length(Proration::Months), Length(MONTH / 2));
    }

    #[test]
    fn parts_of_a_cut_span_follow_each_other() {
        let year = span("2014-01-01", "2014-12-31");
        let cuts = ["2014-07-01", "2014-03-01", "2014-07-01", "2014-01-01", "2015-01-01"]
            .map(|d| d.parse().unwrap());
        let parts = year.cut(&cuts);
        assert_eq!(
            parts,
            [
                span("2014-01-01", "2014-02-28"),
                span("2014-03-01", "2014-06-30"),
                span("2014-07-01", "2014-12-31")
            ]
        );
    }
}
