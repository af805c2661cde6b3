//! A partner's balance, part by part.
//!
//! In: the settlement. Out: opening + allocated + own + rounding − borne + vat − advances paid + advances received, each
//! with the services, rows or claims that it comes from; and the payments that bring it to zero.

use super::position::vat;
use super::what::{BalancePart, FlowPart};
use super::{Answer, Case, Figure, LineStep, Step};
use crate::agreement::{PartnerId, Transfers};
use crate::claims::Claim;
use crate::money::Money;
use crate::settle::{Balance, Transfer};
use crate::tables::{Advance, Opening};

impl Case<'_> {
    /// The balance with all that it comes from.
    pub(super) fn whole_balance(&self) -> Step {
        let balance = self.of_settlement().map(|balance| self.parts(&balance)).unwrap_or_default();
        let mut parts: Vec<Step> = Vec::new();
        if self.statement.allocation.charges.internal.iter().any(|internal| internal.proof.is_some()) {
            parts.push(self.all_equations());
        }
        parts.push(Step { parts: balance, ..self.balance() });
        parts.extend(self.payments());
        Step::new(Answer::Question(None), Figure::None, parts)
    }

    /// The balance, its parts as sums.
    pub(super) fn balance(&self) -> Step {
        let balance = self.of_settlement();
        let sums = balance.as_ref().map(sums).unwrap_or_default();
        let part = |(part, amount, added): (BalancePart, Money, bool)| {
            let step = Step::plain(Answer::Part(part), Figure::Euro(amount));
            if added { step.plus() } else { step.minus() }
        };
        let there = sums.into_iter().filter(|(_, amount, _)| !amount.is_zero());
        let figure = balance.map_or(Money::ZERO, |balance| balance.balance());
        Step::new(Answer::Balance, Figure::Euro(figure), there.map(part).collect())
    }

    fn of_settlement(&self) -> Option<Balance> {
        self.statement.settlement.balances.iter().find(|balance| balance.partner == self.partner).copied()
    }

    /// The parts of the balance with what they come from; those that are nothing and come from nothing are left out.
    fn parts(&self, balance: &Balance) -> Vec<Step> {
        let steps = sums(balance).into_iter().map(|(part, amount, added)| {
            let step = Step::new(Answer::Part(part), Figure::Euro(amount), self.behind(part));
            if added { step.plus() } else { step.minus() }
        });
        steps.filter(|step| !step.parts.is_empty() || step.figure != Figure::Euro(Money::ZERO)).collect()
    }

    fn behind(&self, part: BalancePart) -> Vec<Step> {
        let statement = self.statement;
        let services = statement.allocation.services.iter();
        let charges = &statement.allocation.charges;
        let tables = &statement.rules.tables;
        match part {
            BalancePart::Opening => {
                tables.openings_of(statement.year).filter_map(|row| self.opening(row)).collect()
            }
            BalancePart::Allocated => {
                let there = services.filter(|cost| cost.allocated.contains_key(&self.partner));
                there.map(|cost| self.allocated(cost).plus()).collect()
            }
            BalancePart::Own => {
                let own = charges.charges.iter().filter(|charge| charge.receiver == self.own());
                own.map(|charge| self.charge(charge).plus()).collect()
            }
            BalancePart::Rounding => {
                let there = services.filter(|cost| !cost.rounding_of(self.partner).is_zero());
                there
                    .map(|cost| {
                        let rounding = Figure::Euro(cost.rounding_of(self.partner));
                        Step::plain(LineStep::Rounding(cost.service), rounding).plus()
                    })
                    .collect()
            }
            BalancePart::Borne => {
                let there = services.filter(|cost| cost.borne.contains_key(&self.partner));
                let own = charges.own().filter(|(_, charge)| charge.borne.contains_key(&self.partner));
                let own = own.map(|(_, charge)| self.charge_borne(charge).plus());
                there.map(|cost| self.borne(cost, true).plus()).chain(own).collect()
            }
            BalancePart::Vat => statement.claims.iter().filter_map(|claim| self.vat(claim)).collect(),
            BalancePart::AdvancesPaid => {
                let rows = tables.advances_of(statement.year).filter(|row| row.from == self.partner);
                rows.map(advance).collect()
            }
            BalancePart::AdvancesReceived => {
                let rows = tables.advances_of(statement.year).filter(|row| row.to == self.partner);
                rows.map(advance).collect()
            }
        }
    }

    fn opening(&self, row: &Opening) -> Option<Step> {
        let what = Answer::Opening(row.from, row.to, row.source.clone());
        let step = Step::plain(what, Figure::Euro(row.amount)).at(row.place);
        self.signed(row.from, row.to, step)
    }

    fn vat(&self, claim: &Claim) -> Option<Step> {
        let rates = vat(claim);
        let parts: Vec<Step> = rates.into_iter().map(Step::plus).collect();
        let step = Step::new(Answer::VatOn(claim.of, claim.from, claim.to), Figure::Euro(claim.vat()), parts);
        self.signed(claim.from, claim.to, step).filter(|step| !step.parts.is_empty())
    }

    /// Added where the partner owes, taken away where it is owed; none where it is neither.
    fn signed(&self, from: PartnerId, to: PartnerId, step: Step) -> Option<Step> {
        if from == self.partner { Some(step.plus()) } else { (to == self.partner).then(|| step.minus()) }
    }

    /// What a payment settles, where each pair settles by itself.
    fn flows(&self, transfer: &Transfer) -> Vec<Step> {
        if self.statement.rules.agreement.transfers != Transfers::Pairs {
            return Vec::new();
        }
        let flows = self.statement.settlement.pairs.iter().flat_map(|pair| &pair.flows);
        let ends = [transfer.from, transfer.to];
        let between = flows.filter(|flow| ends.contains(&flow.from) && ends.contains(&flow.to));
        let parts = between.flat_map(|flow| {
            let owed = [
                (FlowPart::Claims, flow.claims, true),
                (FlowPart::Vat, flow.vat, true),
                (FlowPart::Opening, flow.opening, true),
                (FlowPart::Advanced, flow.advanced, false),
            ];
            owed.into_iter().filter(|(_, amount, _)| !amount.is_zero()).map(|(part, amount, owed)| {
                let step = Step::plain(Answer::Flow(part, flow.from, flow.to), Figure::Euro(amount));
                if owed == (flow.from == transfer.from) { step.plus() } else { step.minus() }
            })
        });
        parts.collect()
    }

    /// What the partner pays, and is paid.
    fn payments(&self) -> Option<Step> {
        let transfers = self.statement.settlement.transfers.iter();
        let parts: Vec<Step> = transfers
            .filter_map(|transfer| {
                let (from, to) = (transfer.from, transfer.to);
                let figure = Figure::Euro(transfer.amount);
                let step = Step::new(Answer::Transfer(from, to), figure, self.flows(transfer));
                self.signed(from, to, step)
            })
            .collect();
        let figure = Figure::Euro(self.of_settlement()?.balance());
        (!parts.is_empty()).then(|| Step::new(Answer::Payments, figure, parts))
    }
}

/// The parts of a balance in the order of its formula, and whether they are added.
fn sums(balance: &Balance) -> Vec<(BalancePart, Money, bool)> {
    vec![
        (BalancePart::Opening, balance.opening, true),
        (BalancePart::Allocated, balance.allocated, true),
        (BalancePart::Own, balance.own, true),
        (BalancePart::Rounding, balance.rounding, true),
        (BalancePart::Borne, balance.borne, false),
        (BalancePart::Vat, balance.vat, true),
        (BalancePart::AdvancesPaid, balance.advances_paid, false),
        (BalancePart::AdvancesReceived, balance.advances_received, true),
    ]
}

fn advance(row: &Advance) -> Step {
    let what = Answer::Advance(row.date, row.from, row.to, row.text.clone());
    Step::plain(what, Figure::Euro(row.amount)).at(row.place).plus()
}
