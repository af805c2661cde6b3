//! Settlement: balances become payments (design 4.10).
//!
//! In: the allocation, its claims, the balances carried over and the advances. Out: per partner a [`Balance`], per pair
//! what each owes the other gross, and the payments that bring every balance to zero.

use std::collections::BTreeMap;

use crate::agreement::{PartnerId, Transfers};
use crate::allocate::{Allocation, ServiceCost};
use crate::claims::{Claim, total};
use crate::money::Money;
use crate::rules::Rules;
use crate::tables::{Advance, Opening};

mod fewest;

pub use fewest::{PROVEN, Transfer, fewest};

/// A year's settlement (`Ausgleich`).
#[derive(Debug, Clone)]
pub struct Settlement {
    /// Every partner's balance, in partner order; they sum to zero.
    pub balances: Vec<Balance>,
    /// Every pair between which something flows, in partner order.
    pub pairs: Vec<Pair>,
    /// The payments, by payer and payee.
    pub transfers: Vec<Transfer>,
    /// Are they provably the fewest there can be? None where the agreement pays by pairs.
    pub fewest: Option<bool>,
}

impl Settlement {
    /// The sum over all partners of one part of their balances.
    #[must_use]
    pub fn sum(&self, part: impl Fn(&Balance) -> Money) -> Money {
        self.balances.iter().map(part).sum()
    }

    /// A part of one partner's balance.
    #[must_use]
    pub fn sum_of(&self, partner: PartnerId, part: impl Fn(&Balance) -> Money) -> Money {
        self.balances.iter().filter(|balance| balance.partner == partner).map(part).sum()
    }

    /// The sum of all payments.
    #[must_use]
    pub fn transferred(&self) -> Money {
        self.transfers.iter().map(|transfer| transfer.amount).sum()
    }
}

/// A partner's balance (`Saldo`): positive owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// The partner.
    pub partner: PartnerId,
    /// What it owes from before, less what it is owed.
    pub opening: Money,
    /// Its parts of all services.
    pub allocated: Money,
    /// What it used of internal services itself (`Eigenanteil`).
    pub own: Money,
    /// What it bears as operator because shares were rounded each for itself.
    pub rounding: Money,
    /// What it paid for shared cost, and for what others used themselves.
    pub borne: Money,
    /// VAT on what it owes, less VAT on what it is owed.
    pub vat: Money,
    /// Advances it paid.
    pub advances_paid: Money,
    /// Advances it received.
    pub advances_received: Money,
}

impl Balance {
    /// opening + allocated + own + rounding − borne + vat − advances paid + advances received.
    #[must_use]
    pub fn balance(&self) -> Money {
        let cost = self.allocated + self.own + self.rounding - self.borne + self.vat;
        self.opening + cost - self.advances_paid + self.advances_received
    }
}

/// What flows between two partners, gross both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// From the earlier in partner order to the later, and back.
    pub flows: [Flow; 2],
}

/// What flows from one partner to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// Who owes.
    pub from: PartnerId,
    /// Whom.
    pub to: PartnerId,
    /// Claims, before VAT.
    pub claims: Money,
    /// VAT on them.
    pub vat: Money,
    /// What is owed from before.
    pub opening: Money,
    /// Advances already paid on all that.
    pub advanced: Money,
}

impl Flow {
    fn nothing(from: PartnerId, to: PartnerId) -> Self {
        let (claims, vat, opening, advanced) = (Money::ZERO, Money::ZERO, Money::ZERO, Money::ZERO);
        Self { from, to, claims, vat, opening, advanced }
    }

    /// Does anything flow?
    #[must_use]
    pub fn is_any(&self) -> bool {
        [self.claims, self.vat, self.opening, self.advanced].iter().any(|amount| !amount.is_zero())
    }

    /// What is still open; negative: more was advanced than is owed.
    #[must_use]
    pub fn open(&self) -> Money {
        self.claims + self.vat + self.opening - self.advanced
    }
}

impl Pair {
    /// What the first still pays the second; negative: the other way.
    #[must_use]
    pub fn net(&self) -> Money {
        let [there, back] = &self.flows;
        there.open() - back.open()
    }
}

/// Settles a year.
///
/// ```
/// # use umlage::agreement::{PartnerId, ServiceId};
/// # use umlage::cost::{Books, CostKey, Timing};
/// # use umlage::{finding::Findings, folder::Folder, period::Year, rules::Rules};
/// use umlage::allocate::{allocate, check};
/// use umlage::claims::claims;
/// use umlage::money::Money;
/// use umlage::settle::settle;
/// # let mut folder = Folder::open("data/init/en".as_ref())?;
/// # let rules = Rules::read(&mut folder, &mut Findings::all())?.expect("the template has no errors");
/// # let year = Year::new(2024).expect("a year that a ledger can have");
/// # let (city, casework) = (PartnerId(0), ServiceId(0));
/// # let key = CostKey { service: casework, one_off: false, timing: Timing::Even, payer: city, kind: None };
/// # let mut books = Books::default();
/// # books.shared.entry(key).or_default().add(Money::cents(100));
///
/// // The city paid one euro, of which the district's part is 0.41; the district had advanced 10,000.00.
/// let allocation = allocate(check(&rules, &books, year).expect("every segment has its shares"));
/// let claims = claims(&rules, &allocation);
/// assert_eq!(claims[0].net, Money::cents(41));
/// let settlement = settle(&rules, &allocation, &claims);
/// let [city, district] = &settlement.balances[..] else { panic!("two partners") };
/// assert_eq!(district.balance(), Money::cents(41 - 1_000_000));
/// assert_eq!(city.balance(), -district.balance());
/// assert_eq!(settlement.transfers[0].from, city.partner);
/// # Ok::<(), umlage::error::Error>(())
/// ```
#[must_use]
pub fn settle(rules: &Rules, allocation: &Allocation, claims: &[Claim]) -> Settlement {
    let year = allocation.year;
    let between = Between {
        allocation,
        claims,
        advances: rules.tables.advances_of(year).collect(),
        openings: rules.tables.openings_of(year).collect(),
    };
    let balances: Vec<Balance> =
        rules.agreement.partner_ids().map(|partner| between.balance(partner)).collect();
    let pairs = between.pairs();
    let (transfers, fewest) = match rules.agreement.transfers {
        Transfers::Pairs => (by_pairs(&pairs), None),
        Transfers::Fewest => {
            let owed: Vec<Money> = balances.iter().map(Balance::balance).collect();
            let (transfers, proven) = fewest(&owed);
            (transfers, Some(proven))
        }
    };
    Settlement { balances, pairs, transfers, fewest }
}

/// All that lies between partners in a year.
struct Between<'a> {
    allocation: &'a Allocation,
    claims: &'a [Claim],
    advances: Vec<&'a Advance>,
    openings: Vec<&'a Opening>,
}

impl Between<'_> {
    fn balance(&self, partner: PartnerId) -> Balance {
        let of_services = |part: fn(&ServiceCost, PartnerId) -> Money| -> Money {
            self.allocation.services.iter().map(|cost| part(cost, partner)).sum()
        };
        let vat = |claim: &Claim| {
            if claim.from == partner {
                claim.vat()
            } else if claim.to == partner {
                -claim.vat()
            } else {
                Money::ZERO
            }
        };
        let owed = |from: bool| -> Money {
            let rows = self.openings.iter().filter(|row| partner == if from { row.from } else { row.to });
            rows.map(|row| row.amount).sum()
        };
        let advanced = |from: bool| -> Money {
            let rows = self.advances.iter().filter(|row| partner == if from { row.from } else { row.to });
            rows.map(|row| row.amount).sum()
        };
        Balance {
            partner,
            opening: owed(true) - owed(false),
            allocated: of_services(ServiceCost::allocated_to),
            own: self.allocation.charges.own_of(partner),
            rounding: of_services(ServiceCost::rounding_of),
            borne: self.allocation.borne_by(partner),
            vat: total(self.claims, vat),
            advances_paid: advanced(true),
            advances_received: advanced(false),
        }
    }

    fn pairs(&self) -> Vec<Pair> {
        let mut pairs: BTreeMap<(PartnerId, PartnerId), Pair> = BTreeMap::new();
        let mut flow = |from: PartnerId, to: PartnerId, add: &dyn Fn(&mut Flow)| {
            let (first, second) = (from.min(to), from.max(to));
            let flows = [Flow::nothing(first, second), Flow::nothing(second, first)];
            let pair = pairs.entry((first, second)).or_insert(Pair { flows });
            pair.flows.iter_mut().filter(|flow| flow.from == from).for_each(add);
        };
        for claim in self.claims {
            flow(claim.from, claim.to, &|flow| {
                flow.claims += claim.net;
                flow.vat += claim.vat();
            });
        }
        for row in &self.openings {
            flow(row.from, row.to, &|flow| flow.opening += row.amount);
        }
        for row in &self.advances {
            flow(row.from, row.to, &|flow| flow.advanced += row.amount);
        }
        pairs.into_values().collect()
    }
}

/// One payment per pair.
fn by_pairs(pairs: &[Pair]) -> Vec<Transfer> {
    let payment = |pair: &Pair| {
        let net = pair.net();
        let [there, back] = &pair.flows;
        let flow = if net.is_positive() { there } else { back };
        let (from, to) = (flow.from, flow.to);
        (!net.is_zero()).then_some(Transfer { from, to, amount: net.abs() })
    };
    let mut transfers: Vec<Transfer> = pairs.iter().filter_map(payment).collect();
    transfers.sort_unstable_by_key(|transfer| (transfer.from, transfer.to));
    transfers
}
