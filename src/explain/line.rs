//! The partner's part of a line: its cost, its share, and the residual cents.
//!
//! In: a divided [`Line`]. Out: the part as what the share comes to, cut to the unit, and the residual cents that were
//! given to it, with everybody's remainders as the reason.

use num_traits::Zero;

use super::{Case, Figure, LineStep, Step};
use crate::agreement::{PartnerId, Receiver, Residual};
use crate::allocate::{Division, Line, ServiceCost, Slice, StepBearer, StepCost, UnitPrice};
use crate::apportion::Part;
use crate::cost::Timing;
use crate::fraction::{exact, whole};
use crate::money::Money;

impl Case<'_> {
    /// What the partner is allocated for a service.
    pub(super) fn allocated(&self, cost: &ServiceCost) -> Step {
        let lines = cost.lines.iter().filter_map(|line| self.line(cost, line));
        let mut parts: Vec<Step> = lines.map(Step::plus).collect();
        if !cost.allocated.contains_key(&self.partner) {
            parts.push(Step::plain(LineStep::NoPart, Figure::None));
        }
        Step::new(LineStep::Allocated(cost.service), Figure::Euro(cost.allocated_to(self.partner)), parts)
    }

    /// The partner's part of a line, if it takes part in it.
    fn line(&self, cost: &ServiceCost, line: &Line) -> Option<Step> {
        let index = line.participants.iter().position(|partner| *partner == self.partner)?;
        let mut parts = vec![self.line_cost(cost, line)];
        match &line.division {
            Division::Shares(slice) => parts.extend(self.slice(line, slice, line.total, index)),
            Division::Steps(steps) => {
                parts.push(self.named_key(line.key));
                let numbered = (1..).zip(steps);
                parts.extend(numbered.map(|(number, step)| self.step(line, number, step, index).plus()));
            }
            Division::Price(price) if price.rest == index => {
                parts = vec![self.named_key(line.key)];
                parts.extend(self.rest(cost, line, price));
            }
            Division::Price(price) => {
                parts.push(self.named_key(line.key));
                parts.extend(self.units(line, price, index));
            }
        }
        let what = LineStep::Line(line.span, line.one_off, line.key);
        Some(Step::new(what, Figure::Euro(line.part_of(self.partner)?), parts))
    }

    /// What of the service's cost falls to the line.
    fn line_cost(&self, cost: &ServiceCost, line: &Line) -> Step {
        let mut parts = Vec::new();
        if !line.one_off {
            let exact = &line.part * exact(cost.even());
            let what = LineStep::Evenly(line.part.clone(), cost.even(), exact);
            let even = self.even(cost).into_iter().filter(|_| cost.lines.len() > 1).collect();
            parts.push(Step::new(what, Figure::Euro(line.evenly), even).plus());
        }
        parts.extend(line.dated.iter().map(|dated| self.named(cost.service, dated).plus()));
        Step::new(LineStep::LineCost, Figure::Euro(line.total), parts)
    }

    /// What falls evenly into the service's year.
    fn even(&self, cost: &ServiceCost) -> Option<Step> {
        let even = cost.costs.iter().filter(|cost| cost.timing == Timing::Even);
        let parts: Vec<Step> = even.map(|even| self.named(cost.service, even).plus()).collect();
        (!parts.is_empty()).then(|| Step::new(LineStep::Even, Figure::Euro(cost.even()), parts))
    }

    /// The part by shares: key, cut-off amount, residual cents.
    fn slice(&self, line: &Line, slice: &Slice, total: Money, index: usize) -> Vec<Step> {
        let Some(part) = slice.parts.get(index) else { return Vec::new() };
        let share = slice.proof.shares.get(index).cloned().unwrap_or_default();
        let cut = LineStep::Cut(total, share, part.exact.clone());
        let receivers = line.participants.iter().copied().map(Receiver::Partner);
        let mut steps = vec![
            self.key(&slice.proof, Receiver::Partner(self.partner)),
            Step::plain(cut, Figure::Euro(part.cut())).plus(),
        ];
        steps.extend(residual(LineStep::Residual(slice.residual), part, receivers.zip(&slice.parts)));
        steps
    }

    fn step(&self, line: &Line, number: usize, step: &StepCost, index: usize) -> Step {
        let StepCost { take, limit, amount, left, .. } = *step;
        let (alone, mine, parts): (Option<PartnerId>, Money, Vec<Step>) = match &step.bearer {
            StepBearer::Alone(bearer, amount) => {
                let mine = if *bearer == index { *amount } else { Money::ZERO };
                (line.participants.get(*bearer).copied(), mine, Vec::new())
            }
            StepBearer::Shared(slice) => {
                let mine = slice.parts.get(index).map_or(Money::ZERO, |part| part.amount);
                (None, mine, self.slice(line, slice, amount, index))
            }
        };
        let what = LineStep::Step { number, take, limit, took: amount, left, alone };
        Step::new(what, Figure::Euro(mine), parts)
    }

    /// What the partner's units cost.
    fn units(&self, line: &Line, price: &UnitPrice, index: usize) -> Vec<Step> {
        let (Some(part), Some(partner)) = (price.parts.get(index), line.participants.get(index)) else {
            return Vec::new();
        };
        let reading = price.readings.get(index).and_then(Option::as_ref);
        let units = reading.map_or_else(|| whole(0), |reading| reading.value.clone());
        let mut steps: Vec<Step> = reading
            .map(|reading| self.reading(Receiver::Partner(*partner), reading, false))
            .into_iter()
            .collect();
        let cut = LineStep::CutUnits(units, price.unit, part.exact.clone());
        steps.push(Step::plain(cut, Figure::Euro(part.cut())).plus());
        let one = [(Receiver::Partner(*partner), part)];
        steps.extend(residual(LineStep::Residual(Residual::None), part, one.into_iter()));
        steps
    }

    /// What the line's cost leaves for the one who takes the rest.
    fn rest(&self, cost: &ServiceCost, line: &Line, price: &UnitPrice) -> Vec<Step> {
        let others = line.participants.iter().zip(&price.parts).enumerate();
        let others = others.filter(|(index, _)| *index != price.rest).map(|(index, (partner, part))| {
            let steps = self.units(line, price, index);
            Step::new(LineStep::Units(*partner), Figure::Euro(part.amount), steps).minus()
        });
        [self.line_cost(cost, line).plus()].into_iter().chain(others).collect()
    }
}

/// The residual cents of a part, with everybody's remainders; none where nothing was left to give.
pub(super) fn residual<'p>(
    rule: LineStep,
    mine: &Part,
    all: impl Iterator<Item = (Receiver, &'p Part)>,
) -> Option<Step> {
    let all: Vec<(Receiver, &Part)> = all.collect();
    if all.iter().all(|(_, part)| part.residual.is_zero()) {
        return None;
    }
    let remainder = |(receiver, part): &(Receiver, &Part)| {
        Step::plain(LineStep::Remainder(*receiver, part.exact.clone()), Figure::Euro(part.residual))
    };
    // Who has nothing of it exactly was never to get a cent.
    let there = all.iter().filter(|(_, part)| !part.exact.is_zero() || !part.residual.is_zero());
    Some(Step::new(rule, Figure::Euro(mine.residual), there.map(remainder).collect()).plus())
}
