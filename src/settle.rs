//! Settlement: balances become payments (design 4.10).
//!
//! In: the allocation, its claims and the advances. Out: per partner a [`Balance`], per pair what each owes the
//! other gross, and the payments that bring every balance to zero.

use std::collections::BTreeMap;

use crate::agreement::{PartnerId, Transfers};
use crate::allocate::{Allocation, ServiceCost};
use crate::claims::Claim;
use crate::money::Money;
use crate::rules::Rules;
use crate::tables::Advance;

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
    /// Its parts of all services.
    pub allocated: Money,
    /// What it bears as operator because shares were rounded each for itself.
    pub rounding: Money,
    /// What it paid for shared cost.
    pub borne: Money,
    /// Advances it paid.
    pub advances_paid: Money,
    /// Advances it received.
    pub advances_received: Money,
}

impl Balance {
    /// allocated + rounding − borne − advances paid + advances received.
    #[must_use]
    pub fn balance(&self) -> Money {
        self.allocated + self.rounding - self.borne - self.advances_paid + self.advances_received
    }
}

/// What flows between two partners, gross both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The earlier in partner order.
    pub first: PartnerId,
    /// The later.
    pub second: PartnerId,
    /// Claims against the first.
    pub first_owes: Money,
    /// Claims against the second.
    pub second_owes: Money,
    /// Advances that the first paid to the second.
    pub first_advanced: Money,
    /// Advances that the second paid to the first.
    pub second_advanced: Money,
}

/// What flows from one partner to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    /// Who owes.
    pub from: PartnerId,
    /// Whom.
    pub to: PartnerId,
    /// Claims, gross.
    pub owes: Money,
    /// Advances already paid on them.
    pub advanced: Money,
}

impl Flow {
    /// What is still open; negative: more was advanced than is owed.
    #[must_use]
    pub fn open(&self) -> Money {
        self.owes - self.advanced
    }
}

impl Pair {
    /// The pair's two directions.
    #[must_use]
    pub fn flows(&self) -> [Flow; 2] {
        let (first, second) = (self.first, self.second);
        [
            Flow { from: first, to: second, owes: self.first_owes, advanced: self.first_advanced },
            Flow { from: second, to: first, owes: self.second_owes, advanced: self.second_advanced },
        ]
    }

    /// What the first still pays the second; negative: the other way.
    #[must_use]
    pub fn net(&self) -> Money {
        self.first_owes - self.first_advanced - self.second_owes + self.second_advanced
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
    let advances: Vec<&Advance> = rules.tables.advances_of(allocation.year).collect();
    let balances: Vec<Balance> =
        rules.agreement.partner_ids().map(|partner| balance(allocation, &advances, partner)).collect();
    let pairs = pairs(claims, &advances);
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

fn balance(allocation: &Allocation, advances: &[&Advance], partner: PartnerId) -> Balance {
    let of_services = |part: fn(&ServiceCost, PartnerId) -> Money| -> Money {
        allocation.services.iter().map(|cost| part(cost, partner)).sum()
    };
    Balance {
        partner,
        allocated: of_services(ServiceCost::allocated_to),
        rounding: of_services(ServiceCost::rounding_of),
        borne: of_services(ServiceCost::borne_by),
        advances_paid: advances.iter().filter(|row| row.from == partner).map(|row| row.amount).sum(),
        advances_received: advances.iter().filter(|row| row.to == partner).map(|row| row.amount).sum(),
    }
}

fn pairs(claims: &[Claim], advances: &[&Advance]) -> Vec<Pair> {
    let mut pairs: BTreeMap<(PartnerId, PartnerId), Pair> = BTreeMap::new();
    let mut pair = |from: PartnerId, to: PartnerId, owes: Money, advanced: Money| {
        let (first, second) = (from.min(to), from.max(to));
        let pair = pairs.entry((first, second)).or_insert(Pair {
            first,
            second,
            first_owes: Money::ZERO,
            second_owes: Money::ZERO,
            first_advanced: Money::ZERO,
            second_advanced: Money::ZERO,
        });
        if from == first {
            pair.first_owes += owes;
            pair.first_advanced += advanced;
        } else {
            pair.second_owes += owes;
            pair.second_advanced += advanced;
        }
    };
    for claim in claims {
        pair(claim.from, claim.to, claim.net, Money::ZERO);
    }
    for advance in advances {
        pair(advance.from, advance.to, Money::ZERO, advance.amount);
    }
    pairs.into_values().collect()
}

/// One payment per pair.
fn by_pairs(pairs: &[Pair]) -> Vec<Transfer> {
    let payment = |pair: &Pair| {
        let net = pair.net();
        let (from, to) =
            if net.is_positive() { (pair.first, pair.second) } else { (pair.second, pair.first) };
        (!net.is_zero()).then_some(Transfer { from, to, amount: net.abs() })
    };
    let mut transfers: Vec<Transfer> = pairs.iter().filter_map(payment).collect();
    transfers.sort_unstable_by_key(|transfer| (transfer.from, transfer.to));
    transfers
}
