//! `[cost_kinds.*]`: groups of postings.
//!
//! In: the tables in the order written. Out: the kinds in that order.

use super::names::check;
use super::sheet::Sheet;
use super::table::Entry;
use super::{Known, all, rules};
use crate::agreement::CostKind;

/// All cost kinds.
pub(super) fn read(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Vec<CostKind>> {
    all(entry.table(sheet)?.entries().map(|entry| kind(&entry, known, sheet)))
}

fn kind(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<CostKind> {
    check(entry.key, &entry.key_span, sheet);
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
