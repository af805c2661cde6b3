//! German sentences for [`UseFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::agreement::Language::De;
use crate::finding::UseFault;
use crate::finding::usage::StepPart;
use crate::words::Sentence;
use crate::words::format::quantity;
use crate::words::lists::listed;

/// The sentence for a fault.
pub(super) fn sentence(fault: &UseFault) -> Sentence {
    match fault {
        UseFault::WrongKey { service, key, internal } => wrong_key(service, key, *internal),
        UseFault::NoShareKey { key, part } => Sentence::new(
            format!(
                "`{key}` verwendet den Schlüssel `{part}`; der ergibt aber keine Anteile (`steps` oder `price`)."
            ),
            "Nehmen Sie hier einen Schlüssel, der Anteile ergibt, zum Beispiel nach `driver`, `percent` oder `weights`.",
        ),
        UseFault::BothKinds { key } => Sentence::new(
            format!("Der Schlüssel `{key}` verteilt zugleich auf Partner und auf Leistungen."),
            "Teilen Sie ihn: Interne Leistungen haben einen Schlüssel mit Leistungen und `own:`, alle anderen einen mit Partnern.",
        ),
        UseFault::Step { key, part, found } => step(key, *part, found),
        UseFault::RestLast { key, rest: true } => Sentence::new(
            format!("Im Schlüssel `{key}` folgt auf den Schritt, der den Rest nimmt, noch ein Schritt."),
            "Stellen Sie den Schritt mit `rest = true` an das Ende.",
        ),
        UseFault::RestLast { key, rest: false } => Sentence::new(
            format!(
                "Der letzte Schritt des Schlüssels `{key}` nimmt nicht den Rest; so bliebe etwas unverteilt."
            ),
            "Ergänzen Sie als letzten Schritt: { rest = true, key = \"einwohner\" }",
        ),
        UseFault::OverheadOnUnshared { service, kind } => Sentence::new(
            format!(
                "Der Gemeinkostenzuschlag von `{service}` bezieht sich auf `{kind}`; diese Kostenart wird nie umgelegt."
            ),
            "Nennen Sie unter `on` eine Kostenart, die umlagefähig ist.",
        ),
        UseFault::PriceForOneOff { service, key } => Sentence::new(
            format!(
                "Der Schlüssel `{key}` ist ein Preis je Einheit; für einmalige Kosten von `{service}` zählte er jede Einheit doppelt."
            ),
            "Nennen Sie unter `one_off_key` einen Schlüssel, der Anteile ergibt.",
        ),
        UseFault::SmallPercent { percent, meant } => Sentence::new(
            format!("{} % ist weniger als ein Prozent.", quantity(*percent, De)),
            format!("Falls {} % gemeint sind, schreiben Sie: percent = \"{}\"", quantity(*meant, De), *meant),
        ),
        UseFault::Reserved { id } => Sentence::new(
            format!("`{id}` kann keine Leistung heißen: So heißen in der Abrechnung die Eigenanteile."),
            "Geben Sie der Leistung eine andere Kennung.",
        ),
    }
}

/// A key that names the wrong kind of receivers for its service.
fn wrong_key(service: &str, key: &str, internal: bool) -> Sentence {
    if internal {
        Sentence::new(
            format!(
                "Die interne Leistung `{service}` wird auf Leistungen umgelegt, der Schlüssel `{key}` nennt aber Partner."
            ),
            "Nennen Sie im Schlüssel Leistungen und Eigenanteile: weights = { storage = \"20\", \"own:kreis\" = \"80\" }",
        )
    } else {
        Sentence::new(
            format!("Der Schlüssel `{key}` nennt Leistungen; `{service}` wird aber auf Partner verteilt."),
            "Nehmen Sie einen Schlüssel, der Partner nennt, oder machen Sie die Leistung zu einer internen: internal = true",
        )
    }
}

fn step(key: &str, part: StepPart, found: &[String]) -> Sentence {
    let (what, ways) = match part {
        StepPart::Take => ("wie viel er nimmt", "`above`, `amount`, `percent` oder `rest`"),
        StepPart::To => ("wer ihn trägt", "`to` oder `key`"),
    };
    let message = match found {
        [] => format!("Ein Schritt des Schlüssels `{key}` sagt nicht, {what}."),
        found => {
            format!("Ein Schritt des Schlüssels `{key}` sagt mehrfach, {what}: {}.", listed(found, "und"))
        }
    };
    Sentence::new(message, format!("Schreiben Sie in jeden Schritt genau eines von {ways}."))
}
