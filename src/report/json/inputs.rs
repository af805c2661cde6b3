//! The files and the reconciliation in JSON.
//!
//! In: the statement. Out: ledger files with postings and total, then the other files without; the sums by which
//! every cent is found again.

use serde::Serialize;

use super::Cents;
use crate::statement::Statement;

#[derive(Serialize)]
pub(super) struct InputShape<'a> {
    file: &'a str,
    sha256: &'a str,
    bytes: u64,
    #[serde(flatten)]
    ledger: Option<LedgerShape<'a>>,
}

/// What only ledger files have.
#[derive(Serialize)]
struct LedgerShape<'a> {
    postings: u64,
    total: Cents,
    skipped: u64,
    skipped_total: Cents,
    blank: u64,
    above: u64,
    unread: &'a [String],
}

/// The ledger files in the order read, then the others.
pub(super) fn all<'a>(statement: &Statement<'a>) -> Vec<InputShape<'a>> {
    let files = statement.files;
    let ledgers = statement.booked.inputs.iter().map(|input| InputShape {
        file: files.name(input.file),
        sha256: &input.sha256,
        bytes: input.bytes,
        ledger: Some(LedgerShape {
            postings: input.postings,
            total: Cents(input.total),
            skipped: input.skipped,
            skipped_total: Cents(input.skipped_total),
            blank: input.blank,
            above: input.above,
            unread: &input.unread,
        }),
    });
    let tables = statement.rules.tables.files.iter().chain(statement.seals()).map(|table| InputShape {
        file: files.name(table.file),
        sha256: &table.sha256,
        bytes: table.bytes,
        ledger: None,
    });
    ledgers.chain(tables).collect()
}

/// What counts in this year because the year of its days was sealed without it.
#[derive(Serialize)]
pub(super) struct MovedShape {
    from: i16,
    rows: u64,
    amount: Cents,
}

/// By the year of the days.
pub(super) fn moved(statement: &Statement<'_>) -> Vec<MovedShape> {
    let moved = statement.books.moved.iter();
    moved
        .map(|(year, sum)| MovedShape { from: year.number(), rows: sum.rows, amount: Cents(sum.amount) })
        .collect()
}

#[derive(Serialize)]
pub(super) struct ReconciliationShape {
    ledger: Cents,
    shared: Cents,
    not_shared: Cents,
    other_years: Cents,
    derived: Cents,
    own: Cents,
    allocated: Cents,
    rounding_difference: Cents,
}

impl ReconciliationShape {
    pub(super) fn of(statement: &Statement<'_>) -> Self {
        let sums = &statement.reconciliation;
        Self {
            ledger: Cents(sums.ledger),
            shared: Cents(sums.shared),
            not_shared: Cents(sums.not_shared),
            other_years: Cents(sums.other_years),
            derived: Cents(sums.derived),
            own: Cents(sums.own),
            allocated: Cents(sums.allocated),
            rounding_difference: Cents(sums.rounding_difference),
        }
    }
}
