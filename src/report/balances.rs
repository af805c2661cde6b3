//! Section 3, continued: from what each partner owes for its costs to its balance.
//!
//! In: the settlement. Out: one table with the formula that it follows; where there are own shares, VAT or balances
//! carried over, two, so that a page has room for them: first what is open from costs, then the balance.

use super::Edition;
use super::document::{Cell, Column, Section, Table};
use crate::money::Money;
use crate::settle::Balance;
use crate::words::fullcost::{FullPhrase, Label, Title};
use crate::words::phrase::{self, ClaimPhrase};
use crate::words::statement::{Caption, Entry, Head};

/// A column of a table of balances.
type Part = (Column, fn(&Balance) -> Money, bool);

/// What there is in the year besides allocated and borne.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each stands for a column that is there or not")]
pub(super) struct There {
    pub(super) rounding: bool,
    pub(super) own: bool,
    pub(super) vat: bool,
    pub(super) opening: bool,
    pub(super) advances: bool,
}

impl There {
    pub(super) fn of(edition: &Edition<'_>) -> Self {
        let balances = &edition.statement.settlement.balances;
        let any = |part: fn(&Balance) -> Money| balances.iter().any(|balance| !part(balance).is_zero());
        let tables = &edition.statement.rules.tables;
        let (allocation, claims) = (&edition.statement.allocation, &edition.statement.claims);
        Self {
            rounding: allocation.services.iter().any(|cost| !cost.rounding.is_zero()),
            own: any(|balance| balance.own),
            vat: claims.iter().any(|claim| !claim.vat().is_zero()),
            opening: tables.openings_of(edition.statement.year).next().is_some(),
            advances: any(|b| b.advances_paid) || any(|b| b.advances_received),
        }
    }

    fn more(self) -> bool {
        self.own || self.vat || self.opening
    }
}

/// The tables and their formulas.
pub(super) fn show(edition: &Edition<'_>, section: &mut Section) {
    let there = There::of(edition);
    let There { rounding, own, vat, opening, advances } = there;
    if there.more() {
        let table = edition.titled("balances/costs", Title::PartnerCosts, Vec::new());
        let mut parts = costs(edition, there);
        parts.push((edition.named_numbers(Label::FromCosts), from_costs, true));
        section.show(filled(edition, table, parts));
        section.say(edition.full(&FullPhrase::FromCosts { own, rounding }));
    }
    let table = edition.table("balances", Caption::Balances, Vec::new());
    section.show(filled(edition, table, balance(edition, there)));
    section.say(if there.more() {
        edition.full(&FullPhrase::Balance { opening, vat, advances })
    } else {
        phrase::claim(&ClaimPhrase::Formula { rounding, advances }, edition.language)
    });
}

fn from_costs(balance: &Balance) -> Money {
    balance.allocated + balance.own + balance.rounding - balance.borne
}

fn costs(edition: &Edition<'_>, there: There) -> Vec<Part> {
    let mut parts: Vec<Part> = vec![(edition.numbers(Head::Allocated), |b| b.allocated, false)];
    if there.own {
        parts.push((edition.named_numbers(Label::Own), |b| b.own, false));
    }
    if there.rounding {
        parts.push((edition.numbers(Head::Rounding), |b| b.rounding, false));
    }
    parts.push((edition.numbers(Head::Borne), |b| b.borne, false));
    parts
}

fn balance(edition: &Edition<'_>, there: There) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    if there.opening {
        parts.push((edition.named_numbers(Label::Opening), |b| b.opening, true));
    }
    if there.more() {
        parts.push((edition.named_numbers(Label::FromCosts), from_costs, true));
    } else {
        parts.extend(costs(edition, there));
    }
    if there.vat {
        parts.push((edition.named_numbers(Label::Vat), |b| b.vat, true));
    }
    if there.advances {
        parts.push((edition.numbers(Head::AdvancesPaid), |b| b.advances_paid, false));
        parts.push((edition.numbers(Head::AdvancesReceived), |b| b.advances_received, false));
    }
    parts.push((edition.numbers(Head::Balance), Balance::balance, true));
    parts
}

/// A row for each partner, and the sums.
fn filled(edition: &Edition<'_>, table: Table, parts: Vec<Part>) -> Table {
    let settlement = &edition.statement.settlement;
    let cell = |amount, signed| if signed { Cell::Signed(amount) } else { Cell::Amount(amount) };
    let row = |name: Cell, of: &dyn Fn(fn(&Balance) -> Money) -> Money| {
        let cells = parts.iter().map(|(_, part, signed)| cell(of(*part), *signed));
        [name].into_iter().chain(cells).collect::<Vec<_>>()
    };
    let rows: Vec<Vec<Cell>> = settlement
        .balances
        .iter()
        .map(|balance| row(Cell::text(edition.partner(balance.partner)), &|part| part(balance)))
        .collect();
    let sums = row(edition.entry(Entry::Sum), &|part| settlement.sum(part));
    let columns =
        [edition.words(Head::Partner)].into_iter().chain(parts.into_iter().map(|(column, ..)| column));
    let mut table = Table { columns: columns.collect(), ..table };
    for row in rows {
        table.plain(row);
    }
    table.sum(sums);
    table
}
