//! A key's share, down to the rows of drivers.csv and the clause of the agreement.
//!
//! In: a [`Proof`] and whose share it is. Out: the share, and below it the values of all who receive, since a share is
//! what one value is of all of them.

use super::rows::LISTED;
use super::{Case, Figure, KeyStep, Step};
use crate::agreement::{KeyId, Measure, Method, Receiver};
use crate::fraction::{Fraction, quantity};
use crate::key::{Ground, Proof, Reading};
use crate::money::Money;

impl Case<'_> {
    /// A key that gives no shares: where umlage.toml has it, and its clause.
    pub(super) fn named_key(&self, key: KeyId) -> Step {
        let terms = self.statement.rules.agreement.key(key);
        let clause = terms.basis.clone().map(|basis| Step::plain(KeyStep::Clause(basis), Figure::None));
        Step::new(KeyStep::Named(key), Figure::None, clause.into_iter().collect()).at(terms.place)
    }

    /// The share of a receiver.
    pub(super) fn key(&self, proof: &Proof, receiver: Receiver) -> Step {
        let share = proof.share_of(receiver).cloned().unwrap_or_default();
        self.key_as(KeyStep::Key(proof.key), proof, receiver, share)
    }

    fn key_as(&self, what: KeyStep, proof: &Proof, receiver: Receiver, share: Fraction) -> Step {
        let key = self.statement.rules.agreement.key(proof.key);
        let mut parts: Vec<Step> = Vec::new();
        parts.extend(key.basis.clone().map(|basis| Step::plain(KeyStep::Clause(basis), Figure::None)));
        let rounded = proof.unrounded.as_ref().zip(key.percent_decimals);
        parts.extend(rounded.map(|(exact, decimals)| {
            let index = proof.receivers.iter().position(|known| *known == receiver);
            let before = index.and_then(|index| exact.get(index)).cloned().unwrap_or_default();
            Step::plain(KeyStep::Unrounded(decimals), Figure::Share(before))
        }));
        parts.extend(self.ground(proof, receiver));
        Step::new(what, Figure::Share(share), parts).at(key.place)
    }

    fn ground(&self, proof: &Proof, receiver: Receiver) -> Vec<Step> {
        let receivers = proof.receivers.iter().copied();
        let sum = proof.ground.sum().map_or(Figure::None, Figure::Quantity);
        match &proof.ground {
            Ground::Equal => vec![Step::plain(KeyStep::Equal(proof.receivers.len()), Figure::None)],
            Ground::Written(values) => {
                let value = |(receiver, value): (Receiver, _)| (KeyStep::Written(receiver), quantity(value));
                let values = receivers.zip(values.iter().copied()).map(value);
                let parts = values.map(|(what, value)| Step::plain(what, Figure::Quantity(value)).plus());
                vec![Step::new(KeyStep::Values, sum, parts.collect())]
            }
            Ground::Primary(costs) => {
                let cost = |(receiver, cost): (Receiver, &Money)| {
                    Step::plain(KeyStep::Primary(receiver), Figure::Euro(*cost)).plus()
                };
                let sum = Figure::Euro(costs.iter().copied().sum());
                vec![Step::new(KeyStep::Values, sum, receivers.zip(costs).map(cost).collect())]
            }
            Ground::Measured { driver, span, readings } => {
                let mean = self.is_mean(proof);
                let reading = |(receiver, reading)| self.reading(receiver, reading, mean).plus();
                let what = KeyStep::Measured(driver.clone(), *span);
                vec![Step::new(what, sum, receivers.zip(readings).map(reading).collect())]
            }
            Ground::Mixed(parts) => {
                let mixed = |(part, percent): &(Proof, _)| {
                    let share = part.share_of(receiver).cloned().unwrap_or_default();
                    self.key_as(KeyStep::Mixed(*percent, part.key), part, receiver, share)
                };
                parts.iter().map(mixed).collect()
            }
        }
    }

    /// A measured value with its rows: their sum, their mean, or the one that holds on the day.
    pub(super) fn reading(&self, receiver: Receiver, reading: &Reading, mean: bool) -> Step {
        let drivers = &self.statement.rules.tables.drivers;
        let rows = reading.rows.iter().filter_map(|row| drivers.get(*row));
        let listed = self.rows.all || reading.rows.len() <= LISTED;
        let row = |row: &crate::tables::Driver| {
            let value = Figure::Quantity(quantity(row.value));
            let step = Step::plain(KeyStep::DriverRow(row.span, row.source.clone()), value).at(row.place);
            if mean { step } else { step.plus() }
        };
        let rows = rows.filter(|_| listed).map(row).collect();
        let what = KeyStep::Reading(receiver, reading.rows.len(), mean);
        Step::new(what, Figure::Quantity(reading.value.clone()), rows)
    }

    fn is_mean(&self, proof: &Proof) -> bool {
        let method = &self.statement.rules.agreement.key(proof.key).method;
        matches!(method, Method::Driver { measure: Measure::Mean(_), .. })
    }
}
