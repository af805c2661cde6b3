//! Places, styles, columns and sums of an inspection, as JSON has them.

use serde::Serialize;

use crate::inspect::{
    Aside, Cited, Column, Dates, Inspection, Kind, Look, Numbers, Places, SideColumn, Sum, Total,
};
use crate::place::Place;
use crate::report::json::Cents;

#[derive(Serialize)]
pub(super) struct PlaceShape<'a> {
    line: u64,
    column: u64,
    cell: &'a str,
}

#[derive(Serialize)]
pub(super) struct PlacesShape<'a> {
    count: u64,
    first: Vec<PlaceShape<'a>>,
}

#[derive(Serialize)]
pub(super) struct NumbersShape<'a> {
    decimal: Option<char>,
    proof: Option<PlaceShape<'a>>,
    against: Option<PlaceShape<'a>>,
    open: PlacesShape<'a>,
}

#[derive(Serialize)]
pub(super) struct DatesShape<'a> {
    date_format: Option<&'a str>,
    proof: Option<PlaceShape<'a>>,
    against: Option<PlaceShape<'a>>,
    open: PlacesShape<'a>,
    undeclared: PlacesShape<'a>,
    formats: &'a [&'static str],
}

#[derive(Serialize)]
pub(super) struct ColumnShape<'a> {
    number: usize,
    heading: &'a str,
    field: Option<&'static str>,
    by_heading: bool,
    kind: &'static str,
    filled: u64,
    empty: u64,
    distinct: Option<usize>,
    samples: &'a [String],
    numbers: NumbersShape<'a>,
    dates: DatesShape<'a>,
    totals: Vec<TotalShape<'a>>,
    days: Vec<DaysShape<'a>>,
}

#[derive(Serialize)]
struct TotalShape<'a> {
    decimal: Option<char>,
    #[serde(flatten)]
    sum: SumShape,
    not_counted: SumShape,
    no_amounts: PlacesShape<'a>,
}

#[derive(Serialize)]
struct SumShape {
    cells: u64,
    sum: Cents,
    smallest: Option<Cents>,
    largest: Option<Cents>,
}

#[derive(Serialize)]
struct DaysShape<'a> {
    date_format: Option<&'a str>,
    cells: u64,
    first: Option<String>,
    last: Option<String>,
    no_dates: PlacesShape<'a>,
}

#[derive(Serialize)]
pub(super) struct SideShape {
    column: usize,
    debit_rows: u64,
    credit_rows: u64,
    empty_rows: u64,
    sums: Vec<SideSumShape>,
}

#[derive(Serialize)]
struct SideSumShape {
    column: usize,
    decimal: Option<char>,
    debit: SumShape,
    credit: SumShape,
    empty: SumShape,
}

#[derive(Serialize)]
pub(super) struct AsideShape<'a> {
    looks_like: &'static str,
    word: Option<&'a str>,
    column: Option<usize>,
    rows: PlacesShape<'a>,
}

pub(super) fn place<'a>(inspection: &Inspection, at: Place, cell: &'a str) -> Option<PlaceShape<'a>> {
    inspection.spot(at).map(|spot| PlaceShape { line: spot.line, column: spot.column, cell })
}

fn cited<'a>(inspection: &Inspection, cited: Option<&'a Cited>) -> Option<PlaceShape<'a>> {
    cited.and_then(|cited| place(inspection, cited.place, &cited.cell))
}

pub(super) fn places<'a>(inspection: &Inspection, places: &'a Places) -> PlacesShape<'a> {
    let first = places.first.iter().filter_map(|one| cited(inspection, Some(one)));
    PlacesShape { count: places.count, first: first.collect() }
}

pub(super) fn numbers<'a>(inspection: &Inspection, numbers: &'a Numbers) -> NumbersShape<'a> {
    NumbersShape {
        decimal: numbers.decimal,
        proof: cited(inspection, numbers.proof.as_ref()),
        against: cited(inspection, numbers.against.as_ref()),
        open: places(inspection, &numbers.open),
    }
}

pub(super) fn dates<'a>(inspection: &Inspection, dates: &'a Dates) -> DatesShape<'a> {
    DatesShape {
        date_format: dates.format.as_deref(),
        proof: cited(inspection, dates.proof.as_ref()),
        against: cited(inspection, dates.against.as_ref()),
        open: places(inspection, &dates.open),
        undeclared: places(inspection, &dates.undeclared),
        formats: &dates.formats,
    }
}

pub(super) fn column<'a>(inspection: &Inspection, column: &'a Column) -> ColumnShape<'a> {
    let days = column.reaches.iter().map(|reach| DaysShape {
        date_format: reach.format.as_deref(),
        cells: reach.range.cells,
        first: reach.range.ends.map(|(first, _)| first.to_string()),
        last: reach.range.ends.map(|(_, last)| last.to_string()),
        no_dates: places(inspection, &column.no_days),
    });
    ColumnShape {
        number: column.number,
        heading: &column.heading,
        field: column.field.map(crate::agreement::Field::id),
        by_heading: column.by_heading,
        kind: kind(column.kind),
        filled: column.filled,
        empty: column.empty,
        distinct: column.distinct,
        samples: &column.samples,
        numbers: numbers(inspection, &column.numbers),
        dates: dates(inspection, &column.dates),
        totals: column.totals.iter().map(|one| total(inspection, one)).collect(),
        days: days.collect(),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Empty => "empty",
        Kind::Amount => "amount",
        Kind::Whole => "whole",
        Kind::Date => "date",
        Kind::Text => "text",
        Kind::Mixed => "mixed",
    }
}

fn total<'a>(inspection: &Inspection, total: &'a Total) -> TotalShape<'a> {
    TotalShape {
        decimal: total.decimal,
        sum: sum(&total.sum),
        not_counted: sum(&total.aside),
        no_amounts: places(inspection, &total.unfit),
    }
}

fn sum(sum: &Sum) -> SumShape {
    let (smallest, largest) = (sum.least.map(Cents), sum.most.map(Cents));
    SumShape { cells: sum.cells, sum: Cents(sum.total), smallest, largest }
}

pub(super) fn side(side: &SideColumn) -> SideShape {
    let [debit_rows, credit_rows, empty_rows] = side.rows;
    let sums = side.sums.iter().map(|(column, decimal, [debit, credit, empty])| SideSumShape {
        column: *column,
        decimal: *decimal,
        debit: sum(debit),
        credit: sum(credit),
        empty: sum(empty),
    });
    SideShape { column: side.number, debit_rows, credit_rows, empty_rows, sums: sums.collect() }
}

pub(super) fn aside<'a>(inspection: &Inspection, aside: &'a Aside) -> AsideShape<'a> {
    let rows = places(inspection, &aside.places);
    match &aside.look {
        Look::Header => AsideShape { looks_like: "header", word: None, column: None, rows },
        Look::Sum { word, column } => {
            AsideShape { looks_like: "sum", word: Some(word), column: Some(column + 1), rows }
        }
    }
}
