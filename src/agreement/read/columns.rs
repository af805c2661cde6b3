//! `[ledger.columns]` and `[ledger.constants]`: which of their columns is which of our fields.
//!
//! In: a `[[ledger]]` table. Out: per field a column or a constant, never both, and no two ways to the same
//! amount or payer. Without a header, columns go by number.

use std::collections::BTreeMap;

use toml::de::DeValue;

use super::sheet::Sheet;
use super::table::{Entry, Table};
use super::value::civil;
use crate::agreement::{Column, ColumnName, Constant, Field, Header};
use crate::finding::toml::Kind;
use crate::finding::{AgreementFault, TomlFault};
use crate::nearest::nearest;

type Columns = BTreeMap<Field, Column>;
type Constants = BTreeMap<Field, Constant>;

/// Fields that are two ways to say the same.
const EITHER: [(Field, Field); 4] = [
    (Field::Amount, Field::Debit),
    (Field::Amount, Field::Credit),
    (Field::Side, Field::Debit),
    (Field::Side, Field::Credit),
];

/// Columns and constants of a source.
pub(super) fn read(
    table: &mut Table<'_>,
    header: Header,
    payer: Option<&Entry<'_>>,
    sheet: &mut Sheet<'_>,
) -> (Columns, Constants) {
    let columns = fields(table.optional("columns"), sheet);
    let constants = fields(table.optional("constants"), sheet);
    either(&columns, &constants, payer, sheet);
    if header == Header::Absent {
        headless(table, &columns, sheet);
    }
    let place = |entry: &Entry<'_>, sheet: &Sheet<'_>| sheet.place(&entry.span);
    let columns = columns.iter().filter_map(|(field, entry)| {
        Some((*field, Column { name: column(entry, sheet)?, place: place(entry, sheet) }))
    });
    let columns = columns.collect();
    let constants = constants.iter().filter_map(|(field, entry)| {
        Some((*field, Constant { value: constant(entry, sheet)?, place: place(entry, sheet) }))
    });
    (columns, constants.collect())
}

/// The entries of a table whose keys are fields.
fn fields<'t>(entry: Option<Entry<'t>>, sheet: &mut Sheet<'_>) -> BTreeMap<Field, Entry<'t>> {
    let mut fields = BTreeMap::new();
    let Some(table) = entry.and_then(|entry| entry.table(sheet)) else { return fields };
    for entry in table.entries() {
        let Some(field) = Field::named(entry.key) else {
            let known = || Field::ALL.into_iter().map(Field::id);
            let nearest = nearest(entry.key, known());
            let (table, key) = (table.name.clone(), entry.key.to_owned());
            let known = known().map(str::to_owned).collect();
            sheet.note(&entry.key_span, TomlFault::UnknownKey { table, key, nearest, known });
            continue;
        };
        fields.insert(field, entry);
    }
    fields
}

/// Notes fields that are said twice.
fn either(
    columns: &BTreeMap<Field, Entry<'_>>,
    constants: &BTreeMap<Field, Entry<'_>>,
    payer: Option<&Entry<'_>>,
    sheet: &mut Sheet<'_>,
) {
    for (field, constant) in constants {
        if let Some(column) = columns.get(field) {
            exclusive(column, constant, sheet);
        }
    }
    let named = |field| columns.get(&field).or_else(|| constants.get(&field));
    for (one, other) in EITHER {
        if let (Some(one), Some(other)) = (named(one), named(other)) {
            exclusive(one, other, sheet);
        }
    }
    if let (Some(one), Some(other)) = (payer, named(Field::Payer)) {
        exclusive(one, other, sheet);
    }
}

fn exclusive(one: &Entry<'_>, other: &Entry<'_>, sheet: &mut Sheet<'_>) {
    let short = |entry: &Entry<'_>| entry.path().trim_start_matches("ledger.").to_owned();
    let fault = AgreementFault::Exclusive { one: short(one), other: short(other) };
    sheet.note_against(&other.key_span, sheet.place(&one.key_span), fault);
}

/// Notes columns that cannot be found without a header.
fn headless(table: &Table<'_>, columns: &BTreeMap<Field, Entry<'_>>, sheet: &mut Sheet<'_>) {
    if columns.is_empty() {
        sheet.note(&table.span, AgreementFault::Headless { field: None });
    }
    for (field, entry) in columns {
        if let DeValue::String(_) = entry.value {
            let field = Some(field.id().to_owned());
            sheet.note(&entry.span, AgreementFault::Headless { field });
        }
    }
}

fn column(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<ColumnName> {
    match entry.value {
        DeValue::String(_) => entry.string(sheet).map(ColumnName::Header),
        DeValue::Integer(_) => {
            let number = entry.whole(1..=100_000, sheet)?;
            usize::try_from(number).ok().map(ColumnName::Number)
        }
        _ => entry.wrong(Kind::Column, None, sheet),
    }
}

/// A constant as its cell would be written; a TOML date in ISO.
fn constant(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<String> {
    match entry.value {
        DeValue::String(_) => entry.string(sheet),
        DeValue::Integer(_) => entry.integer().map(|number| number.to_string()),
        DeValue::Datetime(written) if written.time.is_none() => civil(written).map(|day| day.to_string()),
        DeValue::Float(_) => entry.quantity(sheet).map(|number| number.to_string()),
        _ => entry.wrong(Kind::Cell, None, sheet),
    }
}
