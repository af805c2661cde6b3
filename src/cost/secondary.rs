//! Internal services are charged on to those who use them (`innerbetriebliche Leistungsverrechnung`, design 4.6).
//!
//! In: the rules and the primary cost of every living service. Out: [`Charges`]: what each final service and each own
//! share is charged, to the cent, and who bore it; or every reason why it cannot be. The three methods differ only in
//! who may receive; then the same linear equations hold for all of them, and are solved exactly: gross cost = primary
//! cost + what the others charge. Direct and step-down are the cases in which that solution can be read off.
//!
//! Reciprocal method: e. g. Haberstock, Kostenrechnung I; Horngren et al., Cost Accounting, ch. 16.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::Zero;

use super::primary::{ByOrigin, Cost, ServiceYear};
use crate::agreement::{KeyId, Method, PartnerId, Receiver, Secondary, Service, ServiceId};
use crate::apportion::{Part, exact_parts};
use crate::finding::{CostFault, DriverFault, Fault, Finding, KeyFault};
use crate::fraction::Fraction;
use crate::key::{Charging, Proof, Question, named, prove};
use crate::money::Money;
use crate::period::Year;
use crate::rules::Rules;

mod payers;
mod solve;

use solve::{Flows, transposed};

/// What internal services charge in a year.
#[derive(Debug, Clone, Default)]
pub struct Charges {
    /// The internal services that live in the year, in order.
    pub internal: Vec<Internal>,
    /// Every final service that lives in the year, in order, and every own share that a key names, in partner order.
    pub charges: Vec<Charge>,
}

/// An internal service's year.
#[derive(Debug, Clone)]
pub struct Internal {
    /// The service.
    pub service: ServiceId,
    /// Its own cost (`Primärkosten`): postings and derived cost.
    pub primary: ByOrigin,
    /// The same, cost by cost.
    pub costs: Vec<Cost>,
    /// Who bore that.
    pub borne: BTreeMap<PartnerId, Money>,
    /// Its gross cost in exact cents: its own and what internal services charge it.
    pub gross: Fraction,
    /// What of the gross cost each payer's cost has become.
    pub gross_by: Vec<(PartnerId, Fraction)>,
    /// By which shares it is charged on; none where it has neither cost nor receivers.
    pub proof: Option<Proof>,
}

/// What a receiver is charged by all internal services.
#[derive(Debug, Clone)]
pub struct Charge {
    /// A final service, or an own share.
    pub receiver: Receiver,
    /// The charge: exact, to the cent, and the residual cent it got.
    pub part: Part,
    /// Who bore it; the amounts sum to the charge.
    pub borne: BTreeMap<PartnerId, Part>,
    /// Is it the last, which takes what each payer has left?
    pub last: bool,
}

impl Internal {
    /// What it charges a receiver, in exact cents; nothing where the key names it not.
    #[must_use]
    pub fn charges(&self, receiver: Receiver) -> Fraction {
        let share = self.proof.as_ref().and_then(|proof| proof.share_of(receiver));
        share.map_or_else(Zero::zero, |share| share * &self.gross)
    }
}

impl Charge {
    /// Who bore it, and how much.
    #[must_use]
    pub fn amounts(&self) -> BTreeMap<PartnerId, Money> {
        self.borne.iter().map(|(payer, part)| (*payer, part.amount)).collect()
    }

    /// What a payer bore of it.
    #[must_use]
    pub fn borne_by(&self, payer: PartnerId) -> Money {
        self.borne.get(&payer).map_or(Money::ZERO, |part| part.amount)
    }
}

impl Charges {
    /// The charges to own shares, in partner order.
    pub fn own(&self) -> impl Iterator<Item = (PartnerId, &Charge)> {
        self.charges.iter().filter_map(|charge| match charge.receiver {
            Receiver::Own(partner) => Some((partner, charge)),
            Receiver::Service(_) | Receiver::Partner(_) => None,
        })
    }

    /// What a final service is charged; nothing where it is none of the receivers.
    #[must_use]
    pub fn to(&self, service: ServiceId) -> Option<&Charge> {
        self.charges.iter().find(|charge| charge.receiver == Receiver::Service(service))
    }

    /// What a partner is charged for its own use.
    #[must_use]
    pub fn own_of(&self, partner: PartnerId) -> Money {
        self.own().filter(|(owner, _)| *owner == partner).map(|(_, charge)| charge.part.amount).sum()
    }

    /// What a partner bore of all own shares.
    #[must_use]
    pub fn own_borne_by(&self, partner: PartnerId) -> Money {
        self.own().map(|(_, charge)| charge.borne_by(partner)).sum()
    }

    /// All own shares.
    #[must_use]
    pub fn all_own(&self) -> Money {
        self.own().map(|(_, charge)| charge.part.amount).sum()
    }
}

/// What the year's internal services charge.
///
/// # Errors
/// Every internal service without a key or shares; one whose cost goes to nobody; services that charge only each other.
pub(crate) fn charge(rules: &Rules, year: Year, costs: &[ServiceYear]) -> Result<Charges, Vec<Finding>> {
    let case = Case { rules, year, costs };
    let internal = |service: &&ServiceYear| rules.agreement.service(service.service).internal;
    let internal: Vec<&ServiceYear> = costs.iter().filter(internal).collect();
    if internal.is_empty() {
        return Ok(Charges::default());
    }
    let mut proofs = Vec::new();
    let mut faults = Vec::new();
    for service in &internal {
        match case.proof(service.service) {
            Ok(proof) => proofs.push(proof),
            Err(found) => faults.extend(found),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let flows = Flows { services: internal.iter().map(|service| service.service).collect(), proofs };
    let payers = payers::all(&internal);
    let borne = payers::primary(&internal, &payers);
    let Some(gross) = flows.solve(&borne) else { return Err(vec![case.endless(&flows)]) };
    case.without_receiver(&flows, &gross)?;
    Ok(case.charges(&internal, flows, &gross, &payers))
}

/// A year's living services with their primary cost.
struct Case<'a> {
    rules: &'a Rules,
    year: Year,
    costs: &'a [ServiceYear],
}

impl Case<'_> {
    fn service(&self, id: ServiceId) -> &Service {
        self.rules.agreement.service(id)
    }

    /// The shares by which an internal service is charged on; none where nobody is left to receive.
    fn proof(&self, service: ServiceId) -> Result<Option<Proof>, Vec<Finding>> {
        let key = self.key(service)?;
        let receivers = self.receivers(service, key);
        if receivers.is_empty() {
            return self.only_partners(service, key).map_or(Ok(None), |finding| Err(vec![finding]));
        }
        let primary = self.costs.iter().map(|year| (year.service, year.total())).collect();
        let charging = Some(Charging { service, primary: &primary });
        let (rules, year, span) = (self.rules, self.year, self.year.span());
        match prove(&Question { rules, year, span, receivers: &receivers, charging }, key) {
            Err(faults) if faults.iter().all(is_all_zero) && !self.by_primary_cost(key) => Ok(None),
            proof => proof.map(Some),
        }
    }

    /// A driver of the key of which there are rows, but none of a service or an own share.
    fn only_partners(&self, service: ServiceId, key: KeyId) -> Option<Finding> {
        if !named(self.rules, key, service).is_empty() {
            return None;
        }
        let agreement = &self.rules.agreement;
        let used = agreement.with_parts([key].into_iter());
        let (driver, place) = used.into_iter().find_map(|key| agreement.key(key).method.driver())?;
        let fault = DriverFault::OnlyPartners {
            driver: driver.to_owned(),
            service: self.service(service).id.clone(),
        };
        self.rules.tables.measures(driver).then(|| Finding::at(place, fault).spanning(driver.len() + 2))
    }

    fn by_primary_cost(&self, key: KeyId) -> bool {
        matches!(self.rules.agreement.key(key).method, Method::PrimaryCost)
    }

    /// The one key of the year.
    fn key(&self, service: ServiceId) -> Result<KeyId, Vec<Finding>> {
        let terms = self.service(service);
        let life = terms.life(self.year).unwrap_or(self.year.span());
        let in_force = terms.keys.iter().rev().find(|dated| dated.from <= life.from());
        let change = terms.keys.iter().find(|dated| life.from() < dated.from && dated.from <= life.to());
        let fault = |place, fault: Fault| vec![Finding::at(place, fault).in_year(self.year)];
        let id = terms.id.clone();
        match (in_force, change) {
            (_, Some(change)) => {
                Err(fault(change.place, CostFault::KeyChange { service: id, from: change.from }.into()))
            }
            (Some(dated), None) => Ok(dated.key),
            (None, None) => Err(fault(terms.place, KeyFault::NoneInForce { service: id, span: life }.into())),
        }
    }

    /// Whom the key names, as far as they live in the year and the method lets them receive.
    fn receivers(&self, service: ServiceId, key: KeyId) -> Vec<Receiver> {
        let lives = |id: ServiceId| self.costs.iter().any(|year| year.service == id);
        let may = |id: ServiceId| match self.rules.agreement.secondary {
            _ if !self.service(id).internal => true,
            Secondary::Direct => false,
            Secondary::StepDown => self.rules.agreement.step(id) > self.rules.agreement.step(service),
            Secondary::Reciprocal => true,
        };
        let receives = |receiver: &Receiver| match receiver {
            Receiver::Service(id) => lives(*id) && may(*id),
            Receiver::Own(_) => true,
            Receiver::Partner(_) => false,
        };
        named(self.rules, key, service).into_iter().filter(receives).collect()
    }

    /// An internal service with cost that goes to nobody is an error.
    fn without_receiver(&self, flows: &Flows, gross: &[Vec<Fraction>]) -> Result<(), Vec<Finding>> {
        let secondary = self.rules.agreement.secondary;
        let stuck = flows.services.iter().zip(&flows.proofs).zip(gross);
        let stuck =
            stuck.filter(|((_, proof), borne)| proof.is_none() && borne.iter().any(|part| !part.is_zero()));
        let faults: Vec<Finding> = stuck
            .map(|((service, _), _)| {
                let terms = self.service(*service);
                let fault = CostFault::NoReceiver { service: terms.id.clone(), secondary, year: self.year };
                Finding::at(terms.place, fault).in_year(self.year)
            })
            .collect();
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// Services that charge each other and nobody else have no gross cost: the way round is named.
    fn endless(&self, flows: &Flows) -> Finding {
        let way = flows.closed_way();
        let place = self.service(way.first().copied().unwrap_or(ServiceId(0))).place;
        let services = way.iter().chain(way.first()).map(|id| self.service(*id).id.clone()).collect();
        Finding::at(place, CostFault::Loop { services }).in_year(self.year)
    }

    fn charges(
        &self,
        internal: &[&ServiceYear],
        flows: Flows,
        gross: &[Vec<Fraction>],
        payers: &[PartnerId],
    ) -> Charges {
        let receivers = self.charged(&flows);
        let by_payer = transposed(gross, payers.len());
        let borne: Vec<Vec<Fraction>> =
            receivers.iter().map(|receiver| flows.received(*receiver, &by_payer)).collect();
        let total: Money = internal.iter().map(|service| service.total()).sum();
        let parts = exact_parts(total, borne.iter().map(|payers| payers.iter().sum()).collect());
        let last = payers::last(&parts, &borne);
        let by_payer = payers::split(internal, payers, &parts, &borne, last);
        let charges = receivers.into_iter().zip(parts).zip(by_payer).enumerate();
        let internals = internal.iter().zip(flows.proofs).zip(gross);
        Charges {
            internal: internals
                .map(|((service, proof), gross)| Internal {
                    service: service.service,
                    primary: service.by_origin(),
                    costs: service.costs.clone(),
                    borne: service.sums(|cost| cost.payer),
                    gross: gross.iter().sum(),
                    gross_by: payers.iter().copied().zip(gross.iter().cloned()).collect(),
                    proof,
                })
                .collect(),
            charges: charges
                .map(|(index, ((receiver, part), borne))| Charge {
                    receiver,
                    part,
                    borne,
                    last: Some(index) == last,
                })
                .collect(),
        }
    }

    /// All final services in order, then the own shares that keys name in partner order.
    fn charged(&self, flows: &Flows) -> Vec<Receiver> {
        let services = self.costs.iter().map(|year| year.service);
        let last: Vec<Receiver> =
            services.filter(|id| !self.service(*id).internal).map(Receiver::Service).collect();
        let receivers = flows.proofs.iter().flatten().flat_map(|proof| proof.receivers.iter().copied());
        let own: BTreeSet<Receiver> =
            receivers.filter(|receiver| matches!(receiver, Receiver::Own(_))).collect();
        last.into_iter().chain(own).collect()
    }
}

/// Do those that are left to receive get nothing by the key? Then nobody is left.
fn is_all_zero(finding: &Finding) -> bool {
    matches!(finding.fault, Fault::Key(KeyFault::AllZero { .. }))
}
