//! English: the command line's help and its errors.
//!
//! In: a phrase of the help, a wrong command line, an error of the machine. Out: its text. What is fixed has no
//! figures in it; what was typed or could not be opened is named.

use std::io;

use crate::agreement::Language::En;
use crate::error::Error;
use crate::words::command::{Phrase, Usage};
use crate::words::lists::names;

/// What the program does, in a sentence.
const ABOUT: &str = "umlage splits the cost of shared IT between the partners of a cooperation, to the cent, says who owes \
     whom, and what sharing has saved.";

/// What to type first.
const AFTER: &str = "To begin:\n  umlage init my-cooperation     makes a commented folder\n  \
     umlage check my-cooperation    names everything that is wrong\n  \
     umlage report my-cooperation   makes the year's statement";

/// A fixed text of the help.
pub(in crate::words) fn phrase(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::About => ABOUT,
        Phrase::After => AFTER,
        Phrase::Usage => "Usage:",
        Phrase::Commands => "Commands",
        Phrase::Arguments => "Arguments",
        Phrase::Options => "Options",
        Phrase::CommandName => "COMMAND",
        Phrase::UsageLine => "umlage [OPTIONS] [COMMAND]",
        Phrase::Reading => "reading postings",
        Phrase::Sheet => "the sheet of a workbook, if several hold something",
        Phrase::ServiceOption => "The service in question; without it the balance",
        Phrase::PartnerOption => "The partner whose amount is in question",
        Phrase::AllPostings => "Shows every posting, however many there are",
        Phrase::KeyOption => {
            "Another key of a service; several together with a comma, each further option is an alternative of its own"
        }
        Phrase::SecondaryOption => {
            "Another method for internal services: direct, step-down, reciprocal, step-down:a,b (order) or all"
        }
        Phrase::CompareYear => "Year to compare [else: the only one with postings]",
        Phrase::Tests => "Tests",
        Phrase::DuplicatesYear => "Shows only hits with at least one posting of this year [default: all]",
        Phrase::AllRows => "Shows the tables in full, not only the first 20 entries",
        Phrase::From => "First year [else: the first with postings]",
        Phrase::To => "Last year [else: the last with postings]",
        Phrase::Dir => "The cooperation's folder [else: the current one]",
        Phrase::LedgerFile => "File of postings as the finance system exports it; it may lie anywhere",
        Phrase::NewDir => "The folder to make",
        Phrase::Year => "The statement's year [else: the only one with postings]",
        Phrase::VerifyYear => "Year to check [else: all that are sealed]",
        Phrase::VerifyAll => "Show every difference, not only the first",
        Phrase::Format => "text, md, csv or json [else: by the ending of -o, else text]",
        Phrase::CheckFormat => "text or json [else: text]",
        Phrase::Output => "Writes to this file instead of the screen",
        Phrase::Force => "Replaces an existing file",
        Phrase::Corrections => "Writes what is to be corrected of a sealed year, as rows of opening.csv",
        Phrase::All => "Shows all findings, not only the first 20 of each kind and file",
        Phrase::Lang => "Language: de or en [else: the agreement's]",
        Phrase::Help => "Shows this help",
        Phrase::Version => "Shows the version",
    }
}

/// What is wrong with the command line.
pub(in crate::words) fn usage(usage: &Usage) -> String {
    let sentence = match usage {
        Usage::Command { typed, nearest } => {
            format!("There is no command `{typed}`.{}", meant(nearest.as_deref()))
        }
        Usage::NoTest { typed: None } => {
            "Which test? `umlage audit duplicates` or `umlage audit overlap`.".to_owned()
        }
        Usage::NoTest { typed: Some(typed) } => format!(
            "There is no test `{typed}`; the test comes first, then the folder: `umlage audit duplicates` or `umlage audit \
             overlap`."
        ),
        Usage::Option { typed, nearest } => {
            format!("`{typed}` means nothing here.{}", meant(nearest.as_deref()))
        }
        Usage::Year { typed } => format!("Name a year with `--year {typed}`."),
        Usage::Folder { typed } => format!(
            "`{typed}` is a folder; a command goes before it: `umlage report {typed}` or `umlage check {typed}`."
        ),
        Usage::Repeated { option } => format!("{option} is given more than once."),
        Usage::Value { option, typed, .. } if typed.is_empty() => format!("{option} needs a value."),
        Usage::Value { option, typed, takes } if takes.is_empty() => {
            format!("`{typed}` is no value for {option}.")
        }
        Usage::Value { option, typed, takes } => {
            format!("`{typed}` is no value for {option}; it takes {}.", names(takes, En))
        }
        Usage::Missing { what } => format!("Missing: {what}."),
        Usage::Other(text) => text.clone(),
    };
    format!("{sentence}\nHelp: umlage --help")
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map(|nearest| format!(" Did you mean `{nearest}`?")).unwrap_or_default()
}

/// What is wrong with the machine.
pub(in crate::words) fn error(error: &Error) -> String {
    match error {
        Error::NoFolder(path) => format!(
            "There is no folder {}.\nHelp: check the spelling, or make it: umlage init {}",
            path.display(),
            path.display()
        ),
        Error::NoAgreement(path) => format!(
            "The folder {} holds no umlage.toml.\nHelp: name the cooperation's folder, or make one: umlage init DIR",
            path.display()
        ),
        Error::Read { path, source } => format!("cannot read {}: {}.", path.display(), reason(source)),
        Error::Changed(path) => {
            format!("{} changed while it was read. Nothing was put out; start again.", path.display())
        }
        Error::Seal { path, year } => format!(
            "{year} is sealed, but {} is not as umlage seal writes it. Nothing was written.\n\
             Help: what is wrong with the seal is named by umlage verify --year {year}",
            path.display()
        ),
        Error::Write { path, source } => format!("cannot write {}: {}.", path.display(), reason(source)),
    }
}

/// Why the system refused; rare reasons in its own words.
fn reason(source: &io::Error) -> String {
    match source.kind() {
        io::ErrorKind::NotFound => "there is no such folder or file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::NotADirectory => "a part of the path is no folder".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is write-protected".to_owned(),
        _ => source.to_string(),
    }
}
