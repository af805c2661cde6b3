//! The small tables: drivers, stand-alone costs, advances.
//!
//! In: the folder's drivers.csv, standalone.csv and advances.csv, through the ledger's own reader. Out: typed
//! rows, each with its place, in the order of the file.

use crate::agreement::{Agreement, PartnerId, ServiceId};
use crate::error::Error;
use crate::finding::{Finding, Findings, TableFault};
use crate::folder::Folder;
use crate::fraction::Quantity;
use crate::ledger::block::{BLOCK, Blocks};
use crate::money::Money;
use crate::period::{Date, Span, Year};
use crate::place::{FileId, Place};

mod advance;
mod driver;
mod sheet;
mod standalone;

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

/// A small file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFile {
    /// The file.
    pub file: FileId,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
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
    /// How much.
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
    let mut tables = Tables::default();
    tables.files.push(agreement_file(folder)?);
    let mut told = |finding| findings.push(finding);
    if let Some(file) = folder.find("drivers.csv") {
        let seen = sheet::read(
            folder,
            file,
            agreement,
            &driver::SHEET,
            &mut told,
            &mut driver::row(&mut tables.drivers),
        )?;
        tables.files.push(seen);
    }
    if let Some(file) = folder.find("standalone.csv") {
        let rows = &mut tables.standalone;
        let seen = sheet::read(folder, file, agreement, &standalone::SHEET, &mut told, &mut |line| {
            rows.extend(standalone::row(line));
        })?;
        tables.files.push(seen);
    }
    if let Some(file) = folder.find("advances.csv") {
        let rows = &mut tables.advances;
        let seen = sheet::read(folder, file, agreement, &advance::SHEET, &mut told, &mut |line| {
            rows.extend(advance::row(line));
        })?;
        tables.files.push(seen);
    }
    Ok(tables)
}

/// umlage.toml, as a file that was read.
fn agreement_file(folder: &mut Folder) -> Result<TableFile, Error> {
    let file = folder.files.id(Folder::AGREEMENT);
    let digested = Blocks::open(folder.reader(file)?, BLOCK, None).and_then(Blocks::finish);
    let digested = digested.map_err(|source| folder.failed(file, source))?;
    Ok(TableFile { file, sha256: digested.sha256, bytes: digested.bytes })
}

#[cfg(test)]
mod tests;
