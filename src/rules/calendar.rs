//! A service's year: when it lives, who takes part, and where the year is cut (design 4.5).
//!
//! In: [`Rules`] and a year. Out: segments, each with the key in force and its participants. A missing key or
//! nobody taking part is told by the key stage, which knows whether anything is to be allocated.

use crate::agreement::{KeyId, PartnerId, Service, ServiceId};
use crate::period::{Date, Span, Year, day_after};
use crate::rules::Rules;

/// A part of a service's year under one key and with the same participants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its days.
    pub span: Span,
    /// The key in force, if there is one.
    pub key: Option<KeyId>,
    /// Who takes part, in partner order.
    pub participants: Vec<PartnerId>,
}

impl Service {
    /// The days of the year on which the service lives.
    #[must_use]
    pub fn life(&self, year: Year) -> Option<Span> {
        let to = self.until.unwrap_or(Date::MAX);
        Span::new(self.since, to)?.overlap(year.span())
    }

    /// The days of the year on which the partner takes part in the living service.
    #[must_use]
    pub fn participation(&self, partner: PartnerId, year: Year) -> Option<Span> {
        if !self.partners.contains(&partner) {
            return None;
        }
        let from = self.joined.get(&partner).copied().unwrap_or(Date::MIN);
        let to = self.left.get(&partner).copied().unwrap_or(Date::MAX);
        Span::new(from, to)?.overlap(self.life(year)?)
    }

    /// The year cut at every change of key and at every joining and leaving.
    #[must_use]
    pub fn segments(&self, year: Year) -> Vec<Segment> {
        let Some(life) = self.life(year) else { return Vec::new() };
        let keys = self.keys.iter().map(|dated| dated.from);
        let leavings = self.left.values().filter_map(|last| day_after(*last));
        let cuts: Vec<Date> = keys.chain(self.joined.values().copied()).chain(leavings).collect();
        life.cut(&cuts).into_iter().map(|span| self.segment(span, year)).collect()
    }

    fn segment(&self, span: Span, year: Year) -> Segment {
        let in_force = self.keys.iter().rev().find(|dated| dated.from <= span.from());
        let takes_part = |partner: &PartnerId| {
            self.participation(*partner, year).is_some_and(|participation| participation.covers(span))
        };
        Segment {
            span,
            key: in_force.map(|dated| dated.key),
            participants: self.partners.iter().copied().filter(takes_part).collect(),
        }
    }
}

impl Rules {
    /// The services that live in the year, in order.
    pub fn living(&self, year: Year) -> impl Iterator<Item = (ServiceId, &Service)> {
        let services = self.agreement.services.iter().enumerate();
        services
            .map(|(index, service)| (ServiceId(index), service))
            .filter(move |(_, s)| s.life(year).is_some())
    }
}

/// The index of the segment in which a day lies; days outside the service's life count in the nearest.
#[must_use]
pub fn nearest_segment(segments: &[Segment], day: Date) -> usize {
    let at_or_before = segments.iter().rposition(|segment| segment.span.from() <= day);
    at_or_before.unwrap_or(0)
}
