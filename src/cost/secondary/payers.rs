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

/// Splits each charge over the payers, by largest remainder of what their cost has become; the last receiver with a
/// charge (or, where payers' amounts cancel out, the last that any of them reaches) takes what each payer has left.
pub(super) fn split(
    internal: &[&ServiceYear],
    payers: &[PartnerId],
    charges: &[Part],
    borne: &[Vec<Fraction>],
) -> Vec<BTreeMap<PartnerId, Money>> {
    let mut left: BTreeMap<PartnerId, Money> = BTreeMap::new();
    for cost in internal.iter().flat_map(|service| &service.costs) {
        *left.entry(cost.payer).or_default() += cost.amount;
    }
    let last_charge = charges.iter().rposition(|charge| !charge.amount.is_zero());
    let reached = || borne.iter().rposition(|borne| borne.iter().any(|part| !part.is_zero()));
    let last = last_charge.or_else(reached);
    let mut split = Vec::new();
    for (index, (charge, borne)) in charges.iter().zip(borne).enumerate() {
        let parts = if Some(index) == last { left.clone() } else { divided(charge, borne, payers) };
        for (payer, amount) in &parts {
            *left.entry(*payer).or_default() -= *amount;
        }
        split.push(parts.into_iter().filter(|(_, amount)| !amount.is_zero()).collect());
    }
    split
}

fn divided(charge: &Part, borne: &[Fraction], payers: &[PartnerId]) -> BTreeMap<PartnerId, Money> {
    if charge.amount.is_zero() {
        return BTreeMap::new();
    }
    let parts = exact_parts(charge.amount, borne.to_vec());
    payers.iter().copied().zip(parts.into_iter().map(|part| part.amount)).collect()
}
