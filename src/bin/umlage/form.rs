//! The command line's form, in both languages.
//!
//! In: a language. Out: clap's command with every text from [`umlage::words`]. What it answers to a line that does not fit
//! stands in [`super::help`].

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, Styles};
use clap::{Arg, ArgAction, Command, value_parser};
use umlage::agreement::Language;
use umlage::report::Format;
use umlage::words::command::{Phrase, Verb, described, phrase};

/// The command line's form.
pub(crate) fn command(language: Language) -> Command {
    let say = |what| phrase(what, language);
    let version =
        Arg::new("version").long("version").short('V').action(ArgAction::Version).help(say(Phrase::Version));
    let languages = value("lang", "de|en", "de|en", Phrase::Lang, language)
        .global(true)
        .value_parser(PossibleValuesParser::new(["de", "en"]));
    plain("umlage", say(Phrase::About), language)
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
            explain(language),
            savings(language),
            compare(language),
            audit(language),
            seal(language),
            verify(language),
            init(language),
            topics(language),
        ])
        .override_usage(say(Phrase::UsageLine))
}

fn report(language: Language) -> Command {
    let year = value("year", "JAHR", "YEAR", Phrase::Year, language);
    let command = dressed("report", Verb::Report, language)
        .arg(folder(language, Phrase::Dir))
        .arg(year.value_parser(value_parser!(i16).range(1900..=2999)))
        .arg(flag("corrections", Phrase::Corrections, language));
    target(command, language)
}

fn compare(language: Language) -> Command {
    let many = |id, de, en, about| value(id, de, en, about, language).action(ArgAction::Append);
    let command = dressed("compare", Verb::Compare, language)
        .arg(folder(language, Phrase::Dir))
        .arg(many("key", "LEISTUNG=SCHLÜSSEL", "SERVICE=KEY", Phrase::KeyOption))
        .arg(many("secondary", "VERFAHREN", "METHOD", Phrase::SecondaryOption))
        .arg(
            value("year", "JAHR", "YEAR", Phrase::CompareYear, language)
                .value_parser(value_parser!(i16).range(1900..=2999)),
        );
    target(command, language)
}

fn explain(language: Language) -> Command {
    let command = dressed("explain", Verb::Explain, language)
        .arg(folder(language, Phrase::Dir))
        .arg(value("service", "LEISTUNG", "SERVICE", Phrase::ServiceOption, language))
        .arg(value("partner", "PARTNER", "PARTNER", Phrase::PartnerOption, language).required(true))
        .arg(
            value("year", "JAHR", "YEAR", Phrase::Year, language)
                .value_parser(value_parser!(i16).range(1900..=2999)),
        )
        .arg(flag("all", Phrase::AllPostings, language));
    target(command, language)
}

fn savings(language: Language) -> Command {
    let year = |id, about| {
        value(id, "JAHR", "YEAR", about, language).value_parser(value_parser!(i16).range(1900..=2999))
    };
    let command = dressed("savings", Verb::Savings, language)
        .arg(folder(language, Phrase::Dir))
        .arg(year("from", Phrase::From))
        .arg(year("to", Phrase::To));
    target(command, language)
}

fn audit(language: Language) -> Command {
    let test = |name, verb, year| {
        dressed(name, verb, language).arg(folder(language, Phrase::Dir)).arg(
            value("year", "JAHR", "YEAR", year, language).value_parser(value_parser!(i16).range(1900..=2999)),
        )
    };
    let duplicates = test("duplicates", Verb::Duplicates, Phrase::DuplicatesYear);
    let overlap =
        test("overlap", Verb::Overlap, Phrase::CompareYear).arg(flag("all", Phrase::AllRows, language));
    let described = described(Verb::Audit, language);
    Command::new("audit")
        .about(described.about)
        .override_usage(described.line)
        .help_template(template(language, true))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(phrase(Phrase::Tests, language))
        .arg(help_flag(language))
        .subcommands([target(duplicates, language), target(overlap, language)])
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
    dressed("check", Verb::Check, language)
        .arg(folder(language, Phrase::Dir))
        .arg(value("format", "FORMAT", "FORMAT", Phrase::CheckFormat, language).value_parser(formats))
        .arg(flag("all", Phrase::All, language))
        .arg(help_flag(language))
}

fn inspect(language: Language) -> Command {
    let formats = PossibleValuesParser::new(["text", "json"]);
    let name = match language {
        Language::De => "DATEI",
        Language::En => "FILE",
    };
    let (heading, help) = (phrase(Phrase::Arguments, language), phrase(Phrase::LedgerFile, language));
    let file = Arg::new("file").value_name(name).help(help).help_heading(heading).required(true);
    dressed("inspect", Verb::Inspect, language)
        .arg(file.value_parser(value_parser!(PathBuf)))
        .arg(value("sheet", "NAME", "NAME", Phrase::Sheet, language))
        .arg(value("format", "FORMAT", "FORMAT", Phrase::CheckFormat, language).value_parser(formats))
        .arg(help_flag(language))
}

fn seal(language: Language) -> Command {
    dressed("seal", Verb::Seal, language)
        .arg(folder(language, Phrase::Dir))
        .arg(
            value("year", "JAHR", "YEAR", Phrase::Year, language)
                .value_parser(value_parser!(i16).range(1900..=2999)),
        )
        .arg(help_flag(language))
}

fn verify(language: Language) -> Command {
    let formats = PossibleValuesParser::new(["text", "json"]);
    dressed("verify", Verb::Verify, language)
        .arg(folder(language, Phrase::Dir))
        .arg(
            value("year", "JAHR", "YEAR", Phrase::VerifyYear, language)
                .value_parser(value_parser!(i16).range(1900..=2999)),
        )
        .arg(value("format", "FORMAT", "FORMAT", Phrase::CheckFormat, language).value_parser(formats))
        .arg(flag("all", Phrase::VerifyAll, language))
        .arg(help_flag(language))
}

fn init(language: Language) -> Command {
    dressed("init", Verb::Init, language)
        .arg(folder(language, Phrase::NewDir).required(true))
        .arg(help_flag(language))
}

/// `umlage help report` is `umlage report --help`.
fn topics(language: Language) -> Command {
    let heading = phrase(Phrase::Arguments, language);
    let topic = Arg::new("topic").value_name(phrase(Phrase::CommandName, language)).help_heading(heading);
    dressed("help", Verb::Help, language).arg(topic).arg(help_flag(language))
}

/// A command with its help in the language.
fn dressed(name: &'static str, verb: Verb, language: Language) -> Command {
    let described = described(verb, language);
    plain(name, described.about, language).override_usage(described.line)
}

fn plain(name: &'static str, about: &'static str, language: Language) -> Command {
    Command::new(name)
        .about(about)
        .help_template(template(language, false))
        .disable_help_flag(true)
        .next_help_heading(phrase(Phrase::Options, language))
}

fn template(language: Language, commands: bool) -> String {
    let usage = phrase(Phrase::Usage, language);
    let after = if commands { "{after-help}" } else { "" };
    format!("{{about}}\n\n{usage} {{usage}}\n\n{{all-args}}{after}")
}

/// Formats that are known, so that the answer can say that they come later.
pub(crate) const LATER: [&str; 3] = ["html", "xlsx", "ods"];

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
