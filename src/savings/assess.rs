//! One year, service by service: what going alone would have cost, and what was avoided.
//!
//! In: the rules with their stand-alone costs, the allocation and its claims. Out: [`Savings`]. A service is assessed only
//! where running rows cover every day of every participant's part in the year (design 4.11).

use std::collections::BTreeMap;

use super::{Assessed, Indexed, Saved, Savings, Unassessed};
use crate::agreement::{PartnerId, Reading, SavingsTerms};
use crate::allocate::{Allocation, ServiceCost};
use crate::apportion::{in_proportion, rounded};
use crate::claims::{Claim, vat_owed};
use crate::depreciation::StraightLine;
use crate::fraction::{Fraction, exact, quantity, ratio};
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
        indexed: Vec::new(),
        baseline: baseline(rules, terms),
        threshold: terms.threshold.map(|percent| quantity(percent) * ratio(1, 100)),
    };
    for cost in &allocation.services {
        let case = Case { rules, year: allocation.year, cost, claims };
        let missing: Vec<_> = cost.allocated.keys().filter_map(|partner| case.missing(*partner)).collect();
        if missing.is_empty() {
            let partners = cost.allocated.keys().map(|partner| (*partner, case.saved(*partner))).collect();
            savings.assessed.push(Assessed { service: cost.service, partners });
            savings.indexed.extend(cost.allocated.keys().flat_map(|partner| case.indexed(*partner)));
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

    /// The rows that count in the year and follow the price index.
    fn indexed(&self, partner: PartnerId) -> Vec<Indexed> {
        let lives = |row: &&Standalone| self.lives(row, partner).is_some();
        self.rows(partner).filter(lives).filter_map(|row| Indexed::of(row, self.year)).collect()
    }

    /// The days of the year on which both the row and the partner's part live.
    fn lives(&self, row: &Standalone, partner: PartnerId) -> Option<Span> {
        row.span()?.overlap(self.participation(partner)?)
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
            joint: self.joint(partner),
            remaining: by_grade(&remaining).values().copied().sum(),
            grades,
        }
    }

    /// What the rows of a kind bring to the year, exactly, by grade: for the days on which row and part live.
    fn of_the_year(&self, partner: PartnerId, kind: StandaloneKind) -> Vec<(Grade, Fraction)> {
        let proration = self.rules.agreement.proration;
        let year = self.year.span().length(proration);
        let part = |row: &Standalone| {
            let lives = self.lives(row, partner)?;
            let amount = Indexed::of(row, self.year).map_or_else(|| exact(row.amount), |row| row.amount);
            Some((row.grade, amount * lives.length(proration).of(year)))
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
