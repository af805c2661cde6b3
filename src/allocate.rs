//! Cost lines become parts: who bears what (design 4.5, 4.7, 4.8).
//!
//! In: the rules and the books of a year. [`check`] cuts each service's year into lines and proves the shares of
//! each, or tells every reason why it cannot; what it returns can always be allocated. [`allocate`] then only
//! divides. Out: per line the parts, and with them the proof of every cent.

use std::collections::BTreeMap;

use crate::agreement::{KeyId, KindId, PartnerId, Residual, ServiceId};
use crate::apportion::{Part, each_half_up, in_proportion, largest_remainder, rest_to};
use crate::cost::{Books, CostKey, Timing};
use crate::finding::{Finding, KeyFault};
use crate::key::{Proof, Question, doubts, prove};
use crate::money::Money;
use crate::period::{Span, Year};
use crate::rules::{Rules, Segment};

/// A year's services whose every line has shares.
#[derive(Debug)]
pub struct Checked<'a> {
    rules: &'a Rules,
    year: Year,
    services: Vec<Priced>,
}

/// A service with its cost, cut into lines.
#[derive(Debug)]
struct Priced {
    service: ServiceId,
    borne: BTreeMap<PartnerId, Money>,
    kinds: BTreeMap<Option<KindId>, Money>,
    takes_part: Vec<PartnerId>,
    lines: Vec<Unallocated>,
}

/// A line before it is divided.
#[derive(Debug)]
struct Unallocated {
    span: Span,
    one_off: bool,
    participants: Vec<PartnerId>,
    proof: Proof,
    total: Money,
}

/// Who bears what in a year.
#[derive(Debug, Clone)]
pub struct Allocation {
    /// The statement's year.
    pub year: Year,
    /// The services that live in the year, in order.
    pub services: Vec<ServiceCost>,
}

/// A service's year.
#[derive(Debug, Clone)]
pub struct ServiceCost {
    /// The service.
    pub service: ServiceId,
    /// Who runs it (`Betreiber`).
    pub operator: PartnerId,
    /// Its postings' sum.
    pub direct: Money,
    /// Its cost by kind, `None` for postings of no kind.
    pub kinds: BTreeMap<Option<KindId>, Money>,
    /// Who paid its postings (`verauslagt durch`).
    pub borne: BTreeMap<PartnerId, Money>,
    /// Its lines: per segment the running cost, then the one-off cost where it has a key of its own.
    pub lines: Vec<Line>,
    /// What each partner that takes part in the year is allocated (`Anteil`), in partner order.
    pub allocated: BTreeMap<PartnerId, Money>,
    /// What the operator bears because the shares were rounded each for itself: minus their excess.
    pub rounding: Money,
}

/// A cost under one key in one segment, divided.
#[derive(Debug, Clone)]
pub struct Line {
    /// The segment's days.
    pub span: Span,
    /// One-off cost under a key of its own?
    pub one_off: bool,
    /// Who takes part, in partner order.
    pub participants: Vec<PartnerId>,
    /// Where the shares come from.
    pub proof: Proof,
    /// What is divided.
    pub total: Money,
    /// Per participant.
    pub parts: Vec<Part>,
    /// By which rule the residual cents were given.
    pub residual: Residual,
}

impl Allocation {
    /// All services' cost.
    #[must_use]
    pub fn total(&self) -> Money {
        self.services.iter().map(ServiceCost::total).sum()
    }
}

impl Line {
    /// What its parts sum to.
    #[must_use]
    pub fn allocated(&self) -> Money {
        self.parts.iter().map(|part| part.amount).sum()
    }

    /// The part of a partner; none where it takes no part.
    #[must_use]
    pub fn part_of(&self, partner: PartnerId) -> Option<Money> {
        let index = self.participants.iter().position(|participant| *participant == partner)?;
        self.parts.get(index).map(|part| part.amount)
    }

    /// What the parts exceed the total by; zero but where each is rounded for itself.
    #[must_use]
    pub fn excess(&self) -> Money {
        self.allocated() - self.total
    }
}

impl ServiceCost {
    /// All its cost.
    #[must_use]
    pub fn total(&self) -> Money {
        self.direct
    }

    /// What a partner is allocated; nothing where it takes no part.
    #[must_use]
    pub fn allocated_to(&self, partner: PartnerId) -> Money {
        self.allocated.get(&partner).copied().unwrap_or_default()
    }

    /// What a partner paid for the service.
    #[must_use]
    pub fn borne_by(&self, partner: PartnerId) -> Money {
        self.borne.get(&partner).copied().unwrap_or_default()
    }

    /// What a partner bears of the rounding: all of it as operator, else nothing.
    #[must_use]
    pub fn rounding_of(&self, partner: PartnerId) -> Money {
        if partner == self.operator { self.rounding } else { Money::ZERO }
    }

    /// What a partner owes for the service: allocated and rounding, less what it bore. Negative: it bore too much.
    #[must_use]
    pub fn owed_by(&self, partner: PartnerId) -> Money {
        self.allocated_to(partner) + self.rounding_of(partner) - self.borne_by(partner)
    }

    /// What all partners are allocated.
    #[must_use]
    pub fn all_allocated(&self) -> Money {
        self.allocated.values().copied().sum()
    }
}

/// Cuts the year's cost into lines and proves the shares of each.
///
/// # Errors
/// Every segment without a key, without participants or without shares.
pub fn check<'a>(rules: &'a Rules, books: &Books, year: Year) -> Result<Checked<'a>, Vec<Finding>> {
    let priced =
        rules.living(year).map(|(service, _)| (Cutter { rules, books, year, service }).priced()).collect();
    all_or_every_fault(priced).map(|services| Checked { rules, year, services })
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

/// Divides every line.
///
/// ```
/// use umlage::agreement::{PartnerId, ServiceId};
/// use umlage::allocate::{allocate, check};
/// use umlage::cost::{Books, CostKey, Timing};
/// use umlage::money::Money;
/// # use umlage::{finding::Findings, folder::Folder, period::Year, rules::Rules};
/// # let mut folder = Folder::open("data/init/en".as_ref())?;
/// # let rules = Rules::read(&mut folder, &mut Findings::all())?.expect("the template has no errors");
/// # let year = Year::new(2024).expect("a year that a ledger can have");
///
/// // The city paid one euro for the casework, which is shared by cases, 4120 to 2890.
/// let (city, casework) = (PartnerId(0), ServiceId(0));
/// let key = CostKey { service: casework, one_off: false, timing: Timing::Even, payer: city, kind: None };
/// let mut books = Books::default();
/// books.shared.entry(key).or_default().add(Money::cents(100));
///
/// let allocation = allocate(check(&rules, &books, year).expect("every segment has its shares"));
/// let [city, district] = &allocation.services[0].lines[0].parts[..] else { panic!("two partners") };
/// assert_eq!((city.amount, city.residual), (Money::cents(59), Money::CENT));
/// assert_eq!((district.amount, district.residual), (Money::cents(41), Money::ZERO));
/// # Ok::<(), umlage::error::Error>(())
/// ```
#[must_use]
pub fn allocate(checked: Checked<'_>) -> Allocation {
    let Checked { rules, year, services } = checked;
    Allocation { year, services: services.into_iter().map(|service| divided(rules, service)).collect() }
}

fn divided(rules: &Rules, service: Priced) -> ServiceCost {
    let lines: Vec<Line> = service.lines.into_iter().map(|line| divide(rules, line)).collect();
    let mut allocated: BTreeMap<PartnerId, Money> =
        service.takes_part.iter().map(|partner| (*partner, Money::ZERO)).collect();
    for line in &lines {
        for (partner, part) in line.participants.iter().zip(&line.parts) {
            *allocated.entry(*partner).or_default() += part.amount;
        }
    }
    ServiceCost {
        service: service.service,
        operator: rules.agreement.service(service.service).operator,
        direct: service.borne.values().copied().sum(),
        kinds: service.kinds,
        borne: service.borne,
        rounding: -lines.iter().map(Line::excess).sum::<Money>(),
        lines,
        allocated,
    }
}

/// Divides one line by the agreement's rule for residual cents (design 4.8).
fn divide(rules: &Rules, line: Unallocated) -> Line {
    let rounding = rules.agreement.rounding;
    let taker = |partner: PartnerId| line.participants.iter().position(|participant| *participant == partner);
    let (shares, unit) = (&line.proof.shares, rounding.unit);
    let (residual, parts) = match rounding.residual {
        Residual::None => (Residual::None, each_half_up(line.total, shares, unit)),
        Residual::To(partner) if let Some(index) = taker(partner) => {
            (Residual::To(partner), rest_to(index, line.total, shares, unit))
        }
        Residual::To(_) | Residual::LargestRemainder => {
            (Residual::LargestRemainder, largest_remainder(line.total, shares, unit))
        }
    };
    Line {
        span: line.span,
        one_off: line.one_off,
        participants: line.participants,
        proof: line.proof,
        total: line.total,
        parts,
        residual,
    }
}
