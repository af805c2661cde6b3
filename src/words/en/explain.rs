//! English: the steps of an explanation.
//!
//! In: what a step is. Out: its words. One exhaustive match for each area of steps.

use num_traits::One;

use crate::agreement::Language::En;
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
        ExplainNote::Title => "Explanation",
        ExplainNote::HowToRead => {
            "Lines with + and - make up the line above them; lines with · say why it is so. Every amount can be checked with a \
             pencil."
        }
        ExplainNote::ByMonth => {
            "More than 12 postings of a cost line are summed by month, more than 12 rows of a driver are counted; --all shows all rows."
        }
        ExplainNote::Plus => "plus",
        ExplainNote::Minus => "minus",
        ExplainNote::Beside => "reason",
        ExplainNote::Level => "Level",
        ExplainNote::Sign => "Counts",
        ExplainNote::Step => "Step",
    }
}

fn span(span: Span) -> String {
    format::span(span, En)
}

fn receiver(receiver: Receiver, names: Names<'_>) -> String {
    names.receiver(receiver, "own share of")
}

fn answer(what: &Answer, names: Names<'_>) -> String {
    match what {
        Answer::Question(Some(service)) => format!("{} · {}", names.service(*service), names.mine()),
        Answer::Question(None) => format!("Balance · {}", names.mine()),
        Answer::Owes(service) => {
            format!("{}: allocated less borne (positive: owes)", names.service(*service))
        }
        Answer::Balance => format!("Balance of {} (positive: owes)", names.mine()),
        Answer::Part(part) => balance(*part).to_owned(),
        Answer::Claims(ClaimFor::Own) => "Claims for own shares".to_owned(),
        Answer::Claims(ClaimFor::Service(_)) => "Claims that come of it".to_owned(),
        Answer::Claim(from, to) => format!("{} owes {}", names.partner(*from), names.partner(*to)),
        Answer::VatOn(of, from, to) => {
            let of = match of {
                ClaimFor::Own => "own shares",
                ClaimFor::Service(service) => names.service(*service),
            };
            format!("{of}: {} owes {} VAT", names.partner(*from), names.partner(*to))
        }
        Answer::Vat(days, net, percent) => {
            let (days, net) = (span(*days), names.euro(*net));
            format!("{} % VAT on {net}, {days}", format::quantity(*percent, En))
        }
        Answer::Opening(from, to, source) => {
            format!("{} owes {} from before: {source}", names.partner(*from), names.partner(*to))
        }
        Answer::Advance(day, from, to, text) => {
            let day = format::date(*day, En);
            format!("{day}: {} to {}: {text}", names.partner(*from), names.partner(*to))
        }
        Answer::Payments => "Payments that bring the balance to zero".to_owned(),
        Answer::Flow(part, from, to) => flow(*part, names.partner(*from), names.partner(*to)),
        Answer::Transfer(from, to) => format!("{} pays {}", names.partner(*from), names.partner(*to)),
    }
}

fn flow(part: FlowPart, from: &str, to: &str) -> String {
    let what = match part {
        FlowPart::Claims => "claims",
        FlowPart::Vat => "VAT",
        FlowPart::Opening => "from before",
        FlowPart::Advanced => return format!("{from} advanced {to}"),
    };
    format!("{from} owes {to}: {what}")
}

fn balance(part: BalancePart) -> &'static str {
    match part {
        BalancePart::Opening => "Balances carried over",
        BalancePart::Allocated => "Allocated for services",
        BalancePart::Own => "Own shares of internal services",
        BalancePart::Rounding => "Rounding, as operator",
        BalancePart::Borne => "borne",
        BalancePart::Vat => "VAT on claims",
        BalancePart::AdvancesPaid => "advances paid",
        BalancePart::AdvancesReceived => "advances received",
    }
}

fn cost(what: &CostStep, names: Names<'_>) -> String {
    match what {
        CostStep::Costs(service) => format!("Cost of the service {}", names.service(*service)),
        CostStep::Cost { origin, one_off, span: days, payer, asset } => {
            let origin = match origin {
                Origin::Postings(None) => "Postings".to_owned(),
                Origin::Postings(Some(kind)) => format!("Postings {}", names.agreement.kind(*kind).name),
                Origin::Depreciation => "Depreciation".to_owned(),
                Origin::Overhead => "Overhead".to_owned(),
                Origin::Charge => "Charges of internal services".to_owned(),
            };
            let asset = asset.as_ref().map(|asset| format!(" {asset}")).unwrap_or_default();
            let once = if *one_off { ", one-off" } else { "" };
            let days = days.map(|days| format!(", {}", span(days))).unwrap_or_default();
            format!("{origin}{asset}{once}{days}, borne by {}", names.partner(*payer))
        }
        CostStep::Posting(row) => posting(row, names),
        CostStep::Month(month, 1) => format!("{}-{:02}: 1 posting", month.0, month.1),
        CostStep::Month(month, rows) => {
            format!("{}-{:02}: {} postings", month.0, month.1, format::count(*rows, En))
        }
        CostStep::Asset(asset) => {
            let [before, after] = asset.written_off.map(|amount| names.euro(amount));
            format!(
                "{}, acquired {}: {} over {} months; written off by the end of the year before {before}, by the year's end {after}",
                asset.name,
                format::date(asset.acquired, En),
                names.euro(asset.amount),
                asset.life_months
            )
        }
        CostStep::Overhead(percent, kind) => {
            format!("base: {} % of the postings {kind}", format::quantity(*percent, En))
        }
        CostStep::Borne(service) => format!("borne for {}", names.service(*service)),
    }
}

fn posting(row: &Row, names: Names<'_>) -> String {
    let mut parts = vec![format::date(row.date, En)];
    let cells = [("voucher", &row.voucher), ("account", &row.account), ("", &row.vendor), ("", &row.text)];
    let filled = cells.into_iter().filter(|(_, cell)| !cell.is_empty());
    parts.extend(filled.map(|(name, cell)| format!("{name} {cell}").trim_start().to_owned()));
    parts.extend(row.fiscal_year.map(|year| format!("fiscal year {year}")));
    parts.extend(row.moved.map(|year| format!("belongs to {year}, sealed without it")));
    if let Some((whole, period)) = row.spread {
        parts.push(format!("part of {} for {}", names.euro(whole), span(period)));
    }
    parts.join(", ")
}

fn line(what: &LineStep, names: Names<'_>) -> String {
    match what {
        LineStep::Allocated(service) => format!("Allocated for {}", names.service(*service)),
        LineStep::NoPart => "takes no part in the service in this year".to_owned(),
        LineStep::Line(days, one_off, key) => {
            let once = if *one_off { ", one-off cost" } else { "" };
            format!("{}{once}, key {}", span(*days), names.agreement.key(*key).name)
        }
        LineStep::LineCost => "Cost of the segment".to_owned(),
        LineStep::Even => "all that falls evenly into the year".to_owned(),
        LineStep::Evenly(part, of, _) if part.is_one() => {
            format!("spread evenly over the year: {}", names.euro(*of))
        }
        LineStep::Evenly(part, of, exact) => format!(
            "spread evenly over the year: {} × {} = {}, to the cent by largest remainder",
            names.euro(*of),
            names.factor(part),
            names.exact(exact)
        ),
        LineStep::Cut(amount, share, exact) => {
            format!("{} × {} = {}, cut off", names.euro(*amount), names.factor(share), names.exact(exact))
        }
        LineStep::CutExact(exact) => format!("{}, cut to the cent", names.exact(exact)),
        LineStep::Residual(rule) => residual(*rule, names),
        LineStep::ResidualOfLast => {
            "Residual cent: the last receiver takes what each payer has left".to_owned()
        }
        LineStep::Remainder(to, exact) => {
            format!("{}: exactly {}", receiver(*to, names), names.exact_to_tell(exact))
        }
        LineStep::Step { number, take, limit, took, left, alone } => {
            let takes = full(&FullPhrase::Step(*take, *limit, true), En);
            let alone =
                alone.map(|partner| format!(", {} alone", names.partner(partner))).unwrap_or_default();
            let (took, left) = (names.euro(*took), names.euro(*left));
            format!("Step {number}: {takes}: takes {took}, leaves {left}{alone}; share of it")
        }
        LineStep::CutUnits(units, price, exact) => format!(
            "{} × {} = {}, cut off",
            format::number(units, En),
            format::quantity(*price, En),
            names.exact(exact)
        ),
        LineStep::Units(partner) => format!("what {} pays for its units", names.partner(*partner)),
        LineStep::Rounding(service) => {
            format!("Rounding difference of {}: it stays with the operator", names.service(*service))
        }
    }
}

fn residual(rule: Residual, names: Names<'_>) -> String {
    match rule {
        Residual::LargestRemainder => {
            "Residual cent: the largest remainders get it, equal ones in order".to_owned()
        }
        Residual::To(partner) => {
            format!("Residual cent: what is left is borne by {}", names.partner(partner))
        }
        Residual::None => "rounded half-up, each for itself".to_owned(),
    }
}

fn key(what: &KeyStep, names: Names<'_>) -> String {
    match what {
        KeyStep::Key(key) => format!("Share by {}", names.agreement.key(*key).name),
        KeyStep::Named(key) => format!("Key {}", names.agreement.key(*key).name),
        KeyStep::Clause(basis) => format!("Clause: {basis}"),
        KeyStep::Equal(count) => format!("equally among {count}"),
        KeyStep::Values => "Sum".to_owned(),
        KeyStep::Primary(to) => format!("{}: primary cost", receiver(*to, names)),
        KeyStep::Measured(driver, days) => format!("{driver}, {}: sum", span(*days)),
        KeyStep::Reading(to, 1, _) => receiver(*to, names),
        KeyStep::Reading(to, rows, true) => format!("{}: mean of {rows} rows", receiver(*to, names)),
        KeyStep::Reading(to, rows, false) if *rows > LISTED => {
            format!("{}: sum of {rows} rows", receiver(*to, names))
        }
        KeyStep::Written(to) | KeyStep::Reading(to, ..) => receiver(*to, names),
        KeyStep::DriverRow(days, source) if source.is_empty() => span(*days),
        KeyStep::DriverRow(days, source) => format!("{}: {source}", span(*days)),
        KeyStep::Mixed(percent, key) => {
            format!("{} % by {}", format::quantity(*percent, En), names.agreement.key(*key).name)
        }
        KeyStep::Unrounded(decimals) => format!("before it is rounded to {decimals} decimals of a percent"),
    }
}

fn charge(what: &ChargeStep, names: Names<'_>) -> String {
    match what {
        ChargeStep::Equations => "Internal services: gross = own cost + what others charge them".to_owned(),
        ChargeStep::Gross(service, terms) => {
            let own = format!("own cost of {}", names.service(*service));
            let term = |(share, from): &(_, _)| format!("{share} × {} gross", names.service(*from));
            let sum: Vec<String> = [own].into_iter().chain(terms.iter().map(term)).collect();
            format!("{} gross = {}", names.service(*service), sum.join(" + "))
        }
        ChargeStep::GrossOf(..) => format!("of it by payments of {}, by the same shares", names.mine()),
        ChargeStep::OwnCost(service) => format!("own cost of {}", names.service(*service)),
        ChargeStep::Charged(service, share, gross) => {
            format!("from {}: {} × {}", names.service(*service), names.exact(gross), names.factor(share))
        }
        ChargeStep::ChargedBy(service, key) => {
            format!("{} is charged on by {}", names.service(*service), names.agreement.key(*key).name)
        }
        ChargeStep::ChargedTo(to, share, gross) => {
            format!("to {}: {} × {}", receiver(*to, names), names.exact(gross), names.factor(share))
        }
        ChargeStep::Charge(to) => format!("Charges of internal services to {}", receiver(*to, names)),
        ChargeStep::Exactly => "exactly".to_owned(),
        ChargeStep::ChargeBorne(to) => {
            format!("Charges of internal services to {}, out of own payments", receiver(*to, names))
        }
        ChargeStep::ChargedOf(service, share, gross) => format!(
            "from {}: what {} paid of its gross cost, {} × {}",
            names.service(*service),
            names.mine(),
            names.exact(gross),
            names.factor(share)
        ),
    }
}
