//! German sentences for [`SheetFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do in Excel or LibreOffice, or which line to write into
//! umlage.toml; the match is exhaustive, names from the files stand in back-ticks.

use crate::finding::SheetFault;
use crate::finding::sheet::Bound;
use crate::words::Sentence;
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &SheetFault) -> Sentence {
    match fault {
        SheetFault::NoWorkbook { html } => no_workbook(*html),
        SheetFault::Broken { why } => Sentence::new(
            format!("Die Mappe lässt sich nicht lesen; sie ist beschädigt oder unvollständig.{}", because(why)),
            "Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie neu als .xlsx; lässt sie sich auch dort nicht öffnen, exportieren Sie sie neu.",
        ),
        SheetFault::Password => Sentence::new(
            "Die Mappe ist mit einem Kennwort geschützt.",
            "Speichern Sie sie ohne Kennwort: in Excel unter Datei, Informationen, Arbeitsmappe schützen; in LibreOffice mit Speichern unter, ohne das Häkchen bei „Mit Kennwort speichern“.",
        ),
        SheetFault::TooLarge(bound) => too_large(*bound),
        SheetFault::Empty => Sentence::new(
            "Die Mappe ist leer: Kein Blatt enthält eine ausgefüllte Zelle.",
            "Exportieren Sie die Datei neu, oder entfernen Sie sie.",
        ),
        SheetFault::Several { file, sheets } => Sentence::new(
            format!("In `{file}` enthalten mehrere Blätter etwas: {}.", ticked(sheets, ", ")),
            format!(
                "Schreiben Sie in diese [[ledger]], welches gilt, zum Beispiel `{}`; gelten mehrere, braucht jedes seine eigene [[ledger]].",
                line(sheets.first().map_or("", String::as_str))
            ),
        ),
        SheetFault::NoSuchSheet { file, sheet, sheets, nearest } => Sentence::new(
            format!("`{file}` hat kein Blatt `{sheet}`. Vorhanden: {}.", ticked(sheets, ", ")),
            nearest.as_ref().map_or_else(
                || "Schreiben Sie den Namen wie auf dem Reiter unten in der Mappe; Groß- und Kleinschreibung zählt.".to_owned(),
                |name| format!("Meinten Sie `{}`?", line(name)),
            ),
        ),
        SheetFault::SheetOfText => Sentence::new(
            "`sheet` nennt ein Blatt, aber keine der Dateien ist eine Mappe; die Angabe bewirkt nichts.",
            "Streichen Sie die Zeile, oder berichtigen Sie `files`.",
        ),
        SheetFault::Unsaved { formula } => Sentence::new(
            format!("Hier steht die Formel `{formula}`, aber ihr Ergebnis ist nicht gespeichert."),
            "Öffnen Sie die Mappe in Excel oder LibreOffice und speichern Sie sie; dann steht das Ergebnis mit in der Datei.",
        ),
        SheetFault::Error { cell } => Sentence::new(
            format!("Die Formel in dieser Zelle ergibt den Fehler `{cell}`."),
            "Berichtigen Sie die Formel in der Mappe, oder tragen Sie den Wert ein.",
        ),
    }
}

/// The line of umlage.toml that names a sheet.
fn line(sheet: &str) -> String {
    format!("sheet = \"{}\"", sheet.replace('\\', "\\\\").replace('"', "\\\""))
}

fn because(why: &str) -> String {
    if why.is_empty() { String::new() } else { format!(" (Technisch: {})", why.trim_end_matches('.')) }
}

fn no_workbook(html: bool) -> Sentence {
    Sentence::new(
        if html {
            "Die Datei heißt wie eine Mappe, ist aber eine Seite in HTML oder XML."
        } else {
            "Die Datei heißt wie eine Mappe, ist aber keine."
        },
        if html {
            "Öffnen Sie sie in Excel oder LibreOffice und speichern Sie sie als .xlsx."
        } else {
            "Ist es eine CSV-Datei, geben Sie ihr die Endung .csv; sonst öffnen Sie sie in Excel oder LibreOffice und speichern sie als .xlsx."
        },
    )
}

fn too_large(bound: Bound) -> Sentence {
    let help = "Speichern Sie das Blatt mit den Buchungen allein als .xlsx oder als CSV UTF-8; was nicht dazugehört, löschen Sie vorher.";
    Sentence::new(
        match bound {
            Bound::Text => {
                "Das Blatt ist zu groß: Als Text hätte es mehr als 512 MiB oder 32 Millionen Zellen."
                    .to_owned()
            }
            Bound::Part(most) => {
                format!("Die Mappe ist zu groß: Ein Teil von ihr entpackt sich auf mehr als {most} MiB.")
            }
            Bound::Cells(most) => format!(
                "Die Mappe ist zu groß: Von der ersten bis zur letzten ausgefüllten Zelle sind es mehr als {most} Millionen Zellen."
            ),
        },
        help,
    )
}
