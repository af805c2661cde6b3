//! What internal services charge on, as a textbook would write it: equations, their solution, shares of it, cents.
//!
//! In: the charges of the allocation. Out: steps for the gross cost of each internal service (its own cost and what others
//! charge it: putting the solution into the equations gives the same sums), for a charge and for who bore it.

use num_traits::Zero;

use super::line::residual;
use super::{Answer, Case, ChargeStep, CostStep, Figure, LineStep, Step};
use crate::agreement::{Receiver, Residual, ServiceId};
use crate::apportion::Part;
use crate::claims::ClaimFor;
use crate::cost::{Charge, Internal};
use crate::fraction::Fraction;
use crate::key::Ground;

impl Case<'_> {
    fn internals(&self) -> &[Internal] {
        &self.statement.allocation.charges.internal
    }

    /// The gross cost of all internal services; none where a service is charged nothing.
    pub(super) fn equations(&self, service: ServiceId) -> Option<Step> {
        let receiver = Receiver::Service(service);
        let charged = self.internals().iter().any(|internal| !internal.charges(receiver).is_zero());
        charged.then(|| self.all_equations())
    }

    /// The gross cost of all internal services, and by which shares they are charged on.
    pub(super) fn all_equations(&self) -> Step {
        let parts = self.internals().iter().map(|internal| self.gross(internal));
        Step::new(ChargeStep::Equations, Figure::None, parts.collect())
    }

    /// gross = own cost + what the others charge.
    fn gross(&self, internal: &Internal) -> Step {
        let receiver = Receiver::Service(internal.service);
        let from: Vec<(&Internal, Fraction)> =
            self.internals().iter().filter_map(|other| Some((other, share(other, receiver)?))).collect();
        let terms = from.iter().map(|(other, share)| (share.clone(), other.service)).collect();
        let own = internal.costs.iter().map(|cost| self.cost(internal.service, cost).plus());
        let own = Step::new(
            ChargeStep::OwnCost(internal.service),
            Figure::Euro(internal.primary.total()),
            own.collect(),
        );
        let mut parts = vec![own.plus()];
        parts.extend(from.iter().map(|(other, _)| charged(other, receiver).plus()));
        parts.extend(self.gross_of(internal, &from));
        parts.extend(self.charged_by(internal));
        let figure = Figure::Exact(internal.gross.clone());
        Step::new(ChargeStep::Gross(internal.service, terms), figure, parts)
    }

    /// The same equation for what the partner paid, where it paid a part.
    fn gross_of(&self, internal: &Internal, from: &[(&Internal, Fraction)]) -> Option<Step> {
        let mine = |internal: &Internal| {
            let own = internal.gross_by.iter().find(|(payer, _)| *payer == self.partner);
            own.map(|(_, gross)| gross.clone()).unwrap_or_default()
        };
        let gross = mine(internal);
        if gross == internal.gross || gross.is_zero() {
            return None;
        }
        let paid = internal.costs.iter().filter(|cost| cost.payer == self.partner);
        let paid = paid.map(|cost| self.named(internal.service, cost).plus());
        let charged = from.iter().map(|(other, share)| {
            let what = ChargeStep::ChargedOf(other.service, share.clone(), mine(other));
            Step::plain(what, Figure::Exact(share * mine(other))).plus()
        });
        let terms = from.iter().map(|(other, share)| (share.clone(), other.service)).collect();
        let parts = paid.chain(charged).collect();
        Some(Step::new(ChargeStep::GrossOf(internal.service, terms), Figure::Exact(gross), parts))
    }

    /// The shares of all who receive from an internal service.
    fn charged_by(&self, internal: &Internal) -> Option<Step> {
        let proof = internal.proof.as_ref()?;
        // Of a mixed or a rounded key each share has a way of its own; else all come from the same values.
        let each = matches!(proof.ground, Ground::Mixed(_)) || proof.unrounded.is_some();
        let first = proof.receivers.first().filter(|_| !each);
        let mut parts = first.map(|receiver| self.key(proof, *receiver).parts).unwrap_or_default();
        parts.extend(proof.receivers.iter().zip(&proof.shares).map(|(receiver, share)| {
            let what = ChargeStep::ChargedTo(*receiver, share.clone(), internal.gross.clone());
            let keys = each.then(|| self.key(proof, *receiver)).into_iter().collect();
            Step::new(what, Figure::Exact(internal.charges(*receiver)), keys).plus()
        }));
        let figure = Figure::Exact(internal.gross.clone());
        let place = self.statement.rules.agreement.key(proof.key).place;
        Some(Step::new(ChargeStep::ChargedBy(internal.service, proof.key), figure, parts).at(place))
    }

    /// A charge: exactly, cut to cents, and its residual cent.
    pub(super) fn charge(&self, charge: &Charge) -> Step {
        let from = self.internals().iter().filter(|internal| !internal.charges(charge.receiver).is_zero());
        let from = from.map(|internal| charged(internal, charge.receiver).plus()).collect();
        let all = self.statement.allocation.charges.charges.iter().map(|other| (other.receiver, &other.part));
        let rule = LineStep::Residual(Residual::LargestRemainder);
        let mut parts = cents(&charge.part, from);
        parts.extend(residual(rule, &charge.part, all));
        Step::new(ChargeStep::Charge(charge.receiver), Figure::Euro(charge.part.amount), parts)
    }

    /// What the partner bore of a charge.
    pub(super) fn charge_borne(&self, charge: &Charge) -> Step {
        let what = ChargeStep::ChargeBorne(charge.receiver);
        let Some(part) = charge.borne.get(&self.partner) else {
            return Step::plain(what, Figure::Euro(charge.borne_by(self.partner)));
        };
        let from = self.internals().iter().filter_map(|internal| {
            let share = share(internal, charge.receiver)?;
            let (_, gross) = internal.gross_by.iter().find(|(payer, _)| *payer == self.partner)?;
            let what = ChargeStep::ChargedOf(internal.service, share.clone(), gross.clone());
            Some(Step::plain(what, Figure::Exact(share * gross)).plus())
        });
        let mut parts = cents(part, from.collect());
        let all = charge.borne.iter().map(|(payer, part)| (Receiver::Partner(*payer), part));
        let rule = if charge.last {
            LineStep::ResidualOfLast
        } else {
            LineStep::Residual(Residual::LargestRemainder)
        };
        parts.extend(residual(rule, part, all));
        Step::new(what, Figure::Euro(part.amount), parts)
    }

    /// An internal service that was asked for by name.
    pub(super) fn internal(&self, service: ServiceId) -> Step {
        let allocation = &self.statement.allocation;
        let own = allocation.charges.charges.iter().filter(|charge| charge.receiver == self.own());
        let mut parts = vec![self.all_equations()];
        parts.extend(own.map(|charge| self.charge(charge)));
        let internal = self.internals().iter().find(|internal| internal.service == service);
        parts.extend(internal.map(|internal| {
            let paid = internal.costs.iter().filter(|cost| cost.payer == self.partner);
            let steps = paid.map(|cost| self.named(service, cost).plus()).collect();
            let figure = Figure::Euro(internal.borne.get(&self.partner).copied().unwrap_or_default());
            Step::new(CostStep::Borne(service), figure, steps)
        }));
        parts.extend(self.claims(ClaimFor::Own));
        parts.push(self.balance());
        Step::new(Answer::Question(Some(service)), Figure::None, parts)
    }
}

/// The share that a receiver has of an internal service, if it has one.
fn share(internal: &Internal, receiver: Receiver) -> Option<Fraction> {
    let share = internal.proof.as_ref()?.share_of(receiver)?;
    (!share.is_zero()).then(|| share.clone())
}

/// What an internal service charges a receiver.
fn charged(internal: &Internal, receiver: Receiver) -> Step {
    let share = share(internal, receiver).unwrap_or_default();
    let what = ChargeStep::Charged(internal.service, share, internal.gross.clone());
    Step::plain(what, Figure::Exact(internal.charges(receiver)))
}

/// A part in exact cents, and cut to whole ones.
fn cents(part: &Part, from: Vec<Step>) -> Vec<Step> {
    vec![
        Step::new(ChargeStep::Exactly, Figure::Exact(part.exact.clone()), from),
        Step::plain(LineStep::CutExact(part.exact.clone()), Figure::Euro(part.cut())).plus(),
    ]
}
