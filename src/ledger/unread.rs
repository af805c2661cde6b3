//! The columns of a file that nobody reads.
//!
//! In: the columns that fields use, and the rows that became postings. Out: the headings of all other columns in
//! which a posting has anything, so that the statement can say what was left aside. A column without a heading
//! goes by its number.

use super::header::Title;
use super::rows::Row;

/// The columns that no field uses.
#[derive(Debug, Clone, Default)]
pub(crate) struct Unread {
    used: Vec<usize>,
    /// Those in which nothing was seen yet.
    empty: Vec<usize>,
    filled: Vec<usize>,
    /// Columns that were met so far.
    width: usize,
}

impl Unread {
    pub(crate) fn beside(used: Vec<usize>) -> Self {
        Self { used, ..Self::default() }
    }

    /// Would a row of so many cells tell nothing new?
    pub(crate) fn knows(&self, cells: usize, is_empty: impl Fn(usize) -> bool) -> bool {
        cells <= self.width && self.empty.iter().all(|column| *column >= cells || is_empty(*column))
    }

    /// Takes note of the row's cells.
    pub(crate) fn see(&mut self, row: &Row<'_>) {
        let new = self.width..row.len().max(self.width);
        self.width = new.end;
        self.empty.extend(new.filter(|column| !self.used.contains(column)));
        if self.empty.iter().any(|column| !row.cell(*column).is_empty()) {
            let filled = self.empty.extract_if(.., |column| !row.cell(*column).is_empty());
            self.filled.extend(filled);
        }
    }

    /// The headings, in the order of the file.
    pub(crate) fn headings(mut self, titles: &[Title]) -> Vec<String> {
        self.filled.sort_unstable();
        let heading = |column: usize| {
            let name = titles.get(column).map(|title| &title.name).filter(|name| !name.is_empty());
            name.map_or_else(|| (column + 1).to_string(), Clone::clone)
        };
        self.filled.into_iter().map(heading).collect()
    }
}
