//! German: what a file is, and what it leaves open.
//!
//! In: a label or a sentence, as data. Out: its text.

use crate::agreement::Language::De;
use crate::finding::SheetFault;
use crate::inspect::{Datev, Kind, Nature, Script};
use crate::words::format::count;
use crate::words::inspect::{Head, Label, Said};
use crate::words::lists::ticked;

/// Fixed words.
pub(in crate::words) fn label(label: Label) -> &'static str {
    match label {
        Label::PartFile => "1 Datei",
        Label::PartStyles => "2 Zahlen und Daten",
        Label::PartColumns => "3 Spalten",
        Label::PartTotals => "4 Kontrollsummen",
        Label::PartAside => "5 Zeilen, die wohl keine Buchungen sind",
        Label::PartTable => "6 Für die umlage.toml",
        Label::File => "Wie die Datei geschrieben ist",
        Label::Columns => "Was in den Spalten steht",
        Label::Amounts => "Summen der Spalten, die nach Beträgen aussehen",
        Label::Days => "Spalten, die nach einem Datum aussehen",
        Label::Sides => "Summen nach Soll und Haben",
        Label::Aside => "Ohne Datum, und mit Wörtern einer Summe oder der Kopfzeile",
        Label::Open => "Was einzelne Spalten offen lassen",
        Label::Bytes => "Größe",
        Label::Sha256 => "SHA-256",
        Label::Nature => "Art",
        Label::Script => "Kodierung",
        Label::Ends => "Zeilenenden",
        Label::Delimiter => "Trennzeichen",
        Label::Header => "Kopfzeile",
        Label::Above => "Darüber",
        Label::Rows => "Zeilen",
        Label::Blank => "Leerzeilen",
        Label::Short => "zu kurze Zeilen",
        Label::Long => "zu lange Zeilen",
        Label::Quotes => "Fehler in Anführungszeichen",
        Label::Endless => "Zeile ohne Ende",
        Label::MixedEncoding => "zwei Kodierungen",
        Label::TwoMarks => "zwei Dezimalzeichen",
        Label::TwoForms => "zwei Schreibweisen des Datums",
    }
}

/// Headings of columns, and what stands at their left.
pub(in crate::words) fn head(head: Head) -> &'static str {
    match head {
        Head::Rows => "Zeilen",
        Head::Number => "Nr.",
        Head::Heading => "Überschrift",
        Head::Field => "Feld",
        Head::Content => "Inhalt",
        Head::Filled => "gefüllt",
        Head::Empty => "leer",
        Head::Distinct => "verschieden",
        Head::Samples => "Beispiele",
        Head::Column => "Spalte",
        Head::Cells => "Zellen",
        Head::Sum => "Summe",
        Head::Least => "kleinster",
        Head::Most => "größter",
        Head::NoAmounts => "kein Betrag",
        Head::First => "zuerst",
        Head::FirstDay => "erster Tag",
        Head::LastDay => "letzter Tag",
        Head::NoDays => "kein Datum",
        Head::Side => "Seite",
        Head::Debit => "Soll",
        Head::Credit => "Haben",
        Head::DebitLessCredit => "Soll − Haben",
        Head::LooksLike => "Sieht aus wie",
        Head::Places => "Stellen",
        Head::LeftOpen => "Offen ist",
        Head::DecimalMark => "das Dezimalzeichen",
        Head::DayAndMonth => "Tag oder Monat zuerst",
        Head::NotCounted => "nicht mitgezählt (Abschnitt 5)",
    }
}

/// A sentence.
pub(in crate::words) fn said(said: &Said<'_>) -> String {
    match said {
        Said::Title(file) => format!("Datei {file}"),
        Said::Summary([], 0) => "Keine Fehler in der Datei, keine Frage offen.".to_owned(),
        Said::Summary([], questions) => format!("Keine Fehler in der Datei; {}.", open(*questions)),
        Said::Summary(faults, questions) => {
            format!("Fehler in der Datei: {}; {}.", faults.join(", "), open(*questions))
        }
        Said::Bytes(bytes) => format!("{} Byte", count(*bytes, De)),
        Said::Nature(nature) => self::nature(nature),
        Said::Script(script, seen) => self::script(script, *seen),
        Said::Ends([]) => "keine".to_owned(),
        Said::Ends([(name, number)]) => format!("{name} ({})", count(*number, De)),
        Said::Ends(kinds) => {
            let kinds = kinds.iter().map(|(name, number)| format!("{name} {}", count(*number, De)));
            format!("gemischt: {}", kinds.collect::<Vec<_>>().join(", "))
        }
        Said::Delimiter(None) => "keines gefunden; jede Zeile ist eine Zelle".to_owned(),
        Said::Delimiter(Some(';')) => "Semikolon (;)".to_owned(),
        Said::Delimiter(Some(',')) => "Komma (,)".to_owned(),
        Said::Delimiter(Some('\t')) => "Tabulator".to_owned(),
        Said::Delimiter(Some(mark)) => format!("{mark}"),
        Said::Header(None) => "keine; schon die erste Zeile enthält Werte".to_owned(),
        Said::Header(Some((line, names))) => format!("Zeile {line}: {names}"),
        Said::Above(1, titles) => format!("1 Zeile mit Text: {}", ticked(*titles, ", ")),
        Said::Above(lines, titles) => format!("{lines} Zeilen mit Text: {}", ticked(*titles, ", ")),
        Said::Ragged(rows, width, places) => {
            format!("{}; es müssten {width} Zellen sein: {places}", count(*rows, De))
        }
        Said::At(faults, places) => format!("{}: {places}", count(*faults, De)),
        Said::Places(places, more) => self::places(places, *more),
        Said::NoTable(nature) => no_table(nature),
        Said::TableNote(0) => "In die umlage.toml einfügen:".to_owned(),
        Said::TableNote(_) => {
            "In die umlage.toml einfügen. Zu jeder FRAGE gehört eine Antwort: die richtige Zeile \
                               wählen und das # davor löschen."
                .to_owned()
        }
        Said::ReadAs(column, reading) => format!("{column}, gelesen mit {reading}"),
        Said::More(most) => format!("> {}", count(u64::try_from(*most).unwrap_or(u64::MAX), De)),
        Said::ByLook => "Ein Feld mit ? sagt der Inhalt der Spalte, nicht ihre Überschrift.".to_owned(),
        Said::HeaderAgain => "die Kopfzeile noch einmal".to_owned(),
        Said::SumRow(word) => format!("eine Summe (`{word}`)"),
        Said::AsideNote => {
            "In den Summen oben sind diese Zeilen nicht enthalten. Ob es Buchungen sind, entscheiden \
                            Sie; `skip` in Abschnitt 6 ließe sie weg."
                .to_owned()
        }
        style => self::style(style),
    }
}

/// How numbers and dates are written.
fn style(said: &Said<'_>) -> String {
    match said {
        Said::Decimal(mark, proof) => format!("Dezimalzeichen: {}; das belegt {proof}.", mark_name(*mark)),
        Said::DecimalAgainst(place) => {
            format!("WIDERSPRUCH: {place} belegt das andere Dezimalzeichen. Eine Datei hat nur eines.")
        }
        Said::DecimalOpen(places) => {
            format!(
                "Dezimalzeichen: OFFEN. Tausender oder Nachkommastellen? Keine Zelle entscheidet es: {places}."
            )
        }
        Said::DecimalNeedless => "Dezimalzeichen: ohne Belang; kein Betrag hat eines.".to_owned(),
        Said::Date(format, proof) => format!("Datum: {format}; das belegt {proof}."),
        Said::DateAgainst(place) => {
            format!("WIDERSPRUCH: {place} ist anders geschrieben. Eine Datei hat nur eine Schreibweise.")
        }
        Said::DateOpen(places) => {
            format!("Datum: OFFEN. Steht der Tag oder der Monat vorn? Keine Zelle entscheidet es: {places}.")
        }
        Said::DateDeclared([], places) => {
            format!("Datum: in keiner Schreibweise, die alle Zellen lesen könnte: {places}.")
        }
        Said::DateDeclared([format], places) => {
            format!("Datum: {format}; das muss in der umlage.toml stehen: {places}.")
        }
        Said::DateDeclared(formats, places) => {
            format!("Datum: OFFEN zwischen {}: {places}.", ticked(*formats, ", "))
        }
        Said::Serials(number, places) => format!(
            "{} einer Tabellenkalkulation statt eines Datums: {places}. Spalte dort als Datum formatieren und neu \
             exportieren.",
            plural(*number, "Tageszahl", "Tageszahlen")
        ),
        Said::DateNone => "Datum: Keine Spalte sieht nach einem Datum aus.".to_owned(),
        _ => String::new(),
    }
}

fn open(questions: usize) -> String {
    match questions {
        0 => "keine Frage offen".to_owned(),
        1 => "eine Frage offen (Abschnitt 6)".to_owned(),
        many => format!("{many} Fragen offen (Abschnitt 6)"),
    }
}

fn plural(number: u64, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {many}", count(number, De)) }
}

fn mark_name(mark: char) -> &'static str {
    if mark == ',' { "Komma" } else { "Punkt" }
}

fn places(places: &[String], more: u64) -> String {
    let more = if more == 0 { String::new() } else { format!(" und {} weitere", count(more, De)) };
    places.join(", ") + &more
}

fn nature(nature: &Nature) -> String {
    match nature {
        Nature::Nothing => "leer: kein einziges Byte".to_owned(),
        Nature::Text => "Text, Zeile für Zeile".to_owned(),
        Nature::Misnamed(kind) => format!("Mappe einer Tabellenkalkulation ({kind}), kein Text"),
        Nature::Unread(_) => "Mappe einer Tabellenkalkulation".to_owned(),
        Nature::Sheet { name, .. } => format!("Blatt `{name}` einer Mappe"),
        Nature::Datev(Datev { mark, version, category, name }) => {
            let kind = format!("DATEV-Format ({mark}, Version {version}): {name} ({category})");
            match (nature, version.as_str()) {
                (Nature::Datev(datev), _) if !datev.is_postings() => format!("{kind}; keine Buchungen"),
                (Nature::Datev(datev), _) if !datev.is_known() => {
                    format!("{kind}; bekannt sind die Versionen 510 und 700")
                }
                _ => kind,
            }
        }
    }
}

/// What is wrong with a workbook.
fn sentence(fault: &SheetFault) -> String {
    let sentence = super::sheet::sentence(fault);
    format!("{} {}", sentence.message, sentence.help)
}

fn script(script: &Script, seen: Option<(&str, &str)>) -> String {
    let (place, text) = seen.unwrap_or_default();
    match script {
        Script::Marked(name) => format!("{name}, durch die Kennung am Anfang (BOM)"),
        Script::Utf8 => "UTF-8".to_owned(),
        Script::Ascii => "nur ASCII; jede Kodierung passt".to_owned(),
        Script::Wide(name) => format!("{name}, ohne Kennung am Anfang"),
        Script::Other { .. } => {
            format!("kein UTF-8, zuerst {place}; als windows-1252 liest sich die Zeile: {text}")
        }
        Script::Mixed { .. } => {
            format!("GEMISCHT: ein Teil ist UTF-8, ein anderer nicht, zuerst {place}: {text}")
        }
    }
}

fn no_table(nature: &Nature) -> String {
    match nature {
        Nature::Misnamed(kind) => {
            format!(
                "Die Datei ist kein Text, sondern eine Mappe: ihr einen Namen geben, der auf .{kind} endet."
            )
        }
        Nature::Unread(SheetFault::Several { sheets, .. }) => format!(
            "Mehrere Blätter enthalten etwas: {}. Welches, sagt `--sheet NAME`.",
            ticked(sheets, ", ")
        ),
        Nature::Unread(fault) => sentence(fault),
        Nature::Datev(datev) => format!(
            "Die Datei enthält {}, keine Buchungen. Gebraucht wird der Export des Buchungsstapels.",
            datev.name
        ),
        Nature::Nothing | Nature::Text | Nature::Sheet { .. } => {
            "Die Datei ist leer; es gibt nichts zu lesen.".to_owned()
        }
    }
}

/// What the cells of a column look like.
pub(in crate::words) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Empty => "leer",
        Kind::Amount => "Beträge",
        Kind::Whole => "ganze Zahlen",
        Kind::Date => "Datum",
        Kind::Text => "Text",
        Kind::Mixed => "gemischt",
    }
}
