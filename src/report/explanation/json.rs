//! An explanation in JSON.
//!
//! In: an explanation. Out: the same tree for programs: what each step is, by a name that is the same in every language,
//! its figure as an exact string, how it counts, where it stands.

use serde::Serialize;

use super::Explanation;
use crate::explain::{Answer, ChargeStep, CostStep, Figure, KeyStep, LineStep, Role, Step, What};
use crate::fraction::Fraction;
use crate::report::json::{Cents, Ratio, pretty};
use crate::words::format;

#[derive(Serialize)]
struct ExplanationShape<'a> {
    schema: &'static str,
    agreement: &'a str,
    year: i16,
    partner: &'a str,
    service: Option<&'a str>,
    steps: Vec<StepShape>,
}

#[derive(Serialize)]
struct StepShape {
    step: &'static str,
    text: String,
    counts: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Cents>,
    /// Euro as a fraction, before they are cut to cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<Ratio>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<Ratio>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quantity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepShape>,
}

/// The explanation as JSON.
#[must_use]
pub fn explanation_json(explanation: &Explanation<'_>) -> String {
    let agreement = explanation.agreement();
    let steps = explanation.root.parts.iter().map(|step| shape(explanation, step));
    pretty(&ExplanationShape {
        schema: "umlage/explanation/1",
        agreement: &agreement.name,
        year: explanation.year.number(),
        partner: &agreement.partner(explanation.question.partner).id,
        service: explanation.question.service.map(|service| agreement.service(service).id.as_str()),
        steps: steps.collect(),
    })
}

fn shape(explanation: &Explanation<'_>, step: &Step) -> StepShape {
    let hundred = || Fraction::from_integer(100.into());
    let (mut amount, mut share, mut quantity) = (None, None, None);
    let mut exact = before_cut(&step.what).map(|cents| Ratio(cents / hundred()));
    match &step.figure {
        Figure::None => {}
        Figure::Euro(euro) => amount = Some(Cents(*euro)),
        Figure::Exact(cents) => exact = Some(Ratio(cents / hundred())),
        Figure::Share(part) => share = Some(Ratio(part.clone())),
        Figure::Quantity(value) => quantity = Some(exact_number(value)),
    }
    StepShape {
        step: name(&step.what),
        text: explanation.text(step),
        counts: match step.role {
            Role::Plus => "plus",
            Role::Minus => "minus",
            Role::Beside => "beside",
        },
        amount,
        exact,
        share,
        quantity,
        place: explanation.place(step),
        steps: step.parts.iter().map(|part| shape(explanation, part)).collect(),
    }
}

/// The exact cents that an amount was cut from, or that a residual cent is compared by.
fn before_cut(what: &What) -> Option<&Fraction> {
    match what {
        What::Line(
            LineStep::Cut(.., cents)
            | LineStep::CutUnits(.., cents)
            | LineStep::CutExact(cents)
            | LineStep::Remainder(_, cents),
        ) => Some(cents),
        _ => None,
    }
}

/// `4574`, `2.5`, or, where decimals would not end, `10/3`.
fn exact_number(value: &Fraction) -> String {
    let shown = format::plain_number(value);
    let ends = (value * Fraction::from_integer(1_000_000.into())).is_integer();
    if ends { shown } else { value.to_string() }
}

/// A step's name, the same in every language.
fn name(what: &What) -> &'static str {
    match what {
        What::Answer(what) => answer(what),
        What::Cost(what) => cost(what),
        What::Line(what) => line(what),
        What::Key(what) => key(what),
        What::Charge(what) => charge(what),
    }
}

fn answer(what: &Answer) -> &'static str {
    match what {
        Answer::Question(_) => "question",
        Answer::Owes(_) => "owes",
        Answer::Balance => "balance",
        Answer::Part(_) => "balance-part",
        Answer::Claims(_) => "claims",
        Answer::Claim(..) => "claim",
        Answer::VatOn(..) => "vat-on",
        Answer::Vat(..) => "vat",
        Answer::Opening(..) => "opening",
        Answer::Advance(..) => "advance",
        Answer::Payments => "payments",
        Answer::Transfer(..) => "transfer",
        Answer::Flow(..) => "flow",
    }
}

fn cost(what: &CostStep) -> &'static str {
    match what {
        CostStep::Costs(_) => "costs",
        CostStep::Cost { .. } => "cost",
        CostStep::Posting(_) => "posting",
        CostStep::Month(..) => "month",
        CostStep::Asset(_) => "asset",
        CostStep::Overhead(..) => "overhead-base",
        CostStep::Borne(_) => "borne",
    }
}

fn line(what: &LineStep) -> &'static str {
    match what {
        LineStep::Allocated(_) => "allocated",
        LineStep::NoPart => "no-part",
        LineStep::Line(..) => "line",
        LineStep::LineCost => "line-cost",
        LineStep::Evenly(..) => "evenly",
        LineStep::Even => "even",
        LineStep::Cut(..) | LineStep::CutExact(_) | LineStep::CutUnits(..) => "cut",
        LineStep::Residual(_) | LineStep::ResidualOfLast => "residual",
        LineStep::Remainder(..) => "remainder",
        LineStep::Step { .. } => "step",
        LineStep::Units(_) => "units",
        LineStep::Rounding(_) => "rounding",
    }
}

fn key(what: &KeyStep) -> &'static str {
    match what {
        KeyStep::Key(_) | KeyStep::Named(_) => "key",
        KeyStep::Clause(_) => "clause",
        KeyStep::Equal(_) => "equal",
        KeyStep::Values => "values",
        KeyStep::Written(_) => "written",
        KeyStep::Primary(_) => "primary-cost",
        KeyStep::Measured(..) => "measured",
        KeyStep::Reading(..) => "reading",
        KeyStep::DriverRow(..) => "driver-row",
        KeyStep::Mixed(..) => "mixed",
        KeyStep::Unrounded(_) => "unrounded",
    }
}

fn charge(what: &ChargeStep) -> &'static str {
    match what {
        ChargeStep::Equations => "equations",
        ChargeStep::Gross(..) => "gross",
        ChargeStep::GrossOf(..) => "gross-of",
        ChargeStep::OwnCost(_) => "own-cost",
        ChargeStep::Charged(..) | ChargeStep::ChargedTo(..) => "charged",
        ChargeStep::ChargedBy(..) => "charged-by",
        ChargeStep::Charge(_) => "charge",
        ChargeStep::Exactly => "exactly",
        ChargeStep::ChargeBorne(_) => "charge-borne",
        ChargeStep::ChargedOf(..) => "charged-of",
    }
}
