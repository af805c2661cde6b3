//! Postings are added up.
//!
//! In: one posting after the other, or that one is like another before it. Out: [`Booked`]. What a posting is, and
//! where it belongs, is worked out from its cells once for all that are alike; these are then added up by the days
//! on which they go to the same cost line, and come into the books when their file ends. Sums do not depend on the
//! order of what is added, so neither do the books.

use std::rc::Rc;

use super::doubles::Watch;
use super::hits::Hits;
use super::origin::{Belongs, Item, Origin};
use super::when::{Falls, Shared, When, YearPart};
use super::{Booked, Tally, YearBy};
use crate::finding::{Finding, PostingFault};
use crate::ledger::{Again, KinId, Posting};
use crate::period::{Date, Span, day_after, day_before};
use crate::rules::Rules;
use crate::rules::calendar::nearest_segment;

/// The books while they are written.
pub(super) struct Booker<'r> {
    pub(super) rules: &'r Rules,
    pub(super) booked: Booked,
    pub(super) hits: Hits,
    when: When<'r>,
    watch: Watch,
    /// The postings of the file that others are like, by their numbers.
    kins: Vec<Kin>,
}

/// Postings that are alike.
struct Kin {
    /// Those of the first days that were met; most have no others.
    bins: [Bin; 2],
    others: Vec<Bin>,
    origin: Rc<Origin>,
}

/// Those of them that go to the same cost line.
struct Bin {
    days: Span,
    sum: Tally,
}

/// The days of a bin that is not open.
const NEVER: Span = Span::day(Date::MIN);

impl Bin {
    fn empty(days: Span) -> Self {
        Self { days, sum: Tally::default() }
    }
}

impl<'r> Booker<'r> {
    pub(super) fn new(rules: &'r Rules) -> Self {
        Self {
            rules,
            booked: Booked::default(),
            hits: Hits::new(rules),
            when: When::new(rules),
            watch: Watch::new(&rules.tables),
            kins: Vec::new(),
        }
    }

    /// Books a posting; true if it is remembered under its number.
    pub(super) fn posting(
        &mut self,
        posting: &Posting<'_>,
        kin: Option<KinId>,
        tell: &mut dyn FnMut(Finding),
    ) -> bool {
        let origin = Rc::new(Origin::of(self.rules, posting, &mut self.hits));
        let sum = Tally { rows: 1, amount: posting.amount };
        let item = Item { place: posting.place, date: posting.date, period: posting.period, sum };
        self.one(&origin, &item, tell);
        let Some(KinId(kin)) = kin.filter(|_| origin.belongs.is_ok()) else { return false };
        self.kins.truncate(kin);
        let days = self.bin(&origin, posting.date).unwrap_or(NEVER);
        self.kins.push(Kin { bins: [Bin::empty(days), Bin::empty(NEVER)], others: Vec::new(), origin });
        true
    }

    /// Books a posting like another; true, as that one is remembered.
    pub(super) fn again(&mut self, again: Again, tell: &mut dyn FnMut(Finding)) -> bool {
        let kin = &mut self.kins[again.kin.0];
        if again.period.is_none() && !self.watch.has(again.amount) {
            let mut bins = kin.bins.iter_mut().chain(&mut kin.others);
            if let Some(bin) = bins.find(|bin| bin.days.holds(again.date)) {
                bin.sum.add(again.amount);
                return true;
            }
        }
        self.open(again, tell);
        true
    }

    /// The file has ended, and with it the likeness of its postings.
    pub(super) fn close_file(&mut self) {
        for Kin { bins, others, origin } in std::mem::take(&mut self.kins) {
            for Bin { days, sum } in bins.into_iter().chain(others).filter(|bin| bin.sum.rows > 0) {
                let item = Item { place: origin.place, date: days.from(), period: None, sum };
                let (by, parts) = self.when.parts(&origin, &item);
                self.enter(&origin, &item, (by, &parts), &mut |_| ()); // what there is to tell was told of the first
            }
        }
    }

    /// Books a posting like another for whose day there is no bin yet; opens one, if it has one.
    fn open(&mut self, again: Again, tell: &mut dyn FnMut(Finding)) {
        let origin = Rc::clone(&self.kins[again.kin.0].origin);
        let Again { place, date, period, amount, .. } = again;
        let sum = Tally { rows: 1, amount };
        let watched = period.is_some() || self.watch.has(amount);
        let Some(days) = self.bin(&origin, date).filter(|_| !watched) else {
            return self.one(&origin, &Item { place, date, period, sum }, tell);
        };
        let (kin, bin) = (&mut self.kins[again.kin.0], Bin { days, sum });
        match kin.bins.iter_mut().find(|bin| bin.days == NEVER) {
            Some(free) => *free = bin,
            None => kin.others.push(bin),
        }
    }

    /// The days around this one on which postings of this origin go to the same cost line without a word; none where
    /// each of them has something to be told.
    fn bin(&mut self, origin: &Origin, date: Date) -> Option<Span> {
        let (year, _) = origin.year(date);
        let days = origin.plain_days(year).filter(|days| days.holds(date))?;
        let Ok(Belongs::Shared { service, kind }) = origin.belongs else { return Some(days) };
        let dated = self.when.is_dated(kind);
        let segments = self.when.segments(service, year);
        let (first, last) = (segments.first()?.span.from(), segments.last()?.span.to());
        if !dated {
            return Some(days);
        }
        let stretch = if date < first {
            Span::new(days.from(), day_before(first)?)
        } else if date > last {
            Span::new(day_after(last)?, days.to())
        } else {
            Some(segments[nearest_segment(segments, date)].span)
        };
        stretch?.overlap(days)
    }

    /// Books one posting, and tells what is doubtful about it.
    fn one(&mut self, origin: &Origin, item: &Item, tell: &mut dyn FnMut(Finding)) {
        origin.far(item).into_iter().for_each(&mut *tell);
        let (by, parts) = self.when.parts(origin, item);
        let year = parts.first().map_or_else(|| origin.year(item.date).0, |part| part.year);
        if origin.vendor.is_some() || self.watch.has(item.sum.amount) {
            for finding in origin.doubles(self.rules, item) {
                tell(finding.in_year(year));
            }
        }
        self.enter(origin, item, (by, &parts), tell);
    }

    /// Adds postings of one origin and day, or of one period, to the books.
    fn enter(
        &mut self,
        origin: &Origin,
        item: &Item,
        (by, parts): (YearBy, &[YearPart]),
        tell: &mut dyn FnMut(Finding),
    ) {
        let (own_year, _) = origin.year(item.date);
        *self.booked.sources.entry((origin.source, own_year)).or_default() += item.sum;
        self.booked.years.entry(own_year).or_default();
        for part in parts {
            let books = self.booked.years.entry(part.year).or_default();
            books.all += part.sum;
            if let Some(from) = part.moved() {
                *books.moved.entry(from).or_default() += Tally { amount: part.sum.amount, ..item.sum };
            }
            *books.by.entry(by).or_default() += part.sum;
            match &origin.belongs {
                Err(fault) => tell(Finding::at(item.place, fault.clone()).in_year(part.year)),
                Ok(Belongs::NotShared(key)) => match books.not_shared.get_mut(key) {
                    Some(sum) => *sum += part.sum,
                    None => drop(books.not_shared.insert(key.clone(), part.sum)),
                },
                Ok(Belongs::Shared { service, kind }) => {
                    let shared = Shared { service: *service, kind: *kind, payer: origin.payer };
                    self.share(shared, item, part).into_iter().for_each(&mut *tell);
                }
            }
        }
    }

    /// Adds a shared part to the service's cost lines.
    fn share(&mut self, shared: Shared, item: &Item, part: &YearPart) -> Option<Finding> {
        let (year, amount) = (part.year, part.sum.amount);
        let books = self.booked.years.entry(year).or_default();
        let mut add = |key, sum| *books.shared.entry(key).or_default() += sum;
        match self.when.lines(shared, item, part, &mut add) {
            Falls::Inside => None,
            Falls::Clamped => {
                books.clamped += part.sum;
                None
            }
            Falls::Nowhere => {
                let terms = self.rules.agreement.service(shared.service);
                let (service, since, until) = (terms.id.clone(), terms.since, terms.until);
                let fault = PostingFault::NotLiving { service, year, since, until, amount };
                (!amount.is_zero()).then(|| Finding::at(item.place, fault).in_year(year))
            }
        }
    }
}
