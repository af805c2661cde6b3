//! What keys are used for: whether a service, a mix, a step can be divided by the key that it names.
//!
//! In: keys and services that are each in order. Out: a finding for every use that cannot be: the key of an internal
//! service divides among services, that of any other among partners, and only shares can be mixed.

use std::collections::BTreeSet;

use super::Known;
use super::sheet::Sheet;
use crate::agreement::among::Among;
use crate::agreement::key::with_parts;
use crate::agreement::{CostKind, Key, KeyId, Method, Receiver, Service, ServiceId};
use crate::finding::UseFault;
use crate::place::Place;

/// A table of names that are partners and services alike means services where only internal services use it.
pub(super) fn resolve(keys: &mut [Key], services: &[Service], known: &Known) {
    let used = |internal: bool| {
        let ours = services.iter().filter(|service| service.internal == internal);
        with_parts(keys, ours.flat_map(Service::keys_used))
    };
    let (internal, other) = (used(true), used(false));
    for (index, key) in keys.iter_mut().enumerate() {
        let (Method::Percent(table) | Method::Weights(table)) = &mut key.method else { continue };
        let service = |receiver: &Receiver| match receiver {
            Receiver::Partner(partner) => known.services.number(known.partners.id(partner.0)).map(ServiceId),
            Receiver::Service(_) | Receiver::Own(_) => None,
        };
        let all: Option<Vec<ServiceId>> = table.iter().map(|(receiver, _)| service(receiver)).collect();
        if let Some(all) = all
            && internal.contains(&KeyId(index))
            && !other.contains(&KeyId(index))
        {
            table
                .iter_mut()
                .zip(all)
                .for_each(|((receiver, _), service)| *receiver = Receiver::Service(service));
            table.sort_by_key(|(receiver, _)| *receiver);
        }
    }
}

/// Notes every use of a key that cannot be.
pub(super) fn check(keys: &[Key], services: &[Service], kinds: &[CostKind], sheet: &mut Sheet<'_>) {
    for key in keys {
        parts(key, keys, sheet);
        if Among::of(key, keys) == Among::Both {
            sheet.note_at(key.place, key.id.len(), UseFault::BothKinds { key: key.id.clone() });
        }
    }
    for service in services {
        for dated in &service.keys {
            used(service, dated.key, dated.place, keys, sheet);
        }
        if let Some(key) = service.one_off_key {
            used(service, key, service.one_off_place, keys, sheet);
            if let Some(key) = keys.get(key.0).filter(|key| matches!(key.method, Method::Price { .. })) {
                let (service_id, key) = (service.id.clone(), key.id.clone());
                let length = key.len() + 2;
                let fault = UseFault::PriceForOneOff { service: service_id, key };
                sheet.note_at(service.one_off_place, length, fault);
            }
        }
        if let Some(overhead) = service.overhead
            && let Some(kind) = kinds.get(overhead.on.0).filter(|kind| !kind.shared)
        {
            let (service, kind) = (service.id.clone(), kind.id.clone());
            sheet.note_at(overhead.place, kind.len() + 2, UseFault::OverheadOnUnshared { service, kind });
        }
    }
}

/// Notes the parts of a mix or a waterfall that give no shares.
fn parts(key: &Key, keys: &[Key], sheet: &mut Sheet<'_>) {
    let parts: BTreeSet<KeyId> = key.method.parts().into_iter().collect();
    let of = |part: &KeyId| keys.get(part.0);
    for part in parts.iter().filter_map(of).filter(|part| !part.method.gives_shares()) {
        let (key_id, part) = (key.id.clone(), part.id.clone());
        sheet.note_at(key.place, key.id.len(), UseFault::NoShareKey { key: key_id, part });
    }
}

fn used(service: &Service, id: KeyId, place: Place, keys: &[Key], sheet: &mut Sheet<'_>) {
    let Some(key) = keys.get(id.0) else { return };
    if !Among::of(key, keys).fits(service) {
        let (service_id, key_id) = (service.id.clone(), key.id.clone());
        let fault = UseFault::WrongKey { service: service_id, key: key_id, internal: service.internal };
        sheet.note_at(place, key.id.len() + 2, fault);
    }
}
