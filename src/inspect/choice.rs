//! Which columns hold the date and the amount that a posting needs.
//!
//! In: headings, and what their columns look like. Out: the columns that headings name; else, where exactly one
//! column looks like it, that one; else all that do. Two that would do are a question, never a guess.

use std::collections::BTreeMap;

use super::column::Kind;
use super::fields::{self, Heading};
use crate::agreement::Field;
use crate::ledger::header::folded;

/// The columns of a needed field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pick {
    /// Headings name them.
    Named,
    /// Exactly one column looks like it.
    One(usize),
    /// Any of these may be it.
    Any(Vec<usize>),
    /// Two columns, of debit and credit.
    Two(usize, usize),
}

/// The columns that a ledger needs.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    pub(super) named: BTreeMap<Field, Vec<usize>>,
    pub(super) date: Pick,
    pub(super) amount: Pick,
}

impl Choice {
    pub(super) fn of(headings: &[Heading]) -> Self {
        let named = fields::named(headings);
        let has = |fields: &[Field]| fields.iter().any(|field| named.contains_key(field));
        let free = |index: usize| !named.values().flatten().any(|taken| *taken == index);
        let look = |kind: Kind| -> Vec<usize> {
            let columns = headings.iter().enumerate();
            columns
                .filter(|(index, heading)| heading.kind == kind && free(*index))
                .map(|(index, _)| index)
                .collect()
        };
        let dated = has(&[Field::Date, Field::VoucherDate]);
        let date = if dated { Pick::Named } else { picked(look(Kind::Date)) };
        let amount = if has(&[Field::Amount, Field::Debit, Field::Credit]) {
            Pick::Named
        } else {
            amount(headings, look(Kind::Amount), look(Kind::Whole))
        };
        Self { named, date, amount }
    }

    fn of_fields(&self, fields: &[Field]) -> Vec<usize> {
        fields.iter().filter_map(|field| self.named.get(field)).flatten().copied().collect()
    }

    /// The columns whose numbers would be read.
    pub(super) fn amounts(&self) -> Vec<usize> {
        match &self.amount {
            Pick::Named => self.of_fields(&[Field::Amount, Field::Debit, Field::Credit]),
            Pick::One(column) => vec![*column],
            Pick::Any(columns) => columns.clone(),
            Pick::Two(debit, credit) => vec![*debit, *credit],
        }
    }

    /// The columns whose dates would be read.
    pub(super) fn dates(&self) -> Vec<usize> {
        let mut columns = match &self.date {
            Pick::One(column) => vec![*column],
            Pick::Any(columns) => columns.clone(),
            Pick::Named | Pick::Two(..) => self.of_fields(&[Field::Date, Field::VoucherDate]),
        };
        columns.extend(self.of_fields(&[Field::PeriodFrom, Field::PeriodTo]));
        columns
    }

    /// The field that the column holds for certain, and whether its heading says so.
    pub(super) fn field(&self, column: usize) -> Option<(Field, bool)> {
        let named = self.named.iter().find(|(_, columns)| columns.contains(&column));
        let look = match (&self.date, &self.amount) {
            (Pick::One(date), _) if *date == column => Some(Field::Date),
            (_, Pick::One(amount)) if *amount == column => Some(Field::Amount),
            (_, Pick::Two(debit, _)) if *debit == column => Some(Field::Debit),
            (_, Pick::Two(_, credit)) if *credit == column => Some(Field::Credit),
            _ => None,
        };
        named.map(|(field, _)| (*field, true)).or_else(|| look.map(|field| (field, false)))
    }
}

fn picked(columns: Vec<usize>) -> Pick {
    match columns[..] {
        [column] => Pick::One(column),
        _ => Pick::Any(columns),
    }
}

/// Columns of amounts; where none has a mark, whole numbers whose heading speaks of an amount.
fn amount(headings: &[Heading], marked: Vec<usize>, whole: Vec<usize>) -> Pick {
    let columns = if marked.is_empty() {
        whole.into_iter().filter(|column| fields::is_amount(&headings[*column].name)).collect()
    } else {
        marked
    };
    let sided = |words: [&str; 2]| {
        let fits = |column: &&usize| {
            let name = folded(&headings[**column].name);
            words.iter().any(|word| name.contains(word))
        };
        let mut found = columns.iter().filter(fits);
        found.next().filter(|_| found.next().is_none()).copied()
    };
    match (sided(["soll", "debit"]), sided(["haben", "credit"])) {
        (Some(debit), Some(credit)) if debit != credit => Pick::Two(debit, credit),
        _ => picked(columns),
    }
}
