//! The small tables: drivers, stand-alone costs, advances, assets, balances carried over.
//!
//! In: the folder's drivers.csv, standalone.csv, advances.csv, assets.csv and opening.csv, through the ledger's own
//! reader. Out: typed rows, each with its place, in the order of the file.

use crate::agreement::{Agreement, PartnerId, Receiver, ServiceId};
use crate::depreciation::StraightLine;
use crate::error::Error;
use crate::finding::{Finding, Findings, TableFault};
use crate::folder::Folder;
use crate::fraction::Quantity;
use crate::ledger::block::{BLOCK, Blocks, Digested};
use crate::money::Money;
use crate::period::{Date, Span, Year};
use crate::place::{FileId, Place};
use crate::series::prices::Level;

mod advance;
mod asset;
mod driver;
pub(crate) mod life;
mod manner;
mod opening;
mod sheet;
mod standalone;

pub use manner::{Manner, of_opening};
use sheet::{Line, Sheet, collected};

/// All small tables of a folder.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// drivers.csv.
    pub drivers: Vec<Driver>,
    /// standalone.csv.
    pub standalone: Vec<Standalone>,
    /// advances.csv.
    pub advances: Vec<Advance>,
    /// assets.csv.
    pub assets: Vec<Asset>,
    /// opening.csv.
    pub openings: Vec<Opening>,
    /// Are there rows of the population series among the drivers, because drivers.csv has none of its own?
    pub shipped_population: bool,
    /// umlage.toml and the files that were read, for the evidence.
    pub files: Vec<TableFile>,
}

impl Tables {
    /// Has anybody a value of the driver?
    #[must_use]
    pub fn measures(&self, driver: &str) -> bool {
        self.drivers.iter().any(|row| row.driver == driver)
    }

    /// The advances that count in the year, in the order of the file.
    pub fn advances_of(&self, year: Year) -> impl Iterator<Item = &Advance> {
        self.advances.iter().filter(move |advance| advance.year == year)
    }

    /// The balances carried over that count in the year, in the order of the file.
    pub fn openings_of(&self, year: Year) -> impl Iterator<Item = &Opening> {
        self.openings.iter().filter(move |opening| opening.year == year)
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
    pub receiver: Receiver,
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
    /// The prices it was stated at, where it follows the consumer price index.
    pub level: Option<Level>,
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

/// An investment that is written off (`Anlage`); a negative cost is a grant (`Zuwendung`).
#[derive(Debug, Clone, PartialEq)]
pub struct Asset {
    /// What it is.
    pub name: String,
    /// The service that uses it.
    pub service: ServiceId,
    /// Who bought it and bears its depreciation.
    pub payer: PartnerId,
    /// The day of acquisition; its month is the first that counts.
    pub acquired: Date,
    /// What it cost.
    pub cost: Money,
    /// Over so many months it is written off; at least one.
    pub life_months: u32,
    /// What is left in the end (`Restwert`); of the cost's sign, and not beyond it.
    pub residual: Money,
    /// Where the figures come from.
    pub source: String,
    /// Its row.
    pub place: Place,
}

impl Asset {
    /// What is written off: cost less residual, evenly over its life.
    #[must_use]
    pub fn line(&self) -> StraightLine {
        StraightLine {
            amount: self.cost - self.residual,
            life_months: self.life_months,
            begins: self.acquired,
        }
    }

    /// What it still stands for at the end of a year (`Restbuchwert`); nothing before it was acquired.
    #[must_use]
    pub fn book_value(&self, year: Year) -> Money {
        if Year::of(self.acquired) > year { Money::ZERO } else { self.cost - self.line().by_end_of(year) }
    }
}

/// A balance between partners carried over from before (`Saldovortrag`).
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    /// The year in which it counts.
    pub year: Year,
    /// Who owes.
    pub from: PartnerId,
    /// Whom.
    pub to: PartnerId,
    /// How much; negative: the other way.
    pub amount: Money,
    /// Where the figure comes from.
    pub source: String,
    /// Its row.
    pub place: Place,
}

/// Reads the small tables that the folder has.
///
/// # Errors
/// [`Error::Read`] where the system refuses.
pub fn read(folder: &mut Folder, agreement: &Agreement, findings: &mut Findings) -> Result<Tables, Error> {
    let mut tables = Tables { files: vec![agreement_file(folder)?], ..Tables::default() };
    let Tables { drivers, standalone, advances, assets, openings, files, .. } = &mut tables;
    let mut reader = Reader { folder, agreement, findings, files };
    reader.read("drivers.csv", &driver::SHEET, &mut driver::row(drivers))?;
    reader.read("standalone.csv", &standalone::SHEET, &mut collected(standalone, standalone::read))?;
    reader.read("advances.csv", &advance::SHEET, &mut collected(advances, advance::read))?;
    reader.read("assets.csv", &asset::SHEET, &mut collected(assets, asset::read))?;
    reader.read("opening.csv", &opening::SHEET, &mut collected(openings, opening::read))?;
    let sourced: [Vec<(Place, &str)>; 4] = [
        tables.drivers.iter().map(|row| (row.place, row.source.as_str())).collect(),
        tables.standalone.iter().map(|row| (row.place, row.source.as_str())).collect(),
        tables.assets.iter().map(|row| (row.place, row.source.as_str())).collect(),
        tables.openings.iter().map(|row| (row.place, row.source.as_str())).collect(),
    ];
    findings.extend(sourced.into_iter().filter_map(|rows| without_source(rows.into_iter())));
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
