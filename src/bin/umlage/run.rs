//! Runs a call: reads aloud what each command does.

use std::path::Path;

use umlage::agreement::{self, Language};
use umlage::error::Error;
use umlage::folder::Folder;
use umlage::words::command;

use crate::args::{Call, Command};
use crate::command::{
    audit, check, compare, explain, init, inspect, overview, report, savings, seal, verify,
};
use crate::exit::Exit;
use crate::output;

/// Runs the call and says how it ended.
pub(crate) fn run(call: &Call) -> Exit {
    let result = match &call.command {
        Command::Overview => overview::run(call.language),
        Command::Report(args) => report::run(args, call.language),
        Command::Compare(args) => compare::run(args, call.language),
        Command::Explain(args) => explain::run(args, call.language),
        Command::Savings(args) => savings::run(args, call.language),
        Command::Check { dir, json, all } => check::run(dir, *json, *all, call.language),
        Command::Inspect { file, sheet, json } => inspect::run(file, sheet.as_deref(), *json, call.language),
        Command::Audit(args) => audit::run(args, call.language),
        Command::Seal { dir, year } => seal::run(dir, *year, call.language),
        Command::Verify { dir, year, json, all } => verify::run(dir, *year, *json, *all, call.language),
        Command::Init { dir } => init::run(dir, call.language.unwrap_or_default()),
    };
    result.unwrap_or_else(|error| {
        trouble(&error, call.language.or_else(|| agreed(&call.command)).unwrap_or_default())
    })
}

/// The language of the agreement that the command is about, if it can be read.
fn agreed(command: &Command) -> Option<Language> {
    let dir = match command {
        Command::Overview => Path::new("."),
        Command::Report(args) => &args.dir,
        Command::Compare(args) => &args.dir,
        Command::Explain(args) => &args.dir,
        Command::Savings(args) => &args.dir,
        Command::Check { dir, .. } | Command::Seal { dir, .. } | Command::Verify { dir, .. } => dir,
        Command::Audit(args) => &args.dir,
        Command::Inspect { .. } | Command::Init { .. } => return None,
    };
    agreement::language(&mut Folder::open(dir).ok()?)
}

fn trouble(error: &anyhow::Error, language: Language) -> Exit {
    let text = match error.downcast_ref::<Error>() {
        Some(known) => command::error(known, language),
        None => format!("{error:#}"),
    };
    output::message(&format!("umlage: {text}"));
    Exit::Trouble
}
