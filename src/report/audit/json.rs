//! The tests on the ledgers in JSON: `umlage/audit-duplicates/1` and `umlage/audit-overlap/1`.
//!
//! In: what was found. Out: ids and exact amounts as strings; all of it, whatever a table for people leaves out. Names and
//! order of fields are a contract.

use serde::Serialize;

use super::duplicates::count;
use super::{DuplicatesView, OverlapView};
use crate::agreement::{Agreement, PartnerId};
use crate::audit::duplicates::{Hit, Payment, Status, Test};
use crate::audit::overlap::{By, Common, Grouping};
use crate::cost::Tally;
use crate::report::json::{Cents, pretty};

#[derive(Serialize)]
struct DuplicatesShape<'a> {
    schema: &'static str,
    agreement: &'a str,
    year: Option<i16>,
    rows: RowsShape,
    lacking: Vec<LackingShape<'a>>,
    tests: Vec<TestShape>,
    at_risk: Cents,
    hits: Vec<HitShape<'a>>,
}

#[derive(Serialize)]
struct RowsShape {
    read: u64,
    payments: u64,
    credits: u64,
    zero: u64,
    skipped: u64,
}

#[derive(Serialize)]
struct LackingShape<'a> {
    file: &'a str,
    field: &'static str,
}

#[derive(Serialize)]
struct TestShape {
    id: &'static str,
    tested: u64,
    not_testable: u64,
    open: u64,
    across_partners: u64,
    recurring: u64,
    reversed: u64,
    at_risk: Cents,
}

#[derive(Serialize)]
struct HitShape<'a> {
    test: &'static str,
    status: &'static str,
    across_partners: bool,
    differs_in_text: bool,
    differs_in_account: bool,
    at_risk: Cents,
    payments: Vec<PaymentShape<'a>>,
    credits: Vec<PaymentShape<'a>>,
}

#[derive(Serialize)]
struct PaymentShape<'a> {
    file: &'a str,
    line: Option<u64>,
    /// Of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<&'a str>,
    payer: &'a str,
    date: String,
    year: i16,
    voucher: &'a str,
    vendor: &'a str,
    text: &'a str,
    account: &'a str,
    cost_centre: &'a str,
    amount: Cents,
}

/// The hits as JSON, schema `umlage/audit-duplicates/1`.
#[must_use]
pub fn duplicates_json(view: &DuplicatesView<'_>) -> String {
    let (found, coverage) = (view.found, &view.found.coverage);
    let rows = RowsShape {
        read: coverage.rows,
        payments: coverage.payments,
        credits: coverage.credits,
        zero: coverage.zero,
        skipped: coverage.skipped,
    };
    let lacking = coverage
        .lacking
        .iter()
        .map(|(file, field)| LackingShape { file: view.files.name(*file), field: field.id() });
    pretty(&DuplicatesShape {
        schema: "umlage/audit-duplicates/1",
        agreement: &view.agreement.name,
        year: found.year.map(crate::period::Year::number),
        rows,
        lacking: lacking.collect(),
        tests: Test::ALL
            .into_iter()
            .zip(coverage.applied)
            .map(|(test, tested)| shape(view, test, tested))
            .collect(),
        at_risk: Cents(found.at_risk()),
        hits: found.hits.iter().map(|hit| HitShape::of(view, hit)).collect(),
    })
}

fn shape(view: &DuplicatesView<'_>, test: Test, tested: u64) -> TestShape {
    let of = |status| view.found.of(test, status);
    TestShape {
        id: test.id(),
        tested,
        not_testable: view.found.coverage.payments - tested,
        open: count(of(Status::Open)),
        across_partners: count(of(Status::Open).filter(|hit| hit.across())),
        recurring: count(of(Status::Recurring)),
        reversed: count(of(Status::Reversed)),
        at_risk: Cents(of(Status::Open).map(|hit| hit.at_risk).sum()),
    }
}

impl<'a> HitShape<'a> {
    fn of(view: &'a DuplicatesView<'_>, hit: &'a Hit) -> Self {
        let shapes = |rows: &'a [Payment]| rows.iter().map(|row| PaymentShape::of(view, row)).collect();
        Self {
            test: hit.test.id(),
            status: hit.status.id(),
            across_partners: hit.across(),
            differs_in_text: hit.differs_in_text(),
            differs_in_account: hit.differs_in_account(),
            at_risk: Cents(hit.at_risk),
            payments: shapes(&hit.payments),
            credits: shapes(&hit.credits),
        }
    }
}

impl<'a> PaymentShape<'a> {
    fn of(view: &'a DuplicatesView<'_>, row: &'a Payment) -> Self {
        let excerpt = view.spots.get(&row.place).and_then(|spot| spot.excerpt.as_ref());
        Self {
            file: view.files.name(row.place.file),
            line: excerpt.map(|excerpt| excerpt.line),
            cell: excerpt.and_then(|excerpt| excerpt.cell.as_deref()),
            payer: &view.agreement.partner(row.payer).id,
            date: row.date.to_string(),
            year: row.year.number(),
            voucher: &row.voucher,
            vendor: &row.vendor,
            text: &row.text,
            account: &row.account,
            cost_centre: &row.cost_centre,
            amount: Cents(row.amount),
        }
    }
}

#[derive(Serialize)]
struct OverlapShape<'a> {
    schema: &'static str,
    agreement: &'a str,
    year: i16,
    ranking: &'static str,
    partners: Vec<PartnerShape<'a>>,
    to_partners: TallyShape,
    vendors: GroupingShape<'a>,
    products: GroupingShape<'a>,
    accounts: GroupingShape<'a>,
}

#[derive(Serialize)]
struct TallyShape {
    rows: u64,
    sum: Cents,
}

#[derive(Serialize, Default)]
struct GroupingShape<'a> {
    common: Vec<CommonShape<'a>>,
    unnamed: Option<TallyShape>,
}

#[derive(Serialize)]
struct CommonShape<'a> {
    name: &'a str,
    second: Cents,
    partners: Vec<PartnerShape<'a>>,
}

#[derive(Serialize)]
struct PartnerShape<'a> {
    id: &'a str,
    rows: u64,
    sum: Cents,
}

/// What is common as JSON, schema `umlage/audit-overlap/1`.
#[must_use]
pub fn overlap_json(view: &OverlapView<'_>) -> String {
    let (agreement, found) = (view.agreement, view.found);
    let by = |by| {
        let found = found.groupings.iter().find(|grouping| grouping.by == by);
        found.map(|grouping| grouping_shape(agreement, grouping)).unwrap_or_default()
    };
    let partners = found.partners.iter().map(|(id, tally)| partner_shape(agreement, *id, *tally));
    pretty(&OverlapShape {
        schema: "umlage/audit-overlap/1",
        agreement: &agreement.name,
        year: found.year.number(),
        ranking: "second-largest-sum",
        partners: partners.collect(),
        to_partners: tally_shape(found.to_partners),
        vendors: by(By::Vendor),
        products: by(By::Product),
        accounts: by(By::Account),
    })
}

fn tally_shape(tally: Tally) -> TallyShape {
    TallyShape { rows: tally.rows, sum: Cents(tally.amount) }
}

fn partner_shape(agreement: &Agreement, id: PartnerId, tally: Tally) -> PartnerShape<'_> {
    PartnerShape { id: &agreement.partner(id).id, rows: tally.rows, sum: Cents(tally.amount) }
}

fn grouping_shape<'a>(agreement: &'a Agreement, grouping: &'a Grouping) -> GroupingShape<'a> {
    let partner = |(id, tally): &(PartnerId, Tally)| partner_shape(agreement, *id, *tally);
    let common = |common: &'a Common| CommonShape {
        name: &common.name,
        second: Cents(common.second),
        partners: common.sums.iter().map(partner).collect(),
    };
    GroupingShape {
        common: grouping.common.iter().map(common).collect(),
        unnamed: Some(tally_shape(grouping.unnamed)),
    }
}
