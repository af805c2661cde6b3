//! What looks as if it were counted twice (design 4.12).
//!
//! In: a shared posting. Out: warnings where it equals an advance or an asset's cost of about the same day, or where
//! its vendor is a partner.

use super::origin::Item;
use crate::agreement::ServiceId;
use crate::finding::{Finding, PostingFault};
use crate::money::Money;
use crate::period::Date;
use crate::rules::Rules;
use crate::tables::Tables;

/// The amounts of advances and assets, without their signs: postings of other amounts equal none of them.
pub(super) struct Watch(Vec<Money>);

impl Watch {
    pub(super) fn new(tables: &Tables) -> Self {
        let advances = tables.advances.iter().map(|row| row.amount.abs());
        let mut amounts: Vec<Money> =
            advances.chain(tables.assets.iter().map(|row| row.cost.abs())).collect();
        amounts.sort_unstable();
        Self(amounts)
    }

    /// Is the amount, whatever its sign, one of them?
    pub(super) fn has(&self, amount: Money) -> bool {
        !self.0.is_empty() && self.0.binary_search(&amount.abs()).is_ok()
    }
}

/// The warnings about a posting that is shared in a service; `vendor` is the partner that its vendor is.
pub(super) fn doubles(rules: &Rules, item: &Item, vendor: Option<&str>, service: ServiceId) -> Vec<Finding> {
    let service = rules.agreement.service(service).id.clone();
    let (place, amount) = (item.place, item.sum.amount);
    let same =
        |other: Money, date: Date| other.abs() == amount.abs() && !other.is_zero() && near(date, item.date);
    let advance = rules.tables.advances.iter().find(|row| same(row.amount, row.date)).map(|row| {
        let fault = PostingFault::LikeAnAdvance { amount, date: row.date, service: service.clone() };
        Finding::at(place, fault).against(row.place)
    });
    let asset = rules.tables.assets.iter().find(|row| same(row.cost, row.acquired)).map(|row| {
        let fault = PostingFault::LikeAnAsset { amount, asset: row.name.clone(), service: service.clone() };
        Finding::at(place, fault).against(row.place)
    });
    let vendor = vendor.map(|partner| {
        let (partner, service) = (partner.to_owned(), service.clone());
        Finding::at(place, PostingFault::PartnerAsVendor { partner, service })
    });
    advance.into_iter().chain(asset).chain(vendor).collect()
}

/// Within 31 days of each other.
fn near(a: Date, b: Date) -> bool {
    (a - b).get_days().abs() <= 31
}
