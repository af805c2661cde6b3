//! Section 3: who owes whom for what, and who pays.
//!
//! In: claims and settlement. Out: per service what each partner was allocated and bore, the claims, the advances
//! and the balances with the formula they follow, each pair gross both ways (budgets book gross), the payments.

use super::Edition;
use super::balances::{self, There};
use super::document::{Cell, Section, Table};
use crate::agreement::{PartnerId, Transfers};
use crate::allocate::ServiceCost;
use crate::claims::{Claim, ClaimFor, total};
use crate::fraction;
use crate::money::Money;
use crate::settle::Transfer;
use crate::words::fullcost::{Label, Note, Title};
use crate::words::phrase::{self, ClaimPhrase};
use crate::words::statement::{Caption, Entry, Head};

pub(super) fn section(edition: &Edition<'_>) -> Section {
    let settlement = &edition.statement.settlement;
    let mut section = edition.section(Caption::ClaimsAndSettlement);
    let say = |phrase: &ClaimPhrase<'_>| phrase::claim(phrase, edition.language);
    section.show(positions(edition));
    section.show(claims(edition));
    section.show(rates(edition));
    section.show(openings(edition));
    section.show(advances(edition));
    balances::show(edition, &mut section);
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
    if edition.statement.rules.agreement.no_invoice {
        section.say(say(&ClaimPhrase::NoInvoice));
    }
    section.say(edition.note(Note::TaxNotDecided));
    section
}

/// Per service and partner: allocated, rounding, borne, and what comes of it.
fn positions(edition: &Edition<'_>) -> Table {
    let rounding = There::of(edition).rounding;
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
    own_positions(edition, rounding, &mut table);
    table
}

/// What partners used of internal services themselves, together like a service of its own.
fn own_positions(edition: &Edition<'_>, rounding: bool, table: &mut Table) {
    let charges = &edition.statement.allocation.charges;
    let row = |name: Cell, partner: Cell, own: Money, borne: Money, owes: Cell| {
        let mut cells = vec![name, partner, Cell::Amount(own)];
        cells.extend(rounding.then_some(Cell::Amount(Money::ZERO)));
        cells.extend([Cell::Amount(borne), owes]);
        cells
    };
    let positions = edition
        .statement
        .rules
        .agreement
        .partner_ids()
        .map(|partner| (partner, charges.own_of(partner), charges.own_borne_by(partner)));
    let there = positions.filter(|(_, own, borne)| !own.is_zero() || !borne.is_zero());
    let label = edition.label(Label::OwnShares);
    let mut any = false;
    for (partner, own, borne) in there {
        let name = Cell::once(!any, label);
        table.plain(row(name, Cell::text(edition.partner(partner)), own, borne, Cell::Signed(own - borne)));
        any = true;
    }
    if any {
        let (sum, zero) = (charges.all_own(), Cell::Amount(Money::ZERO));
        table.sum(row(Cell::Ditto(label.to_owned()), edition.entry(Entry::Sum), sum, sum, zero));
    }
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
    let claims = &edition.statement.claims;
    let taxed = There::of(edition).vat;
    let mut headings =
        vec![edition.words(Head::Service), edition.words(Head::Debtor), edition.words(Head::Creditor)];
    if taxed {
        let labels = [Label::Net, Label::Vat, Label::GrossClaim];
        headings.extend(labels.map(|label| edition.named_numbers(label)));
    } else {
        headings.push(edition.numbers(Head::Claim));
    }
    let mut table = edition.table("claims", Caption::Claims, headings);
    let amounts = |net: Money, vat: Money| {
        let cells = if taxed { vec![net, vat, net + vat] } else { vec![net] };
        cells.into_iter().map(Cell::Amount).collect::<Vec<_>>()
    };
    let mut above = None;
    for claim in claims {
        let name = Cell::once(above != Some(claim.of), claimed(edition, claim.of));
        let mut cells =
            vec![name, Cell::text(edition.partner(claim.from)), Cell::text(edition.partner(claim.to))];
        cells.extend(amounts(claim.net, claim.vat()));
        table.plain(cells);
        above = Some(claim.of);
    }
    if above.is_some() {
        let mut sums = vec![edition.entry(Entry::Sum), Cell::Empty, Cell::Empty];
        sums.extend(amounts(total(claims, |claim| claim.net), total(claims, Claim::vat)));
        table.sum(sums);
    }
    table
}

/// For what a claim is, by name.
fn claimed<'a>(edition: &Edition<'a>, of: ClaimFor) -> &'a str {
    match of {
        ClaimFor::Service(service) => edition.service(service),
        ClaimFor::Own => edition.label(Label::OwnShares),
    }
}

/// Each claim's parts under each rate of VAT.
fn rates(edition: &Edition<'_>) -> Table {
    let columns = vec![
        edition.words(Head::Service),
        edition.words(Head::Debtor),
        edition.words(Head::Creditor),
        edition.named_words(Label::Days),
        edition.named_numbers(Label::Net),
        edition.named_numbers(Label::Rate),
        edition.named_numbers(Label::Vat),
    ];
    let mut table = edition.titled("claims/vat", Title::Rates, columns);
    let claims = &edition.statement.claims;
    for claim in claims {
        for (index, part) in claim.rates.iter().enumerate() {
            let percent = part.percent.map(fraction::percent);
            table.plain(vec![
                Cell::once(index == 0, claimed(edition, claim.of)),
                Cell::once(index == 0, edition.partner(claim.from)),
                Cell::once(index == 0, edition.partner(claim.to)),
                Cell::Days(part.span),
                Cell::Amount(part.net),
                percent.map_or(Cell::Empty, |share| Cell::Percent { share, decimals: 2 }),
                Cell::Amount(part.vat),
            ]);
        }
    }
    if !table.rows.is_empty() {
        let net = claims.iter().flat_map(|claim| &claim.rates).map(|part| part.net).sum();
        let empty = || Cell::Empty;
        let (net, vat) = (Cell::Amount(net), Cell::Amount(total(claims, Claim::vat)));
        table.sum(vec![edition.entry(Entry::Sum), empty(), empty(), empty(), net, empty(), vat]);
    }
    table
}

fn openings(edition: &Edition<'_>) -> Table {
    let columns = vec![
        edition.words(Head::Debtor),
        edition.words(Head::Creditor),
        edition.numbers(Head::Amount),
        edition.named_words(Label::Source),
    ];
    let mut table = edition.titled("openings", Title::Openings, columns);
    for row in edition.statement.rules.tables.openings_of(edition.statement.year) {
        table.plain(vec![
            Cell::text(edition.partner(row.from)),
            Cell::text(edition.partner(row.to)),
            Cell::Amount(row.amount),
            Cell::text(&row.source),
        ]);
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

/// What flows between each two partners, a row for each direction.
fn pairs(edition: &Edition<'_>) -> Table {
    let there = There::of(edition);
    let mut headings =
        vec![edition.words(Head::From), edition.words(Head::To), edition.numbers(Head::Claims)];
    headings.extend(there.vat.then(|| edition.named_numbers(Label::Vat)));
    headings.extend(there.opening.then(|| edition.named_numbers(Label::Opening)));
    headings.extend([edition.numbers(Head::Advances), edition.numbers(Head::Open)]);
    let mut table = edition.table("pairs", Caption::Pairs, headings);
    let flows = edition.statement.settlement.pairs.iter().flat_map(|pair| &pair.flows);
    for flow in flows.filter(|flow| flow.is_any()) {
        let mut cells = vec![
            Cell::text(edition.partner(flow.from)),
            Cell::text(edition.partner(flow.to)),
            Cell::Amount(flow.claims),
        ];
        cells.extend(there.vat.then_some(Cell::Amount(flow.vat)));
        cells.extend(there.opening.then_some(Cell::Amount(flow.opening)));
        cells.extend([Cell::Amount(flow.advanced), Cell::Amount(flow.open())]);
        table.plain(cells);
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
