//! What came in, went out or changed, row by row.
//!
//! In: the rows that differ, per file. Out: how many there are; tables of those that came in and went out, with their
//! places; of changed rows each changed cell, as it was and as it is; the changed lines of umlage.toml.

use std::collections::BTreeMap;

use super::super::document::{Cell, Column, Section, Table};
use super::{Page, Spot, Spots};
use crate::agreement::Language;
use crate::corrections::{Change, Corrections, Differences, Kind, Row, Side};
use crate::fraction::Quantity;
use crate::money::Money;
use crate::period::Date;
use crate::place::Place;
use crate::words::corrections::{
    CorrectionLabel as Label, CorrectionPhrase as Phrase, cell, kind, label, said,
};
use crate::words::format;

/// The section.
pub(super) fn section(page: &Page<'_>) -> Section {
    let mut section = page.section(Label::PartChanges);
    let rows = &page.found.rows;
    let counts = |(kind, found): &(Kind, Differences)| {
        let counts = [found.came_in.len(), found.went_out.len(), found.changed.len()];
        page.said(&Phrase::Counts(*kind, counts))
    };
    if rows.is_empty() {
        section.say(page.said(&Phrase::NoRows));
    } else {
        section.list(rows.iter().map(counts));
    }
    for (kind, found) in rows {
        section.show(alone(page, *kind, Label::CameIn, &found.came_in));
        section.show(alone(page, *kind, Label::WentOut, &found.went_out));
        section.show(changed(page, *kind, &found.changed));
    }
    if page.found.agreement_differs {
        section.say(page.said(&Phrase::Agreement(page.found.agreement_lines.len())));
        section.show(agreement(page));
    }
    section
}

/// A table's name, the same in every language.
fn name(of: Kind, way: Label) -> String {
    let way = match way {
        Label::CameIn => "in",
        Label::WentOut => "out",
        _ => "changed",
    };
    format!("corrections/{}/{way}", of.id())
}

fn caption(page: &Page<'_>, of: Kind, way: Label) -> String {
    format!("{}: {}", label(way, page.language), kind(of, page.language))
}

/// Rows that only one side has.
fn alone(page: &Page<'_>, of: Kind, way: Label, rows: &[Row]) -> Table {
    let place = if way == Label::WentOut { in_seal(page) } else { place(page) };
    let mut columns = vec![place, page.words(Label::Row)];
    columns.extend((of == Kind::Postings).then(|| page.numbers(Label::InYear)));
    let mut table = Table::new(name(of, way), caption(page, of, way), columns);
    for row in rows {
        let place = spot(if way == Label::WentOut { &page.spots.sealed } else { &page.spots.live }, row);
        let mut cells = vec![Cell::text(place), Cell::text(shown(of, row, page.language))];
        if of == Kind::Postings {
            cells.push(row.amount.map_or(Cell::Empty, Cell::Amount));
        }
        table.plain(cells);
    }
    table
}

/// Its cells that say something; what of a posting counts in the year stands beside it.
fn shown(of: Kind, row: &Row, language: Language) -> String {
    let twice = |index: usize, cell: &str| {
        index == of.amount() && row.amount.is_some_and(|amount| amount.to_string() == cell)
    };
    let flag = |index: usize| of.cells().get(index).is_some_and(|name| *name == "by_voucher_date");
    let cells = row.cells.iter().enumerate();
    let said = cells.filter(|(index, cell)| !cell.is_empty() && !flag(*index) && !twice(*index, cell));
    said.map(|(index, cell)| read(of, index, cell, language)).collect::<Vec<_>>().join(" · ")
}

/// The same with what of a posting counts in the year, where no column says it.
fn with_amount(of: Kind, row: &Row, language: Language) -> String {
    let amount = row.amount.map(|amount| format!(" · {}", format::amount(amount, language)));
    shown(of, row, language) + &amount.unwrap_or_default()
}

/// A cell as people of the language write it: amounts, quantities and days.
fn read(of: Kind, index: usize, cell: &str, language: Language) -> String {
    let name = of.cells().get(index).copied().unwrap_or_default();
    let read = match name {
        "amount" | "cost" | "residual" => {
            cell.parse::<Money>().ok().map(|amount| format::amount(amount, language))
        }
        "value" => cell.parse::<Quantity>().ok().map(|value| format::quantity(value, language)),
        "date" | "from" | "to" | "period_from" | "period_to" | "acquired" => {
            cell.parse::<Date>().ok().map(|day| format::date(day, language))
        }
        _ => None,
    };
    read.unwrap_or_else(|| cell.to_owned())
}

fn changed(page: &Page<'_>, of: Kind, changes: &[Change]) -> Table {
    let columns = vec![
        place(page),
        in_seal(page),
        page.words(Label::Cell),
        page.words(Label::Was),
        page.words(Label::Is),
    ];
    let mut table = Table::new(name(of, Label::Changed), caption(page, of, Label::Changed), columns);
    for change in changes {
        let (now, then) = (spot(&page.spots.live, &change.live), spot(&page.spots.sealed, &change.sealed));
        for (count, (index, was, is)) in change.cells().enumerate() {
            let named = cell(of.cells().get(index).copied().unwrap_or_default(), page.language);
            let mut cells = vec![Cell::once(count == 0, &now), Cell::once(count == 0, &then)];
            cells.push(Cell::text(named));
            cells.extend([was, is].map(|value| Cell::text(read(of, index, value, page.language))));
            table.plain(cells);
        }
    }
    table
}

fn agreement(page: &Page<'_>) -> Table {
    let columns = vec![place(page), page.words(Label::Row)];
    let mut table = page.table("corrections/agreement", Label::AgreementLines, columns);
    for line in &page.found.agreement_lines {
        let (place, sign) = match line.side {
            Side::Sealed => (format!("{}umlage.toml:{}", prefix(page.found), line.number), "−"),
            Side::Live => (format!("umlage.toml:{}", line.number), "+"),
        };
        table.plain(vec![Cell::text(place), Cell::text(format!("{sign} {}", line.text.trim()))]);
    }
    table
}

fn prefix(found: &Corrections<'_>) -> String {
    format!("sealed/{}/inputs/", found.year)
}

fn place(page: &Page<'_>) -> Column {
    Column::unbroken(label(Label::Place, page.language))
}

/// Places of the seal, which stand without the folder that the heading names.
fn in_seal(page: &Page<'_>) -> Column {
    Column::unbroken(page.said(&Phrase::InSeal(page.found.year)))
}

/// Where a row stands in its folder.
fn spot(spots: &BTreeMap<Place, Spot>, row: &Row) -> String {
    spots.get(&row.place).map(Spot::row).unwrap_or_default()
}

/// Where a row of the live folder stands.
pub(super) fn live(spots: &Spots, row: &Row) -> String {
    spot(&spots.live, row)
}

/// Where a row of the seal stands, from the live folder.
pub(super) fn sealed_in(found: &Corrections<'_>, spots: &Spots, row: &Row) -> String {
    format!("{}{}", prefix(found), spot(&spots.sealed, row))
}

/// The rows that differ, a line each, for a message beside a statement whose figures do not.
#[must_use]
pub fn differing_rows(found: &Corrections<'_>, spots: &Spots, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    for (of, differences) in &found.rows {
        for row in &differences.came_in {
            lines.push(format!(
                "{}: {} {}",
                live(spots, row),
                label(Label::CameIn, language),
                with_amount(*of, row, language)
            ));
        }
        for row in &differences.went_out {
            let place = sealed_in(found, spots, row);
            lines.push(format!(
                "{place}: {} {}",
                label(Label::WentOut, language),
                with_amount(*of, row, language)
            ));
        }
        for change in &differences.changed {
            let cells = change.cells().map(|(index, was, is)| {
                let named = cell(of.cells().get(index).copied().unwrap_or_default(), language);
                let (was, is) = (read(*of, index, was, language), read(*of, index, is, language));
                said(&Phrase::CellChange(named, &was, &is), language)
            });
            lines.push(format!("{}: {}", live(spots, &change.live), cells.collect::<Vec<_>>().join(", ")));
        }
    }
    lines
}
