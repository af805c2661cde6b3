//! The savings in JSON.
//!
//! In: the savings. Out: the assessed services and who takes part in them, with sums; then what is not assessed.

use serde::Serialize;

use super::Cents;
use crate::agreement::{Agreement, PartnerId};
use crate::fraction::whole;
use crate::period::Span;
use crate::savings::{Counted, Saved, Savings};
use crate::tables::{Grade, StandaloneKind};

#[derive(Serialize)]
pub(in crate::report) struct SavingsShape<'a> {
    services: Vec<SavedShape<'a>>,
    partners: Vec<SavedShape<'a>>,
    avoided: Cents,
    unassessed: Cents,
    net: Cents,
    baseline: Cents,
    difference: Cents,
    unassessed_services: Vec<UnassessedShape<'a>>,
    rows: Vec<RowShape<'a>>,
}

#[derive(Serialize)]
struct SavedShape<'a> {
    id: &'a str,
    standalone: Cents,
    joint: Cents,
    remaining: Cents,
    avoided: Cents,
}

#[derive(Serialize)]
struct UnassessedShape<'a> {
    id: &'a str,
    cost: Cents,
    missing: Vec<MissingShape<'a>>,
}

#[derive(Serialize)]
struct MissingShape<'a> {
    partner: &'a str,
    from: String,
    to: String,
}

/// A row of standalone.csv that counts: `from` to `to` in the year, or the day of one-off cost and its life.
#[derive(Serialize)]
struct RowShape<'a> {
    service: &'a str,
    partner: &'a str,
    kind: &'static str,
    stated: Cents,
    #[serde(skip_serializing_if = "Option::is_none")]
    life_months: Option<u32>,
    from: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price_level: Option<String>,
    /// Euro as an exact fraction: what it brings to the year.
    amount: String,
    grade: &'static str,
    source: &'a str,
}

impl<'a> SavingsShape<'a> {
    pub(in crate::report) fn of(agreement: &'a Agreement, savings: &'a Savings) -> Self {
        let service = |id| agreement.service(id).id.as_str();
        let partners = savings.by_partner();
        let assessed = savings.assessed.iter();
        Self {
            services: assessed.map(|row| SavedShape::of(service(row.service), &row.total())).collect(),
            partners: partners
                .iter()
                .map(|(id, saved)| SavedShape::of(&agreement.partner(*id).id, saved))
                .collect(),
            avoided: Cents(savings.total().avoided()),
            unassessed: Cents(savings.unassessed_cost()),
            net: Cents(savings.net()),
            baseline: Cents(savings.baseline),
            difference: Cents(savings.difference()),
            unassessed_services: savings
                .unassessed
                .iter()
                .map(|row| UnassessedShape {
                    id: service(row.service),
                    cost: Cents(row.cost),
                    missing: missing(agreement, &row.missing),
                })
                .collect(),
            rows: savings.rows.iter().map(|counted| RowShape::of(agreement, counted)).collect(),
        }
    }
}

impl<'a> RowShape<'a> {
    fn of(agreement: &'a Agreement, counted: &'a Counted) -> Self {
        let Counted { row, days, indexed, amount } = counted;
        let (kind, life_months) = match row.kind {
            StandaloneKind::Running => ("running", None),
            StandaloneKind::Remaining => ("remaining", None),
            StandaloneKind::OneOff { life_months } => ("one-off", life_months),
        };
        Self {
            service: &agreement.service(row.service).id,
            partner: &agreement.partner(row.partner).id,
            kind,
            stated: Cents(row.amount),
            life_months,
            from: days.map_or(row.from, Span::from).to_string(),
            to: days.map(|days| days.to().to_string()),
            price_level: indexed.as_ref().map(|indexed| indexed.level.to_string()),
            amount: (amount / whole(100)).to_string(),
            grade: match row.grade {
                Grade::Actual => "actual",
                Grade::Offer => "offer",
                Grade::Estimate => "estimate",
            },
            source: &row.source,
        }
    }
}

fn missing<'a>(agreement: &'a Agreement, missing: &[(PartnerId, Vec<Span>)]) -> Vec<MissingShape<'a>> {
    let gaps = missing.iter().flat_map(|(partner, days)| days.iter().map(|days| (*partner, *days)));
    gaps.map(|(partner, days)| MissingShape {
        partner: &agreement.partner(partner).id,
        from: days.from().to_string(),
        to: days.to().to_string(),
    })
    .collect()
}

impl<'a> SavedShape<'a> {
    fn of(id: &'a str, saved: &Saved) -> Self {
        Self {
            id,
            standalone: Cents(saved.standalone),
            joint: Cents(saved.joint),
            remaining: Cents(saved.remaining),
            avoided: Cents(saved.avoided()),
        }
    }
}
