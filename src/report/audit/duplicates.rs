//! What was perhaps paid twice, for people.
//!
//! In: hits with the places of their rows. Out: what was tested, with the tests that found nothing; the open hits by
//! test; those that need no answer; what could not be tested.

use std::collections::BTreeMap;

use super::Page;
use crate::agreement::{Agreement, Language};
use crate::audit::Duplicates;
use crate::audit::duplicates::{Hit, Need, Payment, Status, Test};
use crate::place::{Files, Place};
use crate::report::document::{Cell, Document, Section, Table};
use crate::report::finding::Spot;
use crate::words::audit::{self as words, AuditLabel, AuditTitle, HitHeading, TwicePhrase};

/// What was found, and what is needed to name it.
#[derive(Debug)]
pub struct DuplicatesView<'a> {
    /// The agreement.
    pub agreement: &'a Agreement,
    /// The names of files.
    pub files: &'a Files,
    /// What was found.
    pub found: &'a Duplicates,
    /// Where its rows are to be seen.
    pub spots: BTreeMap<Place, Spot>,
}

impl DuplicatesView<'_> {
    pub(super) fn row(&self, payment: &Payment) -> String {
        let file = || self.files.name(payment.place.file).to_owned();
        self.spots.get(&payment.place).map_or_else(file, Spot::row)
    }
}

/// The hits as a document.
#[must_use]
pub fn duplicates_document(view: &DuplicatesView<'_>, language: Language) -> Document {
    let (page, found) = (Page { language }, view.found);
    let open = count(Test::ALL.iter().flat_map(|test| found.of(*test, Status::Open)));
    let lines = [
        Some(TwicePhrase::Found(open, found.at_risk())),
        Some(TwicePhrase::Question),
        found.year.map(TwicePhrase::AllYears),
    ];
    let mut sections = vec![tested(&page, view)];
    let mut number = 0;
    sections.extend(Status::ALL.map(|status| listed(&page, view, status, &mut number)));
    sections.push(lacking(&page, view));
    Document {
        title: page.twice(&TwicePhrase::Duplicates(found.year, &view.agreement.name)),
        subtitle: lines.iter().flatten().map(|line| page.twice(line)).collect(),
        sections: Page::numbered(sections),
    }
}

/// What was looked at, and what each test found.
fn tested(page: &Page, view: &DuplicatesView<'_>) -> Section {
    let (found, coverage) = (view.found, &view.found.coverage);
    let mut section = page.section(AuditTitle::PartTests);
    let mut columns = vec![page.words(AuditLabel::Test)];
    let labels = [
        AuditLabel::Open,
        AuditLabel::Across,
        AuditLabel::AtRisk,
        AuditLabel::Others,
        AuditLabel::Applied,
        AuditLabel::NotApplied,
    ];
    columns.extend(labels.map(|label| page.numbers(label)));
    let mut table = page.table("tests", AuditTitle::Tests, columns);
    for (test, applied) in Test::ALL.into_iter().zip(coverage.applied) {
        let of = |status| count(found.of(test, status));
        let across = count(found.of(test, Status::Open).filter(|hit| hit.across()));
        table.plain(vec![
            Cell::text(words::test(test, page.language)),
            Cell::Count(of(Status::Open)),
            Cell::Count(across),
            Cell::Amount(found.of(test, Status::Open).map(|hit| hit.at_risk).sum()),
            Cell::Count(of(Status::Recurring) + of(Status::Reversed)),
            Cell::Count(applied),
            Cell::Count(coverage.payments - applied),
        ]);
    }
    let of = |open| Cell::Count(count(found.hits.iter().filter(|hit| (hit.status == Status::Open) == open)));
    let across = count(found.hits.iter().filter(|hit| hit.status == Status::Open && hit.across()));
    let (across, at_risk) = (Cell::Count(across), Cell::Amount(found.at_risk()));
    let total = page.total();
    table.sum(vec![total, of(true), across, at_risk, of(false), Cell::Empty, Cell::Empty]);
    section.show(table);
    section.say(page.twice(&TwicePhrase::Coverage {
        rows: coverage.rows,
        payments: coverage.payments,
        credits: coverage.credits,
        zero: coverage.zero,
        skipped: coverage.skipped,
    }));
    section.say(page.twice(&TwicePhrase::Spelling));
    section
}

/// The hits that stand so, a table for each test.
fn listed(page: &Page, view: &DuplicatesView<'_>, status: Status, number: &mut u64) -> Section {
    let mut section = page.section(AuditTitle::PartHits(status));
    if view.found.hits.iter().any(|hit| hit.status == status) {
        section.say(page.twice(&TwicePhrase::About(status)));
    }
    for test in Test::ALL {
        let columns = vec![
            page.words(AuditLabel::Hit),
            page.unbroken(AuditLabel::Place),
            page.unbroken(AuditLabel::Date),
            page.words(AuditLabel::Voucher),
            page.words(AuditLabel::Vendor),
            page.words(AuditLabel::Text),
            page.words(AuditLabel::Payer),
            page.numbers(AuditLabel::Amount),
        ];
        let name = format!("hits/{}/{}", status.id(), test.id());
        let mut table = Table::new(name, words::test(test, page.language), columns);
        table.groups = 1;
        for hit in view.found.of(test, status) {
            *number += 1;
            rows(page, view, hit, *number, &mut table);
        }
        section.show(table);
    }
    section
}

fn rows(page: &Page, view: &DuplicatesView<'_>, hit: &Hit, number: u64, table: &mut Table) {
    let heading = page.twice(&TwicePhrase::Hit(HitHeading {
        number,
        status: hit.status,
        at_risk: hit.at_risk,
        payments: count(hit.payments.iter()),
        sum: hit.payments.iter().map(|payment| payment.amount).sum(),
        across: hit.across(),
        text: hit.differs_in_text(),
        account: hit.differs_in_account(),
    }));
    let payments = hit.payments.iter().map(|payment| (payment, payment.text.clone()));
    let credits = hit.credits.iter().map(|credit| (credit, page.twice(&TwicePhrase::Credit(&credit.text))));
    for (index, (row, text)) in payments.chain(credits).enumerate() {
        table.plain(vec![
            Cell::once(index == 0, &heading),
            Cell::Text(view.row(row)),
            Cell::Day(row.date),
            Cell::text(&row.voucher),
            Cell::text(&row.vendor),
            Cell::Text(text),
            Cell::text(&view.agreement.partner(row.payer).name),
            Cell::Amount(row.amount),
        ]);
    }
}

/// Which tests ran on nothing, and which files lack a field.
fn lacking(page: &Page, view: &DuplicatesView<'_>) -> Section {
    let (coverage, mut section) = (&view.found.coverage, page.section(AuditTitle::PartLacking));
    let idle = Test::ALL.iter().zip(coverage.applied).filter(|(_, applied)| *applied == 0);
    let idle: Vec<String> = idle.map(|(test, _)| words::test(*test, page.language).to_owned()).collect();
    if !idle.is_empty() {
        section.say(page.twice(&TwicePhrase::NotRun(&idle)));
    }
    let columns = vec![page.words(AuditLabel::File), page.words(AuditLabel::Lacks)];
    let mut table = page.table("lacking", AuditTitle::Lacking, columns);
    for (file, field) in &coverage.lacking {
        let field = match field {
            Need::Vendor => AuditLabel::Vendor,
            Need::Voucher => AuditLabel::Voucher,
            Need::Date => AuditLabel::Date,
        };
        let field = Cell::text(words::label(field, page.language));
        table.plain(vec![Cell::text(view.files.name(*file)), field]);
    }
    section.show(table);
    section
}

pub(super) fn count<T>(of: impl Iterator<Item = T>) -> u64 {
    u64::try_from(of.count()).unwrap_or(u64::MAX)
}
