//! What keys are used for: whether a service, a mix, a step can be divided by the key that it names.
//!
//! In: keys and services that are each in order. Out: a finding for every use that cannot be: the key of an internal
//! service divides among services, that of any other among partners, and only shares can be mixed.

use super::sheet::Sheet;
use crate::agreement::among::Among;
use crate::agreement::{CostKind, Key, KeyId, Method, Service};
use crate::finding::UseFault;
use crate::place::Place;

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
            used(service, key, service.place, keys, sheet);
            if let Some(key) = keys.get(key.0).filter(|key| matches!(key.method, Method::Price { .. })) {
                let (service_id, key) = (service.id.clone(), key.id.clone());
                sheet.note_at(service.place, 1, UseFault::PriceForOneOff { service: service_id, key });
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
    let of = |part: &KeyId| keys.get(part.0);
    for part in key.method.parts().iter().filter_map(of).filter(|part| !part.method.gives_shares()) {
        let (key_id, part) = (key.id.clone(), part.id.clone());
        sheet.note_at(key.place, key.id.len(), UseFault::NoShareKey { key: key_id, part });
    }
}

fn used(service: &Service, id: KeyId, place: Place, keys: &[Key], sheet: &mut Sheet<'_>) {
    let Some(key) = keys.get(id.0) else { return };
    if !Among::of(key, keys).fits(service) {
        let (service_id, key_id) = (service.id.clone(), key.id.clone());
        let fault = UseFault::WrongKey { service: service_id, key: key_id, internal: service.internal };
        sheet.note_at(place, if place == service.place { 1 } else { key.id.len() + 2 }, fault);
    }
}
