//! Lines are divided (design 4.8).
//!
//! In: a line with its plan. Out: the line with its parts. Shares follow the agreement's rule for residual cents; steps
//! take from what is left, each amount half-up; a price is half-up for each, and what is left is one partner's.

use super::check::Unallocated;
use super::line::{Division, Line, Slice, StepBearer, StepCost, UnitPrice};
use crate::agreement::{Of, Residual, Rounding, Take};
use crate::apportion::{Part, each_half_up, largest_remainder, rest_to, rounded, rounded_part};
use crate::fraction::{self, Fraction, exact, quantity, whole};
use crate::key::{Bearer, Plan, PlannedPrice, PlannedStep, Proof};
use crate::money::Money;

/// Divides a line.
pub(super) fn line(rounding: Rounding, line: Unallocated) -> Line {
    let case = Case { rounding, line: &line };
    let division = match &line.plan {
        Plan::Shares(proof) => Division::Shares(case.slice(line.total, proof.clone())),
        Plan::Steps(steps) => Division::Steps(case.steps(steps)),
        Plan::Price(price) => Division::Price(case.price(price)),
    };
    let Unallocated { span, one_off, key, participants, total, evenly, dated, part, .. } = line;
    Line { span, one_off, key, participants, total, evenly, dated, part, division }
}

struct Case<'a> {
    rounding: Rounding,
    line: &'a Unallocated,
}

impl Case<'_> {
    /// An amount by shares, with the agreement's rule for residual cents.
    fn slice(&self, amount: Money, proof: Proof) -> Slice {
        let participants = &self.line.participants;
        let taker = |partner| participants.iter().position(|participant| *participant == partner);
        let (shares, unit) = (&proof.shares, self.rounding.unit);
        let (residual, parts) = match self.rounding.residual {
            Residual::None => (Residual::None, each_half_up(amount, shares, unit)),
            Residual::To(partner) if let Some(index) = taker(partner) => {
                (Residual::To(partner), rest_to(index, amount, shares, unit))
            }
            Residual::To(_) | Residual::LargestRemainder => {
                (Residual::LargestRemainder, largest_remainder(amount, shares, unit))
            }
        };
        Slice { proof, residual, parts }
    }

    /// Each step from what the ones before it left. A credit mirrors the cost: its steps take the same of it.
    fn steps(&self, steps: &[PlannedStep]) -> Vec<StepCost> {
        let total = self.line.total.abs();
        let signed = |amount: Money| if self.line.total.is_negative() { -amount } else { amount };
        let mut left = total;
        let mut costs = Vec::new();
        for step in steps {
            let limit = self.limit(step.take);
            let taken = self.taken(step.take, limit, total, left).min(left);
            left -= taken;
            let bearer = match &step.bearer {
                Bearer::Alone(index) => StepBearer::Alone(*index, self.alone(signed(taken))),
                Bearer::Shared(proof) => StepBearer::Shared(self.slice(signed(taken), proof.clone())),
            };
            let (amount, left) = (signed(taken), signed(left));
            costs.push(StepCost { take: step.take, limit, amount, left, bearer });
        }
        costs
    }

    /// What one partner alone bears of a step: all of it, unless each share is rounded for itself.
    fn alone(&self, amount: Money) -> Money {
        match self.rounding.residual {
            Residual::None => rounded(&exact(amount), self.rounding.unit),
            Residual::To(_) | Residual::LargestRemainder => amount,
        }
    }

    /// A year's euro amount in proportion to the segment: a ceiling to the cent, a base amount to the unit.
    fn limit(&self, take: Take) -> Option<Money> {
        let part = |amount: Money, unit| rounded(&(exact(amount) * &self.line.part), unit);
        match take {
            Take::Above(ceiling) => Some(part(ceiling, Money::CENT)),
            Take::Amount(amount) => Some(part(amount, self.rounding.unit)),
            Take::Percent(..) | Take::Rest => None,
        }
    }

    /// What a step would take, were there enough left.
    fn taken(&self, take: Take, limit: Option<Money>, total: Money, left: Money) -> Money {
        let percent =
            |of: Money, percent| rounded(&(exact(of) * fraction::percent(percent)), self.rounding.unit);
        match take {
            Take::Above(_) => limit.map_or(Money::ZERO, |ceiling| (left - ceiling).max(Money::ZERO)),
            Take::Amount(_) => limit.unwrap_or_default(),
            Take::Percent(share, Of::Total) => percent(total, share),
            Take::Percent(share, Of::Rest) => percent(left, share),
            Take::Rest => left,
        }
    }

    /// Each but `rest` pays its units; `rest` takes what that leaves of the cost, or gets what it brings too much.
    fn price(&self, planned: &PlannedPrice) -> UnitPrice {
        let PlannedPrice { driver, span, unit, readings, rest } = planned;
        let cents = |units: &Fraction| units * quantity(*unit) * whole(100);
        let paid = |units: &Fraction| rounded_part(cents(units), self.rounding.unit);
        let mut parts: Vec<Part> = readings
            .iter()
            .map(|reading| paid(&reading.as_ref().map_or_else(|| whole(0), |reading| reading.value.clone())))
            .collect();
        let recovered = parts.iter().map(|part| part.amount).sum();
        let others = recovered - parts[*rest].amount;
        let amount = self.line.total - others;
        parts[*rest] = Part { amount, exact: exact(amount), residual: Money::ZERO };
        UnitPrice {
            driver: driver.clone(),
            span: *span,
            unit: *unit,
            readings: readings.clone(),
            rest: *rest,
            parts,
            recovered,
        }
    }
}
