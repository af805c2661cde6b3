//! When a posting counts: in which years, and in which parts of its service's year (design 4.1, 4.2, 4.5).
//!
//! In: what a posting is, its day, period and amount. Out: its parts by year; of a shared part the cost lines that it
//! goes to. Postings must be asked about in the order read, as sealed years are counted off (see [`super::moved`]). The pass that adds up asks here, and so does every later one that follows a single row into the books.

use std::collections::BTreeMap;

use super::moved::Left;
use super::origin::{Item, Origin};
use super::spread::Spread;
use super::{CostKey, Tally, Timing, YearBy};
use crate::agreement::{KindId, PartnerId, ServiceId, WithinYear};
use crate::money::Money;
use crate::period::{Span, Year};
use crate::rules::calendar::nearest_segment;
use crate::rules::{Rules, Segment};

/// The years of all services, cut into segments as they are asked for.
pub(super) struct When<'r> {
    rules: &'r Rules,
    calendar: BTreeMap<(ServiceId, Year), Vec<Segment>>,
    left: Left,
}

/// A part of a posting that counts in one year.
pub(super) struct YearPart {
    pub(super) year: Year,
    pub(super) sum: Tally,
    pub(super) falling: Falling,
}

/// By what a part falls into its year.
#[derive(Debug, Clone, Copy)]
pub(super) enum Falling {
    /// As a whole: by its day, or evenly.
    Whole,
    /// By the days of its period.
    Spread(Spread),
    /// At the end of the year that is nearest to its days: they lie in a year that is sealed without it.
    Moved { from: Year },
}

impl YearPart {
    /// The sealed year in which its days lie.
    pub(super) fn moved(&self) -> Option<Year> {
        match self.falling {
            Falling::Moved { from } => Some(from),
            Falling::Whole | Falling::Spread(_) => None,
        }
    }
}

/// What is shared: the service, the kind of cost, and who paid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shared {
    pub(super) service: ServiceId,
    pub(super) kind: Option<KindId>,
    pub(super) payer: PartnerId,
}

/// Whether the service lives in the year of a shared part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Falls {
    /// And the part's day, or its period, counts where it lies.
    Inside,
    /// And the part's day lies before or after its life: it counts in the nearest segment.
    Clamped,
    /// It does not.
    Nowhere,
}

impl<'r> When<'r> {
    pub(super) fn new(rules: &'r Rules) -> Self {
        Self { rules, calendar: BTreeMap::new(), left: Left::of(rules) }
    }

    /// A service's year, cut into segments; none where it does not live in it.
    pub(super) fn segments(&mut self, service: ServiceId, year: Year) -> &[Segment] {
        let terms = self.rules.agreement.service(service);
        self.calendar.entry((service, year)).or_insert_with(|| terms.segments(year))
    }

    /// Do postings of this kind fall into the year by their dates?
    pub(super) fn is_dated(&self, kind: Option<KindId>) -> bool {
        self.rules.agreement.within_year == WithinYear::Date || self.is_one_off(kind)
    }

    fn is_one_off(&self, kind: Option<KindId>) -> bool {
        kind.is_some_and(|kind| self.rules.agreement.kind(kind).one_off)
    }

    /// The parts of a posting by year, and by which field they count there.
    pub(super) fn parts(&mut self, origin: &Origin, item: &Item) -> (YearBy, Vec<YearPart>) {
        let agreement = &self.rules.agreement;
        match item.period.filter(|_| agreement.sources[origin.source].spread) {
            None => {
                let (year, by) = origin.year(item.date);
                (by, vec![YearPart { year, sum: item.sum, falling: Falling::Whole }])
            }
            Some(period) => {
                let spread = Spread { amount: item.sum.amount, period, proration: agreement.proration };
                let part = |year: Year| {
                    let sum = Tally { rows: item.sum.rows, amount: spread.within(year.span()) };
                    YearPart { year, sum, falling: Falling::Spread(spread) }
                };
                let parts = period.years().map(part).collect();
                (YearBy::Period, self.left.place(parts, origin, item, period))
            }
        }
    }

    /// Hands out the cost lines that a shared part goes to.
    pub(super) fn lines(
        &mut self,
        shared: Shared,
        item: &Item,
        part: &YearPart,
        line: &mut dyn FnMut(CostKey, Tally),
    ) -> Falls {
        let Shared { service, kind, payer } = shared;
        let (dated, one_off) = (self.is_dated(kind), self.is_one_off(kind));
        let segments = self.segments(service, part.year);
        if segments.is_empty() {
            return Falls::Nowhere;
        }
        let mut add = |timing, sum| line(CostKey { service, one_off, timing, payer, kind }, sum);
        match part.falling {
            Falling::Moved { from } => {
                let nearest = if from < part.year { 0 } else { segments.len() - 1 };
                add(Timing::Segment(nearest), part.sum);
            }
            Falling::Spread(spread) => {
                for (index, amount) in by_segment(spread, segments, part.year) {
                    add(Timing::Segment(index), Tally { rows: part.sum.rows, amount });
                }
            }
            Falling::Whole if dated => {
                add(Timing::Segment(nearest_segment(segments, item.date)), part.sum);
                if !segments.iter().any(|segment| segment.span.holds(item.date)) {
                    return Falls::Clamped;
                }
            }
            Falling::Whole => add(Timing::Even, part.sum),
        }
        Falls::Inside
    }
}

/// What a spread posting's days bring to each segment; the first and the last reach to the year's ends.
fn by_segment(spread: Spread, segments: &[Segment], year: Year) -> Vec<(usize, Money)> {
    let year = year.span();
    let last = segments.len() - 1;
    let reach = |index: usize, span: Span| {
        let from = if index == 0 { year.from() } else { span.from() };
        let to = if index == last { year.to() } else { span.to() };
        Span::new(from, to)
    };
    let spans =
        segments.iter().enumerate().filter_map(|(index, segment)| Some((index, reach(index, segment.span)?)));
    spans
        .filter(|(_, span)| span.overlap(spread.period).is_some())
        .map(|(index, span)| (index, spread.within(span)))
        .collect()
}
