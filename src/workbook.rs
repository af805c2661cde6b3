//! A workbook of Excel or LibreOffice as text: one sheet of it, as the CSV file that it stands for.
//!
//! In: the file's bytes, and what umlage.toml says about sheet, decimal mark and date format. Out: a [`Sheet`], whose text
//! the ledger's own reader takes like that of any CSV file: one row of the sheet is one line, every cell that holds
//! something is in quotes. So there is one reader, one set of rules and one set of findings for both. The text is the
//! same for the same bytes; a place in it is turned back into a cell when it is shown. A number is written as the shortest
//! decimal that is read back as the same number, without any arithmetic. What does not fit into bounds is refused before
//! it is unpacked, and a crash of the library below counts as a broken file.

use crate::finding::SheetFault;

mod book;
mod cells;
mod guard;
mod quiet;
mod sheet;
mod value;

pub use sheet::{Cell, Lost, Sheet};

use book::Book;
use cells::Cells;
use value::Style;

/// The workbooks that are read, by the end of their names.
pub const KINDS: [&str; 5] = ["xlsx", "xlsm", "xlsb", "xls", "ods"];

/// What umlage.toml says about a workbook.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wish<'w> {
    /// The sheet's name; none: the only one that is not empty.
    pub sheet: Option<&'w str>,
    /// The decimal mark in which numbers are written, `,` or `.`; none: the point.
    pub decimal: Option<u8>,
    /// The format of dates in letters of `strftime`; none: `%Y-%m-%d`.
    pub date_format: Option<&'w str>,
}

/// Does a file of this name count as a workbook? What it really is, its bytes say.
///
/// ```
/// use umlage::workbook::is_named;
///
/// assert!(is_named("ledger/Buchungen.XLSX") && is_named("a.ods"));
/// assert!(!is_named("a.csv") && !is_named("a.fods") && !is_named("xlsx"));
/// ```
#[must_use]
pub fn is_named(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| KINDS.iter().any(|kind| end.eq_ignore_ascii_case(kind)))
}

/// The kind of workbook that the first bytes of a file announce; none where they announce no workbook.
///
/// ```
/// use umlage::workbook::kind;
///
/// assert_eq!(kind(b"PK\x03\x04"), Some("xlsx"));
/// assert_eq!(kind(b"date;amount\n"), None);
/// ```
#[must_use]
pub fn kind(head: &[u8]) -> Option<&'static str> {
    match head {
        [b'P', b'K', 3 | 5, 4 | 6, rest @ ..] => {
            let first = &rest[..rest.len().min(120)];
            let open = first.windows(guard::OPEN_DOCUMENT.len()).any(|part| part == guard::OPEN_DOCUMENT);
            Some(if open { "ods" } else { "xlsx" })
        }
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("xls"),
        _ => None,
    }
}

/// Reads one sheet of a workbook.
///
/// # Errors
/// A [`SheetFault`] where the bytes are no workbook that can be read, or where it is open which sheet is meant.
pub fn read(bytes: &[u8], wish: &Wish<'_>) -> Result<Sheet, SheetFault> {
    quiet::caught(|| sheet(bytes, wish)).unwrap_or_else(|| Err(SheetFault::Broken { why: String::new() }))
}

fn sheet(bytes: &[u8], wish: &Wish<'_>) -> Result<Sheet, SheetFault> {
    let mut book = Book::open(bytes)?;
    let name = chosen(&mut book, wish)?;
    let style = Style::of(wish);
    let mut cells = Cells::default();
    book.each(&name, &mut |found| cells.add(&found, &style))?;
    cells.sheet(name)
}

/// The sheet's name: the one that is asked for, else the only one that is not empty.
fn chosen(book: &mut Book<'_>, wish: &Wish<'_>) -> Result<String, SheetFault> {
    let sheets = book.names();
    if let Some(sheet) = wish.sheet {
        let known = sheets.iter().find(|name| *name == sheet).cloned();
        let unknown = || {
            let nearest = crate::nearest::nearest(sheet, sheets.iter().map(String::as_str));
            SheetFault::NoSuchSheet {
                file: String::new(),
                sheet: sheet.to_owned(),
                sheets: sheets.clone(),
                nearest,
            }
        };
        return known.ok_or_else(unknown);
    }
    let mut filled = Vec::new();
    for name in sheets {
        if book.holds_something(&name)? {
            filled.push(name);
        }
    }
    match filled.as_slice() {
        [] => Err(SheetFault::Empty),
        [only] => Ok(only.clone()),
        _ => Err(SheetFault::Several { file: String::new(), sheets: filled }),
    }
}

#[cfg(test)]
mod tests;
