//! Rules over postings: `match`, `except`, `skip`.
//!
//! In: a list of tables of patterns. Out: rules, each with at least one field, so that none fits by saying
//! nothing.

use toml::de::DeValue;

use super::number::quoted;
use super::sheet::Sheet;
use super::table::Entry;
use super::{Known, all};
use crate::agreement::{PartnerId, Pattern, Rule, RuleField};
use crate::finding::TomlFault;
use crate::finding::toml::Kind;
use crate::place::Place;

/// The rules of a list.
pub(super) fn read(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Vec<Rule>> {
    if let DeValue::Table(_) = entry.value {
        let written = sheet.written(&entry.span);
        let spelling =
            (written.starts_with('{') && !written.contains('\n')).then(|| format!("[ {written} ]"));
        return entry.wrong(Kind::List, spelling, sheet);
    }
    all(entry.list(sheet)?.iter().map(|item| rule(item, known, sheet)))
}

fn rule(item: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Rule> {
    let mut table = item.table(sheet)?;
    let place = sheet.place(&item.span);
    if table.entries().next().is_none() {
        return item.refuse(TomlFault::Empty { key: item.key.to_owned() }, sheet);
    }
    let payer = table.optional("payer").and_then(|entry| known.partners.named_by(&entry, sheet));
    let mut patterns = Vec::new();
    for field in RuleField::ALL {
        let pattern = table.optional(field.id()).and_then(|entry| entry.text(sheet));
        patterns.extend(pattern.map(|pattern| (field, Pattern::new(pattern))));
    }
    table.end(sheet);
    Some(Rule { payer: payer.map(PartnerId), patterns, place })
}

/// Patterns of a list of texts, each with its place.
pub(super) fn patterns(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<Vec<(Pattern, Place)>> {
    if let DeValue::String(text) = entry.value {
        return entry.wrong(Kind::List, Some(format!("[{}]", quoted(text))), sheet);
    }
    let items = entry.list(sheet)?;
    all(items.iter().map(|item| Some((Pattern::new(item.text(sheet)?), sheet.place(&item.span)))))
}
