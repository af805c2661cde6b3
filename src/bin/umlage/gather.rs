//! Everything that a folder holds, as far as it can be read.
//!
//! In: a folder. Out: rules, books and findings; a broken umlage.toml leaves the rest out, as nothing else can be
//! understood without it.

use std::path::Path;

use umlage::agreement::{self, Language};
use umlage::allocate;
use umlage::cost::{self, Booked};
use umlage::error::Error;
use umlage::finding::{Fault, Finding, Findings};
use umlage::folder::Folder;
use umlage::money::Money;
use umlage::period::Year;
use umlage::rules::Rules;

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
    let language = chosen.or_else(|| agreement::language(&mut folder)).unwrap_or_default();
    let read = match Rules::read(&mut folder, &mut findings)? {
        None => None,
        Some(rules) => {
            let booked = cost::book(&folder, &rules, &mut findings)?;
            Some((rules, booked))
        }
    };
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
        let Some((rules, booked)) = &self.read else { return };
        // Where rows of drivers.csv cannot be read, it would be untrue that their values are missing.
        let spoilt = self.folder.find("drivers.csv").is_some_and(|file| self.findings.spoilt(file));
        for (year, books) in booked.years.iter().filter(|(year, _)| years.contains(year)) {
            let findings = match allocate::check(rules, books, *year) {
                Ok(checked) => checked.doubts(),
                Err(findings) => findings,
            };
            let told = |finding: &Finding| !(spoilt && matches!(finding.fault, Fault::Driver(_)));
            self.findings.extend(findings.into_iter().filter(told));
        }
    }
}
