//! What looks as if it were counted twice (design 4.12).
//!
//! In: a shared posting. Out: warnings where it equals an advance or an asset's cost of about the same day, or where
//! its vendor is a partner.

use crate::agreement::ServiceId;
use crate::finding::{Finding, PostingFault};
use crate::ledger::Posting;
use crate::money::Money;
use crate::period::Date;
use crate::rules::Rules;

/// The warnings about a posting that is shared in a service.
pub(super) fn doubles(rules: &Rules, posting: &Posting<'_>, service: ServiceId) -> Vec<Finding> {
    let service = rules.agreement.service(service).id.clone();
    let same = |amount: Money, date: Date| {
        amount.abs() == posting.amount.abs() && !amount.is_zero() && near(date, posting.date)
    };
    let advance = rules.tables.advances.iter().find(|row| same(row.amount, row.date)).map(|row| {
        let (amount, date) = (posting.amount, row.date);
        let fault = PostingFault::LikeAnAdvance { amount, date, service: service.clone() };
        Finding::at(posting.place, fault).against(row.place)
    });
    let asset = rules.tables.assets.iter().find(|row| same(row.cost, row.acquired)).map(|row| {
        let (amount, asset) = (posting.amount, row.name.clone());
        let fault = PostingFault::LikeAnAsset { amount, asset, service: service.clone() };
        Finding::at(posting.place, fault).against(row.place)
    });
    let vendor = partner_as_vendor(rules, posting.vendor).map(|partner| {
        let (partner, service) = (partner.to_owned(), service.clone());
        Finding::at(posting.place, PostingFault::PartnerAsVendor { partner, service })
    });
    advance.into_iter().chain(asset).chain(vendor).collect()
}

/// The name of the partner that a vendor is, in whatever case it is written.
fn partner_as_vendor<'r>(rules: &'r Rules, vendor: &str) -> Option<&'r str> {
    let vendor = vendor.to_lowercase();
    let is_vendor = |name: &str| !vendor.is_empty() && vendor == name.to_lowercase();
    let partner = rules.agreement.partners.iter().find(|partner| {
        is_vendor(&partner.name) || is_vendor(&partner.id) || partner.payee.as_deref().is_some_and(is_vendor)
    });
    partner.map(|partner| partner.name.as_str())
}

/// Within 31 days of each other.
fn near(a: Date, b: Date) -> bool {
    (a - b).get_days().abs() <= 31
}
