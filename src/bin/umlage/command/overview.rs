//! `umlage` alone: what lies here, and what to type next.

use std::path::Path;

use umlage::agreement::Language;
use umlage::finding::Findings;
use umlage::words::command::{Overview, overview};

use crate::exit::Exit;
use crate::gather::gather;
use crate::output;

/// Says what the current folder holds.
pub(crate) fn run(language: Option<Language>) -> anyhow::Result<Exit> {
    let here = Path::new(".");
    if !here.join(umlage::folder::Folder::AGREEMENT).is_file() {
        return Ok(output::say(&overview(&Overview::NothingHere, language.unwrap_or_default())));
    }
    let mut gathered = gather(here, Findings::first(), language)?;
    let years = gathered.years();
    let all: Vec<_> = years.iter().map(|(year, ..)| *year).collect();
    gathered.check(&all);
    let (errors, _) = gathered.findings.count(None);
    let answer = match &gathered.read {
        None => Overview::HereBroken { errors },
        Some((rules, _)) => Overview::Here {
            name: rules.agreement.name.clone(),
            partners: rules.agreement.partners.len(),
            services: rules.agreement.services.len(),
            ledgers: rules
                .ledgers
                .iter()
                .map(|file| gathered.folder.files.name(file.file).to_owned())
                .collect(),
            years,
            errors,
        },
    };
    Ok(output::say(&overview(&answer, gathered.language)))
}
