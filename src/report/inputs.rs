//! The files of section 5: what was read, and that it is what the trial balance says.
//!
//! In: inputs, tables, control totals. Out: tables of files with rows, sums and checksums that a clerk can repeat
//! with `sha256sum`.

use super::Edition;
use super::document::{Cell, Column, Table};
use crate::ledger::Input;
use crate::words::phrase::EvidencePhrase;
use crate::words::statement::{self as words, Caption, Entry, Head, Record};

/// Per `[[ledger]]` table: the year's sum as declared, and as read. They agree: otherwise there is no statement.
pub(super) fn controls(edition: &Edition<'_>) -> Table {
    let columns = vec![
        edition.record_words(Record::Ledger),
        edition.record_numbers(Record::Declared),
        edition.record_numbers(Record::Read),
        edition.numbers(Head::Rows),
        edition.record_words(Record::Agrees),
    ];
    let mut table = edition.table("controls", Caption::Controls, columns);
    let statement = edition.statement;
    for (index, source) in statement.rules.agreement.sources.iter().enumerate() {
        let read = statement.booked.sources.get(&(index, statement.year)).copied().unwrap_or_default();
        let declared = source.control.get(&statement.year);
        let agrees = match declared {
            Some(control) if control.total == read.amount => Entry::Yes,
            Some(_) => Entry::No,
            None => Entry::NotDeclared,
        };
        table.plain(vec![
            Cell::text(&source.files),
            declared.map_or(Cell::Empty, |control| Cell::Amount(control.total)),
            Cell::Amount(read.amount),
            Cell::Count(read.rows),
            edition.entry(agrees),
        ]);
    }
    table
}

/// The ledger files: rows, sums, and what was passed over.
pub(super) fn ledgers(edition: &Edition<'_>) -> Table {
    let columns = vec![
        edition.record_words(Record::File),
        edition.numbers(Head::Rows),
        edition.numbers(Head::Amount),
        edition.record_numbers(Record::Skipped),
        edition.record_numbers(Record::SkippedTotal),
        edition.record_numbers(Record::Blank),
    ];
    let mut table = edition.table("inputs", Caption::Inputs, columns);
    let booked = edition.statement.booked;
    for input in &booked.inputs {
        table.plain(vec![
            Cell::text(edition.statement.files.name(input.file)),
            Cell::Count(input.postings),
            Cell::Amount(input.total),
            Cell::Count(input.skipped),
            Cell::Amount(input.skipped_total),
            Cell::Count(input.blank),
        ]);
    }
    let (rows, sum) = (Cell::Count(booked.postings()), Cell::Amount(booked.total()));
    table.sum(vec![edition.entry(Entry::Sum), rows, sum, Cell::Empty, Cell::Empty, Cell::Empty]);
    table
}

/// Per ledger file what it holds besides postings, so that nobody need ask where a line or column went.
pub(super) fn besides(edition: &Edition<'_>) -> Vec<String> {
    let inputs = edition.statement.booked.inputs.iter();
    let named = inputs.filter(|input| input.above > 0 || !input.unread.is_empty());
    let sentence = |input: &Input| {
        let file = edition.statement.files.name(input.file);
        edition.evidence(&EvidencePhrase::Besides(file, input.above, &input.unread))
    };
    named.map(sentence).collect()
}

/// Every file that was read, with its length and checksum.
pub(super) fn hashes(edition: &Edition<'_>) -> Table {
    let columns = vec![
        edition.record_words(Record::File),
        edition.record_numbers(Record::Bytes),
        Column::unbroken(words::record(Record::Hash, edition.language)),
    ];
    let mut table = edition.table("hashes", Caption::Hashes, columns);
    let ledgers = edition.statement.booked.inputs.iter();
    let ledgers = ledgers.map(|input| (input.file, input.bytes, &input.sha256));
    let tables = edition.statement.rules.tables.files.iter();
    let tables = tables.map(|table| (table.file, table.bytes, &table.sha256));
    let seals = edition.statement.seals().map(|seal| (seal.file, seal.bytes, &seal.sha256));
    for (file, bytes, sha256) in ledgers.chain(tables).chain(seals) {
        let name = Cell::text(edition.statement.files.name(file));
        table.plain(vec![name, Cell::Count(bytes), Cell::text(sha256)]);
    }
    table
}
