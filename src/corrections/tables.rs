//! The rows of the small tables that matter to a year, as sealed and as they are now.
//!
//! In: the rules and the allocation of either side. Out: per table the rows that only one side has: drivers that a proof of
//! either side uses, stand-alone costs whose days touch the year, advances and balances carried over that count in it,
//! assets that are written off or held in it. Rows of other years may come and go.

use std::collections::BTreeSet;

use super::rows::{Differences, Row, only};
use crate::agreement::Agreement;
use crate::allocate::{Allocation, Division};
use crate::key::{Ground, Proof};
use crate::period::{Date, Year};
use crate::place::Place;
use crate::rules::Rules;
use crate::tables::{Advance, Asset, Driver, Grade, Opening, Standalone, StandaloneKind};

/// Where rows stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the file of its name")]
pub enum Kind {
    Postings,
    Drivers,
    Standalone,
    Advances,
    Assets,
    Openings,
}

impl Kind {
    /// Its name in JSON and in tables.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Postings => "postings",
            Self::Drivers => "drivers",
            Self::Standalone => "standalone",
            Self::Advances => "advances",
            Self::Assets => "assets",
            Self::Openings => "opening",
        }
    }

    /// The names of its cells, as the files have them in English.
    #[must_use]
    pub fn cells(self) -> &'static [&'static str] {
        match self {
            Self::Postings => &POSTING,
            Self::Drivers => &["driver", "receiver", "from", "to", "value", "source"],
            Self::Standalone => &STANDALONE,
            Self::Advances => &["date", "from", "to", "amount", "year", "text"],
            Self::Assets => {
                &["asset", "service", "payer", "acquired", "cost", "life_months", "residual", "source"]
            }
            Self::Openings => &["year", "from", "to", "amount", "source"],
        }
    }

    /// The index of the amount that the row is about.
    #[must_use]
    pub fn amount(self) -> usize {
        let amounts = ["amount", "value", "cost"];
        self.cells().iter().position(|cell| amounts.contains(cell)).unwrap_or(usize::MAX)
    }
}

/// The cells of [`Posting::canonical`](crate::ledger::Posting::canonical).
const POSTING: [&str; 15] = [
    "payer",
    "date",
    "by_voucher_date",
    "fiscal_year",
    "period_from",
    "period_to",
    "amount",
    "service",
    "voucher",
    "account",
    "counter_account",
    "cost_centre",
    "product",
    "vendor",
    "text",
];
const STANDALONE: [&str; 10] =
    ["service", "partner", "from", "to", "amount", "kind", "life_months", "grade", "source", "price_level"];

/// What differs, per table.
pub(super) fn differences(
    live: &Rules,
    now: &Allocation,
    sealed: &Rules,
    then: &Allocation,
) -> Vec<(Kind, Differences)> {
    let year = now.year;
    let used: BTreeSet<Vec<String>> = used(live, now).chain(used(sealed, then)).collect();
    let drivers = |rules: &Rules| {
        let rows = rules.tables.drivers.iter().map(|row| driver(&rules.agreement, row));
        rows.filter(|row| used.contains(&row.cells)).collect()
    };
    let rows = |rules: &Rules, kind| match kind {
        Kind::Drivers => drivers(rules),
        _ => of_year(rules, kind, year),
    };
    let kinds = [Kind::Drivers, Kind::Standalone, Kind::Advances, Kind::Assets, Kind::Openings];
    let compared = kinds.map(|kind| {
        let (went_out, came_in) = only(rows(sealed, kind), rows(live, kind));
        // The source may well change with the amount; what a row is about changes last.
        let likeliest: Vec<usize> = (0..kind.cells().len()).rev().collect();
        (kind, Differences::of(went_out, came_in, &likeliest))
    });
    compared.into_iter().collect()
}

fn of_year(rules: &Rules, kind: Kind, year: Year) -> Vec<Row> {
    let (agreement, tables) = (&rules.agreement, &rules.tables);
    match kind {
        Kind::Standalone if rules.agreement.savings.is_some() => {
            let rows = tables.standalone.iter().filter(|row| touches(row, year));
            rows.map(|row| standalone(agreement, row)).collect()
        }
        Kind::Advances => tables.advances_of(year).map(|row| advance(agreement, row)).collect(),
        Kind::Assets => {
            let rows = tables.assets.iter().filter(|row| is_there(row, year));
            rows.map(|row| asset(agreement, row)).collect()
        }
        Kind::Openings => tables.openings_of(year).map(|row| opening(agreement, row)).collect(),
        Kind::Standalone | Kind::Postings | Kind::Drivers => Vec::new(),
    }
}

/// One-off cost touches the years over which it is spread, else that of its day.
fn touches(row: &Standalone, year: Year) -> bool {
    match row.kind {
        StandaloneKind::OneOff { life_months: Some(months) } => {
            let begins = i64::from(row.from.year()) * 12 + i64::from(row.from.month()) - 1;
            let (first, end) = (i64::from(year.number()) * 12, begins + i64::from(months));
            begins < first + 12 && end > first
        }
        StandaloneKind::OneOff { life_months: None } => Year::of(row.from) == year,
        StandaloneKind::Running | StandaloneKind::Remaining => {
            row.span().is_some_and(|span| span.overlap(year.span()).is_some())
        }
    }
}

/// Is the asset written off in the year, or does it still stand for something before it?
fn is_there(row: &Asset, year: Year) -> bool {
    let written_off = !row.line().in_year(year).is_zero();
    let held = !row.book_value(year.back(1)).is_zero() || !row.book_value(year).is_zero();
    Year::of(row.acquired) <= year && (written_off || held)
}

/// The rows of drivers that a proof uses.
fn used<'a>(rules: &'a Rules, allocation: &Allocation) -> impl Iterator<Item = Vec<String>> + use<'a> {
    let mut rows = BTreeSet::new();
    for line in allocation.services.iter().flat_map(|service| &service.lines) {
        line.slices().iter().for_each(|(_, slice)| read_by(&slice.proof, &mut rows));
        if let Division::Price(price) = &line.division {
            rows.extend(price.readings.iter().flatten().flat_map(|reading| reading.rows.iter().copied()));
        }
    }
    let internal = allocation.charges.internal.iter().filter_map(|service| service.proof.as_ref());
    internal.for_each(|proof| read_by(proof, &mut rows));
    let row = |index: usize| rules.tables.drivers.get(index).map(|row| driver(&rules.agreement, row).cells);
    rows.into_iter().filter_map(row)
}

fn read_by(proof: &Proof, rows: &mut BTreeSet<usize>) {
    match &proof.ground {
        Ground::Measured { readings, .. } => {
            rows.extend(readings.iter().flat_map(|reading| reading.rows.iter()));
        }
        Ground::Mixed(parts) => parts.iter().for_each(|(part, _)| read_by(part, rows)),
        Ground::Equal | Ground::Written(_) | Ground::Primary(_) => {}
    }
}

fn row(place: Place, cells: Vec<String>) -> Row {
    Row { place, cells, amount: None }
}

fn day(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn driver(agreement: &Agreement, found: &Driver) -> Row {
    let to = Some(found.span.to()).filter(|to| *to != found.span.from());
    let cells = vec![
        found.driver.clone(),
        agreement.receiver_id(found.receiver),
        found.span.from().to_string(),
        day(to),
        found.value.normalize().to_string(),
        found.source.clone(),
    ];
    row(found.place, cells)
}

fn standalone(agreement: &Agreement, found: &Standalone) -> Row {
    let (kind, life) = match found.kind {
        StandaloneKind::Running => ("running", None),
        StandaloneKind::Remaining => ("remaining", None),
        StandaloneKind::OneOff { life_months } => ("one-off", life_months),
    };
    let grade = match found.grade {
        Grade::Actual => "actual",
        Grade::Offer => "offer",
        Grade::Estimate => "estimate",
    };
    let cells = vec![
        agreement.service(found.service).id.clone(),
        agreement.partner(found.partner).id.clone(),
        found.from.to_string(),
        day(found.to),
        found.amount.to_string(),
        kind.to_owned(),
        life.map(|months| months.to_string()).unwrap_or_default(),
        grade.to_owned(),
        found.source.clone(),
        found.level.as_ref().map(ToString::to_string).unwrap_or_default(),
    ];
    row(found.place, cells)
}

fn advance(agreement: &Agreement, found: &Advance) -> Row {
    let cells = vec![
        found.date.to_string(),
        agreement.partner(found.from).id.clone(),
        agreement.partner(found.to).id.clone(),
        found.amount.to_string(),
        found.year.to_string(),
        found.text.clone(),
    ];
    row(found.place, cells)
}

fn asset(agreement: &Agreement, found: &Asset) -> Row {
    let cells = vec![
        found.name.clone(),
        agreement.service(found.service).id.clone(),
        agreement.partner(found.payer).id.clone(),
        found.acquired.to_string(),
        found.cost.to_string(),
        found.life_months.to_string(),
        found.residual.to_string(),
        found.source.clone(),
    ];
    row(found.place, cells)
}

fn opening(agreement: &Agreement, found: &Opening) -> Row {
    let cells = vec![
        found.year.to_string(),
        agreement.partner(found.from).id.clone(),
        agreement.partner(found.to).id.clone(),
        found.amount.to_string(),
        found.source.clone(),
    ];
    row(found.place, cells)
}
