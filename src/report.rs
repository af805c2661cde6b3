//! Reports: a statement becomes a document, and a document becomes text, Markdown, CSV or JSON.
//!
//! In: a [`Statement`], the findings that belong to it with the places they were found at, a language. Out: what
//! a person or a machine reads. Every figure was computed before; here it is only put in its place. The
//! result and the five sections stand in files of their own, and so does each format, which knows nothing of sections.

use crate::agreement::{KeyId, Language, PartnerId, Receiver, ServiceId};
use crate::period::Span;
use crate::statement::Statement;
use crate::words::fullcost::{self, FullPhrase, Label, Note, Title};
use crate::words::phrase::CostPhrase;
use crate::words::statement::{Caption, Entry, Head, Record};
use crate::words::{phrase, statement as words};

pub mod document;
pub mod finding;
pub mod format;

mod assets;
mod audit;
mod balances;
mod charges;
mod claims;
mod comparison;
mod corrections;
mod costs;
mod csv;
mod evidence;
mod explanation;
mod inputs;
mod inspection;
mod json;
mod keys;
mod locate;
mod md;
mod plans;
mod result;
mod savings;
mod standalone;
mod text;
mod trend;
mod view;

pub use audit::{DuplicatesView, OverlapView};
pub use audit::{duplicates_document, duplicates_json, overlap_document, overlap_json};
pub use comparison::{Comparison, comparison};
pub use corrections::{Spots, corrections, corrections_json, differing_rows};
pub use csv::csv;
pub use document::Document;
pub use explanation::{Explanation, explanation_csv, explanation_json, explanation_md, explanation_text};
pub use finding::{Located, Spot};
pub use format::Format;
pub use inspection::{inspection, inspection_json};
pub use json::comparison::comparison_json;
pub use json::json;
pub(crate) use json::pretty;
pub use json::trend::trend_json;
pub use locate::{locate, locate_places};
pub use md::md;
pub use text::text;
pub use trend::{Trend, trend};

use document::{Cell, Column, Section, Table};

/// The statement as a document. `warnings` are the statement's own, located, in their order.
#[must_use]
pub fn document(statement: &Statement<'_>, warnings: &[Located<'_>], language: Language) -> Document {
    let edition = Edition { statement, language };
    Document {
        title: edition.cost(&CostPhrase::Title(statement.year, &statement.rules.agreement.name)),
        subtitle: edition.subtitle(),
        sections: vec![
            result::section(&edition, warnings),
            costs::section(&edition),
            keys::section(&edition),
            claims::section(&edition),
            savings::section(&edition),
            evidence::section(&edition, warnings),
        ],
    }
}

/// The statement's warnings as a table; one without rows where there are none.
#[must_use]
pub fn warnings(statement: &Statement<'_>, warnings: &[Located<'_>], language: Language) -> Table {
    evidence::warnings(&Edition { statement, language }, warnings)
}

/// A statement in a language.
struct Edition<'a> {
    statement: &'a Statement<'a>,
    language: Language,
}

impl<'a> Edition<'a> {
    fn subtitle(&self) -> Vec<String> {
        let agreement = &self.statement.rules.agreement;
        let names: Vec<String> = agreement.partners.iter().map(|partner| partner.name.clone()).collect();
        let lines = [
            agreement.basis.as_deref().map(CostPhrase::Basis),
            agreement.reference.as_deref().map(CostPhrase::Reference),
            agreement.signed.map(CostPhrase::Signed),
            Some(CostPhrase::Partners(&names)),
            Some(CostPhrase::Euro),
        ];
        lines.iter().flatten().map(|line| self.cost(line)).collect()
    }

    fn partner(&self, id: PartnerId) -> &'a str {
        &self.statement.rules.agreement.partner(id).name
    }

    fn service(&self, id: ServiceId) -> &'a str {
        &self.statement.rules.agreement.service(id).name
    }

    fn receiver(&self, receiver: Receiver) -> String {
        match receiver {
            Receiver::Partner(partner) => self.partner(partner).to_owned(),
            Receiver::Service(service) => self.service(service).to_owned(),
            Receiver::Own(partner) => self.full(&FullPhrase::OwnOf(self.partner(partner))),
        }
    }

    fn key(&self, id: KeyId) -> &'a str {
        &self.statement.rules.agreement.key(id).name
    }

    /// A service's line as a heading.
    fn segment(&self, service: ServiceId, span: Span, one_off: bool) -> String {
        self.cost(&CostPhrase::Segment(self.service(service), span, one_off))
    }

    fn cost(&self, phrase: &CostPhrase<'_>) -> String {
        phrase::cost(phrase, self.language)
    }

    fn full(&self, phrase: &FullPhrase<'_>) -> String {
        fullcost::full(phrase, self.language)
    }

    fn note(&self, note: Note) -> &'static str {
        fullcost::note(note, self.language)
    }

    fn label(&self, label: Label) -> &'static str {
        fullcost::label(label, self.language)
    }

    fn named_words(&self, label: Label) -> Column {
        Column::words(self.label(label))
    }

    fn named_numbers(&self, label: Label) -> Column {
        Column::numbers(self.label(label))
    }

    fn titled(&self, name: &str, title: Title, columns: Vec<Column>) -> Table {
        Table::new(name, fullcost::title(title, self.language), columns)
    }

    fn entry(&self, entry: Entry) -> Cell {
        Cell::text(words::entry(entry, self.language))
    }

    fn words(&self, head: Head) -> Column {
        Column::words(words::head(head, self.language))
    }

    fn numbers(&self, head: Head) -> Column {
        Column::numbers(words::head(head, self.language))
    }

    fn record_words(&self, record: Record) -> Column {
        Column::words(words::record(record, self.language))
    }

    fn record_numbers(&self, record: Record) -> Column {
        Column::numbers(words::record(record, self.language))
    }

    fn section(&self, heading: Caption) -> Section {
        Section { heading: words::caption(heading, self.language).to_owned(), blocks: Vec::new() }
    }

    fn table(&self, name: &str, caption: Caption, columns: Vec<Column>) -> Table {
        Table::new(name, words::caption(caption, self.language), columns)
    }
}

#[cfg(test)]
mod tests;
