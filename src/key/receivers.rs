//! Who receives an internal service's cost: whom its key names (design 4.6).
//!
//! In: the rules, a key and the internal service. Out: the services and own shares that the key names, in the order of
//! receivers: those of its table, those of whom drivers.csv has a row, or every other service.

use std::collections::BTreeSet;

use super::Question;
use crate::agreement::{KeyId, Method, Receiver, ServiceId};
use crate::rules::Rules;

/// Everybody that the key of an internal service names, whether it lives in the year or not.
#[must_use]
pub fn named(rules: &Rules, key: KeyId, internal: ServiceId) -> BTreeSet<Receiver> {
    let listed = |table: &[(Receiver, _)]| table.iter().map(|(receiver, _)| *receiver).collect();
    match &rules.agreement.key(key).method {
        Method::Percent(table) | Method::Weights(table) => listed(table),
        Method::Driver { driver, .. } => {
            let rows = rules.tables.drivers.iter().filter(|row| row.driver == *driver);
            rows.map(|row| row.receiver)
                .filter(|receiver| !matches!(receiver, Receiver::Partner(_)))
                .collect()
        }
        Method::Equal | Method::PrimaryCost => {
            let services = (0..rules.agreement.services.len()).map(ServiceId);
            services.filter(|service| *service != internal).map(Receiver::Service).collect()
        }
        Method::Mix(parts) => parts.iter().flat_map(|(part, _)| named(rules, *part, internal)).collect(),
        Method::Steps(_) | Method::Price { .. } => BTreeSet::new(),
    }
}

/// Of the question's receivers, those that a part of a mix names; in a segment all of them.
pub(super) fn of_part(question: &Question<'_>, part: KeyId) -> Vec<Receiver> {
    match question.charging {
        None => question.receivers.to_vec(),
        Some(charging) => {
            let named = named(question.rules, part, charging.service);
            question.receivers.iter().copied().filter(|receiver| named.contains(receiver)).collect()
        }
    }
}
