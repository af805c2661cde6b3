//! An inspection in JSON, schema `umlage/inspection/1`: amounts as strings.
//!
//! In: an inspection. Out: its facts under names that do not depend on the language; only the messages of questions and the
//! remarks in `table` do. Fields may be added.

use serde::Serialize;

use super::{View, toml};
use crate::agreement::Language;
use crate::inspect::{Inspection, Nature, Script};
use crate::report::json::pretty;
use crate::words::inspect as words;

mod shapes;

use shapes::{
    AsideShape, ColumnShape, DatesShape, NumbersShape, PlaceShape, PlacesShape, SideShape, aside, column,
    dates, numbers, place, places, side,
};

#[derive(Serialize)]
struct InspectionShape<'a> {
    schema: &'static str,
    file: &'a str,
    bytes: u64,
    sha256: &'a str,
    kind: &'static str,
    sheet: Option<&'a str>,
    datev: Option<DatevShape<'a>>,
    faulty: bool,
    encoding: EncodingShape<'a>,
    line_ends: EndsShape,
    delimiter: Option<char>,
    header: Option<HeaderShape<'a>>,
    titles: u64,
    rows: u64,
    blank: u64,
    width: usize,
    short: PlacesShape<'a>,
    long: PlacesShape<'a>,
    quotes: PlacesShape<'a>,
    numbers: NumbersShape<'a>,
    dates: DatesShape<'a>,
    columns: Vec<ColumnShape<'a>>,
    sides: Vec<SideShape>,
    no_postings: Vec<AsideShape<'a>>,
    questions: Vec<QuestionShape>,
    table: String,
}

#[derive(Serialize)]
struct DatevShape<'a> {
    mark: &'a str,
    version: &'a str,
    category: &'a str,
    name: &'a str,
    postings: bool,
    known: bool,
}

#[derive(Serialize)]
struct EncodingShape<'a> {
    name: Option<&'a str>,
    is: &'static str,
    first: Option<PlaceShape<'a>>,
    line: Option<&'a str>,
}

#[derive(Serialize)]
struct EndsShape {
    lf: u64,
    crlf: u64,
    cr: u64,
}

#[derive(Serialize)]
struct HeaderShape<'a> {
    line: u64,
    cells: &'a [String],
}

#[derive(Serialize)]
struct QuestionShape {
    key: &'static str,
    values: Vec<String>,
    message: String,
}

/// The inspection as JSON.
#[must_use]
pub fn inspection_json(inspection: &Inspection, language: Language) -> String {
    let view = View { inspection, language };
    let (kind, sheet) = match &inspection.nature {
        Nature::Nothing => ("empty", None),
        Nature::Text => ("csv", None),
        Nature::Sheet { name, .. } => ("workbook", Some(name.as_str())),
        Nature::Misnamed(_) | Nature::Unread(_) => ("workbook", None),
        Nature::Datev(_) => ("datev", None),
    };
    let ends = inspection.ends;
    pretty(&InspectionShape {
        schema: "umlage/inspection/1",
        file: &inspection.file,
        bytes: inspection.bytes,
        sha256: &inspection.sha256,
        kind,
        sheet,
        datev: datev(inspection),
        faulty: inspection.is_faulty(),
        encoding: encoding(inspection),
        line_ends: EndsShape { lf: ends.lf, crlf: ends.crlf, cr: ends.cr },
        delimiter: inspection.delimiter,
        header: inspection.header.as_ref().map(|line| HeaderShape { line: line.line, cells: &line.names }),
        titles: inspection.above,
        rows: inspection.rows,
        blank: inspection.blank,
        width: inspection.width,
        short: places(inspection, &inspection.short),
        long: places(inspection, &inspection.long),
        quotes: places(inspection, &inspection.quotes),
        numbers: numbers(inspection, &inspection.numbers),
        dates: dates(inspection, &inspection.dates),
        columns: inspection.columns.iter().map(|held| column(inspection, held)).collect(),
        sides: inspection.sides.iter().map(side).collect(),
        no_postings: inspection.aside.iter().map(|rows| aside(inspection, rows)).collect(),
        questions: questions(&view),
        table: if inspection.table.is_empty() { String::new() } else { toml::table(&view) },
    })
}

fn datev(inspection: &Inspection) -> Option<DatevShape<'_>> {
    let Nature::Datev(datev) = &inspection.nature else { return None };
    Some(DatevShape {
        mark: &datev.mark,
        version: &datev.version,
        category: &datev.category,
        name: &datev.name,
        postings: datev.is_postings(),
        known: datev.is_known(),
    })
}

fn encoding(inspection: &Inspection) -> EncodingShape<'_> {
    let (name, is, at) = match inspection.script {
        Script::Marked(name) => (Some(name), "marked", None),
        Script::Utf8 => (Some("UTF-8"), "utf-8", None),
        Script::Ascii => (Some("UTF-8"), "ascii", None),
        Script::Wide(name) => (Some(name), "unmarked", None),
        Script::Other { first, .. } => (None, "other", Some(first)),
        Script::Mixed { place, .. } => (None, "mixed", Some(place)),
    };
    let spot = at.and_then(|at| inspection.spot(at));
    let first = at.and_then(|at| place(inspection, at, ""));
    EncodingShape { name, is, first, line: spot.map(|spot| spot.text.as_str()) }
}

/// What the table asks, suggestions too.
fn questions(view: &View<'_>) -> Vec<QuestionShape> {
    let asked = view.inspection.table.iter().filter(|entry| !entry.live);
    let question = |entry: &crate::inspect::Entry| QuestionShape {
        key: entry.key,
        values: entry.values.iter().map(crate::inspect::Value::toml).collect(),
        message: entry
            .why
            .as_ref()
            .map(|why| words::why(why, view.inspection, view.language))
            .unwrap_or_default(),
    };
    asked.map(question).collect()
}
