//! The tests on the ledgers as documents and as JSON.
//!
//! In: what was found, an agreement, and for the rows the places that were looked up. Out: documents of the cell model.
//! Apart from the statement: they change nothing in it, and are of no single year's computation.

mod duplicates;
mod json;
mod overlap;

pub use duplicates::{DuplicatesView, duplicates_document};
pub use json::{duplicates_json, overlap_json};
pub use overlap::{OverlapView, overlap_document};

use super::document::{Cell, Column, Section, Table};
use crate::agreement::Language;
use crate::words::audit::{self as words, AuditLabel, AuditTitle, SeparatePhrase, TwicePhrase};

/// Words of the tests in a language.
struct Page {
    language: Language,
}

impl Page {
    fn twice(&self, phrase: &TwicePhrase<'_>) -> String {
        words::twice(phrase, self.language)
    }

    fn separate(&self, phrase: &SeparatePhrase<'_>) -> String {
        words::separate(phrase, self.language)
    }

    fn words(&self, label: AuditLabel) -> Column {
        Column::words(words::label(label, self.language))
    }

    fn unbroken(&self, label: AuditLabel) -> Column {
        Column::unbroken(words::label(label, self.language))
    }

    fn numbers(&self, label: AuditLabel) -> Column {
        Column::numbers(words::label(label, self.language))
    }

    fn total(&self) -> Cell {
        Cell::text(words::label(AuditLabel::Total, self.language))
    }

    /// Those of the sections that say something, numbered.
    fn numbered(sections: Vec<Section>) -> Vec<Section> {
        let there = sections.into_iter().filter(|section| !section.blocks.is_empty());
        let numbered = (1..).zip(there).map(|(number, section): (usize, Section)| Section {
            heading: format!("{number} {}", section.heading),
            ..section
        });
        numbered.collect()
    }

    fn section(&self, title: AuditTitle) -> Section {
        Section { heading: words::title(title, self.language).to_owned(), blocks: Vec::new() }
    }

    fn table(&self, name: &str, title: AuditTitle, columns: Vec<Column>) -> Table {
        Table::new(name, words::title(title, self.language), columns)
    }
}
