//! What each column holds.

use super::View;
use crate::inspect::{Column as Held, DISTINCT};
use crate::report::document::{Cell, Section};
use crate::words::format::printable;
use crate::words::inspect::{self as words, Head, Label, Said};

/// So many characters of a sample are shown.
const SAMPLE: usize = 20;

/// The section.
pub(super) fn section(view: &View<'_>) -> Section {
    let mut section = view.section(Label::PartColumns);
    let mut columns = vec![view.numbers(Head::Number)];
    columns.extend([Head::Heading, Head::Field, Head::Content].map(|label| view.words(label)));
    columns.extend([Head::Filled, Head::Empty, Head::Distinct].map(|label| view.numbers(label)));
    columns.push(view.words(Head::Samples));
    let mut table = view.table("columns", Label::Columns, columns);
    for column in &view.inspection.columns {
        let number = u64::try_from(column.number).unwrap_or(u64::MAX);
        let distinct = match column.distinct.map(u64::try_from) {
            Some(Ok(distinct)) => Cell::Count(distinct),
            _ => Cell::Text(view.said(&Said::More(DISTINCT))),
        };
        table.plain(vec![
            Cell::Count(number),
            Cell::text(&column.heading),
            Cell::Text(field(column)),
            Cell::text(words::kind(column.kind, view.language)),
            Cell::Count(column.filled),
            Cell::Count(column.empty),
            distinct,
            Cell::Text(samples(column)),
        ]);
    }
    section.show(table);
    if view.inspection.columns.iter().any(|column| column.field.is_some() && !column.by_heading) {
        section.say(view.said(&Said::ByLook));
    }
    section
}

/// Our field, with `?` where only the cells say so.
fn field(column: &Held) -> String {
    let mark = if column.by_heading { "" } else { "?" };
    column.field.map_or_else(String::new, |field| format!("{}{mark}", field.id()))
}

fn samples(column: &Held) -> String {
    let short = |sample: &String| {
        let mut short: String = printable(sample).chars().take(SAMPLE).collect();
        if sample.chars().nth(SAMPLE).is_some() {
            short.push('…');
        }
        short
    };
    column.samples.iter().map(short).collect::<Vec<_>>().join(" | ")
}
