//! Keys become shares: what part of a cost each receiver bears, and why.
//!
//! In: the rules, and a span of time with its receivers: the participants of a segment, or the services and own
//! shares that an internal service is charged to. Out: a [`Proof`] whose shares sum to exactly one, with the values,
//! rows and intermediate keys it came from, or a [`Plan`] where the key gives no shares; or every reason why there
//! is none. It knows no amounts but the primary cost that a key may go by.

use std::collections::BTreeMap;

use num_traits::Zero;

use crate::agreement::{KeyId, Method, Receiver, ServiceId};
use crate::apportion::largest_remainder;
use crate::finding::{CostFault, Finding, KeyFault};
use crate::fraction::{Fraction, Quantity, exact, quantity, ratio, shares, whole};
use crate::money::Money;
use crate::period::{Span, Year};
use crate::rules::Rules;

mod doubts;
mod driver;
mod plan;
mod receivers;
mod rows;

pub use doubts::{doubts, doubts_of_units};
pub use driver::Reading;
pub use plan::{Bearer, Plan, PlannedPrice, PlannedStep, plan};
pub use receivers::named;

/// For what shares are asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// The statement's year.
    pub year: Year,
    /// The days: a segment's, or the year's.
    pub span: Span,
    /// Who receives, in order; never empty.
    pub receivers: &'a [Receiver],
    /// The internal service that is charged on, with the primary cost of the services; none: a segment.
    pub charging: Option<Charging<'a>>,
}

/// What is asked beyond a segment's shares where an internal service is charged on.
#[derive(Debug, Clone, Copy)]
pub struct Charging<'a> {
    /// The internal service.
    pub service: ServiceId,
    /// The primary cost of every service that lives in the year.
    pub primary: &'a BTreeMap<ServiceId, Money>,
}

/// A key's shares, and where they come from.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// The key.
    pub key: KeyId,
    /// Who receives, in order.
    pub receivers: Vec<Receiver>,
    /// Per receiver; they sum to one.
    pub shares: Vec<Fraction>,
    /// What the shares were taken from.
    pub ground: Ground,
    /// The shares before the agreement's rounding of the key, where it asks for one.
    pub unrounded: Option<Vec<Fraction>>,
}

/// What shares were taken from; lists are per receiver, in the order of the proof.
#[derive(Debug, Clone, PartialEq)]
pub enum Ground {
    /// Nothing: all the same.
    Equal,
    /// Percents or weights written in the agreement.
    Written(Vec<Quantity>),
    /// Measured values.
    Measured {
        /// What was measured.
        driver: String,
        /// The day or the days that count.
        span: Span,
        /// The values.
        readings: Vec<Reading>,
    },
    /// The receivers' primary cost.
    Primary(Vec<Money>),
    /// Other keys, each for a percent of the cost; each with the receivers that it names.
    Mixed(Vec<(Proof, Quantity)>),
}

impl Ground {
    /// The sum of the values that the shares are in proportion to, where there are values.
    #[must_use]
    pub fn sum(&self) -> Option<Fraction> {
        match self {
            Self::Written(values) => Some(values.iter().map(|value| quantity(*value)).sum()),
            Self::Measured { readings, .. } => Some(readings.iter().map(|reading| &reading.value).sum()),
            Self::Equal | Self::Primary(_) | Self::Mixed(_) => None,
        }
    }
}

impl Proof {
    /// The share of a receiver; none where the key names it not.
    #[must_use]
    pub fn share_of(&self, receiver: Receiver) -> Option<&Fraction> {
        let index = self.receivers.iter().position(|known| *known == receiver)?;
        self.shares.get(index)
    }
}

/// The shares of a key.
///
/// ```
/// use umlage::agreement::Receiver;
/// use umlage::finding::Findings;
/// use umlage::fraction::ratio;
/// use umlage::key::{Question, prove};
/// use umlage::period::Year;
/// # use umlage::{folder::Folder, rules::Rules};
/// # let mut folder = Folder::open("data/init/en".as_ref())?;
/// # let rules = Rules::read(&mut folder, &mut Findings::all())?.expect("the template has no errors");
///
/// // Of the cases of 2024 the city had 4,120, the district 2,890.
/// let year = Year::new(2024).expect("a year that a ledger can have");
/// let cases = rules.agreement.services[0].keys[0].key;
/// let both: Vec<_> = rules.agreement.partner_ids().map(Receiver::Partner).collect();
/// let question = Question { rules: &rules, year, span: year.span(), receivers: &both, charging: None };
/// let proof = prove(&question, cases).expect("both have cases");
/// assert_eq!(proof.shares, [ratio(4120, 7010), ratio(2890, 7010)]);
///
/// // For 2023 nobody has: that is a fault of each, never a zero.
/// let earlier = year.back(1);
/// let question = Question { year: earlier, span: earlier.span(), ..question };
/// let findings = prove(&question, cases).expect_err("there are no rows of 2023");
/// assert_eq!(findings.iter().map(|finding| finding.fault.code().to_string()).collect::<Vec<_>>(), ["U505", "U505"]);
/// # Ok::<(), umlage::error::Error>(())
/// ```
///
/// # Errors
/// Every reason why there are none, each concerning the question's year.
pub fn prove(question: &Question<'_>, key: KeyId) -> Result<Proof, Vec<Finding>> {
    let (ground, weights) = ground(question, key).map_err(|findings| {
        findings.into_iter().map(|finding| finding.in_year(question.year)).collect::<Vec<_>>()
    })?;
    let Some(exact) = shares(&weights) else { return Err(vec![all_zero(question, key)]) };
    let decimals = question.rules.agreement.key(key).percent_decimals;
    let receivers = question.receivers.to_vec();
    Ok(match decimals {
        None => Proof { key, receivers, shares: exact, ground, unrounded: None },
        Some(decimals) => {
            Proof { key, receivers, shares: rounded(&exact, decimals), ground, unrounded: Some(exact) }
        }
    })
}

/// Percents with so many decimals, by largest remainder, so that they still sum to 100 (design 3.1).
fn rounded(exact: &[Fraction], decimals: u32) -> Vec<Fraction> {
    let hundred = 100 * 10_i128.pow(decimals);
    let parts = largest_remainder(Money::cents(hundred), exact, Money::CENT);
    parts.into_iter().map(|part| ratio(part.amount.in_cents(), hundred)).collect()
}

type Grounded = Result<(Ground, Vec<Fraction>), Vec<Finding>>;

fn ground(question: &Question<'_>, key: KeyId) -> Grounded {
    match &question.rules.agreement.key(key).method {
        Method::Equal => Ok((Ground::Equal, vec![whole(1); question.receivers.len()])),
        Method::Percent(table) => written(question, key, table, "percent"),
        Method::Weights(table) => written(question, key, table, "weights"),
        Method::Driver { driver, measure, place } => {
            let read =
                driver::Measurement { question, driver, measure: *measure, movable: true, place: *place };
            read.readings().map(|(span, readings)| {
                let weights = readings.iter().map(|reading| reading.value.clone()).collect();
                (Ground::Measured { driver: driver.clone(), span, readings }, weights)
            })
        }
        Method::Mix(parts) => mixed(question, parts),
        Method::PrimaryCost => by_primary_cost(question, key),
        // The reader refuses these where shares are needed; planned, they never come here.
        Method::Steps(_) | Method::Price { .. } => Err(Vec::new()),
    }
}

fn written(
    question: &Question<'_>,
    key: KeyId,
    table: &[(Receiver, Quantity)],
    name: &'static str,
) -> Grounded {
    let agreement = &question.rules.agreement;
    let mut values = Vec::new();
    let mut findings = Vec::new();
    for receiver in question.receivers {
        if let Some((_, value)) = table.iter().find(|(named, _)| named == receiver) {
            values.push(*value);
        } else {
            let partner = agreement.receiver_id(*receiver);
            let fault = KeyFault::NoValue { key: agreement.key(key).id.clone(), partner, table: name };
            findings.push(Finding::at(agreement.key(key).place, fault));
        }
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    let weights = values.iter().map(|value| quantity(*value)).collect();
    Ok((Ground::Written(values), weights))
}

/// Each part is asked for the receivers that it names; in a segment these are all.
fn mixed(question: &Question<'_>, parts: &[(KeyId, Quantity)]) -> Grounded {
    let mut weights = vec![whole(0); question.receivers.len()];
    let mut proofs = Vec::new();
    let mut faults = Vec::new();
    for (key, percent) in parts {
        let receivers = receivers::of_part(question, *key);
        if receivers.is_empty() {
            // The method leaves this part nobody: the others are renormalised.
            continue;
        }
        match prove(&Question { receivers: &receivers, ..*question }, *key) {
            Ok(proof) => {
                for (weight, receiver) in weights.iter_mut().zip(question.receivers) {
                    *weight +=
                        proof.share_of(*receiver).cloned().unwrap_or_else(Zero::zero) * quantity(*percent);
                }
                proofs.push((proof, *percent));
            }
            Err(found) => faults.push(found),
        }
    }
    if faults.is_empty() { Ok((Ground::Mixed(proofs), weights)) } else { Err(faults.concat()) }
}

/// The receivers' primary cost: postings and derived cost, before anything is charged on.
fn by_primary_cost(question: &Question<'_>, key: KeyId) -> Grounded {
    let agreement = &question.rules.agreement;
    let cost = |receiver: &Receiver| match (receiver, question.charging) {
        (Receiver::Service(service), Some(charging)) => charging.primary.get(service).copied(),
        _ => None,
    };
    let costs: Vec<Money> =
        question.receivers.iter().map(|receiver| cost(receiver).unwrap_or_default()).collect();
    let below = question.receivers.iter().zip(&costs).filter(|(_, cost)| cost.is_negative());
    let fault = |(receiver, cost): (&Receiver, &Money)| {
        let (key, receiver) = (agreement.key(key), agreement.receiver_id(*receiver));
        Finding::at(
            key.place,
            CostFault::NegativePrimary { key: key.id.clone(), receiver, year: question.year, amount: *cost },
        )
    };
    let faults: Vec<Finding> = below.map(fault).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let weights = costs.iter().map(|cost| exact(*cost)).collect();
    Ok((Ground::Primary(costs), weights))
}

/// Written weights, or primary costs, of zero for all who receive. (A driver's zeros are told with the driver.)
fn all_zero(question: &Question<'_>, key: KeyId) -> Finding {
    let key = question.rules.agreement.key(key);
    let fault = KeyFault::AllZero { key: key.id.clone(), span: question.span };
    Finding::at(key.place, fault).in_year(question.year)
}
