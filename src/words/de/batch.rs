//! German sentences for [`BatchFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::agreement::Language::De;
use crate::finding::BatchFault;
use crate::finding::batch::HeadField;
use crate::finding::file::Heading;
use crate::period::{Date, Span};
use crate::words::Sentence;
use crate::words::format::{count, date as day};
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &BatchFault) -> Sentence {
    match fault {
        BatchFault::NoBatch { cell } => Sentence::new(
            format!(
                "Das ist keine Datei im DATEV-Format: Sie beginnt mit `{cell}` statt mit `EXTF` oder `DTVF`."
            ),
            "Exportieren Sie den Buchungsstapel im DATEV-Format, oder streichen Sie `preset = \"datev\"`.",
        ),
        BatchFault::Category { category, name } => Sentence::new(
            format!(
                "Diese DATEV-Datei enthält keine Buchungen, sondern `{name}` (Formatkategorie {category}); ein Buchungsstapel hat die 21."
            ),
            "Legen Sie den Buchungsstapel hierher und diese Datei anderswo ab, oder fassen Sie das Muster in `files` enger.",
        ),
        BatchFault::Version { found } => Sentence::new(
            format!("Die Version `{found}` des DATEV-Formats wird nicht gelesen, nur 510 und 700."),
            "Exportieren Sie den Buchungsstapel in Version 700.",
        ),
        BatchFault::Head { field, cell } => head(*field, cell),
        BatchFault::Period { from, to, year } => period(*from, *to, *year),
        BatchFault::Currency { found } => Sentence::new(
            format!("Der Buchungsstapel ist in `{found}` geführt; abgerechnet wird in Euro."),
            "Exportieren Sie die Buchungen in Euro.",
        ),
        BatchFault::Headings { wanted } => Sentence::new(
            format!(
                "Unter der ersten Zeile fehlt die Zeile mit den Überschriften. Gesucht wurde {}.",
                wanted.iter().map(|fields| any(fields)).collect::<Vec<_>>().join("; dazu ")
            ),
            "Exportieren Sie den Buchungsstapel mit Überschriften; im DATEV-Format stehen sie in Zeile 2.",
        ),
        BatchFault::Undeclared => Sentence::new(
            "Das ist ein Export im DATEV-Format; umlage.toml sagt das nicht.",
            "Schreiben Sie unter [[ledger]] die Zeile `preset = \"datev\"`; Spalten, Zeichensatz und Daten brauchen dann keine weitere Angabe.",
        ),
        BatchFault::Gross { rows } => gross(*rows),
    }
}

fn head(field: HeadField, cell: &str) -> Sentence {
    let (name, form) = match field {
        HeadField::Year => ("der Beginn des Wirtschaftsjahres", "zum Beispiel `20250101`"),
        HeadField::Digits => ("die Länge der Sachkonten", "eine Zahl von 4 bis 8"),
        HeadField::Period => {
            ("ein Ende des Zeitraums (Datum von, Datum bis)", "zum Beispiel `20251231`, oder nichts")
        }
    };
    let found =
        if cell.is_empty() { "hier steht nichts".to_owned() } else { format!("gefunden wurde `{cell}`") };
    Sentence::new(
        format!("In der ersten Zeile gehört hierher {name}; {found}."),
        format!(
            "Erwartet wird {form}. Exportieren Sie den Buchungsstapel neu; ohne diese Angabe sind seine Buchungen nicht eindeutig."
        ),
    )
}

fn period(from: Date, to: Date, year: Span) -> Sentence {
    Sentence::new(
        format!(
            "Der Zeitraum {} bis {} liegt nicht im Wirtschaftsjahr {} bis {}, das dieselbe Zeile nennt.",
            day(from, De),
            day(to, De),
            day(year.from(), De),
            day(year.to(), De)
        ),
        "Exportieren Sie je Wirtschaftsjahr einen Buchungsstapel; der Kopf muss zu den Buchungen passen, denn nur er nennt ihr Jahr.",
    )
}

fn gross(rows: u64) -> Sentence {
    Sentence::new(
        if rows == 1 {
            "Eine Buchung trägt einen Steuerschlüssel (BU-Schlüssel); gelesen ist ihr Umsatz brutto, mit der Steuer, die DATEV beim Verbuchen herausrechnet.".to_owned()
        } else {
            format!(
                "{} Buchungen tragen einen Steuerschlüssel (BU-Schlüssel); gelesen ist ihr Umsatz brutto, mit der Steuer, die DATEV beim Verbuchen herausrechnet.",
                count(rows, De)
            )
        },
        "Ist die Vorsteuer abziehbar, gehört sie nicht zu den Kosten: Nehmen Sie dann statt des Buchungsstapels einen Export der Konten mit Nettobeträgen.",
    )
}

fn any(fields: &[Heading]) -> String {
    ticked(fields.iter().map(|field| field.german), " oder ")
}
