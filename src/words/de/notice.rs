//! German: answers that are no findings.
//!
//! In: a notice or an overview. Out: its text of one or several lines, with right plurals, and wherever there
//! is a next step the line to type.

use crate::agreement::Language::De;
use crate::money::Money;
use crate::period::Year;
use crate::words::Sentence;
use crate::words::command::{Notice, Overview};
use crate::words::explain::ExplainNotice;
use crate::words::format::{amount, count, printable};
use crate::words::lists;
use crate::words::views::AlternativeNotice;

/// Why the ledgers were not tested.
const NOT_TESTED: &str = "Geprüft wurde nichts, solange diese Fehler bestehen: Was sich nicht lesen lässt, kann gerade das Gesuchte sein.";

const NO_POSTINGS: &str = "In den Buchungsjournalen steht keine einzige Buchung; es gibt nichts abzurechnen.";
/// Why the other files were not looked at.
const AGREEMENT_ONLY: &str =
    "Die CSV-Dateien wurden noch nicht geprüft: Dazu muss umlage.toml ohne Fehler sein.";

/// The notice's text.
pub(in crate::words) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::YearNeeded { years, command } => {
            format!("Welches Jahr? Buchungen gibt es in mehreren:\n{}\nZum Beispiel: {command}", table(years))
        }
        Notice::YearWithoutPostings { year, years } => {
            format!("Für {year} gibt es keine Buchungen, nur für {}.", numbers(years))
        }
        Notice::YearsReversed { from, to } => {
            format!("Das letzte Jahr ({to}) liegt vor dem ersten ({from}). Vertauschen Sie --from und --to.")
        }
        Notice::NoPostings => NO_POSTINGS.to_owned(),
        Notice::Exists(path) => {
            format!(
                "{} gibt es schon. Überschreiben mit --force, oder einen anderen Namen nennen.",
                path.display()
            )
        }
        Notice::NotEmpty(path) => {
            format!("Der Ordner {} ist nicht leer. Nennen Sie einen neuen Ordner.", path.display())
        }
        Notice::FormatLater(format) => {
            format!("Das Format {format} kann diese Version noch nicht. Möglich sind text, md, csv und json.")
        }
        Notice::FormatUnknown(path) => format!(
            "Die Endung von {} nennt kein Format. Nennen Sie es mit --format: text, md, csv oder json.",
            path.display()
        ),
        Notice::Findings { errors, warnings } => {
            format!("{}, {}.", errors_of(*errors), warnings_of(*warnings))
        }
        Notice::AgreementOnly => AGREEMENT_ONLY.to_owned(),
        Notice::OverInput(path) => format!(
            "{} gehört zu den Dateien der Kooperation und wird nicht überschrieben. Nennen Sie eine andere Datei.",
            path.display()
        ),
        Notice::NoStatement { year } => match year {
            Some(year) => format!("Für {year} gibt es keine Abrechnung, solange diese Fehler bestehen."),
            None => "Es gibt keine Abrechnung, solange diese Fehler bestehen.".to_owned(),
        },
        Notice::NotTested => NOT_TESTED.to_owned(),
        Notice::Written(path) => format!("Geschrieben: {}", path.display()),
        Notice::WithWarnings(count) => format!("Darin: {}.", warnings_of(*count)),
        Notice::Alternative(answer) => alternative(answer),
        Notice::Seal(answer) => super::seal::notice(answer),
        Notice::NoSavingsTerms => no_savings_terms(),
        Notice::Sealed(answer) => super::corrections::notice(answer),
        Notice::Explain(answer) => explain(answer),
    }
}

/// The overview's text.
pub(in crate::words) fn overview(overview: &Overview) -> String {
    match overview {
        Overview::AllWell { ledgers, postings, years } => format!(
            "Alles in Ordnung: umlage.toml, die Tabellen, {}, {} ({}).",
            if *ledgers == 1 {
                "1 Buchungsjournal".to_owned()
            } else {
                format!("{ledgers} Buchungsjournale")
            },
            if *postings == 1 {
                "1 Buchung".to_owned()
            } else {
                format!("{} Buchungen", count(*postings, De))
            },
            numbers(years)
        ),
        Overview::Made { path, files } => {
            let folder = path.display();
            let list = lines(files);
            format!(
                "Angelegt: {folder}\n{list}Er enthält ein kleines Beispiel, das sich abrechnen lässt:\n  \
                 umlage check {folder}\n  umlage report {folder}\nErsetzen Sie es Schritt für Schritt durch Ihre Zahlen."
            )
        }
        Overview::NothingHere => {
            "Hier liegt keine Kooperation (keine umlage.toml). Eine neue legen Sie an mit\n  \
                                umlage init meine-kooperation\nAlle Befehle zeigt umlage --help"
                .to_owned()
        }
        Overview::Here { name, partners, services, ledgers, years, errors } => {
            let files = lines(ledgers);
            format!(
                "{name}\n{partners} Partner, {}\nBuchungsjournale:\n{files}{}\n{}",
                if *services == 1 { "1 Leistung".to_owned() } else { format!("{services} Leistungen") },
                table(years),
                next(years, *errors)
            )
        }
        Overview::HereBroken { errors } => format!(
            "Hier liegt eine umlage.toml, aber sie lässt sich noch nicht verwenden: {}.\nWas nicht stimmt, zeigt\n  \
             umlage check",
            errors_of(*errors)
        ),
    }
}

fn lines(files: &[String]) -> String {
    files.iter().flat_map(|file| ["  ", file.as_str(), "\n"]).collect()
}

fn next(years: &[(Year, u64, Money)], errors: u64) -> String {
    if errors > 0 {
        return format!("{}. Was nicht stimmt, zeigt\n  umlage check", errors_of(errors));
    }
    match years.last() {
        Some((year, ..)) => format!("Als Nächstes:\n  umlage report --year {year}"),
        None => "Noch keine Buchungen.".to_owned(),
    }
}

fn table(years: &[(Year, u64, Money)]) -> String {
    let line = |(year, rows, sum): &(Year, u64, Money)| {
        let noun = if *rows == 1 { "Zeile " } else { "Zeilen" };
        format!("  {year}  {:>9} {noun}  {:>18}", count(*rows, De), amount(*sum, De))
    };
    years.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn numbers(years: &[Year]) -> String {
    years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn errors_of(errors: u64) -> String {
    format!("{} Fehler", count(errors, De))
}

fn warnings_of(warnings: u64) -> String {
    if warnings == 1 { "1 Warnung".to_owned() } else { format!("{} Warnungen", count(warnings, De)) }
}

/// What is wrong with an alternative to compare with.
fn alternative(answer: &AlternativeNotice) -> String {
    match answer {
        AlternativeNotice::Malformed { option, typed } => format!(
            "`{}` ist keine Angabe für {option}.\nHilfe: {}",
            printable(typed),
            if *option == "--key" {
                "--key wohngeld=faelle, mehrere Änderungen zugleich: --key wohngeld=faelle,115=einwohner (jede Leistung \
                 nur einmal)"
            } else {
                "--secondary direct, step-down, reciprocal, all, oder step-down:a,b mit der Reihenfolge (nur interne \
                 Leistungen, jede einmal)"
            }
        ),
        AlternativeNotice::Impossible(fault) => {
            let Sentence { message, help } = super::sentence(fault);
            format!("{message}\nHilfe: {help}")
        }
        AlternativeNotice::Missing => {
            "Womit soll verglichen werden?\nHilfe: umlage compare --key LEISTUNG=SCHLÜSSEL oder --secondary all".to_owned()
        }
        AlternativeNotice::Fails(alternative) => {
            format!("So lässt sich das Jahr nicht verteilen: {}. Es wurde nichts verglichen.", printable(alternative))
        }
    }
}

fn no_savings_terms() -> String {
    "In umlage.toml fehlt die Tabelle [savings]; ohne sie gibt es keinen Vergleich.\nHilfe: [savings] mit \
             baseline = \"0.00\" oder der bisherigen Einsparung, und standalone.csv"
        .to_owned()
}

fn explain(answer: &ExplainNotice) -> String {
    match answer {
        ExplainNotice::NoSuchName { option, typed, nearest, known } => {
            let nearest =
                nearest.as_ref().map(|name| format!(" Gemeint ist wohl `{name}`.")).unwrap_or_default();
            format!(
                "{option}: In der Vereinbarung gibt es `{typed}` nicht.{nearest} Es gibt: {}.",
                lists::names(known, De)
            )
        }
        ExplainNotice::NotLiving { service, year } => {
            format!("Die Leistung {service} besteht im Jahr {year} nicht; es gibt nichts zu erklären.")
        }
    }
}
