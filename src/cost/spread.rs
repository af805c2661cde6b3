//! Spreading a posting over its period (design 4.1).
//!
//! In: an amount, its period and days. Out: what falls before each day's end, rounded once, so that the parts
//! between any days sum to the amount.

use crate::apportion::portion;
use crate::money::Money;
use crate::period::{Date, Proration, Span, day_before};

/// An amount for a period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spread {
    pub(super) amount: Money,
    pub(super) period: Span,
    pub(super) proration: Proration,
}

impl Spread {
    /// What falls on the days of the period up to and with this one: half-up(amount × length up to it / whole).
    pub(super) fn up_to(self, day: Date) -> Money {
        let Some(part) = Span::new(self.period.from(), day.min(self.period.to())) else { return Money::ZERO };
        let (part, whole) = part.length(self.proration).beside(self.period.length(self.proration));
        portion(self.amount, part, whole)
    }

    /// What falls into the span: what is due up to its end less what was due before it.
    pub(super) fn within(self, span: Span) -> Money {
        let before = day_before(span.from()).map_or(Money::ZERO, |day| self.up_to(day));
        self.up_to(span.to()) - before
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::period::Year;

    fn spread(cents: i128, from: &str, to: &str, proration: Proration) -> Spread {
        let period = Span::new(from.parse().unwrap(), to.parse().unwrap()).unwrap();
        Spread { amount: Money::cents(cents), period, proration }
    }

    #[test]
    fn a_quarter_of_a_year_from_october_lies_in_the_first_year() {
        let (y2013, y2014) = (Year::new(2013).unwrap().span(), Year::new(2014).unwrap().span());
        let yearly = spread(120_001, "2013-10-01", "2014-09-30", Proration::Months);
        assert_eq!(yearly.within(y2013), Money::cents(30_000));
        assert_eq!(yearly.within(y2014), Money::cents(90_001));
        let daily = spread(36_500, "2013-10-01", "2014-09-30", Proration::Days);
        assert_eq!(daily.within(y2013), Money::cents(9_200));
    }

    proptest::proptest! {
        #[test]
        fn parts_sum_to_the_posting(cents in -1_000_000_i128..1_000_000, start in 0_i32..800, days in 0_i32..900, cut in 0_i32..1800) {
            let first: Date = "2012-01-01".parse().unwrap();
            let day = |n: i32| first.checked_add(jiff::Span::new().days(n)).unwrap();
            let whole = Span::new(first, day(2000)).unwrap();
            for proration in [Proration::Months, Proration::Days] {
                let period = Span::new(day(start), day(start + days)).unwrap();
                let spread = Spread { amount: Money::cents(cents), period, proration };
                let parts: Money = whole.cut(&[day(cut), day(cut / 2)]).into_iter().map(|part| spread.within(part)).sum();
                proptest::prop_assert_eq!(parts, Money::cents(cents));
                let mirrored = Spread { amount: Money::cents(-cents), ..spread };
                proptest::prop_assert_eq!(mirrored.up_to(day(cut)), -spread.up_to(day(cut)));
            }
        }
    }
}
