//! German sentences for [`CostFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences that address the reader
//! with `Sie`; the match is exhaustive, names from the files stand in back-ticks.

use crate::agreement::Language::De;
use crate::agreement::Secondary;
use crate::finding::CostFault;
use crate::period::Year;
use crate::words::Sentence;
use crate::words::format::{amount as euro, date};
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &CostFault) -> Sentence {
    match fault {
        CostFault::NoReceiver { service, secondary, year } => no_receiver(service, *secondary, *year),
        CostFault::Loop { services } => Sentence::new(
            format!(
                "Diese internen Leistungen belasten nur einander, nichts davon kommt bei anderen an: {}.",
                ticked(services, " → ")
            ),
            "Nennen Sie im Schlüssel mindestens einer von ihnen eine Leistung, die auf Partner verteilt wird, oder einen \
             Eigenanteil (`own:`).",
        ),
        CostFault::KeyChange { service, from } => Sentence::new(
            format!(
                "Der Schlüssel der internen Leistung `{service}` wechselt am {} mitten im Jahr.",
                date(*from, De)
            ),
            "Interne Leistungen werden je Kalenderjahr nach einem Schlüssel umgelegt: Lassen Sie ihn am 1. Januar wechseln.",
        ),
        CostFault::NegativePrimary { key, receiver, year, amount } => Sentence::new(
            format!(
                "Nach Primärkosten (`{key}`) lässt sich {year} nicht umlegen: Die von `{receiver}` sind negativ ({}).",
                euro(*amount, De)
            ),
            "Nehmen Sie für dieses Jahr einen Schlüssel mit `weights` oder `driver`.",
        ),
        CostFault::NoIndex { year, series: (first, last) } => Sentence::new(
            format!(
                "Für {year} gibt es keinen Jahreswert der Verbraucherpreise; die mitgelieferten reichen von {first} bis {last}."
            ),
            format!(
                "Lassen Sie die Zeile nur in diesen Jahren gelten, also längstens bis 31.12.{last}, und schreiben Sie für andere Jahre \
                 eine eigene ohne Preisindex."
            ),
        ),
        CostFault::IdleAsset { asset, service, year, amount, left } => Sentence::new(
            format!(
                "Die Anlage `{asset}` wird {year} abgeschrieben ({}), aber die Leistung `{service}` gibt es dann nicht; \
                 Restbuchwert vor dieser Abschreibung: {}.",
                euro(*amount, De),
                euro(*left, De)
            ),
            "Diese Abschreibung trägt niemand mit. Ordnen Sie die Anlage einer anderen Leistung zu, oder regeln Sie den \
             Restwert gesondert.",
        ),
    }
}

fn no_receiver(service: &str, secondary: Secondary, year: Year) -> Sentence {
    let message = format!(
        "Die interne Leistung `{service}` hat {year} Kosten, aber keinen Empfänger, der sie tragen kann."
    );
    let help = match secondary {
        Secondary::Direct => {
            "Mit secondary = \"direct\" empfangen nur Leistungen, die auf Partner verteilt werden und in dem Jahr bestehen, und \
             Eigenanteile. Nennen Sie solche im Schlüssel, oder wählen Sie \"step-down\" oder \"reciprocal\"."
        }
        Secondary::StepDown => {
            "Empfangen kann nur, was in dem Jahr besteht; mit secondary = \"step-down\" interne Leistungen nur von denen, die in \
             umlage.toml vor ihnen stehen. Ergänzen Sie Empfänger, stellen Sie die Leistung weiter nach vorn, oder wählen Sie \"reciprocal\"."
        }
        Secondary::Reciprocal => {
            "Nennen Sie im Schlüssel Leistungen, die in diesem Jahr bestehen, oder Eigenanteile (`own:`); `secondary` ist \
             \"reciprocal\"."
        }
    };
    Sentence::new(message, help)
}
