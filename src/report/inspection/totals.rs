//! Control totals: sums of amounts, sums by side, first and last days.

use super::View;
use crate::inspect::{Column as Held, Reach, SideColumn, Sum, Total};
use crate::report::document::{Cell, Section};
use crate::words::inspect::{Head, Label, Said};

/// The section.
pub(super) fn section(view: &View<'_>) -> Section {
    let mut section = view.section(Label::PartTotals);
    amounts(view, &mut section);
    for side in &view.inspection.sides {
        sides(view, side, &mut section);
    }
    days(view, &mut section);
    section
}

fn amounts(view: &View<'_>, section: &mut Section) {
    let mut columns = vec![view.words(Head::Column)];
    let numbers = [Head::Cells, Head::Sum, Head::Least, Head::Most, Head::NoAmounts];
    columns.extend(numbers.map(|label| view.numbers(label)));
    columns.push(view.words(Head::First));
    let mut table = view.table("totals", Label::Amounts, columns);
    for column in &view.inspection.columns {
        for total in &column.totals {
            let Total { sum, unfit, .. } = total;
            let mut cells = vec![Cell::Text(name(view, column, total))];
            cells.extend(sums(sum));
            cells.extend([Cell::Count(unfit.count), view.first(unfit)]);
            table.plain(cells);
            if total.aside.cells > 0 {
                let mut cells = vec![Cell::text(view.head(Head::NotCounted))];
                cells.extend(sums(&total.aside));
                cells.extend([Cell::Empty, Cell::Empty]);
                table.detail(cells);
            }
        }
    }
    section.show(table);
}

fn name(view: &View<'_>, column: &Held, total: &Total) -> String {
    let name = view.column(column.number);
    match total.decimal {
        Some(mark) if column.totals.len() > 1 => view.said(&Said::ReadAs(&name, &format!("`{mark}`"))),
        _ => name,
    }
}

fn sums(sum: &Sum) -> [Cell; 4] {
    let ends = [sum.least, sum.most].map(|amount| amount.map_or(Cell::Empty, Cell::Amount));
    let [least, most] = ends;
    [Cell::Count(sum.cells), Cell::Amount(sum.total), least, most]
}

fn sides(view: &View<'_>, side: &SideColumn, section: &mut Section) {
    let mut columns = vec![view.words(Head::Column), view.words(Head::Side), view.numbers(Head::Cells)];
    columns.push(view.numbers(Head::Sum));
    let mut table = view.table(&format!("sides/{}", side.number), Label::Sides, columns);
    table.caption = format!("{}: {}", table.caption, view.column(side.number));
    for (column, decimal, sums) in &side.sums {
        let held = view.inspection.columns.get(column - 1);
        let several = held.is_some_and(|column| column.totals.len() > 1);
        let mut name = view.column(*column);
        if let Some(mark) = decimal.filter(|_| several) {
            name = view.said(&Said::ReadAs(&name, &format!("`{mark}`")));
        }
        let labels = [Head::Debit, Head::Credit, Head::Empty];
        let filled = sums.iter().zip(labels).filter(|(sum, label)| sum.cells > 0 || *label != Head::Empty);
        for (index, (sum, label)) in filled.enumerate() {
            let cells = [Cell::text(view.head(label)), Cell::Count(sum.cells), Cell::Amount(sum.total)];
            table.plain([Cell::once(index == 0, &name)].into_iter().chain(cells).collect());
        }
        let difference = Cell::Amount(sums[0].total - sums[1].total);
        table.plain(vec![Cell::Empty, Cell::text(view.head(Head::DebitLessCredit)), Cell::Empty, difference]);
    }
    section.show(table);
}

fn days(view: &View<'_>, section: &mut Section) {
    let mut columns = vec![view.words(Head::Column)];
    let numbers = [Head::Cells, Head::FirstDay, Head::LastDay, Head::NoDays];
    columns.extend(numbers.map(|label| view.numbers(label)));
    columns.push(view.words(Head::First));
    let mut table = view.table("days", Label::Days, columns);
    for column in &view.inspection.columns {
        for reach in &column.reaches {
            let Reach { format, range } = reach;
            let mut name = view.column(column.number);
            if let Some(format) = format.as_ref().filter(|_| column.reaches.len() > 1) {
                name = view.said(&Said::ReadAs(&name, &format!("`{format}`")));
            }
            let (first, last) = range
                .ends
                .map_or((Cell::Empty, Cell::Empty), |(first, last)| (Cell::Day(first), Cell::Day(last)));
            let none = [Cell::Count(column.no_days.count), view.first(&column.no_days)];
            table.plain(
                [Cell::Text(name), Cell::Count(range.cells), first, last].into_iter().chain(none).collect(),
            );
        }
    }
    section.show(table);
}
