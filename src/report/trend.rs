//! Savings over the years: what was avoided, summed up, and whether one-off cost has been earned back.
//!
//! In: each year's savings in order, and the years that have no postings. Out: a document with a table per question and
//! bars for the net.

use super::document::{Bars, Block, Cell, Column, Document, Section, Table};
use super::savings::amounts;
use super::view::View;
use crate::agreement::{Agreement, Language, ServiceId};
use crate::money::Money;
use crate::period::Year;
use crate::savings::years::{Payback, YearSavings, payback, running};
use crate::savings::{Saved, Savings};
use crate::tables::Grade;
use crate::words::statement::{self, Entry, Head};
use crate::words::views::{ViewLabel, ViewPhrase, ViewTitle};

/// Several years' savings.
#[derive(Debug)]
pub struct Trend<'a> {
    /// The agreement.
    pub agreement: &'a Agreement,
    /// The years, in order; at least one.
    pub years: Vec<YearSavings>,
    /// Years without postings, among those that were asked for.
    pub left_out: Vec<Year>,
    /// One-off stand-alone cost that counts in none of the years.
    pub beside: Money,
}

/// The years as a document.
#[must_use]
pub fn trend(trend: &Trend<'_>, language: Language) -> Document {
    let page = Page { view: View { agreement: trend.agreement, language }, years: &trend.years };
    let (Some(first), Some(last)) = (trend.years.first(), trend.years.last()) else {
        return Document::default();
    };
    let net = trend.years.iter().map(|year| year.savings.net()).sum();
    let net = page.view.view(&ViewPhrase::NetOfAll(first.year, last.year, net));
    let left_out =
        (!trend.left_out.is_empty()).then(|| page.view.view(&ViewPhrase::LeftOut(&trend.left_out)));
    Document {
        title: page.view.view(&ViewPhrase::Savings(first.year, last.year, &trend.agreement.name)),
        subtitle: [net].into_iter().chain(left_out).collect(),
        sections: page.sections(trend.beside),
    }
}

struct Page<'a> {
    view: View<'a>,
    years: &'a [YearSavings],
}

const SAVED: [ViewLabel; 4] =
    [ViewLabel::Standalone, ViewLabel::Joint, ViewLabel::Remaining, ViewLabel::Avoided];

impl Page<'_> {
    fn year(year: &YearSavings) -> Cell {
        Cell::Text(year.year.to_string())
    }

    /// The parts that say something.
    fn sections(&self, beside: Money) -> Vec<Section> {
        let sections = [self.result(), self.services(), self.one_off(beside), self.grades()];
        sections.into_iter().filter(|section| !section.blocks.is_empty()).collect()
    }

    /// What was avoided in each year, and how that compares.
    fn result(&self) -> Section {
        let mut section = self.view.section(ViewTitle::PartYears);
        section.show(self.avoided());
        self.net(&mut section);
        section
    }

    /// What was avoided in each year, and so far.
    fn avoided(&self) -> Table {
        let mut columns = vec![self.view.words(ViewLabel::Year)];
        columns.extend(SAVED.map(|label| self.view.numbers(label)));
        columns.push(self.view.numbers(ViewLabel::Cumulated));
        let mut table = self.view.table("years", ViewTitle::Years, columns);
        let so_far = running(self.years, |year| year.savings.total().avoided());
        for (year, so_far) in self.years.iter().zip(so_far) {
            let mut cells = vec![Self::year(year)];
            cells.extend(amounts(&year.savings.total()));
            cells.push(Cell::Amount(so_far));
            table.plain(cells);
        }
        let totals: Vec<Saved> = self.years.iter().map(|year| year.savings.total()).collect();
        let mut sums = vec![self.view.entry(Entry::Sum)];
        sums.extend(amounts(&Saved::sum(&totals)));
        sums.push(Cell::Empty);
        table.sum(sums);
        table
    }

    /// Net against baseline and threshold, and bars of it.
    fn net(&self, section: &mut Section) {
        let labels = [
            ViewLabel::Avoided,
            ViewLabel::Unassessed,
            ViewLabel::Net,
            ViewLabel::Baseline,
            ViewLabel::Difference,
            ViewLabel::OfBaseline,
            ViewLabel::Rate,
        ];
        let mut columns = vec![self.view.words(ViewLabel::Year)];
        columns.extend(labels.map(|label| self.view.numbers(label)));
        let threshold = self.years.iter().find_map(|year| year.savings.threshold.clone());
        columns.extend(threshold.as_ref().map(|_| self.view.words(ViewLabel::Threshold)));
        let mut table = self.view.table("years/net", ViewTitle::Net, columns);
        for year in self.years {
            let mut cells = vec![Self::year(year)];
            cells.extend(self.compared(&year.savings, threshold.is_some()));
            table.plain(cells);
        }
        let sums: [fn(&Savings) -> Money; 5] = [
            |savings| savings.total().avoided(),
            Savings::unassessed_cost,
            Savings::net,
            |savings| savings.baseline,
            Savings::difference,
        ];
        let sum = |part: fn(&Savings) -> Money| -> Money {
            self.years.iter().map(|year| part(&year.savings)).sum()
        };
        let [avoided, unassessed, net, baseline, difference] = sums.map(sum);
        let mut cells = vec![self.view.entry(Entry::Sum)];
        cells.extend([avoided, unassessed, net, baseline].map(Cell::Amount));
        cells.extend([Cell::Signed(difference), Cell::Empty, Cell::Empty]);
        cells.extend(threshold.as_ref().map(|_| Cell::Empty));
        table.sum(cells);
        section.show(table);
        for year in self.years.iter().filter(|year| !year.savings.unassessed.is_empty()) {
            let names: Vec<&str> =
                year.savings.unassessed.iter().map(|row| self.view.service(row.service)).collect();
            section.say(self.view.view(&ViewPhrase::NotAssessed(year.year, &names)));
        }
        if let Some(threshold) = &threshold {
            section.say(self.view.view(&ViewPhrase::Threshold(threshold)));
        }
        section.blocks.push(Block::Bars(self.bars()));
    }

    fn compared(&self, savings: &Savings, threshold: bool) -> Vec<Cell> {
        let reached = savings.reaches_threshold().map(|reached| if reached { Entry::Yes } else { Entry::No });
        let mut cells = vec![
            Cell::Amount(savings.total().avoided()),
            Cell::Amount(savings.unassessed_cost()),
            Cell::Amount(savings.net()),
            Cell::Amount(savings.baseline),
            Cell::Signed(savings.difference()),
            savings.deviation().map_or(Cell::Empty, Cell::Change),
            savings.rate().map_or(Cell::Empty, |share| Cell::Percent { share, decimals: 1 }),
        ];
        cells.extend(threshold.then(|| reached.map_or(Cell::Empty, |reached| self.view.entry(reached))));
        cells
    }

    fn bars(&self) -> Bars {
        let net = self.years.iter().map(|year| (year.year.to_string(), year.savings.net()));
        let baseline = self.years.last().map(|year| year.savings.baseline).unwrap_or_default();
        let baseline = (self.view.view(&ViewPhrase::BaselineBar), baseline);
        let table = self.view.table("years/bars", ViewTitle::Bars, Vec::new());
        Bars { name: table.name, caption: table.caption, bars: net.chain([baseline]).collect() }
    }

    /// Each service over the years in which it was assessed.
    fn services(&self) -> Section {
        let mut section = self.view.section(ViewTitle::PartServices);
        let mut columns = vec![self.view.named(Head::Service), self.view.words(ViewLabel::Year)];
        columns.extend(SAVED.map(|label| self.view.numbers(label)));
        columns.push(self.view.numbers(ViewLabel::Cumulated));
        let mut table = self.view.table("years/services", ViewTitle::Services, columns);
        for service in (0..self.view.agreement.services.len()).map(ServiceId) {
            let mut so_far = Money::ZERO;
            let mut first = true;
            for year in self.years {
                let Some(row) = year.savings.assessed.iter().find(|row| row.service == service) else {
                    continue;
                };
                so_far += row.total().avoided();
                let mut cells = vec![Cell::once(first, self.view.service(service)), Self::year(year)];
                cells.extend(amounts(&row.total()));
                cells.push(Cell::Amount(so_far));
                table.plain(cells);
                first = false;
            }
        }
        section.show(table);
        section
    }

    /// One-off cost, and when it was earned back.
    fn one_off(&self, beside: Money) -> Section {
        let mut section = self.view.section(ViewTitle::PartOneOff);
        let labels = [
            ViewLabel::OneOff,
            ViewLabel::Net,
            ViewLabel::OneOffAlone,
            ViewLabel::Result,
            ViewLabel::Cumulated,
        ];
        let mut columns = vec![self.view.words(ViewLabel::Year)];
        columns.extend(labels.map(|label| self.view.numbers(label)));
        let mut table = self.view.table("years/one-off", ViewTitle::OneOff, columns);
        for (year, so_far) in self.years.iter().zip(running(self.years, YearSavings::result)) {
            let amounts = [year.one_off, year.savings.net(), year.one_off_alone, year.result(), so_far];
            table.plain([Self::year(year)].into_iter().chain(amounts.map(Cell::Amount)).collect());
        }
        let sum = |part: fn(&YearSavings) -> Money| Cell::Amount(self.years.iter().map(part).sum());
        let sums: [fn(&YearSavings) -> Money; 4] =
            [|year| year.one_off, |year| year.savings.net(), |year| year.one_off_alone, YearSavings::result];
        let sums = sums.map(sum);
        table.sum([self.view.entry(Entry::Sum)].into_iter().chain(sums).chain([Cell::Empty]).collect());
        section.show(table);
        let payback = payback(self.years);
        let reached = |year: &&YearSavings| match payback {
            Payback::In(reached) => year.year <= reached,
            Payback::Nothing | Payback::Missing(_) => true,
        };
        let total = self.years.iter().map(|year| year.one_off).sum();
        let until = self.years.iter().filter(reached).map(|year| year.one_off).sum();
        section.say(self.view.view(&ViewPhrase::Payback { total, until, payback }));
        section.say(self.view.view(&ViewPhrase::OneOffNote));
        if !beside.is_zero() {
            section.say(self.view.view(&ViewPhrase::Beside(beside)));
        }
        section
    }

    /// How well the stand-alone costs of each year are known.
    fn grades(&self) -> Section {
        let mut section = self.view.section(ViewTitle::PartGrades);
        let grades = [Grade::Actual, Grade::Offer, Grade::Estimate];
        let mut columns = vec![self.view.words(ViewLabel::Year)];
        let named = |grade| statement::entry(super::savings::grade(grade), self.view.language);
        columns.extend(grades.map(|grade| Column::numbers(named(grade))));
        columns.push(self.view.numbers(ViewLabel::Standalone));
        let mut table: Table = self.view.table("years/grades", ViewTitle::Grades, columns);
        for year in self.years {
            let total = year.savings.total();
            let of = |grade: Grade| Cell::Amount(total.grades.get(&grade).copied().unwrap_or_default());
            let mut cells = vec![Self::year(year)];
            cells.extend(grades.map(of));
            cells.push(Cell::Amount(total.standalone));
            table.plain(cells);
        }
        section.show(table);
        section
    }
}
