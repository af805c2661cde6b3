//! `umlage report`: the statement of a year.

use umlage::agreement::Language;
use umlage::error::Error;
use umlage::finding::Findings;
use umlage::period::Year;
use umlage::report::{self, Format};
use umlage::statement::{Statement, state};
use umlage::words::command::{Notice, notice};

use crate::args::Report;
use crate::exit::Exit;
use crate::gather::{Gathered, checked, gather};
use crate::{locate, output, show};

/// Makes the statement, or says why there is none.
pub(crate) fn run(args: &Report, language: Option<Language>) -> anyhow::Result<Exit> {
    let mut gathered = gather(&args.dir, Findings::first(), language)?;
    if let Some(path) = args.output.as_deref().filter(|path| path.exists() && !args.force) {
        return Ok(refuse(&Notice::Exists(path.to_owned()), gathered.language));
    }
    if let Some(path) = args.output.as_deref().filter(|path| gathered.folder.reads(path)) {
        return Ok(refuse(&Notice::OverInput(path.to_owned()), gathered.language));
    }
    let year = match year(args, &gathered) {
        Ok(year) => year,
        // What cannot be read may be the reason why there is no year to choose.
        Err(Notice::NoPostings) if gathered.findings.count(None).0 > 0 => return stopped(&gathered, None),
        Err(answer) => return Ok(refuse(&answer, gathered.language)),
    };
    let spoilt = gathered.drivers_spoilt();
    let Some((rules, booked)) = &gathered.read else { return stopped(&gathered, Some(year)) };
    let checked = checked(rules, booked, year, spoilt, &mut gathered.findings);
    let Some(checked) = checked.filter(|_| !gathered.findings.stop(year)) else {
        return stopped(&gathered, Some(year));
    };
    let statement = state(checked, &gathered.folder.files, booked, &gathered.findings);
    let text = rendered(&statement, &gathered, args.format)?;
    match &args.output {
        None => Ok(output::say(&text)),
        Some(path) if output::file(path, &text, args.force)? => {
            output::message(&notice(&Notice::Written(path.clone()), gathered.language));
            Ok(Exit::Fine)
        }
        Some(path) => Ok(refuse(&Notice::Exists(path.clone()), gathered.language)),
    }
}

fn rendered(statement: &Statement<'_>, gathered: &Gathered, format: Format) -> Result<String, Error> {
    let language = gathered.language;
    let warnings = locate::all(&gathered.folder, gathered.read.as_ref(), statement.warnings.iter())?;
    let document = || report::document(statement, &warnings, language);
    Ok(match format {
        Format::Text => report::text(&document(), language),
        Format::Md => report::md(&document(), language),
        Format::Csv => report::csv(&document(), language),
        Format::Json => report::json(statement, &warnings, language),
    })
}

/// The year that was named, or the only one with postings.
fn year(args: &Report, gathered: &Gathered) -> Result<Year, Notice> {
    let years = gathered.years();
    let known: Vec<Year> = years.iter().map(|(year, ..)| *year).collect();
    match (args.year, known.as_slice()) {
        (_, []) => Err(Notice::NoPostings),
        (Some(number), known) => {
            let named = Year::new(number).filter(|year| known.contains(year));
            named.ok_or_else(|| Notice::YearWithoutPostings { year: number, years: known.to_vec() })
        }
        (None, [only]) => Ok(*only),
        (None, [.., last]) => {
            let dir = args.dir.display().to_string();
            let folder = if dir == "." { String::new() } else { format!("{dir} ") };
            Err(Notice::YearNeeded { command: format!("umlage report {folder}--year {last}"), years })
        }
    }
}

/// The findings that stop the statement, on stderr: stdout is for statements.
fn stopped(gathered: &Gathered, year: Option<Year>) -> anyhow::Result<Exit> {
    output::message(&show::findings(gathered, year)?);
    output::message(&notice(&Notice::NoStatement { year }, gathered.language));
    Ok(Exit::Findings)
}

fn refuse(what: &Notice, language: Language) -> Exit {
    output::message(&format!("umlage: {}", notice(what, language)));
    Exit::Trouble
}
