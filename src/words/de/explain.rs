//! German: the steps of an explanation.
//!
//! In: what a step is. Out: its words. One exhaustive match for each area of steps.

use num_traits::One;

use crate::agreement::Language::De;
use crate::agreement::{Receiver, Residual};
use crate::claims::ClaimFor;
use crate::cost::Origin;
use crate::explain::{
    Answer, BalancePart, ChargeStep, CostStep, FlowPart, KeyStep, LISTED, LineStep, Row, What,
};
use crate::period::Span;
use crate::words::explain::{ExplainNote, Names};
use crate::words::format;
use crate::words::fullcost::{FullPhrase, full};

/// A step.
pub(in crate::words) fn step(what: &What, names: Names<'_>) -> String {
    match what {
        What::Answer(what) => answer(what, names),
        What::Cost(what) => cost(what, names),
        What::Line(what) => line(what, names),
        What::Key(what) => key(what, names),
        What::Charge(what) => charge(what, names),
    }
}

/// The head's sentences.
pub(in crate::words) fn note(note: ExplainNote) -> &'static str {
    match note {
        ExplainNote::Title => "Erklärung",
        ExplainNote::HowToRead => {
            "Zeilen mit + und - ergeben zusammen die Zeile darüber; Zeilen mit · begründen sie. Jeder Betrag lässt sich mit \
             dem Bleistift nachrechnen."
        }
        ExplainNote::ByMonth => {
            "Mehr als 12 Buchungen einer Kostenzeile sind nach Monaten summiert, mehr als 12 Zeilen einer Bezugsgröße gezählt; --all zeigt alle Zeilen."
        }
        ExplainNote::Plus => "plus",
        ExplainNote::Minus => "minus",
        ExplainNote::Beside => "Grund",
        ExplainNote::Level => "Ebene",
        ExplainNote::Sign => "zählt",
        ExplainNote::Step => "Schritt",
    }
}

fn span(span: Span) -> String {
    format::span(span, De)
}

fn receiver(receiver: Receiver, names: Names<'_>) -> String {
    names.receiver(receiver, "Eigenanteil")
}

fn answer(what: &Answer, names: Names<'_>) -> String {
    match what {
        Answer::Question(Some(service)) => format!("{} · {}", names.service(*service), names.mine()),
        Answer::Question(None) => format!("Saldo · {}", names.mine()),
        Answer::Owes(service) => {
            format!("{}: Anteil abzüglich verauslagt (positiv: schuldet)", names.service(*service))
        }
        Answer::Balance => format!("Saldo {} (positiv: schuldet)", names.mine()),
        Answer::Part(part) => balance(*part).to_owned(),
        Answer::Claims(ClaimFor::Own) => "Forderungen für Eigenanteile".to_owned(),
        Answer::Claims(ClaimFor::Service(_)) => "Forderungen daraus".to_owned(),
        Answer::Claim(from, to) => format!("{} schuldet {}", names.partner(*from), names.partner(*to)),
        Answer::VatOn(of, from, to) => {
            let of = match of {
                ClaimFor::Own => "Eigenanteile",
                ClaimFor::Service(service) => names.service(*service),
            };
            format!("{of}: {} schuldet {} Umsatzsteuer", names.partner(*from), names.partner(*to))
        }
        Answer::Vat(days, net, percent) => {
            let (days, net) = (span(*days), names.euro(*net));
            format!("{} % Umsatzsteuer auf {net}, {days}", format::quantity(*percent, De))
        }
        Answer::Opening(from, to, source) => {
            format!("{} schuldet {} von früher: {source}", names.partner(*from), names.partner(*to))
        }
        Answer::Advance(day, from, to, text) => {
            let day = format::date(*day, De);
            format!("{day}: {} an {}: {text}", names.partner(*from), names.partner(*to))
        }
        Answer::Payments => "Zahlungen, die den Saldo ausgleichen".to_owned(),
        Answer::Flow(part, from, to) => flow(*part, names.partner(*from), names.partner(*to)),
        Answer::Transfer(from, to) => format!("{} zahlt an {}", names.partner(*from), names.partner(*to)),
    }
}

fn flow(part: FlowPart, from: &str, to: &str) -> String {
    let what = match part {
        FlowPart::Claims => "Forderungen",
        FlowPart::Vat => "Umsatzsteuer",
        FlowPart::Opening => "von früher",
        FlowPart::Advanced => return format!("{from} hat {to} vorausgezahlt"),
    };
    format!("{from} schuldet {to}: {what}")
}

fn balance(part: BalancePart) -> &'static str {
    match part {
        BalancePart::Opening => "Saldovorträge",
        BalancePart::Allocated => "Anteile an den Leistungen",
        BalancePart::Own => "Eigenanteile an internen Leistungen",
        BalancePart::Rounding => "Rundung als Betreiber",
        BalancePart::Borne => "verauslagt",
        BalancePart::Vat => "Umsatzsteuer auf Forderungen",
        BalancePart::AdvancesPaid => "gezahlte Abschläge",
        BalancePart::AdvancesReceived => "erhaltene Abschläge",
    }
}

fn cost(what: &CostStep, names: Names<'_>) -> String {
    match what {
        CostStep::Costs(service) => format!("Kosten der Leistung {}", names.service(*service)),
        CostStep::Cost { origin, one_off, span: days, payer, asset } => {
            let origin = match origin {
                Origin::Postings(None) => "Buchungen".to_owned(),
                Origin::Postings(Some(kind)) => format!("Buchungen {}", names.agreement.kind(*kind).name),
                Origin::Depreciation => "Abschreibung".to_owned(),
                Origin::Overhead => "Gemeinkostenzuschlag".to_owned(),
                Origin::Charge => "Umlage interner Leistungen".to_owned(),
            };
            let asset = asset.as_ref().map(|asset| format!(" {asset}")).unwrap_or_default();
            let once = if *one_off { ", einmalig" } else { "" };
            let days = days.map(|days| format!(", {}", span(days))).unwrap_or_default();
            format!("{origin}{asset}{once}{days}, verauslagt durch {}", names.partner(*payer))
        }
        CostStep::Posting(row) => posting(row, names),
        CostStep::Month(month, 1) => format!("{:02}.{}: 1 Buchung", month.1, month.0),
        CostStep::Month(month, rows) => {
            format!("{:02}.{}: {} Buchungen", month.1, month.0, format::count(*rows, De))
        }
        CostStep::Asset(asset) => {
            let [before, after] = asset.written_off.map(|amount| names.euro(amount));
            format!(
                "{}, angeschafft am {}: {} auf {} Monate; abgeschrieben bis zum Ende des Vorjahres {before}, bis zum Jahresende {after}",
                asset.name,
                format::date(asset.acquired, De),
                names.euro(asset.amount),
                asset.life_months
            )
        }
        CostStep::Overhead(percent, kind) => {
            format!("Grundlage: {} % der Buchungen {kind}", format::quantity(*percent, De))
        }
        CostStep::Borne(service) => format!("verauslagt für {}", names.service(*service)),
    }
}

fn posting(row: &Row, names: Names<'_>) -> String {
    let mut parts = vec![format::date(row.date, De)];
    let cells = [("Beleg", &row.voucher), ("Konto", &row.account), ("", &row.vendor), ("", &row.text)];
    let filled = cells.into_iter().filter(|(_, cell)| !cell.is_empty());
    parts.extend(filled.map(|(name, cell)| format!("{name} {cell}").trim_start().to_owned()));
    parts.extend(row.fiscal_year.map(|year| format!("Haushaltsjahr {year}")));
    parts.extend(row.moved.map(|year| format!("gehört zu {year}, festgeschrieben ohne sie")));
    if let Some((whole, period)) = row.spread {
        parts.push(format!("Teil von {} für {}", names.euro(whole), span(period)));
    }
    parts.join(", ")
}

fn line(what: &LineStep, names: Names<'_>) -> String {
    match what {
        LineStep::Allocated(service) => format!("Anteil an {}", names.service(*service)),
        LineStep::NoPart => "nimmt in diesem Jahr an der Leistung nicht teil".to_owned(),
        LineStep::Line(days, one_off, key) => {
            let once = if *one_off { ", einmalige Kosten" } else { "" };
            format!("{}{once}, Schlüssel {}", span(*days), names.agreement.key(*key).name)
        }
        LineStep::LineCost => "Kosten des Abschnitts".to_owned(),
        LineStep::Even => "alles, was gleichmäßig in das Jahr fällt".to_owned(),
        LineStep::Evenly(part, of, _) if part.is_one() => {
            format!("gleichmäßig über das Jahr verteilt: {}", names.euro(*of))
        }
        LineStep::Evenly(part, of, exact) => format!(
            "gleichmäßig über das Jahr verteilt: {} × {} = {}, auf den Cent nach größtem Rest",
            names.euro(*of),
            names.factor(part),
            names.exact(exact)
        ),
        LineStep::Cut(amount, share, exact) => format!(
            "{} × {} = {}, abgeschnitten",
            names.euro(*amount),
            names.factor(share),
            names.exact(exact)
        ),
        LineStep::CutExact(exact) => format!("{}, auf den Cent abgeschnitten", names.exact(exact)),
        LineStep::Residual(rule) => residual(*rule, names),
        LineStep::ResidualOfLast => {
            "Rundungscent: der letzte Empfänger nimmt, was jedem Zahler bleibt".to_owned()
        }
        LineStep::Remainder(to, exact) => {
            format!("{}: genau {}", receiver(*to, names), names.exact_to_tell(exact))
        }
        LineStep::Step { number, take, limit, took, left, alone } => {
            let takes = full(&FullPhrase::Step(*take, *limit, true), De);
            let alone =
                alone.map(|partner| format!(", allein {}", names.partner(partner))).unwrap_or_default();
            let (took, left) = (names.euro(*took), names.euro(*left));
            format!("Stufe {number}: {takes}: nimmt {took}, lässt {left}{alone}; davon Anteil")
        }
        LineStep::CutUnits(units, price, exact) => format!(
            "{} × {} = {}, abgeschnitten",
            format::number(units, De),
            format::quantity(*price, De),
            names.exact(exact)
        ),
        LineStep::Units(partner) => format!("was {} nach Einheiten zahlt", names.partner(*partner)),
        LineStep::Rounding(service) => {
            format!("Rundungsdifferenz von {}: sie bleibt beim Betreiber", names.service(*service))
        }
    }
}

fn residual(rule: Residual, names: Names<'_>) -> String {
    match rule {
        Residual::LargestRemainder => {
            "Rundungscent: die größten Reste erhalten ihn, gleiche der Reihe nach".to_owned()
        }
        Residual::To(partner) => {
            format!("Rundungscent: was übrig bleibt, trägt {}", names.partner(partner))
        }
        Residual::None => "kaufmännische Rundung, jeder für sich".to_owned(),
    }
}

fn key(what: &KeyStep, names: Names<'_>) -> String {
    match what {
        KeyStep::Key(key) => format!("Anteil nach {}", names.agreement.key(*key).name),
        KeyStep::Named(key) => format!("Schlüssel {}", names.agreement.key(*key).name),
        KeyStep::Clause(basis) => format!("Regelung: {basis}"),
        KeyStep::Equal(count) => format!("zu gleichen Teilen auf {count}"),
        KeyStep::Values => "Summe".to_owned(),
        KeyStep::Primary(to) => format!("{}: Primärkosten", receiver(*to, names)),
        KeyStep::Measured(driver, days) => format!("{driver}, {}: Summe", span(*days)),
        KeyStep::Reading(to, 1, _) => receiver(*to, names),
        KeyStep::Reading(to, rows, true) => format!("{}: Mittel von {rows} Zeilen", receiver(*to, names)),
        KeyStep::Reading(to, rows, false) if *rows > LISTED => {
            format!("{}: Summe von {rows} Zeilen", receiver(*to, names))
        }
        KeyStep::Written(to) | KeyStep::Reading(to, ..) => receiver(*to, names),
        KeyStep::DriverRow(days, source) if source.is_empty() => span(*days),
        KeyStep::DriverRow(days, source) => format!("{}: {source}", span(*days)),
        KeyStep::Mixed(percent, key) => {
            format!("zu {} % nach {}", format::quantity(*percent, De), names.agreement.key(*key).name)
        }
        KeyStep::Unrounded(decimals) => {
            format!("vor der Rundung auf {decimals} Nachkommastellen eines Prozents")
        }
    }
}

fn charge(what: &ChargeStep, names: Names<'_>) -> String {
    match what {
        ChargeStep::Equations => {
            "Interne Leistungen: brutto = eigene Kosten + was andere ihnen berechnen".to_owned()
        }
        ChargeStep::Gross(service, terms) => {
            let own = format!("eigene Kosten {}", names.service(*service));
            let term = |(share, from): &(_, _)| format!("{share} × {} brutto", names.service(*from));
            let sum: Vec<String> = [own].into_iter().chain(terms.iter().map(term)).collect();
            format!("{} brutto = {}", names.service(*service), sum.join(" + "))
        }
        ChargeStep::GrossOf(..) => {
            format!("davon mit Zahlungen von {}, nach denselben Anteilen", names.mine())
        }
        ChargeStep::OwnCost(service) => format!("eigene Kosten {}", names.service(*service)),
        ChargeStep::Charged(service, share, gross) => {
            format!("von {}: {} × {}", names.service(*service), names.exact(gross), names.factor(share))
        }
        ChargeStep::ChargedBy(service, key) => {
            format!("{} wird verteilt nach {}", names.service(*service), names.agreement.key(*key).name)
        }
        ChargeStep::ChargedTo(to, share, gross) => {
            format!("an {}: {} × {}", receiver(*to, names), names.exact(gross), names.factor(share))
        }
        ChargeStep::Charge(to) => format!("Umlage interner Leistungen an {}", receiver(*to, names)),
        ChargeStep::Exactly => "genau".to_owned(),
        ChargeStep::ChargeBorne(to) => {
            format!("Umlage interner Leistungen an {}, aus eigenen Zahlungen", receiver(*to, names))
        }
        ChargeStep::ChargedOf(service, share, gross) => format!(
            "aus {}: davon selbst bezahlt {} × {}",
            names.service(*service),
            names.exact(gross),
            names.factor(share)
        ),
    }
}
