//! German: the remarks in the table that reads a file.
//!
//! In: why an entry is there. Out: its remark, a sentence or two. Questions begin with FRAGE, suggestions with VORSCHLAG.

use crate::agreement::Language::De;
use crate::inspect::{Inspection, Places, Why};
use crate::words::format::count;
use crate::words::inspect::{excerpt, line};
use crate::words::lists::ticked;

/// The remark.
pub(in crate::words) fn why(why: &Why, inspection: &Inspection) -> String {
    match why {
        Why::Files => {
            "So müsste die Datei im Ordner der Kooperation heißen; ein Muster wie ledger/*.csv nimmt mehrere."
                .to_owned()
        }
        Why::Payer => {
            "FRAGE: Wer hat diese Buchungen bezahlt? Keine Spalte sagt es. Kürzel des Partners eintragen."
                .to_owned()
        }
        Why::PayerCells(cells) => format!(
            "Wer bezahlt hat, sagt eine Spalte (z. B. {}). Dort müssen Kürzel oder Namen der Partner stehen.",
            ticked(cells, ", ")
        ),
        Why::Encoding(place) => format!(
            "Kein UTF-8. Zeile {} liest sich so: {}",
            line(*place, inspection),
            excerpt(*place, inspection)
        ),
        Why::EncodingUnknown(place) => format!(
            "FRAGE: Welche Kodierung? Kein UTF-8, und windows-1252 ergibt ungewöhnliche Zeichen. Zeile {} liest sich \
             damit so: {} -- Passt keine, die Datei als UTF-8 exportieren.",
            line(*place, inspection),
            excerpt(*place, inspection)
        ),
        Why::Decimal(places) => format!(
            "FRAGE: Trennt das Zeichen in {} Tausender oder Nachkommastellen? Die Datei lässt es offen.",
            cells(places, inspection)
        ),
        Why::DayOrMonth(places) => format!(
            "FRAGE: Steht in {} der Tag oder der Monat vorn? Die Datei lässt es offen.",
            cells(places, inspection)
        ),
        Why::DateFormat(cited) => format!(
            "Ein Datum wie `{}` (Zeile {}) wird nur mit dieser Angabe gelesen.",
            cited.cell,
            line(cited.place, inspection)
        ),
        Why::DateFormats(cited) => format!(
            "FRAGE: Wie ist das Datum `{}` (Zeile {}) zu lesen? Jede dieser Angaben passt auf alle Zellen.",
            cited.cell,
            line(cited.place, inspection)
        ),
        Why::Sign { negative, cells } => format!(
            "FRAGE: {} von {} Beträgen sind negativ. Steht Aufwand mit Minus da? Dann gilt diese Zeile.",
            count(*negative, De),
            count(*cells, De)
        ),
        Why::Skip => "VORSCHLAG: lässt die Zeilen aus Abschnitt 5 weg.".to_owned(),
        Why::SkipUnread => "VORSCHLAG: `skip` braucht diese Spalte.".to_owned(),
        Why::Hint => "VORSCHLAG: falls Regeln (match, except) nach diesem Feld fragen.".to_owned(),
        column => self::column(column),
    }
}

/// About the columns of needed fields.
fn column(why: &Why) -> String {
    match why {
        Why::DateAny => "FRAGE: Welche Spalte ist das Buchungsdatum?".to_owned(),
        Why::DateNone(None) => {
            "FRAGE: Keine Spalte enthält ein Datum. Welcher Tag (JJJJ-MM-TT) gilt für alle Zeilen?".to_owned()
        }
        Why::DateNone(Some(year)) => format!(
            "FRAGE: Keine Spalte enthält ein Datum. Welcher Tag (JJJJ-MM-TT) gilt für alle Zeilen? Ein Jahr nennt die \
             Spalte `{year}`."
        ),
        Why::AmountAny => "FRAGE: Welche Spalte ist der Betrag?".to_owned(),
        Why::AmountNone => "FRAGE: Keine Spalte sieht nach Beträgen aus. Welche ist der Betrag?".to_owned(),
        Why::AmountTwice => {
            "FRAGE: Ein Betrag steht neben Soll und Haben. Entweder `amount` oder die beiden anderen.".to_owned()
        }
        Why::OtherSide => "FRAGE: Soll und Haben gehören zusammen. Welche Spalte ist die andere?".to_owned(),
        Why::Twice => "FRAGE: Mehrere Überschriften passen auf dieses Feld. Welche gilt?".to_owned(),
        Why::Side => {
            "FRAGE: Diese Spalte enthält nur Soll oder Haben. Bestimmt sie das Vorzeichen? Dann gilt diese Zeile."
                .to_owned()
        }
        _ => String::new(),
    }
}

/// The first cell, and in which lines it and the next stand.
fn cells(places: &Places, inspection: &Inspection) -> String {
    let cell = places.one().map(|cited| cited.cell.as_str()).unwrap_or_default();
    let lines: Vec<String> = places.first.iter().map(|cited| line(cited.place, inspection)).collect();
    let (word, dots) = (
        if places.count == 1 { "Zeile" } else { "Zeilen" },
        if lines.len() < usize::try_from(places.count).unwrap_or(usize::MAX) { ", …" } else { "" },
    );
    format!("`{cell}` ({word} {}{dots})", lines.join(", "))
}
