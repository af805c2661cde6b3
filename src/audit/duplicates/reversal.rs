//! Which payments were undone already.
//!
//! In: payments and credits in the order of their content. Out: per payment the credit that undoes it. A credit undoes one
//! payment of the same payer and the opposite amount that has the same vendor and voucher (as written, else by its
//! digits), else the same vendor and day, else the same voucher and day; among several the latest that is not later
//! than the credit. Credits of other amounts, or with a voucher and a day of their own, undo nothing: a person has to look.

use std::collections::BTreeMap;

use super::Payment;

/// Per payment, the credit that undoes it.
pub(super) fn undone<'c>(payments: &[Payment], credits: &'c [Payment]) -> Vec<Option<&'c Payment>> {
    let mut undone: Vec<Option<&Payment>> = vec![None; payments.len()];
    let mut used = vec![false; credits.len()];
    for ground in [Ground::Voucher, Ground::Digits, Ground::VendorAndDay, Ground::VoucherAndDay] {
        let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, payment) in payments.iter().enumerate().filter(|(index, _)| undone[*index].is_none()) {
            if let Some(key) = ground.key(payment) {
                alike.entry(key).or_default().push(index);
            }
        }
        for (credit, used) in credits.iter().zip(&mut used).filter(|(_, used)| !**used) {
            let Some(list) = ground.key(credit).and_then(|key| alike.get_mut(&key)) else { continue };
            let before = list.iter().rposition(|index| payments[*index].date <= credit.date);
            let Some(found) = before.or_else(|| (!list.is_empty()).then_some(0)) else { continue };
            undone[list.remove(found)] = Some(credit);
            *used = true;
        }
    }
    undone
}

/// By what a credit is known to undo a payment.
#[derive(Debug, Clone, Copy)]
enum Ground {
    Voucher,
    Digits,
    VendorAndDay,
    VoucherAndDay,
}

impl Ground {
    fn key(self, row: &Payment) -> Option<String> {
        let date = if row.dated { row.date.to_string() } else { String::new() };
        let spelt = &row.spelt;
        let [one, other] = match self {
            Self::Voucher => [&spelt.vendor, &spelt.voucher],
            Self::Digits => [&spelt.vendor, &spelt.digits],
            Self::VendorAndDay => [&spelt.vendor, &date],
            Self::VoucherAndDay => [&spelt.voucher, &date],
        };
        let full = !one.is_empty() && !other.is_empty();
        full.then(|| format!("{}\u{1f}{one}\u{1f}{other}\u{1f}{}", row.payer.0, row.amount.abs()))
    }
}
