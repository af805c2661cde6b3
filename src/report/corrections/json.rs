//! Corrections in JSON, schema `umlage/corrections/1`.
//!
//! In: what differs. Out: rows with their places and cells by name; each figure that differs as sealed, new and
//! difference, by ids; what is carried and open. Amounts are strings, as in a statement.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::super::json::{Cents, pretty};
use super::figures::{differing_claims, differing_payments};
use super::{Spots, changes};
use crate::agreement::Language;
use crate::corrections::{Corrections, Figures, For, Kind, Row, Side};
use crate::money::Money;
use crate::report::finding::{Located, Shape as FindingShape};

#[derive(Serialize)]
struct Shape<'a> {
    schema: &'static str,
    agreement: &'a str,
    year: i16,
    figures_differ: bool,
    rows: Vec<RowShape<'a>>,
    agreement_differs: bool,
    agreement_lines: Vec<LineShape<'a>>,
    services: Vec<PositionShape<'a>>,
    claims: Vec<ClaimShape>,
    payments: Vec<PaymentShape>,
    transfers: Vec<TransferShape>,
    partners: Vec<PartnerShape<'a>>,
    carry: Vec<CarryShape<'a>>,
    savings: Option<Compared>,
    savings_difference: Option<Compared>,
    avoided: Vec<AvoidedShape<'a>>,
    findings: Vec<FindingShape>,
    version: &'static str,
}

#[derive(Serialize)]
struct AvoidedShape<'a> {
    partner: &'a str,
    avoided: Compared,
}

/// A figure on both sides.
#[derive(Serialize)]
struct Compared {
    sealed: Cents,
    new: Cents,
    difference: Cents,
}

impl Compared {
    fn of(sealed: Money, new: Money) -> Self {
        Self { sealed: Cents(sealed), new: Cents(new), difference: Cents(new - sealed) }
    }
}

#[derive(Serialize)]
struct RowShape<'a> {
    table: &'static str,
    change: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sealed: Option<SideShape<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<SideShape<'a>>,
}

#[derive(Serialize)]
struct SideShape<'a> {
    place: String,
    /// What of a posting counts in the year.
    #[serde(skip_serializing_if = "Option::is_none")]
    in_year: Option<Cents>,
    cells: Cells<'a>,
}

/// A row's cells by their names, empty ones left out.
struct Cells<'a>(Kind, &'a Row);

impl Serialize for Cells<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (name, cell) in self.0.cells().iter().zip(&self.1.cells).filter(|(_, cell)| !cell.is_empty()) {
            map.serialize_entry(name, cell)?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct LineShape<'a> {
    side: &'static str,
    line: u64,
    text: &'a str,
}

#[derive(Serialize)]
struct PositionShape<'a> {
    service: String,
    partner: &'a str,
    allocated: Compared,
    borne: Compared,
}

#[derive(Serialize)]
struct ClaimShape {
    service: String,
    from: String,
    to: String,
    net: Compared,
    vat: Compared,
}

#[derive(Serialize)]
struct PaymentShape {
    file: String,
    from: String,
    to: String,
    amount: Compared,
}

#[derive(Serialize)]
struct TransferShape {
    from: String,
    to: String,
    amount: Compared,
}

#[derive(Serialize)]
struct PartnerShape<'a> {
    id: &'a str,
    balance: Compared,
    carried: Cents,
    open: Cents,
}

#[derive(Serialize)]
struct CarryShape<'a> {
    #[serde(rename = "for")]
    of: &'a str,
    from: &'a str,
    to: &'a str,
    difference: Cents,
    carried: Cents,
    open: Cents,
}

/// The corrections as JSON.
#[must_use]
pub fn corrections_json(
    found: &Corrections<'_>,
    spots: &Spots,
    warnings: &[Located<'_>],
    language: Language,
) -> String {
    let (sealed, live) = (&found.sealed, &found.live);
    let claims = differing_claims(found).into_iter().map(|(of, (from, to), was, is)| ClaimShape {
        service: of.id().to_owned(),
        from,
        to,
        net: Compared::of(was.net, is.net),
        vat: Compared::of(was.vat, is.vat),
    });
    let (due, paid): (Vec<_>, Vec<_>) =
        differing_payments(found).into_iter().partition(|(of, ..)| *of == For::Transfers);
    let payments = paid.into_iter().map(|(of, (from, to), was, is)| PaymentShape {
        file: of.id().to_owned(),
        from,
        to,
        amount: Compared::of(was, is),
    });
    let transfers = due.into_iter().map(|(_, (from, to), was, is)| TransferShape {
        from,
        to,
        amount: Compared::of(was, is),
    });
    let carry = found.carry.iter().map(|row| CarryShape {
        of: row.of.id(),
        from: &row.from,
        to: &row.to,
        difference: Cents(row.difference),
        carried: Cents(row.carried),
        open: Cents(row.open()),
    });
    pretty(&Shape {
        schema: "umlage/corrections/1",
        agreement: found.agreement,
        year: found.year.number(),
        figures_differ: found.any_figure(),
        rows: rows(found, spots),
        agreement_differs: found.agreement_differs,
        agreement_lines: lines(found),
        services: positions(found),
        claims: claims.collect(),
        payments: payments.collect(),
        transfers: transfers.collect(),
        partners: partners(found),
        carry: carry.collect(),
        savings: either(sealed.net, live.net),
        savings_difference: (sealed.deviation.is_some() || live.deviation.is_some())
            .then(|| Compared::of(sealed.deviation.unwrap_or_default(), live.deviation.unwrap_or_default())),
        avoided: avoided(found),
        findings: warnings.iter().map(|located| FindingShape::new(located, language)).collect(),
        version: env!("CARGO_PKG_VERSION"),
    })
}

fn rows<'a>(found: &'a Corrections<'_>, spots: &Spots) -> Vec<RowShape<'a>> {
    let mut shapes = Vec::new();
    for (kind, differences) in &found.rows {
        let side = |row: &'a Row, place: String| SideShape {
            place,
            in_year: row.amount.map(Cents),
            cells: Cells(*kind, row),
        };
        let live = |row: &'a Row| Some(side(row, changes::live(spots, row)));
        let sealed = |row: &'a Row| Some(side(row, changes::sealed_in(found, spots, row)));
        let shape = |change, sealed, new| RowShape { table: kind.id(), change, sealed, new };
        shapes.extend(differences.came_in.iter().map(|row| shape("in", None, live(row))));
        shapes.extend(differences.went_out.iter().map(|row| shape("out", sealed(row), None)));
        let changed = differences.changed.iter();
        shapes.extend(changed.map(|both| shape("changed", sealed(&both.sealed), live(&both.live))));
    }
    shapes
}

fn lines<'a>(found: &'a Corrections<'_>) -> Vec<LineShape<'a>> {
    let line = |line: &'a crate::corrections::TomlLine| LineShape {
        side: match line.side {
            Side::Sealed => "sealed",
            Side::Live => "new",
        },
        line: line.number,
        text: &line.text,
    };
    found.agreement_lines.iter().map(line).collect()
}

/// What either side has.
fn either(sealed: Option<Money>, new: Option<Money>) -> Option<Compared> {
    let any = sealed.is_some() || new.is_some();
    any.then(|| Compared::of(sealed.unwrap_or_default(), new.unwrap_or_default()))
}

/// Every partner's balance.
fn partners<'a>(found: &'a Corrections<'_>) -> Vec<PartnerShape<'a>> {
    let partner = |id| PartnerShape {
        id,
        balance: Compared::of(found.sealed.balance(id), found.live.balance(id)),
        carried: Cents(found.carried_of(id)),
        open: Cents(found.open_of(id)),
    };
    found.names.partners().map(partner).collect()
}

/// What the partners avoided, where it differs.
fn avoided<'a>(found: &'a Corrections<'_>) -> Vec<AvoidedShape<'a>> {
    let of = |figures: &Figures, partner: &str| figures.avoided.get(partner).copied().unwrap_or_default();
    let both = |partner| Compared::of(of(&found.sealed, partner), of(&found.live, partner));
    let differing = found.names.partners().filter(|id| of(&found.sealed, id) != of(&found.live, id));
    differing.map(|partner| AvoidedShape { partner, avoided: both(partner) }).collect()
}

/// The positions that differ.
fn positions<'a>(found: &'a Corrections<'_>) -> Vec<PositionShape<'a>> {
    let mut shapes = Vec::new();
    for of in found.names.all() {
        for partner in found.names.partners() {
            let (was, is) = (found.sealed.position(&of, partner), found.live.position(&of, partner));
            if was != is {
                shapes.push(PositionShape {
                    service: of.id().to_owned(),
                    partner,
                    allocated: Compared::of(was.allocated, is.allocated),
                    borne: Compared::of(was.borne, is.borne),
                });
            }
        }
    }
    shapes
}
