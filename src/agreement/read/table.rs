//! A table of umlage.toml, walked by hand.
//!
//! In: a table of the recoverable, spanned parse. Out: its entries, one by one as the reader asks for them,
//! and at the end a finding for every key that nobody asked for and every one that was needed and is not
//! there. What is asked for is at once what is known, so that no list of known keys can grow stale.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::sheet::Sheet;
use crate::finding::TomlFault;
use crate::nearest::nearest;

/// A table, and which of its keys were asked for.
#[derive(Debug)]
pub(super) struct Table<'t> {
    /// Its name, as in its header; empty for the file itself.
    pub(super) name: String,
    /// Its header, or all of it where it is written in a line.
    pub(super) span: Range<usize>,
    entries: &'t DeTable<'t>,
    asked: Vec<&'static str>,
    missing: Vec<(&'static str, &'static str)>,
}

/// A key and its value.
#[derive(Debug, Clone)]
pub(super) struct Entry<'t> {
    /// The key.
    pub(super) key: &'t str,
    /// The table it stands in.
    pub(super) table: String,
    /// Where the key stands.
    pub(super) key_span: Range<usize>,
    /// The value.
    pub(super) value: &'t DeValue<'t>,
    /// Where the value stands.
    pub(super) span: Range<usize>,
}

impl<'t> Table<'t> {
    /// The table of this name.
    pub(super) fn new(name: String, span: Range<usize>, entries: &'t DeTable<'t>) -> Self {
        Self { name, span, entries, asked: Vec::new(), missing: Vec::new() }
    }

    /// The entry of a key that may be left out.
    pub(super) fn optional(&mut self, key: &'static str) -> Option<Entry<'t>> {
        self.asked.push(key);
        self.entries().find(|entry| entry.key == key)
    }

    /// The entry of a key that must be there; `example` is a line that has it.
    pub(super) fn required(&mut self, key: &'static str, example: &'static str) -> Option<Entry<'t>> {
        let entry = self.optional(key);
        if entry.is_none() {
            self.missing.push((key, example));
        }
        entry
    }

    /// Is there a key nobody asked for that may have been meant as one of these?
    pub(super) fn has_stray_like(&self, keys: &[&str]) -> bool {
        let stray = |entry: &Entry<'_>| !self.asked.contains(&entry.key);
        self.entries().filter(stray).any(|entry| nearest(entry.key, keys.iter().copied()).is_some())
    }

    /// All entries in the order written; for tables whose keys are names.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry<'t>> + use<'t> {
        let table = self.name.clone();
        self.entries.iter().map(move |(key, value)| Entry {
            key: key.get_ref(),
            table: table.clone(),
            key_span: key.span(),
            value: value.get_ref(),
            span: value.span(),
        })
    }

    /// Notes the keys nobody asked for, and those that are missing unless one of the former was meant.
    pub(super) fn end(self, sheet: &mut Sheet<'_>) {
        let mut missing = self.missing.clone();
        for entry in self.entries().filter(|entry| !self.asked.contains(&entry.key)) {
            let near = nearest(entry.key, self.asked.iter().copied());
            missing.retain(|(key, _)| near.as_deref() != Some(key));
            let known = self.asked.iter().map(|key| (*key).to_owned()).collect();
            let (table, key) = (self.name.clone(), entry.key.to_owned());
            sheet.note(&entry.key_span, TomlFault::UnknownKey { table, key, nearest: near, known });
        }
        for (key, example) in missing {
            let (key, example) = (key.to_owned(), example.to_owned());
            sheet.note(&self.span, TomlFault::Missing { table: self.name.clone(), key, example });
        }
    }
}

impl<'t> Entry<'t> {
    /// An item of this entry's list, under the same key.
    pub(super) fn item(&self, value: &'t DeValue<'t>, span: Range<usize>) -> Self {
        Self { value, span, ..self.clone() }
    }

    /// Its key as a header would write it.
    pub(super) fn path(&self) -> String {
        if self.table.is_empty() { self.key.to_owned() } else { format!("{}.{}", self.table, self.key) }
    }
}
