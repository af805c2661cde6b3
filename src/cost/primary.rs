//! A year's primary cost: postings, and what is derived from them and from assets (design 4.4).
//!
//! In: the rules and the books of a year. Out: per service that lives in the year its costs, each with its origin, its
//! time and who bore it; and every asset's year. Nothing is charged from service to service here.

use std::collections::BTreeMap;

use super::{Books, CostKey, Timing};
use crate::agreement::{KindId, PartnerId, ServiceId};
use crate::apportion::rounded;
use crate::finding::{CostFault, Finding};
use crate::fraction::{exact, percent};
use crate::money::Money;
use crate::period::Year;
use crate::rules::Rules;
use crate::rules::calendar::nearest_segment;

/// A cost of a service in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Where it comes from.
    pub origin: Origin,
    /// Is it one-off cost?
    pub one_off: bool,
    /// When in the year it falls.
    pub timing: Timing,
    /// Who bore it.
    pub payer: PartnerId,
    /// How much.
    pub amount: Money,
    /// Of depreciation, the asset: its index in [`Tables::assets`](crate::tables::Tables::assets).
    pub asset: Option<usize>,
}

/// Where a cost comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Postings of a cost kind, or of none.
    Postings(Option<KindId>),
    /// The depreciation of assets (`Abschreibung`).
    Depreciation,
    /// The surcharge for the operator's overhead (`Gemeinkosten`).
    Overhead,
    /// What internal services charge (`Umlage interner Leistungen`).
    Charge,
}

impl Origin {
    /// Is it derived cost: neither posted nor charged?
    #[must_use]
    pub fn is_derived(self) -> bool {
        matches!(self, Self::Depreciation | Self::Overhead)
    }
}

/// A cost by where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByOrigin(pub BTreeMap<Origin, Money>);

impl ByOrigin {
    /// The sum of those that are asked for.
    fn sum(&self, of: impl Fn(Origin) -> bool) -> Money {
        self.0.iter().filter(|(origin, _)| of(**origin)).map(|(_, amount)| *amount).sum()
    }

    /// Postings.
    #[must_use]
    pub fn direct(&self) -> Money {
        self.sum(|origin| matches!(origin, Origin::Postings(_)))
    }

    /// Depreciation and overhead.
    #[must_use]
    pub fn derived(&self) -> Money {
        self.sum(Origin::is_derived)
    }

    /// What internal services charge.
    #[must_use]
    pub fn charged(&self) -> Money {
        self.sum(|origin| origin == Origin::Charge)
    }

    /// All of it.
    #[must_use]
    pub fn total(&self) -> Money {
        self.sum(|_| true)
    }

    /// One origin's part of it.
    #[must_use]
    pub fn of(&self, origin: Origin) -> Money {
        self.0.get(&origin).copied().unwrap_or_default()
    }
}

/// A service's cost in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceYear {
    /// The service.
    pub service: ServiceId,
    /// Its costs.
    pub costs: Vec<Cost>,
}

impl ServiceYear {
    /// All its cost, as far as it is put together.
    #[must_use]
    pub fn total(&self) -> Money {
        self.costs.iter().map(|cost| cost.amount).sum()
    }

    /// Its cost by where it comes from.
    #[must_use]
    pub fn by_origin(&self) -> ByOrigin {
        ByOrigin(self.sums(|cost| cost.origin))
    }

    /// The sums by what is asked of each cost.
    pub fn sums<K: Ord>(&self, by: impl Fn(&Cost) -> K) -> BTreeMap<K, Money> {
        let mut sums = BTreeMap::new();
        for cost in &self.costs {
            *sums.entry(by(cost)).or_default() += cost.amount;
        }
        sums
    }
}

/// Each living service's primary cost, in order.
pub(crate) fn primary(rules: &Rules, books: &Books, year: Year) -> Vec<ServiceYear> {
    let of = |service| {
        let mut costs = posted(books, service);
        costs.extend(depreciation(rules, service, year));
        costs.extend(overhead(rules, service, &costs));
        ServiceYear { service, costs }
    };
    rules.living(year).map(|(service, _)| of(service)).collect()
}

fn posted(books: &Books, service: ServiceId) -> Vec<Cost> {
    let first = CostKey { service, one_off: false, timing: Timing::Even, payer: PartnerId(0), kind: None };
    let own = books.shared.range(first..).take_while(|(key, _)| key.service == service);
    let cost = |(key, tally): (&CostKey, &super::Tally)| Cost {
        origin: Origin::Postings(key.kind),
        one_off: key.one_off,
        timing: key.timing,
        payer: key.payer,
        amount: tally.amount,
        asset: None,
    };
    own.map(cost).collect()
}

/// Each month's depreciation counts on the month's last day; an internal service's year is not divided.
fn depreciation(rules: &Rules, service: ServiceId, year: Year) -> Vec<Cost> {
    let segments = rules.agreement.service(service).segments(year);
    let mut costs: BTreeMap<(PartnerId, Timing, usize), Money> = BTreeMap::new();
    let assets = rules.tables.assets.iter().enumerate();
    for (index, asset) in assets.filter(|(_, asset)| asset.service == service) {
        for (day, amount) in asset.line().by_month(year) {
            let timing = Timing::Segment(nearest_segment(&segments, day));
            *costs.entry((asset.payer, timing, index)).or_default() += amount;
        }
    }
    let cost = |((payer, timing, asset), amount)| Cost {
        origin: Origin::Depreciation,
        one_off: false,
        timing,
        payer,
        amount,
        asset: Some(asset),
    };
    costs.into_iter().map(cost).collect()
}

/// The percent of the kind's cost, half-up, borne by the operator.
fn overhead(rules: &Rules, service: ServiceId, costs: &[Cost]) -> Option<Cost> {
    let terms = rules.agreement.service(service);
    let surcharge = terms.overhead?;
    let of_kind = costs.iter().filter(|cost| cost.origin == Origin::Postings(Some(surcharge.on)));
    let base: Money = of_kind.map(|cost| cost.amount).sum();
    let amount = rounded(&(exact(base) * percent(surcharge.percent)), Money::CENT);
    (!amount.is_zero()).then_some(Cost {
        origin: Origin::Overhead,
        one_off: false,
        timing: Timing::Even,
        payer: terms.operator,
        amount,
        asset: None,
    })
}

/// Warnings: assets that are written off in the year although their service does not live in it.
#[must_use]
pub fn idle_assets(rules: &Rules, year: Year) -> Vec<Finding> {
    let idle = rules.tables.assets.iter().filter(|asset| {
        rules.agreement.service(asset.service).life(year).is_none() && !asset.line().in_year(year).is_zero()
    });
    let warning = |asset: &crate::tables::Asset| {
        let line = asset.line();
        let fault = CostFault::IdleAsset {
            asset: asset.name.clone(),
            service: rules.agreement.service(asset.service).id.clone(),
            year,
            amount: line.in_year(year),
            left: asset.cost - line.by_end_of(year.back(1)),
        };
        Finding::at(asset.place, fault).in_year(year)
    };
    idle.map(warning).collect()
}
