//! Rows that are probably no postings: sums of pages, and the header again.
//!
//! In: a row. Out: what it looks like, if it looks like either. A posting's text may begin with the same word; so
//! only a row without a date counts, and in a file without dates only one that is at least half empty. Nothing is
//! left out on this ground: it is a suggestion, and a person decides.

use super::cited::Places;
use super::days;
use super::shape::Shape;
use crate::ledger::header::folded;
use crate::ledger::rows::Row;

/// First words of sums, folded.
const WORDS: [&str; 26] = [
    "summe",
    "summen",
    "zwischensumme",
    "seitensumme",
    "gesamtsumme",
    "endsumme",
    "monatssumme",
    "jahressumme",
    "gesamt",
    "insgesamt",
    "uebertrag",
    "saldo",
    "saldovortrag",
    "endsaldo",
    "total",
    "totals",
    "subtotal",
    "sum",
    "grand",
    "page",
    "balance",
    "carried",
    "brought",
    "closing",
    "opening",
    "overall",
];

/// Rows that look alike, and are no postings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// What they look like.
    pub look: Look,
    /// Where they are.
    pub places: Places,
}

/// What a row looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// The header again.
    Header,
    /// A sum: its first word as written, and the column in which it stands, from 0.
    Sum {
        /// `Summe`
        word: String,
        /// Where it stands.
        column: usize,
    },
}

/// What the row looks like, if it is probably no posting.
pub(super) fn kind(row: &Row<'_>, shape: &Shape) -> Option<Look> {
    if let Some(header) = &shape.header
        && header.cells.iter().enumerate().all(|(index, cell)| row.cell(index) == cell.name)
    {
        return Some(Look::Header);
    }
    let dated = |column: &usize| {
        let cell = row.cell(*column);
        cell.starts_with(|first: char| first.is_ascii_digit()) && days::day(cell).is_some()
    };
    if shape.dates.iter().any(dated) || (shape.dates.is_empty() && !is_sparse(row, shape.width)) {
        return None;
    }
    (0..row.len()).find_map(|column| {
        let word = row.cell(column).split([' ', ':', '\u{a0}']).next()?;
        let counts = word.len() <= 20 && word.starts_with(char::is_alphabetic);
        let known = counts && WORDS.contains(&folded(word).as_str());
        known.then(|| Look::Sum { word: word.to_owned(), column })
    })
}

fn is_sparse(row: &Row<'_>, width: usize) -> bool {
    let filled = (0..row.len()).filter(|column| !row.cell(*column).is_empty()).count();
    filled * 2 <= width
}
