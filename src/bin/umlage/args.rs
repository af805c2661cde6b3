//! What was typed becomes what is needed.
//!
//! In: the arguments. Out: a [`Call`], or the answer to a line that is none: help, or what is wrong with it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use umlage::agreement::Language;
use umlage::report::Format;
use umlage::report::format::NoFormat;
use umlage::words::command::Notice;
use umlage::words::corrections::SealedNotice;

use crate::form;
use crate::help::{self, Answer};

/// A command with all it needs.
#[derive(Debug)]
pub(crate) struct Call {
    /// `--lang`; none: the agreement's.
    pub(crate) language: Option<Language>,
    /// The command.
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug)]
pub(crate) enum Command {
    /// `umlage` alone.
    Overview,
    /// `umlage report`.
    Report(Report),
    /// `umlage compare`.
    Compare(Compare),
    /// `umlage explain`.
    Explain(Explain),
    /// `umlage savings`.
    Savings(Savings),
    /// `umlage check`.
    Check {
        /// The folder.
        dir: PathBuf,
        /// As JSON?
        json: bool,
        /// Every finding?
        all: bool,
    },
    /// `umlage inspect`.
    Inspect {
        /// The file.
        file: PathBuf,
        /// The sheet of a workbook.
        sheet: Option<String>,
        /// As JSON?
        json: bool,
    },
    /// `umlage audit`.
    Audit(Audit),
    /// `umlage seal`.
    Seal {
        /// The folder.
        dir: PathBuf,
        /// `--year`.
        year: Option<i16>,
    },
    /// `umlage verify`.
    Verify {
        /// The folder.
        dir: PathBuf,
        /// `--year`.
        year: Option<i16>,
        /// As JSON?
        json: bool,
        /// Every difference?
        all: bool,
    },
    /// `umlage init`.
    Init {
        /// The folder to make.
        dir: PathBuf,
    },
}

/// `umlage report`.
#[derive(Debug)]
pub(crate) struct Report {
    /// The folder.
    pub(crate) dir: PathBuf,
    /// `--year`.
    pub(crate) year: Option<i16>,
    /// `--corrections`.
    pub(crate) corrections: bool,
    /// Where to, and how.
    pub(crate) target: Target,
}

/// `umlage compare`.
#[derive(Debug)]
pub(crate) struct Compare {
    /// The folder.
    pub(crate) dir: PathBuf,
    /// `--year`.
    pub(crate) year: Option<i16>,
    /// Each `--key`.
    pub(crate) keys: Vec<String>,
    /// Each `--secondary`.
    pub(crate) secondary: Vec<String>,
    /// Where to, and how.
    pub(crate) target: Target,
}

/// `umlage explain`.
#[derive(Debug)]
pub(crate) struct Explain {
    /// The folder.
    pub(crate) dir: PathBuf,
    /// `--service`.
    pub(crate) service: Option<String>,
    /// `--partner`.
    pub(crate) partner: String,
    /// `--year`.
    pub(crate) year: Option<i16>,
    /// `--all`.
    pub(crate) all: bool,
    /// Where to, and how.
    pub(crate) target: Target,
}

/// `umlage savings`.
#[derive(Debug)]
pub(crate) struct Savings {
    /// The folder.
    pub(crate) dir: PathBuf,
    /// `--from`.
    pub(crate) from: Option<i16>,
    /// `--to`.
    pub(crate) to: Option<i16>,
    /// Where to, and how.
    pub(crate) target: Target,
}

/// `umlage audit`.
#[derive(Debug)]
pub(crate) struct Audit {
    /// Which test.
    pub(crate) test: AuditTest,
    /// The folder.
    pub(crate) dir: PathBuf,
    /// `--year`.
    pub(crate) year: Option<i16>,
    /// Where to, and how.
    pub(crate) target: Target,
}

/// A test on the ledgers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum AuditTest {
    /// `umlage audit duplicates`.
    Duplicates,
    /// `umlage audit overlap`.
    Overlap {
        /// Every row of the tables?
        all: bool,
    },
}

/// Where output goes, and in which format.
#[derive(Debug)]
pub(crate) struct Target {
    /// `--format`, or by the output's ending.
    pub(crate) format: Format,
    /// `--output`.
    pub(crate) output: Option<PathBuf>,
    /// `--force`.
    pub(crate) force: bool,
}

/// The call that was typed, or the answer to it.
pub(crate) fn parse(typed: &[OsString]) -> Result<Call, Answer> {
    let language = help::spoken(typed);
    let matches = matched(typed, language)?;
    let command = match matches.subcommand() {
        None => Command::Overview,
        Some(("report", matches)) => Command::Report(report(matches, language)?),
        Some(("compare", matches)) => Command::Compare(compare(matches, language)?),
        Some(("explain", matches)) => Command::Explain(explain(matches, language)?),
        Some(("savings", matches)) => Command::Savings(savings(matches, language)?),
        Some(("check", matches)) => {
            Command::Check { dir: dir(matches), json: json(matches), all: matches.get_flag("all") }
        }
        Some(("inspect", matches)) => Command::Inspect {
            file: matches.get_one::<PathBuf>("file").cloned().unwrap_or_default(),
            sheet: matches.get_one::<String>("sheet").cloned(),
            json: json(matches),
        },
        Some(("audit", matches)) => match matches.subcommand() {
            Some(("duplicates", matches)) => Command::Audit(audit(AuditTest::Duplicates, matches, language)?),
            Some((_, matches)) => {
                let test = AuditTest::Overlap { all: matches.get_flag("all") };
                Command::Audit(audit(test, matches, language)?)
            }
            None => return Err(help::no_test(None, language)),
        },
        Some(("seal", matches)) => Command::Seal { dir: dir(matches), year: year(matches) },
        Some(("verify", matches)) => Command::Verify {
            dir: dir(matches),
            year: year(matches),
            json: json(matches),
            all: matches.get_flag("all"),
        },
        Some(("init", matches)) => Command::Init { dir: dir(matches) },
        Some((_, matches)) => return Err(topic(matches, language)),
    };
    let chosen = matches.get_one::<String>("lang").map(|_| language);
    Ok(Call { language: chosen, command })
}

fn matched(typed: &[OsString], language: Language) -> Result<ArgMatches, Answer> {
    form::command(language).try_get_matches_from(typed).map_err(|error| help::answer(&error, language))
}

/// `umlage help report` is `umlage report --help`.
fn topic(matches: &ArgMatches, language: Language) -> Answer {
    let topic = matches.get_one::<String>("topic").map(OsString::from);
    let line: Vec<OsString> = ["umlage".into()].into_iter().chain(topic).chain(["--help".into()]).collect();
    matched(&line, language).err().unwrap_or_else(|| help::whole(language))
}

fn report(matches: &ArgMatches, language: Language) -> Result<Report, Answer> {
    let year = matches.get_one::<i16>("year").copied();
    let (corrections, target) = (matches.get_flag("corrections"), target(matches, language)?);
    if corrections && !matches!(target.format, Format::Csv | Format::Text) {
        return Err(Answer::refused(&Notice::Sealed(SealedNotice::OnlyCsv), language));
    }
    Ok(Report { dir: dir(matches), year, corrections, target })
}

fn compare(matches: &ArgMatches, language: Language) -> Result<Compare, Answer> {
    let all = |option| matches.get_many::<String>(option).into_iter().flatten().cloned().collect();
    Ok(Compare {
        dir: dir(matches),
        year: matches.get_one::<i16>("year").copied(),
        keys: all("key"),
        secondary: all("secondary"),
        target: target(matches, language)?,
    })
}

fn explain(matches: &ArgMatches, language: Language) -> Result<Explain, Answer> {
    let text = |option| matches.get_one::<String>(option).cloned();
    Ok(Explain {
        dir: dir(matches),
        service: text("service"),
        partner: text("partner").unwrap_or_default(),
        year: matches.get_one::<i16>("year").copied(),
        all: matches.get_flag("all"),
        target: target(matches, language)?,
    })
}

fn savings(matches: &ArgMatches, language: Language) -> Result<Savings, Answer> {
    let year = |option| matches.get_one::<i16>(option).copied();
    let (from, to) = (year("from"), year("to"));
    Ok(Savings { dir: dir(matches), from, to, target: target(matches, language)? })
}

fn audit(test: AuditTest, matches: &ArgMatches, language: Language) -> Result<Audit, Answer> {
    let year = matches.get_one::<i16>("year").copied();
    Ok(Audit { test, dir: dir(matches), year, target: target(matches, language)? })
}

fn target(matches: &ArgMatches, language: Language) -> Result<Target, Answer> {
    let output = matches.get_one::<PathBuf>("output").cloned();
    let named = matches.get_one::<String>("format").map(String::as_str);
    let format = format(named, output.as_deref(), language)?;
    Ok(Target { format, output, force: matches.get_flag("force") })
}

/// The format that was named, else that of the output's ending, else text.
fn format(named: Option<&str>, output: Option<&Path>, language: Language) -> Result<Format, Answer> {
    let found = match (named, output) {
        (Some(name), _) => Format::from_name(name).map(Some),
        (None, Some(path)) => Format::from_extension(path),
        (None, None) => Ok(None),
    };
    let notice = match (found, output) {
        (Ok(Some(format)), _) => return Ok(format),
        (Ok(None), None) => return Ok(Format::Text),
        (Err(NoFormat::NotYet(format)), _) => Notice::FormatLater(format),
        (Ok(None) | Err(NoFormat::Unknown(_)), path) => {
            Notice::FormatUnknown(path.unwrap_or(Path::new("")).to_owned())
        }
    };
    Err(Answer::refused(&notice, language))
}

fn year(matches: &ArgMatches) -> Option<i16> {
    matches.get_one::<i16>("year").copied()
}

fn json(matches: &ArgMatches) -> bool {
    matches.get_one::<String>("format").is_some_and(|format| format == "json")
}

fn dir(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("dir").cloned().unwrap_or_else(|| PathBuf::from("."))
}
