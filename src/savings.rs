//! Avoided duplicate spending (`vermiedene Doppelausgaben`), against the baseline (design 4.11).
//!
//! In: the rules with their stand-alone costs, and the allocation. Out: per service and participant what it would
//! have cost alone, what it cost together and what was avoided; what could not be assessed, and why; the net.

use std::collections::BTreeMap;

use crate::agreement::{PartnerId, Reading, SavingsTerms, ServiceId};
use crate::allocate::{Allocation, ServiceCost};
use crate::apportion::{in_proportion, rounded};
use crate::depreciation::StraightLine;
use crate::fraction::{Fraction, exact, quantity, ratio};
use crate::money::Money;
use crate::period::{Span, Year};
use crate::rules::Rules;
use crate::tables::{Grade, Standalone, StandaloneKind};

/// A year's savings.
#[derive(Debug, Clone)]
pub struct Savings {
    /// The services whose stand-alone cost is known for all who take part, in order.
    pub assessed: Vec<Assessed>,
    /// The others.
    pub unassessed: Vec<Unassessed>,
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
    /// What it cost in the cooperation.
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
    /// What it cost in the cooperation.
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

/// Compares the year with the partners going alone. None where the agreement has no `[savings]`.
#[must_use]
pub fn savings(rules: &Rules, allocation: &Allocation) -> Option<Savings> {
    let terms = rules.agreement.savings.as_ref()?;
    let mut savings = Savings {
        assessed: Vec::new(),
        unassessed: Vec::new(),
        baseline: baseline(rules, terms),
        threshold: terms.threshold.map(|percent| quantity(percent) * ratio(1, 100)),
    };
    for cost in &allocation.services {
        let case = Case { rules, year: allocation.year, cost };
        let missing: Vec<_> = cost.allocated.keys().filter_map(|partner| case.missing(*partner)).collect();
        if missing.is_empty() {
            let partners = cost.allocated.keys().map(|partner| (*partner, case.saved(*partner))).collect();
            savings.assessed.push(Assessed { service: cost.service, partners });
        } else {
            savings.unassessed.push(Unassessed {
                service: cost.service,
                cost: cost.all_allocated(),
                missing,
            });
        }
    }
    Some(savings)
}

fn baseline(rules: &Rules, terms: &SavingsTerms) -> Money {
    match terms.reading {
        Reading::Together => terms.baseline,
        Reading::Each => rules.agreement.partners.iter().map(|_| terms.baseline).sum(),
    }
}

/// One service in one year.
struct Case<'a> {
    rules: &'a Rules,
    year: Year,
    cost: &'a ServiceCost,
}

impl<'a> Case<'a> {
    fn rows(&self, partner: PartnerId) -> impl Iterator<Item = &'a Standalone> {
        let service = self.cost.service;
        let rows = self.rules.tables.standalone.iter();
        rows.filter(move |row| row.service == service && row.partner == partner)
    }

    fn participation(&self, partner: PartnerId) -> Option<Span> {
        self.rules.agreement.service(self.cost.service).participation(partner, self.year)
    }

    /// The partner and the days of its part in the year that no running row covers, if there are any.
    fn missing(&self, partner: PartnerId) -> Option<(PartnerId, Vec<Span>)> {
        let running = self.rows(partner).filter(|row| row.kind == StandaloneKind::Running);
        let spans: Vec<Span> = running.filter_map(Standalone::span).collect();
        let gaps = self.participation(partner)?.gaps(&spans);
        (!gaps.is_empty()).then_some((partner, gaps))
    }

    fn saved(&self, partner: PartnerId) -> Saved {
        let running = self.of_the_year(partner, StandaloneKind::Running);
        let remaining = self.of_the_year(partner, StandaloneKind::Remaining);
        let mut grades = by_grade(&running);
        for row in self.rows(partner) {
            if let StandaloneKind::OneOff { life_months: Some(life_months) } = row.kind {
                let line = StraightLine { amount: row.amount, life_months, begins: row.from };
                *grades.entry(row.grade).or_default() += line.in_year(self.year);
            }
        }
        Saved {
            standalone: grades.values().copied().sum(),
            joint: self.cost.allocated_to(partner),
            remaining: by_grade(&remaining).values().copied().sum(),
            grades,
        }
    }

    /// What the rows of a kind bring to the year, exactly, by grade: for the days on which row and part live.
    fn of_the_year(&self, partner: PartnerId, kind: StandaloneKind) -> Vec<(Grade, Fraction)> {
        let proration = self.rules.agreement.proration;
        let year = self.year.span().length(proration);
        let part = |row: &Standalone| {
            let lives = row.span()?.overlap(self.participation(partner)?)?;
            Some((row.grade, exact(row.amount) * lives.length(proration).of(year)))
        };
        self.rows(partner).filter(|row| row.kind == kind).filter_map(part).collect()
    }
}

/// Rounded half-up once, then divided over the grades by largest remainder, so that they sum to it.
fn by_grade(rows: &[(Grade, Fraction)]) -> BTreeMap<Grade, Money> {
    let mut exact_by_grade: BTreeMap<Grade, Fraction> = BTreeMap::new();
    for (grade, amount) in rows {
        *exact_by_grade.entry(*grade).or_insert_with(|| ratio(0, 1)) += amount;
    }
    let weights: Vec<Fraction> = exact_by_grade.values().cloned().collect();
    let total = rounded(&weights.iter().sum(), Money::CENT);
    exact_by_grade.into_keys().zip(in_proportion(total, &weights)).collect()
}
