//! German sentences for [`TableFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::finding::TableFault;
use crate::finding::table::Named;
use crate::words::Sentence;
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &TableFault) -> Sentence {
    match fault {
        TableFault::FileNotSupported { file } => file_not_supported(file),
        TableFault::ReceiverNotSupported { cell } => receiver_not_supported(cell),
        TableFault::Empty { column } => {
            Sentence::new(format!("In dieser Zeile fehlt `{}`.", column.german), "Füllen Sie die Zelle aus.")
        }
        TableFault::Unknown { what, cell, nearest } => unknown(*what, cell, nearest.as_deref()),
        TableFault::Word { column, cell, allowed } => {
            let words = ticked(allowed.iter().map(|(german, _)| german), ", ");
            Sentence::new(
                format!("`{cell}` ist kein Wert für `{}`.", column.german),
                format!("Möglich sind {words}."),
            )
        }
        TableFault::Reversed => Sentence::new(
            "Der Zeitraum endet, bevor er beginnt.",
            "Vertauschen oder berichtigen Sie `von` und `bis`.",
        ),
        TableFault::Duplicate { driver, receiver } => duplicate(driver, receiver),
        TableFault::Negative { cell } => Sentence::new(
            format!("`{cell}` ist negativ; Kosten ohne Kooperation sind es nie."),
            "Schreiben Sie den Betrag ohne Minus.",
        ),
        TableFault::Life { one_off: false, .. } => Sentence::new(
            "Nur einmalige Kosten haben eine Laufzeit in Monaten.",
            "Leeren Sie die Zelle, oder schreiben Sie `einmalig` in die Spalte `art`.",
        ),
        TableFault::Life { cell, one_off: true } => Sentence::new(
            format!("`{cell}` ist keine Laufzeit."),
            "Schreiben Sie ganze Monate ab 1, zum Beispiel `60`.",
        ),
        TableFault::SamePartner { partner } => Sentence::new(
            format!("`{partner}` hat diesen Abschlag an sich selbst gezahlt."),
            "Berichtigen Sie `von` oder `an`.",
        ),
        TableFault::NoSource { rows } => no_source(*rows),
        TableFault::NoPart { partner, service } => no_part(partner, service),
        TableFault::OneOffEnd => Sentence::new(
            "Einmalige Kosten haben kein Ende; `bis` hat hier keine Wirkung.",
            "Leeren Sie die Zelle; über wie viele Monate sich die Kosten verteilen, sagt `laufzeit_monate`.",
        ),
        TableFault::RowTwice => Sentence::new(
            "Diese Zeile steht schon einmal in der Datei, Zelle für Zelle gleich; beide zählen.",
            "Löschen Sie eine der beiden Zeilen, falls sie dasselbe meinen.",
        ),
    }
}

fn no_source(rows: usize) -> Sentence {
    let message = if rows == 1 {
        "In einer Zeile fehlt, woher die Zahl stammt.".to_owned()
    } else {
        format!("In {rows} Zeilen fehlt, woher die Zahl stammt; dies ist die erste.")
    };
    Sentence::new(
        message,
        "Nennen Sie den Beleg in der Spalte `quelle`; er steht als Nachweis in der Abrechnung.",
    )
}

fn unknown(what: Named, cell: &str, nearest: Option<&str>) -> Sentence {
    let (message, whose) = match what {
        Named::Partner => (format!("Einen Partner `{cell}` gibt es nicht."), "eines Partners"),
        Named::Service => (format!("Eine Leistung `{cell}` gibt es nicht."), "einer Leistung"),
    };
    let help = nearest.map_or_else(
        || format!("Schreiben Sie die Kennung oder den vollen Namen {whose} aus umlage.toml."),
        |name| format!("Meinten Sie `{name}`?"),
    );
    Sentence::new(message, help)
}

fn file_not_supported(file: &str) -> Sentence {
    Sentence::new(
        format!("`{file}` wird von dieser Fassung noch nicht unterstützt."),
        "Nehmen Sie die Datei aus dem Ordner, bis sie unterstützt wird; ihre Angaben fehlen dann in der Abrechnung.",
    )
}

fn duplicate(driver: &str, receiver: &str) -> Sentence {
    Sentence::new(
        format!("Die Bezugsgröße `{driver}` hat für `{receiver}` und denselben Zeitraum schon einen Wert."),
        "Löschen Sie eine der beiden Zeilen.",
    )
}

fn no_part(partner: &str, service: &str) -> Sentence {
    Sentence::new(
        format!("`{partner}` nimmt an der Leistung `{service}` nicht teil; die Zeile zählt nicht."),
        format!(
            "Berichtigen Sie die Zeile, oder nehmen Sie `{partner}` in [services.{service}] unter `partners` auf."
        ),
    )
}

fn receiver_not_supported(cell: &str) -> Sentence {
    Sentence::new(
        format!(
            "`{cell}` ist kein Partner; Leistungen und `own:` als Empfänger werden noch nicht unterstützt."
        ),
        "Nehmen Sie die Zeile heraus, oder nennen Sie einen Partner.",
    )
}
