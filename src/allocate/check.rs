//! A year's full cost cut into lines, with the proof of how each is to be divided.
//!
//! In: the rules and the books of a year. Out: [`Checked`], which can always be allocated, or every internal service that
//! cannot be charged on and every segment without a key, without participants or without shares. It divides nothing.

use crate::agreement::{KeyId, PartnerId, Receiver, ServiceId};
use crate::apportion::in_proportion;
use crate::cost::{Books, Charges, Cost, Origin, ServiceYear, Timing, primary, secondary};
use crate::finding::{Finding, KeyFault};
use crate::fraction::Fraction;
use crate::key::{Plan, Question, doubts, doubts_of_units, plan};
use crate::money::Money;
use crate::period::{Span, Year};
use crate::rules::{Rules, Segment};
use crate::savings;

/// A year's services whose every line has a plan.
#[derive(Debug)]
pub struct Checked<'a> {
    pub(crate) rules: &'a Rules,
    pub(crate) books: &'a Books,
    pub(crate) year: Year,
    pub(super) services: Vec<Priced>,
    pub(super) charges: Charges,
}

/// A service with its full cost, cut into lines.
#[derive(Debug)]
pub(super) struct Priced {
    pub(super) year: ServiceYear,
    pub(super) takes_part: Vec<PartnerId>,
    pub(super) lines: Vec<Unallocated>,
}

/// A line before it is divided.
#[derive(Debug)]
pub(super) struct Unallocated {
    pub(super) span: Span,
    pub(super) one_off: bool,
    pub(super) key: KeyId,
    pub(super) participants: Vec<PartnerId>,
    pub(super) plan: Plan,
    pub(super) total: Money,
    /// What of it is the segment's part of cost that is divided over the year evenly.
    pub(super) evenly: Money,
    /// The other costs of it.
    pub(super) dated: Vec<Cost>,
    /// How much of the service's life in the year the segment is.
    pub(super) part: Fraction,
}

/// Puts the year's full cost together, cuts it into lines and plans how each is divided.
///
/// # Errors
/// Every internal service without receivers; every segment without a key, without participants or without shares.
pub fn check<'a>(rules: &'a Rules, books: &'a Books, year: Year) -> Result<Checked<'a>, Vec<Finding>> {
    let mut costs = primary::primary(rules, books, year);
    let mut findings = savings::without_index(rules, year);
    let charges = secondary::charge(rules, year, &costs).unwrap_or_else(|found| {
        findings.extend(found);
        Charges::default()
    });
    costs.retain(|cost| !rules.agreement.service(cost.service).internal);
    let full = costs.into_iter().map(|cost| with_charge(cost, &charges));
    let priced = full.map(|cost| Cutter { rules, year, service: cost.service }.priced(cost)).collect();
    match all_or_every_fault(priced) {
        Ok(services) if findings.is_empty() => Ok(Checked { rules, books, year, services, charges }),
        Ok(_) => Err(findings),
        Err(found) => Err(findings.into_iter().chain(found).collect()),
    }
}

/// A service's cost with what internal services charge it.
fn with_charge(mut year: ServiceYear, charges: &Charges) -> ServiceYear {
    let borne = charges.to(year.service).into_iter().flat_map(|charge| &charge.borne);
    year.costs.extend(borne.map(|(payer, part)| Cost {
        origin: Origin::Charge,
        one_off: false,
        timing: Timing::Even,
        payer: *payer,
        amount: part.amount,
        asset: None,
    }));
    year
}

/// Cuts one service's year.
struct Cutter<'a> {
    rules: &'a Rules,
    year: Year,
    service: ServiceId,
}

impl Cutter<'_> {
    fn priced(&self, year: ServiceYear) -> Result<Priced, Vec<Finding>> {
        let terms = self.rules.agreement.service(self.service);
        let takes_part = |partner: &PartnerId| terms.participation(*partner, self.year).is_some();
        Ok(Priced {
            lines: self.lines(&terms.segments(self.year), &year.costs)?,
            takes_part: self.rules.agreement.partner_ids().filter(takes_part).collect(),
            year,
        })
    }

    fn lines(&self, segments: &[Segment], costs: &[Cost]) -> Result<Vec<Unallocated>, Vec<Finding>> {
        let own_key = self.rules.agreement.service(self.service).one_off_key;
        let apart = |cost: &Cost| cost.one_off && own_key.is_some();
        let even = costs.iter().filter(|cost| cost.timing == Timing::Even).map(|cost| cost.amount).sum();
        let lengths: Vec<_> = segments
            .iter()
            .map(|segment| segment.span.length(self.rules.agreement.proration).weight())
            .collect();
        let evenly = in_proportion(even, &lengths);
        let mut lines = Vec::new();
        for (index, segment) in segments.iter().enumerate() {
            let here = |one_off: bool| -> Vec<Cost> {
                let dated = costs.iter().filter(|cost| cost.timing == Timing::Segment(index));
                dated.filter(|cost| apart(cost) == one_off).copied().collect()
            };
            let (running, once) = (here(false), here(true));
            lines.push(self.line(segment, segment.key, evenly[index], running));
            if !once.is_empty() {
                let line = self.line(segment, own_key, Money::ZERO, once);
                lines.push(line.map(|line| Unallocated { one_off: true, ..line }));
            }
        }
        all_or_every_fault(lines)
    }

    fn line(
        &self,
        segment: &Segment,
        key: Option<KeyId>,
        evenly: Money,
        dated: Vec<Cost>,
    ) -> Result<Unallocated, Vec<Finding>> {
        let service = self.rules.agreement.service(self.service);
        let fault = |fault: KeyFault| vec![Finding::at(service.place, fault).in_year(self.year)];
        let (id, span) = (service.id.clone(), segment.span);
        if segment.participants.is_empty() {
            return Err(fault(KeyFault::Nobody { service: id, span }));
        }
        let Some(key) = key else { return Err(fault(KeyFault::NoneInForce { service: id, span })) };
        let receivers = receivers(&segment.participants);
        let plan = plan(&question(self.rules, self.year, span, &receivers), key)?;
        let participants = segment.participants.clone();
        let part = self.part(span);
        let total = evenly + dated.iter().map(|cost| cost.amount).sum();
        Ok(Unallocated { span, one_off: false, key, participants, plan, total, evenly, dated, part })
    }

    /// How much of the service's life in the year a segment is.
    fn part(&self, span: Span) -> Fraction {
        let proration = self.rules.agreement.proration;
        let life = self.rules.agreement.service(self.service).life(self.year).unwrap_or(span);
        span.length(proration).of(life.length(proration))
    }
}

fn receivers(participants: &[PartnerId]) -> Vec<Receiver> {
    participants.iter().copied().map(Receiver::Partner).collect()
}

fn question<'a>(rules: &'a Rules, year: Year, span: Span, receivers: &'a [Receiver]) -> Question<'a> {
    Question { rules, year, span, receivers, charging: None }
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
    /// What is doubtful about the drivers behind the shares and units: warnings that concern the year.
    #[must_use]
    pub fn doubts(&self) -> Vec<Finding> {
        let mut distinct: Vec<Finding> = Vec::new();
        let mut add = |findings: Vec<Finding>| {
            for finding in findings {
                if !distinct.contains(&finding) {
                    distinct.push(finding);
                }
            }
        };
        for line in self.services.iter().flat_map(|service| &service.lines) {
            for proof in line.plan.proofs() {
                add(doubts(&question(self.rules, self.year, line.span, &proof.receivers), proof));
            }
            if let Plan::Price(price) = &line.plan {
                let receivers = receivers(&line.participants);
                let question = question(self.rules, self.year, line.span, &receivers);
                add(doubts_of_units(&question, line.key, price));
            }
        }
        for proof in self.charges.internal.iter().filter_map(|service| service.proof.as_ref()) {
            let span = self.year.span();
            add(doubts(&question(self.rules, self.year, span, &proof.receivers), proof));
        }
        distinct
    }
}
