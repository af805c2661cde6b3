//! The one pass over the ledgers.
//!
//! In: the folder and the rules. Out: [`Booked`]. Each posting is classed, given its year or years, and added to
//! the cost line it belongs to; what is doubtful about it is told at once, as nothing is held.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::classify::{Class, class};
use super::doubles::doubles;
use super::hits::{self, Hits};
use super::spread::Spread;
use super::{Booked, CostKey, NotShared, Timing, YearBy};
use crate::agreement::{KindId, ServiceId, WithinYear};
use crate::error::Error;
use crate::finding::{FileFault, Finding, Findings, PostingFault};
use crate::folder::Folder;
use crate::ledger::{self, Input, Posting};
use crate::money::Money;
use crate::period::{Span, Year};
use crate::place::Place;
use crate::rules::calendar::nearest_segment;
use crate::rules::{Rules, Segment};

/// Books all postings of all ledgers.
///
/// # Errors
/// [`Error::Read`] where the system refuses.
pub fn book(folder: &Folder, rules: &Rules, findings: &mut Findings) -> Result<Booked, Error> {
    let findings = RefCell::new(findings);
    let mut booker =
        Booker { rules, booked: Booked::default(), hits: Hits::default(), calendar: BTreeMap::new() };
    for file in &rules.ledgers {
        let mut unreadable = |finding| findings.borrow_mut().push(finding);
        let mut posting = |posting: &Posting<'_>| {
            for finding in booker.book(posting) {
                findings.borrow_mut().push(finding);
            }
        };
        let input = ledger::each(folder, &rules.agreement, *file, &mut unreadable, &mut posting)?;
        booker.booked.inputs.push(input);
    }
    let findings = findings.into_inner();
    findings.extend(booker.controls());
    findings.extend(same(folder, rules, &booker.booked.inputs));
    // Rows that could not be read may be the very ones that a rule or an advance is for.
    if findings.count(None).0 == 0 {
        findings.extend(booker.beside());
        findings.extend(booker.hits.missing(rules));
        findings.extend(hits::idle_skips(rules, &booker.booked.inputs));
    }
    Ok(booker.booked)
}

struct Booker<'r> {
    rules: &'r Rules,
    booked: Booked,
    hits: Hits,
    calendar: BTreeMap<(ServiceId, Year), Vec<Segment>>,
}

/// A part of a posting that counts in one year.
struct YearPart {
    year: Year,
    amount: Money,
    spread: Option<Spread>,
}

impl Booker<'_> {
    fn book(&mut self, posting: &Posting<'_>) -> Vec<Finding> {
        let own_year = own_year(posting).0;
        self.booked.sources.entry((posting.source, own_year)).or_default().add(posting.amount);
        self.booked.years.entry(own_year).or_default();
        let (by, parts) = self.parts(posting);
        let class = class(self.rules, posting, &mut self.hits);
        let mut findings: Vec<Finding> = far(posting).into_iter().collect();
        for part in &parts {
            let books = self.booked.years.entry(part.year).or_default();
            books.all.add(part.amount);
            books.by.entry(by).or_default().add(part.amount);
            match &class {
                Err(fault) => findings.push(Finding::at(posting.place, fault.clone()).in_year(part.year)),
                Ok(Class::NotShared(reason)) => {
                    let (account, cost_centre) = (posting.account.to_owned(), posting.cost_centre.to_owned());
                    let key = NotShared { reason: *reason, account, cost_centre };
                    books.not_shared.entry(key).or_default().add(part.amount);
                }
                Ok(Class::Shared { service, kind }) => {
                    findings.extend(self.share(posting, part, *service, *kind));
                }
            }
        }
        if let (Ok(Class::Shared { service, .. }), Some(part)) = (&class, parts.first()) {
            let doubles = doubles(self.rules, posting, *service);
            findings.extend(doubles.into_iter().map(|finding| finding.in_year(part.year)));
        }
        findings
    }

    /// The parts of a posting by year, and by which field they count there (design 4.2).
    fn parts(&self, posting: &Posting<'_>) -> (YearBy, Vec<YearPart>) {
        let agreement = &self.rules.agreement;
        match posting.period.filter(|_| agreement.sources[posting.source].spread) {
            None => {
                let (year, by) = own_year(posting);
                (by, vec![YearPart { year, amount: posting.amount, spread: None }])
            }
            Some(period) => {
                let spread = Spread { amount: posting.amount, period, proration: agreement.proration };
                let part =
                    |year: Year| YearPart { year, amount: spread.within(year.span()), spread: Some(spread) };
                (YearBy::Period, period.years().map(part).collect())
            }
        }
    }

    /// Adds a shared part to the service's cost lines.
    fn share(
        &mut self,
        posting: &Posting<'_>,
        part: &YearPart,
        service: ServiceId,
        kind: Option<KindId>,
    ) -> Option<Finding> {
        let terms = self.rules.agreement.service(service);
        let segments = self.calendar.entry((service, part.year)).or_insert_with(|| terms.segments(part.year));
        let books = self.booked.years.entry(part.year).or_default();
        if segments.is_empty() {
            let fault = PostingFault::NotLiving {
                service: terms.id.clone(),
                year: part.year,
                since: terms.since,
                until: terms.until,
                amount: part.amount,
            };
            return (!part.amount.is_zero()).then(|| Finding::at(posting.place, fault).in_year(part.year));
        }
        let one_off = kind.is_some_and(|kind| self.rules.agreement.kind(kind).one_off);
        let dated = one_off || self.rules.agreement.within_year == WithinYear::Date;
        let outside = |day| !segments.iter().any(|segment| segment.span.holds(day));
        let mut add = |timing, amount| {
            let key = CostKey { service, one_off, timing, payer: posting.payer, kind };
            books.shared.entry(key).or_default().add(amount);
        };
        match part.spread {
            Some(spread) => {
                for (index, amount) in by_segment(spread, segments, part.year) {
                    add(Timing::Segment(index), amount);
                }
            }
            None if dated => {
                add(Timing::Segment(nearest_segment(segments, posting.date)), part.amount);
                if outside(posting.date) {
                    books.clamped.add(part.amount);
                }
            }
            None => add(Timing::Even, part.amount),
        }
        None
    }

    /// Years whose rows have another sum than the trial balance.
    fn controls(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (index, source) in self.rules.agreement.sources.iter().enumerate() {
            for (year, control) in &source.control {
                let read = self.booked.sources.get(&(index, *year)).copied().unwrap_or_default();
                if read.amount != control.total {
                    let (expected, found, rows) = (control.total, read.amount, read.rows);
                    let fault = PostingFault::Control { year: *year, expected, found, rows };
                    findings.push(Finding::at(control.place, fault).in_year(*year));
                }
            }
        }
        findings
    }

    /// Advances and balances carried over, of years that no statement will be made of.
    fn beside(&self) -> Vec<Finding> {
        let tables = &self.rules.tables;
        let advances = tables.advances.iter().map(|row| (row.year, row.amount, row.place, false));
        let openings = tables.openings.iter().map(|row| (row.year, row.amount, row.place, true));
        let years = self.booked.own_years();
        let beside = advances.chain(openings).filter(|(year, ..)| !years.contains_key(year));
        let fault = |(year, amount, place, opening)| {
            let fault = if opening {
                PostingFault::OpeningWithoutStatement { year, amount }
            } else {
                PostingFault::AdvanceWithoutStatement { year, amount }
            };
            Finding::at(place, fault).in_year(year)
        };
        beside.map(fault).collect()
    }
}

/// Ledgers that are the same, byte for byte, as one before them of the same `[[ledger]]` table. (Two tables may well
/// hold the same rows: two partners that paid the same.)
fn same(folder: &Folder, rules: &Rules, inputs: &[Input]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let read: Vec<(usize, &Input)> = rules.ledgers.iter().map(|ledger| ledger.source).zip(inputs).collect();
    for (index, (source, input)) in read.iter().enumerate().filter(|(_, (_, input))| input.postings > 0) {
        let before =
            read[..index].iter().find(|(other, first)| other == source && first.sha256 == input.sha256);
        if let Some((_, first)) = before {
            let fault = FileFault::Same { other: folder.files.name(first.file).to_owned() };
            findings.push(Finding::at(Place::start(input.file), fault).against(Place::start(first.file)));
        }
    }
    findings
}

/// The year in which a posting counts where it is not spread, and by which field.
fn own_year(posting: &Posting<'_>) -> (Year, YearBy) {
    match posting.fiscal_year {
        Some(year) => (year, YearBy::FiscalYear),
        None if posting.by_voucher_date => (Year::of(posting.date), YearBy::VoucherDate),
        None => (Year::of(posting.date), YearBy::Date),
    }
}

/// A fiscal year that is neither the date's nor one beside it is probably a slip.
fn far(posting: &Posting<'_>) -> Option<Finding> {
    let (fiscal_year, date) = (posting.fiscal_year?, posting.date);
    let years = fiscal_year.number().abs_diff(date.year());
    (years > 1).then(|| Finding::at(posting.place, PostingFault::FarFiscalYear { fiscal_year, date }))
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
