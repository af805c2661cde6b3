//! The shipped population as rows of a driver (design: issue 3; `data/README.md`).
//!
//! In: the agreement and its tables. Out: a row per partner with an official code and day of the series, where a key goes
//! by the driver `population` and drivers.csv has no row of it; and a finding for each partner that needs one and has
//! no code, or one that the series does not know. Own rows always go before the shipped ones.

use std::collections::BTreeSet;

use crate::agreement::{Agreement, KeyId, Method, Partner, PartnerId, Receiver};
use crate::finding::{DriverFault, Finding};
use crate::fraction::Quantity;
use crate::period::Span;
use crate::series::population::{DRIVER, SOURCE, of};
use crate::tables::{Driver, Tables};

/// Adds the rows; tells what is missing for them.
pub(super) fn add(agreement: &Agreement, tables: &mut Tables) -> Vec<Finding> {
    let keys = keys(agreement);
    if keys.is_empty() || tables.drivers.iter().any(|row| row.driver == DRIVER) {
        return Vec::new();
    }
    tables.shipped_population = true;
    for (partner, id) in agreement.partners.iter().zip(agreement.partner_ids()) {
        tables.drivers.extend(rows(partner, id));
    }
    let needed = needed(agreement, &keys);
    let missing = needed.iter().filter_map(|(partner, key)| missing(agreement, *partner, *key));
    missing.collect()
}

/// The keys that go by the population.
fn keys(agreement: &Agreement) -> Vec<KeyId> {
    let by_population = |key: &&KeyId| match &agreement.key(**key).method {
        Method::Driver { driver, .. } | Method::Price { driver, .. } => driver == DRIVER,
        _ => false,
    };
    (0..agreement.keys.len()).map(KeyId).collect::<Vec<_>>().iter().filter(by_population).copied().collect()
}

fn rows(partner: &Partner, id: PartnerId) -> Vec<Driver> {
    let Some(ags) = &partner.ags else { return Vec::new() };
    let row = |(day, inhabitants): (_, u64)| Driver {
        driver: DRIVER.to_owned(),
        receiver: Receiver::Partner(id),
        span: Span::day(day),
        value: Quantity::from(inhabitants),
        source: SOURCE.to_owned(),
        place: ags.place,
    };
    of(&ags.code).unwrap_or_default().into_iter().map(row).collect()
}

/// Who takes part in a service that is divided by one of the keys, with the first such key.
fn needed(agreement: &Agreement, keys: &[KeyId]) -> BTreeSet<(PartnerId, KeyId)> {
    let mut needed = BTreeSet::new();
    for service in &agreement.services {
        let used = agreement.with_parts(service.keys_used());
        for key in keys.iter().filter(|key| used.contains(key)) {
            needed.extend(service.partners.iter().map(|partner| (*partner, *key)));
        }
    }
    needed
}

fn missing(agreement: &Agreement, partner: PartnerId, key: KeyId) -> Option<Finding> {
    let id = agreement.partner(partner).id.clone();
    match &agreement.partner(partner).ags {
        Some(ags) if of(&ags.code).is_some() => None,
        Some(ags) => {
            let (place, length) = (ags.place, ags.code.len() + 2);
            let fault = DriverFault::UnknownAgs { partner: id, ags: ags.code.clone() };
            Some(Finding::at(place, fault).spanning(length))
        }
        None => match &agreement.key(key).method {
            Method::Driver { place, .. } | Method::Price { place, .. } => {
                let length = DRIVER.len() + 2;
                Some(Finding::at(*place, DriverFault::NoAgs { partner: id }).spanning(length))
            }
            _ => None,
        },
    }
}
