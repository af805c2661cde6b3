//! What a file is, for people: five sections of a document, and the table that reads the file.
//!
//! In: an inspection. Out: text. Nothing is computed here. The table stands at the end as it is to be pasted, its lines
//! never broken by the width of a page; that is why it is no part of the document.

use crate::agreement::Language;
use crate::inspect::{Cited, Inspection, Nature, Places, Script, Why};
use crate::report::document::{Cell, Column, Document, Section, Table};
use crate::report::text;
use crate::words::format::printable;
use crate::words::inspect::{self as words, Head, Label, Said};

mod aside;
mod columns;
pub(super) mod json;
mod styles;
mod toml;
mod totals;

pub use json::inspection_json;

/// The inspection as text for a terminal.
#[must_use]
pub fn inspection(inspection: &Inspection, language: Language) -> String {
    let view = View { inspection, language };
    let mut sections = vec![file(&view)];
    if inspection.nature.has_rows() {
        let rest =
            [styles::section(&view), columns::section(&view), totals::section(&view), aside::section(&view)];
        sections.extend(rest.into_iter().filter(|section| !section.blocks.is_empty()));
    }
    let document = Document {
        title: view.said(&Said::Title(&inspection.file)),
        subtitle: vec![summary(&view)],
        sections,
    };
    text(&document, language) + &toml::section(&view)
}

/// An inspection in a language.
#[derive(Clone, Copy)]
struct View<'v> {
    inspection: &'v Inspection,
    language: Language,
}

impl View<'_> {
    fn label(&self, label: Label) -> &'static str {
        words::label(label, self.language)
    }

    fn said(&self, said: &Said<'_>) -> String {
        words::said(said, self.language)
    }

    fn section(&self, heading: Label) -> Section {
        Section { heading: self.label(heading).to_owned(), blocks: Vec::new() }
    }

    fn table(&self, name: &str, caption: Label, columns: Vec<Column>) -> Table {
        Table::new(name, self.label(caption), columns)
    }

    fn head(&self, head: Head) -> &'static str {
        words::head(head, self.language)
    }

    fn words(&self, heading: Head) -> Column {
        Column::words(self.head(heading))
    }

    fn numbers(&self, heading: Head) -> Column {
        Column::numbers(self.head(heading))
    }

    /// `file:line:column`, and the cell there.
    fn place(&self, cited: &Cited) -> String {
        let place = self.spot(cited.place);
        if cited.cell.is_empty() { place } else { format!("{place} `{}`", printable(&cited.cell)) }
    }

    fn spot(&self, place: crate::place::Place) -> String {
        let spot = self.inspection.spot(place);
        spot.map_or_else(String::new, |spot| {
            let file = &self.inspection.file;
            spot.cell.as_ref().map_or_else(
                || format!("{file}:{}:{}", spot.line, spot.column),
                |cell| format!("{file}:{cell}"),
            )
        })
    }

    /// The first places, the rest counted.
    fn places(&self, places: &Places) -> String {
        let short = |(index, cited): (usize, &Cited)| {
            let place = self.place(cited);
            let alike = place.strip_prefix(&self.inspection.file).filter(|_| index > 0);
            alike.map_or_else(|| place.clone(), |rest| rest.trim_start_matches(':').to_owned())
        };
        let shown: Vec<String> = places.first.iter().enumerate().map(short).collect();
        let more = places.count - u64::try_from(shown.len()).unwrap_or(places.count);
        self.said(&Said::Places(&shown, more))
    }

    /// The first place alone.
    fn first(&self, places: &Places) -> Cell {
        places.one().map_or(Cell::Empty, |cited| Cell::Text(self.place(cited)))
    }

    /// A column as people call it.
    fn column(&self, number: usize) -> String {
        let heading = self.inspection.columns.get(number.saturating_sub(1)).map(|column| &column.heading);
        let heading = heading.filter(|heading| !heading.is_empty());
        heading.map_or_else(|| format!("{} {number}", self.head(Head::Column)), Clone::clone)
    }
}

/// Has the file faults? How many questions does it leave?
fn summary(view: &View<'_>) -> String {
    let inspection = view.inspection;
    if inspection.table.is_empty() {
        return view.said(&Said::NoTable(&inspection.nature));
    }
    let faults = [
        (Label::Short, !inspection.short.is_empty()),
        (Label::Long, !inspection.long.is_empty()),
        (Label::Quotes, !inspection.quotes.is_empty()),
        (Label::Endless, inspection.endless.is_some()),
        (Label::MixedEncoding, matches!(inspection.script, Script::Mixed { .. })),
        (Label::TwoMarks, inspection.numbers.against.is_some()),
        (Label::TwoForms, inspection.dates.against.is_some()),
    ];
    let faults: Vec<&str> =
        faults.into_iter().filter(|(_, there)| *there).map(|(label, _)| view.label(label)).collect();
    view.said(&Said::Summary(&faults, questions(inspection)))
}

/// How many questions the table asks, suggestions aside.
fn questions(inspection: &Inspection) -> usize {
    let asks = |why: &&Why| !matches!(why, Why::Skip | Why::SkipUnread | Why::Hint);
    let mut asked: Vec<&Why> = inspection
        .table
        .iter()
        .filter(|entry| !entry.live)
        .filter_map(|entry| entry.why.as_ref())
        .filter(asks)
        .collect();
    asked.dedup();
    asked.len()
}

fn file(view: &View<'_>) -> Section {
    let inspection = view.inspection;
    let mut section = view.section(Label::PartFile);
    let mut table = view.table("file", Label::File, vec![Column::words(""), Column::words("")]);
    let mut row = |label: Label, text: String| {
        table.plain(vec![Cell::text(view.label(label)), Cell::Text(text)]);
    };
    row(Label::Bytes, view.said(&Said::Bytes(inspection.bytes)));
    row(Label::Sha256, inspection.sha256.clone());
    row(Label::Nature, view.said(&Said::Nature(&inspection.nature)));
    if inspection.nature.has_rows() {
        written(view, &mut row);
        rows(view, &mut row);
    }
    section.show(table);
    section
}

fn written(view: &View<'_>, row: &mut impl FnMut(Label, String)) {
    let inspection = view.inspection;
    let place = match inspection.script {
        Script::Other { first, .. } => Some(first),
        Script::Mixed { place, .. } => Some(place),
        Script::Marked(_) | Script::Utf8 | Script::Ascii | Script::Wide(_) => None,
    };
    let seen = place.map(|place| (view.spot(place), inspection.spot(place).map(|spot| spot.text.clone())));
    let seen = seen.map(|(spot, text)| (spot, text.unwrap_or_default()));
    let seen = seen.as_ref().map(|(spot, text)| (spot.as_str(), text.as_str()));
    let is_text = !matches!(inspection.nature, Nature::Sheet { .. });
    if is_text {
        row(Label::Script, view.said(&Said::Script(&inspection.script, seen)));
        let ends = [("LF", inspection.ends.lf), ("CRLF", inspection.ends.crlf), ("CR", inspection.ends.cr)];
        let ends: Vec<(&str, u64)> = ends.into_iter().filter(|(_, count)| *count > 0).collect();
        row(Label::Ends, view.said(&Said::Ends(&ends)));
        row(Label::Delimiter, view.said(&Said::Delimiter(inspection.delimiter)));
    }
    let names = inspection.header.as_ref().map(|header| (header.line, header.names.join(" | ")));
    let header = names.as_ref().map(|(line, names)| (*line, names.as_str()));
    row(Label::Header, view.said(&Said::Header(header)));
    if inspection.above > 0 {
        row(Label::Above, view.said(&Said::Above(inspection.above, &inspection.titles)));
    }
}

fn rows(view: &View<'_>, row: &mut impl FnMut(Label, String)) {
    let inspection = view.inspection;
    let count = |number| crate::words::format::count(number, view.language);
    row(Label::Rows, count(inspection.rows));
    if inspection.blank > 0 {
        row(Label::Blank, count(inspection.blank));
    }
    for (label, places) in [(Label::Short, &inspection.short), (Label::Long, &inspection.long)] {
        if !places.is_empty() {
            row(label, view.said(&Said::Ragged(places.count, inspection.width, &view.places(places))));
        }
    }
    if !inspection.quotes.is_empty() {
        let places = view.places(&inspection.quotes);
        row(Label::Quotes, view.said(&Said::At(inspection.quotes.count, &places)));
    }
    if let Some(place) = inspection.endless {
        row(Label::Endless, view.spot(place));
    }
}
