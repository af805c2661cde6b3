//! An explanation for people: a tree of steps as text, Markdown or rows of a spreadsheet.
//!
//! In: the steps, and the lines at which their places were found. Out: text. The signs before the steps say how they
//! count: `+` and `-` make up the figure above, `·` says why. Nothing is computed here.

use std::collections::BTreeMap;

use super::document::{Block, Cell, Column, Document, Section, Table};
use super::{Spot, csv};
use crate::agreement::Agreement;
use crate::explain::{CostStep, Figure, KeyStep, Question, Role, Step, What};
use crate::period::Year;
use crate::place::Place;
use crate::words::explain::{ExplainNote, Names, note, step};
use crate::words::format::{self, printable};
use crate::words::statement::{self as words, Head, Record};

mod json;
mod tree;

pub use json::explanation_json;
pub use tree::{explanation_md, explanation_text};

/// An explanation with all that is shown of it.
#[derive(Debug, Clone, Copy)]
pub struct Explanation<'a> {
    /// The names.
    pub names: Names<'a>,
    /// The statement's year.
    pub year: Year,
    /// What was asked.
    pub question: Question,
    /// The steps.
    pub root: &'a Step,
    /// Where places lie.
    pub spots: &'a BTreeMap<Place, Spot>,
}

impl<'a> Explanation<'a> {
    fn agreement(&self) -> &'a Agreement {
        self.names.agreement
    }

    fn note(&self, which: ExplainNote) -> &'static str {
        note(which, self.names.language)
    }

    /// The heading.
    fn title(&self) -> String {
        format!("{} {} · {}", self.note(ExplainNote::Title), self.year, self.text(self.root))
    }

    /// The sentences below it.
    fn head(&self) -> Vec<String> {
        let summed = |step: &Step| match &step.what {
            What::Cost(CostStep::Month(..)) => true,
            What::Key(KeyStep::Reading(_, rows, _)) => *rows > 0 && step.parts.is_empty(),
            _ => false,
        };
        let by_month = self.root.all().into_iter().any(summed);
        let by_month = by_month.then(|| self.note(ExplainNote::ByMonth).to_owned());
        let how = self.note(ExplainNote::HowToRead).to_owned();
        [printable(&self.agreement().name), how].into_iter().chain(by_month).collect()
    }

    /// A step's words, without its figure.
    fn text(&self, step: &Step) -> String {
        printable(&self::step(&step.what, self.names))
    }

    /// `ledger/a.csv:12`
    fn place(&self, step: &Step) -> Option<String> {
        Some(self.spots.get(&step.place?)?.row())
    }

    /// A step's figure.
    fn figure(&self, step: &Step) -> String {
        match &step.figure {
            Figure::None => String::new(),
            Figure::Euro(amount) => format::amount(*amount, self.names.language),
            Figure::Exact(cents) => self.names.exact(cents),
            Figure::Share(share) => self.names.share(share),
            Figure::Quantity(value) => format::number(value, self.names.language),
        }
    }
}

/// How a step counts: `+`, `-`, `·`.
fn sign(role: Role) -> &'static str {
    match role {
        Role::Plus => "+",
        Role::Minus => "-",
        Role::Beside => "·",
    }
}

/// The same in words, since a spreadsheet would take a sign for a formula.
fn counts(role: Role) -> ExplainNote {
    match role {
        Role::Plus => ExplainNote::Plus,
        Role::Minus => ExplainNote::Minus,
        Role::Beside => ExplainNote::Beside,
    }
}

/// The explanation for a spreadsheet: a row for each step with its level, sign, words, figure and place.
#[must_use]
pub fn explanation_csv(explanation: &Explanation<'_>) -> String {
    let language = explanation.names.language;
    let place = words::record(Record::Place, language);
    let columns = vec![
        Column::numbers(note(ExplainNote::Level, language)),
        Column::words(note(ExplainNote::Sign, language)),
        Column::words(note(ExplainNote::Step, language)),
        Column::numbers(words::head(Head::Amount, language)),
        Column::words(place),
    ];
    let mut table = Table::new("explanation", explanation.title(), columns);
    for step in &explanation.root.parts {
        rows(explanation, step, 1, &mut table);
    }
    let section = Section { heading: String::new(), blocks: vec![Block::Table(table)] };
    let document =
        Document { title: explanation.title(), subtitle: explanation.head(), sections: vec![section] };
    csv(&document, language)
}

fn rows(explanation: &Explanation<'_>, step: &Step, level: u64, table: &mut Table) {
    let language = explanation.names.language;
    table.plain(vec![
        Cell::Count(level),
        Cell::text(note(counts(step.role), language)),
        Cell::Text(explanation.text(step)),
        match &step.figure {
            Figure::None => Cell::Empty,
            Figure::Euro(amount) => Cell::Amount(*amount),
            Figure::Exact(cents) => Cell::Exact(cents.clone()),
            Figure::Share(share) => Cell::share(share),
            Figure::Quantity(value) => Cell::Number(value.clone()),
        },
        explanation.place(step).map_or(Cell::Empty, Cell::Text),
    ]);
    for part in &step.parts {
        rows(explanation, part, level + 1, table);
    }
}
