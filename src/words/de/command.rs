//! German: the command line's help and its errors.
//!
//! In: a phrase of the help, a wrong command line, an error of the machine. Out: its text. What is fixed has no
//! figures in it; what was typed or could not be opened is named.

use std::io;

use crate::agreement::Language::De;
use crate::error::Error;
use crate::words::command::{Phrase, Usage};
use crate::words::lists::names;

/// What the program does, in a sentence.
const ABOUT: &str = "umlage verteilt die Kosten gemeinsamer IT auf die Partner einer Kooperation, auf den Cent genau, sagt wer \
     wem was schuldet und was die Zusammenarbeit gespart hat.";

/// What to type first.
const AFTER: &str = "Zum Anfangen:\n  umlage init meine-kooperation     legt einen kommentierten Ordner an\n  \
     umlage check meine-kooperation    nennt alles, was nicht stimmt\n  \
     umlage report meine-kooperation   rechnet das Jahr ab";

/// A fixed text of the help.
pub(in crate::words) fn phrase(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::About => ABOUT,
        Phrase::After => AFTER,
        Phrase::Usage => "Aufruf:",
        Phrase::Commands => "Befehle",
        Phrase::Arguments => "Argumente",
        Phrase::Options => "Optionen",
        Phrase::CommandName => "BEFEHL",
        Phrase::UsageLine => "umlage [OPTIONEN] [BEFEHL]",
        Phrase::Reading => "Buchungen lesen",
        Phrase::Sheet => "das Blatt einer Mappe, wenn mehrere etwas enthalten",
        Phrase::ServiceOption => "Leistung, um die es geht; ohne sie der Saldo",
        Phrase::PartnerOption => "Partner, um dessen Betrag es geht",
        Phrase::AllPostings => "Zeigt jede Buchung, auch wo es viele sind",
        Phrase::KeyOption => {
            "Anderer Schlüssel einer Leistung; mehrere zusammen mit Komma, jede weitere Angabe ist eine Alternative für sich"
        }
        Phrase::SecondaryOption => {
            "Anderes Verfahren für interne Leistungen: direct, step-down, reciprocal, step-down:a,b (Reihenfolge) oder all"
        }
        Phrase::CompareYear => "Jahr, das verglichen wird [sonst: das einzige mit Buchungen]",
        Phrase::Tests => "Prüfungen",
        Phrase::DuplicatesYear => {
            "Zeigt nur Treffer mit mindestens einer Buchung dieses Jahres [sonst: alle]"
        }
        Phrase::AllRows => "Zeigt die Tabellen ganz, nicht nur die ersten 20 Einträge",
        Phrase::From => "Erstes Jahr [sonst: das erste mit Buchungen]",
        Phrase::To => "Letztes Jahr [sonst: das letzte mit Buchungen]",
        Phrase::Dir => "Ordner der Kooperation [sonst: der aktuelle]",
        Phrase::LedgerFile => {
            "Datei mit Buchungen, wie das Finanzverfahren sie exportiert; wo sie liegt, ist gleich"
        }
        Phrase::NewDir => "Ordner, der angelegt wird",
        Phrase::Year => "Jahr der Abrechnung [sonst: das einzige mit Buchungen]",
        Phrase::VerifyYear => "Jahr, das geprüft wird [sonst: alle festgeschriebenen]",
        Phrase::VerifyAll => "Zeigt alle Abweichungen, nicht nur die erste",
        Phrase::Format => "text, md, csv oder json [sonst: nach der Endung von -o, sonst text]",
        Phrase::CheckFormat => "text oder json [sonst: text]",
        Phrase::Output => "Schreibt in diese Datei statt auf den Bildschirm",
        Phrase::Force => "Überschreibt eine vorhandene Datei",
        Phrase::Corrections => {
            "Schreibt, was ein festgeschriebenes Jahr zu korrigieren lässt, als Zeilen für opening.csv"
        }
        Phrase::All => "Zeigt alle Befunde, nicht nur die ersten 20 jeder Art und Datei",
        Phrase::Lang => "Sprache: de oder en [sonst: die der Vereinbarung]",
        Phrase::Help => "Zeigt diese Hilfe",
        Phrase::Version => "Zeigt die Version",
    }
}

/// What is wrong with the command line.
pub(in crate::words) fn usage(usage: &Usage) -> String {
    let sentence = match usage {
        Usage::Command { typed, nearest } => {
            format!("Einen Befehl `{typed}` gibt es nicht.{}", meant(nearest.as_deref()))
        }
        Usage::NoTest { typed: None } => {
            "Welche Prüfung? `umlage audit duplicates` oder `umlage audit overlap`.".to_owned()
        }
        Usage::NoTest { typed: Some(typed) } => format!(
            "Eine Prüfung `{typed}` gibt es nicht; erst kommt die Prüfung, dann der Ordner: `umlage audit duplicates` oder \
             `umlage audit overlap`."
        ),
        Usage::Option { typed, nearest } => {
            format!("Mit `{typed}` ist hier nichts anzufangen.{}", meant(nearest.as_deref()))
        }
        Usage::Year { typed } => format!("Ein Jahr nennen Sie mit `--year {typed}`."),
        Usage::Folder { typed } => format!(
            "`{typed}` ist ein Ordner; davor gehört ein Befehl: `umlage report {typed}` oder `umlage check {typed}`."
        ),
        Usage::Repeated { option } => format!("{option} ist mehrfach angegeben."),
        Usage::Value { option, typed, .. } if typed.is_empty() => format!("{option} braucht einen Wert."),
        Usage::Value { option, typed, takes } if takes.is_empty() => {
            format!("`{typed}` ist kein Wert für {option}.")
        }
        Usage::Value { option, typed, takes } => {
            format!("`{typed}` ist kein Wert für {option}; möglich sind {}.", names(takes, De))
        }
        Usage::Missing { what } => format!("Es fehlt: {what}."),
        Usage::Other(text) => text.clone(),
    };
    format!("{sentence}\nHilfe: umlage --help")
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map(|nearest| format!(" Meinten Sie `{nearest}`?")).unwrap_or_default()
}

/// What is wrong with the machine.
pub(in crate::words) fn error(error: &Error) -> String {
    match error {
        Error::NoFolder(path) => format!(
            "Den Ordner {} gibt es nicht.\nHilfe: Prüfen Sie die Schreibweise, oder legen Sie ihn an: umlage init {}",
            path.display(),
            path.display()
        ),
        Error::NoAgreement(path) => format!(
            "Im Ordner {} liegt keine umlage.toml.\nHilfe: Nennen Sie den Ordner der Kooperation, oder legen Sie \
             einen an: umlage init ORDNER",
            path.display()
        ),
        Error::Read { path, source } => {
            format!("{} lässt sich nicht lesen: {}.", path.display(), reason(source))
        }
        Error::Changed(path) => format!(
            "{} hat sich beim Lesen verändert. Es wurde nichts ausgegeben; starten Sie noch einmal.",
            path.display()
        ),
        Error::Seal { path, year } => format!(
            "{year} ist festgeschrieben, aber {} ist nicht so, wie umlage seal es schreibt. Es wurde nichts ausgegeben.\n\
             Hilfe: Was an der Festschreibung nicht stimmt, nennt umlage verify --year {year}",
            path.display()
        ),
        Error::Write { path, source } => {
            format!("{} lässt sich nicht schreiben: {}.", path.display(), reason(source))
        }
    }
}

/// Why the system refused; rare reasons in its own words.
fn reason(source: &io::Error) -> String {
    match source.kind() {
        io::ErrorKind::NotFound => "Den Ordner oder die Datei gibt es nicht".to_owned(),
        io::ErrorKind::PermissionDenied => "Die Berechtigung fehlt".to_owned(),
        io::ErrorKind::IsADirectory => "Das ist ein Ordner".to_owned(),
        io::ErrorKind::NotADirectory => "Ein Teil des Pfades ist kein Ordner".to_owned(),
        io::ErrorKind::StorageFull => "Der Datenträger ist voll".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "Der Datenträger ist schreibgeschützt".to_owned(),
        _ => source.to_string(),
    }
}
