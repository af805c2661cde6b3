//! A service's cost, down to the rows of the ledgers.
//!
//! In: costs. Out: a step for each: postings with their rows or monthly sums, depreciation with its asset, overhead with
//! its base, charges of internal services.

use super::what::Depreciable;
use super::{Case, CostStep, Figure, Month, Row, Step};
use crate::agreement::{Receiver, ServiceId};
use crate::allocate::ServiceCost;
use crate::cost::{Cost, CostKey, Origin, Timing};
use crate::money::Money;
use crate::period::Span;
use crate::tables::Asset;

impl Case<'_> {
    /// All cost of a service.
    pub(super) fn costs(&self, cost: &ServiceCost) -> Step {
        let service = cost.service;
        let own = cost.costs.iter().filter(|cost| cost.origin != Origin::Charge);
        let own = own.map(|cost| self.cost(service, cost).plus());
        let charges = &self.statement.allocation.charges;
        let charge = charges.to(service).filter(|charge| !charge.part.amount.is_zero());
        let charge = charge.map(|charge| self.charge(charge).plus());
        Step::new(CostStep::Costs(service), Figure::Euro(cost.total()), own.chain(charge).collect())
    }

    /// A cost with what it comes from.
    pub(super) fn cost(&self, service: ServiceId, cost: &Cost) -> Step {
        let parts = match cost.origin {
            Origin::Postings(_) => self.rows(service, cost),
            Origin::Depreciation => self.asset(cost).into_iter().collect(),
            Origin::Overhead => self.overhead(service).into_iter().collect(),
            Origin::Charge => Vec::new(),
        };
        Step { parts, ..self.named(service, cost) }
    }

    /// A cost by its name and amount.
    pub(super) fn named(&self, service: ServiceId, cost: &Cost) -> Step {
        let Cost { origin, one_off, payer, amount, .. } = *cost;
        let asset = cost.asset.and_then(|asset| self.statement.rules.tables.assets.get(asset));
        let (span, asset) = (self.span(service, cost.timing), asset.map(|asset| asset.name.clone()));
        let what = CostStep::Cost { origin, one_off, span, payer, asset };
        Step::plain(what, Figure::Euro(amount))
    }

    /// The days of a segment; none where cost counts evenly, or the service's year is one segment.
    fn span(&self, service: ServiceId, timing: Timing) -> Option<Span> {
        let segments = self.statement.rules.agreement.service(service).segments(self.statement.year);
        match timing {
            Timing::Segment(index) if segments.len() > 1 => segments.get(index).map(|segment| segment.span),
            Timing::Segment(_) | Timing::Even => None,
        }
    }

    /// The rows of a cost line, or their sums by month.
    fn rows(&self, service: ServiceId, cost: &Cost) -> Vec<Step> {
        let Cost { one_off, timing, payer, .. } = *cost;
        let Origin::Postings(kind) = cost.origin else { return Vec::new() };
        let Some(list) = self.rows.of(&CostKey { service, one_off, timing, payer, kind }) else {
            return Vec::new();
        };
        if list.rows.is_empty() {
            let month = |(month, tally): (&Month, &crate::cost::Tally)| {
                Step::plain(CostStep::Month(*month, tally.rows), Figure::Euro(tally.amount)).plus()
            };
            return list.months.iter().map(month).collect();
        }
        let posting = |row: &Row| {
            Step::plain(CostStep::Posting(row.clone()), Figure::Euro(row.amount)).at(row.place).plus()
        };
        list.rows.iter().map(posting).collect()
    }

    fn asset(&self, cost: &Cost) -> Option<Step> {
        let asset = self.statement.rules.tables.assets.get(cost.asset?)?;
        let year = self.statement.year;
        let line = asset.line();
        let Asset { name, acquired, life_months, .. } = asset;
        let what = CostStep::Asset(Depreciable {
            name: name.clone(),
            acquired: *acquired,
            amount: line.amount,
            life_months: *life_months,
            written_off: [line.by_end_of(year.back(1)), line.by_end_of(year)],
        });
        Some(Step::plain(what, Figure::None).at(asset.place))
    }

    /// What the surcharge for overhead is on.
    fn overhead(&self, service: ServiceId) -> Option<Step> {
        let agreement = &self.statement.rules.agreement;
        let surcharge = agreement.service(service).overhead?;
        let base =
            self.primary(service).iter().filter(|cost| cost.origin == Origin::Postings(Some(surcharge.on)));
        let base: Money = base.map(|cost| cost.amount).sum();
        let what = CostStep::Overhead(surcharge.percent, agreement.kind(surcharge.on).name.clone());
        Some(Step::plain(what, Figure::Euro(base)).at(agreement.service(service).place))
    }

    /// A service's costs, whether it is internal or not.
    fn primary(&self, service: ServiceId) -> &[Cost] {
        let allocation = &self.statement.allocation;
        let last = allocation.services.iter().find(|cost| cost.service == service);
        let internal = allocation.charges.internal.iter().find(|internal| internal.service == service);
        last.map(|cost| cost.costs.as_slice())
            .or(internal.map(|cost| cost.costs.as_slice()))
            .unwrap_or_default()
    }

    /// What the partner bore of a service; with the rows that it paid, where they are asked for here.
    pub(super) fn borne(&self, cost: &ServiceCost, with_rows: bool) -> Step {
        let own = cost.costs.iter().filter(|cost| cost.payer == self.partner);
        let step = |borne: &Cost| match borne.origin {
            Origin::Charge => {
                let charge = self.statement.allocation.charges.to(cost.service);
                charge.map_or_else(|| self.named(cost.service, borne), |charge| self.charge_borne(charge))
            }
            _ if with_rows => self.cost(cost.service, borne),
            _ => self.named(cost.service, borne),
        };
        let figure = Figure::Euro(cost.borne_by(self.partner));
        Step::new(CostStep::Borne(cost.service), figure, own.map(|borne| step(borne).plus()).collect())
    }

    /// By name, who receives a charge.
    pub(super) fn own(&self) -> Receiver {
        Receiver::Own(self.partner)
    }
}
