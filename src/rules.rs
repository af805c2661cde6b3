//! The rules: agreement and tables together, resolved and checked as far as that needs no posting.
//!
//! In: the folder, and what its sealed years say. Out: [`Rules`], or findings. From here on every stage takes `&Rules`; what depends on the
//! statement's year (segments, driver values) is worked out from them when the year is known.

use std::collections::BTreeSet;

use crate::agreement::{self, Agreement, KeyId, PartnerId, Service};
use crate::error::Error;
use crate::finding::{DriverFault, Finding, Findings};
use crate::folder::Folder;
use crate::ledger::{self, LedgerFile};
use crate::nearest::nearest;
use crate::place::Place;
use crate::sealed::{self, Seals};
use crate::series::population::DRIVER;
use crate::tables::{self, Tables};

pub mod calendar;
mod population;
mod unread;

pub use calendar::Segment;

/// Everything that the folder says besides its postings.
#[derive(Debug, Clone)]
pub struct Rules {
    /// umlage.toml.
    pub agreement: Agreement,
    /// The small tables.
    pub tables: Tables,
    /// The ledger files, in the order in which they are read.
    pub ledgers: Vec<LedgerFile>,
    /// The years that are sealed.
    pub seals: Seals,
}

impl Rules {
    /// Reads everything but the postings. None where umlage.toml has errors: nothing else can be read then.
    ///
    /// # Errors
    /// [`Error::Read`] where the system refuses.
    pub fn read(folder: &mut Folder, findings: &mut Findings) -> Result<Option<Self>, Error> {
        let Some(agreement) = agreement::read(folder, findings)? else { return Ok(None) };
        let mut tables = tables::read(folder, &agreement, findings)?;
        let spoilt = drivers_spoilt(folder, findings);
        if !spoilt {
            findings.extend(population::add(&agreement, &mut tables));
        }
        let ledgers = ledger::files(folder, &agreement, findings);
        findings.extend(unread::unread(folder, &ledgers));
        let seals = sealed::read(folder, &agreement, findings)?;
        let rules = Self { agreement, tables, ledgers, seals };
        if !spoilt {
            findings.extend(rules.unknown_drivers());
        }
        Ok(Some(rules))
    }

    /// Keys in use whose driver has no row at all.
    fn unknown_drivers(&self) -> Vec<Finding> {
        let keys = self.keys_in_use().into_iter().filter_map(|key| self.agreement.key(key).method.driver());
        // What the shipped population lacks is told for each partner.
        let unknown = keys.filter(|(driver, _)| *driver != DRIVER && !self.tables.measures(driver));
        unknown.map(|(driver, place)| self.unknown_driver(driver, place)).collect()
    }

    /// That a key's driver has no row at all; the place is where umlage.toml names it.
    pub(crate) fn unknown_driver(&self, driver: &str, place: Place) -> Finding {
        let known: BTreeSet<&str> = self.tables.drivers.iter().map(|row| row.driver.as_str()).collect();
        let fault = DriverFault::Unknown {
            driver: driver.to_owned(),
            nearest: nearest(driver, known.iter().copied().chain([DRIVER])),
            known: known.iter().map(ToString::to_string).collect(),
        };
        Finding::at(place, fault).spanning(driver.len() + 2)
    }

    /// Why the shipped population has no figure of a partner; none where it has.
    pub(crate) fn no_population(&self, partner: PartnerId, place: Place) -> Option<Finding> {
        population::missing(&self.agreement, partner, place)
    }

    /// The keys that services name, and those that these are made of.
    fn keys_in_use(&self) -> BTreeSet<KeyId> {
        self.agreement.with_parts(self.agreement.services.iter().flat_map(Service::keys_used))
    }
}

/// Can rows of drivers.csv not be read? Then it would be untrue that their values are missing.
#[must_use]
pub fn drivers_spoilt(folder: &mut Folder, findings: &Findings) -> bool {
    folder.find("drivers.csv").is_some_and(|file| findings.spoilt(file))
}
