//! Cost lines become parts: who bears what (design 4.5, 4.7, 4.8).
//!
//! In: the rules and the books of a year. [`check`] cuts each service's year into lines and proves the shares of
//! each, or tells every reason why it cannot; what it returns can always be allocated. [`allocate`] then only
//! divides. Out: per line the parts, and with them the proof of every cent.

use std::collections::BTreeMap;

use crate::agreement::{KindId, PartnerId, Residual, ServiceId};
use crate::apportion::{Part, each_half_up, largest_remainder, rest_to};
use crate::key::Proof;
use crate::money::Money;
use crate::period::{Span, Year};
use crate::rules::Rules;

mod check;

pub use check::{Checked, check};
use check::{Priced, Unallocated};

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
    let Checked { rules, year, services, .. } = checked;
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
