//! The reader: bytes of a ledger become postings.
//!
//! In: the folder's ledger files and the agreement's `[[ledger]]` tables. Out: borrowed [`Posting`]s, one after
//! the other, and per file an [`Input`]. Nothing is held, dropped or repaired; what cannot be read is a finding.

use std::io::{self, Cursor, Read, Seek};

use crate::agreement::{Agreement, Header, PartnerId, Pick, RuleField, Source};
use crate::error::Error;
use crate::finding::{FileFault, Finding, Findings};
use crate::folder::Folder;
use crate::money::Money;
use crate::period::{Date, Span, Year};
use crate::place::{FileId, Place};

pub(crate) mod block;
pub(crate) mod columns;
pub(crate) mod date;
pub(crate) mod desk;
pub(crate) mod dialect;
pub(crate) mod encoding;
mod fields;
mod files;
pub(crate) mod header;
pub(crate) mod number;
mod row;
pub(crate) mod rows;
pub(crate) mod scan;
pub(crate) mod slots;
pub(crate) mod survey;

use block::Digested;
use columns::{At, Mapping, Titles};
use dialect::Styles;
use header::{Found, Head, Line};
use row::Reader;
use rows::Rows;
use slots::Slots;

/// A ledger file and the `[[ledger]]` table that reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LedgerFile {
    /// The file.
    pub file: FileId,
    /// The index of its table in [`Agreement::sources`].
    pub source: usize,
}

/// One row of a ledger (`Buchung`), as long as the reader stands on it.
#[derive(Debug, Clone, Copy)]
pub struct Posting<'r> {
    /// Its first byte.
    pub place: Place,
    /// The index of its file's table in [`Agreement::sources`].
    pub source: usize,
    /// The posting date, or the voucher date where that is missing.
    pub date: Date,
    /// Is `date` the voucher date?
    pub by_voucher_date: bool,
    /// The fiscal year, where the ledger says one.
    pub fiscal_year: Option<Year>,
    /// The period it is for, where the ledger says one.
    pub period: Option<Span>,
    /// Positive is an expense, whatever the file's own sign.
    pub amount: Money,
    /// Who paid.
    pub payer: PartnerId,
    /// The service's cell, not resolved; empty where there is none.
    pub service: &'r str,
    /// Beleg.
    pub voucher: &'r str,
    /// Sachkonto.
    pub account: &'r str,
    /// Kostenstelle.
    pub cost_centre: &'r str,
    /// Produkt.
    pub product: &'r str,
    /// Kreditor.
    pub vendor: &'r str,
    /// Buchungstext.
    pub text: &'r str,
}

impl Pick for Posting<'_> {
    fn payer(&self) -> Option<PartnerId> {
        Some(self.payer)
    }

    fn cell(&self, field: RuleField) -> &str {
        match field {
            RuleField::CostCentre => self.cost_centre,
            RuleField::Account => self.account,
            RuleField::Product => self.product,
            RuleField::Vendor => self.vendor,
            RuleField::Text => self.text,
            RuleField::Voucher => self.voucher,
        }
    }
}

/// What was read of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The file.
    pub file: FileId,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
    /// Rows read as postings.
    pub postings: u64,
    /// Their sum, in expense-positive sign.
    pub total: Money,
    /// Rows left out by `skip`.
    pub skipped: u64,
    /// The sum of those of them that hold an amount.
    pub skipped_total: Money,
    /// Blank lines and lines of delimiters only.
    pub blank: u64,
    /// Lines with text above the header: titles.
    pub above: u64,
}

/// The ledger files that the agreement's patterns name, in order of source and name.
pub fn files(folder: &mut Folder, agreement: &Agreement, findings: &mut Findings) -> Vec<LedgerFile> {
    files::files(folder, agreement, findings)
}

/// Reads one ledger file, row by row.
///
/// # Errors
/// [`Error::Read`] where the system refuses.
pub fn each(
    folder: &Folder,
    agreement: &Agreement,
    file: LedgerFile,
    findings: &mut dyn FnMut(Finding),
    posting: &mut impl FnMut(&Posting<'_>),
) -> Result<Input, Error> {
    let source = folder.reader(file.file)?;
    let pass = Pass { agreement, file, block: block::BLOCK };
    pass.read(source, findings, posting).map_err(|source| folder.failed(file.file, source))
}

/// Reads bytes as [`each`] reads a file.
///
/// # Errors
/// None: bytes can always be read. The result is that of [`each`].
pub fn each_of(
    bytes: &[u8],
    agreement: &Agreement,
    file: LedgerFile,
    findings: &mut dyn FnMut(Finding),
    posting: &mut impl FnMut(&Posting<'_>),
) -> io::Result<Input> {
    Pass { agreement, file, block: block::BLOCK }.read(Cursor::new(bytes), findings, posting)
}

/// One reading of one file.
#[derive(Clone, Copy)]
struct Pass<'a> {
    agreement: &'a Agreement,
    file: LedgerFile,
    block: usize,
}

impl<'a> Pass<'a> {
    /// The survey first, from the start until the styles are proven; then every row, again from the start.
    fn read<R: Read + Seek>(
        self,
        mut file: R,
        findings: &mut dyn FnMut(Finding),
        posting: &mut impl FnMut(&Posting<'_>),
    ) -> io::Result<Input> {
        let mut rows = self.rows(&mut file)?;
        let Some((mut reader, start)) = self.reader(&mut rows, findings)? else {
            return self.unread(rows.finish()?);
        };
        rows.begin(start.delimiter, start.offset, &mut |_| ())?;
        let (sites, mut styles) = (reader.slots.sites(), reader.styles.clone());
        survey::survey(&mut rows, &sites, &mut styles, &|row| !reader.is_skipped(row))?;
        reader.styles = styles;
        drop(rows);
        file.rewind()?;
        let mut rows = self.rows(&mut file)?;
        rows.begin(start.delimiter, start.offset, findings)?;
        let mut input = Input { above: start.above, ..self.empty() };
        while let Some(row) = rows.next(findings)? {
            if let Some(amount) = reader.skipped(&row) {
                input.skipped += 1;
                input.skipped_total += amount;
            } else if let Some(read) = reader.posting(&row, findings) {
                input.postings += 1;
                input.total += read.amount;
                posting(&read);
            }
        }
        input.blank = start.blank + rows.blank();
        let Digested { sha256, bytes } = rows.finish()?;
        Ok(Input { sha256, bytes, ..input })
    }

    fn source(&self) -> &'a Source {
        &self.agreement.sources[self.file.source]
    }

    fn rows<R: Read>(&self, file: R) -> io::Result<Rows<R>> {
        Rows::open(file, self.block, self.file.file, self.source().dialect.encoding)
    }

    /// What the file's beginning says about the rest; none where that is a fault.
    fn reader<R: Read>(
        &self,
        rows: &mut Rows<R>,
        findings: &mut dyn FnMut(Finding),
    ) -> io::Result<Option<(Reader<'a>, Start)>> {
        let source = self.source();
        let (bytes, offset, ended) = rows.head()?;
        let place = Place::new(self.file.file, offset);
        if let Some(kind) = spreadsheet(bytes) {
            findings(Finding::at(place, FileFault::Spreadsheet { kind }));
            return Ok(None);
        }
        let head = Head { bytes, ended, declared: source.dialect.encoding };
        let mapping = Mapping { agreement: self.agreement, source };
        let fit = |line: &Line| mapping.fit(line);
        let found = match head.find(source.dialect.delimiter, source.header, mapping.wanted(), &fit) {
            Ok(found) => found,
            Err(fault) => {
                findings(Finding::at(place, fault));
                return Ok(None);
            }
        };
        Ok(self.slots(&mapping, &found, place, findings).map(|reader| (reader, self.start(&head, &found))))
    }

    fn slots(
        &self,
        mapping: &Mapping<'a>,
        found: &Found,
        head: Place,
        findings: &mut dyn FnMut(Finding),
    ) -> Option<Reader<'a>> {
        let (mut good, styles) = (true, Styles::declared(&self.source().dialect));
        let titles = Titles { line: &found.line, head };
        let at = mapping.resolve(titles, &mut |finding| {
            good = false;
            findings(finding);
        });
        let columns = at.values().filter_map(|at| match at {
            At::Column(column) => Some(column + 1),
            At::Constant(_) => None,
        });
        let width = match self.source().header {
            Header::Absent => columns.max().unwrap_or(0),
            _ => found.line.width(),
        };
        let slots = Slots::new(&at, width, self.agreement, &styles, findings);
        let (agreement, source, index) = (self.agreement, self.source(), self.file.source);
        good.then_some(Reader { agreement, source, index, slots, styles, currency: None })
    }

    fn start(&self, head: &Head<'_>, found: &Found) -> Start {
        let (delimiter, line) = (found.delimiter, &found.line);
        let (above, blank) = head.above(delimiter, line.start);
        match self.source().header {
            Header::Absent => Start { delimiter, offset: 0, above: 0, blank: 0 },
            _ => Start { delimiter, offset: line.end, above, blank },
        }
    }

    fn empty(&self) -> Input {
        Input {
            file: self.file.file,
            sha256: String::new(),
            bytes: 0,
            postings: 0,
            total: Money::ZERO,
            skipped: 0,
            skipped_total: Money::ZERO,
            blank: 0,
            above: 0,
        }
    }

    /// A file of which no row can be read.
    fn unread(&self, digested: Digested) -> io::Result<Input> {
        Ok(Input { sha256: digested.sha256, bytes: digested.bytes, ..self.empty() })
    }
}

/// Where a file's rows begin, and what stands above them.
#[derive(Debug, Clone, Copy)]
struct Start {
    delimiter: u8,
    /// Bytes of the head before the first row.
    offset: usize,
    above: u64,
    blank: u64,
}

/// A spreadsheet by its first bytes, whatever its name says.
fn spreadsheet(head: &[u8]) -> Option<&'static str> {
    match head {
        [b'P', b'K', 3, 4, ..] => Some("xlsx"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("xls"),
        _ => None,
    }
}

#[cfg(test)]
pub(crate) mod tests;
