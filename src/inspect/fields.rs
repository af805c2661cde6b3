//! Which of our fields a column would be.
//!
//! In: headings and what the columns' cells look like. Out: the field that a heading names, as when a ledger is read,
//! and, for other headings, what they hint at. A hint is only ever shown as a question.

use std::collections::BTreeMap;

use super::column::Kind;
use crate::agreement::Field;
use crate::ledger::fields::FIELDS;
use crate::ledger::header::{Line, folded};

/// Parts of headings that hint at a field that rules look at, in the order in which they are tried.
const HINTS: [(Field, &[&str]); 6] = [
    (Field::CostCentre, &["kostenst", "kst", "cost_cent", "profitcenter", "profit_cent"]),
    (Field::Account, &["konto", "kostenart", "account", "expense_code", "expenditure"]),
    (Field::Vendor, &["kreditor", "lieferant", "supplier", "vendor", "empfaenger", "payee"]),
    (Field::Voucher, &["beleg", "voucher", "invoice", "rechnungsnr", "transaction", "ref_no"]),
    (Field::Text, &["text", "bezeichnung", "beschreibung", "zweck", "description", "narrative"]),
    (Field::Product, &["produkt", "kostentraeger", "product"]),
];

/// Parts of headings of amounts.
const AMOUNTS: [&str; 9] =
    ["betrag", "amount", "umsatz", "wert", "value", "ansatz", "eur", "netto", "brutto"];

/// Has the line what a ledger's header needs? How many of its names are known?
pub(super) fn known(line: &Line) -> (bool, usize) {
    let has = |field: Field| line.cells.iter().any(|cell| by_name(&cell.folded) == Some(field));
    let date = has(Field::Date) || has(Field::VoucherDate);
    let amount = has(Field::Amount) || (has(Field::Debit) && has(Field::Credit));
    (date && amount, FIELDS.iter().filter(|(field, _)| has(*field)).count())
}

/// The field that the heading names.
pub(super) fn by_name(folded: &str) -> Option<Field> {
    FIELDS.iter().find(|(_, names)| names.has(folded)).map(|(field, _)| *field)
}

/// Does the heading hint at an amount?
pub(super) fn is_amount(heading: &str) -> bool {
    let folded = folded(heading);
    AMOUNTS.iter().any(|part| folded.contains(part))
}

/// A column as it is seen here.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub(super) name: String,
    pub(super) kind: Kind,
}

/// Per field the columns whose headings name it, from 0.
pub(super) fn named(headings: &[Heading]) -> BTreeMap<Field, Vec<usize>> {
    let mut named: BTreeMap<Field, Vec<usize>> = BTreeMap::new();
    for (index, heading) in headings.iter().enumerate() {
        if let Some(field) = by_name(&folded(&heading.name)) {
            named.entry(field).or_default().push(index);
        }
    }
    named
}

/// Of the fields that rules look at and no heading names, the one column whose heading hints at it.
pub(super) fn hints(headings: &[Heading], named: &BTreeMap<Field, Vec<usize>>) -> BTreeMap<Field, usize> {
    let mut hints: BTreeMap<Field, usize> = BTreeMap::new();
    for (field, parts) in HINTS.iter().filter(|(field, _)| !named.contains_key(field)) {
        let fits = |(index, heading): &(usize, &Heading)| {
            let taken = named.values().flatten().chain(hints.values()).any(|taken| taken == index);
            let folded = folded(&heading.name);
            let may = matches!(heading.kind, Kind::Text | Kind::Whole | Kind::Mixed);
            !taken && may && parts.iter().any(|part| folded.contains(part))
        };
        let mut found = headings.iter().enumerate().filter(fits);
        if let (Some((index, _)), None) = (found.next(), found.next()) {
            hints.insert(*field, index);
        }
    }
    hints
}
