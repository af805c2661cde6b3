//! The words of full cost in German.
//!
//! In: what is to be named or said. Out: its words. One exhaustive match for each kind of word.

use crate::agreement::Language::De;
use crate::agreement::{Of, Secondary, Take};
use crate::fraction::Fraction;
use crate::money::Money;
use crate::tables::StandaloneKind;
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
        Title::StandaloneRows => "Kosten ohne Kooperation, Zeile für Zeile",
        Title::StandaloneSources => "Worauf diese Zeilen beruhen",
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
        Label::Rounding => "Rundung",
        Label::Vat => "Umsatzsteuer",
        Label::GrossClaim => "Brutto",
        Label::Net => "Netto",
        Label::Rate => "Satz",
        Label::Days => "Zeitraum",
        Label::Opening => "Vortrag",
        Label::Own => "Eigenanteil",
        Label::FromCosts => "Aus Kosten",
        Label::Source => "Quelle",
        Label::Number => "Nr.",
        Label::StandaloneKind => "Art",
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
        Note::StandaloneRows => {
            "Laufende und verbleibende Beträge gelten für ein ganzes Jahr; sie zählen für den Zeitraum, in dem Zeile und Teilnahme \
             bestehen. Einmalige verteilen sich gleichmäßig auf ihre Laufzeit, vom Monat des Tages an."
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
        FullPhrase::SegmentStep(segment, number) => format!("{segment} · Schritt {number}"),
        FullPhrase::StepKey(number, key) => format!("Schritt {number}: {key}"),
        FullPhrase::Recovery { recovered, cost, rest, all_counted } => {
            recovery(*recovered, *cost, rest, *all_counted)
        }
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
        FullPhrase::StandaloneKind(kind) => standalone(*kind),
        FullPhrase::IndexSource(source) => format!(
            "Betrag zu Preisen des Jahres = Betrag laut Tabelle × Index im Jahr ÷ Index zum Preisstand (Mittel der Monate, \
             2020 = 100). Quelle: {source}."
        ),
    }
}

fn standalone(kind: StandaloneKind) -> String {
    match kind {
        StandaloneKind::Running => "laufend".to_owned(),
        StandaloneKind::Remaining => "verbleibend".to_owned(),
        StandaloneKind::OneOff { life_months: None } => "einmalig".to_owned(),
        StandaloneKind::OneOff { life_months: Some(months) } => format!("einmalig, {months} Monate"),
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

fn recovery(recovered: Money, cost: Money, rest: &str, all_counted: bool) -> String {
    let difference = recovered - cost;
    let uncounted = if all_counted {
        String::new()
    } else {
        format!(" Die eigenen Mengen von {rest} stehen nicht in drivers.csv und sind nicht mitgezählt.")
    };
    let sentence = if difference.is_zero() {
        format!("Preis × Mengen = {} deckt die Kosten genau.", euro(recovered))
    } else if difference.is_negative() {
        format!(
            "Preis × Mengen = {}; Kosten {}; Unterdeckung {}: So viel mehr, als der Preis einbringt, trägt {rest}.",
            euro(recovered),
            euro(cost),
            euro(difference.abs())
        )
    } else {
        format!(
            "Preis × Mengen = {}; Kosten {}; Überdeckung {}: Sie kommt {rest} zugute. Bei Erstattung ohne Gewinn sollte keine \
             bleiben.",
            euro(recovered),
            euro(cost),
            euro(difference)
        )
    };
    sentence + &uncounted
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
