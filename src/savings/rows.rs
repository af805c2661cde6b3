//! The rows of standalone.csv that count in a year (design 4.11).
//!
//! In: a row, the partner's part in the service, and the year. Out: what the row brings to the year, exactly, and for
//! which days: whoever adds up the rows gets the stand-alone cost.

use super::Indexed;

use crate::depreciation::StraightLine;
use crate::fraction::{Fraction, exact};
use crate::period::{Proration, Span, Year};
use crate::tables::{Standalone, StandaloneKind};

/// A row that counts in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// The row.
    pub row: Standalone,
    /// The days of the year for which it counts; none for one-off cost, which is spread over months.
    pub days: Option<Span>,
    /// At the prices of the year, where it follows the consumer price index.
    pub indexed: Option<Indexed>,
    /// What it brings to the year, in exact cents.
    pub amount: Fraction,
}

impl Counted {
    /// The row in the year; none where it brings nothing to it. `part` is the partner's part in the service.
    #[must_use]
    pub fn of(row: &Standalone, part: Option<Span>, year: Year, proration: Proration) -> Option<Self> {
        let row = row.clone();
        let StandaloneKind::OneOff { life_months } = row.kind else {
            let days = row.span()?.overlap(part?)?;
            let indexed = Indexed::of(&row, year);
            let whole = indexed.as_ref().map_or_else(|| exact(row.amount), |indexed| indexed.amount.clone());
            let amount = whole * days.length(proration).of(year.span().length(proration));
            return Some(Self { row, days: Some(days), indexed, amount });
        };
        let line = StraightLine { amount: row.amount, life_months: life_months?, begins: row.from };
        let amount = line.in_year(year);
        (!amount.is_zero()).then(|| Self { row, days: None, indexed: None, amount: exact(amount) })
    }
}
