//! Section 5: that nothing was lost, and what it was read from.
//!
//! In: books, findings, lines. Out: how every row is found again, what is not shared and why, each warning, who
//! got which residual cent and why. The files themselves are listed by [`super::inputs`].

use super::document::{Cell, Column, Section, Table};
use super::finding::Located;
use super::{Edition, assets, inputs};
use crate::agreement::Residual;
use crate::allocate::Division;
use crate::apportion::Part;
use crate::cost::{NotShared, Reason, Tally, YearBy};
use crate::words::fullcost::{FullPhrase, Label};
use crate::words::phrase::{self, ByHand, CostPhrase, EvidencePhrase};
use crate::words::sentence;
use crate::words::statement::{Caption, Entry, Head, Record};

pub(super) fn section(edition: &Edition<'_>, warnings: &[Located<'_>]) -> Section {
    let mut section = edition.section(Caption::Evidence);
    section.show(reconciliation(edition));
    section.show(years(edition));
    let spread = edition.statement.booked.years.values().map(|books| books.all.rows).sum::<u64>();
    let spread = spread.saturating_sub(edition.statement.booked.postings());
    if spread > 0 {
        section.say(edition.evidence(&EvidencePhrase::Spread(spread)));
    }
    section.show(year_by(edition));
    let clamped = edition.statement.books.clamped;
    if clamped.rows > 0 {
        section.say(edition.evidence(&EvidencePhrase::Clamped(clamped.rows, clamped.amount)));
    }
    for (year, moved) in &edition.statement.books.moved {
        section.say(edition.evidence(&EvidencePhrase::Moved(*year, moved.rows, moved.amount)));
    }
    section.show(inputs::controls(edition));
    show_or_say(edition, &mut section, not_shared(edition), &EvidencePhrase::AllShared);
    show_or_say(edition, &mut section, self::warnings(edition, warnings), &EvidencePhrase::NoWarnings);
    show_or_say(edition, &mut section, residuals(edition), &EvidencePhrase::NoResiduals);
    section.show(assets::plan(edition));
    section.show(inputs::ledgers(edition));
    let besides = inputs::besides(edition);
    if !besides.is_empty() {
        section.list(besides);
    }
    section.show(inputs::hashes(edition));
    section.say(edition.evidence(&EvidencePhrase::Version(env!("CARGO_PKG_VERSION"))));
    section.list(ByHand::ALL.map(|what| edition.evidence(&EvidencePhrase::ByHand(what))));
    section.say(edition.evidence(&EvidencePhrase::Signature));
    section
}

/// The table, or a sentence that says that it is empty.
fn show_or_say(edition: &Edition<'_>, section: &mut Section, table: Table, empty: &EvidencePhrase<'_>) {
    if table.rows.is_empty() {
        section.say(edition.evidence(empty));
    }
    section.show(table);
}

impl Edition<'_> {
    pub(super) fn evidence(&self, phrase: &EvidencePhrase<'_>) -> String {
        phrase::evidence(phrase, self.language)
    }

    fn tally_columns(&self, first: Record) -> Vec<Column> {
        vec![self.record_words(first), self.numbers(Head::Rows), self.numbers(Head::Amount)]
    }
}

fn reconciliation(edition: &Edition<'_>) -> Table {
    let sums = &edition.statement.reconciliation;
    let columns = vec![Column::words(""), Column::numbers("")];
    let mut table = edition.table("reconciliation", Caption::Reconciliation, columns);
    let row = |entry: Entry, amount| vec![edition.entry(entry), Cell::Amount(amount)];
    table.plain(row(Entry::AllFiles, edition.statement.booked.total()));
    table.plain(row(Entry::OtherYears, sums.other_years));
    table.result(row(Entry::ThisYear, sums.ledger));
    table.plain(row(Entry::NotShared, sums.not_shared));
    table.result(row(Entry::Shared, sums.shared));
    if !sums.derived.is_zero() || !sums.own.is_zero() {
        table.plain(vec![Cell::text(edition.label(Label::AddDerived)), Cell::Amount(sums.derived)]);
        table.plain(vec![Cell::text(edition.label(Label::LessOwn)), Cell::Amount(sums.own)]);
    }
    table.plain(row(Entry::RoundingDifference, sums.rounding_difference));
    table.result(row(Entry::Allocated, sums.allocated));
    table
}

/// The years that the files hold, where there are several.
fn years(edition: &Edition<'_>) -> Table {
    let mut table = edition.table("years", Caption::Years, edition.tally_columns(Record::Year));
    let years = &edition.statement.booked.years;
    for (year, books) in years.iter().filter(|_| years.len() > 1) {
        table.plain(tally(Cell::Text(year.to_string()), books.all));
    }
    table
}

fn year_by(edition: &Edition<'_>) -> Table {
    let mut table = edition.table("year-by", Caption::YearBy, edition.tally_columns(Record::Field));
    for (by, rows) in &edition.statement.books.by {
        let entry = match by {
            YearBy::Period => Entry::ByPeriod,
            YearBy::FiscalYear => Entry::ByFiscalYear,
            YearBy::Date => Entry::ByDate,
            YearBy::VoucherDate => Entry::ByVoucherDate,
        };
        table.plain(tally(edition.entry(entry), *rows));
    }
    table.sum(tally(edition.entry(Entry::Sum), edition.statement.books.all));
    table
}

fn tally(name: Cell, tally: Tally) -> Vec<Cell> {
    vec![name, Cell::Count(tally.rows), Cell::Amount(tally.amount)]
}

/// What is not shared, by reason, account and cost centre.
fn not_shared(edition: &Edition<'_>) -> Table {
    let columns = vec![
        edition.record_words(Record::Reason),
        edition.record_words(Record::Account),
        edition.record_words(Record::CostCentre),
        edition.numbers(Head::Rows),
        edition.numbers(Head::Amount),
    ];
    let mut table = edition.table("not-shared", Caption::NotShared, columns);
    let mut above = None;
    for (NotShared { reason, account, cost_centre }, rows) in &edition.statement.books.not_shared {
        table.plain(vec![
            Cell::once(above != Some(reason), &self::reason(edition, *reason)),
            Cell::text(account),
            Cell::text(cost_centre),
            Cell::Count(rows.rows),
            Cell::Amount(rows.amount),
        ]);
        above = Some(reason);
    }
    if above.is_some() {
        let sum: Tally = edition.statement.books.not_shared.values().sum();
        let (rows, amount) = (Cell::Count(sum.rows), Cell::Amount(sum.amount));
        table.sum(vec![edition.entry(Entry::Sum), Cell::Empty, Cell::Empty, rows, amount]);
    }
    table
}

fn reason(edition: &Edition<'_>, reason: Reason) -> String {
    let agreement = &edition.statement.rules.agreement;
    edition.evidence(&match reason {
        Reason::Except(service, rule) => {
            let rule = &agreement.service(service).except[rule];
            let payer = rule.payer.map(|payer| edition.partner(payer));
            EvidencePhrase::Except(edition.service(service), rule, payer)
        }
        Reason::Kind(kind) => EvidencePhrase::Kind(&agreement.kind(kind).name),
        Reason::Declared { source, pattern } => {
            EvidencePhrase::Declared(agreement.sources[source].not_shared[pattern].0.written())
        }
        Reason::NoRule => EvidencePhrase::NoRule,
    })
}

pub(super) fn warnings(edition: &Edition<'_>, warnings: &[Located<'_>]) -> Table {
    let columns = vec![
        edition.record_words(Record::Place),
        edition.record_words(Record::Code),
        edition.record_words(Record::Message),
    ];
    let mut table = edition.table("warnings", Caption::Warnings, columns);
    for located in warnings {
        table.plain(vec![
            located.spot.as_ref().map_or(Cell::Empty, |spot| Cell::Text(spot.name())),
            Cell::Text(located.finding.fault.code().to_string()),
            Cell::Text(sentence(&located.finding.fault, edition.language).message),
        ]);
    }
    for (code, file, count) in &edition.statement.more_warnings {
        table.plain(vec![
            file.map_or(Cell::Empty, |file| Cell::text(edition.statement.files.name(file))),
            Cell::Text(code.to_string()),
            Cell::Text(edition.evidence(&EvidencePhrase::MoreWarnings(*count))),
        ]);
    }
    table
}

/// Who got which residual cents, and why.
fn residuals(edition: &Edition<'_>) -> Table {
    let columns = vec![
        edition.words(Head::Service),
        edition.record_words(Record::Segment),
        edition.record_words(Record::Reason),
        edition.words(Head::Partner),
        edition.record_numbers(Record::Exact),
        edition.numbers(Head::Allocated),
        edition.record_numbers(Record::Residual),
    ];
    let mut table = edition.table("residuals", Caption::Residuals, columns);
    table.groups = 3;
    for service in &edition.statement.allocation.services {
        for line in &service.lines {
            let name = edition.service(service.service);
            let segment = edition.cost(&CostPhrase::Days(line.span, line.one_off));
            let several = matches!(line.division, Division::Steps(_));
            for (number, slice) in line.slices() {
                let step = edition.full(&FullPhrase::SegmentStep(&segment, number));
                let segment = if several { &step } else { &segment };
                let why = why(edition, slice.residual);
                let parts = line.participants.iter().map(|partner| edition.partner(*partner).to_owned());
                given([name, segment, &why], parts.zip(&slice.parts), &mut table);
            }
            if let Division::Price(price) = &line.division {
                let why = edition.evidence(&EvidencePhrase::HalfUp);
                let parts = line.participants.iter().map(|partner| edition.partner(*partner).to_owned());
                given([name, &segment, &why], parts.zip(&price.parts), &mut table);
            }
        }
    }
    let charges = &edition.statement.allocation.charges.charges;
    let parts = charges.iter().map(|charge| (edition.receiver(charge.receiver), &charge.part));
    let why = edition.evidence(&EvidencePhrase::LargestRemainder);
    let year = edition.cost(&CostPhrase::Days(edition.statement.year.span(), false));
    given([edition.label(Label::ChargeKind), &year, &why], parts, &mut table);
    table
}

/// A row for each part that got residual cents.
fn given<'p>(group: [&str; 3], parts: impl Iterator<Item = (String, &'p Part)>, table: &mut Table) {
    let given = parts.filter(|(_, part)| !part.residual.is_zero());
    for (index, (receiver, part)) in given.enumerate() {
        let mut cells = group.map(|text| Cell::once(index == 0, text)).to_vec();
        cells.extend(residual(&receiver, part));
        table.plain(cells);
    }
}

fn residual(receiver: &str, part: &Part) -> [Cell; 4] {
    [
        Cell::text(receiver),
        Cell::Exact(part.exact.clone()),
        Cell::Amount(part.amount),
        Cell::Signed(part.residual),
    ]
}

/// Why somebody got the residual cents.
fn why(edition: &Edition<'_>, residual: Residual) -> String {
    edition.evidence(&match residual {
        Residual::LargestRemainder => EvidencePhrase::LargestRemainder,
        Residual::To(partner) => EvidencePhrase::RestTo(edition.partner(partner)),
        Residual::None => EvidencePhrase::HalfUp,
    })
}
