//! `umlage seal`: a year's statement with all its inputs, kept in `sealed/YEAR`.

use std::path::Path;

use umlage::agreement::Language;
use umlage::finding::Findings;
use umlage::folder::Folder;
use umlage::period::Year;
use umlage::seal;
use umlage::words::command::{Notice, notice};
use umlage::words::seal::{SealNotice, Sealed, sealed};

use crate::command::report::{chosen, stated};
use crate::emit::refuse;
use crate::exit::Exit;
use crate::gather::{Gathered, gather};
use crate::output;

/// Seals the year, or says why not.
pub(crate) fn run(dir: &Path, named: Option<i16>, language: Option<Language>) -> anyhow::Result<Exit> {
    let mut gathered = gather(dir, Findings::first(), language)?;
    if seal::holds(&dir.join(Folder::SEALED)) {
        return Ok(refuse(&Notice::Seal(SealNotice::Inside(dir.to_owned())), gathered.language));
    }
    let year = match chosen(named, &gathered, "seal", dir) {
        Ok(year) => year,
        Err(answer) => return answer,
    };
    if seal::exists(&gathered.folder, year) {
        return Ok(already(dir, year, &gathered));
    }
    stated(&mut gathered, year, |statement, gathered| {
        let contents = seal::contents(&gathered.folder, statement, gathered.language)?;
        let Some(written) = seal::write(&gathered.folder, &contents)? else {
            return Ok(already(dir, year, gathered));
        };
        let agreement = &statement.rules.agreement.name;
        Ok(said(&Sealed { agreement, dir, year, written: &written }, gathered))
    })
}

fn said(answer: &Sealed<'_>, gathered: &Gathered) -> Exit {
    let printed = output::say(&sealed(answer, gathered.language));
    let warnings = gathered.findings.count(Some(answer.year)).1;
    if printed == Exit::Fine && warnings > 0 {
        output::message(&notice(&Notice::WithWarnings(warnings), gathered.language));
    }
    printed
}

fn already(dir: &Path, year: Year, gathered: &Gathered) -> Exit {
    let answer = SealNotice::Already { dir: dir.to_owned(), year };
    refuse(&Notice::Seal(answer), gathered.language)
}
