//! `[keys.*]`: each says in exactly one way how it divides.
//!
//! In: the tables in the order written. Out: keys whose percents sum to exactly 100, whose weights are
//! some, and which do not contain themselves. What they are used for is judged in [`super::uses`].

use rust_decimal::Decimal;

use super::sheet::Sheet;
use super::table::{Entry, Table};
use super::{Known, all, loops, measure, steps};
use crate::agreement::{Key, KeyId, Method, PartnerId, Receiver, ServiceId};
use crate::finding::AgreementFault;
use crate::finding::TomlFault;

/// The ways in which a key can divide.
const WAYS: [&str; 8] = ["driver", "equal", "percent", "weights", "by", "mix", "steps", "price"];

/// All keys.
pub(super) fn read(entries: &[Entry<'_>], known: &Known, sheet: &mut Sheet<'_>) -> Option<Vec<Key>> {
    let keys: Vec<Option<Key>> = entries.iter().map(|entry| key(entry, known, sheet)).collect();
    loops::note(entries, &keys, known, sheet);
    keys.into_iter().collect()
}

fn key(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Key> {
    let mut table = entry.table(sheet)?;
    let name = table.optional("name").and_then(|entry| entry.string(sheet));
    let basis = table.optional("basis").and_then(|entry| entry.string(sheet));
    let decimals = table.optional("percent_decimals");
    let rest = table.optional("rest");
    let method = method(entry.key, &mut table, rest.as_ref(), known, sheet);
    let whole = decimals.as_ref().and_then(|entry| entry.whole(0..=10, sheet));
    if let (Some(decimals), Some(Method::Steps(_) | Method::Price { .. })) = (&decimals, &method) {
        measure::misplaced(decimals, &[], sheet);
    }
    table.end(sheet);
    Some(Key {
        id: entry.key.to_owned(),
        name: name.unwrap_or_else(|| entry.key.to_owned()),
        basis,
        method: method?,
        percent_decimals: whole.and_then(|number| u32::try_from(number).ok()),
        place: sheet.place(&entry.key_span),
    })
}

fn method(
    id: &str,
    table: &mut Table<'_>,
    rest: Option<&Entry<'_>>,
    known: &Known,
    sheet: &mut Sheet<'_>,
) -> Option<Method> {
    let ways = WAYS.map(|way| table.optional(way));
    let found: Vec<String> = ways.iter().flatten().map(|entry| entry.key.to_owned()).collect();
    if found.len() > 1 || (found.is_empty() && !table.has_stray_like(&WAYS)) {
        sheet.note(&table.span, AgreementFault::Methods { key: id.to_owned(), found });
    }
    let by_cost = ways.iter().flatten().any(|way| ["steps", "price"].contains(&way.key));
    let measure = measure::read(table, ways[0].is_some(), by_cost, sheet);
    if let Some(rest) = rest.filter(|_| !ways.iter().flatten().any(|way| way.key == "price")) {
        measure::misplaced(rest, &["price = { driver = \"anrufe\", unit = \"2.35\" }"], sheet);
    }
    if ways.iter().flatten().any(|way| way.key == "price") && rest.is_none() {
        table.required("rest", "rest = \"stadt\"");
    }
    let read = |way: &Entry<'_>, sheet: &mut Sheet<'_>| match way.key {
        "driver" => {
            let place = sheet.place(&way.span);
            let named = way.string(sheet).zip(measure);
            named.map(|(driver, measure)| Method::Driver { driver, measure, place })
        }
        "equal" => {
            if way.flag(sheet)? {
                Some(Method::Equal)
            } else {
                way.not_allowed(["true"].into_iter(), sheet)
            }
        }
        "percent" => {
            let parts = parts(id, way, known, sheet)?;
            let sums = hundred(id, way, parts.iter().map(|(_, percent)| *percent), sheet);
            sums.then_some(Method::Percent(parts))
        }
        "weights" => weights(id, way, known, sheet),
        "by" => way.choice(&[("primary-cost", ())], sheet).map(|()| Method::PrimaryCost),
        "mix" => mixed(id, way, known, sheet),
        "steps" => steps::steps(id, way, known, sheet),
        _ => steps::price(way, rest, known, sheet),
    };
    let methods: Vec<Option<Method>> = ways.iter().flatten().map(|way| read(way, sheet)).collect();
    methods.into_iter().flatten().next()
}

fn weights(id: &str, way: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Method> {
    let parts = parts(id, way, known, sheet)?;
    if parts.iter().all(|(_, weight)| weight.is_zero()) {
        return way.refuse(AgreementFault::NoWeight { key: id.to_owned() }, sheet);
    }
    Some(Method::Weights(parts))
}

/// Receivers and their numbers, in the order of receivers.
fn parts(
    id: &str,
    entry: &Entry<'_>,
    known: &Known,
    sheet: &mut Sheet<'_>,
) -> Option<Vec<(Receiver, Decimal)>> {
    let entries: Vec<Entry<'_>> = entry.table(sheet)?.entries().collect();
    if entries.is_empty() {
        return entry.refuse(TomlFault::Empty { key: entry.key.to_owned() }, sheet);
    }
    let among_services = are_services(&entries, known);
    let part = |part: &Entry<'_>| {
        let value = part.quantity(sheet).filter(|value| not_negative(id, part, *value, sheet));
        receiver(part, entry.key, among_services, known, sheet).zip(value)
    };
    let mut parts = all(entries.iter().map(part))?;
    parts.sort_by_key(|(receiver, _)| *receiver);
    Some(parts)
}

/// Does a table name services and own shares, and nobody else? Then a name that a partner has too means the service.
fn are_services(entries: &[Entry<'_>], known: &Known) -> bool {
    let is_service = |entry: &Entry<'_>| {
        entry.key.starts_with(Receiver::OWN) || known.services.number(entry.key).is_some()
    };
    let is_partner = |entry: &Entry<'_>| known.partners.number(entry.key).is_some();
    entries.iter().all(is_service) && !entries.iter().all(is_partner)
}

/// Whom an entry's key names: a partner, or for internal services a service or `own:` and a partner.
fn receiver(
    part: &Entry<'_>,
    list: &str,
    among_services: bool,
    known: &Known,
    sheet: &mut Sheet<'_>,
) -> Option<Receiver> {
    if let Some(own) = part.key.strip_prefix(Receiver::OWN) {
        let own = known.partners.find(own, list, &part.key_span, sheet);
        return own.map(|partner| Receiver::Own(PartnerId(partner)));
    }
    let service = known.services.number(part.key).map(|service| Receiver::Service(ServiceId(service)));
    if service.is_some() && (among_services || known.partners.number(part.key).is_none()) {
        return service;
    }
    known.partners.keyed_by(part, list, sheet).map(|partner| Receiver::Partner(PartnerId(partner)))
}

fn mixed(id: &str, entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Method> {
    let items = entry.list(sheet)?;
    let parts: Vec<Option<(KeyId, Decimal)>> =
        items.iter().map(|item| mixed_part(id, item, known, sheet)).collect();
    for (at, part) in parts.iter().enumerate() {
        let twin = |(key, _): &(KeyId, Decimal)| parts[..at].iter().flatten().any(|(other, _)| other == key);
        if let Some((key, _)) = part.filter(twin) {
            let name = known.keys.id(key.0).to_owned();
            sheet.note(&items[at].span, AgreementFault::Repeated { key: entry.key.to_owned(), name });
        }
    }
    let parts: Vec<(KeyId, Decimal)> = parts.into_iter().collect::<Option<_>>()?;
    hundred(id, entry, parts.iter().map(|(_, percent)| *percent), sheet).then_some(Method::Mix(parts))
}

fn mixed_part(id: &str, item: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<(KeyId, Decimal)> {
    let mut table = item.table(sheet)?;
    let key = table.required("key", "{ key = \"einwohner\", percent = \"75\" }");
    let key = key.and_then(|entry| known.keys.named_by(&entry, sheet)).map(KeyId);
    let percent = table.required("percent", "{ key = \"einwohner\", percent = \"75\" }").and_then(|entry| {
        let percent = entry.quantity(sheet)?;
        not_negative(id, &entry, percent, sheet).then_some(percent)
    });
    table.end(sheet);
    key.zip(percent)
}

fn not_negative(id: &str, part: &Entry<'_>, value: Decimal, sheet: &mut Sheet<'_>) -> bool {
    let negative = value < Decimal::ZERO;
    if negative {
        let (key, name) = (id.to_owned(), part.key.to_owned());
        sheet.note(&part.span, AgreementFault::Negative { key, name, value });
    }
    !negative
}

/// Do they sum to exactly 100? A sum beyond what a decimal can hold does not.
fn hundred(
    id: &str,
    entry: &Entry<'_>,
    mut percents: impl Iterator<Item = Decimal>,
    sheet: &mut Sheet<'_>,
) -> bool {
    let sum = percents.try_fold(Decimal::ZERO, Decimal::checked_add).unwrap_or(Decimal::MAX);
    let right = sum == Decimal::ONE_HUNDRED;
    if !right {
        sheet.note(&entry.span, AgreementFault::NotHundred { key: id.to_owned(), sum });
    }
    right
}
