//! The statement as JSON, schema `umlage/statement/1` (design 6): names and order of fields are a contract.
//!
//! In: the statement itself, not its document, since programs want ids and exact shares. Out: amounts as strings
//! with a point and two decimals, shares as `numerator/denominator`, maps in the order of the partners. What
//! internal services, depreciation, VAT and openings will bring is zero until they are supported.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::finding::{Located, Shape};
use crate::agreement::{Language, PartnerId, PartnerKind};
use crate::allocate::{Line, ServiceCost};
use crate::apportion::Part;
use crate::claims::Claim;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::settle::{Balance, Transfer};
use crate::statement::Statement;

mod inputs;
mod savings;

use inputs::{InputShape, ReconciliationShape};
use savings::SavingsShape;

/// The statement as JSON. `findings` are its warnings, located; the language is that of their sentences.
#[must_use]
pub fn json(statement: &Statement<'_>, findings: &[Located<'_>], language: Language) -> String {
    let ids = Ids(statement);
    pretty(&StatementShape {
        schema: "umlage/statement/1",
        agreement: &statement.rules.agreement.name,
        year: statement.year.number(),
        inputs: inputs::all(statement),
        reconciliation: ReconciliationShape::of(statement),
        services: statement.allocation.services.iter().map(|cost| ServiceShape::of(&ids, cost)).collect(),
        claims: statement.claims.iter().map(|claim| ClaimShape::of(&ids, claim)).collect(),
        partners: statement.settlement.balances.iter().map(|row| PartnerShape::of(&ids, row)).collect(),
        transfers: statement.settlement.transfers.iter().map(|row| TransferShape::of(&ids, row)).collect(),
        savings: statement.savings.as_ref().map(|savings| SavingsShape::of(&ids, savings)),
        findings: findings.iter().map(|located| Shape::new(located, language)).collect(),
        version: env!("CARGO_PKG_VERSION"),
    })
}

/// Indented, with a line end. Our own shapes have no key that is not text, so writing them does not fail.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(serde::Serialize)]
struct StatementShape<'a> {
    schema: &'static str,
    agreement: &'a str,
    year: i16,
    inputs: Vec<InputShape<'a>>,
    reconciliation: ReconciliationShape,
    services: Vec<ServiceShape<'a>>,
    claims: Vec<ClaimShape<'a>>,
    partners: Vec<PartnerShape<'a>>,
    transfers: Vec<TransferShape<'a>>,
    savings: Option<SavingsShape<'a>>,
    findings: Vec<Shape>,
    version: &'static str,
}

/// An amount in JSON: `"-0.40"`.
struct Cents(Money);

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

/// Nothing yet: what is not supported.
const NONE: Cents = Cents(Money::ZERO);

/// A share in JSON: `"3/5"`, `"1/1"`.
struct Ratio(Fraction);

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&format_args!("{}/{}", self.0.numer(), self.0.denom()))
    }
}

/// A map from partners' ids to amounts, in the order of the partners.
struct ByPartner<'a>(Vec<(&'a str, Cents)>);

impl Serialize for ByPartner<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (partner, amount) in &self.0 {
            map.serialize_entry(partner, amount)?;
        }
        map.end()
    }
}

/// What ids stand for numbers.
struct Ids<'a>(&'a Statement<'a>);

impl<'a> Ids<'a> {
    fn partner(&self, id: PartnerId) -> &'a str {
        &self.0.rules.agreement.partner(id).id
    }

    fn by_partner(&self, amounts: &BTreeMap<PartnerId, Money>) -> ByPartner<'a> {
        ByPartner(amounts.iter().map(|(partner, amount)| (self.partner(*partner), Cents(*amount))).collect())
    }
}

#[derive(serde::Serialize)]
struct ServiceShape<'a> {
    id: &'a str,
    internal: bool,
    direct: Cents,
    derived: Cents,
    charged: Cents,
    total: Cents,
    kinds: Vec<KindShape<'a>>,
    segments: Vec<SegmentShape<'a>>,
    allocated: ByPartner<'a>,
    borne: ByPartner<'a>,
}

#[derive(serde::Serialize)]
struct KindShape<'a> {
    kind: Option<&'a str>,
    amount: Cents,
}

#[derive(serde::Serialize)]
struct SegmentShape<'a> {
    from: String,
    to: String,
    key: &'a str,
    one_off: bool,
    total: Cents,
    shares: Vec<ShareShape<'a>>,
}

#[derive(serde::Serialize)]
struct ShareShape<'a> {
    partner: &'a str,
    share: Ratio,
    amount: Cents,
    residual: Cents,
}

impl<'a> ServiceShape<'a> {
    fn of(ids: &Ids<'a>, cost: &ServiceCost) -> Self {
        let agreement = &ids.0.rules.agreement;
        let kind = |(kind, amount): (&Option<_>, &Money)| KindShape {
            kind: kind.map(|kind| agreement.kind(kind).id.as_str()),
            amount: Cents(*amount),
        };
        Self {
            id: &agreement.service(cost.service).id,
            internal: false,
            direct: Cents(cost.direct),
            derived: NONE,
            charged: NONE,
            total: Cents(cost.total()),
            kinds: cost.kinds.iter().map(kind).collect(),
            segments: cost.lines.iter().map(|line| SegmentShape::of(ids, line)).collect(),
            allocated: ids.by_partner(&cost.allocated),
            borne: ids.by_partner(&cost.borne),
        }
    }
}

impl<'a> SegmentShape<'a> {
    fn of(ids: &Ids<'a>, line: &Line) -> Self {
        let shares = line.participants.iter().zip(&line.proof.shares).zip(&line.parts);
        let share = |((partner, share), part): ((&PartnerId, &Fraction), &Part)| ShareShape {
            partner: ids.partner(*partner),
            share: Ratio(share.clone()),
            amount: Cents(part.amount),
            residual: Cents(part.residual),
        };
        Self {
            from: line.span.from().to_string(),
            to: line.span.to().to_string(),
            key: &ids.0.rules.agreement.key(line.proof.key).id,
            one_off: line.one_off,
            total: Cents(line.total),
            shares: shares.map(share).collect(),
        }
    }
}

#[derive(serde::Serialize)]
struct ClaimShape<'a> {
    service: &'a str,
    from: &'a str,
    to: &'a str,
    net: Cents,
    vat: Cents,
}

impl<'a> ClaimShape<'a> {
    fn of(ids: &Ids<'a>, claim: &Claim) -> Self {
        Self {
            service: &ids.0.rules.agreement.service(claim.service).id,
            from: ids.partner(claim.from),
            to: ids.partner(claim.to),
            net: Cents(claim.net),
            vat: NONE,
        }
    }
}

#[derive(serde::Serialize)]
struct PartnerShape<'a> {
    id: &'a str,
    allocated: Cents,
    own: Cents,
    rounding: Cents,
    borne: Cents,
    vat: Cents,
    advances_paid: Cents,
    advances_received: Cents,
    opening: Cents,
    balance: Cents,
    name: &'a str,
    kind: Option<&'static str>,
    ags: Option<&'a str>,
}

impl<'a> PartnerShape<'a> {
    fn of(ids: &Ids<'a>, balance: &Balance) -> Self {
        let partner = ids.0.rules.agreement.partner(balance.partner);
        Self {
            id: &partner.id,
            allocated: Cents(balance.allocated),
            own: NONE,
            rounding: Cents(balance.rounding),
            borne: Cents(balance.borne),
            vat: NONE,
            advances_paid: Cents(balance.advances_paid),
            advances_received: Cents(balance.advances_received),
            opening: NONE,
            balance: Cents(balance.balance()),
            name: &partner.name,
            kind: partner.kind.map(kind),
            ags: partner.ags.as_deref(),
        }
    }
}

/// As umlage.toml writes it.
fn kind(kind: PartnerKind) -> &'static str {
    match kind {
        PartnerKind::City => "city",
        PartnerKind::District => "district",
        PartnerKind::Municipality => "municipality",
        PartnerKind::Association => "association",
        PartnerKind::Other => "other",
    }
}

#[derive(serde::Serialize)]
struct TransferShape<'a> {
    from: &'a str,
    to: &'a str,
    amount: Cents,
    payee: Option<&'a str>,
}

impl<'a> TransferShape<'a> {
    fn of(ids: &Ids<'a>, transfer: &Transfer) -> Self {
        Self {
            from: ids.partner(transfer.from),
            to: ids.partner(transfer.to),
            amount: Cents(transfer.amount),
            payee: ids.0.rules.agreement.partner(transfer.to).payee.as_deref(),
        }
    }
}
