//! How the numbers and the dates are written, and what single columns leave open.

use super::View;
use crate::inspect::{Dates, Numbers};
use crate::report::document::{Cell, Section};
use crate::words::inspect::{Head, Label, Said};

/// The section.
pub(super) fn section(view: &View<'_>) -> Section {
    let mut section = view.section(Label::PartStyles);
    numbers(view, &view.inspection.numbers, &mut section);
    dates(view, &view.inspection.dates, &mut section);
    let columns = vec![
        view.words(Head::Column),
        view.words(Head::LeftOpen),
        view.numbers(Head::Cells),
        view.words(Head::Places),
    ];
    let mut table = view.table("open", Label::Open, columns);
    for column in &view.inspection.columns {
        let open = [
            (Head::DecimalMark, column.numbers.is_open(), &column.numbers.open),
            (Head::DayAndMonth, column.dates.is_open(), &column.dates.open),
        ];
        for (label, _, places) in open.into_iter().filter(|(_, is_open, _)| *is_open) {
            let name = Cell::Text(view.column(column.number));
            let cells =
                [Cell::text(view.head(label)), Cell::Count(places.count), Cell::Text(view.places(places))];
            table.plain([name].into_iter().chain(cells).collect());
        }
    }
    section.show(table);
    section
}

fn numbers(view: &View<'_>, numbers: &Numbers, section: &mut Section) {
    match (numbers.decimal, &numbers.proof) {
        (Some(mark), Some(proof)) => section.say(view.said(&Said::Decimal(mark, &view.place(proof)))),
        _ if numbers.is_open() => section.say(view.said(&Said::DecimalOpen(&view.places(&numbers.open)))),
        _ => section.say(view.said(&Said::DecimalNeedless)),
    }
    if let Some(against) = &numbers.against {
        section.say(view.said(&Said::DecimalAgainst(&view.place(against))));
    }
}

fn dates(view: &View<'_>, dates: &Dates, section: &mut Section) {
    match (&dates.format, &dates.proof) {
        (Some(format), Some(proof)) => section.say(view.said(&Said::Date(format, &view.place(proof)))),
        _ if dates.is_open() => section.say(view.said(&Said::DateOpen(&view.places(&dates.open)))),
        _ if !dates.undeclared.is_empty() => {
            let places = view.places(&dates.undeclared);
            section.say(view.said(&Said::DateDeclared(&dates.formats, &places)));
        }
        _ if dates.serials.is_empty() => section.say(view.said(&Said::DateNone)),
        _ => {}
    }
    if let Some(against) = &dates.against {
        section.say(view.said(&Said::DateAgainst(&view.place(against))));
    }
    if !dates.serials.is_empty() {
        section.say(view.said(&Said::Serials(dates.serials.count, &view.places(&dates.serials))));
    }
}
