//! Parts that came too late for their year (design 4.2).
//!
//! In: a posting that is spread over its period, and what the sealed years held when they were sealed. Out: the same parts,
//! but those of a sealed year that does not know the posting count in the posting's own year. The rows that reached into a
//! sealed year are counted off one by one, so that every pass over the ledgers must meet the rows in the same order.

use std::collections::BTreeMap;

use super::Tally;
use super::origin::{Belongs, Item, Origin};
use super::when::{Falling, YearPart};
use crate::period::{Span, Year};
use crate::rules::Rules;
use crate::sealed::Reach;

/// Of each sealed year, the rows of other years that it holds and that were not met yet.
pub(super) struct Left(BTreeMap<Year, BTreeMap<Reach, u64>>);

impl Left {
    pub(super) fn of(rules: &Rules) -> Self {
        Self(rules.seals.0.iter().map(|(year, sealed)| (*year, sealed.reaching.clone())).collect())
    }

    /// Moves what must not count in a sealed year any more; the sum of the parts stays what it is.
    pub(super) fn place(
        &mut self,
        parts: Vec<YearPart>,
        origin: &Origin,
        item: &Item,
        period: Span,
    ) -> Vec<YearPart> {
        if self.0.is_empty() {
            return parts;
        }
        let (own, _) = origin.year(item.date);
        let (payer, fiscal_year) = (origin.payer, origin.fiscal_year);
        let shared = match origin.belongs {
            Ok(Belongs::Shared { service, kind }) => Some((service, kind)),
            Ok(Belongs::NotShared(_)) | Err(_) => None,
        };
        let reach = Reach { payer, date: item.date, fiscal_year, period, amount: item.sum.amount, shared };
        let (stay, go): (Vec<_>, Vec<_>) =
            parts.into_iter().partition(|part| part.year == own || self.holds(part.year, &reach));
        // A row counts once in its year, however many parts of it count there.
        let mut rows = if stay.iter().any(|part| part.year == own) { 0 } else { item.sum.rows };
        let moved = go.into_iter().map(|part| {
            let sum = Tally { rows: std::mem::take(&mut rows), amount: part.sum.amount };
            YearPart { year: own, sum, falling: Falling::Moved { from: part.year } }
        });
        let mut all: Vec<YearPart> = stay;
        all.extend(moved);
        all
    }

    /// Is the year open, or was it sealed with this row?
    fn holds(&mut self, year: Year, reach: &Reach) -> bool {
        let Some(rows) = self.0.get_mut(&year) else { return true };
        let Some(left) = rows.get_mut(reach).filter(|left| **left > 0) else { return false };
        *left -= 1;
        true
    }
}
