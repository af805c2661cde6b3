//! Which days of a span no other span covers.
//!
//! In: a span and others, in any order. Out: the gaps, in order.

use crate::period::{Date, Span, day_after, day_before};

/// The days of `whole` that none of `spans` holds.
pub(super) fn gaps(whole: Span, spans: &[Span]) -> Vec<Span> {
    let mut covering: Vec<Span> = spans.iter().filter_map(|span| span.overlap(whole)).collect();
    covering.sort_unstable();
    let mut gaps = Vec::new();
    let mut next: Option<Date> = Some(whole.from());
    for span in covering {
        let Some(open) = next else { break };
        gaps.extend(day_before(span.from()).and_then(|end| Span::new(open, end)));
        next = if span.to() >= open { day_after(span.to()) } else { next };
    }
    gaps.extend(next.and_then(|open| Span::new(open, whole.to())));
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: &str, to: &str) -> Span {
        Span::new(from.parse().unwrap(), to.parse().unwrap()).unwrap()
    }

    #[test]
    fn gaps_are_the_days_that_nobody_covers() {
        let year = span("2014-01-01", "2014-12-31");
        assert_eq!(gaps(year, &[]), [year]);
        assert_eq!(gaps(year, &[span("2013-01-01", "2020-01-01")]), []);
        let spans = [
            span("2014-07-01", "2014-12-31"),
            span("2014-02-01", "2014-05-31"),
            span("2014-03-01", "2014-04-01"),
        ];
        assert_eq!(gaps(year, &spans), [span("2014-01-01", "2014-01-31"), span("2014-06-01", "2014-06-30")]);
    }
}
