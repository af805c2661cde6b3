//! Cost lines become parts: who bears what (design 4.5, 4.7, 4.8).
//!
//! In: the rules and the books of a year. [`check`] puts the year's full cost together, cuts each service's year into
//! lines and proves how each is to be divided, or tells every reason why it cannot; what it returns can always be
//! allocated. [`allocate`] then only divides. Out: per line the parts, and with them the proof of every cent.

use std::collections::BTreeMap;

use crate::agreement::{PartnerId, ServiceId};
use crate::cost::{ByOrigin, Charges, Cost};
use crate::money::Money;
use crate::period::Year;
use crate::rules::Rules;

mod check;
mod divide;
mod line;

use check::Priced;
pub use check::{Checked, check};
pub use line::{Division, Line, Slice, StepBearer, StepCost, UnitPrice};

/// Who bears what in a year.
#[derive(Debug, Clone)]
pub struct Allocation {
    /// The statement's year.
    pub year: Year,
    /// The services that live in the year and are divided among partners, in order.
    pub services: Vec<ServiceCost>,
    /// What internal services charged to these, and to partners for their own use.
    pub charges: Charges,
}

/// A service's year.
#[derive(Debug, Clone)]
pub struct ServiceCost {
    /// The service.
    pub service: ServiceId,
    /// Who runs it (`Betreiber`).
    pub operator: PartnerId,
    /// Its cost by where it comes from.
    pub cost: ByOrigin,
    /// The same, cost by cost.
    pub costs: Vec<Cost>,
    /// Who bore it (`verauslagt durch`).
    pub borne: BTreeMap<PartnerId, Money>,
    /// Its lines: per segment the running cost, then the one-off cost where it has a key of its own.
    pub lines: Vec<Line>,
    /// What each partner that takes part in the year is allocated (`Anteil`), in partner order.
    pub allocated: BTreeMap<PartnerId, Money>,
    /// What the operator bears because the shares were rounded each for itself: minus their excess.
    pub rounding: Money,
}

impl Allocation {
    /// The cost of all services that are divided among partners.
    #[must_use]
    pub fn total(&self) -> Money {
        self.services.iter().map(ServiceCost::total).sum()
    }

    /// What a partner bore: of these services, and of what others used themselves.
    #[must_use]
    pub fn borne_by(&self, partner: PartnerId) -> Money {
        let of_services: Money = self.services.iter().map(|cost| cost.borne_by(partner)).sum();
        of_services + self.charges.own_borne_by(partner)
    }

    /// Derived cost: depreciation and overhead of all services, internal ones among them.
    #[must_use]
    pub fn derived(&self) -> Money {
        let of_services: Money = self.services.iter().map(|service| service.cost.derived()).sum();
        of_services + self.charges.internal.iter().map(|service| service.primary.derived()).sum()
    }
}

impl ServiceCost {
    /// What of its cost counts evenly over the year.
    #[must_use]
    pub fn even(&self) -> Money {
        self.lines.iter().map(|line| line.evenly).sum()
    }

    /// All its cost.
    #[must_use]
    pub fn total(&self) -> Money {
        self.cost.total()
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
/// let line = &allocation.services[0].lines[0];
/// assert_eq!(line.amounts(), [59, 41].map(Money::cents));
/// assert_eq!(line.residuals(), [Money::CENT, Money::ZERO]);
/// # Ok::<(), umlage::error::Error>(())
/// ```
#[must_use]
pub fn allocate(checked: Checked<'_>) -> Allocation {
    let Checked { rules, year, services, charges, .. } = checked;
    let services = services.into_iter().map(|service| divided(rules, service)).collect();
    Allocation { year, services, charges }
}

fn divided(rules: &Rules, service: Priced) -> ServiceCost {
    let rounding = rules.agreement.rounding;
    let lines: Vec<Line> = service.lines.into_iter().map(|line| divide::line(rounding, line)).collect();
    let mut allocated: BTreeMap<PartnerId, Money> =
        service.takes_part.iter().map(|partner| (*partner, Money::ZERO)).collect();
    for line in &lines {
        for (partner, amount) in line.participants.iter().zip(line.amounts()) {
            *allocated.entry(*partner).or_default() += amount;
        }
    }
    ServiceCost {
        service: service.year.service,
        operator: rules.agreement.service(service.year.service).operator,
        cost: service.year.by_origin(),
        borne: service.year.sums(|cost| cost.payer),
        costs: service.year.costs,
        rounding: -lines.iter().map(Line::excess).sum::<Money>(),
        lines,
        allocated,
    }
}
