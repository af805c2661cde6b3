//! Corrections to a sealed year, in place of the statement that the live folder would give now.
//!
//! In: what differs, and the places of the rows that do. Out: a document: what is open and what to type next; the rows that
//! came in, went out or changed; cost, claims and balances as sealed, as they would be now, and the difference; what is
//! carried already. Only what differs is shown, but of a service or a pair that does, all of it.

use std::collections::BTreeMap;

use super::document::{Cell, Column, Document, Section, Table};
use super::finding::Spot;
use crate::agreement::Language;
use crate::corrections::{Corrections, Figures, For};
use crate::money::Money;
use crate::period::Year;
use crate::place::Place;
use crate::words::corrections::{CorrectionLabel as Label, CorrectionPhrase as Phrase, label, said};
use crate::words::statement::{Entry, Head, entry, head};

mod changes;
mod figures;
mod json;

pub use changes::differing_rows;
pub use json::corrections_json;

/// The places of rows, as an editor shows them.
#[derive(Debug, Default)]
pub struct Spots {
    /// In the live folder.
    pub live: BTreeMap<Place, Spot>,
    /// In the seal's inputs.
    pub sealed: BTreeMap<Place, Spot>,
}

/// The corrections as a document. `next` is the line that writes the rows of opening.csv, and their year; `warnings` are
/// those of the live statement, as a table.
#[must_use]
pub fn corrections(
    found: &Corrections<'_>,
    spots: &Spots,
    next: (&str, Year),
    warnings: Table,
    language: Language,
) -> Document {
    let page = Page { found, spots, language };
    let mut result = page.result(next);
    result.show(warnings);
    let year = found.year;
    Document {
        title: page.said(&Phrase::Title(year, found.agreement)),
        subtitle: vec![page.said(&Phrase::Locked(year)), page.said(&Phrase::Signs)],
        sections: vec![
            result,
            changes::section(&page),
            figures::costs(&page),
            figures::claims(&page),
            figures::carried(&page),
        ],
    }
}

/// Corrections, read in a language.
struct Page<'a> {
    found: &'a Corrections<'a>,
    spots: &'a Spots,
    language: Language,
}

impl Page<'_> {
    /// Who owes whom, and what to type.
    fn result(&self, (command, into): (&str, Year)) -> Section {
        let mut section = self.section(Label::PartResult);
        let names = &self.found.names;
        let open = self.found.open_by_pair();
        let owes = |(from, to, sum): &(&str, &str, Money)| {
            self.said(&Phrase::Owes(names.partner(from), names.partner(to), *sum))
        };
        if !open.is_empty() {
            section.list(open.iter().map(owes));
        }
        let next = self.said(&Phrase::Next { command, into });
        if self.found.carry.iter().any(|row| !row.open().is_zero()) {
            section.list(next.lines());
        } else if self.found.carry.is_empty() {
            section.say(self.said(&Phrase::NobodyOwes));
        } else {
            section.say(self.said(&Phrase::AllCarried));
        }
        section.show(self.savings());
        section
    }

    /// What was saved as sealed and now, where it differs.
    fn savings(&self) -> Table {
        let numbers = [Label::Sealed, Label::New, Label::Difference].map(|label| self.numbers(label));
        let columns = [Column::words("")].into_iter().chain(numbers).collect();
        let mut table = self.table("corrections/savings", Label::Savings, columns);
        let (sealed, live) = (&self.found.sealed, &self.found.live);
        let mut row = |name: Cell, was: Option<Money>, is: Option<Money>| {
            if was != is {
                let cell = |amount: Option<Money>| amount.map_or(Cell::Empty, Cell::Amount);
                let difference = is.unwrap_or_default() - was.unwrap_or_default();
                table.plain(vec![name, cell(was), cell(is), Cell::Signed(difference)]);
            }
        };
        for partner in self.found.names.partners() {
            let of = |figures: &Figures| figures.avoided.get(partner).copied();
            row(self.partner(partner), of(sealed), of(live));
        }
        row(Cell::text(label(Label::Net, self.language)), sealed.net, live.net);
        row(Cell::text(label(Label::Deviation, self.language)), sealed.deviation, live.deviation);
        table
    }

    fn said(&self, phrase: &Phrase<'_>) -> String {
        said(phrase, self.language)
    }

    fn partner(&self, id: &str) -> Cell {
        Cell::text(self.found.names.partner(id))
    }

    /// A service by its name, the rest by what it is called.
    fn named(&self, of: &For) -> String {
        match of {
            For::Service(id) => self.found.names.service(id).to_owned(),
            other => self.said(&Phrase::Named(other)),
        }
    }

    fn section(&self, heading: Label) -> Section {
        Section { heading: label(heading, self.language).to_owned(), blocks: Vec::new() }
    }

    fn table(&self, name: &str, caption: Label, columns: Vec<Column>) -> Table {
        Table::new(name, label(caption, self.language), columns)
    }

    fn words(&self, heading: Label) -> Column {
        Column::words(label(heading, self.language))
    }

    fn numbers(&self, heading: Label) -> Column {
        Column::numbers(label(heading, self.language))
    }

    fn head(&self, heading: Head) -> Column {
        Column::words(head(heading, self.language))
    }

    fn entry(&self, name: Entry) -> Cell {
        Cell::text(entry(name, self.language))
    }
}
