//! German sentences for [`KeyFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::agreement::Language::De;
use crate::finding::KeyFault;
use crate::words::Sentence;
use crate::words::format::span as days;

/// The sentence for a fault.
pub(super) fn sentence(fault: &KeyFault) -> Sentence {
    match fault {
        KeyFault::NoValue { key, partner, table } => Sentence::new(
            format!(
                "Der Schlüssel `{key}` nennt unter `{table}` keinen Wert für `{partner}`, der beteiligt ist."
            ),
            format!(
                "Ergänzen Sie {partner} = \"…\" (\"0\", wenn `{partner}` nichts tragen soll) oder nehmen Sie \
                 `{partner}` in der Leistung aus `partners` heraus."
            ),
        ),
        KeyFault::AllZero { key, span } => Sentence::new(
            format!("Im Schlüssel `{key}` haben für {} alle Beteiligten den Wert null.", days(*span, De)),
            "Geben Sie mindestens einem Beteiligten einen Wert über null.",
        ),
        KeyFault::NoneInForce { service, span } => Sentence::new(
            format!("Für die Leistung `{service}` ist vom {} kein Schlüssel in Kraft.", days(*span, De)),
            format!(
                "Lassen Sie den ersten Eintrag von `keys` früher beginnen: {{ from = {}, key = \"…\" }}.",
                span.from()
            ),
        ),
        KeyFault::NotTakingPart { key, partner, span } => Sentence::new(
            format!(
                "Der Schlüssel `{key}` nennt `{partner}`; im Abschnitt {} nimmt `{partner}` aber nicht teil.",
                days(*span, De)
            ),
            "Nehmen Sie für diese Zeit einen anderen Schlüssel (`keys` mit Tagen), oder lassen Sie den Partner teilnehmen.",
        ),
        KeyFault::TooMuch { key, partner } => Sentence::new(
            format!(
                "Preis mal Menge von `{partner}` ergibt im Schlüssel `{key}` mehr, als ein Betrag haben kann (15 Stellen)."
            ),
            "Prüfen Sie `unit` und die Mengen in drivers.csv.",
        ),
        KeyFault::Nobody { service, span } => Sentence::new(
            format!("An der Leistung `{service}` ist vom {} niemand beteiligt.", days(*span, De)),
            "Prüfen Sie `joined`, `left`, `since` und `until` der Leistung.",
        ),
    }
}
