//! The fewest payments that settle all balances.
//!
//! In: balances that sum to zero. Out: payments. `n` partners with a balance need at most `n - 1` payments; each
//! group of them that sums to zero by itself saves one. So the fewest payments come from the most such groups,
//! found exactly for up to [`PROVEN`] partners by dynamic programming over their subsets (the problem is
//! NP-complete: T. Verhoeff, "Settling Multiple Debts Efficiently", 2004). For more partners the largest debtor
//! pays the largest creditor, after all pairs that cancel exactly: few payments, not provably the fewest.

use crate::agreement::PartnerId;
use crate::money::Money;

/// Up to so many partners with a balance, the fewest payments are proven.
pub const PROVEN: usize = 12;

/// A payment (`Zahlung`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transfer {
    /// Who pays.
    pub from: PartnerId,
    /// Who is paid.
    pub to: PartnerId,
    /// How much; always above zero.
    pub amount: Money,
}

/// Payments that settle the balances (positive owes; they sum to zero), by payer and payee, and whether there
/// provably are no fewer. The same balances always give the same payments.
///
/// ```
/// use umlage::{money::Money, settle::fewest};
/// let (payments, proven) = fewest(&[-6, -5, 6, 5].map(Money::cents));
/// assert_eq!((payments.len(), proven), (2, true));
/// ```
#[must_use]
pub fn fewest(balances: &[Money]) -> (Vec<Transfer>, bool) {
    let open: Vec<(PartnerId, Money)> = balances
        .iter()
        .enumerate()
        .filter(|(_, balance)| !balance.is_zero())
        .map(|(index, balance)| (PartnerId(index), *balance))
        .collect();
    let proven = open.len() <= PROVEN;
    let mut transfers: Vec<Transfer> =
        if proven { groups(&open).into_iter().flat_map(|group| within(&group)).collect() } else { few(open) };
    transfers.sort_unstable_by_key(|transfer| (transfer.from, transfer.to));
    (transfers, proven)
}

/// As many groups as there can be that each sum to zero. Of several optima the one whose groups, each begun by
/// the first partner left, come first in the order of subsets.
fn groups(open: &[(PartnerId, Money)]) -> Vec<Vec<(PartnerId, Money)>> {
    let sets = 1_usize << open.len();
    let members = |set: usize| (0..open.len()).filter(move |index| set & (1 << index) != 0);
    let sums: Vec<Money> = (0..sets).map(|set| members(set).map(|index| open[index].1).sum()).collect();
    // best[set]: into how many zero groups it divides, and the group with its first member.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; sets];
    best[0] = Some((0, 0));
    for set in (1..sets).filter(|set| sums[*set].is_zero()) {
        let first = 1 << set.trailing_zeros();
        let rest = set ^ first;
        let mut part = rest;
        loop {
            let group = part | first;
            if sums[group].is_zero()
                && let Some((count, _)) = best[set ^ group]
                && best[set].is_none_or(|(most, _)| count + 1 > most)
            {
                best[set] = Some((count + 1, group));
            }
            if part == 0 {
                break;
            }
            part = (part - 1) & rest;
        }
    }
    let mut found = Vec::new();
    let mut set = sets - 1;
    while let Some((_, group)) = best[set].filter(|(_, group)| *group != 0) {
        found.push(members(group).map(|index| open[index]).collect());
        set ^= group;
    }
    found
}

/// One payment less than members: debtors in order pay creditors in order.
fn within(group: &[(PartnerId, Money)]) -> Vec<Transfer> {
    let mut creditors = group.iter().filter(|(_, balance)| balance.is_negative());
    let mut creditor = creditors.next().map(|(id, balance)| (*id, -*balance));
    let mut transfers = Vec::new();
    for (from, balance) in group.iter().filter(|(_, balance)| balance.is_positive()) {
        let mut debt = *balance;
        while let Some((to, lack)) = creditor.filter(|_| !debt.is_zero()) {
            let amount = debt.min(lack);
            transfers.push(Transfer { from: *from, to, amount });
            debt -= amount;
            let left = lack - amount;
            creditor = if left.is_zero() {
                creditors.next().map(|(id, balance)| (*id, -*balance))
            } else {
                Some((to, left))
            };
        }
    }
    transfers
}

/// Pairs that cancel exactly, then largest debtor to largest creditor, ties in order.
fn few(mut open: Vec<(PartnerId, Money)>) -> Vec<Transfer> {
    let mut transfers = Vec::new();
    loop {
        let exact = open.iter().find_map(|(from, debt)| {
            let (to, _) = open.iter().find(|(_, other)| debt.is_positive() && *other == -*debt)?;
            Some((*from, *to, *debt))
        });
        let next = exact.or_else(|| {
            let (from, debt) = *open.iter().rev().max_by_key(|(_, balance)| *balance)?;
            let (to, lack) = *open.iter().min_by_key(|(_, balance)| *balance)?;
            debt.is_positive().then(|| (from, to, debt.min(-lack)))
        });
        let Some((from, to, amount)) = next else { return transfers };
        transfers.push(Transfer { from, to, amount });
        for (partner, balance) in &mut open {
            if *partner == from {
                *balance -= amount;
            } else if *partner == to {
                *balance += amount;
            }
        }
        open.retain(|(_, balance)| !balance.is_zero());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cents(balances: &[i128]) -> Vec<Money> {
        balances.iter().copied().map(Money::cents).collect()
    }

    /// The fewest payments by trying: settle the first open balance with every other in every way that ends one
    /// of the two. An optimal settlement of this form exists.
    fn by_trying(balances: &[i128]) -> usize {
        let open: Vec<i128> = balances.iter().copied().filter(|balance| *balance != 0).collect();
        let Some((first, rest)) = open.split_first() else { return 0 };
        let opposite = (0..rest.len()).filter(|index| rest[*index].signum() == -first.signum());
        opposite
            .map(|index| {
                let mut next = rest.to_vec();
                next[index] += first;
                1 + by_trying(&next)
            })
            .min()
            .unwrap()
    }

    proptest! {
        #[test]
        fn fewest_equals_exhaustive_search(mut balances in prop::collection::vec(-9_i128..10, 1..7)) {
            balances.push(-balances.iter().sum::<i128>());
            let (transfers, proven) = fewest(&cents(&balances));
            prop_assert!(proven);
            prop_assert_eq!(transfers.len(), by_trying(&balances));
        }

        #[test]
        fn payments_bring_every_balance_to_zero(mut balances in prop::collection::vec(-1_000_000_i128..1_000_000, 1..30)) {
            balances.push(-balances.iter().sum::<i128>());
            let (transfers, _) = fewest(&cents(&balances));
            let mut left = cents(&balances);
            for transfer in &transfers {
                prop_assert!(transfer.amount.is_positive());
                left[transfer.from.0] -= transfer.amount;
                left[transfer.to.0] += transfer.amount;
            }
            prop_assert!(left.iter().all(|balance| balance.is_zero()));
            prop_assert!(transfers.len() < balances.len());
        }
    }
}
