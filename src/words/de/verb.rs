//! German: what each command does.
//!
//! In: a command. Out: a sentence, and how it is called. Options have their words in [`super::command`].

use crate::words::command::Verb;

/// What it does, and its usage line.
pub(in crate::words) fn described(verb: Verb) -> (&'static str, &'static str) {
    match verb {
        Verb::Report => ("Rechnet ein Jahr ab", "umlage report [OPTIONEN] [ORDNER]"),
        Verb::Check => {
            ("Nennt alles, was an den Dateien nicht stimmt, auf einmal", "umlage check [OPTIONEN] [ORDNER]")
        }
        Verb::Inspect => (
            "Sagt, was eine Datei ist, und schreibt die [[ledger]]-Tabelle, die sie liest",
            "umlage inspect [OPTIONEN] DATEI",
        ),
        Verb::Explain => (
            "Erklärt einen Betrag bis zu den Buchungszeilen und Rundungscents",
            "umlage explain [OPTIONEN] --partner PARTNER [ORDNER]",
        ),
        Verb::Savings => {
            ("Zeigt die vermiedenen Doppelausgaben über die Jahre", "umlage savings [OPTIONEN] [ORDNER]")
        }
        Verb::Compare => (
            "Zeigt, was ein anderer Schlüssel ändern würde; gespeichert wird nichts",
            "umlage compare [OPTIONEN] --key LEISTUNG=SCHLÜSSEL ... [ORDNER]",
        ),
        Verb::Audit => (
            "Prüft die Buchungen: doppelt bezahlt, noch getrennt bezahlt",
            "umlage audit PRÜFUNG [OPTIONEN] [ORDNER]",
        ),
        Verb::Duplicates => {
            ("Sucht Zahlungen, die doppelt gebucht sind", "umlage audit duplicates [OPTIONEN] [ORDNER]")
        }
        Verb::Overlap => {
            ("Zeigt, was mehrere Partner noch getrennt zahlen", "umlage audit overlap [OPTIONEN] [ORDNER]")
        }
        Verb::Seal => (
            "Schreibt die Abrechnung eines Jahres mit allen Eingaben unter sealed/JAHR fest",
            "umlage seal [OPTIONEN] [ORDNER]",
        ),
        Verb::Verify => (
            "Rechnet festgeschriebene Abrechnungen nach und nennt die erste Abweichung",
            "umlage verify [OPTIONEN] [ORDNER]",
        ),
        Verb::Init => {
            ("Legt einen neuen Kooperationsordner an, mit Kommentaren", "umlage init [OPTIONEN] ORDNER")
        }
        Verb::Help => ("Zeigt diese Hilfe oder die eines Befehls", "umlage help [BEFEHL]"),
    }
}
