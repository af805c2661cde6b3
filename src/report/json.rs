//! The statement as JSON, schema `umlage/statement/1` (design 6): names and order of fields are a contract.
//!
//! In: the statement itself, not its document, since programs want ids and exact shares. Out: amounts as strings
//! with a point and two decimals, shares as `numerator/denominator`, maps in the order of the partners.

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::finding::{Located, Shape};
use crate::agreement::{Language, PartnerId, PartnerKind};
use crate::claims::{Claim, ClaimFor, VatPart};
use crate::fraction::Fraction;
use crate::money::Money;
use crate::settle::{Balance, Transfer};
use crate::statement::Statement;

pub(super) mod comparison;
mod inputs;
pub(super) mod savings;
mod services;
pub(super) mod trend;

use inputs::{InputShape, MovedShape, ReconciliationShape};
use savings::SavingsShape;
use services::{ChargeShape, ServiceShape};

/// The statement as JSON. `findings` are its warnings, located; the language is that of their sentences.
#[must_use]
pub fn json(statement: &Statement<'_>, findings: &[Located<'_>], language: Language) -> String {
    let ids = Ids(statement);
    let charges = &statement.allocation.charges;
    pretty(&StatementShape {
        schema: "umlage/statement/1",
        agreement: &statement.rules.agreement.name,
        year: statement.year.number(),
        inputs: inputs::all(statement),
        reconciliation: ReconciliationShape::of(statement),
        moved: inputs::moved(statement),
        services: services::all(&ids),
        claims: statement.claims.iter().map(|claim| ClaimShape::of(&ids, claim)).collect(),
        partners: statement.settlement.balances.iter().map(|row| PartnerShape::of(&ids, row)).collect(),
        transfers: statement.settlement.transfers.iter().map(|row| TransferShape::of(&ids, row)).collect(),
        savings: statement
            .savings
            .as_ref()
            .map(|savings| SavingsShape::of(&statement.rules.agreement, savings)),
        findings: findings.iter().map(|located| Shape::new(located, language)).collect(),
        charges: charges.charges.iter().map(|charge| ChargeShape::of(&ids, charge)).collect(),
        version: env!("CARGO_PKG_VERSION"),
    })
}

/// Indented, with a line end. Our own shapes have no key that is not text, so writing them does not fail.
pub(crate) fn pretty(value: &impl Serialize) -> String {
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    moved: Vec<MovedShape>,
    services: Vec<ServiceShape<'a>>,
    claims: Vec<ClaimShape<'a>>,
    partners: Vec<PartnerShape<'a>>,
    transfers: Vec<TransferShape<'a>>,
    savings: Option<SavingsShape<'a>>,
    findings: Vec<Shape>,
    charges: Vec<ChargeShape<'a>>,
    version: &'static str,
}

/// An amount in JSON: `"-0.40"`.
pub(super) struct Cents(pub(super) Money);

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

/// A share in JSON: `"3/5"`, `"1/1"`.
pub(super) struct Ratio(pub(super) Fraction);

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
struct ClaimShape<'a> {
    service: &'a str,
    from: &'a str,
    to: &'a str,
    net: Cents,
    vat: Cents,
    gross: Cents,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rates: Vec<RateShape>,
}

#[derive(serde::Serialize)]
struct RateShape {
    from: String,
    to: String,
    net: Cents,
    percent: Option<String>,
    vat: Cents,
}

impl<'a> ClaimShape<'a> {
    fn of(ids: &Ids<'a>, claim: &Claim) -> Self {
        let rate = |part: &VatPart| RateShape {
            from: part.span.from().to_string(),
            to: part.span.to().to_string(),
            net: Cents(part.net),
            percent: part.percent.map(|percent| percent.to_string()),
            vat: Cents(part.vat),
        };
        Self {
            service: match claim.of {
                ClaimFor::Service(service) => &ids.0.rules.agreement.service(service).id,
                ClaimFor::Own => "own",
            },
            from: ids.partner(claim.from),
            to: ids.partner(claim.to),
            net: Cents(claim.net),
            vat: Cents(claim.vat()),
            gross: Cents(claim.gross()),
            rates: claim.rates.iter().map(rate).collect(),
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
            own: Cents(balance.own),
            rounding: Cents(balance.rounding),
            borne: Cents(balance.borne),
            vat: Cents(balance.vat),
            advances_paid: Cents(balance.advances_paid),
            advances_received: Cents(balance.advances_received),
            opening: Cents(balance.opening),
            balance: Cents(balance.balance()),
            name: &partner.name,
            kind: partner.kind.map(kind),
            ags: partner.ags.as_ref().map(|ags| ags.code.as_str()),
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
