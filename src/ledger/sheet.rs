//! A workbook among the ledgers.
//!
//! In: the file, and the `[[ledger]]` table that reads it. Out: its postings, by the reader of every CSV file, from the text
//! that its sheet stands for. Encoding and delimiter of that text are ours, whatever the table says for other files. What
//! is hashed and counted is the file as it lies there. A text that the posting needs, but whose formula has no result, is
//! an error at its cell; numbers and dates of that kind the reader refuses by itself.

use std::cell::RefCell;
use std::io::Cursor;

use super::feed::digest;
use super::pass::Pass;
use super::{Entry, Input, LedgerFile, Posting, block};
use crate::agreement::{Agreement, Dialect, Source};
use crate::error::Error;
use crate::finding::cell::shown;
use crate::finding::{Finding, SheetFault};
use crate::folder::Folder;
use crate::place::Place;
use crate::workbook::{self, Lost, Sheet};

/// Reads the workbook's sheet, row by row.
pub(super) fn each(
    folder: &Folder,
    agreement: &Agreement,
    file: LedgerFile,
    findings: &mut dyn FnMut(Finding),
    entry: &mut impl FnMut(Entry<'_>) -> bool,
) -> Result<Input, Error> {
    let bytes = folder.bytes(file.file)?;
    let (sha256, length) = (digest(&bytes), u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    let source = &agreement.sources[file.source];
    let agreement = as_text(agreement, file.source);
    let pass = Pass { agreement: &agreement, file, block: block::BLOCK };
    let sheet = match workbook::read(&bytes, &source.wish()) {
        Ok(sheet) => sheet,
        Err(fault) => {
            findings(finding(fault.of_file(folder.files.name(file.file)), source, file));
            return Ok(Input { sha256, bytes: length, ..pass.empty() });
        }
    };
    drop(bytes);
    let findings = RefCell::new(findings);
    let mut tell = |finding| (*findings.borrow_mut())(finding);
    let mut take = |read: Entry<'_>| {
        let lost = if let Entry::Posting(read, _) = read { lost(&sheet, read) } else { None };
        match lost {
            Some(finding) => (*findings.borrow_mut())(finding),
            None => drop(entry(read)),
        }
        false // each row is read cell by cell, since any cell may be a formula without a result
    };
    let read = pass.read(Cursor::new(sheet.shared()), &mut tell, &mut take);
    let input = read.map_err(|error| folder.failed(file.file, error))?;
    Ok(Input { sha256, bytes: length, ..input })
}

/// The agreement as it is for the text of the sheet.
fn as_text(agreement: &Agreement, source: usize) -> Agreement {
    let mut agreement = agreement.clone();
    if let Some(source) = agreement.sources.get_mut(source) {
        source.dialect = Dialect { encoding: None, delimiter: Some(b';'), ..source.dialect.clone() };
    }
    agreement
}

/// Which sheet is meant is written in umlage.toml; all else is wrong with the file.
fn finding(fault: SheetFault, source: &Source, file: LedgerFile) -> Finding {
    match (&fault, &source.sheet) {
        (SheetFault::NoSuchSheet { .. }, Some((name, place))) => {
            Finding::at(*place, fault).spanning(name.len() + 2)
        }
        (SheetFault::Several { .. }, _) => Finding::at(source.place, fault).spanning(source.files.len() + 2),
        _ => Finding::at(Place::start(file.file), fault),
    }
}

/// A text of the posting that is no result.
fn lost(sheet: &Sheet, read: &Posting<'_>) -> Option<Finding> {
    let texts =
        [read.service, read.voucher, read.account, read.cost_centre, read.product, read.vendor, read.text];
    let mut lost = sheet.lost_in_row(read.place.offset);
    let (offset, why, text) = lost.find(|(_, _, text)| texts.contains(&text.replace("\"\"", "\"").trim()))?;
    let fault = match why {
        Lost::Unsaved => SheetFault::Unsaved { formula: shown(&text.replace("\"\"", "\"")) },
        Lost::Error => SheetFault::Error { cell: shown(text) },
    };
    Some(Finding::at(Place::new(read.place.file, offset), fault).spanning(text.len()))
}
