//! `[cost_kinds.*]`: groups of postings.
//!
//! In: the tables in the order written. Out: the kinds in that order.

use toml::de::DeValue;

use super::names::Names;
use super::sheet::Sheet;
use super::table::Entry;
use super::{Known, all, rules};
use crate::agreement::CostKind;
use crate::finding::agreement::Named;

/// The kinds' ids; where there is no table of them there are none.
pub(super) fn names(entry: Option<&Entry<'_>>, sheet: &mut Sheet<'_>) -> Names {
    let kinds: Vec<Entry<'_>> = match entry.map(|entry| entry.value) {
        Some(DeValue::Table(_)) => {
            entry.and_then(|entry| entry.table(sheet)).map_or(Vec::new(), |table| table.entries().collect())
        }
        _ => Vec::new(),
    };
    Names::new(Named::CostKind, Some(&kinds), sheet)
}

/// All cost kinds.
pub(super) fn read(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Vec<CostKind>> {
    all(entry.table(sheet)?.entries().map(|entry| kind(&entry, known, sheet)))
}

fn kind(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<CostKind> {
    let mut table = entry.table(sheet)?;
    let name = table.optional("name").and_then(|entry| entry.string(sheet));
    let matches = table.required("match", "match = [ { account = \"50*\" } ]");
    let matches = matches.and_then(|entry| rules::read(&entry, known, sheet));
    let one_off = table.optional("one_off").and_then(|entry| entry.flag(sheet));
    let shared = table.optional("shared").and_then(|entry| entry.flag(sheet));
    table.end(sheet);
    Some(CostKind {
        id: entry.key.to_owned(),
        name: name.unwrap_or_else(|| entry.key.to_owned()),
        matches: matches?,
        one_off: one_off.unwrap_or(false),
        shared: shared.unwrap_or(true),
    })
}
