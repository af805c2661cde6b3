//! Rules over postings: `match`, `except`, `skip`.
//!
//! In: a list of tables of patterns. Out: rules, each with at least one field, so that none fits by saying
//! nothing.

use super::Known;
use super::number::quoted;
use super::sheet::Sheet;
use super::table::Entry;
use crate::agreement::{PartnerId, Pattern, Rule, RuleField};
use crate::finding::TomlFault;
use crate::finding::toml::Kind;
use toml::de::DeValue;

/// The rules of a list.
pub(super) fn read(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Vec<Rule>> {
    if let DeValue::Table(_) = entry.value {
        let written = sheet.written(&entry.span);
        let spelling =
            (written.starts_with('{') && !written.contains('\n')).then(|| format!("[ {written} ]"));
        return entry.wrong(Kind::List, spelling, sheet);
    }
    let items = entry.list(sheet)?;
    let rules: Vec<Option<Rule>> = items.iter().map(|item| rule(item, known, sheet)).collect();
    rules.into_iter().collect()
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
pub(super) fn patterns(
    entry: &Entry<'_>,
    sheet: &mut Sheet<'_>,
) -> Option<Vec<(Pattern, crate::place::Place)>> {
    if let DeValue::String(text) = entry.value {
        return entry.wrong(Kind::List, Some(format!("[{}]", quoted(text))), sheet);
    }
    let items = entry.list(sheet)?;
    let patterns: Vec<_> = items
        .iter()
        .map(|item| item.text(sheet).map(|text| (Pattern::new(text), sheet.place(&item.span))))
        .collect();
    patterns.into_iter().collect()
}
