//! What a file is: text, a workbook, or a DATEV export.
//!
//! In: its first bytes. Out: its nature, and the encoding that a mark or its zeros tell.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::finding::SheetFault;
use crate::ledger::header::Line;

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nature {
    /// Not a single byte.
    Nothing,
    /// Rows of text.
    Text,
    /// A workbook that is named like text.
    Misnamed(&'static str),
    /// A sheet of a workbook.
    Sheet {
        /// Its name.
        name: String,
        /// Did somebody have to say which sheet is meant?
        chosen: bool,
    },
    /// A workbook that cannot be read, or of which nobody said which sheet is meant.
    Unread(SheetFault),
    /// A DATEV export: its first line says what it holds.
    Datev(Datev),
}

/// The first line of a DATEV export (`Vorlaufzeile`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Datev {
    /// `EXTF`, from another program, or `DTVF`, from DATEV itself.
    pub mark: String,
    /// The version of the format: 700, 510.
    pub version: String,
    /// The number of what it holds: 21 is a `Buchungsstapel`.
    pub category: String,
    /// What it holds, as it says itself.
    pub name: String,
}

impl Nature {
    /// Are there rows that could be postings?
    #[must_use]
    pub fn has_rows(&self) -> bool {
        !matches!(self, Self::Nothing | Self::Misnamed(_) | Self::Unread(_))
    }
}

impl Datev {
    /// Does it hold postings (`Buchungsstapel`)?
    #[must_use]
    pub fn is_postings(&self) -> bool {
        self.category == "21"
    }

    /// Is its version one that is read?
    #[must_use]
    pub fn is_known(&self) -> bool {
        ["510", "700"].contains(&self.version.as_str())
    }

    /// What the line says, if it is one.
    pub(super) fn of(line: &Line) -> Option<Self> {
        let cell = |index: usize| line.cells.get(index).map(|cell| cell.name.clone()).unwrap_or_default();
        let mark = cell(0);
        let is = ["EXTF", "DTVF"].contains(&mark.as_str());
        is.then(|| Self { mark, version: cell(1), category: cell(2), name: cell(3) })
    }
}

/// The encoding that every other byte being zero tells, where no mark does.
pub(super) fn wide(head: &[u8]) -> Option<&'static Encoding> {
    let head = &head[..head.len().min(400)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, odd) if odd * 3 > head.len() => Some(UTF_16LE),
        (even, 0) if even * 3 > head.len() => Some(UTF_16BE),
        _ => None,
    }
}
