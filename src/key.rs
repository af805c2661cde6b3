//! Keys become shares: what part of a segment's cost each participant bears, and why.
//!
//! In: the rules, and a segment with its participants. Out: a [`Proof`] whose shares sum to exactly one, with
//! the values, rows and intermediate keys it came from; or every reason why there are none. It knows no amounts.

use crate::agreement::{KeyId, Method, PartnerId};
use crate::apportion::largest_remainder;
use crate::finding::{Finding, KeyFault};
use crate::fraction::{Fraction, Quantity, quantity, ratio, shares, whole};
use crate::money::Money;
use crate::period::{Span, Year};
use crate::rules::Rules;

mod doubts;
mod driver;
mod rows;

pub use doubts::doubts;
pub use driver::Reading;

/// For what shares are asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// The statement's year.
    pub year: Year,
    /// The segment's days.
    pub span: Span,
    /// Who takes part, in partner order; never empty.
    pub participants: &'a [PartnerId],
}

/// A key's shares, and where they come from.
#[derive(Debug, Clone, PartialEq)]
pub struct Proof {
    /// The key.
    pub key: KeyId,
    /// Per participant, in the order asked; they sum to one.
    pub shares: Vec<Fraction>,
    /// What the shares were taken from.
    pub ground: Ground,
    /// The shares before the agreement's rounding of the key, where it asks for one.
    pub unrounded: Option<Vec<Fraction>>,
}

/// What shares were taken from; lists are per participant, in the order asked.
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
    /// Other keys, each for a percent of the cost.
    Mixed(Vec<(Proof, Quantity)>),
}

impl Ground {
    /// The sum of the values that the shares are in proportion to, where there are values.
    #[must_use]
    pub fn sum(&self) -> Option<Fraction> {
        match self {
            Self::Written(values) => Some(values.iter().map(|value| quantity(*value)).sum()),
            Self::Measured { readings, .. } => Some(readings.iter().map(|reading| &reading.value).sum()),
            Self::Equal | Self::Mixed(_) => None,
        }
    }
}

/// The shares of a key.
///
/// ```
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
/// let both: Vec<_> = rules.agreement.partner_ids().collect();
/// let question = Question { rules: &rules, year, span: year.span(), participants: &both };
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
    Ok(match decimals {
        None => Proof { key, shares: exact, ground, unrounded: None },
        Some(decimals) => Proof { key, shares: rounded(&exact, decimals), ground, unrounded: Some(exact) },
    })
}

/// Percents with so many decimals, by largest remainder, so that they still sum to 100 (design 3.1).
fn rounded(exact: &[Fraction], decimals: u32) -> Vec<Fraction> {
    let hundred = 100 * 10_i128.pow(decimals);
    let parts = largest_remainder(Money::cents(hundred), exact, Money::CENT);
    parts.into_iter().map(|part| ratio(part.amount.in_cents(), hundred)).collect()
}

fn ground(question: &Question<'_>, key: KeyId) -> Result<(Ground, Vec<Fraction>), Vec<Finding>> {
    match &question.rules.agreement.key(key).method {
        Method::Equal => Ok((Ground::Equal, vec![whole(1); question.participants.len()])),
        Method::Percent(table) => written(question, key, table, "percent"),
        Method::Weights(table) => written(question, key, table, "weights"),
        Method::Driver { driver, measure, place } => {
            let read = driver::Measurement { question, driver, measure: *measure, place: *place };
            read.readings().map(|(span, readings)| {
                let weights = readings.iter().map(|reading| reading.value.clone()).collect();
                (Ground::Measured { driver: driver.clone(), span, readings }, weights)
            })
        }
        Method::Mix(parts) => mixed(question, parts),
    }
}

fn written(
    question: &Question<'_>,
    key: KeyId,
    table: &[(PartnerId, Quantity)],
    name: &'static str,
) -> Result<(Ground, Vec<Fraction>), Vec<Finding>> {
    let agreement = &question.rules.agreement;
    let mut values = Vec::new();
    let mut findings = Vec::new();
    for participant in question.participants {
        if let Some((_, value)) = table.iter().find(|(partner, _)| partner == participant) {
            values.push(*value);
        } else {
            let partner = agreement.partner(*participant).id.clone();
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

fn mixed(
    question: &Question<'_>,
    parts: &[(KeyId, Quantity)],
) -> Result<(Ground, Vec<Fraction>), Vec<Finding>> {
    let mut weights = vec![whole(0); question.participants.len()];
    let mut proofs = Vec::new();
    let mut findings = Vec::new();
    for (key, percent) in parts {
        match prove(question, *key) {
            Ok(proof) => {
                for (weight, share) in weights.iter_mut().zip(&proof.shares) {
                    *weight += share * quantity(*percent);
                }
                proofs.push((proof, *percent));
            }
            Err(faults) => findings.extend(faults),
        }
    }
    if findings.is_empty() { Ok((Ground::Mixed(proofs), weights)) } else { Err(findings) }
}

/// Written weights of zero for all who take part. (A driver's zeros are told with the driver.)
fn all_zero(question: &Question<'_>, key: KeyId) -> Finding {
    let key = question.rules.agreement.key(key);
    let fault = KeyFault::AllZero { key: key.id.clone(), span: question.span };
    Finding::at(key.place, fault).in_year(question.year)
}
