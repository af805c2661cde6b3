//! Section 1, continued: internal services, and what they charge on.
//!
//! In: the charges. Out: what each internal service cost and received; who receives what from whom, exactly and to the
//! cent; who bore it. Whoever multiplies the gross cost with a share of section 2 gets the exact amount.

use num_traits::Zero;

use super::Edition;
use super::costs::{of_kinds, overheads};
use super::document::{Cell, Section, Table};
use crate::agreement::{Receiver, ServiceId};
use crate::cost::{ByOrigin, Charge, Charges, Internal};
use crate::fraction::{Fraction, exact};
use crate::money::Money;
use crate::words::fullcost::{FullPhrase, Label, Note, Title};
use crate::words::statement::{Entry, Head};

/// The tables, where there are internal services.
pub(super) fn show(edition: &Edition<'_>, section: &mut Section) {
    let charges = &edition.statement.allocation.charges;
    if charges.internal.is_empty() {
        return;
    }
    section.show(internal(edition, charges));
    let costs: Vec<(ServiceId, &ByOrigin)> =
        charges.internal.iter().map(|service| (service.service, &service.primary)).collect();
    let table = edition.titled("internal/kinds", Title::InternalKinds, Vec::new());
    section.show(of_kinds(edition, table, &costs));
    let overheads = overheads(edition, costs.into_iter());
    if !overheads.is_empty() {
        section.list(overheads);
    }
    let names: Vec<&str> = charges.internal.iter().map(|service| edition.service(service.service)).collect();
    section.say(edition.full(&FullPhrase::Method(edition.statement.rules.agreement.secondary, &names)));
    section.say(edition.note(Note::ByCalendarYear));
    section.show(flows(edition, charges));
    section.show(borne(edition, charges));
}

/// What each internal service cost itself, received, and has to charge on.
fn internal(edition: &Edition<'_>, charges: &Charges) -> Table {
    let numbers = [Label::Postings, Label::Derived, Label::Received, Label::Gross];
    let mut columns = vec![edition.named_words(Label::InternalService)];
    columns.extend(numbers.map(|label| edition.named_numbers(label)));
    let mut table = edition.titled("internal", Title::Internal, columns);
    for service in &charges.internal {
        table.plain(vec![
            Cell::text(edition.service(service.service)),
            Cell::Amount(service.primary.direct()),
            Cell::Amount(service.primary.derived()),
            Cell::Exact(&service.gross - exact(service.primary.total())),
            Cell::Exact(service.gross.clone()),
        ]);
    }
    table
}

/// Who receives what from whom: internal services first, then those that keep it.
fn flows(edition: &Edition<'_>, charges: &Charges) -> Table {
    let columns = vec![
        edition.named_words(Label::Receiver),
        edition.named_words(Label::InternalService),
        edition.named_numbers(Label::Exact),
        edition.named_numbers(Label::Charge),
    ];
    let mut table = edition.titled("charges", Title::Charges, columns);
    let internal = charges.internal.iter().map(|service| Receiver::Service(service.service));
    let kept = charges.charges.iter().map(|charge| charge.receiver);
    for receiver in internal.chain(kept) {
        let charge = charges.charges.iter().find(|charge| charge.receiver == receiver);
        received(edition, charges, receiver, charge, &mut table);
    }
    table
}

fn received(
    edition: &Edition<'_>,
    charges: &Charges,
    receiver: Receiver,
    charge: Option<&Charge>,
    table: &mut Table,
) {
    let from: Vec<(&Internal, Fraction)> = charges
        .internal
        .iter()
        .map(|service| (service, service.charges(receiver)))
        .filter(|(_, amount)| !amount.is_zero())
        .collect();
    let name = edition.receiver(receiver);
    let cents = charge.map_or(Cell::Empty, |charge| Cell::Amount(charge.part.amount));
    for (index, (service, amount)) in from.iter().enumerate() {
        table.plain(vec![
            Cell::once(index == 0, &name),
            Cell::text(edition.service(service.service)),
            Cell::Exact(amount.clone()),
            if from.len() == 1 { cents.clone() } else { Cell::Empty },
        ]);
    }
    if from.len() > 1 {
        let sum = Cell::Exact(from.iter().map(|(_, amount)| amount).sum());
        table.sum(vec![Cell::Ditto(name), edition.entry(Entry::Sum), sum, cents]);
    }
}

/// Who bore what of each charge.
fn borne(edition: &Edition<'_>, charges: &Charges) -> Table {
    let columns = vec![
        edition.named_words(Label::Receiver),
        edition.named_words(Label::Payer),
        edition.numbers(Head::Amount),
    ];
    let mut table = edition.titled("charges/borne", Title::ChargesBorne, columns);
    let mut total = Money::ZERO;
    for charge in &charges.charges {
        for (index, (payer, part)) in charge.borne.iter().enumerate() {
            total += part.amount;
            table.plain(vec![
                Cell::once(index == 0, &edition.receiver(charge.receiver)),
                Cell::text(edition.partner(*payer)),
                Cell::Amount(part.amount),
            ]);
        }
    }
    if !table.rows.is_empty() {
        table.sum(vec![edition.entry(Entry::Sum), Cell::Empty, Cell::Amount(total)]);
    }
    table
}
