//! Claims: what one partner owes another for one service (design 4.9).
//!
//! In: the allocation. Out: claims (`Forderungen`), gross per service, in order of service, debtor and creditor.
//! They exist apart from the settlement because budgets book them one by one.

use crate::agreement::{PartnerId, ServiceId};
use crate::allocate::{Allocation, ServiceCost};
use crate::apportion::in_proportion;
use crate::fraction::exact;
use crate::money::Money;
use crate::rules::Rules;

/// What one partner owes another for one service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// For which service.
    pub service: ServiceId,
    /// Who owes.
    pub from: PartnerId,
    /// To whom.
    pub to: PartnerId,
    /// How much; always above zero.
    pub net: Money,
}

/// The year's claims.
#[must_use]
pub fn claims(rules: &Rules, allocation: &Allocation) -> Vec<Claim> {
    allocation.services.iter().flat_map(|service| of_service(rules, service)).collect()
}

fn of_service(rules: &Rules, cost: &ServiceCost) -> Vec<Claim> {
    let positions: Vec<(PartnerId, Money)> =
        rules.agreement.partner_ids().map(|partner| (partner, cost.owed_by(partner))).collect();
    matched(&positions)
        .into_iter()
        .map(|(from, to, net)| Claim { service: cost.service, from, to, net })
        .collect()
}

/// The sum of claims.
#[must_use]
pub fn total(claims: &[Claim]) -> Money {
    claims.iter().map(|claim| claim.net).sum()
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
