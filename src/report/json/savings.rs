//! The savings in JSON.
//!
//! In: the savings. Out: the assessed services and who takes part in them, with sums; then what is not assessed.

use serde::Serialize;

use super::Cents;
use crate::agreement::{Agreement, PartnerId};
use crate::period::Span;
use crate::savings::{Saved, Savings};

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

impl<'a> SavingsShape<'a> {
    pub(in crate::report) fn of(agreement: &'a Agreement, savings: &Savings) -> Self {
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
