//! `[services.*]`.
//!
//! In: the tables in the order written. Out: the services in that order, each with its life, its keys from
//! the first day of each, its participants and the rules by which postings find it.

use super::names::distinct;
use super::participation::{self, Life, Mark};
use super::sheet::Sheet;
use super::table::{Entry, Table};
use super::{Known, all, rules, surcharges};
use crate::agreement::{DatedKey, KeyId, PartnerId, Service};
use crate::finding::agreement::Named;
use crate::finding::{AgreementFault, UseFault};

/// All services.
pub(super) fn read(entries: &[Entry<'_>], known: &Known, sheet: &mut Sheet<'_>) -> Option<Vec<Service>> {
    let mut names = Vec::new();
    let mut services = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let Some(mut table) = entry.table(sheet) else { continue };
        if let Some(name) = table.required("name", "name = \"Wohngeld\"") {
            names.extend(name.text(sheet).map(|text| (index, text, name.span)));
        }
        let name = names.last().filter(|(named, _, _)| *named == index).map(|(_, name, _)| *name);
        services.extend(service(entry, name, &mut table, known, sheet));
        table.end(sheet);
    }
    distinct(Named::Service, &names, &known.services, sheet);
    (services.len() == entries.len()).then_some(services)
}

fn service(
    entry: &Entry<'_>,
    name: Option<&str>,
    table: &mut Table<'_>,
    known: &Known,
    sheet: &mut Sheet<'_>,
) -> Option<Service> {
    let operator = table.required("operator", "operator = \"stadt\"");
    let operator = operator.and_then(|entry| known.partners.named_by(&entry, sheet)).map(PartnerId);
    let since = table.required("since", "since = 2013-01-01").and_then(|entry| Mark::read(&entry, sheet));
    let until = table.optional("until").and_then(|entry| Mark::read(&entry, sheet));
    let life = Life { since, until };
    life.check(sheet);
    let keys = keys(table, life.since.as_ref(), known, sheet);
    let internal = table.optional("internal").and_then(|entry| entry.flag(sheet)).unwrap_or(false);
    if internal {
        without_participants(table, sheet);
    }
    let one_off = table.optional("one_off_key");
    let one_off_place = sheet.place(one_off.as_ref().map_or(&entry.key_span, |entry| &entry.span));
    let one_off = one_off.and_then(|entry| known.keys.named_by(&entry, sheet));
    let part = participation::read(entry.key, table, &life, known, sheet);
    let matches = table.optional("match").and_then(|entry| rules::read(&entry, known, sheet));
    let except = table.optional("except").and_then(|entry| rules::read(&entry, known, sheet));
    let overhead = table.optional("overhead").and_then(|entry| surcharges::overhead(&entry, known, sheet));
    let vat = table.optional("vat").map(|entry| surcharges::vat(&entry, sheet));
    if entry.key == "own" {
        sheet.note(&entry.key_span, UseFault::Reserved { id: entry.key.to_owned() });
    }
    let (partners, joined, left) = part?;
    Some(Service {
        id: entry.key.to_owned(),
        name: name?.to_owned(),
        operator: operator?,
        since: life.since?.day,
        until: life.until.map(|until| until.day),
        keys: keys?,
        internal,
        one_off_key: one_off.map(KeyId),
        one_off_place,
        overhead,
        vat: vat.flatten().unwrap_or_default(),
        partners: if internal { Vec::new() } else { partners },
        joined,
        left,
        matches: matches.unwrap_or_default(),
        except: except.unwrap_or_default(),
        place: sheet.place(&entry.key_span),
    })
}

/// An internal service has no participants, so nothing that is said of them, and no claims.
fn without_participants(table: &mut Table<'_>, sheet: &mut Sheet<'_>) {
    for key in ["partners", "joined", "left", "one_off_key", "vat"] {
        if let Some(entry) = table.optional(key) {
            let (one, other) = ("internal".to_owned(), key.to_owned());
            sheet.note(&entry.key_span, AgreementFault::Exclusive { one, other });
        }
    }
}

/// One key from the first day, or several from the days they say.
fn keys(
    table: &mut Table<'_>,
    since: Option<&Mark>,
    known: &Known,
    sheet: &mut Sheet<'_>,
) -> Option<Vec<DatedKey>> {
    let (one, dated) = (table.optional("key"), table.optional("keys"));
    if let (Some(_), Some(dated)) = (&one, &dated) {
        let (one, other) = ("key".to_owned(), "keys".to_owned());
        sheet.note(&dated.key_span, AgreementFault::Exclusive { one, other });
    }
    let one_key = one.as_ref().and_then(|entry| {
        let key = known.keys.named_by(entry, sheet)?;
        Some(vec![DatedKey { from: since?.day, key: KeyId(key), place: sheet.place(&entry.span) }])
    });
    let dated_keys = dated.as_ref().and_then(|entry| dated_keys(entry, known, sheet));
    if one.is_none() && dated.is_none() && !table.has_stray_like(&["key", "keys"]) {
        table.required("key", "key = \"einwohner\"");
    }
    one_key.or(dated_keys)
}

fn dated_keys(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Vec<DatedKey>> {
    let keys = all(entry.list(sheet)?.iter().map(|item| dated_key(item, known, sheet)))?;
    ascending(keys.iter().map(|(_, mark)| mark), sheet);
    Some(keys.into_iter().map(|(key, _)| key).collect())
}

/// Notes each day that does not come after the one before it.
pub(super) fn ascending<'m>(marks: impl Iterator<Item = &'m Mark>, sheet: &mut Sheet<'_>) {
    let mut before: Option<&Mark> = None;
    for mark in marks {
        if let Some(before) = before.filter(|before| mark.day <= before.day) {
            let fault = AgreementFault::Unordered { from: mark.day, previous: before.day };
            sheet.note_against(&mark.span, sheet.place(&before.span), fault);
        }
        before = Some(mark);
    }
}

fn dated_key(item: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<(DatedKey, Mark)> {
    const EXAMPLE: &str = "{ from = 2013-01-01, key = \"einwohner\" }";
    let mut table = item.table(sheet)?;
    let from = table.required("from", EXAMPLE).and_then(|entry| Mark::read(&entry, sheet));
    let key = table.required("key", EXAMPLE).and_then(|entry| known.keys.named_by(&entry, sheet));
    table.end(sheet);
    let (from, key) = from.zip(key)?;
    Some((DatedKey { from: from.day, key: KeyId(key), place: sheet.place(&item.span) }, from))
}
