//! What another key, or another method for internal services, would change (`Vergleichsrechnung`).
//!
//! In: the rules and changes to them. Out: rules that differ in these only, and per partner and service what it would
//! cost. Nothing is written: the agreement in the folder stays what it is.

use std::collections::BTreeMap;

use crate::agreement::among::Among;
use crate::agreement::{DatedKey, KeyId, PartnerId, Secondary, ServiceId};
use crate::allocate::Allocation;
use crate::claims::{Claim, total};
use crate::finding::{Fault, UseFault};
use crate::money::Money;
use crate::rules::Rules;

/// A change to an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The service is divided by this key, at all times; one-off cost with a key of its own stays with that.
    Key(ServiceId, KeyId),
    /// Internal services are charged on by this method, and in this order where that is named.
    Secondary(Secondary, Vec<ServiceId>),
}

impl Change {
    /// Must the ledgers be booked anew, because the year is cut otherwise?
    #[must_use]
    pub fn rebooks(&self) -> bool {
        matches!(self, Self::Key(..))
    }

    /// Why the change cannot be, if it cannot: the key divides among others.
    #[must_use]
    pub fn fault(&self, rules: &Rules) -> Option<Fault> {
        let Self::Key(service, key) = self else { return None };
        let (service, key) = (rules.agreement.service(*service), rules.agreement.key(*key));
        let fault = || UseFault::WrongKey {
            service: service.id.clone(),
            key: key.id.clone(),
            internal: service.internal,
        };
        (!Among::of(key, &rules.agreement.keys).fits(service)).then(|| fault().into())
    }
}

/// The rules with these changes.
#[must_use]
pub fn altered(rules: &Rules, changes: &[Change]) -> Rules {
    let mut altered = rules.clone();
    for change in changes {
        match change {
            Change::Key(service, key) => {
                let service = &mut altered.agreement.services[service.0];
                service.keys = vec![DatedKey { from: service.since, key: *key, place: service.place }];
            }
            Change::Secondary(method, order) => {
                altered.agreement.secondary = *method;
                altered.agreement.step_order.clone_from(order);
            }
        }
    }
    altered
}

/// What a year costs each partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Per partner, in order: allocated, own share, rounding, and VAT owed.
    pub partners: Vec<Money>,
    /// Per service, what each participant is allocated.
    pub services: Vec<(ServiceId, BTreeMap<PartnerId, Money>)>,
    /// What each partner uses of internal services itself.
    pub own: Vec<Money>,
    /// What each partner bears of rounding, as operator.
    pub rounding: Vec<Money>,
    /// The VAT that each partner owes.
    pub vat: Vec<Money>,
}

impl Outcome {
    /// What the allocation and its claims come to.
    #[must_use]
    pub fn of(rules: &Rules, allocation: &Allocation, claims: &[Claim]) -> Self {
        let services = || allocation.services.iter();
        let own = |partner| allocation.charges.own_of(partner);
        let rounding = |partner| services().map(|cost| cost.rounding_of(partner)).sum::<Money>();
        let vat = |partner| {
            total(claims, |claim: &Claim| if claim.from == partner { claim.vat() } else { Money::ZERO })
        };
        let cost = |partner| {
            let allocated: Money = services().map(|cost| cost.allocated_to(partner)).sum();
            allocated + own(partner) + rounding(partner) + vat(partner)
        };
        Self {
            partners: rules.agreement.partner_ids().map(cost).collect(),
            services: services().map(|cost| (cost.service, cost.allocated.clone())).collect(),
            own: rules.agreement.partner_ids().map(own).collect(),
            rounding: rules.agreement.partner_ids().map(rounding).collect(),
            vat: rules.agreement.partner_ids().map(vat).collect(),
        }
    }

    /// What a participant is allocated for a service; nothing where it takes no part.
    #[must_use]
    pub fn allocated(&self, service: ServiceId, partner: PartnerId) -> Money {
        let found = self.services.iter().find(|(id, _)| *id == service);
        found.and_then(|(_, allocated)| allocated.get(&partner)).copied().unwrap_or_default()
    }
}

/// An alternative that was computed: what it changes, and what it comes to.
#[derive(Debug, Clone)]
pub struct Alternative {
    /// The changes.
    pub changes: Vec<Change>,
    /// What the year would cost.
    pub outcome: Outcome,
}
