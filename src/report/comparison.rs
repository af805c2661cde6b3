//! A comparison: what each partner's year costs now, and what it would cost.
//!
//! In: the outcome as the agreement has it, and alternatives. Out: a document: cost per partner now and then, a few
//! alternatives side by side, and per alternative the services that change.

use super::document::{Cell, Column, Document, Section, Table};
use super::view::View;
use crate::agreement::{Agreement, Language, PartnerId};
use crate::compare::{Alternative, Change, Outcome};
use crate::fraction::{Fraction, exact};
use crate::money::Money;
use crate::period::Year;
use crate::words::fullcost::{Label, label};
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

/// Per partner, a part of what it bears besides the services' cost.
type Besides = fn(&Outcome) -> &[Money];

/// What a partner bears besides the services' cost, with the words for a part of its cost and for a row.
const BESIDES: [(Besides, ViewPhrase<'_>, Label); 3] = [
    (|outcome| &outcome.own, ViewPhrase::OwnPart, Label::OwnShares),
    (|outcome| &outcome.rounding, ViewPhrase::RoundingPart, Label::Rounding),
    (|outcome| &outcome.vat, ViewPhrase::VatPart, Label::Vat),
];

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
pub(super) fn part(difference: Money, of: Money) -> Option<Fraction> {
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
        let sum = |outcome: &Outcome| outcome.partners.iter().copied().sum::<Money>();
        if alternatives.iter().any(|(_, other)| sum(&other.outcome) != sum(&self.comparison.now)) {
            section.say(self.view.view(&ViewPhrase::SumChanges));
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
            for (kind, name, _) in BESIDES {
                let of = |outcome: &Outcome| kind(outcome)[index];
                let all = group.iter().map(|(_, alternative)| &alternative.outcome);
                if [&self.comparison.now].into_iter().chain(all).any(|outcome| !of(outcome).is_zero()) {
                    let name = Cell::Text(self.view.view(&name));
                    table.detail(row(name, of(&self.comparison.now), &of));
                }
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
        for (kind, _, name) in BESIDES {
            let mut first = true;
            for (partner, (now, then)) in
                self.view.agreement.partner_ids().zip(kind(now).iter().zip(kind(then)))
            {
                if now != then {
                    let name = Cell::once(first, label(name, self.view.language));
                    table.plain(self.changed_row(name, partner, *now, *then));
                    first = false;
                }
            }
        }
        table
    }

    fn changed_row(&self, name: Cell, partner: PartnerId, now: Money, then: Money) -> Vec<Cell> {
        let partner = Cell::text(self.view.partner(partner));
        vec![name, partner, Cell::Amount(now), Cell::Amount(then), Cell::Signed(then - now)]
    }
}
