//! The savings over the years in JSON.
//!
//! In: the years. Out: each with its savings and the sums so far, and when one-off cost was earned back.

use serde::Serialize;

use super::savings::SavingsShape;
use super::{Cents, pretty};
use crate::agreement::Agreement;
use crate::money::Money;
use crate::report::Trend;
use crate::savings::years::{Payback, YearSavings, payback, running};
use crate::tables::Grade;

#[derive(Serialize)]
struct TrendShape<'a> {
    schema: &'static str,
    agreement: &'a str,
    years: Vec<YearShape<'a>>,
    left_out: Vec<i16>,
    one_off_beside: Cents,
    payback: PaybackShape,
}

#[derive(Serialize)]
struct YearShape<'a> {
    year: i16,
    savings: SavingsShape<'a>,
    grades: GradesShape,
    one_off: Cents,
    one_off_alone: Cents,
    result: Cents,
    cumulated_avoided: Cents,
    cumulated_result: Cents,
}

#[derive(Serialize)]
struct GradesShape {
    actual: Cents,
    offer: Cents,
    estimate: Cents,
}

#[derive(Serialize)]
struct PaybackShape {
    one_off: Cents,
    year: Option<i16>,
    missing: Option<Cents>,
}

/// The years as JSON, schema `umlage/savings/1`: amounts as strings.
#[must_use]
pub fn trend_json(trend: &Trend<'_>) -> String {
    let avoided = running(&trend.years, |year| year.savings.total().avoided());
    let results = running(&trend.years, YearSavings::result);
    let years = trend.years.iter().zip(avoided.into_iter().zip(results));
    let (year, missing) = match payback(&trend.years) {
        Payback::Nothing => (None, None),
        Payback::In(year) => (Some(year.number()), None),
        Payback::Missing(missing) => (None, Some(Cents(missing))),
    };
    pretty(&TrendShape {
        schema: "umlage/savings/1",
        agreement: &trend.agreement.name,
        years: years.map(|(year, so_far)| YearShape::of(trend.agreement, year, so_far)).collect(),
        one_off_beside: Cents(trend.beside),
        left_out: trend.left_out.iter().map(|year| year.number()).collect(),
        payback: PaybackShape { one_off: Cents(trend.years.iter().map(|y| y.one_off).sum()), year, missing },
    })
}

impl<'a> YearShape<'a> {
    fn of(agreement: &'a Agreement, year: &'a YearSavings, (avoided, result): (Money, Money)) -> Self {
        let total = year.savings.total();
        let grade = |grade| Cents(total.grades.get(&grade).copied().unwrap_or_default());
        Self {
            year: year.year.number(),
            savings: SavingsShape::of(agreement, &year.savings),
            grades: GradesShape {
                actual: grade(Grade::Actual),
                offer: grade(Grade::Offer),
                estimate: grade(Grade::Estimate),
            },
            one_off: Cents(year.one_off),
            one_off_alone: Cents(year.one_off_alone),
            result: Cents(year.result()),
            cumulated_avoided: Cents(avoided),
            cumulated_result: Cents(result),
        }
    }
}
