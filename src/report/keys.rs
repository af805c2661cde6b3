//! Section 2: how each key came to its shares, and what the shares came to.
//!
//! In: the proof of each line. Out: per service and segment what was measured, when and by which source, and a
//! row for each participant: value, share, amount. Whoever divides the value by its sum and multiplies it with
//! the cost gets the amount. A mixed key is followed by the keys that it is mixed of; waterfalls and prices stand in
//! [`super::plans`]; the keys of internal services come last.

use std::collections::BTreeSet;

use super::document::{Cell, Column, Section, Table};
use super::{Edition, plans};
use crate::agreement::{KeyId, Measure, Method, Receiver};
use crate::allocate::{Division, Line, ServiceCost, Slice};
use crate::cost::Internal;
use crate::fraction::{Fraction, Quantity, quantity, whole};
use crate::key::{Ground, Proof, Reading};
use crate::money::Money;
use crate::words::fullcost::{FullPhrase, Label};
use crate::words::phrase::{self, KeyPhrase};
use crate::words::statement::{Caption, Entry, Head};

/// Up to so many parts of a mixed key have a column each.
const PARTS: usize = 4;

pub(super) fn section(edition: &Edition<'_>) -> Section {
    let mut section = edition.section(Caption::Keys);
    for service in &edition.statement.allocation.services {
        let id = &edition.statement.rules.agreement.service(service.service).id;
        for (line, number) in service.lines.iter().zip(1..) {
            let caption = edition.segment(service.service, line.span, line.one_off);
            let shown = Shown { edition, name: format!("{id}/{number}") };
            match &line.division {
                Division::Shares(slice) => shown.slice(slice, caption, &mut section),
                Division::Steps(steps) => plans::steps(&shown, line, steps, caption, &mut section),
                Division::Price(price) => plans::price(&shown, line, price, caption, &mut section),
            }
            if let Some(running) = running(edition, service, line) {
                section.say(running);
            }
        }
    }
    for service in &edition.statement.allocation.charges.internal {
        internal(edition, service, &mut section);
    }
    section
}

/// How a line's cost comes about, where the service's year is divided.
fn running(edition: &Edition<'_>, service: &ServiceCost, line: &Line) -> Option<String> {
    let divided = service.lines.iter().any(|other| other.span != line.span) && !line.one_off;
    let (even, part, share) = (service.even(), &line.part, line.evenly);
    let phrase = FullPhrase::Running { total: line.total, even, part, share, dated: line.total - share };
    divided.then(|| edition.full(&phrase))
}

/// The shares of an internal service, with the exact amounts that they come to.
fn internal(edition: &Edition<'_>, service: &Internal, section: &mut Section) {
    let Some(proof) = &service.proof else { return };
    let id = &edition.statement.rules.agreement.service(service.service).id;
    let shown = Shown { edition, name: format!("{id}/1") };
    let caption = edition.full(&FullPhrase::Charging(edition.service(service.service)));
    section.show(shown.facts(proof, caption));
    let cells = proof.shares.iter().map(|share| Cell::Exact(share * &service.gross)).collect();
    let column = edition.named_numbers(Label::Exact);
    let sum = Cell::Exact(service.gross.clone());
    section.show(shown.shares(proof, Some(Amounts { column, cells, sum })));
    shown.parts(proof, section);
}

/// A proof on its way into the document.
pub(super) struct Shown<'a> {
    pub(super) edition: &'a Edition<'a>,
    /// The end of its tables' names.
    pub(super) name: String,
}

/// What shares came to: a column, a cell per receiver, and their sum.
struct Amounts {
    column: Column,
    cells: Vec<Cell>,
    sum: Cell,
}

impl Shown<'_> {
    /// A key's facts, its shares and what they came to, and the keys that it is mixed of.
    pub(super) fn slice(&self, slice: &Slice, caption: String, section: &mut Section) {
        let parts = || slice.parts.iter().map(|part| part.amount);
        let amounts = Amounts {
            column: self.edition.numbers(Head::Amount),
            cells: parts().map(Cell::Amount).collect(),
            sum: Cell::Amount(parts().sum::<Money>()),
        };
        section.show(self.facts(&slice.proof, caption));
        section.show(self.shares(&slice.proof, Some(amounts)));
        self.parts(&slice.proof, section);
    }

    fn phrase(&self, phrase: &KeyPhrase<'_>) -> String {
        phrase::key(phrase, self.edition.language)
    }

    /// What the key is, a fact to a row.
    pub(super) fn named(&self, key: KeyId, caption: String) -> Table {
        let key = self.edition.statement.rules.agreement.key(key);
        let columns = vec![Column::words(""), Column::words("")];
        let mut table = Table::new(format!("key/{}", self.name), caption, columns);
        let mut fact = |entry: Entry, cell: Cell| table.plain(vec![self.edition.entry(entry), cell]);
        fact(Entry::Key, Cell::Text(self.phrase(&KeyPhrase::Name(&key.name, &key.id))));
        if let Some(basis) = &key.basis {
            fact(Entry::Basis, Cell::text(basis));
        }
        fact(Entry::Measure, Cell::Text(self.method(&key.method)));
        table
    }

    /// What the key is and how it measures, a fact to a row.
    fn facts(&self, proof: &Proof, caption: String) -> Table {
        let mut table = self.named(proof.key, caption);
        let mut fact = |entry: Entry, cell: Cell| table.plain(vec![self.edition.entry(entry), cell]);
        if let Ground::Measured { span, readings, .. } = &proof.ground {
            let one_day = span.from() == span.to();
            fact(if one_day { Entry::ReferenceDate } else { Entry::Period }, Cell::Days(*span));
            fact(Entry::Sources, Cell::Text(self.sources(readings.iter())));
        }
        if let Some(decimals) = self.edition.statement.rules.agreement.key(proof.key).percent_decimals {
            fact(Entry::Rounding, Cell::Text(self.phrase(&KeyPhrase::Rounded(decimals))));
        }
        table
    }

    fn method(&self, method: &Method) -> String {
        match method {
            Method::Equal => self.phrase(&KeyPhrase::Equal),
            Method::Percent(_) => self.phrase(&KeyPhrase::Percent),
            Method::Weights(_) => self.phrase(&KeyPhrase::Weights),
            Method::Driver { driver, measure, .. } => self.phrase(&match measure {
                Measure::At(moment) => KeyPhrase::At(driver, *moment),
                Measure::Sum(over) => KeyPhrase::Sum(driver, *over),
                Measure::Mean(over) => KeyPhrase::Mean(driver, *over),
            }),
            Method::Mix(parts) => {
                let named =
                    |(key, percent): &(KeyId, Quantity)| (*percent, self.edition.key(*key).to_owned());
                self.phrase(&KeyPhrase::Mix(&parts.iter().map(named).collect::<Vec<_>>()))
            }
            Method::PrimaryCost => self.edition.full(&FullPhrase::PrimaryCost),
            Method::Steps(steps) => self.edition.full(&FullPhrase::Steps(steps.len())),
            Method::Price { driver, unit, .. } => self.edition.full(&FullPhrase::Price(driver, *unit)),
        }
    }

    /// The sources that drivers.csv names for the rows, each once.
    pub(super) fn sources<'r>(&self, readings: impl Iterator<Item = &'r Reading>) -> String {
        let drivers = &self.edition.statement.rules.tables.drivers;
        let rows = readings.flat_map(|reading| &reading.rows);
        let sources = rows.filter_map(|row| drivers.get(*row)).map(|row| row.source.as_str());
        let sources: BTreeSet<&str> = sources.filter(|source| !source.is_empty()).collect();
        if sources.is_empty() {
            return "–".to_owned();
        }
        sources.into_iter().collect::<Vec<_>>().join("; ")
    }

    /// Value, share and, where it came to one, amount of each receiver.
    fn shares(&self, proof: &Proof, amounts: Option<Amounts>) -> Table {
        let mut columns = self.columns(proof);
        let (amounts, sum) = amounts.map_or((Vec::new(), None), |amounts| {
            columns.push(amounts.column);
            (amounts.cells, Some(amounts.sum))
        });
        let mut table = self.edition.table(&format!("shares/{}", self.name), Caption::Shares, columns);
        let decimals = self.edition.statement.rules.agreement.key(proof.key).percent_decimals.unwrap_or(4);
        for (index, receiver) in proof.receivers.iter().enumerate() {
            let mut cells = vec![Cell::Text(self.edition.receiver(*receiver))];
            cells.extend(ground(proof, index, self.is_mean(proof)));
            cells.extend(proof.unrounded.as_ref().map(|exact| Cell::share(&exact[index])));
            cells.push(Cell::Percent { share: proof.shares[index].clone(), decimals });
            cells.extend(amounts.get(index).cloned());
            table.plain(cells);
        }
        let mut sums = vec![self.edition.entry(Entry::Sum)];
        sums.extend(ground_sum(&proof.ground, self.is_mean(proof)));
        sums.extend(proof.unrounded.as_ref().map(|exact| Cell::share(&exact.iter().sum())));
        sums.push(Cell::Percent { share: proof.shares.iter().sum(), decimals });
        sums.extend(sum);
        table.sum(sums);
        table
    }

    /// Are the values means of rows? Then the sums are shown too, so that they can be divided by hand.
    fn is_mean(&self, proof: &Proof) -> bool {
        let method = &self.edition.statement.rules.agreement.key(proof.key).method;
        matches!(method, Method::Driver { measure: Measure::Mean(_), .. })
    }

    fn columns(&self, proof: &Proof) -> Vec<Column> {
        let partners = proof.receivers.iter().all(|receiver| matches!(receiver, Receiver::Partner(_)));
        let mut columns = vec![if partners {
            self.edition.words(Head::Partner)
        } else {
            self.edition.named_words(Label::Receiver)
        }];
        match &proof.ground {
            Ground::Equal => {}
            Ground::Written(_) => columns.push(self.edition.numbers(Head::Written)),
            Ground::Primary(_) => columns.push(self.edition.numbers(Head::Cost)),
            Ground::Measured { driver, .. } => {
                columns.extend(self.is_mean(proof).then(|| self.edition.named_numbers(Label::RowSum)));
                columns.extend([Column::numbers(driver), self.edition.numbers(Head::Rows)]);
            }
            Ground::Mixed(parts) => {
                let parts = parts.iter().filter(|_| parts.len() <= PARTS);
                let heading = |(part, percent): &(Proof, Quantity)| {
                    self.phrase(&KeyPhrase::Part(*percent, self.edition.key(part.key)))
                };
                columns.extend(parts.map(|part| Column::numbers(heading(part))));
            }
        }
        columns.extend(proof.unrounded.as_ref().map(|_| self.edition.numbers(Head::Unrounded)));
        columns.push(self.edition.numbers(Head::Share));
        columns
    }

    /// The keys that a mixed key is mixed of, and theirs.
    fn parts(&self, proof: &Proof, section: &mut Section) {
        let Ground::Mixed(parts) = &proof.ground else { return };
        for ((part, percent), number) in parts.iter().zip(1..) {
            let name = format!("{}/{number}", self.name);
            let shown = Shown { edition: self.edition, name };
            let caption = shown.phrase(&KeyPhrase::PartOfMix(*percent, self.edition.key(part.key)));
            section.show(shown.facts(part, caption));
            section.show(shown.shares(part, None));
            shown.parts(part, section);
        }
    }
}

/// What a receiver's share was taken from.
fn ground(proof: &Proof, index: usize, mean: bool) -> Vec<Cell> {
    match &proof.ground {
        Ground::Equal => Vec::new(),
        Ground::Written(values) => vec![Cell::Number(quantity(values[index]))],
        Ground::Measured { readings, .. } => {
            let reading = &readings[index];
            let rows = u64::try_from(reading.rows.len()).unwrap_or(u64::MAX);
            let sum = mean.then(|| Cell::Number(&reading.value * whole(rows)));
            sum.into_iter().chain([Cell::Number(reading.value.clone()), Cell::Count(rows)]).collect()
        }
        Ground::Primary(costs) => vec![Cell::Amount(costs[index])],
        Ground::Mixed(parts) => {
            let parts = parts.iter().filter(|_| parts.len() <= PARTS);
            let share = |part: &Proof| part.share_of(proof.receivers[index]).map_or(Cell::Empty, Cell::share);
            parts.map(|(part, _)| share(part)).collect()
        }
    }
}

/// The sums of what the shares were taken from.
fn ground_sum(ground: &Ground, mean: bool) -> Vec<Cell> {
    let number = |sum: Option<Fraction>| sum.map_or(Cell::Empty, Cell::Number);
    match ground {
        Ground::Equal => Vec::new(),
        Ground::Written(_) => vec![number(ground.sum())],
        Ground::Primary(costs) => vec![Cell::Amount(costs.iter().copied().sum())],
        Ground::Measured { .. } => {
            let blank = mean.then_some(Cell::Empty);
            blank.into_iter().chain([number(ground.sum()), Cell::Empty]).collect()
        }
        Ground::Mixed(parts) => {
            let parts = parts.iter().filter(|_| parts.len() <= PARTS);
            parts.map(|(part, _)| Cell::share(&part.shares.iter().sum())).collect()
        }
    }
}
