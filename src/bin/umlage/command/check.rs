//! `umlage check`: everything that is wrong, at once.

use std::io::{self, IsTerminal};
use std::path::Path;

use umlage::agreement::Language;
use umlage::finding::Findings;
use umlage::report::finding;
use umlage::words::command::{Overview, overview};

use crate::exit::Exit;
use crate::gather::{Gathered, gather};
use crate::{locate, output, show};

/// Looks at every year that has postings. Findings are what was asked for: they go to stdout.
pub(crate) fn run(dir: &Path, json: bool, all: bool, language: Option<Language>) -> anyhow::Result<Exit> {
    let keep = if json || all { Findings::all() } else { Findings::first() };
    let mut gathered = gather(dir, keep, language)?;
    let years: Vec<_> = gathered.years().into_iter().map(|(year, ..)| year).collect();
    gathered.check(&years);
    let (errors, warnings) = gathered.findings.count(None);
    let printed = if json {
        let list = gathered.findings.sorted(&gathered.folder.files);
        let located = locate::all(&gathered.folder, gathered.read.as_ref(), list.into_iter())?;
        output::say(&finding::json(&located, gathered.language))
    } else if errors + warnings > 0 {
        output::say(&show::findings(&gathered, None)?)
    } else {
        all_well(&gathered)
    };
    Ok(if errors > 0 { Exit::Findings } else { printed })
}

/// On a terminal a silent success would look like nothing done; a script wants silence.
fn all_well(gathered: &Gathered) -> Exit {
    let Some((rules, booked)) = gathered.read.as_ref().filter(|_| io::stdout().is_terminal()) else {
        return Exit::Fine;
    };
    let answer = Overview::AllWell {
        ledgers: rules.ledgers.len(),
        postings: booked.postings(),
        years: gathered.years().into_iter().map(|(year, ..)| year).collect(),
    };
    output::say(&overview(&answer, gathered.language))
}
