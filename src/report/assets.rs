//! Assets (`Anlagennachweis`) in section 1, and their schedule of depreciation (`Abschreibungsplan`) in section 5.
//!
//! In: assets.csv and the year. Out: what was bought, its book value before and after the year, and the plan of all
//! years: every figure that enters the year's cost, and those that will.

use super::Edition;
use super::document::{Cell, Section, Table};
use crate::money::Money;
use crate::period::Year;
use crate::tables::Asset;
use crate::words::fullcost::{Label, Note, Title};
use crate::words::statement::{Entry, Head};

/// What was bought and what becomes of it in the year, where assets of the year's services are written off.
pub(super) fn show(edition: &Edition<'_>, section: &mut Section) {
    let assets = assets(edition);
    if !assets.is_empty() {
        section.show(bought(edition, &assets));
        section.show(in_year(edition, &assets));
        section.say(edition.note(Note::MonthsOfAssets));
    }
}

/// The assets of the year's services that are written off in it.
fn assets<'a>(edition: &Edition<'a>) -> Vec<&'a Asset> {
    let statement = edition.statement;
    let counts = |asset: &&Asset| {
        let lives = statement.rules.agreement.service(asset.service).life(statement.year).is_some();
        lives && !asset.line().in_year(statement.year).is_zero()
    };
    statement.rules.tables.assets.iter().filter(counts).collect()
}

fn bought(edition: &Edition<'_>, assets: &[&Asset]) -> Table {
    let columns = vec![
        edition.named_words(Label::Asset),
        edition.words(Head::Service),
        edition.named_words(Label::Payer),
        edition.named_words(Label::Acquired),
        edition.named_numbers(Label::Months),
        edition.numbers(Head::Cost),
        edition.named_numbers(Label::Residual),
        edition.named_words(Label::Source),
    ];
    let mut table = edition.titled("assets", Title::Assets, columns);
    for asset in assets {
        table.plain(vec![
            Cell::text(&asset.name),
            Cell::text(edition.service(asset.service)),
            Cell::text(edition.partner(asset.payer)),
            Cell::Day(asset.acquired),
            Cell::Count(u64::from(asset.life_months)),
            Cell::Amount(asset.cost),
            Cell::Amount(asset.residual),
            Cell::text(&asset.source),
        ]);
    }
    table
}

fn in_year(edition: &Edition<'_>, assets: &[&Asset]) -> Table {
    let numbers = [Label::BookBefore, Label::Addition, Label::Depreciation, Label::BookAfter];
    let mut columns = vec![edition.named_words(Label::Asset)];
    columns.extend(numbers.map(|label| edition.named_numbers(label)));
    let mut table = edition.titled("assets/year", Title::AssetYear, columns);
    let year = edition.statement.year;
    let row = |asset: &Asset| {
        let added = if Year::of(asset.acquired) == year { asset.cost } else { Money::ZERO };
        [asset.book_value(year.back(1)), added, -asset.line().in_year(year), asset.book_value(year)]
    };
    let mut sums = [Money::ZERO; 4];
    for asset in assets {
        let amounts = row(asset);
        sums.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum += amount);
        table.plain([Cell::text(&asset.name)].into_iter().chain(amounts.map(Cell::Amount)).collect());
    }
    table.sum([edition.entry(Entry::Sum)].into_iter().chain(sums.map(Cell::Amount)).collect());
    table
}

/// Every year of every asset.
pub(super) fn plan(edition: &Edition<'_>) -> Table {
    let columns = vec![
        edition.named_words(Label::Asset),
        edition.named_words(Label::Year),
        edition.named_numbers(Label::Depreciation),
        edition.named_numbers(Label::BookAfter),
    ];
    let mut table = edition.titled("assets/plan", Title::AssetPlan, columns);
    for asset in assets(edition) {
        let first = Year::of(asset.acquired);
        let years = std::iter::successors(Some(first), |year| Some(year.back(-1)));
        let line = asset.line();
        let years = years.take_while(|year| *year == first || line.by_end_of(year.back(1)) != line.amount);
        for year in years {
            table.plain(vec![
                Cell::once(year == first, &asset.name),
                Cell::Text(year.to_string()),
                Cell::Amount(line.in_year(year)),
                Cell::Amount(asset.book_value(year)),
            ]);
        }
        let name = Cell::Ditto(asset.name.clone());
        table.sum(vec![name, edition.entry(Entry::Sum), Cell::Amount(line.amount), Cell::Empty]);
    }
    table
}
