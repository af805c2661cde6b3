//! Section 2, continued: waterfalls and prices per unit.
//!
//! In: a line that was divided step by step, or at a price. Out: the steps with what each took and left, then each
//! step's shares, then what all came to; or units, price and amounts, and what the price brought too much or too little.

use num_traits::{One, Zero};

use super::document::{Cell, Column, Section, Table};
use super::keys::Shown;
use crate::agreement::PartnerId;
use crate::allocate::{Line, StepBearer, StepCost, UnitPrice};
use crate::fraction::{Fraction, exact};
use crate::key::Reading;
use crate::words::fullcost::{FullPhrase, Label, Title};
use crate::words::statement::{Entry, Head};

/// A waterfall.
pub(super) fn steps(
    shown: &Shown<'_>,
    line: &Line,
    steps: &[StepCost],
    caption: String,
    section: &mut Section,
) {
    section.show(shown.named(line.key, caption));
    section.show(taken(shown, line, steps));
    for (step, number) in steps.iter().zip(1..) {
        if let Some(slice) = step.slice().filter(|_| !step.amount.is_zero()) {
            let name = format!("{}/{number}", shown.name);
            let of_step = Shown { edition: shown.edition, name };
            let key = shown.edition.key(slice.proof.key);
            let caption = shown.edition.full(&FullPhrase::StepKey(number, key));
            of_step.slice(slice, caption, section);
        }
    }
    let sums = vec![shown.edition.words(Head::Partner), shown.edition.numbers(Head::Amount)];
    let mut table = shown.edition.titled(&format!("shares/{}", shown.name), Title::StepSums, sums);
    for (partner, amount) in line.participants.iter().zip(line.amounts()) {
        table.plain(vec![Cell::text(shown.edition.partner(*partner)), Cell::Amount(amount)]);
    }
    table.sum(vec![shown.edition.entry(Entry::Sum), Cell::Amount(line.allocated())]);
    section.show(table);
}

/// What each step took, what it left, and who bears it.
fn taken(shown: &Shown<'_>, line: &Line, steps: &[StepCost]) -> Table {
    let edition = shown.edition;
    let columns = vec![
        edition.named_words(Label::Step),
        edition.named_numbers(Label::Takes),
        edition.named_numbers(Label::Left),
        edition.named_words(Label::Bears),
    ];
    let mut table = edition.titled(&format!("steps/{}", shown.name), Title::Steps, columns);
    for (step, number) in steps.iter().zip(1..) {
        let name = edition.full(&FullPhrase::Step(step.take, step.limit, !line.part.is_one()));
        let bearer = match &step.bearer {
            StepBearer::Alone(index, _) => {
                line.participants.get(*index).map_or("", |id| edition.partner(*id))
            }
            StepBearer::Shared(slice) => edition.key(slice.proof.key),
        };
        table.plain(vec![
            Cell::Text(format!("{number}. {name}")),
            Cell::Amount(step.amount),
            Cell::Amount(step.left),
            Cell::text(bearer),
        ]);
    }
    table.sum(vec![edition.entry(Entry::Sum), Cell::Amount(line.total), Cell::Empty, Cell::Empty]);
    table
}

/// A price per unit.
pub(super) fn price(
    shown: &Shown<'_>,
    line: &Line,
    price: &UnitPrice,
    caption: String,
    section: &mut Section,
) {
    let edition = shown.edition;
    let mut facts = shown.named(line.key, caption);
    facts.plain(vec![edition.entry(Entry::Period), Cell::Days(price.span)]);
    let readings = price.readings.iter().flatten();
    facts.plain(vec![edition.entry(Entry::Sources), Cell::Text(shown.sources(readings))]);
    section.show(facts);
    let columns = vec![
        edition.words(Head::Partner),
        Column::numbers(&price.driver),
        edition.named_numbers(Label::Exact),
        edition.numbers(Head::Amount),
        edition.named_numbers(Label::AtCost),
    ];
    let mut table = edition.titled(&format!("shares/{}", shown.name), Title::UnitPrice, columns);
    let counted: Fraction = price.readings.iter().flatten().map(|reading| &reading.value).sum();
    let all_counted = price.readings.iter().all(Option::is_some);
    let at_cost = |units: Option<&Reading>| match units {
        Some(units) if all_counted && !counted.is_zero() => {
            Cell::Exact(exact(line.total) * &units.value / &counted)
        }
        _ => Cell::Empty,
    };
    for (index, (partner, part)) in line.participants.iter().zip(&price.parts).enumerate() {
        let units = price.readings.get(index).and_then(Option::as_ref);
        let rest = index == price.rest;
        table.plain(vec![
            name(shown, *partner, rest),
            units.map_or(Cell::Empty, |reading| Cell::Number(reading.value.clone())),
            if rest { Cell::Empty } else { Cell::Exact(part.exact.clone()) },
            Cell::Amount(part.amount),
            at_cost(units),
        ]);
    }
    let sum = Cell::Amount(line.allocated());
    table.sum(vec![edition.entry(Entry::Sum), Cell::Number(counted), Cell::Empty, sum, Cell::Empty]);
    section.show(table);
    let rest = line.participants.get(price.rest).map_or("", |partner| edition.partner(*partner));
    let (recovered, cost) = (price.recovered, line.total);
    section.say(edition.full(&FullPhrase::Recovery { recovered, cost, rest, all_counted }));
}

fn name(shown: &Shown<'_>, partner: PartnerId, rest: bool) -> Cell {
    let partner = shown.edition.partner(partner);
    if rest { Cell::Text(shown.edition.full(&FullPhrase::RestOfPrice(partner))) } else { Cell::text(partner) }
}
