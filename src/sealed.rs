//! The years that are sealed (`festgeschrieben`), as later computation needs to know them.
//!
//! In: `sealed/YEAR/seal.json` of each such year, and nothing else of a seal. Out: [`Seals`]: of each year the rows of other
//! years that reached into it when it was sealed. Whether a seal is whole is for `umlage verify` to say; what cannot be
//! understood is a finding, since sums would silently be others without it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::agreement::{Agreement, KindId, PartnerId, ServiceId};
use crate::digest;
use crate::error::Error;
use crate::finding::file::SealFault;
use crate::finding::{FileFault, Finding, Findings};
use crate::folder::{Folder, folders_in};
use crate::money::Money;
use crate::period::{Date, Span, Year};
use crate::place::{FileId, Place};
use crate::tables::TableFile;

/// What a seal.json is.
pub const SCHEMA: &str = "umlage/seal/1";
/// The file in which a seal says what it is.
pub const FILE: &str = "seal.json";

/// seal.json.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// [`SCHEMA`].
    pub schema: String,
    /// The version that sealed.
    pub umlage: String,
    /// The year.
    pub year: i16,
    /// The language of the sealed statement: `de` or `en`.
    pub language: String,
    /// The year's rows.
    pub rows: Rows,
    /// The rows of other years that reach into it.
    pub reaching: Vec<Reaching>,
}

/// The rows that count in a sealed year, wholly or in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// How many.
    pub count: u64,
    /// What of them counts in the year.
    pub sum: String,
    /// SHA-256 of their canonical lines.
    pub sha256: String,
}

/// Rows of another year that reach into the sealed one by their period, as seal.json writes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reaching {
    /// Who paid.
    pub payer: String,
    /// Their date.
    pub date: String,
    /// Their fiscal year, where the ledger says one.
    pub fiscal_year: Option<i16>,
    /// The first day that they are for.
    pub period_from: String,
    /// The last.
    pub period_to: String,
    /// The whole amount of each.
    pub amount: String,
    /// The service to whose cost they belong; none: they are not shared.
    pub service: Option<String>,
    /// Their cost kind.
    pub kind: Option<String>,
    /// How many such rows there are.
    pub rows: u64,
}

/// By what a row that reaches into a sealed year is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reach {
    /// Who paid.
    pub payer: PartnerId,
    /// Its date.
    pub date: Date,
    /// Its fiscal year, where the ledger says one.
    pub fiscal_year: Option<Year>,
    /// The days that it is for.
    pub period: Span,
    /// Its whole amount.
    pub amount: Money,
    /// To which cost it belongs; none: it is not shared.
    pub shared: Option<(ServiceId, Option<KindId>)>,
}

/// The sealed years.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seals(pub BTreeMap<Year, Sealed>);

/// What is known of a sealed year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Its seal.json.
    pub file: TableFile,
    /// How many rows of other years reached into it, by what they are.
    pub reaching: BTreeMap<Reach, u64>,
}

impl Reach {
    /// As seal.json writes so many of them.
    #[must_use]
    pub fn written(&self, agreement: &Agreement, rows: u64) -> Reaching {
        Reaching {
            payer: agreement.partner(self.payer).id.clone(),
            date: self.date.to_string(),
            fiscal_year: self.fiscal_year.map(Year::number),
            period_from: self.period.from().to_string(),
            period_to: self.period.to().to_string(),
            amount: self.amount.to_string(),
            service: self.shared.map(|(service, _)| agreement.service(service).id.clone()),
            kind: self.shared.and_then(|(_, kind)| kind).map(|kind| agreement.kind(kind).id.clone()),
            rows,
        }
    }
}

impl Reaching {
    /// What it is known by; none where its service or cost kind is none of the agreement any more, so that no row can belong
    /// to it. An error where the payer is unknown, whose rows would silently be taken for late ones, and where it was not
    /// written by [`Reach::written`].
    fn reach(&self, agreement: &Agreement) -> Result<Option<Reach>, SealFault> {
        let payer = agreement.partners.iter().position(|partner| partner.id == self.payer).map(PartnerId);
        let payer = payer.ok_or_else(|| SealFault::UnknownPayer(self.payer.clone()))?;
        let Ok(shared) = self.shared(agreement) else { return Ok(None) };
        self.read(payer, shared).map(Some).ok_or(SealFault::Form)
    }

    /// To which cost its rows belong; an error where the agreement has it no more.
    fn shared(&self, agreement: &Agreement) -> Result<Option<(ServiceId, Option<KindId>)>, ()> {
        let Some(service) = &self.service else { return Ok(None) };
        let service = agreement.services.iter().position(|known| known.id == *service).map(ServiceId);
        let kind = self.kind.as_ref().map(|kind| {
            agreement.cost_kinds.iter().position(|known| known.id == *kind).map(KindId).ok_or(())
        });
        Ok(Some((service.ok_or(())?, kind.transpose()?)))
    }

    fn read(&self, payer: PartnerId, shared: Option<(ServiceId, Option<KindId>)>) -> Option<Reach> {
        let period = Span::new(self.period_from.parse().ok()?, self.period_to.parse().ok()?)?;
        let fiscal_year = match self.fiscal_year {
            Some(year) => Some(Year::new(year)?),
            None => None,
        };
        let (date, amount) = (self.date.parse().ok()?, self.amount.parse().ok()?);
        Some(Reach { payer, date, fiscal_year, period, amount, shared })
    }
}

/// Reads what the sealed years say. A seal.json that is missing or cannot be understood is told.
///
/// # Errors
/// [`Error::Read`] where the system refuses.
pub fn read(folder: &mut Folder, agreement: &Agreement, findings: &mut Findings) -> Result<Seals, Error> {
    let mut seals = Seals::default();
    for year in years(folder.root()) {
        let name = format!("{}/{year}/{FILE}", Folder::SEALED);
        let told = |fault| FileFault::Seal { file: name.clone(), fault };
        let Some(file) = folder.find(&name) else {
            let fault = told(SealFault::Missing).into();
            findings.push(Finding { fault, place: None, length: 1, also: None, year: None });
            continue;
        };
        match sealed(folder, agreement, year, file)? {
            Ok(sealed) => drop(seals.0.insert(year, sealed)),
            Err((offset, fault)) => findings.push(Finding::at(Place::new(file, offset), told(fault))),
        }
    }
    Ok(seals)
}

/// The years that have a folder among the sealed ones of the cooperation at this path, in order.
#[must_use]
pub fn years(root: &Path) -> Vec<Year> {
    folders_in(&root.join(Folder::SEALED)).iter().filter_map(|name| Year::written(name)).collect()
}

/// What else lies where the sealed years lie, in order: nobody checks it.
#[must_use]
pub fn others(root: &Path) -> Vec<String> {
    let years: Vec<String> = years(root).iter().map(ToString::to_string).collect();
    let entries = fs::read_dir(root.join(Folder::SEALED)).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| !years.contains(name)).collect();
    names.sort();
    names
}

/// A year's seal, or what is wrong with it and where.
fn sealed(
    folder: &Folder,
    agreement: &Agreement,
    year: Year,
    file: FileId,
) -> Result<Result<Sealed, (u64, SealFault)>, Error> {
    let bytes = folder.bytes(file)?;
    let record: Record = match serde_json::from_slice(&bytes) {
        Ok(record) => record,
        Err(error) => return Ok(Err((offset(&bytes, &error), SealFault::Form))),
    };
    if record.schema != SCHEMA {
        return Ok(Err((0, SealFault::Form)));
    }
    if record.year != year.number() {
        return Ok(Err((0, SealFault::OtherYear(record.year))));
    }
    let mut reaching: BTreeMap<Reach, u64> = BTreeMap::new();
    for row in &record.reaching {
        match row.reach(agreement) {
            Ok(Some(reach)) => {
                let rows = reaching.entry(reach).or_default();
                *rows = rows.saturating_add(row.rows); // no ledger has so many
            }
            Ok(None) => {}
            Err(fault) => return Ok(Err((0, fault))),
        }
    }
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    Ok(Ok(Sealed { file: TableFile { file, sha256: digest::of(&bytes), bytes: length }, reaching }))
}

/// The byte at which JSON ceases to be what it should be.
fn offset(bytes: &[u8], error: &serde_json::Error) -> u64 {
    let lines = bytes.split_inclusive(|byte| *byte == b'\n').take(error.line().saturating_sub(1));
    let before = lines.map(<[u8]>::len).sum::<usize>() + error.column().saturating_sub(1);
    u64::try_from(before.min(bytes.len())).unwrap_or(u64::MAX)
}
