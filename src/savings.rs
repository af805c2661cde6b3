//! Avoided duplicate spending (`vermiedene Doppelausgaben`), against the baseline (design 4.11).
//!
//! In: the rules with their stand-alone costs, the allocation and its claims. Out: per service and participant what it
//! would have cost alone, what it cost together and what was avoided; what could not be assessed, and why; the net.

use std::collections::BTreeMap;

use crate::agreement::{PartnerId, ServiceId};
use crate::fraction::{Fraction, exact};
use crate::money::Money;
use crate::period::Span;
use crate::tables::Grade;

mod assess;
mod index;
mod rows;
pub mod years;

pub use assess::savings;
pub use index::{Indexed, without_index};
pub use rows::Counted;

/// A year's savings.
#[derive(Debug, Clone)]
pub struct Savings {
    /// The services whose stand-alone cost is known for all who take part, in order.
    pub assessed: Vec<Assessed>,
    /// The others.
    pub unassessed: Vec<Unassessed>,
    /// The rows of standalone.csv that count in the year, of assessed services.
    pub rows: Vec<Counted>,
    /// What was saved a year before (`bisherige Einsparung`); with `each`, times the partners.
    pub baseline: Money,
    /// The part of the stand-alone cost that a funding rule asks to be saved: 3/20 where it says 15 percent.
    pub threshold: Option<Fraction>,
}

/// A service's savings.
#[derive(Debug, Clone)]
pub struct Assessed {
    /// The service.
    pub service: ServiceId,
    /// Per participant, in partner order.
    pub partners: BTreeMap<PartnerId, Saved>,
}

impl Assessed {
    /// Over all who take part.
    #[must_use]
    pub fn total(&self) -> Saved {
        Saved::sum(self.partners.values())
    }
}

/// What was saved; sums of it are of the same type.
///
/// ```
/// use umlage::money::Money;
/// use umlage::savings::Saved;
/// let (standalone, joint, remaining) = (Money::cents(100), Money::cents(70), Money::cents(40));
/// let saved = Saved { standalone, joint, remaining, ..Saved::default() };
/// assert_eq!(saved.avoided(), Money::cents(-10), "dearer together is shown as dearer");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// What it would have cost alone (`Kosten ohne Kooperation`).
    pub standalone: Money,
    /// What it cost in the cooperation: allocated, and VAT owed.
    pub joint: Money,
    /// What is still paid alone because of the cooperation.
    pub remaining: Money,
    /// How well `standalone` is known: its parts by grade.
    pub grades: BTreeMap<Grade, Money>,
}

impl Saved {
    /// standalone − joint − remaining; negative: dearer together.
    #[must_use]
    pub fn avoided(&self) -> Money {
        self.standalone - self.joint - self.remaining
    }

    fn add(&mut self, other: &Self) {
        self.standalone += other.standalone;
        self.joint += other.joint;
        self.remaining += other.remaining;
        for (grade, amount) in &other.grades {
            *self.grades.entry(*grade).or_default() += *amount;
        }
    }

    /// The sum of several.
    pub fn sum<'a>(list: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut sum = Self::default();
        for saved in list {
            sum.add(saved);
        }
        sum
    }
}

/// A service that is not assessed (`nicht bewertet`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unassessed {
    /// The service.
    pub service: ServiceId,
    /// What it cost in the cooperation: allocated, and VAT owed.
    pub cost: Money,
    /// For whom and which days no running stand-alone cost is stated.
    pub missing: Vec<(PartnerId, Vec<Span>)>,
}

impl Savings {
    /// Over all assessed services.
    #[must_use]
    pub fn total(&self) -> Saved {
        Saved::sum(self.assessed.iter().flat_map(|service| service.partners.values()))
    }

    /// Per partner that takes part in an assessed service, in partner order.
    #[must_use]
    pub fn by_partner(&self) -> BTreeMap<PartnerId, Saved> {
        let mut sums: BTreeMap<PartnerId, Saved> = BTreeMap::new();
        for (partner, saved) in self.assessed.iter().flat_map(|service| &service.partners) {
            sums.entry(*partner).or_default().add(saved);
        }
        sums
    }

    /// The cost of the services that are not assessed.
    #[must_use]
    pub fn unassessed_cost(&self) -> Money {
        self.unassessed.iter().map(|service| service.cost).sum()
    }

    /// What was avoided, less the cost of what is not assessed.
    #[must_use]
    pub fn net(&self) -> Money {
        self.total().avoided() - self.unassessed_cost()
    }

    /// Net less baseline.
    #[must_use]
    pub fn difference(&self) -> Money {
        self.net() - self.baseline
    }

    /// The difference as a part of the baseline, where there is one.
    #[must_use]
    pub fn deviation(&self) -> Option<Fraction> {
        (!self.baseline.is_zero()).then(|| exact(self.difference()) / exact(self.baseline.abs()))
    }

    /// Is the threshold reached? None where there is none, or no stand-alone cost.
    #[must_use]
    pub fn reaches_threshold(&self) -> Option<bool> {
        Some(self.rate()? >= *self.threshold.as_ref()?)
    }

    /// The net as a part of the stand-alone cost, where there is one.
    #[must_use]
    pub fn rate(&self) -> Option<Fraction> {
        let standalone = self.total().standalone;
        (!standalone.is_zero()).then(|| exact(self.net()) / exact(standalone))
    }
}
