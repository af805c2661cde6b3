//! How a small table is written: what divides its cells, which columns it has, its decimal mark, its line ends.
//!
//! In: the file. Out: what whoever adds rows to it must keep to, so that they can be pasted as they are. It is found by
//! the same header search and the same survey as the rows are read with.

use std::io::{Read as _, Seek};

use encoding_rs::{Encoding, UTF_8};

use super::opening;
use super::sheet::Sheet;
use crate::agreement::Agreement;
use crate::error::Error;
use crate::folder::Folder;
use crate::ledger::block::BLOCK;
use crate::ledger::dialect::Styles;
use crate::ledger::header::Head;
use crate::ledger::rows::Rows;
use crate::ledger::survey::{Sites, survey};
use crate::place::Place;

/// How opening.csv is written.
#[derive(Debug, Clone)]
pub struct Manner {
    /// What divides cells.
    pub delimiter: u8,
    /// The headings, as they stand.
    pub headings: Vec<String>,
    /// In which columns year, debtor, creditor, amount and source stand.
    pub columns: [Option<usize>; 5],
    /// The decimal mark; none where no cell shows it.
    pub mark: Option<char>,
    /// Do its lines end with CR LF?
    pub crlf: bool,
    /// Its encoding, where it is not UTF-8.
    pub encoding: Option<&'static Encoding>,
}

/// How the folder's opening.csv is written; none where there is none, or its header cannot be found.
///
/// # Errors
/// [`Error::Read`] where the system refuses.
pub fn of_opening(folder: &Folder, agreement: &Agreement) -> Result<Option<Manner>, Error> {
    if !folder.root().join("opening.csv").is_file() {
        return Ok(None);
    }
    let mut files = folder.files.clone();
    let file = files.id("opening.csv");
    let sheet: &Sheet<5> = &opening::SHEET;
    let failed = |error| folder.failed(file, error);
    let dialect = &agreement.tables;
    let mut source = folder.reader(file)?;
    let mut rows = Rows::open(source.by_ref(), BLOCK, file, dialect.encoding).map_err(failed)?;
    let (bytes, offset, ended) = rows.head().map_err(failed)?;
    let crlf = bytes.windows(2).any(|pair| pair == b"\r\n");
    let head = Head { bytes, ended, declared: dialect.encoding };
    let found = sheet.find(&head, dialect.delimiter, Place::new(file, offset), &mut |_| ());
    let Some((found, columns)) = found else { return Ok(None) };
    let mut styles = Styles::declared(dialect);
    rows.begin(found.delimiter, found.line.end, &mut |_| ()).map_err(failed)?;
    let sites = Sites { numbers: super::sheet::at(&columns, sheet.numbers), dates: Vec::new() };
    survey(&mut rows, &sites, &mut styles, &|row| row.len() >= found.line.width()).map_err(failed)?;
    drop(rows);
    source.rewind().map_err(failed)?;
    let mut whole = Vec::new();
    source.read_to_end(&mut whole).map_err(failed)?;
    Ok(Some(Manner {
        delimiter: found.delimiter,
        headings: found.line.cells.iter().map(|cell| cell.name.clone()).collect(),
        columns,
        mark: styles.mark.get().map(|mark| mark.char()),
        crlf,
        encoding: dialect
            .encoding
            .filter(|encoding| *encoding != UTF_8 && std::str::from_utf8(&whole).is_err()),
    }))
}
