//! How a segment's cost is to be divided: by shares, step by step, or at a price per unit.
//!
//! In: a question and a service's key. Out: a [`Plan`], which holds everything that dividing needs but the amount, or
//! every reason why there is none. Whom a waterfall or a price names must take part (design 4.8).

use num_bigint::BigInt;

use super::{Proof, Question, Reading, driver, prove};
use crate::agreement::{KeyId, Measure, Method, Over, PartnerId, Receiver, Step, Take, Target};
use crate::finding::{Finding, KeyFault};
use crate::fraction::{Quantity, quantity, whole};
use crate::period::Span;

/// How a segment's cost is to be divided.
#[derive(Debug, Clone, PartialEq)]
pub enum Plan {
    /// By shares.
    Shares(Proof),
    /// Step by step, each from what is left.
    Steps(Vec<PlannedStep>),
    /// At a price per unit.
    Price(PlannedPrice),
}

/// A price per unit, with everybody's units.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedPrice {
    /// What is counted.
    pub driver: String,
    /// On which days.
    pub span: Span,
    /// Euro per unit.
    pub unit: Quantity,
    /// Per participant, its units; none only for `rest`.
    pub readings: Vec<Option<Reading>>,
    /// The index of who takes what the others leave.
    pub rest: usize,
}

/// A step of a waterfall, with whom it goes to.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedStep {
    /// What it takes; euro amounts are a year's.
    pub take: Take,
    /// Who bears it.
    pub bearer: Bearer,
}

/// Who bears a step.
#[derive(Debug, Clone, PartialEq)]
pub enum Bearer {
    /// The participant of this index, alone.
    Alone(usize),
    /// All participants, by shares.
    Shared(Proof),
}

impl Plan {
    /// The proofs of all share keys in it.
    pub fn proofs(&self) -> impl Iterator<Item = &Proof> {
        let (one, steps) = match self {
            Self::Shares(proof) => (Some(proof), &[][..]),
            Self::Steps(steps) => (None, steps.as_slice()),
            Self::Price(_) => (None, &[][..]),
        };
        let shared = steps.iter().filter_map(|step| match &step.bearer {
            Bearer::Shared(proof) => Some(proof),
            Bearer::Alone(_) => None,
        });
        one.into_iter().chain(shared)
    }
}

/// The plan of a segment by a service's key.
///
/// # Errors
/// Every reason why there is none, each concerning the question's year.
pub fn plan(question: &Question<'_>, key: KeyId) -> Result<Plan, Vec<Finding>> {
    let planned = match &question.rules.agreement.key(key).method {
        Method::Steps(steps) => planned_steps(question, key, steps),
        Method::Price { driver, unit, rest, place } => {
            let measure = Measure::Sum(Over::Segment);
            let measurement =
                driver::Measurement { question, driver, measure, movable: false, place: *place };
            let rest_at = index(question, key, *rest);
            let read = measurement.units(Receiver::Partner(*rest));
            both(rest_at, read).and_then(|(rest, (span, readings))| {
                let (driver, unit) = (driver.clone(), *unit);
                let price = PlannedPrice { driver, span, unit, readings, rest };
                possible(question, key, &price).map(|()| Plan::Price(price))
            })
        }
        _ => prove(question, key).map(Plan::Shares),
    };
    planned.map_err(|findings| findings.into_iter().map(|finding| finding.in_year(question.year)).collect())
}

fn planned_steps(question: &Question<'_>, key: KeyId, steps: &[Step]) -> Result<Plan, Vec<Finding>> {
    let mut planned = Vec::new();
    let mut faults = Vec::new();
    for step in steps {
        let bearer = match step.to {
            Target::Partner(partner) => index(question, key, partner).map(Bearer::Alone),
            Target::Key(shared) => prove(question, shared).map(Bearer::Shared),
        };
        match bearer {
            Ok(bearer) => planned.push(PlannedStep { take: step.take, bearer }),
            Err(found) => faults.push(found),
        }
    }
    if faults.is_empty() { Ok(Plan::Steps(planned)) } else { Err(faults.concat()) }
}

/// What units cost must be an amount that a file could hold too.
fn possible(question: &Question<'_>, key: KeyId, price: &PlannedPrice) -> Result<(), Vec<Finding>> {
    let most = whole(BigInt::from(10).pow(15));
    let cost = |reading: &Reading| &reading.value * quantity(price.unit);
    let beyond = question
        .receivers
        .iter()
        .zip(&price.readings)
        .filter(|(_, reading)| reading.as_ref().is_some_and(|reading| cost(reading) >= most));
    let agreement = &question.rules.agreement;
    let fault = |(receiver, _): (&Receiver, _)| {
        let (key, partner) = (agreement.key(key), agreement.receiver_id(*receiver));
        Finding::at(key.place, KeyFault::TooMuch { key: key.id.clone(), partner })
    };
    let faults: Vec<Finding> = beyond.map(fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Where a partner that the key names stands among the participants.
fn index(question: &Question<'_>, key: KeyId, partner: PartnerId) -> Result<usize, Vec<Finding>> {
    let agreement = &question.rules.agreement;
    let found = question.receivers.iter().position(|receiver| *receiver == Receiver::Partner(partner));
    found.ok_or_else(|| {
        let key = agreement.key(key);
        let (partner, span) = (agreement.partner(partner).id.clone(), question.span);
        vec![Finding::at(key.place, KeyFault::NotTakingPart { key: key.id.clone(), partner, span })]
    })
}

fn both<A, B>(a: Result<A, Vec<Finding>>, b: Result<B, Vec<Finding>>) -> Result<(A, B), Vec<Finding>> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (a, b) => Err(a.err().into_iter().chain(b.err()).flatten().collect()),
    }
}
