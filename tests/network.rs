//! Small cooperations of internal services, made for a test and read by the program.

use std::fmt::Write;
use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use crate::run::umlage_in;

/// A cost centre of a textbook: an internal service where it names receivers, else a final one.
#[derive(Debug, Clone)]
pub(crate) struct Centre {
    /// Its id.
    pub(crate) id: String,
    /// Its primary cost in cents, per partner that paid.
    pub(crate) paid: Vec<i64>,
    /// Whom it charges, with how many units; `by` goes by primary cost.
    pub(crate) key: Charge,
}

/// How a centre charges on.
#[derive(Debug, Clone)]
pub(crate) enum Charge {
    /// Not at all: a final service.
    Final,
    /// In proportion to units.
    Units(Vec<(String, u32)>),
    /// By the receivers' primary cost.
    PrimaryCost,
}

/// A centre of which the first partner paid everything, in whole euro.
pub(crate) fn centre(id: &str, euro: i64, units: &[(&str, u32)]) -> Centre {
    let units: Vec<(String, u32)> = units.iter().map(|(to, units)| ((*to).to_owned(), *units)).collect();
    let key = if units.is_empty() { Charge::Final } else { Charge::Units(units) };
    Centre { id: id.to_owned(), paid: vec![euro * 100], key }
}

/// The folder of a cooperation of these centres, in this order, with two partners or as many as paid.
pub(crate) fn folder(centres: &[Centre], secondary: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let partners = centres.iter().map(|centre| centre.paid.len()).max().unwrap_or(0).max(2);
    let mut toml = format!("[agreement]\nname = \"Network\"\nsecondary = \"{secondary}\"\n");
    for partner in 0..partners {
        writeln!(toml, "[partners.p{partner}]\nname = \"Partner {partner}\"").unwrap();
    }
    writeln!(toml, "[keys.equal]\nequal = true").unwrap();
    let mut ledger = "date;service;payer;amount\n".to_owned();
    for centre in centres {
        let internal = !matches!(centre.key, Charge::Final);
        let key = if internal { centre.id.as_str() } else { "equal" };
        match &centre.key {
            Charge::Final => {}
            Charge::PrimaryCost => writeln!(toml, "[keys.{key}]\nby = \"primary-cost\"").unwrap(),
            Charge::Units(units) => {
                writeln!(toml, "[keys.{key}.weights]").unwrap();
                for (to, units) in units {
                    writeln!(toml, "\"{to}\" = {units}").unwrap();
                }
            }
        }
        let id = &centre.id;
        writeln!(toml, "[services.{id}]\nname = \"Centre {id}\"\noperator = \"p0\"").unwrap();
        writeln!(toml, "since = 2014-01-01\ninternal = {internal}\nkey = \"{key}\"").unwrap();
        for (partner, cents) in centre.paid.iter().enumerate() {
            let minus = if *cents < 0 { "-" } else { "" };
            let (euro, cent) = (cents.abs() / 100, cents.abs() % 100);
            writeln!(ledger, "2014-06-30;{id};p{partner};{minus}{euro},{cent:02}").unwrap();
        }
    }
    toml.push_str("[[ledger]]\nfiles = \"ledger.csv\"\n");
    fs::write(dir.path().join("umlage.toml"), toml).unwrap();
    fs::write(dir.path().join("ledger.csv"), ledger).unwrap();
    dir
}

/// The statement of such a cooperation.
pub(crate) fn settled(centres: &[Centre], secondary: &str) -> Value {
    let dir = folder(centres, secondary);
    let ran = umlage_in(dir.path(), &["report", "--format", "json"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

/// The total of a service.
pub(crate) fn total<'v>(statement: &'v Value, id: &str) -> &'v str {
    let services = statement["services"].as_array().unwrap();
    services.iter().find(|service| service["id"] == id).unwrap()["total"].as_str().unwrap()
}
