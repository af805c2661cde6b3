//! The keys that are no shares: waterfalls (`steps`) and prices per unit (`price`).
//!
//! In: a key's entries. Out: steps, each of which takes in exactly one way and gives to exactly one; the last, and
//! only the last, takes the rest. A price with its driver and with who bears what it does not cover.

use rust_decimal::Decimal;

use super::sheet::Sheet;
use super::table::{Entry, Table};
use super::{Known, all};
use crate::agreement::{KeyId, Method, Of, PartnerId, Step, Take, Target};
use crate::finding::UseFault;
use crate::finding::usage::StepPart;
use crate::money::Money;

/// A waterfall.
pub(super) fn steps(id: &str, entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Method> {
    let items = entry.list(sheet)?;
    let steps: Vec<Option<Step>> = items.iter().map(|item| step(id, item, known, sheet)).collect();
    for (at, (item, step)) in items.iter().zip(&steps).enumerate() {
        let rest = step.as_ref().is_some_and(|step| step.take == Take::Rest);
        if step.is_some() && rest != (at + 1 == items.len()) {
            sheet.note(&item.span, UseFault::RestLast { key: id.to_owned(), rest });
        }
    }
    all(steps.into_iter()).map(Method::Steps)
}

fn step(id: &str, item: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Step> {
    let mut table = item.table(sheet)?;
    let take = take(id, &mut table, sheet);
    let to = target(id, &mut table, known, sheet);
    table.end(sheet);
    Some(Step { take: take?, to: to? })
}

fn take(id: &str, table: &mut Table<'_>, sheet: &mut Sheet<'_>) -> Option<Take> {
    const WAYS: [&str; 4] = ["above", "amount", "percent", "rest"];
    let [above, amount, percent, rest] = WAYS.map(|way| table.optional(way));
    let of = table.optional("of");
    let there = [&above, &amount, &percent, &rest].into_iter().flatten().map(|entry| entry.key.to_owned());
    exactly_one(id, table, &WAYS, there.collect(), StepPart::Take, sheet);
    if let (Some(of), None) = (&of, &percent) {
        super::measure::misplaced(of, &["percent = \"10\""], sheet);
    }
    if percent.is_some() && of.is_none() && !table.has_stray_like(&["of"]) {
        table.required("of", "of = \"total\"");
    }
    let of = of.and_then(|of| of.choice(&[("total", Of::Total), ("rest", Of::Rest)], sheet));
    let above = above.and_then(|entry| euro(&entry, sheet)).map(Take::Above);
    let amount = amount.and_then(|entry| euro(&entry, sheet)).map(Take::Amount);
    let percent = percent.and_then(|entry| percentage(&entry, sheet)).zip(of);
    let rest = rest.and_then(|entry| {
        if entry.flag(sheet)? { Some(Take::Rest) } else { entry.not_allowed(["true"].into_iter(), sheet) }
    });
    above.or(amount).or(percent.map(|(percent, of)| Take::Percent(percent, of))).or(rest)
}

fn target(id: &str, table: &mut Table<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Target> {
    const WAYS: [&str; 2] = ["to", "key"];
    let [to, key] = WAYS.map(|way| table.optional(way));
    let there = [&to, &key].into_iter().flatten().map(|entry| entry.key.to_owned()).collect();
    exactly_one(id, table, &WAYS, there, StepPart::To, sheet);
    let to = to.and_then(|entry| known.partners.named_by(&entry, sheet));
    let key = key.and_then(|entry| known.keys.named_by(&entry, sheet));
    to.map(|partner| Target::Partner(PartnerId(partner))).or(key.map(|key| Target::Key(KeyId(key))))
}

/// Notes a step that says none of several ways, or more than one.
fn exactly_one(
    id: &str,
    table: &Table<'_>,
    ways: &'static [&'static str],
    found: Vec<String>,
    part: StepPart,
    sheet: &mut Sheet<'_>,
) {
    if found.len() > 1 || (found.is_empty() && !table.has_stray_like(ways)) {
        sheet.note(&table.span, UseFault::Step { key: id.to_owned(), part, found });
    }
}

/// An amount that is not below zero.
fn euro(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<Money> {
    let amount = entry.amount(sheet)?;
    if amount.is_negative() { entry.outside("0".to_owned(), None, sheet) } else { Some(amount) }
}

/// A percent from 0 to 100.
pub(super) fn percentage(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<Decimal> {
    let percent = entry.quantity(sheet)?;
    let possible = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent);
    if possible { Some(percent) } else { entry.outside("0".to_owned(), Some("100".to_owned()), sheet) }
}

/// A price per unit; `rest` is the key's own entry of that name.
pub(super) fn price(
    entry: &Entry<'_>,
    rest: Option<&Entry<'_>>,
    known: &Known,
    sheet: &mut Sheet<'_>,
) -> Option<Method> {
    const EXAMPLE: &str = "price = { driver = \"anrufe\", unit = \"2.35\" }";
    let mut table = entry.table(sheet)?;
    let driver = table.required("driver", EXAMPLE);
    let unit = table.required("unit", EXAMPLE).and_then(|entry| {
        let unit = entry.quantity(sheet)?;
        if unit < Decimal::ZERO { entry.outside("0".to_owned(), None, sheet) } else { Some(unit) }
    });
    table.end(sheet);
    let rest = rest.and_then(|entry| known.partners.named_by(entry, sheet)).map(PartnerId);
    let driver = driver.and_then(|entry| entry.string(sheet).zip(Some(sheet.place(&entry.span))));
    let (driver, place) = driver?;
    Some(Method::Price { driver, unit: unit?, rest: rest?, place })
}
