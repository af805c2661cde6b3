//! Which days of a span no other span covers.
//!
//! In: a span and others, in any order. Out: the gaps, in order.

use super::{Date, Span, day_after, day_before};

impl Span {
    /// The days that none of `spans` holds.
    #[must_use]
    pub fn gaps(self, spans: &[Self]) -> Vec<Self> {
        let mut covering: Vec<Self> = spans.iter().filter_map(|span| span.overlap(self)).collect();
        covering.sort_unstable();
        let mut gaps = Vec::new();
        let mut next: Option<Date> = Some(self.from());
        for span in covering {
            let Some(open) = next else { break };
            gaps.extend(day_before(span.from()).and_then(|end| Self::new(open, end)));
            next = if span.to() >= open { day_after(span.to()) } else { next };
        }
        gaps.extend(next.and_then(|open| Self::new(open, self.to())));
        gaps
    }
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
        assert_eq!(year.gaps(&[]), [year]);
        assert_eq!(year.gaps(&[span("2013-01-01", "2020-01-01")]), []);
        let spans = [
            span("2014-07-01", "2014-12-31"),
            span("2014-02-01", "2014-05-31"),
            span("2014-03-01", "2014-04-01"),
        ];
        assert_eq!(year.gaps(&spans), [span("2014-01-01", "2014-01-31"), span("2014-06-01", "2014-06-30")]);
    }
}
