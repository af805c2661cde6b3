//! Rows that are probably no postings.

use super::View;
use crate::inspect::Look;
use crate::report::document::{Cell, Section};
use crate::words::inspect::{Head, Label, Said};

/// The section; empty where there are none.
pub(super) fn section(view: &View<'_>) -> Section {
    let mut section = view.section(Label::PartAside);
    let columns = vec![view.words(Head::LooksLike), view.numbers(Head::Rows), view.words(Head::Places)];
    let mut table = view.table("aside", Label::Aside, columns);
    for aside in &view.inspection.aside {
        let look = match &aside.look {
            Look::Header => view.said(&Said::HeaderAgain),
            Look::Sum { word, .. } => view.said(&Said::SumRow(word)),
        };
        let places = Cell::Text(view.places(&aside.places));
        table.plain(vec![Cell::Text(look), Cell::Count(aside.places.count), places]);
    }
    section.show(table);
    if !view.inspection.aside.is_empty() {
        section.say(view.said(&Said::AsideNote));
    }
    section
}
