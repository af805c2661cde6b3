//! A partner's part of a service: what it owes, the claims that come of it, and its balance.
//!
//! In: the service's year. Out: the whole answer, in the order in which it is computed: cost, internal services, share,
//! borne, owed, claims, balance.

use super::{Answer, Case, Figure, LineStep, Step};
use crate::agreement::ServiceId;
use crate::allocate::ServiceCost;
use crate::claims::{Claim, ClaimFor};

impl Case<'_> {
    /// A service that partners bear.
    pub(super) fn service(&self, service: ServiceId) -> Step {
        let mut services = self.statement.allocation.services.iter();
        let parts = services.find(|cost| cost.service == service).map(|cost| self.position(cost));
        Step::new(Answer::Question(Some(service)), Figure::None, parts.unwrap_or_default())
    }

    fn position(&self, cost: &ServiceCost) -> Vec<Step> {
        let mut parts = vec![self.costs(cost)];
        parts.extend(self.equations(cost.service));
        parts.push(self.owes(cost, false));
        parts.extend(self.claims(ClaimFor::Service(cost.service)));
        parts.push(self.balance());
        parts
    }

    /// allocated + rounding − borne.
    pub(super) fn owes(&self, cost: &ServiceCost, with_rows: bool) -> Step {
        let mut parts = vec![self.allocated(cost).plus()];
        let rounding = cost.rounding_of(self.partner);
        if !rounding.is_zero() {
            parts.push(Step::plain(LineStep::Rounding(cost.service), Figure::Euro(rounding)).plus());
        }
        parts.push(self.borne(cost, with_rows).minus());
        Step::new(Answer::Owes(cost.service), Figure::Euro(cost.owed_by(self.partner)), parts)
    }

    /// The claims of the partner and against it; none where there are none.
    pub(super) fn claims(&self, of: ClaimFor) -> Option<Step> {
        let own = |claim: &&Claim| claim.of == of && (claim.from == self.partner || claim.to == self.partner);
        let claims: Vec<&Claim> = self.statement.claims.iter().filter(own).collect();
        let signed = |claim: &Claim| if claim.from == self.partner { claim.net } else { -claim.net };
        let sum = claims.iter().map(|claim| signed(claim)).sum();
        let parts: Vec<Step> = claims.iter().map(|claim| self.claim(claim)).collect();
        (!parts.is_empty()).then(|| Step::new(Answer::Claims(of), Figure::Euro(sum), parts))
    }

    fn claim(&self, claim: &Claim) -> Step {
        let what = Answer::Claim(claim.from, claim.to);
        let step = Step::new(what, Figure::Euro(claim.net), vat(claim));
        if claim.from == self.partner { step.plus() } else { step.minus() }
    }
}

/// The VAT on a claim, rate by rate; it is not part of the claim's net.
pub(super) fn vat(claim: &Claim) -> Vec<Step> {
    let rates = claim.rates.iter().filter_map(|part| {
        let what = Answer::Vat(part.span, part.net, part.percent?);
        Some(Step::plain(what, Figure::Euro(part.vat)))
    });
    rates.collect()
}
