//! Everything that a folder holds, as far as it can be read.
//!
//! In: a folder. Out: rules, books and findings; a broken umlage.toml leaves the rest out, as nothing else can be
//! understood without it.

use std::path::Path;

use umlage::agreement::{self, Language};
use umlage::cost::{self, Booked};
use umlage::error::Error;
use umlage::finding::Findings;
use umlage::folder::Folder;
use umlage::money::Money;
use umlage::period::Year;
use umlage::rules::{self, Rules};
pub(crate) use umlage::statement::ready as checked;

use crate::progress::Progress;

/// A folder that was read.
pub(crate) struct Gathered {
    /// The folder.
    pub(crate) folder: Folder,
    /// What is wrong with it.
    pub(crate) findings: Findings,
    /// Its rules and its books.
    pub(crate) read: Option<(Rules, Booked)>,
    /// The language to speak.
    pub(crate) language: Language,
}

/// Reads the folder.
pub(crate) fn gather(
    dir: &Path,
    mut findings: Findings,
    chosen: Option<Language>,
) -> Result<Gathered, Error> {
    let mut folder = Folder::open(dir)?;
    let read = match Rules::read(&mut folder, &mut findings)? {
        None => None,
        Some(rules) => {
            let total = rules.ledgers.iter().map(|ledger| Ok(folder.stamp(ledger.file)?.bytes));
            let total = total.sum::<Result<u64, Error>>()?;
            let spoken = chosen.unwrap_or(rules.agreement.language);
            let progress = Progress::of(folder.progress(), total, spoken);
            let booked = cost::book(&folder, &rules, &mut findings)?;
            drop(progress);
            Some((rules, booked))
        }
    };
    let agreed = read.as_ref().map(|(rules, _)| rules.agreement.language);
    let language = chosen.or(agreed).or_else(|| agreement::language(&mut folder)).unwrap_or_default();
    Ok(Gathered { folder, findings, read, language })
}

impl Gathered {
    /// The years with postings, how many rows each has, and their sum.
    pub(crate) fn years(&self) -> Vec<(Year, u64, Money)> {
        let years = self.read.iter().flat_map(|(_, booked)| booked.own_years());
        years.map(|(year, tally)| (year, tally.rows, tally.amount)).collect()
    }

    /// Adds what is wrong with the keys and segments of these years.
    pub(crate) fn check(&mut self, years: &[Year]) {
        let spoilt = self.drivers_spoilt();
        let Some((rules, booked)) = &self.read else { return };
        for year in years {
            checked(rules, booked, *year, spoilt, &mut self.findings);
        }
    }

    /// Can rows of drivers.csv not be read? Then it would be untrue that their values are missing.
    pub(crate) fn drivers_spoilt(&mut self) -> bool {
        rules::drivers_spoilt(&mut self.folder, &self.findings)
    }
}
