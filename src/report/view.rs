//! What the views beside the statement share: an agreement's names in a language.
//!
//! A comparison and the savings over years are documents as the statement is, but of no single year's statement.

use super::document::{Cell, Column, Section, Table};
use crate::agreement::{Agreement, Language, PartnerId, ServiceId};
use crate::words::statement::{self, Entry, Head};
use crate::words::views::{self, ViewLabel, ViewPhrase, ViewTitle};

/// An agreement, read in a language.
pub(super) struct View<'a> {
    pub(super) agreement: &'a Agreement,
    pub(super) language: Language,
}

impl<'a> View<'a> {
    pub(super) fn partner(&self, id: PartnerId) -> &'a str {
        &self.agreement.partner(id).name
    }

    pub(super) fn service(&self, id: ServiceId) -> &'a str {
        &self.agreement.service(id).name
    }

    pub(super) fn view(&self, phrase: &ViewPhrase<'_>) -> String {
        views::view(phrase, self.language)
    }

    pub(super) fn named(&self, head: Head) -> Column {
        Column::words(statement::head(head, self.language))
    }

    pub(super) fn entry(&self, entry: Entry) -> Cell {
        Cell::text(statement::entry(entry, self.language))
    }

    pub(super) fn words(&self, label: ViewLabel) -> Column {
        Column::words(views::label(label, self.language))
    }

    pub(super) fn numbers(&self, label: ViewLabel) -> Column {
        Column::numbers(views::label(label, self.language))
    }

    pub(super) fn table(&self, name: &str, title: ViewTitle, columns: Vec<Column>) -> Table {
        Table::new(name, views::title(title, self.language), columns)
    }

    pub(super) fn section(&self, title: ViewTitle) -> Section {
        Section { heading: views::title(title, self.language).to_owned(), blocks: Vec::new() }
    }
}
