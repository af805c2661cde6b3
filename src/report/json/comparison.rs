//! A comparison in JSON.
//!
//! In: the comparison. Out: for each alternative what it changes, and per partner what it costs now and then.

use serde::Serialize;

use super::{Cents, pretty};
use crate::agreement::Agreement;
use crate::compare::{Alternative, Change, Outcome};
use crate::fraction::whole;
use crate::report::Comparison;
use crate::report::comparison::part;
use crate::words::format::plain_decimal;

#[derive(Serialize)]
struct ComparisonShape<'a> {
    schema: &'static str,
    agreement: &'a str,
    year: i16,
    alternatives: Vec<AlternativeShape<'a>>,
}

#[derive(Serialize)]
struct AlternativeShape<'a> {
    changes: Vec<ChangeShape<'a>>,
    partners: Vec<PartnerShape<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ChangeShape<'a> {
    Key { service: &'a str, key: &'a str },
    Secondary { secondary: &'static str, order: Vec<&'a str> },
}

#[derive(Serialize)]
struct PartnerShape<'a> {
    id: &'a str,
    now: Cents,
    then: Cents,
    difference: Cents,
    percent: Option<String>,
}

/// The comparison as JSON, schema `umlage/comparison/1`: amounts as strings.
#[must_use]
pub fn comparison_json(comparison: &Comparison<'_>) -> String {
    let agreement = comparison.agreement;
    let partner = |index: usize, then: &Outcome| {
        let (now, then) = (comparison.now.partners[index], then.partners[index]);
        PartnerShape {
            id: &agreement.partners[index].id,
            now: Cents(now),
            then: Cents(then),
            difference: Cents(then - now),
            percent: part(then - now, now).map(|part| plain_decimal(&(part * whole(100)), 2)),
        }
    };
    let alternative = |alternative: &Alternative| AlternativeShape {
        changes: alternative.changes.iter().map(|change| shape(agreement, change)).collect(),
        partners: (0..agreement.partners.len()).map(|index| partner(index, &alternative.outcome)).collect(),
    };
    pretty(&ComparisonShape {
        schema: "umlage/comparison/1",
        agreement: &agreement.name,
        year: comparison.year.number(),
        alternatives: comparison.alternatives.iter().map(alternative).collect(),
    })
}

fn shape<'a>(agreement: &'a Agreement, change: &Change) -> ChangeShape<'a> {
    match change {
        Change::Key(service, key) => {
            ChangeShape::Key { service: &agreement.service(*service).id, key: &agreement.key(*key).id }
        }
        Change::Secondary(method, order) => ChangeShape::Secondary {
            secondary: method.name(),
            order: order.iter().map(|service| agreement.service(*service).id.as_str()).collect(),
        },
    }
}
