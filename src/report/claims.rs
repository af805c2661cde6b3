//! Section 3: who owes whom for what, and who pays.
//!
//! In: claims and settlement. Out: per service what each partner was allocated and bore, the claims, the advances
//! and the balances with the formula they follow, each pair gross both ways (budgets book gross), the payments.

use super::Edition;
use super::document::{Cell, Section, Table};
use crate::agreement::{PartnerId, Transfers};
use crate::allocate::ServiceCost;
use crate::claims::total;
use crate::money::Money;
use crate::settle::{Balance, Pair, Transfer};
use crate::words::phrase::{self, ClaimPhrase};
use crate::words::statement::{Caption, Entry, Head};

pub(super) fn section(edition: &Edition<'_>) -> Section {
    let settlement = &edition.statement.settlement;
    let mut section = edition.section(Caption::ClaimsAndSettlement);
    let say = |phrase: &ClaimPhrase<'_>| phrase::claim(phrase, edition.language);
    section.show(positions(edition));
    section.show(claims(edition));
    section.show(advances(edition));
    section.show(balances(edition));
    let (rounding, advances) = columns(edition);
    section.say(say(&ClaimPhrase::Formula { rounding, advances }));
    section.show(pairs(edition));
    if settlement.transfers.is_empty() {
        section.say(say(&ClaimPhrase::Nobody));
    } else {
        section.show(transfers(edition));
        section.list(payments(edition));
        section.say(say(&match edition.statement.rules.agreement.transfers {
            Transfers::Pairs => ClaimPhrase::PerPair,
            Transfers::Fewest => ClaimPhrase::Fewest(settlement.fewest == Some(true)),
        }));
    }
    section.say(say(&ClaimPhrase::NoInvoice));
    section
}

/// Are there rounding differences, and are there advances?
fn columns(edition: &Edition<'_>) -> (bool, bool) {
    let balances = &edition.statement.settlement.balances;
    let any = |part: fn(&Balance) -> Money| balances.iter().any(|balance| !part(balance).is_zero());
    (any(|balance| balance.rounding), any(|b| b.advances_paid) || any(|b| b.advances_received))
}

/// Per service and partner: allocated, rounding, borne, and what comes of it.
fn positions(edition: &Edition<'_>) -> Table {
    let (rounding, _) = columns(edition);
    let mut headings =
        vec![edition.words(Head::Service), edition.words(Head::Partner), edition.numbers(Head::Allocated)];
    headings.extend(rounding.then(|| edition.numbers(Head::Rounding)));
    headings.extend([edition.numbers(Head::Borne), edition.numbers(Head::Owes)]);
    let mut table = edition.table("positions", Caption::Positions, headings);
    for cost in &edition.statement.allocation.services {
        for (index, partner) in concerned(edition, cost).into_iter().enumerate() {
            let name = Cell::once(index == 0, edition.service(cost.service));
            table.plain(position(edition, cost, partner, name, rounding));
        }
        let mut sums = vec![
            Cell::Ditto(edition.service(cost.service).to_owned()),
            edition.entry(Entry::Sum),
            Cell::Amount(cost.all_allocated()),
        ];
        sums.extend(rounding.then_some(Cell::Amount(cost.rounding)));
        sums.extend([Cell::Amount(cost.total()), Cell::Amount(Money::ZERO)]);
        table.sum(sums);
    }
    table
}

/// Who takes part in the service, bore its cost or runs it with a rounding difference.
fn concerned(edition: &Edition<'_>, cost: &ServiceCost) -> Vec<PartnerId> {
    let concerned = |partner: &PartnerId| {
        cost.allocated.contains_key(partner)
            || cost.borne.contains_key(partner)
            || !cost.rounding_of(*partner).is_zero()
    };
    edition.statement.rules.agreement.partner_ids().filter(concerned).collect()
}

fn position(
    edition: &Edition<'_>,
    cost: &ServiceCost,
    partner: PartnerId,
    service: Cell,
    rounding: bool,
) -> Vec<Cell> {
    let name = Cell::text(edition.partner(partner));
    let mut cells = vec![service, name, Cell::Amount(cost.allocated_to(partner))];
    cells.extend(rounding.then(|| Cell::Amount(cost.rounding_of(partner))));
    cells.extend([Cell::Amount(cost.borne_by(partner)), Cell::Signed(cost.owed_by(partner))]);
    cells
}

fn claims(edition: &Edition<'_>) -> Table {
    let headings = vec![
        edition.words(Head::Service),
        edition.words(Head::Debtor),
        edition.words(Head::Creditor),
        edition.numbers(Head::Claim),
    ];
    let mut table = edition.table("claims", Caption::Claims, headings);
    let mut above = None;
    for claim in &edition.statement.claims {
        table.plain(vec![
            Cell::once(above != Some(claim.service), edition.service(claim.service)),
            Cell::text(edition.partner(claim.from)),
            Cell::text(edition.partner(claim.to)),
            Cell::Amount(claim.net),
        ]);
        above = Some(claim.service);
    }
    if above.is_some() {
        let sum = Cell::Amount(total(&edition.statement.claims));
        table.sum(vec![edition.entry(Entry::Sum), Cell::Empty, Cell::Empty, sum]);
    }
    table
}

fn advances(edition: &Edition<'_>) -> Table {
    let headings = vec![
        edition.words(Head::Date),
        edition.words(Head::From),
        edition.words(Head::To),
        edition.numbers(Head::Amount),
        edition.words(Head::Text),
    ];
    let mut table = edition.table("advances", Caption::Advances, headings);
    for advance in edition.statement.rules.tables.advances_of(edition.statement.year) {
        table.plain(vec![
            Cell::Day(advance.date),
            Cell::text(edition.partner(advance.from)),
            Cell::text(edition.partner(advance.to)),
            Cell::Amount(advance.amount),
            Cell::text(&advance.text),
        ]);
    }
    if !table.rows.is_empty() {
        let sum = edition.statement.settlement.sum(|balance| balance.advances_paid);
        table.sum(vec![edition.entry(Entry::Sum), Cell::Empty, Cell::Empty, Cell::Amount(sum), Cell::Empty]);
    }
    table
}

fn balances(edition: &Edition<'_>) -> Table {
    let (rounding, advances) = columns(edition);
    let settlement = &edition.statement.settlement;
    let mut headings = vec![edition.words(Head::Partner), edition.numbers(Head::Allocated)];
    headings.extend(rounding.then(|| edition.numbers(Head::Rounding)));
    headings.push(edition.numbers(Head::Borne));
    headings.extend(advances.then(|| edition.numbers(Head::AdvancesPaid)));
    headings.extend(advances.then(|| edition.numbers(Head::AdvancesReceived)));
    headings.push(edition.numbers(Head::Balance));
    let mut table = edition.table("balances", Caption::Balances, headings);
    let cells = |name: Cell, of: &dyn Fn(fn(&Balance) -> Money) -> Money| {
        let mut cells = vec![name, Cell::Amount(of(|b| b.allocated))];
        cells.extend(rounding.then(|| Cell::Amount(of(|b| b.rounding))));
        cells.push(Cell::Amount(of(|b| b.borne)));
        cells.extend(advances.then(|| Cell::Amount(of(|b| b.advances_paid))));
        cells.extend(advances.then(|| Cell::Amount(of(|b| b.advances_received))));
        cells.push(Cell::Signed(of(Balance::balance)));
        cells
    };
    for balance in &settlement.balances {
        table.plain(cells(Cell::text(edition.partner(balance.partner)), &|part| part(balance)));
    }
    table.sum(cells(edition.entry(Entry::Sum), &|part| settlement.sum(part)));
    table
}

/// What flows between each two partners, a row for each direction.
fn pairs(edition: &Edition<'_>) -> Table {
    let headings = vec![
        edition.words(Head::From),
        edition.words(Head::To),
        edition.numbers(Head::Claims),
        edition.numbers(Head::Advances),
        edition.numbers(Head::Open),
    ];
    let mut table = edition.table("pairs", Caption::Pairs, headings);
    let flows = edition.statement.settlement.pairs.iter().flat_map(Pair::flows);
    for flow in flows.filter(|flow| !flow.owes.is_zero() || !flow.advanced.is_zero()) {
        table.plain(vec![
            Cell::text(edition.partner(flow.from)),
            Cell::text(edition.partner(flow.to)),
            Cell::Amount(flow.owes),
            Cell::Amount(flow.advanced),
            Cell::Amount(flow.open()),
        ]);
    }
    table
}

fn transfers(edition: &Edition<'_>) -> Table {
    let headings = vec![
        edition.words(Head::Pays),
        edition.words(Head::To),
        edition.words(Head::PaidTo),
        edition.numbers(Head::Amount),
    ];
    let mut table = edition.table("transfers", Caption::Transfers, headings);
    for transfer in &edition.statement.settlement.transfers {
        let payee = &edition.statement.rules.agreement.partner(transfer.to).payee;
        table.plain(vec![
            Cell::text(edition.partner(transfer.from)),
            Cell::text(edition.partner(transfer.to)),
            payee.as_ref().map_or(Cell::Empty, Cell::text),
            Cell::Amount(transfer.amount),
        ]);
    }
    let sum = Cell::Amount(edition.statement.settlement.transferred());
    table.sum(vec![edition.entry(Entry::Sum), Cell::Empty, Cell::Empty, sum]);
    table
}

/// A sentence for each payment.
pub(super) fn payments(edition: &Edition<'_>) -> Vec<String> {
    let agreement = &edition.statement.rules.agreement;
    let transfers = edition.statement.settlement.transfers.iter();
    let sentence = |transfer: &Transfer| {
        let pays = ClaimPhrase::Pays {
            from: edition.partner(transfer.from),
            to: edition.partner(transfer.to),
            payee: agreement.partner(transfer.to).payee.as_deref(),
            amount: transfer.amount,
            due: agreement.due.as_deref(),
        };
        phrase::claim(&pays, edition.language)
    };
    transfers.map(sentence).collect()
}
