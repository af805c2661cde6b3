//! The words of the views beside the statement in German.
//!
//! In: what is to be named or said. Out: its words. One exhaustive match for each kind of word.

use crate::agreement::Language::De;
use crate::agreement::Secondary;
use crate::money::Money;
use crate::savings::years::Payback;
use crate::words::format;
use crate::words::lists::joined;
use crate::words::views::{ViewLabel, ViewPhrase, ViewTitle};

/// The caption of a table.
pub(in crate::words) fn title(title: ViewTitle) -> &'static str {
    match title {
        ViewTitle::PartCosts => "1 Ergebnis",
        ViewTitle::PartYears => "1 Ergebnis je Jahr",
        ViewTitle::PartServices => "2 Leistungen",
        ViewTitle::PartOneOff => "3 Einmalige Kosten",
        ViewTitle::PartGrades => "4 Belege",
        ViewTitle::Costs => "Kosten je Partner",
        ViewTitle::Years => "Vermiedene Doppelausgaben je Jahr",
        ViewTitle::Services => "Je Leistung und Jahr",
        ViewTitle::Net => "Netto je Jahr, verglichen mit der bisherigen Einsparung",
        ViewTitle::Grades => "Wie die Kosten ohne Kooperation belegt sind",
        ViewTitle::OneOff => "Einmalige Kosten und was bis dahin gespart ist",
        ViewTitle::Bars => "Netto vermieden",
    }
}

/// The heading of a column.
pub(in crate::words) fn label(label: ViewLabel) -> &'static str {
    match label {
        ViewLabel::Year => "Jahr",
        ViewLabel::Now => "Jetzt",
        ViewLabel::Then => "Dann",
        ViewLabel::Difference => "Differenz",
        ViewLabel::Percent => "in %",
        ViewLabel::OfBaseline => "in % von bisher",
        ViewLabel::Standalone => "Ohne Kooperation",
        ViewLabel::Joint => "Gemeinsam",
        ViewLabel::Remaining => "Verbleibend",
        ViewLabel::Avoided => "Vermieden",
        ViewLabel::Cumulated => "Aufgelaufen",
        ViewLabel::Unassessed => "Nicht bewertet",
        ViewLabel::Net => "Netto",
        ViewLabel::Baseline => "Bisher",
        ViewLabel::Rate => "in % der Kosten ohne Kooperation",
        ViewLabel::Threshold => "Schwelle erreicht",
        ViewLabel::OneOff => "Einmalige Kosten",
        ViewLabel::OneOffAlone => "Einmalig allein",
        ViewLabel::Result => "Ergebnis",
    }
}

/// A sentence, or words with names and figures in them.
pub(in crate::words) fn view(phrase: &ViewPhrase<'_>) -> String {
    match phrase {
        ViewPhrase::Comparison(year, name) => format!("Vergleich {year} · {name}"),
        ViewPhrase::ComparisonNote => "Kosten je Partner: Anteile, Eigenanteil, Rundung und geschuldete Umsatzsteuer. Die Vereinbarung \
                                       bleibt, wie sie ist; gespeichert wurde nichts."
            .to_owned(),
        ViewPhrase::OtherKey(service, key) => format!("{service} nach „{key}“"),
        ViewPhrase::OtherMethod(method, order) => other_method(*method, order),
        ViewPhrase::Alternative(letter, changes) => format!("{letter}: {changes}"),
        ViewPhrase::NothingChanges(letter) => format!("{letter} ändert für niemanden etwas."),
        ViewPhrase::OwnPart => "davon Eigenanteil".to_owned(),
        ViewPhrase::RoundingPart => "davon Rundung".to_owned(),
        ViewPhrase::VatPart => "davon Umsatzsteuer".to_owned(),
        ViewPhrase::SumChanges => "Die Summe ändert sich nur durch die Umsatzsteuer: Sie kommt auf die Forderungen, und die fallen \
                                   anders aus."
            .to_owned(),
        ViewPhrase::Savings(from, to, name) if from == to => format!("Vermiedene Doppelausgaben {from} · {name}"),
        ViewPhrase::Savings(from, to, name) => format!("Vermiedene Doppelausgaben {from} bis {to} · {name}"),
        ViewPhrase::LeftOut(years) => format!("Ohne Buchungen und deshalb nicht enthalten: {}.", joined(years.iter().map(ToString::to_string), De)),
        ViewPhrase::Payback { total, until, payback } => paid_back(*total, *until, *payback),
        ViewPhrase::NetOfAll(from, to, net) if from == to => {
            format!("Netto vermieden {from}: {}", format::amount(*net, De))
        }
        ViewPhrase::NetOfAll(from, to, net) => {
            format!("Netto vermieden {from} bis {to}: {}", format::amount(*net, De))
        }
        ViewPhrase::OneOffNote => "Einmalige Kosten der Kooperation sind in den gemeinsamen Kosten ihres Jahres enthalten. Einmalige \
                                   Kosten ohne Kooperation, die keine Laufzeit haben, zählen nur hier, im Jahr ihrer Zahlung oder dem ersten danach, in dem ihre Leistung bewertet ist. \
                                   Ergebnis = netto + einmalig allein."
            .to_owned(),
        ViewPhrase::Beside(amount) => format!(
            "Nicht gezählt: einmalige Kosten ohne Kooperation von {}; sie wären vor diesen Jahren angefallen, oder ihre Leistung \
             ist für den Partner in keinem davon bewertet.",
            format::amount(*amount, De)
        ),
        ViewPhrase::NotAssessed(year, services) => format!("{year} nicht bewertet: {}.", services.join(", ")),
        ViewPhrase::Threshold(part) => format!(
            "Schwelle: {} der Kosten ohne Kooperation, verglichen mit dem Netto.",
            format::shortest_percent(part, De)
        ),
        ViewPhrase::BaselineBar => "bisher".to_owned(),
    }
}

fn other_method(method: Secondary, order: &[&str]) -> String {
    let order = if order.is_empty() { String::new() } else { format!(", zuerst {}", order.join(", dann ")) };
    match method {
        Secondary::Direct => "interne Leistungen im Anbauverfahren (direct)".to_owned(),
        Secondary::StepDown => format!("interne Leistungen im Stufenleiterverfahren (step-down){order}"),
        Secondary::Reciprocal => "interne Leistungen im Gleichungsverfahren (reciprocal)".to_owned(),
    }
}

fn paid_back(total: Money, until: Money, payback: Payback) -> String {
    let (total, until) = (format::amount(total, De), format::amount(until, De));
    match payback {
        Payback::Nothing => "Einmalige Kosten der Kooperation gab es in diesen Jahren nicht.".to_owned(),
        Payback::In(year) => format!(
            "Einmalige Kosten ({until} bis Ende {year}, {total} in allen Jahren) sind seit Ende {year} zurückverdient: Obwohl sie \
             schon abgezogen sind, liegt die Summe der Ergebnisse seither nie unter null. Anschaffungen zählen mit ihrer \
             Abschreibung."
        ),
        Payback::Missing(missing) => format!(
            "Einmalige Kosten {total}: noch nicht zurückverdient, es fehlen {}.",
            format::amount(missing, De)
        ),
    }
}
