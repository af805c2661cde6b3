//! The command line's form, its help and its refusals, in both languages.
//!
//! In: a language. Out: clap's command with every text from [`umlage::words`], and clap's errors as sentences of
//! ours. The language of a line that cannot be parsed is the one that stands behind `--lang` in it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, Styles};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};
use umlage::agreement::Language;
use umlage::report::Format;
use umlage::words::command::{Notice, Phrase, Usage, notice, phrase, usage};

use crate::exit::Exit;
use crate::output;

/// The answer to a line that is no call: to stdout where it was asked for, else to stderr.
#[derive(Debug)]
pub(crate) struct Answer {
    text: String,
    asked: bool,
}

impl Answer {
    /// A refusal.
    pub(crate) fn refused(what: &Notice, language: Language) -> Self {
        Self { text: notice(what, language), asked: false }
    }

    /// Prints it.
    pub(crate) fn print(&self) -> Exit {
        if self.asked {
            return output::say(&self.text);
        }
        output::message(&format!("umlage: {}", self.text));
        Exit::Trouble
    }
}

/// The language named behind `--lang`, else German.
pub(crate) fn spoken(typed: &[OsString]) -> Language {
    let texts: Vec<&str> = typed.iter().filter_map(|text| text.to_str()).collect();
    let after = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    if after.or(joined) == Some("en") { Language::En } else { Language::De }
}

/// The command line's form.
pub(crate) fn command(language: Language) -> Command {
    let say = |what| phrase(what, language);
    let version =
        Arg::new("version").long("version").short('V').action(ArgAction::Version).help(say(Phrase::Version));
    let languages = value("lang", "de|en", "de|en", Phrase::Lang, language)
        .global(true)
        .value_parser(PossibleValuesParser::new(["de", "en"]));
    dressed("umlage", Phrase::About, language)
        .version(env!("CARGO_PKG_VERSION"))
        .styles(Styles::plain())
        .help_template(template(language, true))
        .after_help(say(Phrase::After))
        .subcommand_help_heading(say(Phrase::Commands))
        .subcommand_value_name(say(Phrase::CommandName))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(version.help_heading(say(Phrase::Options)))
        .arg(languages)
        .arg(help_flag(language))
        .subcommands([
            report(language),
            check(language),
            inspect(language),
            savings(language),
            compare(language),
            init(language),
            topics(language),
        ])
        .override_usage(say(Phrase::UsageLine))
}

fn report(language: Language) -> Command {
    let command = dressed("report", Phrase::Report, language).arg(folder(language, Phrase::Dir)).arg(
        value("year", "JAHR", "YEAR", Phrase::Year, language)
            .value_parser(value_parser!(i16).range(1900..=2999)),
    );
    target(command, language).override_usage(phrase(Phrase::ReportLine, language))
}

fn compare(language: Language) -> Command {
    let many = |id, de, en, about| value(id, de, en, about, language).action(ArgAction::Append);
    let command = dressed("compare", Phrase::Compare, language)
        .arg(folder(language, Phrase::Dir))
        .arg(many("key", "LEISTUNG=SCHLÜSSEL", "SERVICE=KEY", Phrase::KeyOption))
        .arg(many("secondary", "VERFAHREN", "METHOD", Phrase::SecondaryOption))
        .arg(
            value("year", "JAHR", "YEAR", Phrase::CompareYear, language)
                .value_parser(value_parser!(i16).range(1900..=2999)),
        );
    target(command, language).override_usage(phrase(Phrase::CompareLine, language))
}

fn savings(language: Language) -> Command {
    let year = |id, about| {
        value(id, "JAHR", "YEAR", about, language).value_parser(value_parser!(i16).range(1900..=2999))
    };
    let command = dressed("savings", Phrase::Savings, language)
        .arg(folder(language, Phrase::Dir))
        .arg(year("from", Phrase::From))
        .arg(year("to", Phrase::To));
    target(command, language).override_usage(phrase(Phrase::SavingsLine, language))
}

/// The options of every command that writes a document.
fn target(command: Command, language: Language) -> Command {
    let path = value_parser!(PathBuf);
    command
        .arg(
            value("format", "FORMAT", "FORMAT", Phrase::Format, language)
                .value_parser(formats())
                .ignore_case(true),
        )
        .arg(value("output", "DATEI", "FILE", Phrase::Output, language).short('o').value_parser(path))
        .arg(flag("force", Phrase::Force, language))
        .arg(help_flag(language))
}

fn check(language: Language) -> Command {
    let formats = PossibleValuesParser::new(["text", "json"]);
    dressed("check", Phrase::Check, language)
        .arg(folder(language, Phrase::Dir))
        .arg(value("format", "FORMAT", "FORMAT", Phrase::CheckFormat, language).value_parser(formats))
        .arg(flag("all", Phrase::All, language))
        .arg(help_flag(language))
        .override_usage(phrase(Phrase::CheckLine, language))
}

fn inspect(language: Language) -> Command {
    let formats = PossibleValuesParser::new(["text", "json"]);
    let name = match language {
        Language::De => "DATEI",
        Language::En => "FILE",
    };
    let (heading, help) = (phrase(Phrase::Arguments, language), phrase(Phrase::LedgerFile, language));
    let file = Arg::new("file").value_name(name).help(help).help_heading(heading).required(true);
    dressed("inspect", Phrase::Inspect, language)
        .arg(file.value_parser(value_parser!(PathBuf)))
        .arg(value("sheet", "NAME", "NAME", Phrase::Sheet, language))
        .arg(value("format", "FORMAT", "FORMAT", Phrase::CheckFormat, language).value_parser(formats))
        .arg(help_flag(language))
        .override_usage(phrase(Phrase::InspectLine, language))
}

fn init(language: Language) -> Command {
    dressed("init", Phrase::Init, language)
        .arg(folder(language, Phrase::NewDir).required(true))
        .arg(help_flag(language))
        .override_usage(phrase(Phrase::InitLine, language))
}

/// `umlage help report` is `umlage report --help`.
fn topics(language: Language) -> Command {
    let heading = phrase(Phrase::Arguments, language);
    let topic = Arg::new("topic").value_name(phrase(Phrase::CommandName, language)).help_heading(heading);
    dressed("help", Phrase::HelpCommand, language)
        .arg(topic)
        .arg(help_flag(language))
        .override_usage(phrase(Phrase::HelpLine, language))
}

/// A command with its help in the language.
fn dressed(name: &'static str, about: Phrase, language: Language) -> Command {
    Command::new(name)
        .about(phrase(about, language))
        .help_template(template(language, false))
        .disable_help_flag(true)
        .next_help_heading(phrase(Phrase::Options, language))
}

/// The help of the whole program.
pub(crate) fn whole(language: Language) -> Answer {
    Answer { text: command(language).render_help().to_string(), asked: true }
}

fn template(language: Language, commands: bool) -> String {
    let usage = phrase(Phrase::Usage, language);
    let after = if commands { "{after-help}" } else { "" };
    format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{after}")
}

/// Formats that are known, so that the answer can say that they come later.
const LATER: [&str; 3] = ["html", "xlsx", "ods"];

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(Format::NAMES.into_iter().chain(LATER))
}

fn help_flag(language: Language) -> Arg {
    let help = phrase(Phrase::Help, language);
    let heading = phrase(Phrase::Options, language);
    Arg::new("help").long("help").short('h').action(ArgAction::Help).help(help).help_heading(heading)
}

fn folder(language: Language, about: Phrase) -> Arg {
    let name = match language {
        Language::De => "ORDNER",
        Language::En => "DIR",
    };
    let heading = phrase(Phrase::Arguments, language);
    let help = phrase(about, language);
    Arg::new("dir").value_name(name).help(help).help_heading(heading).value_parser(value_parser!(PathBuf))
}

fn value(id: &'static str, de: &'static str, en: &'static str, about: Phrase, language: Language) -> Arg {
    let name = match language {
        Language::De => de,
        Language::En => en,
    };
    let heading = phrase(Phrase::Options, language);
    let help = phrase(about, language);
    Arg::new(id).long(id).value_name(name).help(help).help_heading(heading).hide_possible_values(true)
}

fn flag(id: &'static str, about: Phrase, language: Language) -> Arg {
    let heading = phrase(Phrase::Options, language);
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(phrase(about, language)).help_heading(heading)
}

/// Clap's error as an answer of ours.
pub(crate) fn answer(error: &clap::Error, language: Language) -> Answer {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return Answer { text: error.to_string().trim_end().to_owned(), asked: true };
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => texts.first().cloned(),
        _ => None,
    };
    let typed = |kind| context(kind).unwrap_or_default();
    let fault = match error.kind() {
        ErrorKind::InvalidSubcommand if Path::new(&typed(ContextKind::InvalidSubcommand)).is_dir() => {
            Usage::Folder { typed: typed(ContextKind::InvalidSubcommand) }
        }
        ErrorKind::InvalidSubcommand => Usage::Command {
            typed: typed(ContextKind::InvalidSubcommand),
            nearest: context(ContextKind::SuggestedSubcommand),
        },
        ErrorKind::UnknownArgument if is_year(&typed(ContextKind::InvalidArg)) => {
            Usage::Year { typed: typed(ContextKind::InvalidArg) }
        }
        ErrorKind::UnknownArgument => Usage::Option {
            typed: typed(ContextKind::InvalidArg),
            nearest: context(ContextKind::SuggestedArg),
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Usage::Value {
            option: typed(ContextKind::InvalidArg),
            typed: typed(ContextKind::InvalidValue),
            takes: match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(texts)) => {
                    texts.iter().filter(|text| !LATER.contains(&text.as_str())).cloned().collect()
                }
                _ => Vec::new(),
            },
        },
        ErrorKind::ArgumentConflict => Usage::Repeated { option: typed(ContextKind::InvalidArg) },
        ErrorKind::MissingRequiredArgument => Usage::Missing { what: typed(ContextKind::InvalidArg) },
        _ => Usage::Other(error.to_string().lines().next().unwrap_or_default().to_owned()),
    };
    Answer { text: usage(&fault, language), asked: false }
}

fn is_year(typed: &str) -> bool {
    typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit())
}
