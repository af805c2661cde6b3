//! `umlage report` of a sealed year: the statement where no figure differs, else corrections; with `--corrections` the
//! rows of opening.csv that carry them into the next year that is open.
//!
//! In: the live statement and the seal. Out: an exit code; what differs is no fault of anybody's files.

use std::path::Path;

use umlage::agreement::Language;
use umlage::corrections::{Carry, Corrections, Figures, For, Seal, Version, opening_rows, usual};
use umlage::error::Error;
use umlage::folder::Folder;
use umlage::period::Year;
use umlage::place::Place;
use umlage::report::{self, Spots};
use umlage::rules::Rules;
use umlage::sealed;
use umlage::statement::Statement;
use umlage::tables::of_opening;
use umlage::words::command::{Notice, notice};
use umlage::words::corrections::{CorrectionPhrase, SealedNotice, said};
use umlage::words::seal::typed;

use crate::args::Report;
use crate::command::report::written;
use crate::emit;
use crate::exit::Exit;
use crate::gather::Gathered;
use crate::output;

/// So many rows are named beside a statement whose figures agree.
const NAMED: usize = 5;

/// The year that was named; for corrections the only sealed one, else what to type instead.
pub(crate) fn year(args: &Report, gathered: &Gathered) -> Result<Option<i16>, Notice> {
    if !args.corrections {
        return Ok(args.year);
    }
    let sealed = sealed::years(gathered.folder.root());
    let named = args.year.and_then(Year::new);
    match (args.year, sealed.as_slice()) {
        (Some(number), _) if named.is_some_and(|named| sealed.contains(&named)) => Ok(Some(number)),
        (None, [only]) => Ok(Some(only.number())),
        _ => Err(Notice::Sealed(SealedNotice::NotSealed { year: named, sealed })),
    }
}

/// Says where the sealed statement of the year lies, if there is one.
pub(crate) fn say_where(gathered: &Gathered, year: Option<i16>) {
    let year = year.and_then(Year::new);
    if let Some(year) = year.filter(|year| sealed::years(gathered.folder.root()).contains(year)) {
        tell(SealedNotice::Lies(year), gathered.language);
    }
}

/// The statement, or what is to be corrected of it.
pub(crate) fn locked(
    args: &Report,
    gathered: &Gathered,
    statement: &Statement<'_>,
    seal: &Seal,
) -> anyhow::Result<Exit> {
    let live = Version { folder: &gathered.folder, rules: statement.rules, booked: statement.booked };
    let found = Corrections::of(live, statement, seal)?;
    if args.corrections {
        return rows(args, gathered, statement.rules, &found);
    }
    let (year, language) = (found.year, gathered.language);
    let spots = spots(&found, live, seal.version())?;
    if found.any_figure() {
        let next = (command(args, year), next_open(gathered, year));
        let warnings = report::locate(&gathered.folder, Some(statement.rules), statement.warnings.iter())?;
        let table = || report::warnings(statement, &warnings, language);
        let document = || report::corrections(&found, &spots, (&next.0, next.1), table(), language);
        let json = || report::corrections_json(&found, &spots, &warnings, language);
        let text = emit::rendered(args.target.format, language, document, json);
        let written = emit::write(&text, &args.target, language)?;
        tell(SealedNotice::Corrected(year), language);
        return Ok(written);
    }
    let written = written(args, gathered, statement)?;
    tell(agreeing(&found, &spots, language), language);
    if found.carry.iter().any(|row| !row.open().is_zero()) {
        tell(SealedNotice::CarriedTooMuch(command(args, year)), language);
    }
    Ok(written)
}

/// Says that what was explained is not what was sealed, if so.
pub(crate) fn explained(
    gathered: &Gathered,
    statement: &Statement<'_>,
    command: impl FnOnce(&Path) -> String,
) -> anyhow::Result<()> {
    let root = gathered.folder.root();
    let Some(seal) = Seal::open(root, statement.year)? else { return Ok(()) };
    if seal.figures.differ_from(&Figures::of(statement)) {
        let inputs = root.join(Folder::SEALED).join(statement.year.to_string()).join("inputs");
        tell(SealedNotice::ExplainedNow(statement.year, command(&inputs)), gathered.language);
    }
    Ok(())
}

/// What is said beside a statement whose figures are those of the seal.
fn agreeing(found: &Corrections<'_>, spots: &Spots, language: Language) -> SealedNotice {
    let (year, agreement) = (found.year, found.agreement_differs);
    let mut lines = report::differing_rows(found, spots, language);
    if lines.is_empty() {
        return SealedNotice::Agrees(year, agreement);
    }
    let more = lines.len().saturating_sub(NAMED);
    lines.truncate(NAMED);
    SealedNotice::RowsDiffer { year, lines, more, agreement }
}

/// Where the rows that differ stand.
fn spots(found: &Corrections<'_>, live: Version<'_>, sealed: Version<'_>) -> Result<Spots, Error> {
    let all = || found.rows.iter().map(|(_, differences)| differences);
    let now = all().flat_map(|rows| {
        rows.came_in.iter().chain(rows.changed.iter().map(|both| &both.live)).map(|row| row.place)
    });
    let then = all().flat_map(|rows| {
        rows.went_out.iter().chain(rows.changed.iter().map(|both| &both.sealed)).map(|row| row.place)
    });
    let (now, then): (Vec<Place>, Vec<Place>) = (now.collect(), then.collect());
    Ok(Spots {
        live: report::locate_places(live.folder, live.rules, now.into_iter())?,
        sealed: report::locate_places(sealed.folder, sealed.rules, then.into_iter())?,
    })
}

/// The line that writes the rows.
fn command(args: &Report, year: Year) -> String {
    format!("{} --year {year} --corrections", typed("report", &args.dir))
}

/// The first year after the sealed one that is not sealed.
fn next_open(gathered: &Gathered, year: Year) -> Year {
    let sealed = sealed::years(gathered.folder.root());
    let later = (year.number() + 1..).map_while(Year::new);
    later.into_iter().find(|later| !sealed.contains(later)).unwrap_or(year)
}

/// The rows of opening.csv.
fn rows(args: &Report, gathered: &Gathered, rules: &Rules, found: &Corrections<'_>) -> anyhow::Result<Exit> {
    let (year, into, language) = (found.year, next_open(gathered, found.year), gathered.language);
    let open: Vec<&Carry> = found.carry.iter().filter(|row| !row.open().is_zero()).collect();
    if open.is_empty() {
        tell(SealedNotice::NothingToCarry(year, !found.carry.is_empty()), language);
        return Ok(Exit::Fine);
    }
    let tables = &rules.agreement.tables;
    let manner = of_opening(&gathered.folder, &rules.agreement)?;
    let manner = manner.unwrap_or_else(|| usual(language, tables.delimiter, tables.decimal));
    if manner.columns.last().is_none_or(Option::is_none) {
        return Ok(emit::refuse(&Notice::Sealed(SealedNotice::NoSource), language));
    }
    let text = opening_rows(&found.carry, into, &manner, |row| source(found, row, language));
    let bytes = match manner.encoding.map(|encoding| encoding.encode(&text)) {
        // A name that the file's encoding has no letters for is left out: the tag says all that is needed.
        Some((_, encoding, true)) => {
            let plain = opening_rows(&found.carry, into, &manner, |row| row.tag(found.year));
            encoding.encode(&plain).0.into_owned()
        }
        Some((bytes, ..)) => bytes.into_owned(),
        None => text.into_bytes(),
    };
    let written = emit::write_bytes(&bytes, &args.target, language)?;
    let known = |id: &&String| rules.agreement.partners.iter().any(|partner| partner.id == **id);
    let mut gone: Vec<String> =
        open.iter().flat_map(|row| [&row.from, &row.to]).filter(|id| !known(id)).cloned().collect();
    gone.sort();
    gone.dedup();
    let taxed = |side: &Figures, row: &Carry| {
        side.claims.iter().any(|((of, _), claim)| *of == row.of && !claim.vat.is_zero())
    };
    let vat = open.iter().any(|row| taxed(&found.sealed, row) || taxed(&found.live, row));
    tell(SealedNotice::Rows { rows: open.len(), year, into, vat, gone }, language);
    Ok(written)
}

/// What a row of opening.csv says about where it comes from.
fn source(found: &Corrections<'_>, row: &Carry, language: Language) -> String {
    let named = match &row.of {
        For::Service(id) => found.names.service(id).to_owned(),
        other => said(&CorrectionPhrase::Named(other), language),
    };
    said(&CorrectionPhrase::Source(found.year, &named, &row.tag(found.year)), language)
}

fn tell(what: SealedNotice, language: Language) {
    output::message(&notice(&Notice::Sealed(what), language));
}
