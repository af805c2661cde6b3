//! German sentences for [`TableFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::agreement::Language::De;
use crate::finding::TableFault;
use crate::finding::table::{LevelFault, Named};
use crate::money::Money;
use crate::tables::life::LONGEST;
use crate::words::Sentence;
use crate::words::format::amount;
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &TableFault) -> Sentence {
    match fault {
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
        TableFault::Life { cell, possible } => life(cell, *possible),
        TableFault::SamePartner { partner } => Sentence::new(
            format!("`{partner}` steht hier sich selbst gegenüber."),
            "Berichtigen Sie `von` oder `an`.",
        ),
        TableFault::Level(fault) => level(fault),
        TableFault::Residual { cell, cost } => residual(cell, *cost),
        TableFault::Ambiguous { cell, partner, service } => ambiguous(cell, partner, service),
        TableFault::WrongReceiver { driver, cell, internal } => wrong_receiver(driver, cell, *internal),
        TableFault::NoSource { rows } => no_source(*rows),
        TableFault::NoPart { service, internal: true, .. } => internal(service),
        TableFault::NoPart { partner, service, internal: false } => no_part(partner, service),
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

/// A life that is not one of months, or that the cost cannot have.
fn life(cell: &str, possible: bool) -> Sentence {
    if possible {
        Sentence::new(
            format!("`{cell}` ist keine Laufzeit."),
            format!("Schreiben Sie ganze Monate von 1 bis {LONGEST}, zum Beispiel `60`."),
        )
    } else {
        Sentence::new(
            "Nur einmalige Kosten haben eine Laufzeit in Monaten.",
            "Leeren Sie die Zelle, oder schreiben Sie `einmalig` in die Spalte `art`.",
        )
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
        Named::Receiver => (
            format!(
                "`{cell}` ist weder ein Partner noch eine Leistung noch ein Eigenanteil (`own:<partner>`)."
            ),
            "eines Partners oder einer Leistung",
        ),
    };
    if what == Named::Receiver && nearest.is_none() && cell.contains(':') {
        let help = "Schreiben Sie hinter `own:` die Kennung eines Partners aus umlage.toml.";
        return Sentence::new(message, help);
    }
    let help = nearest.map_or_else(
        || format!("Schreiben Sie die Kennung oder den vollen Namen {whose} aus umlage.toml."),
        |name| format!("Meinten Sie `{name}`?"),
    );
    Sentence::new(message, help)
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

fn level(fault: &LevelFault) -> Sentence {
    match fault {
        LevelFault::Malformed { cell } => Sentence::new(
            format!("`{cell}` ist kein Preisstand."),
            "Schreiben Sie ein Jahr (`2014`) oder einen Monat (`2014-06`).",
        ),
        LevelFault::Missing { level, first, last } => Sentence::new(
            format!(
                "Für den Preisstand {level} hat die Reihe der Verbraucherpreise keinen vollständigen Wert."
            ),
            format!("Sie reicht von {first} bis {last}; nennen Sie ein volles Jahr oder einen Monat daraus."),
        ),
        LevelFault::NoLevel => Sentence::new(
            "Die Zeile folgt einem Preisindex, nennt aber keinen Preisstand.",
            "Schreiben Sie in `preisstand` das Jahr oder den Monat, zu dessen Preisen der Betrag gilt.",
        ),
        LevelFault::NoIndex => Sentence::new(
            "Ein Preisstand ohne Preisindex hat keine Wirkung.",
            "Schreiben Sie `verbraucherpreise` in die Spalte `preisindex`, oder leeren Sie die Zelle.",
        ),
        LevelFault::OneOff => Sentence::new(
            "Einmalige Kosten folgen keinem Preisindex.",
            "Leeren Sie `preisindex` und `preisstand`; der Betrag ist der, der zu zahlen gewesen wäre.",
        ),
    }
}

fn residual(cell: &str, cost: Money) -> Sentence {
    Sentence::new(
        format!(
            "Der Restwert `{cell}` liegt nicht zwischen 0 und den Anschaffungskosten ({}).",
            amount(cost, De)
        ),
        "Berichtigen Sie Restwert oder Kosten; ohne Restwert bleibt die Zelle leer.",
    )
}

fn ambiguous(cell: &str, partner: &str, service: &str) -> Sentence {
    Sentence::new(
        format!("`{cell}` heißen ein Partner und eine Leistung; wer hier empfängt, ist nicht zu erkennen."),
        format!("Schreiben Sie den vollen Namen: `{partner}` (Partner) oder `{service}` (Leistung)."),
    )
}

fn internal(service: &str) -> Sentence {
    Sentence::new(
        format!(
            "`{service}` ist eine interne Leistung, an der kein Partner teilnimmt; die Zeile zählt nicht."
        ),
        "Rechnen Sie den Betrag in die Kosten ohne Kooperation der Leistungen ein, die sie nutzen.",
    )
}

fn wrong_receiver(driver: &str, cell: &str, internal: bool) -> Sentence {
    if internal {
        Sentence::new(
            format!(
                "Nach `{driver}` werden nur interne Leistungen umgelegt; `{cell}` ist aber ein Partner und bekäme nichts."
            ),
            format!(
                "Ist der Eigenanteil gemeint, so schreiben Sie own:{cell}; sonst nehmen Sie die Zeile heraus."
            ),
        )
    } else {
        Sentence::new(
            format!("Nach `{driver}` wird nur auf Partner verteilt; `{cell}` ist keiner und bekäme nichts."),
            "Nennen Sie einen Partner, oder nehmen Sie die Zeile heraus.",
        )
    }
}
