//! `[keys.*]`: each says in exactly one way how it divides.
//!
//! In: the tables in the order written. Out: keys whose percents sum to exactly 100, whose weights are
//! some, and which do not contain themselves.

use rust_decimal::Decimal;

use super::sheet::Sheet;
use super::table::{Entry, Table};
use super::{Known, all, loops, measure};
use crate::agreement::{Key, KeyId, Method, PartnerId};
use crate::finding::AgreementFault;
use crate::finding::TomlFault;
use crate::finding::toml::NotYet;

/// The ways in which a key can divide.
const WAYS: [&str; 5] = ["driver", "equal", "percent", "weights", "mix"];

/// Ways that this version refuses by name.
const LATER: [&str; 3] = ["by", "steps", "price"];

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
    let decimals = table.optional("percent_decimals").and_then(|entry| entry.whole(0..=10, sheet));
    let method = method(entry.key, &mut table, known, sheet);
    table.end(sheet);
    Some(Key {
        id: entry.key.to_owned(),
        name: name.unwrap_or_else(|| entry.key.to_owned()),
        basis,
        method: method?,
        percent_decimals: decimals.and_then(|number| u32::try_from(number).ok()),
        place: sheet.place(&entry.key_span),
    })
}

fn method(id: &str, table: &mut Table<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Method> {
    let [driver, equal, percent, weights, mix] = WAYS.map(|way| table.optional(way));
    let there = [&driver, &equal, &percent, &weights, &mix].into_iter().flatten().map(|entry| entry.key);
    let mut found: Vec<String> = there.map(str::to_owned).collect();
    found.extend(LATER.into_iter().filter(|way| table.not_yet(way, sheet)).map(str::to_owned));
    table.not_yet("rest", sheet);
    if found.len() > 1 || (found.is_empty() && !table.has_stray_like(&WAYS)) {
        sheet.note(&table.span, AgreementFault::Methods { key: id.to_owned(), found });
    }
    let measure = measure::read(table, driver.is_some(), sheet);
    let driver = driver.and_then(|entry| {
        let place = sheet.place(&entry.span);
        entry.string(sheet).zip(measure).map(|(driver, measure)| Method::Driver { driver, measure, place })
    });
    let equal = equal.and_then(|entry| {
        if entry.flag(sheet)? { Some(Method::Equal) } else { entry.not_allowed(["true"].into_iter(), sheet) }
    });
    let percent = percent.and_then(|entry| {
        let parts = parts(id, &entry, known, sheet)?;
        hundred(id, &entry, parts.iter().map(|(_, percent)| *percent), sheet)
            .then_some(Method::Percent(parts))
    });
    let weights = weights.and_then(|entry| {
        let parts = parts(id, &entry, known, sheet)?;
        if parts.iter().all(|(_, weight)| weight.is_zero()) {
            return entry.refuse(AgreementFault::NoWeight { key: id.to_owned() }, sheet);
        }
        Some(Method::Weights(parts))
    });
    let mix = mix.and_then(|entry| mixed(id, &entry, known, sheet));
    driver.or(equal).or(percent).or(weights).or(mix)
}

/// Partners and their numbers, in partner order.
fn parts(
    id: &str,
    entry: &Entry<'_>,
    known: &Known,
    sheet: &mut Sheet<'_>,
) -> Option<Vec<(PartnerId, Decimal)>> {
    let entries: Vec<Entry<'_>> = entry.table(sheet)?.entries().collect();
    if entries.is_empty() {
        return entry.refuse(TomlFault::Empty { key: entry.key.to_owned() }, sheet);
    }
    let part = |part: &Entry<'_>| {
        let value = part.quantity(sheet).filter(|value| not_negative(id, part, *value, sheet));
        receiver(part, entry.key, known, sheet).zip(value)
    };
    let mut parts = all(entries.iter().map(part))?;
    parts.sort_by_key(|(partner, _)| *partner);
    Some(parts)
}

/// The partner that an entry's key names; services and own shares receive in a later version.
fn receiver(part: &Entry<'_>, list: &str, known: &Known, sheet: &mut Sheet<'_>) -> Option<PartnerId> {
    let internal = part.key.starts_with("own:") || known.services.number(part.key).is_some();
    if internal && known.partners.number(part.key).is_none() {
        sheet.note(&part.key_span, TomlFault::NotYet(NotYet::Receiver(part.key.to_owned())));
        return None;
    }
    known.partners.keyed_by(part, list, sheet).map(PartnerId)
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
