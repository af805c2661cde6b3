//! German: sealed years (`Festschreibung`).
//!
//! In: what was sealed, or what differs from a seal. Out: sentences, with the next step wherever there is one.

use crate::agreement::Language::De;
use crate::money::Money;
use crate::period::Year;
use crate::seal::{Difference, Kind, Verified};
use crate::words::format::{amount as euro, count, printable};
use crate::words::lists;
use crate::words::seal::{self as words, Checked, SealNotice, Sealed};

/// What was moved out of a sealed year, on the statement of the year into which it was moved.
pub(in crate::words) fn moved(year: Year, rows: u64, amount: Money) -> String {
    let euro = euro(amount, De);
    if rows == 1 {
        return format!(
            "1 Buchung reicht mit ihrem Leistungszeitraum in das festgeschriebene Jahr {year}, kam aber erst nach der \
             Festschreibung; ihr Anteil daran ({euro}) zählt in diesem Jahr."
        );
    }
    format!(
        "{} Buchungen reichen mit ihrem Leistungszeitraum in das festgeschriebene Jahr {year}, kamen aber erst nach der \
         Festschreibung; ihre Anteile daran ({euro}) zählen in diesem Jahr.",
        count(rows, De)
    )
}

/// Why nothing is sealed or checked.
pub(in crate::words) fn notice(notice: &SealNotice) -> String {
    match notice {
        SealNotice::Already { dir, year } => format!(
            "{} gibt es schon; eine Festschreibung wird nie überschrieben.\nHilfe: Ob sie noch stimmt, sagt {} --year {year}; \
             was sich seither geändert hat, gehört als Berichtigung in das nächste offene Jahr.",
            words::home(dir, *year).display(),
            words::typed("verify", dir)
        ),
        SealNotice::Inside(path) => format!(
            "{} läge in einer Festschreibung; dort kommt nichts dazu und wird nichts ersetzt.\nHilfe: Nennen Sie eine Datei \
             in einem anderen Ordner.",
            path.display()
        ),
        SealNotice::Beside(names) => {
            format!("Nicht geprüft, da es keine Jahre sind: {}, in sealed/.", lists::names(names, De))
        }
        SealNotice::None { dir } => {
            format!(
                "Hier ist kein Jahr festgeschrieben.\nHilfe: Ein Jahr schreiben Sie fest mit {} --year JAHR; geprüft wird vom Ordner aus, \
                 in dem `sealed` liegt.",
                words::typed("seal", dir)
            )
        }
        SealNotice::NotSealed { year, years } => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            format!("{year} ist nicht festgeschrieben; festgeschrieben: {}.", years.join(", "))
        }
    }
}

/// What was sealed, and how anybody can check it.
pub(in crate::words) fn sealed(sealed: &Sealed<'_>) -> String {
    let Sealed { agreement, dir, year, written } = sealed;
    let (path, fingerprint) = (words::home(dir, *year), &written.fingerprint);
    format!(
        "Festgeschrieben: {} ({} Dateien und SHA256SUMS)\n\
         Fingerabdruck: {fingerprint}\n\n\
         Für die Niederschrift:\n  \
         Die Abrechnung {year} ({}) ist festgeschrieben.\n  \
         SHA-256 der Datei SHA256SUMS: {fingerprint}\n\n\
         So lässt sich das prüfen:\n  \
         (cd {} && sha256sum -c SHA256SUMS && sha256sum SHA256SUMS)\n  \
         {} --year {year}",
        path.display(),
        written.files,
        printable(agreement),
        words::quoted(&path),
        words::typed("verify", dir),
    )
}

/// What was found of a seal.
pub(in crate::words) fn checked(checked: &Checked<'_>) -> String {
    let found = checked.found;
    let mut lines = vec![if found.differences.is_empty() { unchanged(found) } else { changed(checked) }];
    lines.extend(words::shown(checked).into_iter().map(|told| format!("  {}", difference(checked, told))));
    if let Some(fingerprint) = &found.fingerprint {
        lines.push(format!("  Fingerabdruck (SHA-256 von SHA256SUMS): {fingerprint}"));
    }
    if found.differences.is_empty() {
        lines.push("  Vergleichen Sie ihn mit dem in der Niederschrift: Wer Dateien und SHA256SUMS zugleich ändert, fällt nur so auf.".to_owned());
    }
    lines.join("\n")
}

fn unchanged(found: &Verified) -> String {
    let (year, files) = (found.year, found.files);
    let rows = match &found.record {
        Some(record) if record.rows.count == 1 => "1 Buchung".to_owned(),
        Some(record) => format!("{} Buchungen", count(record.rows.count, De)),
        None => "die Buchungen".to_owned(),
    };
    match found.other_version() {
        None => format!(
            "{year}: unverändert. {files} Dateien wie in SHA256SUMS; aus den festgeschriebenen Eingaben ({rows}) ergibt \
             sich dieselbe Abrechnung, Byte für Byte."
        ),
        Some(version) => format!(
            "{year}: die Werte sind unverändert. {files} Dateien wie in SHA256SUMS; aus den festgeschriebenen Eingaben ({rows}) \
             ergeben sich dieselben Beträge.\n  {}",
            other(version)
        ),
    }
}

fn other(version: &str) -> String {
    format!(
        "Festgeschrieben von umlage {}, nachgerechnet von {}: Verglichen wurden die Werte von statement.json und \
         seal.json; Text, CSV und Regeln nur mit SHA256SUMS.",
        printable(version),
        env!("CARGO_PKG_VERSION")
    )
}

fn changed(checked: &Checked<'_>) -> String {
    let (found, hidden) = (checked.found, checked.found.differences.len() - words::shown(checked).len());
    let head = match found.differences.len() {
        1 => format!("{}: 1 Abweichung.", found.year),
        several => format!("{}: {several} Abweichungen.", found.year),
    };
    let head = match hidden {
        0 => head,
        _ => format!("{head} Die erste ist genannt; alle zeigt --all."),
    };
    match found.other_version() {
        None => head,
        Some(version) => format!("{head}\n  {}", other(version)),
    }
}

fn difference(checked: &Checked<'_>, difference: &Difference) -> String {
    let (place, (sealed, computed)) = (words::place(checked, difference), words::pair(difference));
    let nothing = || "nichts".to_owned();
    let (old, new) = (sealed.unwrap_or_else(nothing), computed.clone().unwrap_or_else(nothing));
    match difference.kind {
        Kind::Changed => format!(
            "{place}: verändert.\n    SHA-256 festgeschrieben: {old}\n    SHA-256 jetzt:           {new}"
        ),
        Kind::Missing => format!("{place}: fehlt."),
        Kind::Added => format!("{place}: kam dazu; SHA256SUMS nennt die Datei nicht."),
        Kind::AddedFolder => format!("{place}: leerer Ordner, kam dazu."),
        Kind::AddedOther => {
            format!("{place}: kam dazu und ist keine gewöhnliche Datei (zum Beispiel eine Verknüpfung).")
        }
        Kind::Foreign => {
            format!("{place}: gehört nicht in diese Festschreibung, obwohl SHA256SUMS die Datei nennt.")
        }
        Kind::Value => format!(
            "{place}: {}\n    festgeschrieben: {old}\n    neu gerechnet:   {new}",
            printable(difference.path.as_deref().unwrap_or_default())
        ),
        Kind::Line if old == new => format!(
            "{place}: man sieht den Unterschied nicht: Zeilenende, Leerzeichen oder ein Zeichen, das nichts zeigt.\n    {old}"
        ),
        Kind::Line => {
            format!("{place}: andere Zeile.\n    festgeschrieben: {old}\n    neu gerechnet:   {new}")
        }
        Kind::OtherSeal => format!("{place}: nicht dieselbe Datei wie in der Festschreibung jenes Jahres."),
        Kind::Broken => format!("{place}: kein JSON, wie eine Festschreibung es enthält."),
        Kind::Inputs => match computed {
            Some(why) => {
                format!("{place}: Aus den festgeschriebenen Eingaben ergibt sich keine Abrechnung. {why}")
            }
            None => format!(
                "{place}: Aus den festgeschriebenen Eingaben ergibt sich keine Abrechnung dieses Jahres."
            ),
        },
    }
}
