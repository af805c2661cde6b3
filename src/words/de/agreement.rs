//! German sentences for [`AgreementFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::agreement::Language;
use crate::finding::AgreementFault;
use crate::finding::agreement::Named;
use crate::fraction::Quantity;
use crate::words::Sentence;
use crate::words::format::quantity;
use crate::words::lists::{listed, ticked};

/// The sentence for a fault.
pub(super) fn sentence(fault: &AgreementFault) -> Sentence {
    match fault {
        AgreementFault::TooFew { what, found } => too_few(*what, *found),
        AgreementFault::Unknown { what, key, name, nearest, known } => {
            unknown(*what, key, name, nearest.as_deref(), known)
        }
        AgreementFault::SameName { what, name, other } => same_name(*what, name, other),
        AgreementFault::Methods { key, found } => methods(key, found),
        AgreementFault::Misplaced { key, needs } => misplaced(key, needs),
        AgreementFault::Exclusive { one, other } => Sentence::new(
            format!("`{one}` und `{other}` schließen einander aus."),
            "Löschen Sie einen der beiden Einträge.",
        ),
        AgreementFault::Repeated { key, name } => {
            Sentence::new(format!("`{key}` nennt `{name}` zweimal."), "Löschen Sie die zweite Nennung.")
        }
        AgreementFault::NotHundred { key, sum } => Sentence::new(
            format!("Die Prozentsätze des Schlüssels `{key}` ergeben zusammen {}, nicht 100.", number(*sum)),
            "Berichtigen Sie die Prozentsätze; für Verhältnisse ohne die Summe 100 gibt es `weights`.",
        ),
        AgreementFault::Negative { key, name, value } => Sentence::new(
            format!("Im Schlüssel `{key}` ist `{name}` mit {} negativ.", number(*value)),
            "Tragen Sie 0 oder eine positive Zahl ein.",
        ),
        AgreementFault::NoWeight { key } => Sentence::new(
            format!("Alle Gewichte des Schlüssels `{key}` sind 0; danach lässt sich nichts verteilen."),
            "Tragen Sie für mindestens einen Partner ein Gewicht über 0 ein.",
        ),
        AgreementFault::Loop { keys } => circle(keys),
        AgreementFault::Unordered { from, previous } => Sentence::new(
            format!("Der Schlüssel ab {from} folgt auf einen Schlüssel ab {previous}."),
            "Ordnen Sie `keys` nach `from`, mit jedem Tag nur einmal.",
        ),
        AgreementFault::Before { key, day, other, bound } => Sentence::new(
            format!("`{key}` ({day}) liegt vor `{other}` ({bound})."),
            format!("Berichtigen Sie einen der beiden Tage: `{key}` darf nicht vor `{other}` liegen."),
        ),
        AgreementFault::NoPart { key, partner, service } => Sentence::new(
            format!(
                "`{key}` nennt `{partner}`, aber dieser Partner nimmt an der Leistung `{service}` nicht teil."
            ),
            format!("Nehmen Sie `{partner}` in `partners` der Leistung auf, oder löschen Sie den Eintrag."),
        ),
        AgreementFault::TooDeep { key, deepest, largest } => too_deep(key, *deepest, *largest),
        AgreementFault::Headless { field } => headless(field.as_deref()),
    }
}

/// A setting without effect; beside a waterfall or a price there is nothing that it needs.
fn misplaced(key: &str, needs: &[String]) -> Sentence {
    if needs.is_empty() {
        return Sentence::new(
            format!("`{key}` hat neben `steps` und `price` keine Wirkung."),
            format!("Löschen Sie `{key}`."),
        );
    }
    Sentence::new(
        format!("`{key}` hat hier keine Wirkung; es gilt nur zusammen mit {}.", listed(needs, "oder")),
        format!("Ergänzen Sie {}, oder löschen Sie `{key}`.", listed(needs, "oder")),
    )
}

fn unknown(what: Named, key: &str, name: &str, nearest: Option<&str>, known: &[String]) -> Sentence {
    Sentence::new(
        format!("`{key}` nennt `{name}`, aber es gibt {} mit dieser Kennung.", none(what)),
        match (nearest, known) {
            (Some(near), _) => format!("Gemeint ist wohl `{near}`."),
            (None, []) => format!("Legen Sie die Tabelle {} an.", header(what, name)),
            (None, known) => format!("Es gibt {}.", listed(known, "und")),
        },
    )
}

fn too_few(what: Named, found: usize) -> Sentence {
    let message = match (what, found) {
        (Named::Partner, 0) => "Die Kooperation hat keinen Partner; nötig sind mindestens zwei.",
        (Named::Partner, _) => "Die Kooperation hat nur einen Partner; nötig sind mindestens zwei.",
        (Named::Key, _) => "Die Kooperation hat keinen Verteilungsschlüssel; nötig ist mindestens einer.",
        (Named::Service, _) => "Die Kooperation hat keine Leistung; nötig ist mindestens eine.",
        (Named::CostKind, _) => "Die Kooperation hat keine Kostenart.",
    };
    Sentence::new(message, format!("Legen Sie eine Tabelle {} an.", header(what, "kennung")))
}

fn methods(key: &str, found: &[String]) -> Sentence {
    const WAYS: &str = "`driver`, `equal`, `percent`, `weights`, `by`, `mix`, `steps` oder `price`";
    match found {
        [] => Sentence::new(
            format!("Der Schlüssel `{key}` sagt nicht, wie verteilt wird."),
            format!("Ergänzen Sie genau einen der Einträge {WAYS}."),
        ),
        found => Sentence::new(
            format!("Der Schlüssel `{key}` verteilt auf mehrere Arten: {}.", listed(found, "und")),
            format!("Behalten Sie genau einen der Einträge {WAYS}; mehrere Schlüssel verbindet `mix`."),
        ),
    }
}

fn circle(keys: &[String]) -> Sentence {
    Sentence::new(
        format!("Der Schlüssel enthält sich selbst: {}.", ticked(keys, " → ")),
        "Nehmen Sie in `mix` oder `steps` einen dieser Schlüssel heraus.",
    )
}

fn headless(field: Option<&str>) -> Sentence {
    match field {
        Some(field) => Sentence::new(
            format!("Mit `header = 0` hat die Datei keine Spaltennamen, `{field}` nennt aber einen."),
            format!("Schreiben Sie die Nummer der Spalte, gezählt ab 1: {field} = 1"),
        ),
        None => Sentence::new(
            "Mit `header = 0` hat die Datei keine Spaltennamen, und es ist keine Spalte zugeordnet.",
            "Ordnen Sie die Spalten nach Nummern zu: columns = { date = 1, text = 2, amount = 3 }",
        ),
    }
}

/// The accusative with its "no".
fn none(what: Named) -> &'static str {
    match what {
        Named::Partner => "keinen Partner",
        Named::Key => "keinen Verteilungsschlüssel",
        Named::Service => "keine Leistung",
        Named::CostKind => "keine Kostenart",
    }
}

/// The accusative with its article.
fn the(what: Named) -> &'static str {
    match what {
        Named::Partner => "den Partner",
        Named::Key => "den Verteilungsschlüssel",
        Named::Service => "die Leistung",
        Named::CostKind => "die Kostenart",
    }
}

fn header(what: Named, id: &str) -> String {
    let table = match what {
        Named::Partner => "partners",
        Named::Key => "keys",
        Named::Service => "services",
        Named::CostKind => "cost_kinds",
    };
    format!("`[{table}.{id}]`")
}

/// As people write it: with a comma, without trailing zeros.
fn number(value: Quantity) -> String {
    quantity(value.normalize(), Language::De)
}

fn too_deep(key: &str, deepest: usize, largest: usize) -> Sentence {
    Sentence::new(
        format!(
            "Der Schlüssel `{key}` enthält andere Schlüssel in mehr als {deepest} Ebenen, oder mehr als {largest} Teile."
        ),
        "Fassen Sie Ebenen zusammen: Eine Mischung (`mix`) von Mischungen lässt sich auch als eine Mischung schreiben.",
    )
}

fn same_name(what: Named, name: &str, other: &str) -> Sentence {
    Sentence::new(
        format!("Der Name `{name}` bezeichnet schon {} `{other}`.", the(what)),
        "Geben Sie jedem einen eigenen Namen: In den Dateien muss erkennbar sein, wer oder was gemeint ist.",
    )
}
