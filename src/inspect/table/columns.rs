//! `[ledger.columns]` and `[ledger.constants]`: which column is which field.
//!
//! In: the choice of columns. Out: entries for those whose headings are not known. One column that looks like a needed
//! field is said; several, or two headings for one field, are asked.

use super::super::choice::Pick;
use super::super::fields::{self, Heading};
use super::super::{Kind, side::BySide};
use super::{Entry, Facts, Part, Value, Why, column, picks};
use crate::agreement::Field;
use crate::ledger::header::folded;

/// Fields of which the first column counts, where no rule looks at them.
const FIRST_COUNTS: [Field; 4] = [Field::Voucher, Field::Product, Field::Vendor, Field::Text];

/// The entries for columns.
pub(super) fn entries(facts: &Facts<'_>) -> Vec<Entry> {
    let mut entries = date(facts);
    entries.extend(amount(facts));
    entries.extend(twice(facts));
    entries.extend(side(facts));
    entries.extend(hints(facts));
    entries
}

fn said(facts: &Facts<'_>, field: Field, index: usize) -> Entry {
    Entry::said(Part::Columns, field.id(), column(facts, index))
}

fn asked(facts: &Facts<'_>, field: Field, columns: &[usize], why: Why) -> Entry {
    let values = columns.iter().map(|index| column(facts, *index)).collect();
    Entry::asked(Part::Columns, field.id(), values, why)
}

fn date(facts: &Facts<'_>) -> Vec<Entry> {
    match (&facts.choice.date, picks(&facts.choice.date)) {
        (Pick::One(index), _) => vec![said(facts, Field::Date, *index)],
        (Pick::Any(_), []) => {
            let whole = |heading: &&Heading| heading.kind == Kind::Whole && is_year(&heading.name);
            let year = facts.headings.iter().find(whole).map(|heading| heading.name.clone());
            let why = Why::DateNone(year);
            vec![Entry::asked(Part::Constants, "date", vec![Value::Blank], why)]
        }
        (Pick::Any(_), columns) => vec![asked(facts, Field::Date, columns, Why::DateAny)],
        (Pick::Named | Pick::Two(..), _) => Vec::new(),
    }
}

fn is_year(heading: &str) -> bool {
    let folded = folded(heading);
    folded.ends_with("jahr") || folded.ends_with("year")
}

fn amount(facts: &Facts<'_>) -> Vec<Entry> {
    match &facts.choice.amount {
        Pick::One(index) => vec![said(facts, Field::Amount, *index)],
        Pick::Two(debit, credit) => {
            vec![said(facts, Field::Debit, *debit), said(facts, Field::Credit, *credit)]
        }
        Pick::Any(columns) if columns.is_empty() => {
            vec![Entry::asked(Part::Columns, "amount", vec![Value::Blank], Why::AmountNone)]
        }
        Pick::Any(columns) => vec![asked(facts, Field::Amount, columns, Why::AmountAny)],
        Pick::Named => named(facts),
    }
}

/// Headings name an amount; but not it and debit and credit, and neither of these alone.
fn named(facts: &Facts<'_>) -> Vec<Entry> {
    let named = |field: Field| facts.choice.named.get(&field).map(Vec::as_slice);
    let (amount, debit, credit) = (named(Field::Amount), named(Field::Debit), named(Field::Credit));
    let lone = |missing: Field| {
        let free = facts
            .inspection
            .columns
            .iter()
            .filter(|column| column.kind == Kind::Amount && column.field.is_none());
        let mut values: Vec<usize> = free.map(|column| column.number - 1).collect();
        values.dedup();
        let entry = asked(facts, missing, &values, Why::OtherSide);
        let values = if values.is_empty() { vec![Value::Blank] } else { entry.values.clone() };
        vec![Entry { values, ..entry }]
    };
    match (amount, debit, credit) {
        (Some(amount), debit, credit) if debit.is_some() || credit.is_some() => {
            let both = [(Field::Amount, Some(amount)), (Field::Debit, debit), (Field::Credit, credit)];
            let entry = |(field, columns): (Field, Option<&[usize]>)| {
                columns.map(|columns| asked(facts, field, columns, Why::AmountTwice))
            };
            both.into_iter().filter_map(entry).collect()
        }
        (None, Some(_), None) => lone(Field::Credit),
        (None, None, Some(_)) => lone(Field::Debit),
        _ => Vec::new(),
    }
}

/// Two headings for one field.
fn twice(facts: &Facts<'_>) -> Vec<Entry> {
    let several = facts
        .choice
        .named
        .iter()
        .filter(|(field, columns)| columns.len() > 1 && !FIRST_COUNTS.contains(field));
    several.map(|(field, columns)| asked(facts, *field, columns, Why::Twice)).collect()
}

/// A column that says debit and credit, under a heading that nobody knows.
fn side(facts: &Facts<'_>) -> Option<Entry> {
    let known = [Field::Side, Field::Debit, Field::Credit];
    if known.iter().any(|field| facts.choice.named.contains_key(field)) {
        return None;
    }
    let both = |(_, sums): &&(usize, &BySide)| sums.rows[0] > 0 && sums.rows[1] > 0;
    let columns: Vec<usize> = facts.sides.iter().filter(both).map(|(index, _)| *index).collect();
    (!columns.is_empty()).then(|| asked(facts, Field::Side, &columns, Why::Side))
}

/// Headings that hint at what rules could look at.
fn hints(facts: &Facts<'_>) -> Vec<Entry> {
    let hints = fields::hints(facts.headings, &facts.choice.named);
    let free = |index: &usize| facts.choice.field(*index).is_none();
    let hints = hints.into_iter().filter(|(_, index)| free(index));
    hints.map(|(field, index)| asked(facts, field, &[index], Why::Hint)).collect()
}
