//! A comparison: what each partner's year costs now, and what it would cost.
//!
//! In: the outcome as the agreement has it, and alternatives. Out: a document: cost per partner now and then, a few
//! alternatives side by side, and per alternative the services that change. Or the same as JSON.

use super::document::{Cell, Column, Document, Section, Table};
use super::json::{Cents, pretty};
use super::view::View;
use crate::agreement::{Agreement, Language, PartnerId};
use crate::compare::{Alternative, Change, Outcome};
use crate::fraction::{Fraction, exact, whole};
use crate::money::Money;
use crate::period::Year;
use crate::words::format::plain_decimal;
use crate::words::fullcost::{FullPhrase, full};
use crate::words::statement::{Entry, Head};
use crate::words::views::{ViewLabel, ViewPhrase, ViewTitle};

/// So many alternatives stand side by side.
const SIDE_BY_SIDE: usize = 2;

/// A year's cost now, and in other ways.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The agreement as it is.
    pub agreement: &'a Agreement,
    /// The year.
    pub year: Year,
    /// What it costs now.
    pub now: Outcome,
    /// What it would cost.
    pub alternatives: Vec<Alternative>,
}

/// The comparison as a document.
#[must_use]
pub fn comparison(comparison: &Comparison<'_>, language: Language) -> Document {
    let page = Page { view: View { agreement: comparison.agreement, language }, comparison };
    let described = (0..comparison.alternatives.len()).map(|index| page.described(index)).collect();
    let mut document = Document {
        title: page.view.view(&ViewPhrase::Comparison(comparison.year, &comparison.agreement.name)),
        subtitle: described,
        sections: vec![page.costs()],
    };
    document.subtitle.push(page.view.view(&ViewPhrase::ComparisonNote));
    document.sections.push(page.changes());
    document
}

struct Page<'a> {
    view: View<'a>,
    comparison: &'a Comparison<'a>,
}

/// A, B, C, and from the 27th on numbers.
fn letter(index: usize) -> String {
    let letter = u8::try_from(index).ok().filter(|index| *index < 26).map(|index| char::from(b'A' + index));
    letter.map_or_else(|| (index + 1).to_string(), String::from)
}

/// How much of what was a difference is.
fn part(difference: Money, of: Money) -> Option<Fraction> {
    (!of.is_zero()).then(|| exact(difference) / exact(of.abs()))
}

impl Page<'_> {
    /// An alternative's letter and what it changes.
    fn described(&self, index: usize) -> String {
        let changes = &self.comparison.alternatives[index].changes;
        let described: Vec<String> = changes.iter().map(|change| self.change(change)).collect();
        self.view.view(&ViewPhrase::Alternative(&letter(index), &described.join("; ")))
    }

    fn change(&self, change: &Change) -> String {
        match change {
            Change::Key(service, key) => {
                let key = &self.view.agreement.key(*key).name;
                self.view.view(&ViewPhrase::OtherKey(self.view.service(*service), key))
            }
            Change::Secondary(method, order) => {
                let order: Vec<&str> = order.iter().map(|id| self.view.service(*id)).collect();
                self.view.view(&ViewPhrase::OtherMethod(*method, &order))
            }
        }
    }

    /// Cost per partner, a few alternatives to a table.
    fn costs(&self) -> Section {
        let mut section = self.view.section(ViewTitle::PartCosts);
        let alternatives: Vec<(usize, &Alternative)> =
            self.comparison.alternatives.iter().enumerate().collect();
        for (group, number) in alternatives.chunks(SIDE_BY_SIDE).zip(1..) {
            section.show(self.side_by_side(group, number));
        }
        section
    }

    fn side_by_side(&self, group: &[(usize, &Alternative)], number: usize) -> Table {
        let mut columns = vec![self.view.named(Head::Partner), self.view.numbers(ViewLabel::Now)];
        for (index, _) in group {
            columns.push(Column::numbers(letter(*index)));
            columns.extend([ViewLabel::Difference, ViewLabel::Percent].map(|label| self.view.numbers(label)));
        }
        let mut table = self.view.table(&format!("compare/{number}"), ViewTitle::Costs, columns);
        let row = |name: Cell, now: Money, then: &dyn Fn(&Outcome) -> Money| {
            let mut cells = vec![name, Cell::Amount(now)];
            for (_, alternative) in group {
                let then = then(&alternative.outcome);
                let percent = part(then - now, now).map_or(Cell::Empty, Cell::Change);
                cells.extend([Cell::Amount(then), Cell::Signed(then - now), percent]);
            }
            cells
        };
        for (index, partner) in self.view.agreement.partner_ids().enumerate() {
            let name = Cell::text(self.view.partner(partner));
            table.plain(row(name, self.comparison.now.partners[index], &|outcome| outcome.partners[index]));
            let own = self.comparison.now.own[index];
            if !own.is_zero() {
                let name = self.view.view(&ViewPhrase::OwnPart);
                table.detail(row(Cell::Text(name), own, &|outcome| outcome.own[index]));
            }
        }
        let sum = |outcome: &Outcome| outcome.partners.iter().copied().sum::<Money>();
        table.sum(row(self.view.entry(Entry::Sum), sum(&self.comparison.now), &sum));
        table
    }

    /// Per alternative the services and own shares that change.
    fn changes(&self) -> Section {
        let mut section = self.view.section(ViewTitle::PartServices);
        for (index, alternative) in self.comparison.alternatives.iter().enumerate() {
            let table = self.changed(index, &alternative.outcome);
            if table.rows.is_empty() {
                section.say(self.view.view(&ViewPhrase::NothingChanges(&letter(index))));
            }
            section.show(table);
        }
        section
    }

    fn changed(&self, index: usize, then: &Outcome) -> Table {
        let mut columns = vec![self.view.named(Head::Service), self.view.named(Head::Partner)];
        let labels = [ViewLabel::Now, ViewLabel::Then, ViewLabel::Difference];
        columns.extend(labels.map(|label| self.view.numbers(label)));
        let name = format!("compare/changes/{}", letter(index).to_lowercase());
        let mut table = Table::new(name, self.described(index), columns);
        let now = &self.comparison.now;
        for (service, allocated) in &now.services {
            let mut first = true;
            for partner in allocated.keys() {
                let (now, then) = (now.allocated(*service, *partner), then.allocated(*service, *partner));
                if now != then {
                    let name = Cell::once(first, self.view.service(*service));
                    table.plain(self.changed_row(name, *partner, now, then));
                    first = false;
                }
            }
        }
        for (partner, (now, then)) in self.view.agreement.partner_ids().zip(now.own.iter().zip(&then.own)) {
            if now != then {
                let own = full(&FullPhrase::OwnOf(self.view.partner(partner)), self.view.language);
                table.plain(self.changed_row(Cell::Text(own), partner, *now, *then));
            }
        }
        table
    }

    fn changed_row(&self, name: Cell, partner: PartnerId, now: Money, then: Money) -> Vec<Cell> {
        let partner = Cell::text(self.view.partner(partner));
        vec![name, partner, Cell::Amount(now), Cell::Amount(then), Cell::Signed(then - now)]
    }
}

#[derive(serde::Serialize)]
struct ComparisonShape<'a> {
    schema: &'static str,
    agreement: &'a str,
    year: i16,
    alternatives: Vec<AlternativeShape<'a>>,
}

#[derive(serde::Serialize)]
struct AlternativeShape<'a> {
    changes: Vec<ChangeShape<'a>>,
    partners: Vec<PartnerShape<'a>>,
}

#[derive(serde::Serialize)]
#[serde(untagged)]
enum ChangeShape<'a> {
    Key { service: &'a str, key: &'a str },
    Secondary { secondary: &'static str, order: Vec<&'a str> },
}

#[derive(serde::Serialize)]
struct PartnerShape<'a> {
    id: &'a str,
    now: Cents,
    then: Cents,
    difference: Cents,
    percent: Option<String>,
}

/// The comparison as JSON, schema `umlage/comparison/1`: amounts as strings.
#[must_use]
pub fn comparison_json(comparison: &Comparison<'_>) -> String {
    let agreement = comparison.agreement;
    let partner = |index: usize, then: &Outcome| {
        let (now, then) = (comparison.now.partners[index], then.partners[index]);
        PartnerShape {
            id: &agreement.partners[index].id,
            now: Cents(now),
            then: Cents(then),
            difference: Cents(then - now),
            percent: part(then - now, now).map(|part| plain_decimal(&(part * whole(100)), 2)),
        }
    };
    let alternative = |alternative: &Alternative| AlternativeShape {
        changes: alternative.changes.iter().map(|change| shape(agreement, change)).collect(),
        partners: (0..agreement.partners.len()).map(|index| partner(index, &alternative.outcome)).collect(),
    };
    pretty(&ComparisonShape {
        schema: "umlage/comparison/1",
        agreement: &agreement.name,
        year: comparison.year.number(),
        alternatives: comparison.alternatives.iter().map(alternative).collect(),
    })
}

fn shape<'a>(agreement: &'a Agreement, change: &Change) -> ChangeShape<'a> {
    match change {
        Change::Key(service, key) => {
            ChangeShape::Key { service: &agreement.service(*service).id, key: &agreement.key(*key).id }
        }
        Change::Secondary(method, order) => ChangeShape::Secondary {
            secondary: method.name(),
            order: order.iter().map(|service| agreement.service(*service).id.as_str()).collect(),
        },
    }
}
