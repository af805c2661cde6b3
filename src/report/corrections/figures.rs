//! Figures as sealed, as they would be now, and the difference.
//!
//! In: both sides' figures. Out: allocated and borne per service and partner; claims per service and pair; advances and
//! balances carried over per pair; balances; what is carried and what is open. A service whose figures are all the same
//! is left out; of one that differs every partner stands, so that its sums can be followed.

use super::super::document::{Cell, Column, Section, Table};
use super::Page;
use crate::corrections::{Between, Claimed, For, Position};
use crate::money::Money;
use crate::words::corrections::{CorrectionLabel as Label, CorrectionPhrase as Phrase};
use crate::words::statement::{Entry, Head};

/// A part of a position.
type Part = fn(&Position) -> Money;

/// Allocated and borne.
pub(super) fn costs(page: &Page<'_>) -> Section {
    let mut section = page.section(Label::PartCosts);
    let allocated = positions(page, "corrections/allocated", Label::Allocated, |position| position.allocated);
    let borne = positions(page, "corrections/borne", Label::Borne, |position| position.borne);
    let none = allocated.rows.is_empty() && borne.rows.is_empty();
    section.say(page.said(if none { &Phrase::NoCosts } else { &Phrase::OnlyDifferent }));
    section.show(allocated);
    section.show(borne);
    section
}

fn positions(page: &Page<'_>, name: &str, caption: Label, part: Part) -> Table {
    let mut columns = vec![page.head(Head::Service), page.head(Head::Partner)];
    columns.extend(compared(page));
    let mut table = page.table(name, caption, columns);
    let names = &page.found.names;
    for of in names.all() {
        let row = |partner: &str| {
            let (sealed, live) = (&page.found.sealed, &page.found.live);
            (part(&sealed.position(&of, partner)), part(&live.position(&of, partner)))
        };
        if names.partners().all(|partner| row(partner).0 == row(partner).1) {
            continue;
        }
        let (mut first, mut sums) = (true, (Money::ZERO, Money::ZERO));
        for partner in names.partners() {
            let (sealed, live) = row(partner);
            if !sealed.is_zero() || !live.is_zero() {
                let mut cells = vec![Cell::once(first, &page.named(&of)), page.partner(partner)];
                cells.extend(both(sealed, live));
                table.plain(cells);
                (first, sums) = (false, (sums.0 + sealed, sums.1 + live));
            }
        }
        let mut cells = vec![Cell::Ditto(page.named(&of)), page.entry(Entry::Sum)];
        cells.extend(both(sums.0, sums.1));
        table.sum(cells);
    }
    table
}

/// Claims, advances, balances carried over, balances.
pub(super) fn claims(page: &Page<'_>) -> Section {
    let mut section = page.section(Label::PartClaims);
    section.show(claimed(page));
    section.show(paid(page));
    section.show(balances(page));
    section.say(page.said(&Phrase::BalanceNote));
    section
}

/// The claims that differ.
pub(in crate::report) fn differing_claims(
    page: &super::Corrections<'_>,
) -> Vec<(For, Between, Claimed, Claimed)> {
    let (sealed, live) = (&page.sealed.claims, &page.live.claims);
    let mut keys: Vec<&(For, Between)> = sealed.keys().chain(live.keys()).collect();
    let all = page.names.all();
    let place = |partner: &str| page.names.partners().position(|known| known == partner);
    keys.sort_by_key(|(of, (from, to))| (all.iter().position(|known| known == of), place(from), place(to)));
    keys.dedup();
    let both = |(of, pair): &(For, Between)| {
        let (was, is) = (page.sealed.claim(of, pair), page.live.claim(of, pair));
        (was != is).then(|| (of.clone(), pair.clone(), was, is))
    };
    keys.into_iter().filter_map(both).collect()
}

fn claimed(page: &Page<'_>) -> Table {
    let claims = differing_claims(page.found);
    let taxed = claims.iter().any(|(.., was, is)| !was.vat.is_zero() || !is.vat.is_zero());
    let mut columns = vec![page.head(Head::Service), page.head(Head::Debtor), page.head(Head::Creditor)];
    if taxed {
        let labels = [Label::NetSealed, Label::NetNew, Label::NetDifference, Label::VatDifference];
        columns.extend(labels.map(|label| page.numbers(label)));
    } else {
        columns.extend(compared(page));
    }
    let mut table = page.table("corrections/claims", Label::Claims, columns);
    let mut above = None;
    for (of, (from, to), was, is) in &claims {
        let service = Cell::once(above != Some(of), &page.named(of));
        let mut cells = vec![service, page.partner(from), page.partner(to)];
        cells.extend(both(was.net, is.net));
        cells.extend(taxed.then_some(Cell::Signed(is.vat - was.vat)));
        table.plain(cells);
        above = Some(of);
    }
    table
}

/// The advances, balances carried over and payments that differ: for what, between whom, as sealed, as they would be now.
pub(in crate::report) fn differing_payments(
    page: &super::Corrections<'_>,
) -> Vec<(For, Between, Money, Money)> {
    let sides = [
        (For::Advances, &page.sealed.advances, &page.live.advances),
        (For::Openings, &page.sealed.openings, &page.live.openings),
        (For::Transfers, &page.sealed.transfers, &page.live.transfers),
    ];
    let place = |partner: &str| page.names.partners().position(|known| known == partner);
    let mut rows = Vec::new();
    for (of, sealed, live) in sides {
        let mut pairs: Vec<&Between> = sealed.keys().chain(live.keys()).collect();
        pairs.sort_by_key(|(from, to)| (place(from), place(to)));
        pairs.dedup();
        for pair in pairs {
            let amount = |side: &std::collections::BTreeMap<Between, Money>| side.get(pair).copied();
            let (was, is) = (amount(sealed).unwrap_or_default(), amount(live).unwrap_or_default());
            if was != is {
                rows.push((of.clone(), pair.clone(), was, is));
            }
        }
    }
    rows
}

fn paid(page: &Page<'_>) -> Table {
    let mut columns = vec![page.words(Label::For), page.head(Head::From), page.head(Head::To)];
    columns.extend(compared(page));
    let mut table = page.table("corrections/paid", Label::Paid, columns);
    for (of, (from, to), was, is) in differing_payments(page.found) {
        let mut cells = vec![Cell::text(page.named(&of)), page.partner(&from), page.partner(&to)];
        cells.extend(both(was, is));
        table.plain(cells);
    }
    table
}

fn balances(page: &Page<'_>) -> Table {
    let labels = [Label::Sealed, Label::New, Label::Difference, Label::Carried, Label::Open];
    let mut columns = vec![page.head(Head::Partner)];
    columns.extend(labels.map(|label| page.numbers(label)));
    let mut table = page.table("corrections/balances", Label::Balances, columns);
    let mut sums = [Money::ZERO; 5];
    for partner in page.found.names.partners() {
        let (was, is) = (page.found.sealed.balance(partner), page.found.live.balance(partner));
        let amounts = [was, is, is - was, page.found.carried_of(partner), page.found.open_of(partner)];
        sums.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum += amount);
        table.plain([page.partner(partner)].into_iter().chain(amounts.map(Cell::Signed)).collect());
    }
    table.sum([page.entry(Entry::Sum)].into_iter().chain(sums.map(Cell::Signed)).collect());
    table
}

/// Per service and pair what is to be carried, and what was.
pub(super) fn carried(page: &Page<'_>) -> Section {
    let mut section = page.section(Label::PartCarry);
    let mut columns = vec![page.words(Label::For), page.head(Head::Debtor), page.head(Head::Creditor)];
    columns.extend([Label::Difference, Label::Carried, Label::Open].map(|label| page.numbers(label)));
    let mut table = page.table("corrections/carry", Label::Carry, columns);
    for row in &page.found.carry {
        let amounts = [row.difference, row.carried, row.open()].map(Cell::Signed);
        let names = [Cell::text(page.named(&row.of)), page.partner(&row.from), page.partner(&row.to)];
        table.plain(names.into_iter().chain(amounts).collect());
    }
    if table.rows.is_empty() {
        section.say(page.said(&Phrase::NobodyOwes));
    } else {
        section.show(table);
        section.say(page.said(&Phrase::CarryNote(page.found.year)));
    }
    section
}

fn compared(page: &Page<'_>) -> [Column; 3] {
    [Label::Sealed, Label::New, Label::Difference].map(|label| page.numbers(label))
}

fn both(sealed: Money, live: Money) -> [Cell; 3] {
    [Cell::Amount(sealed), Cell::Amount(live), Cell::Signed(live - sealed)]
}
