//! Section 4, continued: stand-alone costs at the prices of the year.
//!
//! In: the rows that follow the price index. Out: each with both figures and both means of the index, and the source of
//! the index: whoever multiplies and divides gets the year's amount.

use super::Edition;
use super::document::{Cell, Section};
use crate::apportion::rounded;
use crate::money::Money;
use crate::savings::Savings;
use crate::series::prices::SOURCE;
use crate::words::fullcost::{FullPhrase, Label, Title};
use crate::words::statement::Head;

/// The table, where rows follow the index.
pub(super) fn show(edition: &Edition<'_>, savings: &Savings, section: &mut Section) {
    let numbers = [Label::Stated, Label::Level, Label::LevelMean, Label::YearMean, Label::AtYear];
    let mut columns = vec![edition.words(Head::Service), edition.words(Head::Partner)];
    columns.extend(numbers.map(|label| edition.named_numbers(label)));
    let mut table = edition.titled("savings/indexed", Title::Indexed, columns);
    for row in &savings.indexed {
        table.plain(vec![
            Cell::text(edition.service(row.service)),
            Cell::text(edition.partner(row.partner)),
            Cell::Amount(row.stated),
            Cell::Text(row.level.to_string()),
            Cell::Number(row.level_mean.clone()),
            Cell::Number(row.year_mean.clone()),
            Cell::Amount(rounded(&row.amount, Money::CENT)),
        ]);
    }
    if !table.rows.is_empty() {
        section.show(table);
        section.say(edition.full(&FullPhrase::IndexSource(SOURCE)));
    }
}
