//! Who bore what internal services charge (design 4.6).
//!
//! In: the internal services' cost by payer, the charges to the cent and, exactly, what of each charge each payer's cost
//! has become. Out: every charge split over the payers. Both margins hold: the parts of a charge sum to it, and the
//! parts of a payer to what it paid.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::Zero;

use crate::agreement::PartnerId;
use crate::apportion::{Part, exact_parts};
use crate::cost::primary::ServiceYear;
use crate::fraction::{Fraction, exact};
use crate::money::Money;

/// Everybody who bore cost of an internal service, in partner order.
pub(super) fn all(internal: &[&ServiceYear]) -> Vec<PartnerId> {
    let payers = internal.iter().flat_map(|service| service.costs.iter().map(|cost| cost.payer));
    payers.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Each service's primary cost per payer, in exact cents.
pub(super) fn primary(internal: &[&ServiceYear], payers: &[PartnerId]) -> Vec<Vec<Fraction>> {
    internal.iter().map(|service| exact_by_payer(&service.sums(|cost| cost.payer), payers)).collect()
}

/// Exact cents of an amount per payer.
fn exact_by_payer(amounts: &BTreeMap<PartnerId, Money>, payers: &[PartnerId]) -> Vec<Fraction> {
    payers.iter().map(|payer| amounts.get(payer).map_or_else(Zero::zero, |amount| exact(*amount))).collect()
}

/// The last receiver with a charge or, where payers' amounts cancel out, the last that any of them reaches.
pub(super) fn last(charges: &[Part], borne: &[Vec<Fraction>]) -> Option<usize> {
    let with_amount = charges.iter().rposition(|charge| !charge.amount.is_zero());
    with_amount.or_else(|| borne.iter().rposition(|borne| borne.iter().any(|part| !part.is_zero())))
}

/// Splits each charge over the payers, by largest remainder of what their cost has become; the last takes what each
/// payer has left.
pub(super) fn split(
    internal: &[&ServiceYear],
    payers: &[PartnerId],
    charges: &[Part],
    borne: &[Vec<Fraction>],
    last: Option<usize>,
) -> Vec<BTreeMap<PartnerId, Part>> {
    let mut left: BTreeMap<PartnerId, Money> = BTreeMap::new();
    for cost in internal.iter().flat_map(|service| &service.costs) {
        *left.entry(cost.payer).or_default() += cost.amount;
    }
    let mut split = Vec::new();
    for (index, (charge, borne)) in charges.iter().zip(borne).enumerate() {
        let parts = if Some(index) == last {
            let rest = |payer| left.get(payer).copied().unwrap_or_default();
            payers
                .iter()
                .map(rest)
                .zip(borne)
                .map(|(amount, exact)| Part::of(amount, exact.clone()))
                .collect()
        } else if charge.amount.is_zero() {
            Vec::new()
        } else {
            exact_parts(charge.amount, borne.clone())
        };
        let parts: BTreeMap<PartnerId, Part> = payers.iter().copied().zip(parts).collect();
        for (payer, part) in &parts {
            *left.entry(*payer).or_default() -= part.amount;
        }
        split.push(parts.into_iter().filter(|(_, part)| !part.amount.is_zero()).collect());
    }
    split
}
