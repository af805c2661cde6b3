//! Section 1: what each service cost, and what each partner is allocated.
//!
//! In: the allocation. Out: for few partners one table with a column for each; for many partners the services'
//! costs first, then tables with a row for each partner and a few services side by side, so that a page stays
//! readable with fifty partners. Lines of a service whose year is divided stand below it and count in no sum.

use super::document::{Cell, Column, Section, Table};
use super::{Edition, assets, charges};
use crate::agreement::{PartnerId, ServiceId};
use crate::allocate::{Line, ServiceCost};
use crate::cost::{ByOrigin, Origin};
use crate::money::Money;
use crate::words::fullcost::{FullPhrase, Label};
use crate::words::phrase::CostPhrase;
use crate::words::statement::{Caption, Entry, Head};

/// Up to so many partners have a column each.
const COLUMNS: usize = 4;

/// So many services stand side by side where partners have rows.
const SIDE_BY_SIDE: usize = 5;

pub(super) fn section(edition: &Edition<'_>) -> Section {
    let statement = edition.statement;
    let mut section = edition.section(Caption::CostsAndShares);
    let partners: Vec<PartnerId> = statement.rules.agreement.partner_ids().collect();
    if statement.allocation.services.is_empty() {
        if statement.allocation.charges.internal.is_empty() {
            section.say(edition.cost(&CostPhrase::NoService(statement.year)));
        }
    } else if partners.len() <= COLUMNS {
        section.show(costs(edition, Caption::Costs, &partners));
    } else {
        section.show(costs(edition, Caption::CostsAlone, &[]));
        for table in allocated(edition) {
            section.show(table);
        }
    }
    section.show(kinds(edition));
    let services = statement.allocation.services.iter().map(|service| (service.service, &service.cost));
    let overheads = overheads(edition, services);
    if !overheads.is_empty() {
        section.list(overheads);
    }
    charges::show(edition, &mut section);
    assets::show(edition, &mut section);
    let reconciliation = &statement.reconciliation;
    section.say(edition.cost(&CostPhrase::Postings {
        ledger: reconciliation.ledger,
        shared: reconciliation.shared,
        not_shared: reconciliation.not_shared,
    }));
    let (shared, derived, own) = (reconciliation.shared, reconciliation.derived, reconciliation.own);
    if !derived.is_zero() || !own.is_zero() {
        let cost = statement.allocation.total();
        section.say(edition.full(&FullPhrase::Bridge { shared, derived, own, cost }));
    }
    section
}

/// Services and their lines, with a column for each of `partners`.
fn costs(edition: &Edition<'_>, caption: Caption, partners: &[PartnerId]) -> Table {
    let settlement = &edition.statement.settlement;
    let rounded = !partners.is_empty()
        && edition.statement.allocation.services.iter().any(|service| !service.rounding.is_zero());
    let mut columns =
        vec![edition.words(Head::Service), edition.words(Head::Key), edition.numbers(Head::Cost)];
    columns.extend(partners.iter().map(|partner| Column::numbers(edition.partner(*partner))));
    columns.extend(rounded.then(|| edition.numbers(Head::Rounding)));
    let mut table = edition.table("costs", caption, columns);
    for service in &edition.statement.allocation.services {
        table.plain(service_row(edition, service, partners, rounded));
        let divided = service.lines.iter().any(|line| line.span != service.lines[0].span);
        for line in service.lines.iter().filter(|_| service.lines.len() > 1) {
            let name = edition.cost(&CostPhrase::Part(divided.then_some(line.span), line.one_off));
            table.detail(line_row(edition, line, Cell::Text(name), partners, rounded));
        }
    }
    let mut sums =
        vec![edition.entry(Entry::Sum), Cell::Empty, Cell::Amount(edition.statement.allocation.total())];
    sums.extend(
        partners.iter().map(|partner| Cell::Amount(settlement.sum_of(*partner, |balance| balance.allocated))),
    );
    sums.extend(rounded.then(|| Cell::Amount(settlement.sum(|balance| balance.rounding))));
    table.sum(sums);
    table
}

fn service_row(
    edition: &Edition<'_>,
    cost: &ServiceCost,
    partners: &[PartnerId],
    rounded: bool,
) -> Vec<Cell> {
    let mut keys: Vec<&str> = cost.lines.iter().map(|line| edition.key(line.key)).collect();
    keys.dedup();
    let key = if let [key] = keys.as_slice() { Cell::text(*key) } else { Cell::Empty };
    let mut cells = vec![Cell::text(edition.service(cost.service)), key, Cell::Amount(cost.total())];
    cells.extend(partners.iter().map(|partner| amount(cost.allocated.get(partner).copied())));
    cells.extend(rounded.then_some(Cell::Amount(cost.rounding)));
    cells
}

fn line_row(
    edition: &Edition<'_>,
    line: &Line,
    name: Cell,
    partners: &[PartnerId],
    rounded: bool,
) -> Vec<Cell> {
    let mut cells = vec![name, Cell::text(edition.key(line.key)), Cell::Amount(line.total)];
    cells.extend(partners.iter().map(|partner| amount(line.part_of(*partner))));
    cells.extend(rounded.then_some(Cell::Empty));
    cells
}

/// Who takes no part has no amount.
fn amount(amount: Option<Money>) -> Cell {
    amount.map_or(Cell::Empty, Cell::Amount)
}

/// A row for each partner, a few services to a table; the last table has the sums.
fn allocated(edition: &Edition<'_>) -> Vec<Table> {
    let services = &edition.statement.allocation.services;
    let groups: Vec<&[ServiceCost]> = services.chunks(SIDE_BY_SIDE).collect();
    let last = groups.len();
    let numbered = groups.into_iter().zip(1..);
    numbered.map(|(group, number)| side_by_side(edition, group, number, number == last)).collect()
}

fn side_by_side(edition: &Edition<'_>, group: &[ServiceCost], number: usize, last: bool) -> Table {
    let settlement = &edition.statement.settlement;
    let mut columns = vec![edition.words(Head::Partner)];
    columns.extend(group.iter().map(|cost| Column::numbers(edition.service(cost.service))));
    columns.extend(last.then(|| edition.numbers(Head::AllServices)));
    let mut table = edition.table(&format!("allocated/{number}"), Caption::Allocated, columns);
    for partner in edition.statement.rules.agreement.partner_ids() {
        let mut cells = vec![Cell::text(edition.partner(partner))];
        cells.extend(group.iter().map(|cost| amount(cost.allocated.get(&partner).copied())));
        let sum = || Cell::Amount(settlement.sum_of(partner, |balance| balance.allocated));
        cells.extend(last.then(sum));
        table.plain(cells);
    }
    let mut sums = vec![edition.entry(Entry::Sum)];
    sums.extend(group.iter().map(|cost| Cell::Amount(cost.all_allocated())));
    sums.extend(last.then(|| Cell::Amount(settlement.sum(|balance| balance.allocated))));
    table.sum(sums);
    table
}

/// Cost by kind and by where else it comes from, where there is more than postings of no kind.
fn kinds(edition: &Edition<'_>) -> Table {
    let services = edition.statement.allocation.services.iter();
    let costs: Vec<(ServiceId, &ByOrigin)> =
        services.map(|service| (service.service, &service.cost)).collect();
    let table = edition.table("kinds", Caption::Kinds, Vec::new());
    of_kinds(edition, table, &costs)
}

/// A row for each origin of each service's cost; none where all are postings of no kind.
pub(super) fn of_kinds(edition: &Edition<'_>, table: Table, costs: &[(ServiceId, &ByOrigin)]) -> Table {
    let columns =
        vec![edition.words(Head::Service), edition.words(Head::Kind), edition.numbers(Head::Amount)];
    let mut table = Table { columns, ..table };
    let plain = |origin: &Origin| *origin == Origin::Postings(None);
    if costs.iter().all(|(_, cost)| cost.0.keys().all(plain)) {
        return table;
    }
    for (service, cost) in costs {
        for (index, (origin, amount)) in cost.0.iter().enumerate() {
            table.plain(vec![
                Cell::once(index == 0, edition.service(*service)),
                self::origin(edition, *origin),
                Cell::Amount(*amount),
            ]);
        }
    }
    let total = Cell::Amount(costs.iter().map(|(_, cost)| cost.total()).sum());
    table.sum(vec![edition.entry(Entry::Sum), Cell::Empty, total]);
    table
}

/// A sentence for each surcharge: percent, kind, base, amount.
pub(super) fn overheads<'c>(
    edition: &Edition<'_>,
    costs: impl Iterator<Item = (ServiceId, &'c ByOrigin)>,
) -> Vec<String> {
    let agreement = &edition.statement.rules.agreement;
    let sentence = |(service, cost): (ServiceId, &ByOrigin)| {
        let overhead = agreement.service(service).overhead?;
        let phrase = FullPhrase::Overhead {
            service: edition.service(service),
            percent: overhead.percent,
            kind: &agreement.kind(overhead.on).name,
            base: cost.of(Origin::Postings(Some(overhead.on))),
            amount: cost.of(Origin::Overhead),
        };
        Some(edition.full(&phrase))
    };
    costs.filter_map(sentence).collect()
}

/// A cost's kind, or where else it comes from.
fn origin(edition: &Edition<'_>, origin: Origin) -> Cell {
    match origin {
        Origin::Postings(Some(kind)) => Cell::text(&edition.statement.rules.agreement.kind(kind).name),
        Origin::Postings(None) => edition.entry(Entry::NoKind),
        Origin::Depreciation => Cell::text(edition.label(Label::Depreciation)),
        Origin::Overhead => Cell::text(edition.label(Label::OverheadKind)),
        Origin::Charge => Cell::text(edition.label(Label::ChargeKind)),
    }
}
