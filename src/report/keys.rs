//! Section 2: how each key came to its shares, and what the shares came to.
//!
//! In: the proof of each line. Out: per service and segment what was measured, when and by which source, and a
//! row for each participant: value, share, amount. Whoever divides the value by its sum and multiplies it with
//! the cost gets the amount. A mixed key is followed by the keys that it is mixed of.

use std::collections::BTreeSet;

use super::Edition;
use super::document::{Cell, Column, Section, Table};
use crate::agreement::{KeyId, Measure, Method, PartnerId};
use crate::allocate::Line;
use crate::fraction::{Fraction, Quantity, quantity};
use crate::key::{Ground, Proof, Reading};
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
            let shown = Shown { edition, name: format!("{id}/{number}"), participants: &line.participants };
            section.show(shown.facts(&line.proof, caption));
            section.show(shown.shares(&line.proof, Some(line)));
            shown.parts(&line.proof, &mut section);
        }
    }
    section
}

/// A proof on its way into the document.
struct Shown<'a> {
    edition: &'a Edition<'a>,
    /// The end of its tables' names.
    name: String,
    participants: &'a [PartnerId],
}

impl Shown<'_> {
    fn phrase(&self, phrase: &KeyPhrase<'_>) -> String {
        phrase::key(phrase, self.edition.language)
    }

    /// What the key is and how it measures, a fact to a row.
    fn facts(&self, proof: &Proof, caption: String) -> Table {
        let key = self.edition.statement.rules.agreement.key(proof.key);
        let columns = vec![Column::words(""), Column::words("")];
        let mut table = Table::new(format!("key/{}", self.name), caption, columns);
        let mut fact = |entry: Entry, cell: Cell| table.plain(vec![self.edition.entry(entry), cell]);
        fact(Entry::Key, Cell::Text(self.phrase(&KeyPhrase::Name(&key.name, &key.id))));
        if let Some(basis) = &key.basis {
            fact(Entry::Basis, Cell::text(basis));
        }
        fact(Entry::Measure, Cell::Text(self.method(&key.method)));
        if let Ground::Measured { span, readings, .. } = &proof.ground {
            let one_day = span.from() == span.to();
            fact(if one_day { Entry::ReferenceDate } else { Entry::Period }, Cell::Days(*span));
            fact(Entry::Sources, Cell::Text(self.sources(readings)));
        }
        if let Some(decimals) = key.percent_decimals {
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
        }
    }

    /// The sources that drivers.csv names for the rows, each once.
    fn sources(&self, readings: &[Reading]) -> String {
        let drivers = &self.edition.statement.rules.tables.drivers;
        let rows = readings.iter().flat_map(|reading| &reading.rows);
        let sources = rows.filter_map(|row| drivers.get(*row)).map(|row| row.source.as_str());
        let sources: BTreeSet<&str> = sources.filter(|source| !source.is_empty()).collect();
        if sources.is_empty() {
            return "–".to_owned();
        }
        sources.into_iter().collect::<Vec<_>>().join("; ")
    }

    /// Value, share and, for a line, amount of each participant.
    fn shares(&self, proof: &Proof, line: Option<&Line>) -> Table {
        let mut table =
            self.edition.table(&format!("shares/{}", self.name), Caption::Shares, self.columns(proof, line));
        let decimals = self.edition.statement.rules.agreement.key(proof.key).percent_decimals.unwrap_or(4);
        for (index, partner) in self.participants.iter().enumerate() {
            let mut cells = vec![Cell::text(self.edition.partner(*partner))];
            cells.extend(ground(&proof.ground, index));
            cells.extend(proof.unrounded.as_ref().map(|exact| Cell::share(&exact[index])));
            cells.push(Cell::Percent { share: proof.shares[index].clone(), decimals });
            cells.extend(line.map(|line| Cell::Amount(line.parts[index].amount)));
            table.plain(cells);
        }
        let mut sums = vec![self.edition.entry(Entry::Sum)];
        sums.extend(ground_sum(&proof.ground));
        sums.extend(proof.unrounded.as_ref().map(|exact| Cell::share(&exact.iter().sum())));
        sums.push(Cell::Percent { share: proof.shares.iter().sum(), decimals });
        sums.extend(line.map(|line| Cell::Amount(line.allocated())));
        table.sum(sums);
        table
    }

    fn columns(&self, proof: &Proof, line: Option<&Line>) -> Vec<Column> {
        let mut columns = vec![self.edition.words(Head::Partner)];
        match &proof.ground {
            Ground::Equal => {}
            Ground::Written(_) => columns.push(self.edition.numbers(Head::Written)),
            Ground::Measured { driver, .. } => {
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
        columns.extend(line.map(|_| self.edition.numbers(Head::Amount)));
        columns
    }

    /// The keys that a mixed key is mixed of, and theirs.
    fn parts(&self, proof: &Proof, section: &mut Section) {
        let Ground::Mixed(parts) = &proof.ground else { return };
        for ((part, percent), number) in parts.iter().zip(1..) {
            let name = format!("{}/{number}", self.name);
            let shown = Shown { edition: self.edition, name, participants: self.participants };
            let caption = shown.phrase(&KeyPhrase::PartOfMix(*percent, self.edition.key(part.key)));
            section.show(shown.facts(part, caption));
            section.show(shown.shares(part, None));
            shown.parts(part, section);
        }
    }
}

/// What a participant's share was taken from.
fn ground(ground: &Ground, index: usize) -> Vec<Cell> {
    match ground {
        Ground::Equal => Vec::new(),
        Ground::Written(values) => vec![Cell::Number(quantity(values[index]))],
        Ground::Measured { readings, .. } => {
            let reading = &readings[index];
            let rows = u64::try_from(reading.rows.len()).unwrap_or(u64::MAX);
            vec![Cell::Number(reading.value.clone()), Cell::Count(rows)]
        }
        Ground::Mixed(parts) => {
            let parts = parts.iter().filter(|_| parts.len() <= PARTS);
            parts.map(|(part, _)| Cell::share(&part.shares[index])).collect()
        }
    }
}

/// The sums of what the shares were taken from.
fn ground_sum(ground: &Ground) -> Vec<Cell> {
    let number = |sum: Option<Fraction>| sum.map_or(Cell::Empty, Cell::Number);
    match ground {
        Ground::Equal => Vec::new(),
        Ground::Written(_) => vec![number(ground.sum())],
        Ground::Measured { .. } => vec![number(ground.sum()), Cell::Empty],
        Ground::Mixed(parts) => {
            let parts = parts.iter().filter(|_| parts.len() <= PARTS);
            parts.map(|(part, _)| Cell::share(&part.shares.iter().sum())).collect()
        }
    }
}
