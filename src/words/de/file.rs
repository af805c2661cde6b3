//! German sentences for [`FileFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::finding::FileFault;
use crate::finding::file::{EncodingFault, Heading, Remedy, SealFault};
use crate::words::Sentence;
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &FileFault) -> Sentence {
    match fault {
        FileFault::NoMatch { pattern, there } => no_match(pattern, there),
        FileFault::Twice { file } => Sentence::new(
            format!(
                "`{file}` wird schon von einem anderen [[ledger]] gelesen; alle Buchungen würden doppelt zählen."
            ),
            "Grenzen Sie die Muster in `files` so ab, dass jede Datei nur zu einem [[ledger]] gehört.",
        ),
        FileFault::Same { other } => Sentence::new(
            format!(
                "Die Datei ist Byte für Byte dieselbe wie `{other}`; alle Buchungen würden doppelt zählen."
            ),
            "Löschen Sie eine der beiden Dateien, oder fassen Sie das Muster in `files` enger.",
        ),
        FileFault::Seal { file, fault } => seal(file, fault),
        FileFault::Unread { file, meant } => unread(file, meant.as_deref()),
        FileFault::Spreadsheet { kind, remedy } => spreadsheet(kind, *remedy),
        FileFault::Encoding(fault) => encoding(*fault),
        FileFault::RowTooLong { most } => row_too_long(*most),
        FileFault::NoDelimiter => Sentence::new(
            "Ohne Kopfzeile ist nicht zu erkennen, welches Zeichen die Spalten trennt.",
            "Geben Sie es an, zum Beispiel `delimiter = \";\"`.",
        ),
        FileFault::NoHeader { wanted, seen, ledger } => no_header(wanted, seen, *ledger),
        FileFault::NoColumn { column, columns } => Sentence::new(
            format!("Die Datei hat keine Spalte `{column}`. {}", those(columns)),
            "Schreiben Sie den Namen wie in der Datei, oder geben Sie die Nummer der Spalte an, gezählt ab 1.",
        ),
        FileFault::NoField { fields, columns, ledger } => no_field(fields, columns, *ledger),
        FileFault::ColumnTwice { field, columns: (first, second), numbers, ledger } => {
            column_twice(field, (first, second), numbers.filter(|_| *ledger), *ledger)
        }
        FileFault::AmountTwice { columns } => Sentence::new(
            format!("Der Betrag steht mehrfach in der Datei: {}.", ticked(columns, ", ")),
            "Bestimmen Sie in `[ledger.columns]`, was gilt: `amount`, oder `debit` und `credit`.",
        ),
        FileFault::ConstantFirst { field, column } => constant_first(field, column),
        FileFault::Batch(fault) => super::batch::sentence(fault),
        FileFault::NoPosting { skipped } => no_posting(*skipped),
        FileFault::RowAbove { header } => row_above(*header),
        FileFault::RowAsHeader { line } => row_as_header(*line),
    }
}

fn no_match(pattern: &str, there: &[String]) -> Sentence {
    Sentence::new(
        format!("Zu `{pattern}` gibt es keine Datei. {}", those(there)).trim_end(),
        "Legen Sie die Datei in den Ordner oder berichtigen Sie `files`; der Pfad zählt ab dem Ordner von umlage.toml, und große und kleine Buchstaben sind verschieden.",
    )
}

fn row_above(header: u64) -> Sentence {
    Sentence::new(
        format!(
            "Diese Zeile sieht wie eine Buchung aus, steht aber über der Kopfzeile (Zeile {header}) und würde fehlen."
        ),
        format!(
            "Nennen Sie mit `header` in [[ledger]] die Zeile der Überschriften; stehen sie wirklich in Zeile {header}, nehmen Sie diese Zeile mit einer Regel in `skip` aus."
        ),
    )
}

fn row_as_header(line: u64) -> Sentence {
    Sentence::new(
        format!(
            "Zeile {line}, die `header` als Kopfzeile nennt, sieht wie eine Buchung aus: Sie enthält einen Betrag und, wo eine Spalte dafür da ist, ein Datum. Sie würde fehlen."
        ),
        "Berichtigen Sie `header` in [[ledger]] auf die Zeile der Überschriften; hat die Datei keine, schreiben Sie `header = 0` und unter `[ledger.columns]` die Nummern der Spalten.",
    )
}

fn constant_first(field: &Heading, column: &str) -> Sentence {
    Sentence::new(
        format!(
            "Die Spalte `{column}` wird nicht gelesen, weil `[ledger.constants]` für alle Zeilen einen Wert `{}` festlegt.",
            field.english
        ),
        format!("Soll die Spalte gelten, streichen Sie `{}` unter `[ledger.constants]`.", field.english),
    )
}

fn no_posting(skipped: u64) -> Sentence {
    if skipped == 0 {
        return Sentence::new(
            "Unter der Kopfzeile steht keine Buchung.",
            "Prüfen Sie, ob der Export vollständig ist; eine leere Datei kann aus dem Ordner entfernt werden.",
        );
    }
    let rows = if skipped == 1 { "die einzige Zeile".to_owned() } else { format!("alle {skipped} Zeilen") };
    Sentence::new(
        format!("Die Datei enthält keine Buchung; `skip` nimmt {rows} aus."),
        "Prüfen Sie die Regeln in `skip`.",
    )
}

fn encoding(fault: EncodingFault) -> Sentence {
    match fault {
        EncodingFault::Undeclared { byte } => Sentence::new(
            format!("Das Byte 0x{byte:02X} ist kein UTF-8, und eine andere Kodierung ist nicht angegeben."),
            "Geben Sie die Kodierung in umlage.toml unter [[ledger]] oder [tables] an; bei Dateien aus Windows ist es meist `encoding = \"windows-1252\"`.",
        ),
        EncodingFault::Mixed => Sentence::new(
            "Die Datei mischt zwei Kodierungen: ein Teil der Zeilen ist UTF-8, ein anderer nicht.",
            "Exportieren Sie die Datei neu; vermutlich wurden zwei Dateien verschiedener Kodierung aneinandergehängt.",
        ),
        EncodingFault::BrokenMark { byte } => Sentence::new(
            format!(
                "Die Datei beginnt mit der Kennung von UTF-8, aber das Byte 0x{byte:02X} hier ist kein UTF-8."
            ),
            "Exportieren Sie die Datei neu; vermutlich wurde vor Text in einer anderen Kodierung eine Kennung gesetzt oder an eine Datei in UTF-8 eine andere gehängt. Eine Angabe `encoding` hilft hier nicht.",
        ),
        EncodingFault::Zero => Sentence::new(
            "Der Text enthält Null-Bytes; so sieht UTF-16 ohne Kennung am Dateianfang aus.",
            "Geben Sie `encoding = \"utf-16le\"` an, oder speichern Sie die Datei als UTF-8.",
        ),
    }
}

fn no_header(wanted: &[Vec<Heading>], seen: &[(u64, String)], ledger: bool) -> Sentence {
    let names: Vec<String> = wanted.iter().map(|fields| any(fields)).collect();
    let lines: Vec<String> = seen.iter().map(|(number, text)| format!("Zeile {number}: `{text}`")).collect();
    if seen.is_empty() {
        return Sentence::new(
            "Die Datei ist leer.",
            "Exportieren Sie die Datei neu, oder entfernen Sie sie.",
        );
    }
    let looked =
        if names.is_empty() { String::new() } else { format!(" Gesucht wurde {}.", names.join("; dazu ")) };
    Sentence::new(
        format!("Keine Zeile ist als Kopfzeile zu erkennen.{looked} Gelesen wurde {}.", lines.join("; ")),
        if ledger {
            "Hat die Datei Überschriften, nennen Sie deren Zeile mit `header` und die Spalten in `[ledger.columns]`; hat sie keine, schreiben Sie `header = 0` und unter `[ledger.columns]` die Nummern der Spalten."
        } else {
            "Geben Sie den Spalten die gesuchten Überschriften."
        },
    )
}

/// `datum` oder `belegdatum`
fn any(fields: &[Heading]) -> String {
    ticked(fields.iter().map(|field| field.german), " oder ")
}

fn those(columns: &[String]) -> String {
    if columns.is_empty() { String::new() } else { format!("Vorhanden: {}.", ticked(columns, ", ")) }
}

fn no_field(fields: &[Heading], columns: &[String], ledger: bool) -> Sentence {
    let key = fields.first().map_or("", |field| field.english);
    Sentence::new(
        format!("Es fehlt eine Spalte {}. {}", any(fields), those(columns)),
        if key == "payer" {
            "Nennen Sie in [[ledger]], wer gezahlt hat: `payer = \"…\"`; oder schreiben Sie dieselbe Zeile unter `[ledger.columns]` mit der Überschrift aus Ihrer Datei.".to_owned()
        } else if ledger {
            format!(
                "Schreiben Sie unter `[ledger.columns]` die Zeile `{key} = \"…\"` mit der Überschrift aus Ihrer Datei; hat sie keine solche Spalte, unter `[ledger.constants]` mit dem Wert, der für alle Zeilen gilt."
            )
        } else {
            "Ergänzen Sie die Spalte, oder benennen Sie die Überschrift so.".to_owned()
        },
    )
}

fn column_twice(
    field: &Heading,
    (first, second): (&str, &str),
    numbers: Option<(usize, usize)>,
    ledger: bool,
) -> Sentence {
    Sentence::new(
        format!("Die Spalten `{first}` und `{second}` stehen beide für `{}`.", field.german),
        if let Some((one, other)) = numbers {
            format!(
                "Bestimmen Sie in `[ledger.columns]` mit der Nummer der Spalte, welche gilt: `{key} = {one}` oder `{key} = {other}`.",
                key = field.english
            )
        } else if ledger {
            format!(
                "Bestimmen Sie in `[ledger.columns]`, welche gilt, zum Beispiel `{} = \"{first}\"`.",
                field.english
            )
        } else {
            "Benennen Sie eine der beiden Überschriften um.".to_owned()
        },
    )
}

fn seal(file: &str, fault: &SealFault) -> Sentence {
    let message = match fault {
        SealFault::Missing => {
            format!("`{file}` fehlt; ohne diese Datei ist nicht bekannt, was in dem Jahr schon zählt.")
        }
        SealFault::Form => {
            format!(
                "`{file}` ist verändert oder von einer neueren Version; so sagt sie nicht, was in dem Jahr schon zählt."
            )
        }
        SealFault::OtherYear(year) => {
            format!("`{file}` gehört zum Jahr {year}, liegt aber im Ordner eines anderen.")
        }
        SealFault::UnknownPayer(payer) => {
            return Sentence::new(
                format!("`{file}` nennt den Partner `{payer}`, den umlage.toml nicht mehr kennt."),
                format!(
                    "Lassen Sie dem Partner in umlage.toml die Kennung `{payer}` (der Name darf sich ändern): Sonst zählten \
                     seine Buchungen, die in das festgeschriebene Jahr reichen, ein zweites Mal."
                ),
            );
        }
    };
    Sentence::new(
        message,
        "Legen Sie den Ordner der festgeschriebenen Abrechnung unverändert zurück, etwa aus der Datensicherung; \
         `umlage verify` sagt, was an ihm nicht stimmt.",
    )
}

fn unread(file: &str, meant: Option<&str>) -> Sentence {
    match meant {
        Some(meant) => Sentence::new(
            format!("`{file}` wird nicht gelesen; gelesen würde `{meant}`."),
            format!("Nennen Sie die Datei in `{meant}` um, wenn sie das ist."),
        ),
        None => Sentence::new(
            format!("`{file}` liegt bei den Buchungsjournalen, aber kein [[ledger]] liest die Datei."),
            "Fassen Sie ein Muster in `files` weiter, oder legen Sie die Datei anderswo ab.",
        ),
    }
}

fn spreadsheet(kind: &str, remedy: Remedy) -> Sentence {
    match remedy {
        Remedy::Rename => Sentence::new(
            format!("Das ist eine Mappe aus Excel oder LibreOffice ({kind}), die Datei heißt aber anders."),
            format!("Geben Sie ihr die Endung .{kind} und passen Sie `files` an; dann wird sie gelesen."),
        ),
        Remedy::SaveAsCsv => Sentence::new(
            format!("Das ist eine Mappe aus Excel oder LibreOffice ({kind}), keine CSV-Datei."),
            "Speichern Sie das Blatt als „CSV UTF-8 (durch Trennzeichen getrennt)“; die kleinen Tabellen sind immer CSV-Dateien.",
        ),
        Remedy::SaveAsOds => Sentence::new(
            format!("Eine Datei .{kind} wird nicht gelesen."),
            "Speichern Sie sie in LibreOffice als .ods oder .xlsx, und passen Sie `files` an.",
        ),
    }
}

fn row_too_long(most: usize) -> Sentence {
    Sentence::new(
        format!(
            "Diese Zeile endet auch nach {} MiB nicht; der Rest der Datei wird nicht gelesen.",
            most >> 20
        ),
        "Prüfen Sie, ob die Datei wirklich eine CSV-Datei ist, und exportieren Sie sie neu.",
    )
}
