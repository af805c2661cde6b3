//! The ids of umlage.toml: what they may look like, and what they mean.
//!
//! In: the tables `[partners.*]`, `[keys.*]`, `[services.*]`. Out: for every reference the number of what
//! it names. Ids are taken before anything else is read, so that a partner whose own table is faulty is
//! still known.

use std::ops::Range;

use super::sheet::Sheet;
use super::table::Entry;
use crate::finding::agreement::Named;
use crate::finding::{AgreementFault, TomlFault};
use crate::nearest::nearest;

/// The ids of one kind, in the order written.
#[derive(Debug)]
pub(super) struct Names {
    what: Named,
    ids: Vec<String>,
    /// False where their table is missing: then no reference can be judged.
    there: bool,
}

impl Names {
    /// The ids of a table of tables, each checked for its form.
    pub(super) fn new(what: Named, entries: Option<&[Entry<'_>]>, sheet: &mut Sheet<'_>) -> Self {
        for entry in entries.unwrap_or_default() {
            check(entry.key, &entry.key_span, sheet);
        }
        let ids = entries.unwrap_or_default().iter().map(|entry| entry.key.to_owned()).collect();
        Self { what, ids, there: entries.is_some() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The id of a number that these names gave out.
    pub(super) fn id(&self, index: usize) -> &str {
        &self.ids[index]
    }

    /// The number of an id, if it is one.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        self.ids.iter().position(|known| known == id)
    }

    /// What the entry's text names.
    pub(super) fn named_by(&self, entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<usize> {
        let id = entry.text(sheet)?;
        self.find(id, entry.key, &entry.span, sheet)
    }

    /// What the entry's own key names.
    pub(super) fn keyed_by(&self, entry: &Entry<'_>, list: &str, sheet: &mut Sheet<'_>) -> Option<usize> {
        self.find(entry.key, list, &entry.key_span, sheet)
    }

    /// The number of an id that stands in these bytes, as a value of `key`.
    pub(super) fn find(
        &self,
        id: &str,
        key: &str,
        span: &Range<usize>,
        sheet: &mut Sheet<'_>,
    ) -> Option<usize> {
        let found = self.number(id);
        if found.is_none() && self.there {
            let nearest = nearest(id, self.ids.iter().map(String::as_str));
            let (key, name, known) = (key.to_owned(), id.to_owned(), self.ids.clone());
            sheet.note(span, AgreementFault::Unknown { what: self.what, key, name, nearest, known });
        }
        found
    }
}

/// Notes an id that is not of `[a-z0-9-]+`.
fn check(id: &str, span: &Range<usize>, sheet: &mut Sheet<'_>) {
    let fine = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if id.is_empty() || !id.bytes().all(fine) {
        let spelling = Some(transcribed(id)).filter(|like| !like.is_empty());
        sheet.note(span, TomlFault::BadId { id: id.to_owned(), spelling });
    }
}

/// Two of a kind with the same full name, or one with the other's id, cannot be told apart in a cell.
pub(super) fn distinct(
    what: Named,
    names: &[(usize, &str, Range<usize>)],
    ids: &Names,
    sheet: &mut Sheet<'_>,
) {
    for (at, (index, name, span)) in names.iter().enumerate() {
        let fault = |other| {
            let (name, other) = ((*name).to_owned(), ids.id(other).to_owned());
            AgreementFault::SameName { what, name, other }
        };
        if let Some((other, _, first)) = names[..at].iter().find(|(_, other, _)| other == name) {
            sheet.note_against(span, sheet.place(first), fault(*other));
        } else if let Some(other) = ids.number(name).filter(|other| other != index) {
            sheet.note(span, fault(other));
        }
    }
}

/// A like id: `Saarbrücken Stadt` becomes `saarbruecken-stadt`.
fn transcribed(id: &str) -> String {
    let mut like = String::new();
    for letter in id.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => like.push_str("ae"),
            'ö' => like.push_str("oe"),
            'ü' => like.push_str("ue"),
            'ß' => like.push_str("ss"),
            'a'..='z' | '0'..='9' => like.push(letter),
            _ if like.ends_with('-') || like.is_empty() => {}
            _ => like.push('-'),
        }
    }
    like.trim_end_matches('-').to_owned()
}
