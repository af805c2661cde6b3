//! One year, service by service: what going alone would have cost, and what was avoided.
//!
//! In: the rules with their stand-alone costs, the allocation and its claims. Out: [`Savings`]. A service is assessed only
//! where running rows cover every day of every participant's part in the year (design 4.11).

use std::collections::BTreeMap;
use std::iter::repeat;

use super::{Assessed, Counted, Saved, Savings, Unassessed};
use crate::agreement::{PartnerId, Reading, SavingsTerms};
use crate::allocate::{Allocation, ServiceCost};
use crate::apportion::{in_proportion, rounded};
use crate::claims::{Claim, vat_owed};
use crate::fraction::{Fraction, percent, ratio};
use crate::money::Money;
use crate::period::{Span, Year};
use crate::rules::Rules;
use crate::tables::{Grade, Standalone, StandaloneKind};

/// Compares the year with the partners going alone. None where the agreement has no `[savings]`.
#[must_use]
pub fn savings(rules: &Rules, allocation: &Allocation, claims: &[Claim]) -> Option<Savings> {
    let terms = rules.agreement.savings.as_ref()?;
    let mut savings = Savings {
        assessed: Vec::new(),
        unassessed: Vec::new(),
        rows: Vec::new(),
        baseline: baseline(rules, terms),
        threshold: terms.threshold.map(percent),
    };
    for cost in &allocation.services {
        let case = Case { rules, year: allocation.year, cost, claims };
        let missing: Vec<_> = cost.allocated.keys().filter_map(|partner| case.missing(*partner)).collect();
        if missing.is_empty() {
            let mut partners = BTreeMap::new();
            for partner in cost.allocated.keys() {
                let rows = case.counted(*partner);
                partners.insert(*partner, case.saved(*partner, &rows));
                savings.rows.extend(rows);
            }
            savings.assessed.push(Assessed { service: cost.service, partners });
        } else {
            savings.unassessed.push(Unassessed {
                service: cost.service,
                cost: cost.allocated.keys().map(|partner| case.joint(*partner)).sum(),
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
    claims: &'a [Claim],
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

    /// What the service costs the partner in the cooperation: its part, and the VAT that it owes.
    fn joint(&self, partner: PartnerId) -> Money {
        self.cost.allocated_to(partner) + vat_owed(self.claims, self.cost.service, partner)
    }

    /// The partner's rows that count in the year.
    fn counted(&self, partner: PartnerId) -> Vec<Counted> {
        let (part, proration) = (self.participation(partner), self.rules.agreement.proration);
        self.rows(partner).filter_map(|row| Counted::of(row, part, self.year, proration)).collect()
    }

    fn saved(&self, partner: PartnerId, rows: &[Counted]) -> Saved {
        let of = |kind| rows.iter().filter(move |counted| counted.row.kind == kind);
        let mut grades = by_grade(of(StandaloneKind::Running));
        for row in rows {
            if let StandaloneKind::OneOff { .. } = row.row.kind {
                *grades.entry(row.row.grade).or_default() += rounded(&row.amount, Money::CENT);
            }
        }
        Saved {
            standalone: grades.values().copied().sum(),
            joint: self.joint(partner),
            remaining: by_grade(of(StandaloneKind::Remaining)).values().copied().sum(),
            grades,
        }
    }
}

/// Rounded half-up once, then divided over the grades by largest remainder, so that they sum to it.
fn by_grade<'a>(rows: impl Iterator<Item = &'a Counted>) -> BTreeMap<Grade, Money> {
    let mut exact_by_grade: BTreeMap<Grade, Fraction> = BTreeMap::new();
    for counted in rows {
        *exact_by_grade.entry(counted.row.grade).or_insert_with(|| ratio(0, 1)) += &counted.amount;
    }
    let weights: Vec<Fraction> = exact_by_grade.values().cloned().collect();
    let total = rounded(&weights.iter().sum(), Money::CENT);
    // Where all is nothing there are no parts: each grade has nothing of it.
    let parts = in_proportion(total, &weights).into_iter().chain(repeat(Money::ZERO));
    exact_by_grade.into_keys().zip(parts).collect()
}
