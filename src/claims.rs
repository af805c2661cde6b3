//! Claims: what one partner owes another for one service (design 4.9).
//!
//! In: the allocation. Out: claims (`Forderungen`), gross per service, in order of service, debtor and creditor, the
//! own shares of internal services together as the last; each with the VAT that the agreement puts on it. They exist
//! apart from the settlement because budgets book them one by one.

use rust_decimal::Decimal;

use crate::agreement::{PartnerId, Service, ServiceId};
use crate::allocate::Allocation;
use crate::apportion::{in_proportion, rounded};
use crate::fraction::{self, exact};
use crate::money::Money;
use crate::period::{Date, Span, Year};
use crate::rules::Rules;

/// What one partner owes another for one service.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// For what.
    pub of: ClaimFor,
    /// Who owes.
    pub from: PartnerId,
    /// To whom.
    pub to: PartnerId,
    /// How much, before VAT; always above zero.
    pub net: Money,
    /// The parts of the claim under each rate of VAT; none where the service has no rate in force in the year.
    pub rates: Vec<VatPart>,
}

/// For what a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimFor {
    /// For a service.
    Service(ServiceId),
    /// For what partners use of internal services themselves (`Eigenanteile`).
    Own,
}

/// A part of a claim under one rate of VAT (`Umsatzsteuer`).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VatPart {
    /// The days for which the rate is in force.
    pub span: Span,
    /// The part of the claim that falls on them.
    pub net: Money,
    /// Percent; none before the first rate.
    pub percent: Option<Decimal>,
    /// The VAT on it.
    pub vat: Money,
}

impl Claim {
    /// The VAT on it.
    #[must_use]
    pub fn vat(&self) -> Money {
        self.rates.iter().map(|part| part.vat).sum()
    }

    /// The claim with its VAT.
    #[must_use]
    pub fn gross(&self) -> Money {
        self.net + self.vat()
    }
}

/// The year's claims.
#[must_use]
pub fn claims(rules: &Rules, allocation: &Allocation) -> Vec<Claim> {
    let mut claims = Vec::new();
    for cost in &allocation.services {
        let service = rules.agreement.service(cost.service);
        let positions: Vec<(PartnerId, Money)> =
            rules.agreement.partner_ids().map(|partner| (partner, cost.owed_by(partner))).collect();
        claims.extend(matched(&positions).into_iter().map(|(from, to, net)| {
            let rates = vat(rules, service, allocation.year, net);
            Claim { of: ClaimFor::Service(cost.service), from, to, net, rates }
        }));
    }
    let charges = &allocation.charges;
    let owed = |partner| charges.own_of(partner) - charges.own_borne_by(partner);
    let positions: Vec<(PartnerId, Money)> =
        rules.agreement.partner_ids().map(|partner| (partner, owed(partner))).collect();
    claims.extend(matched(&positions).into_iter().map(|(from, to, net)| Claim {
        of: ClaimFor::Own,
        from,
        to,
        net,
        rates: Vec::new(),
    }));
    claims
}

/// The claim over the service's life in the year, by length where rates change; each part's percent half-up.
fn vat(rules: &Rules, service: &Service, year: Year, net: Money) -> Vec<VatPart> {
    let in_force = |day: Date| service.vat.iter().rev().find(|rate| rate.from <= day);
    let Some(life) = service.life(year).filter(|life| in_force(life.to()).is_some()) else {
        return Vec::new();
    };
    let spans = life.cut(&service.vat.iter().map(|rate| rate.from).collect::<Vec<_>>());
    let lengths: Vec<_> = spans.iter().map(|span| span.length(rules.agreement.proration).weight()).collect();
    let part = |(span, net): (Span, Money)| {
        let percent = in_force(span.from()).map(|rate| rate.percent);
        let vat = percent.map(|percent| rounded(&(exact(net) * fraction::percent(percent)), Money::CENT));
        VatPart { span, net, percent, vat: vat.unwrap_or_default() }
    };
    spans.into_iter().zip(in_proportion(net, &lengths)).map(part).collect()
}

/// The sum of one part of claims.
#[must_use]
pub fn total(claims: &[Claim], part: impl Fn(&Claim) -> Money) -> Money {
    claims.iter().map(part).sum()
}

/// What a partner owes as VAT for a service.
#[must_use]
pub fn vat_owed(claims: &[Claim], service: ServiceId, partner: PartnerId) -> Money {
    let of = |claim: &&Claim| claim.of == ClaimFor::Service(service) && claim.from == partner;
    claims.iter().filter(of).map(Claim::vat).sum()
}

/// Debtors pay creditors, debtor by debtor, in proportion to what creditors still lack. Positions sum to zero;
/// positive owes. Zero payments are left out.
fn matched(positions: &[(PartnerId, Money)]) -> Vec<(PartnerId, PartnerId, Money)> {
    let debtors = positions.iter().filter(|(_, position)| position.is_positive());
    let mut creditors: Vec<(PartnerId, Money)> = positions
        .iter()
        .filter(|(_, position)| position.is_negative())
        .map(|(id, owed)| (*id, -*owed))
        .collect();
    let mut payments = Vec::new();
    for (debtor, debt) in debtors {
        let lacking: Vec<_> = creditors.iter().map(|(_, lack)| exact(*lack)).collect();
        for ((creditor, lack), amount) in creditors.iter_mut().zip(in_proportion(*debt, &lacking)) {
            *lack -= amount;
            if !amount.is_zero() {
                payments.push((*debtor, *creditor, amount));
            }
        }
    }
    payments
}
