//! A year's cost cut into lines whose shares are proven.
//!
//! In: the rules and the books of a year. Out: [`Checked`], which can always be allocated, or every segment without a
//! key, without participants or without shares. It divides nothing.

use std::collections::BTreeMap;

use crate::agreement::{KeyId, KindId, PartnerId, ServiceId};
use crate::apportion::in_proportion;
use crate::cost::{Books, CostKey, Timing};
use crate::finding::{Finding, KeyFault};
use crate::key::{Proof, Question, doubts, prove};
use crate::money::Money;
use crate::period::{Span, Year};
use crate::rules::{Rules, Segment};

/// A year's services whose every line has shares.
#[derive(Debug)]
pub struct Checked<'a> {
    pub(crate) rules: &'a Rules,
    pub(crate) books: &'a Books,
    pub(crate) year: Year,
    pub(super) services: Vec<Priced>,
}

/// A service with its cost, cut into lines.
#[derive(Debug)]
pub(super) struct Priced {
    pub(super) service: ServiceId,
    pub(super) borne: BTreeMap<PartnerId, Money>,
    pub(super) kinds: BTreeMap<Option<KindId>, Money>,
    pub(super) takes_part: Vec<PartnerId>,
    pub(super) lines: Vec<Unallocated>,
}

/// A line before it is divided.
#[derive(Debug)]
pub(super) struct Unallocated {
    pub(super) span: Span,
    pub(super) one_off: bool,
    pub(super) participants: Vec<PartnerId>,
    pub(super) proof: Proof,
    pub(super) total: Money,
}

/// Cuts the year's cost into lines and proves the shares of each.
///
/// # Errors
/// Every segment without a key, without participants or without shares.
pub fn check<'a>(rules: &'a Rules, books: &'a Books, year: Year) -> Result<Checked<'a>, Vec<Finding>> {
    let priced =
        rules.living(year).map(|(service, _)| (Cutter { rules, books, year, service }).priced()).collect();
    all_or_every_fault(priced).map(|services| Checked { rules, books, year, services })
}

/// The least key that the service's costs can have.
fn first_of(service: ServiceId) -> CostKey {
    CostKey { service, one_off: false, timing: Timing::Even, payer: PartnerId(0), kind: None }
}

fn sums<K: Ord>(costs: &[(&CostKey, Money)], by: impl Fn(&CostKey) -> K) -> BTreeMap<K, Money> {
    let mut sums = BTreeMap::new();
    for (key, amount) in costs {
        *sums.entry(by(key)).or_default() += *amount;
    }
    sums
}

/// Cuts one service's year.
struct Cutter<'a> {
    rules: &'a Rules,
    books: &'a Books,
    year: Year,
    service: ServiceId,
}

impl Cutter<'_> {
    fn priced(&self) -> Result<Priced, Vec<Finding>> {
        let (service, terms) = (self.service, self.rules.agreement.service(self.service));
        let from_here = self.books.shared.range(first_of(service)..);
        let costs: Vec<(&CostKey, Money)> = from_here
            .take_while(|(key, _)| key.service == service)
            .map(|(key, tally)| (key, tally.amount))
            .collect();
        let takes_part = |partner: &PartnerId| terms.participation(*partner, self.year).is_some();
        Ok(Priced {
            service,
            lines: self.lines(&terms.segments(self.year), &costs)?,
            borne: sums(&costs, |key| key.payer),
            kinds: sums(&costs, |key| key.kind),
            takes_part: self.rules.agreement.partner_ids().filter(takes_part).collect(),
        })
    }

    fn lines(
        &self,
        segments: &[Segment],
        costs: &[(&CostKey, Money)],
    ) -> Result<Vec<Unallocated>, Vec<Finding>> {
        let own_key = self.rules.agreement.service(self.service).one_off_key;
        let apart = |key: &CostKey| key.one_off && own_key.is_some();
        let even: Money =
            costs.iter().filter(|(key, _)| key.timing == Timing::Even).map(|(_, sum)| *sum).sum();
        let lengths: Vec<_> = segments
            .iter()
            .map(|segment| segment.span.length(self.rules.agreement.proration).weight())
            .collect();
        let evenly = in_proportion(even, &lengths);
        let mut lines = Vec::new();
        for (index, segment) in segments.iter().enumerate() {
            let here = |one_off: bool| {
                let dated = costs.iter().filter(move |(key, _)| key.timing == Timing::Segment(index));
                dated.filter(move |(key, _)| apart(key) == one_off).map(|(_, amount)| *amount)
            };
            let running = evenly[index] + here(false).sum();
            lines.push(self.line(segment, segment.key, running));
            if here(true).next().is_some() {
                let line = self.line(segment, own_key, here(true).sum());
                lines.push(line.map(|line| Unallocated { one_off: true, ..line }));
            }
        }
        all_or_every_fault(lines)
    }

    fn line(&self, segment: &Segment, key: Option<KeyId>, total: Money) -> Result<Unallocated, Vec<Finding>> {
        let service = self.rules.agreement.service(self.service);
        let fault = |fault: KeyFault| vec![Finding::at(service.place, fault).in_year(self.year)];
        let (id, span) = (service.id.clone(), segment.span);
        if segment.participants.is_empty() {
            return Err(fault(KeyFault::Nobody { service: id, span }));
        }
        let Some(key) = key else { return Err(fault(KeyFault::NoneInForce { service: id, span })) };
        let question =
            Question { rules: self.rules, year: self.year, span, participants: &segment.participants };
        let proof = prove(&question, key)?;
        Ok(Unallocated { span, one_off: false, participants: segment.participants.clone(), proof, total })
    }
}

/// All of them, or what is wrong with any of them.
fn all_or_every_fault<T>(results: Vec<Result<T, Vec<Finding>>>) -> Result<Vec<T>, Vec<Finding>> {
    let mut distinct: Vec<Finding> = Vec::new();
    for finding in results.iter().filter_map(|result| result.as_ref().err()).flatten() {
        if !distinct.contains(finding) {
            distinct.push(finding.clone());
        }
    }
    results.into_iter().collect::<Result<_, _>>().map_err(|_: Vec<Finding>| distinct)
}

impl Checked<'_> {
    /// What is doubtful about the drivers behind the shares: warnings that concern the year.
    #[must_use]
    pub fn doubts(&self) -> Vec<Finding> {
        let mut distinct: Vec<Finding> = Vec::new();
        for line in self.services.iter().flat_map(|service| &service.lines) {
            let (span, participants) = (line.span, line.participants.as_slice());
            let question = Question { rules: self.rules, year: self.year, span, participants };
            for finding in doubts(&question, &line.proof) {
                if !distinct.contains(&finding) {
                    distinct.push(finding);
                }
            }
        }
        distinct
    }
}
