//! Section 4: what going together saved, or cost.
//!
//! In: the savings. Out: per service and partner the cost without and with the cooperation, what is not assessed
//! and why, the net against the baseline and the threshold. Dearer together is said in words.

use super::document::{Cell, Column, Section, Table};
use super::{Edition, balances, standalone};
use crate::agreement::Reading;
use crate::money::Money;
use crate::savings::{Saved, Savings};
use crate::tables::Grade;
use crate::words::fullcost::Note;
use crate::words::phrase::{self, CostPhrase, SavingsPhrase};
use crate::words::statement::{Caption, Entry, Head, Record};

pub(super) fn section(edition: &Edition<'_>) -> Section {
    let mut section = edition.section(Caption::Avoided);
    let Some(savings) = &edition.statement.savings else {
        section.say(edition.savings(&SavingsPhrase::NotAsked));
        return section;
    };
    if savings.assessed.is_empty() {
        section.say(edition.savings(&SavingsPhrase::NothingAssessed));
    } else {
        section.show(by_service(edition, savings));
        section.show(by_partner(edition, savings));
        if balances::There::of(edition).vat {
            section.say(edition.note(Note::VatIsJoint));
        }
        section.show(grades(edition, savings));
        standalone::show(edition, savings, &mut section);
        for sentence in dearer(edition, savings) {
            section.say(sentence);
        }
    }
    section.show(unassessed(edition, savings));
    if !savings.unassessed.is_empty() {
        section.say(edition.savings(&SavingsPhrase::WhyDeducted));
    }
    section.show(net(edition, savings));
    for sentence in comparison(edition, savings) {
        section.say(sentence);
    }
    section
}

impl Edition<'_> {
    fn savings(&self, phrase: &SavingsPhrase<'_>) -> String {
        phrase::savings(phrase, self.language)
    }

    fn saved_columns(&self, first: Head) -> Vec<Column> {
        let numbers = [Record::Standalone, Record::Joint, Record::Remaining, Record::Avoided];
        let numbers = numbers.into_iter().map(|record| self.record_numbers(record));
        [self.words(first)].into_iter().chain(numbers).collect()
    }
}

/// What was saved, in the order of the columns.
pub(super) fn amounts(saved: &Saved) -> [Cell; 4] {
    [saved.standalone, saved.joint, saved.remaining, saved.avoided()].map(Cell::Amount)
}

fn cells(name: Cell, saved: &Saved) -> Vec<Cell> {
    [name].into_iter().chain(amounts(saved)).collect()
}

fn by_service(edition: &Edition<'_>, savings: &Savings) -> Table {
    let mut table = edition.table("savings", Caption::SavedByService, edition.saved_columns(Head::Service));
    for service in &savings.assessed {
        table.plain(cells(Cell::text(edition.service(service.service)), &service.total()));
        for (partner, saved) in &service.partners {
            let name = edition.cost(&CostPhrase::PartOf(edition.partner(*partner)));
            table.detail(cells(Cell::Text(name), saved));
        }
    }
    table.sum(cells(edition.entry(Entry::Sum), &savings.total()));
    table
}

fn by_partner(edition: &Edition<'_>, savings: &Savings) -> Table {
    let columns = edition.saved_columns(Head::Partner);
    let mut table = edition.table("savings/partners", Caption::SavedByPartner, columns);
    for (partner, saved) in savings.by_partner() {
        table.plain(cells(Cell::text(edition.partner(partner)), &saved));
    }
    table.sum(cells(edition.entry(Entry::Sum), &savings.total()));
    table
}

/// How well the stand-alone costs are known.
fn grades(edition: &Edition<'_>, savings: &Savings) -> Table {
    let columns = vec![edition.record_words(Record::Grade), edition.record_numbers(Record::Standalone)];
    let mut table = edition.table("savings/grades", Caption::Grades, columns);
    let total = savings.total();
    for (grade, amount) in &total.grades {
        table.plain(vec![edition.entry(self::grade(*grade)), Cell::Amount(*amount)]);
    }
    table.sum(vec![edition.entry(Entry::Sum), Cell::Amount(total.standalone)]);
    table
}

pub(super) fn grade(grade: Grade) -> Entry {
    match grade {
        Grade::Actual => Entry::Actual,
        Grade::Offer => Entry::Offer,
        Grade::Estimate => Entry::Estimate,
    }
}

/// Who and what is dearer together.
fn dearer(edition: &Edition<'_>, savings: &Savings) -> Vec<String> {
    let by = |name: &str, saved: &Saved| (name.to_owned(), saved.avoided().abs());
    let is_dearer = |saved: &Saved| saved.avoided().is_negative();
    let services = savings.assessed.iter().map(|service| (service.service, service.total()));
    let services = services.filter(|(_, saved)| is_dearer(saved));
    let partners = savings.by_partner().into_iter().filter(|(_, saved)| is_dearer(saved));
    let lists: [Vec<(String, Money)>; 2] = [
        services.map(|(service, saved)| by(edition.service(service), &saved)).collect(),
        partners.map(|(partner, saved)| by(edition.partner(partner), &saved)).collect(),
    ];
    let named = lists.iter().filter(|list| !list.is_empty());
    named.map(|list| edition.savings(&SavingsPhrase::DearerFor(list))).collect()
}

fn unassessed(edition: &Edition<'_>, savings: &Savings) -> Table {
    let columns = vec![
        edition.words(Head::Service),
        edition.record_words(Record::Missing),
        edition.numbers(Head::Cost),
    ];
    let mut table = edition.table("savings/unassessed", Caption::Unassessed, columns);
    for service in &savings.unassessed {
        let missing = service
            .missing
            .iter()
            .map(|(partner, days)| edition.savings(&SavingsPhrase::Missing(edition.partner(*partner), days)));
        table.plain(vec![
            Cell::text(edition.service(service.service)),
            Cell::Text(missing.collect::<Vec<_>>().join("; ")),
            Cell::Amount(service.cost),
        ]);
    }
    if !table.rows.is_empty() {
        let sum = Cell::Amount(savings.unassessed_cost());
        table.sum(vec![edition.entry(Entry::Sum), Cell::Empty, sum]);
    }
    table
}

/// From what was avoided down to the deviation.
fn net(edition: &Edition<'_>, savings: &Savings) -> Table {
    let columns = vec![Column::words(""), Column::numbers("")];
    let mut table = edition.table("savings/net", Caption::Net, columns);
    let row = |entry: Entry, cell: Cell| vec![edition.entry(entry), cell];
    table.plain(row(Entry::AvoidedAssessed, Cell::Amount(savings.total().avoided())));
    table.plain(row(Entry::CostUnassessed, Cell::Amount(savings.unassessed_cost())));
    table.result(row(Entry::NetAvoided, Cell::Amount(savings.net())));
    table.plain(row(Entry::Baseline, Cell::Amount(savings.baseline)));
    table.result(row(Entry::Difference, Cell::Signed(savings.difference())));
    table
}

/// Baseline, deviation, threshold, and a word where nothing was saved.
fn comparison(edition: &Edition<'_>, savings: &Savings) -> Vec<String> {
    let agreement = &edition.statement.rules.agreement;
    let deviation = savings.deviation();
    let mut sentences = Vec::new();
    if let Some(terms) = &agreement.savings {
        let each_of = (terms.reading == Reading::Each).then_some(agreement.partners.len());
        let (amount, source) = (terms.baseline, terms.source.as_deref());
        sentences.push(edition.savings(&SavingsPhrase::Baseline { amount, each_of, source }));
    }
    let (difference, part) = (savings.difference(), deviation.as_ref());
    sentences.push(edition.savings(&SavingsPhrase::Deviation { difference, part }));
    if let (Some(rate), Some(threshold), Some(reached)) =
        (savings.rate(), &savings.threshold, savings.reaches_threshold())
    {
        sentences.push(edition.savings(&SavingsPhrase::Threshold(&rate, threshold, reached)));
    }
    let (avoided, net) = (savings.total().avoided(), savings.net());
    if avoided.is_negative() {
        sentences.push(edition.savings(&SavingsPhrase::Dearer(edition.statement.year, avoided.abs())));
    } else if net.is_negative() {
        sentences.push(edition.savings(&SavingsPhrase::Outweighed(net.abs())));
    }
    sentences
}
