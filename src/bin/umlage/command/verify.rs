//! `umlage verify`: what was sealed, compared with what is there and with what is computed now.

use std::path::{Path, PathBuf};

use umlage::agreement::{self, Language};
use umlage::error::Error;
use umlage::folder::Folder;
use umlage::period::Year;
use umlage::seal::{self, Verified};
use umlage::sealed;
use umlage::words::command::{Notice, notice};
use umlage::words::seal::{Checked, SealNotice, checked};

use crate::emit::refuse;
use crate::exit::Exit;
use crate::output;

/// Checks the seal of the year, or all there are. The folder needs no umlage.toml: an auditor may have only the seals.
pub(crate) fn run(
    dir: &Path,
    named: Option<i16>,
    json: bool,
    all: bool,
    chosen: Option<Language>,
) -> anyhow::Result<Exit> {
    if !dir.is_dir() {
        return Err(Error::NoFolder(dir.to_owned()).into());
    }
    let language = chosen.or_else(|| agreed(dir)).unwrap_or_default();
    let years = match years(dir, named) {
        Ok(years) => years,
        Err(answer) => return Ok(refuse(&Notice::Seal(answer), language)),
    };
    let mut seals: Vec<Verified> = Vec::new();
    for year in years {
        seals.push(seal::verify(&path(dir, year), year, language)?);
    }
    let told = |found: &Verified| checked(&Checked { dir, found, all }, language);
    let text = if json { seal::json(&seals) } else { seals.iter().map(told).collect::<Vec<_>>().join("\n") };
    let printed = output::say(&text);
    let beside = sealed::others(dir);
    if named.is_none() && !beside.is_empty() {
        output::message(&notice(&Notice::Seal(SealNotice::Beside(beside)), language));
    }
    let same = seals.iter().all(|seal| seal.differences.is_empty());
    Ok(if same { printed } else { Exit::Findings })
}

/// The language of the agreement, or of the first seal.
fn agreed(dir: &Path) -> Option<Language> {
    let first = sealed::years(dir).into_iter().next().map(|year| path(dir, year).join("inputs"));
    let folders = [Some(dir.to_owned()), first];
    folders.into_iter().flatten().find_map(|dir| agreement::language(&mut Folder::open(&dir).ok()?))
}

fn years(dir: &Path, named: Option<i16>) -> Result<Vec<Year>, SealNotice> {
    let years = sealed::years(dir);
    let Some(number) = named else {
        let none = SealNotice::None { dir: dir.to_owned() };
        return if years.is_empty() { Err(none) } else { Ok(years) };
    };
    let year = Year::new(number).filter(|year| years.contains(year));
    year.map(|year| vec![year]).ok_or(SealNotice::NotSealed { year: number, years })
}

fn path(dir: &Path, year: Year) -> PathBuf {
    dir.join(Folder::SEALED).join(year.to_string())
}
