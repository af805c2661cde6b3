//! The services in JSON: what each cost, how its lines were divided, what internal ones charged.
//!
//! In: the allocation. Out: all services that live in the year, in order. An internal one has no segments and allocates
//! nothing; what it charges on stands in `charges`.

use serde::Serialize;

use super::{ByPartner, Cents, Ids, Ratio};
use crate::agreement::{KeyId, Of, PartnerId, Take};
use crate::allocate::{Division, Line, ServiceCost, StepBearer, StepCost, UnitPrice};
use crate::apportion::rounded;
use crate::cost::{ByOrigin, Charge, Internal, Origin};
use crate::fraction::Fraction;
use crate::money::Money;

#[derive(Serialize)]
pub(super) struct ServiceShape<'a> {
    id: &'a str,
    internal: bool,
    direct: Cents,
    derived: Cents,
    charged: Cents,
    total: Cents,
    depreciation: Cents,
    overhead: Cents,
    kinds: Vec<KindShape<'a>>,
    segments: Vec<SegmentShape<'a>>,
    allocated: ByPartner<'a>,
    borne: ByPartner<'a>,
    key: Option<&'a str>,
    charges: Vec<ChargedShape>,
}

#[derive(Serialize)]
struct KindShape<'a> {
    kind: Option<&'a str>,
    amount: Cents,
}

#[derive(Serialize)]
struct SegmentShape<'a> {
    from: String,
    to: String,
    key: &'a str,
    one_off: bool,
    total: Cents,
    shares: Vec<ShareShape<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepShape<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price: Option<PriceShape<'a>>,
}

#[derive(Serialize)]
struct ShareShape<'a> {
    partner: &'a str,
    share: Option<Ratio>,
    amount: Cents,
    residual: Cents,
}

#[derive(Serialize)]
struct StepShape<'a> {
    takes: &'static str,
    limit: Option<Cents>,
    percent: Option<String>,
    amount: Cents,
    left: Cents,
    to: Option<&'a str>,
    key: Option<&'a str>,
}

#[derive(Serialize)]
struct PriceShape<'a> {
    driver: &'a str,
    unit: String,
    rest: &'a str,
    recovered: Cents,
    over_recovery: Cents,
}

/// A part of an internal service's gross cost: exact, in euro, as a fraction.
#[derive(Serialize)]
struct ChargedShape {
    to: String,
    share: Ratio,
    exact: Ratio,
}

/// What a receiver is charged by all internal services.
#[derive(Serialize)]
pub(super) struct ChargeShape<'a> {
    to: String,
    amount: Cents,
    residual: Cents,
    borne: ByPartner<'a>,
}

/// All services that live in the year, in order.
pub(super) fn all<'a>(ids: &Ids<'a>) -> Vec<ServiceShape<'a>> {
    let allocation = &ids.0.allocation;
    let shape = |id| {
        let shared = allocation.services.iter().find(|cost| cost.service == id);
        let internal = allocation.charges.internal.iter().find(|internal| internal.service == id);
        shared
            .map(|cost| ServiceShape::shared(ids, cost))
            .or_else(|| internal.map(|internal| ServiceShape::internal(ids, internal)))
    };
    ids.0.rules.living(ids.0.year).filter_map(|(id, _)| shape(id)).collect()
}

impl<'a> ServiceShape<'a> {
    fn shared(ids: &Ids<'a>, cost: &'a ServiceCost) -> Self {
        Self {
            id: &ids.0.rules.agreement.service(cost.service).id,
            internal: false,
            direct: Cents(cost.cost.direct()),
            derived: Cents(cost.cost.derived()),
            charged: Cents(cost.cost.charged()),
            total: Cents(cost.total()),
            depreciation: Cents(cost.cost.of(Origin::Depreciation)),
            overhead: Cents(cost.cost.of(Origin::Overhead)),
            kinds: kinds(ids, &cost.cost),
            segments: cost.lines.iter().map(|line| SegmentShape::of(ids, line)).collect(),
            allocated: ids.by_partner(&cost.allocated),
            borne: ids.by_partner(&cost.borne),
            key: None,
            charges: Vec::new(),
        }
    }

    fn internal(ids: &Ids<'a>, service: &Internal) -> Self {
        let (direct, derived) = (service.primary.direct(), service.primary.derived());
        let total = rounded(&service.gross, Money::CENT);
        let agreement = &ids.0.rules.agreement;
        let charges = service.proof.iter().flat_map(|proof| proof.receivers.iter().zip(&proof.shares));
        Self {
            id: &agreement.service(service.service).id,
            internal: true,
            direct: Cents(direct),
            derived: Cents(derived),
            charged: Cents(total - direct - derived),
            total: Cents(total),
            depreciation: Cents(service.primary.of(Origin::Depreciation)),
            overhead: Cents(service.primary.of(Origin::Overhead)),
            kinds: kinds(ids, &service.primary),
            segments: Vec::new(),
            allocated: ByPartner(Vec::new()),
            borne: ids.by_partner(&service.borne),
            key: service.proof.as_ref().map(|proof| ids.key(proof.key)),
            charges: charges
                .map(|(receiver, share)| ChargedShape {
                    to: agreement.receiver_id(*receiver),
                    share: Ratio(share.clone()),
                    exact: Ratio(service.charges(*receiver) / Fraction::from_integer(100.into())),
                })
                .collect(),
        }
    }
}

fn kinds<'a>(ids: &Ids<'a>, cost: &ByOrigin) -> Vec<KindShape<'a>> {
    let agreement = &ids.0.rules.agreement;
    let kind = |(origin, amount): (&Origin, &Money)| match origin {
        Origin::Postings(kind) => Some(KindShape {
            kind: kind.map(|kind| agreement.kind(kind).id.as_str()),
            amount: Cents(*amount),
        }),
        _ => None,
    };
    cost.0.iter().filter_map(kind).collect()
}

impl<'a> SegmentShape<'a> {
    fn of(ids: &Ids<'a>, line: &'a Line) -> Self {
        let amounts = line.participants.iter().zip(line.amounts()).zip(line.residuals());
        let share =
            |(index, ((partner, amount), residual)): (usize, ((&PartnerId, Money), Money))| ShareShape {
                partner: ids.partner(*partner),
                share: line.share(index).cloned().map(Ratio),
                amount: Cents(amount),
                residual: Cents(residual),
            };
        let (steps, price) = match &line.division {
            Division::Shares(_) => (Vec::new(), None),
            Division::Steps(steps) => {
                (steps.iter().map(|step| StepShape::of(ids, line, step)).collect(), None)
            }
            Division::Price(price) => (Vec::new(), Some(PriceShape::of(ids, line, price))),
        };
        Self {
            from: line.span.from().to_string(),
            to: line.span.to().to_string(),
            key: ids.key(line.key),
            one_off: line.one_off,
            total: Cents(line.total),
            shares: amounts.enumerate().map(share).collect(),
            steps,
            price,
        }
    }
}

impl<'a> StepShape<'a> {
    fn of(ids: &Ids<'a>, line: &Line, step: &StepCost) -> Self {
        let (takes, percent) = match step.take {
            Take::Above(_) => ("above", None),
            Take::Amount(_) => ("amount", None),
            Take::Percent(percent, Of::Total) => ("percent of total", Some(percent.to_string())),
            Take::Percent(percent, Of::Rest) => ("percent of rest", Some(percent.to_string())),
            Take::Rest => ("rest", None),
        };
        let alone = match step.bearer {
            StepBearer::Alone(index, _) => line.participants.get(index).map(|partner| ids.partner(*partner)),
            StepBearer::Shared(_) => None,
        };
        Self {
            takes,
            limit: step.limit.map(Cents),
            percent,
            amount: Cents(step.amount),
            left: Cents(step.left),
            to: alone,
            key: step.slice().map(|slice| ids.key(slice.proof.key)),
        }
    }
}

impl<'a> PriceShape<'a> {
    fn of(ids: &Ids<'a>, line: &Line, price: &'a UnitPrice) -> Self {
        Self {
            driver: &price.driver,
            unit: price.unit.to_string(),
            rest: line.participants.get(price.rest).map_or("", |partner| ids.partner(*partner)),
            recovered: Cents(price.recovered),
            over_recovery: Cents(price.over_recovery(line.total)),
        }
    }
}

impl<'a> ChargeShape<'a> {
    pub(super) fn of(ids: &Ids<'a>, charge: &Charge) -> Self {
        Self {
            to: ids.0.rules.agreement.receiver_id(charge.receiver),
            amount: Cents(charge.part.amount),
            residual: Cents(charge.part.residual),
            borne: ids.by_partner(&charge.amounts()),
        }
    }
}

impl<'a> Ids<'a> {
    fn key(&self, id: KeyId) -> &'a str {
        &self.0.rules.agreement.key(id).id
    }
}
