//! The small tables: drivers, stand-alone costs, advances.
//!
//! In: the folder's drivers.csv, standalone.csv and advances.csv, through the ledger's own reader. Out: typed
//! rows, each with its place, in the order of the file.

use crate::agreement::{Agreement, PartnerId, ServiceId};
use crate::error::Error;
use crate::finding::{Finding, Findings, TableFault};
use crate::folder::Folder;
use crate::fraction::Quantity;
use crate::ledger::block::{BLOCK, Blocks, Digested};
use crate::money::Money;
use crate::period::{Date, Span, Year};
use crate::place::{FileId, Place};

mod advance;
mod driver;
mod sheet;
mod standalone;

use sheet::{Line, Sheet};

/// All small tables of a folder.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// drivers.csv.
    pub drivers: Vec<Driver>,
    /// standalone.csv.
    pub standalone: Vec<Standalone>,
    /// advances.csv.
    pub advances: Vec<Advance>,
    /// umlage.toml and the files that were read, for the evidence.
    pub files: Vec<TableFile>,
}

impl Tables {
    /// The advances that count in the year, in the order of the file.
    pub fn advances_of(&self, year: Year) -> impl Iterator<Item = &Advance> {
        self.advances.iter().filter(move |advance| advance.year == year)
    }
}

/// A small file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFile {
    /// The file.
    pub file: FileId,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
}

impl TableFile {
    fn of(file: FileId, Digested { sha256, bytes }: Digested) -> Self {
        Self { file, sha256, bytes }
    }
}

/// A measured quantity (`Bezugsgröße`).
#[derive(Debug, Clone, PartialEq)]
pub struct Driver {
    /// What was measured.
    pub driver: String,
    /// Whose quantity it is.
    pub receiver: PartnerId,
    /// The day, or the days, it is for.
    pub span: Span,
    /// How much; any sign, judged by the key that uses it.
    pub value: Quantity,
    /// Where the figure comes from.
    pub source: String,
    /// Its row.
    pub place: Place,
}

/// What a partner would pay without the cooperation (`Kosten ohne Kooperation`).
#[derive(Debug, Clone, PartialEq)]
pub struct Standalone {
    /// For which service.
    pub service: ServiceId,
    /// Whose cost.
    pub partner: PartnerId,
    /// From this day.
    pub from: Date,
    /// To this day; none: open.
    pub to: Option<Date>,
    /// Running and remaining: a year's amount. One-off: all of it.
    pub amount: Money,
    /// How it counts.
    pub kind: StandaloneKind,
    /// How well it is known.
    pub grade: Grade,
    /// Where the figure comes from.
    pub source: String,
    /// Its row.
    pub place: Place,
}

impl Standalone {
    /// The days for which it counts; None only for a reversed row, which the reader refuses.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        Span::new(self.from, self.to.unwrap_or(Date::MAX))
    }
}

/// How a stand-alone cost counts (design 4.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StandaloneKind {
    /// A year's amount.
    Running,
    /// A year's amount that the partner still pays itself because of the cooperation.
    Remaining,
    /// Once; with a life, spread over so many months.
    OneOff {
        /// Months, at least one.
        life_months: Option<u32>,
    },
}

/// How well a stand-alone cost is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// It was paid before.
    Actual,
    /// Somebody offered it.
    Offer,
    /// Somebody estimated it.
    Estimate,
}

/// A prepayment between partners (`Abschlag`).
#[derive(Debug, Clone, PartialEq)]
pub struct Advance {
    /// The day of payment.
    pub date: Date,
    /// Who paid.
    pub from: PartnerId,
    /// Who got it.
    pub to: PartnerId,
    /// How much; negative: it was paid back.
    pub amount: Money,
    /// The year in which it counts: the row's, else that of the date.
    pub year: Year,
    /// What for.
    pub text: String,
    /// Its row.
    pub place: Place,
}

/// Reads the small tables that the folder has.
///
/// # Errors
/// [`Error::Read`] where the system refuses.
pub fn read(folder: &mut Folder, agreement: &Agreement, findings: &mut Findings) -> Result<Tables, Error> {
    for file in ["assets.csv", "opening.csv"] {
        if let Some(id) = folder.find(file) {
            findings.push(Finding::at(Place::start(id), TableFault::FileNotSupported { file }));
        }
    }
    let mut tables = Tables { files: vec![agreement_file(folder)?], ..Tables::default() };
    let (drivers, standalone, advances) = (&mut tables.drivers, &mut tables.standalone, &mut tables.advances);
    let mut reader = Reader { folder, agreement, findings, files: &mut tables.files };
    reader.read("drivers.csv", &driver::SHEET, &mut driver::row(drivers))?;
    reader.read("standalone.csv", &standalone::SHEET, &mut standalone::row(standalone))?;
    reader.read("advances.csv", &advance::SHEET, &mut advance::row(advances))?;
    let sourced = tables.drivers.iter().map(|row| (row.place, row.source.as_str()));
    findings.extend(without_source(sourced));
    let sourced = tables.standalone.iter().map(|row| (row.place, row.source.as_str()));
    findings.extend(without_source(sourced));
    Ok(tables)
}

/// The rows whose source is empty, told once.
fn without_source<'t>(rows: impl Iterator<Item = (Place, &'t str)>) -> Option<Finding> {
    let bare: Vec<Place> = rows.filter(|(_, source)| source.is_empty()).map(|(place, _)| place).collect();
    bare.first().map(|first| Finding::at(*first, TableFault::NoSource { rows: bare.len() }))
}

/// What reading a table needs, whichever it is.
struct Reader<'a> {
    folder: &'a mut Folder,
    agreement: &'a Agreement,
    findings: &'a mut Findings,
    files: &'a mut Vec<TableFile>,
}

impl Reader<'_> {
    /// Reads the table of this name, if the folder has it.
    fn read<const N: usize>(
        &mut self,
        name: &str,
        sheet: &Sheet<N>,
        row: &mut dyn FnMut(&mut Line<'_, '_, N>),
    ) -> Result<(), Error> {
        let Some(file) = self.folder.find(name) else { return Ok(()) };
        let mut told = |finding| self.findings.push(finding);
        self.files.push(sheet::read(self.folder, file, self.agreement, sheet, &mut told, row)?);
        Ok(())
    }
}

/// umlage.toml, as a file that was read.
fn agreement_file(folder: &mut Folder) -> Result<TableFile, Error> {
    let file = folder.files.id(Folder::AGREEMENT);
    let digested = Blocks::open(folder.reader(file)?, BLOCK, None).and_then(Blocks::finish);
    digested.map(|digested| TableFile::of(file, digested)).map_err(|source| folder.failed(file, source))
}

#[cfg(test)]
mod tests;
