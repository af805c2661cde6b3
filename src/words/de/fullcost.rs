//! The words of full cost in German.
//!
//! In: what is to be named or said. Out: its words. One exhaustive match for each kind of word.

use crate::agreement::Language::De;
use crate::agreement::{Of, Secondary, Take};
use crate::fraction::Fraction;
use crate::money::Money;
use crate::words::format;
use crate::words::fullcost::{FullPhrase, Label, Note, Title};

fn euro(amount: Money) -> String {
    format::amount(amount, De)
}

/// The caption of a table.
pub(in crate::words) fn title(title: Title) -> &'static str {
    match title {
        Title::Internal => "Interne Leistungen",
        Title::InternalKinds => "Kosten der internen Leistungen nach Kostenart",
        Title::Charges => "Umlage der internen Leistungen: wer was von wem empfängt",
        Title::ChargesBorne => "Wer die umgelegten Kosten verauslagt hat",
        Title::Assets => "Anlagen",
        Title::AssetYear => "Anlagen im Jahr",
        Title::AssetPlan => "Abschreibungsplan",
        Title::Steps => "Schritte",
        Title::StepSums => "Anteile aus allen Schritten",
        Title::UnitPrice => "Preis je Einheit",
        Title::Rates => "Umsatzsteuer auf die Forderungen, nach Steuersätzen",
        Title::Openings => "Saldovorträge, die in diesem Jahr zählen",
        Title::PartnerCosts => "Kosten je Partner",
        Title::Indexed => "Kosten ohne Kooperation, die den Verbraucherpreisen folgen",
    }
}

/// The heading of a column, or the name of a row.
pub(in crate::words) fn label(label: Label) -> &'static str {
    match label {
        Label::InternalService => "Interne Leistung",
        Label::Postings => "Buchungen",
        Label::Derived => "Abschreibung, Zuschlag",
        Label::Received => "Empfangen",
        Label::Gross => "Umzulegen",
        Label::Receiver => "Empfänger",
        Label::Exact => "Genauer Betrag",
        Label::AtCost => "Zu Selbstkosten",
        Label::Charge => "Umlage",
        Label::Payer => "Verauslagt durch",
        Label::Asset => "Anlage",
        Label::Acquired => "Angeschafft",
        Label::Months => "Monate",
        Label::Residual => "Restwert",
        Label::BookBefore => "Buchwert 01.01.",
        Label::Addition => "Zugang",
        Label::Depreciation => "Abschreibung",
        Label::BookAfter => "Buchwert 31.12.",
        Label::Year => "Jahr",
        Label::Step => "Schritt",
        Label::Takes => "Nimmt",
        Label::Left => "Übrig",
        Label::Bears => "Trägt",
        Label::RowSum => "Summe der Zeilen",
        Label::Vat => "Umsatzsteuer",
        Label::GrossClaim => "Brutto",
        Label::Net => "Netto",
        Label::Rate => "Satz",
        Label::Days => "Zeitraum",
        Label::Opening => "Vortrag",
        Label::Own => "Eigenanteil",
        Label::FromCosts => "Aus Kosten",
        Label::Source => "Quelle",
        Label::Stated => "Laut Tabelle",
        Label::Level => "Preisstand",
        Label::LevelMean => "Index Preisstand",
        Label::YearMean => "Index Jahr",
        Label::AtYear => "Zu Preisen des Jahres",
        Label::OverheadKind => "Gemeinkostenzuschlag",
        Label::ChargeKind => "Interne Leistungen",
        Label::OwnShares => "Eigenanteile",
        Label::AddDerived => "Zuzüglich Abschreibungen und Gemeinkosten",
        Label::LessOwn => "Abzüglich Eigenanteile",
    }
}

/// A sentence that is always the same.
pub(in crate::words) fn note(note: Note) -> &'static str {
    match note {
        Note::ByCalendarYear => {
            "Umgelegt wird je Kalenderjahr nach einem Schlüssel: Eine Leistung, die im Jahr beginnt oder endet, \
                                       trägt ihren vollen Anteil."
        }
        Note::MonthsOfAssets => {
            "Der Monat der Anschaffung zählt als erster. Monate vor oder nach der Laufzeit der Leistung zählen \
                                       im nächstgelegenen Abschnitt."
        }
        Note::TaxNotDecided => {
            "Ob eine Leistung der Umsatzsteuer unterliegt, richtet sich nach § 2b UStG (verbindlich ab 1. Januar 2027); das \
             entscheidet nicht dieses Programm."
        }
        Note::VatIsJoint => {
            "In den gemeinsamen Kosten ist die Umsatzsteuer enthalten, die der Partner schuldet."
        }
    }
}

/// A sentence, or words with names and figures in them.
pub(in crate::words) fn full(phrase: &FullPhrase<'_>) -> String {
    match phrase {
        FullPhrase::Method(method, names) => self::method(*method, names),
        FullPhrase::Bridge { shared, derived, own, cost } => bridge([*shared, *derived, *own, *cost]),
        FullPhrase::Running { total, even, part, share, dated } => {
            running([*total, *share, *dated], *even, part)
        }
        FullPhrase::Overhead { service, percent, kind, base, amount } => format!(
            "Gemeinkosten {service}: {} % von {kind} {} = {}",
            format::quantity(*percent, De),
            euro(*base),
            euro(*amount)
        ),
        FullPhrase::OwnOf(partner) => format!("Eigenanteil {partner}"),
        FullPhrase::Charging(service) => format!("{service} · interne Leistung"),
        FullPhrase::PrimaryCost => "nach den Primärkosten der Empfänger".to_owned(),
        FullPhrase::Steps(count) => format!("stufenweise in {count} Schritten, jeder aus dem, was übrig ist"),
        FullPhrase::Price(driver, unit) => {
            format!("{} Euro je Einheit, gezählt: {driver}", format::quantity(*unit, De))
        }
        FullPhrase::Step(take, limit, divided) => step(*take, *limit, *divided),
        FullPhrase::StepKey(number, key) => format!("Schritt {number}: {key}"),
        FullPhrase::Recovery { recovered, cost, rest } => recovery(*recovered, *cost, rest),
        FullPhrase::RestOfPrice(partner) => format!("{partner} (übriger Betrag)"),
        FullPhrase::FromCosts { own, rounding } => {
            let (own, rounding) =
                (if *own { " + Eigenanteil" } else { "" }, if *rounding { " + Rundung" } else { "" });
            format!("Aus Kosten = Anteil{own}{rounding} - verauslagt")
        }
        FullPhrase::Balance { opening, vat, advances } => format!(
            "Saldo = {}aus Kosten{}{}",
            if *opening { "Vortrag + " } else { "" },
            if *vat { " + Umsatzsteuer" } else { "" },
            if *advances { " - gezahlte Abschläge + erhaltene Abschläge" } else { "" }
        ),
        FullPhrase::IndexSource(source) => format!(
            "Betrag zu Preisen des Jahres = Betrag laut Tabelle × Index im Jahr ÷ Index zum Preisstand (Mittel der Monate, \
             2020 = 100). Quelle: {source}."
        ),
    }
}

fn method(method: Secondary, names: &[&str]) -> String {
    let order = names.join(", ");
    match method {
        Secondary::Direct => "Verfahren: Anbauverfahren (direct). Interne Leistungen werden nur auf Leistungen der Partner und \
                              Eigenanteile umgelegt."
            .to_owned(),
        Secondary::StepDown => format!(
            "Verfahren: Stufenleiterverfahren (step-down) in der Reihenfolge {order}; auf schon umgelegte Leistungen wird nicht \
             zurückverrechnet."
        ),
        Secondary::Reciprocal => "Verfahren: Gleichungsverfahren (reciprocal). Interne Leistungen belasten einander; die Gleichungen \
                                  sind exakt gelöst."
            .to_owned(),
    }
}

fn step(take: Take, limit: Option<Money>, divided: bool) -> String {
    let word = if divided { "im Abschnitt" } else { "gerundet" };
    let part = |year: Money| match limit {
        Some(limit) if limit != year => format!(" ({word} {})", euro(limit)),
        _ => String::new(),
    };
    let percent = |percent| format::quantity(percent, De);
    match take {
        Take::Above(ceiling) => format!("Was über {}{} hinausgeht", euro(ceiling), part(ceiling)),
        Take::Amount(amount) => format!("Sockelbetrag {}{}", euro(amount), part(amount)),
        Take::Percent(share, Of::Total) => format!("{} % der Gesamtkosten", percent(share)),
        Take::Percent(share, Of::Rest) => format!("{} % des Übrigen", percent(share)),
        Take::Rest => "Der Rest".to_owned(),
    }
}

fn recovery(recovered: Money, cost: Money, rest: &str) -> String {
    let difference = recovered - cost;
    let (word, what) = if difference.is_negative() {
        ("Unterdeckung", format!("bleibt bei {rest}"))
    } else if difference.is_zero() {
        return format!("Preis × Mengen = {} deckt die Kosten genau.", euro(recovered));
    } else {
        ("Überdeckung", format!("kommt {rest} zugute"))
    };
    format!(
        "Preis × Mengen = {}; Kosten {}; {word} {}: Sie {what}. Bei Erstattung ohne Gewinn sollte keine Überdeckung bleiben.",
        euro(recovered),
        euro(cost),
        euro(difference.abs())
    )
}

fn bridge([shared, derived, own, cost]: [Money; 4]) -> String {
    format!(
        "Umlagefähig {} + Abschreibungen und Gemeinkosten {} - Eigenanteile {} = Kosten der Leistungen {}",
        euro(shared),
        euro(derived),
        euro(own),
        euro(cost)
    )
}

fn running([total, share, dated]: [Money; 3], even: Money, part: &Fraction) -> String {
    format!(
        "Kosten des Abschnitts {} = {} (gleichmäßig: {} × {}/{}) + {} (nach Datum oder Zeitraum)",
        euro(total),
        euro(share),
        euro(even),
        part.numer(),
        part.denom(),
        euro(dated)
    )
}
