//! `umlage audit`: tests on the ledgers.
//!
//! In: what was typed, the folder. Out: what was found. Hits are questions to people and no errors of the files: the exit
//! code is 0. Errors of the files stop the test, as rows that cannot be read may be what is looked for.

use umlage::agreement::Language;
use umlage::audit::duplicates::Payment;
use umlage::audit::{duplicates, overlap};
use umlage::finding::Findings;
use umlage::period::Year;
use umlage::report::{
    DuplicatesView, OverlapView, duplicates_document, duplicates_json, locate_places, overlap_document,
    overlap_json,
};
use umlage::words::command::{Notice, notice};

use crate::args::{Audit, AuditTest};
use crate::emit::{self, refuse};
use crate::exit::Exit;
use crate::gather::{Gathered, gather};
use crate::year::year;
use crate::{output, show};

/// Tests the ledgers, or says why not.
pub(crate) fn run(args: &Audit, language: Option<Language>) -> anyhow::Result<Exit> {
    let gathered = gather(&args.dir, Findings::first(), language)?;
    if let Some(answer) = emit::forbidden(&args.target, &gathered) {
        return Ok(refuse(&answer, gathered.language));
    }
    match args.test {
        AuditTest::Duplicates => twice(args, &gathered),
        AuditTest::Overlap { all } => separately(args, &gathered, all),
    }
}

/// What was perhaps paid twice, in all years.
fn twice(args: &Audit, gathered: &Gathered) -> anyhow::Result<Exit> {
    let Some((rules, booked)) = &gathered.read else { return stopped(gathered, None) };
    if gathered.findings.count(None).0 > 0 {
        return stopped(gathered, None);
    }
    if gathered.years().is_empty() {
        return Ok(refuse(&Notice::NoPostings, gathered.language));
    }
    let named = args.year.map(|_| year(args.year, gathered, "audit duplicates", &args.dir));
    let year = match named.transpose() {
        Ok(year) => year,
        Err(answer) => return Ok(refuse(&answer, gathered.language)),
    };
    let found = duplicates(&gathered.folder, rules, booked, year)?;
    let rows = found.hits.iter().flat_map(|hit| hit.payments.iter().chain(&hit.credits));
    let spots = locate_places(&gathered.folder, rules, rows.map(|row: &Payment| row.place))?;
    let files = &gathered.folder.files;
    let view = DuplicatesView { agreement: &rules.agreement, files, found: &found, spots };
    let document = || duplicates_document(&view, gathered.language);
    let text = emit::rendered(args.target.format, gathered.language, document, || duplicates_json(&view));
    emit::write(&text, &args.target, gathered.language)
}

/// What several partners still pay separately in a year.
fn separately(args: &Audit, gathered: &Gathered, all: bool) -> anyhow::Result<Exit> {
    let year = match year(args.year, gathered, "audit overlap", &args.dir) {
        Ok(year) => year,
        // What cannot be read may be the reason why there is no year to choose.
        Err(Notice::NoPostings) if gathered.findings.count(None).0 > 0 => return stopped(gathered, None),
        Err(answer) => return Ok(refuse(&answer, gathered.language)),
    };
    let Some((rules, booked)) = &gathered.read else { return stopped(gathered, Some(year)) };
    if gathered.findings.stop(year) {
        return stopped(gathered, Some(year));
    }
    let found = overlap(&gathered.folder, rules, booked, year)?;
    let view = OverlapView { agreement: &rules.agreement, found: &found, all };
    let document = || overlap_document(&view, gathered.language);
    let text = emit::rendered(args.target.format, gathered.language, document, || overlap_json(&view));
    emit::write(&text, &args.target, gathered.language)
}

/// The findings that stop the test, on stderr.
fn stopped(gathered: &Gathered, year: Option<Year>) -> anyhow::Result<Exit> {
    output::message(&show::findings(gathered, year)?);
    output::message(&notice(&Notice::NotTested, gathered.language));
    Ok(Exit::Findings)
}
