//! A seal, read: the figures that were decided, and the inputs that they were made from.
//!
//! In: `sealed/2014`. Out: the figures of its statement.json, and its `inputs` as a folder of its own, with rules and
//! books. Whether every byte is as it was sealed is what `umlage verify` finds out; here a seal that cannot be read, or
//! whose figures do not fit each other, is an error, so that nothing is corrected against it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::Version;
use super::figures::{Claimed, Figures, For, Position};
use crate::agreement::Receiver;
use crate::allocate::{self, Allocation, allocate};
use crate::cost::{self, Booked};
use crate::error::Error;
use crate::finding::Findings;
use crate::folder::Folder;
use crate::money::{Money, NotPlain};
use crate::period::Year;
use crate::rules::Rules;
use crate::sealed::years;

/// The sealed statement.
const STATEMENT: &str = "statement.json";

/// A year's seal.
#[derive(Debug)]
pub struct Seal {
    /// The year.
    pub year: Year,
    /// What was decided.
    pub figures: Figures,
    /// The ids and names of the partners that the statement names.
    pub partners: Vec<(String, String)>,
    folder: Folder,
    rules: Rules,
    booked: Booked,
}

impl Seal {
    /// The year's seal, if the folder has one.
    ///
    /// # Errors
    /// [`Error::Seal`] where it cannot be read as what `umlage seal` writes.
    pub fn open(root: &Path, year: Year) -> Result<Option<Self>, Error> {
        if !years(root).contains(&year) {
            return Ok(None);
        }
        let home = root.join(Folder::SEALED).join(year.to_string());
        let path = home.join(STATEMENT);
        let text = fs::read(&path).ok();
        let stated = text.and_then(|text| serde_json::from_slice::<Stated>(&text).ok());
        let stated = stated.filter(|stated| stated.year == year.number());
        let stated = stated.ok_or(Error::Seal { path, year })?;
        Self::with(&home, year, stated).map(Some)
    }

    fn with(home: &Path, year: Year, stated: Stated) -> Result<Self, Error> {
        let inputs = home.join("inputs");
        let broken = || Error::Seal { path: inputs.clone(), year };
        let mut findings = Findings::first();
        let mut folder = Folder::open(&inputs).map_err(|_| broken())?;
        let rules = Rules::read(&mut folder, &mut findings)?.ok_or_else(broken)?;
        let booked = cost::book(&folder, &rules, &mut findings)?;
        if findings.stop(year) {
            return Err(broken());
        }
        let (mut figures, partners) = stated.figures();
        figures.add_tables(&rules.agreement, &rules.tables, year);
        let fits = |(partner, balance): (&String, &Money)| figures.owed_by(partner) == *balance;
        if !figures.balances.iter().all(fits) {
            return Err(Error::Seal { path: home.join(STATEMENT), year });
        }
        Ok(Self { year, figures, partners, folder, rules, booked })
    }

    /// Its inputs, read.
    #[must_use]
    pub fn version(&self) -> Version<'_> {
        Version { folder: &self.folder, rules: &self.rules, booked: &self.booked }
    }

    /// Its year, computed again from its inputs: which rows of the tables it goes by.
    pub(super) fn allocation(&self) -> Result<Allocation, Error> {
        let broken = || Error::Seal { path: self.folder.root().to_owned(), year: self.year };
        let books = self.booked.years.get(&self.year).ok_or_else(broken)?;
        allocate::check(&self.rules, books, self.year).map(allocate).map_err(|_| broken())
    }
}

/// What is needed of statement.json.
#[derive(Deserialize)]
struct Stated {
    year: i16,
    services: Vec<StatedService>,
    claims: Vec<StatedClaim>,
    partners: Vec<StatedPartner>,
    transfers: Vec<StatedTransfer>,
    savings: Option<StatedSavings>,
    #[serde(default)]
    charges: Vec<StatedCharge>,
}

/// An amount as JSON has it: `"-0.40"`.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Euro(Money);

impl TryFrom<String> for Euro {
    type Error = NotPlain;

    fn try_from(text: String) -> Result<Self, NotPlain> {
        text.parse().map(Self)
    }
}

#[derive(Deserialize)]
struct StatedService {
    id: String,
    internal: bool,
    allocated: BTreeMap<String, Euro>,
    #[serde(default)]
    borne: BTreeMap<String, Euro>,
}

#[derive(Deserialize)]
struct StatedClaim {
    service: String,
    from: String,
    to: String,
    net: Euro,
    vat: Euro,
}

#[derive(Deserialize)]
struct StatedPartner {
    id: String,
    name: String,
    balance: Euro,
}

#[derive(Deserialize)]
struct StatedTransfer {
    from: String,
    to: String,
    amount: Euro,
}

#[derive(Deserialize)]
struct StatedSavings {
    net: Euro,
    difference: Euro,
    partners: Vec<StatedSaving>,
}

#[derive(Deserialize)]
struct StatedSaving {
    id: String,
    avoided: Euro,
}

#[derive(Deserialize)]
struct StatedCharge {
    to: String,
    amount: Euro,
    borne: BTreeMap<String, Euro>,
}

impl Stated {
    fn figures(self) -> (Figures, Vec<(String, String)>) {
        let mut figures = Figures::default();
        for service in self.services.into_iter().filter(|service| !service.internal) {
            let of = For::Service(service.id);
            for (partner, Euro(amount)) in service.allocated {
                position(&mut figures, &of, partner).allocated += amount;
            }
            for (partner, Euro(amount)) in service.borne {
                position(&mut figures, &of, partner).borne += amount;
            }
        }
        for charge in self.charges {
            let Some(owner) = charge.to.strip_prefix(Receiver::OWN) else { continue };
            position(&mut figures, &For::Own, owner.to_owned()).allocated += charge.amount.0;
            for (partner, Euro(amount)) in charge.borne {
                position(&mut figures, &For::Own, partner).borne += amount;
            }
        }
        for claim in self.claims {
            let key = (For::called(&claim.service), (claim.from, claim.to));
            figures.claims.insert(key, Claimed { net: claim.net.0, vat: claim.vat.0 });
        }
        let transfers = self.transfers.into_iter();
        figures.transfers = transfers.map(|row| ((row.from, row.to), row.amount.0)).collect();
        if let Some(savings) = self.savings {
            figures.net = Some(savings.net.0);
            figures.deviation = Some(savings.difference.0);
            figures.avoided = savings.partners.into_iter().map(|row| (row.id, row.avoided.0)).collect();
        }
        let balance = |partner: &StatedPartner| (partner.id.clone(), partner.balance.0);
        figures.balances = self.partners.iter().map(balance).collect();
        let names = self.partners.into_iter().map(|partner| (partner.id, partner.name)).collect();
        (figures, names)
    }
}

fn position<'f>(figures: &'f mut Figures, of: &For, partner: String) -> &'f mut Position {
    figures.positions.entry((of.clone(), partner)).or_default()
}
