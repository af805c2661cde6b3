//! Section 4, continued: the stand-alone costs, row by row.
//!
//! In: the rows that count in the year. Out: each with what it states, for how long it counts, what that comes to, and
//! the source; those that follow the price index with both means of it. Whoever adds up gets the stand-alone cost.

use super::Edition;
use super::document::{Cell, Section, Table};
use crate::apportion::rounded;
use crate::money::Money;
use crate::savings::{Counted, Savings};
use crate::series::prices::SOURCE;
use crate::words::fullcost::{FullPhrase, Label, Note, Title};
use crate::words::statement::{Head, Record};

/// The tables, where rows count.
pub(super) fn show(edition: &Edition<'_>, savings: &Savings, section: &mut Section) {
    if !savings.rows.is_empty() {
        section.show(rows(edition, savings));
        section.say(edition.note(Note::StandaloneRows));
        section.show(sources(edition, savings));
    }
    let indexed = indexed(edition, savings);
    if !indexed.rows.is_empty() {
        section.show(indexed);
        section.say(edition.full(&FullPhrase::IndexSource(SOURCE)));
    }
}

fn rows(edition: &Edition<'_>, savings: &Savings) -> Table {
    let columns = vec![
        edition.named_numbers(Label::Number),
        edition.words(Head::Service),
        edition.words(Head::Partner),
        edition.named_words(Label::StandaloneKind),
        edition.named_numbers(Label::Stated),
        edition.named_words(Label::Days),
        edition.named_numbers(Label::Exact),
    ];
    let mut table = edition.titled("savings/rows", Title::StandaloneRows, columns);
    let mut above = None;
    for (number, Counted { row, days, amount, .. }) in (1..).zip(&savings.rows) {
        table.plain(vec![
            Cell::Count(number),
            Cell::once(above != Some(row.service), edition.service(row.service)),
            Cell::text(edition.partner(row.partner)),
            Cell::Text(edition.full(&FullPhrase::StandaloneKind(row.kind))),
            Cell::Amount(row.amount),
            days.map_or(Cell::Day(row.from), Cell::Days),
            Cell::Exact(amount.clone()),
        ]);
        above = Some(row.service);
    }
    table
}

/// What the rows rest on, by their numbers.
fn sources(edition: &Edition<'_>, savings: &Savings) -> Table {
    let columns = vec![
        edition.named_numbers(Label::Number),
        edition.record_words(Record::Grade),
        edition.named_words(Label::Source),
    ];
    let mut table = edition.titled("savings/sources", Title::StandaloneSources, columns);
    for (number, Counted { row, .. }) in (1..).zip(&savings.rows) {
        let grade = edition.entry(super::savings::grade(row.grade));
        table.plain(vec![Cell::Count(number), grade, Cell::text(&row.source)]);
    }
    table
}

fn indexed(edition: &Edition<'_>, savings: &Savings) -> Table {
    let numbers = [Label::Stated, Label::Level, Label::LevelMean, Label::YearMean, Label::AtYear];
    let mut columns = vec![edition.words(Head::Service), edition.words(Head::Partner)];
    columns.extend(numbers.map(|label| edition.named_numbers(label)));
    let mut table = edition.titled("savings/indexed", Title::Indexed, columns);
    let indexed = savings.rows.iter().filter_map(|counted| Some((&counted.row, counted.indexed.as_ref()?)));
    for (row, index) in indexed {
        table.plain(vec![
            Cell::text(edition.service(row.service)),
            Cell::text(edition.partner(row.partner)),
            Cell::Amount(row.amount),
            Cell::Text(index.level.to_string()),
            Cell::Number(index.level_mean.clone()),
            Cell::Number(index.year_mean.clone()),
            Cell::Amount(rounded(&index.amount, Money::CENT)),
        ]);
    }
    table
}
