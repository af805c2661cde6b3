//! The shipped population as rows of a driver (`data/README.md`).
//!
//! In: the agreement and its tables. Out: a row per partner with an official code and day of the series, where a key goes
//! by the driver `population` and drivers.csv has no row of it; and a finding for each partner that needs one and has
//! no code, or one that the series does not know. Own rows always go before the shipped ones.

use std::collections::BTreeSet;

use crate::agreement::{Agreement, Key, KeyId, Partner, PartnerId, Receiver};
use crate::finding::{DriverFault, Finding};
use crate::fraction::Quantity;
use crate::period::Span;
use crate::place::Place;
use crate::series::population::{DRIVER, SOURCE, of};
use crate::tables::{Driver, Tables};

/// Adds the rows; tells what is missing for them.
pub(super) fn add(agreement: &Agreement, tables: &mut Tables) -> Vec<Finding> {
    let keys = keys(agreement);
    if keys.is_empty() || tables.measures(DRIVER) {
        return Vec::new();
    }
    tables.shipped_population = true;
    for (partner, id) in agreement.partners.iter().zip(agreement.partner_ids()) {
        tables.drivers.extend(rows(partner, id));
    }
    let needed = needed(agreement, &keys);
    needed.into_iter().filter_map(|(partner, place)| missing(agreement, partner, place)).collect()
}

/// The keys that go by the population, and where each names it.
fn keys(agreement: &Agreement) -> Vec<(KeyId, Place)> {
    let place =
        |key: &Key| key.method.driver().filter(|(driver, _)| *driver == DRIVER).map(|(_, place)| place);
    let numbered = agreement.keys.iter().enumerate();
    numbered.filter_map(|(index, key)| Some((KeyId(index), place(key)?))).collect()
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

/// Who takes part in a service that is divided by one of the keys, with where the first such key names the driver.
fn needed(agreement: &Agreement, keys: &[(KeyId, Place)]) -> BTreeSet<(PartnerId, Place)> {
    let mut needed = BTreeSet::new();
    for service in &agreement.services {
        let used = agreement.with_parts(service.keys_used());
        for (_, place) in keys.iter().filter(|(key, _)| used.contains(key)) {
            needed.extend(service.partners.iter().map(|partner| (*partner, *place)));
        }
    }
    needed
}

/// Why there is no figure of a partner that a key at this place needs; none where there is one.
pub(super) fn missing(agreement: &Agreement, partner: PartnerId, place: Place) -> Option<Finding> {
    let id = agreement.partner(partner).id.clone();
    match &agreement.partner(partner).ags {
        Some(ags) if of(&ags.code).is_some() => None,
        Some(ags) => {
            let (place, length) = (ags.place, ags.code.len() + 2);
            let fault = DriverFault::UnknownAgs { partner: id, ags: ags.code.clone() };
            Some(Finding::at(place, fault).spanning(length))
        }
        None => Some(Finding::at(place, DriverFault::NoAgs { partner: id }).spanning(DRIVER.len() + 2)),
    }
}
