//! English: answers that are no findings.
//!
//! In: a notice or an overview. Out: its text of one or several lines, with right plurals, and wherever there
//! is a next step the line to type.

use crate::agreement::Language::En;
use crate::money::Money;
use crate::period::Year;
use crate::words::Sentence;
use crate::words::command::{Notice, Overview};
use crate::words::explain::ExplainNotice;
use crate::words::format::{amount, count, printable};
use crate::words::lists;
use crate::words::views::AlternativeNotice;

/// Why the ledgers were not tested.
const NOT_TESTED: &str = "Nothing was tested while these errors last: what cannot be read may be the very thing that is looked for.";

/// The notice's text.
pub(in crate::words) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::YearNeeded { years, command } => {
            format!("Which year? Several have postings:\n{}\nFor example: {command}", table(years))
        }
        Notice::YearWithoutPostings { year, years } => {
            format!("There are no postings for {year}, only for {}.", numbers(years))
        }
        Notice::YearsReversed { from, to } => {
            format!("The last year ({to}) lies before the first ({from}). Exchange --from and --to.")
        }
        Notice::NoPostings => "The ledgers hold not a single posting; there is nothing to settle.".to_owned(),
        Notice::Exists(path) => {
            format!("{} exists already. Replace it with --force, or give another name.", path.display())
        }
        Notice::NotEmpty(path) => format!("The folder {} is not empty. Name a new one.", path.display()),
        Notice::FormatLater(format) => {
            format!("This version cannot write {format} yet. There are text, md, csv and json.")
        }
        Notice::FormatUnknown(path) => format!(
            "The ending of {} names no format. Name it with --format: text, md, csv or json.",
            path.display()
        ),
        Notice::Findings { errors, warnings } => {
            format!("{}, {}.", plural(*errors, "error"), plural(*warnings, "warning"))
        }
        Notice::AgreementOnly => {
            "The CSV files were not looked at yet: for that umlage.toml must have no errors.".to_owned()
        }
        Notice::OverInput(path) => format!(
            "{} is one of the cooperation's own files and is not replaced. Name another file.",
            path.display()
        ),
        Notice::NoStatement { year } => match year {
            Some(year) => format!("There is no statement of {year} while these errors last."),
            None => "There is no statement while these errors last.".to_owned(),
        },
        Notice::Alternative(answer) => alternative(answer),
        Notice::Seal(answer) => super::seal::notice(answer),
        Notice::NoSavingsTerms => no_savings_terms(),
        Notice::Sealed(answer) => super::corrections::notice(answer),
        Notice::Explain(answer) => explain(answer),
        Notice::WithWarnings(count) => format!("In it: {}.", plural(*count, "warning")),
        Notice::NotTested => NOT_TESTED.to_owned(),
        Notice::Written(path) => format!("Written: {}", path.display()),
    }
}

/// The overview's text.
pub(in crate::words) fn overview(overview: &Overview) -> String {
    match overview {
        Overview::AllWell { ledgers, postings, years } => format!(
            "All is well: umlage.toml, the tables, {}, {} ({}).",
            plural(u64::try_from(*ledgers).unwrap_or(u64::MAX), "ledger"),
            plural(*postings, "posting"),
            numbers(years)
        ),
        Overview::Made { path, files } => {
            let folder = path.display();
            let list = lines(files);
            format!(
                "Made: {folder}\n{list}It holds a small example that makes a statement:\n  umlage check {folder}\n  \
                 umlage report {folder}\nReplace it step by step with your own figures."
            )
        }
        Overview::NothingHere => "No cooperation lies here (no umlage.toml). Make a new one with\n  \
                                umlage init my-cooperation\nAll commands: umlage --help"
            .to_owned(),
        Overview::Here { name, partners, services, ledgers, years, errors } => {
            let files = lines(ledgers);
            format!(
                "{name}\n{partners} partners, {}\nLedgers:\n{files}{}\n{}",
                plural(u64::try_from(*services).unwrap_or(u64::MAX), "service"),
                table(years),
                next(years, *errors)
            )
        }
        Overview::HereBroken { errors } => format!(
            "An umlage.toml lies here, but it cannot be used yet: {}.\nWhat is wrong is shown by\n  umlage check",
            plural(*errors, "error")
        ),
    }
}

fn lines(files: &[String]) -> String {
    files.iter().flat_map(|file| ["  ", file.as_str(), "\n"]).collect()
}

fn next(years: &[(Year, u64, Money)], errors: u64) -> String {
    if errors > 0 {
        return format!("{}. What is wrong is shown by\n  umlage check", plural(errors, "error"));
    }
    match years.last() {
        Some((year, ..)) => format!("Next:\n  umlage report --year {year}"),
        None => "No postings yet.".to_owned(),
    }
}

fn table(years: &[(Year, u64, Money)]) -> String {
    let line = |(year, rows, sum): &(Year, u64, Money)| {
        let noun = if *rows == 1 { "row " } else { "rows" };
        format!("  {year}  {:>9} {noun}  {:>18}", count(*rows, En), amount(*sum, En))
    };
    years.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn numbers(years: &[Year]) -> String {
    years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn plural(number: u64, noun: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{} {noun}{s}", count(number, En))
}

/// What is wrong with an alternative to compare with.
fn alternative(answer: &AlternativeNotice) -> String {
    match answer {
        AlternativeNotice::Malformed { option, typed } => format!(
            "`{}` is nothing that {option} takes.\nHelp: {}",
            printable(typed),
            if *option == "--key" {
                "--key wohngeld=faelle, several changes at once: --key wohngeld=faelle,115=einwohner (each service \
                 once)"
            } else {
                "--secondary direct, step-down, reciprocal, all, or step-down:a,b with the order (internal services \
                 only, each once)"
            }
        ),
        AlternativeNotice::Impossible(fault) => {
            let Sentence { message, help } = super::sentence(fault);
            format!("{message}\nHelp: {help}")
        }
        AlternativeNotice::Missing => {
            "Compare with what?\nHelp: umlage compare --key SERVICE=KEY, or --secondary all".to_owned()
        }
        AlternativeNotice::Fails(alternative) => {
            format!("The year cannot be divided so: {}. Nothing was compared.", printable(alternative))
        }
    }
}

fn no_savings_terms() -> String {
    "umlage.toml has no table [savings]; without it there is no comparison.\nHelp: [savings] with baseline = \"0.00\" or \
             what was saved before, and standalone.csv"
                .to_owned()
}

fn explain(answer: &ExplainNotice) -> String {
    match answer {
        ExplainNotice::NoSuchName { option, typed, nearest, known } => {
            let nearest =
                nearest.as_ref().map(|name| format!(" You probably mean `{name}`.")).unwrap_or_default();
            format!(
                "{option}: the agreement does not know `{typed}`.{nearest} There are: {}.",
                lists::names(known, En)
            )
        }
        ExplainNotice::NotLiving { service, year } => {
            format!("The service {service} does not live in {year}; there is nothing to explain.")
        }
    }
}
