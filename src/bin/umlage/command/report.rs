//! `umlage report`: the statement of a year.

use std::path::Path;

use umlage::agreement::Language;
use umlage::corrections::Seal;
use umlage::error::Error;
use umlage::finding::Findings;
use umlage::period::Year;
use umlage::report::{self, Format};
use umlage::statement::{Statement, state};
use umlage::words::command::{Notice, notice};

use crate::args::Report;
use crate::command::corrections;
use crate::emit::{self, refuse};
use crate::exit::Exit;
use crate::gather::{Gathered, checked, gather};
use crate::year::year;
use crate::{locate, output, show};

/// Makes the statement, or says why there is none.
pub(crate) fn run(args: &Report, language: Option<Language>) -> anyhow::Result<Exit> {
    let mut gathered = gather(&args.dir, Findings::first(), language)?;
    if let Some(answer) = emit::forbidden(&args.target, &gathered) {
        return Ok(refuse(&answer, gathered.language));
    }
    let named = match corrections::year(args, &gathered) {
        Ok(named) => named,
        Err(answer) => return Ok(refuse(&answer, gathered.language)),
    };
    let year = match chosen(named, &gathered, "report", &args.dir) {
        Ok(year) => year,
        Err(answer) => return answer,
    };
    stated(&mut gathered, year, |statement, gathered| match Seal::open(gathered.folder.root(), year)? {
        None => written(args, gathered, statement),
        Some(seal) => corrections::locked(args, gathered, statement, &seal),
    })
}

/// Writes the statement.
pub(crate) fn written(args: &Report, gathered: &Gathered, statement: &Statement<'_>) -> anyhow::Result<Exit> {
    let text = rendered(statement, gathered, args.target.format)?;
    let written = emit::write(&text, &args.target, gathered.language)?;
    let warnings = gathered.findings.count(Some(statement.year)).1;
    if args.target.output.is_some() && written == Exit::Fine && warnings > 0 {
        output::message(&notice(&Notice::WithWarnings(warnings), gathered.language));
    }
    Ok(written)
}

/// The year, or how a command ends that has none. `command` is what was typed before the folder.
pub(crate) fn chosen(
    named: Option<i16>,
    gathered: &Gathered,
    command: &str,
    dir: &Path,
) -> Result<Year, anyhow::Result<Exit>> {
    year(named, gathered, command, dir).map_err(|answer| {
        let answered = match answer {
            // What cannot be read may be the reason why there is no year to choose.
            Notice::NoPostings if gathered.findings.count(None).0 > 0 => stopped(gathered, None),
            answer => Ok(refuse(&answer, gathered.language)),
        };
        corrections::say_where(gathered, named);
        answered
    })
}

/// Hands on the year's statement, or says which findings stop it.
pub(crate) fn stated(
    gathered: &mut Gathered,
    year: Year,
    then: impl FnOnce(&Statement<'_>, &Gathered) -> anyhow::Result<Exit>,
) -> anyhow::Result<Exit> {
    let spoilt = gathered.drivers_spoilt();
    let Some((rules, booked)) = &gathered.read else { return stopped(gathered, Some(year)) };
    let checked = checked(rules, booked, year, spoilt, &mut gathered.findings);
    let Some(checked) = checked.filter(|_| !gathered.findings.stop(year)) else {
        return stopped(gathered, Some(year));
    };
    then(&state(checked, &gathered.folder.files, booked, &gathered.findings), gathered)
}

fn rendered(statement: &Statement<'_>, gathered: &Gathered, format: Format) -> Result<String, Error> {
    let language = gathered.language;
    let warnings = locate::all(&gathered.folder, gathered.read.as_ref(), statement.warnings.iter())?;
    let document = || report::document(statement, &warnings, language);
    Ok(emit::rendered(format, language, document, || report::json(statement, &warnings, language)))
}

/// The findings that stop the statement, on stderr: stdout is for statements.
pub(crate) fn stopped(gathered: &Gathered, year: Option<Year>) -> anyhow::Result<Exit> {
    output::message(&show::findings(gathered, year)?);
    output::message(&notice(&Notice::NoStatement { year }, gathered.language));
    corrections::say_where(gathered, year.map(Year::number));
    Ok(Exit::Findings)
}
