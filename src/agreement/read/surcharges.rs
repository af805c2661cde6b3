//! What is put on top of a service's cost: `overhead` and `vat`.
//!
//! In: a service's entries. Out: a surcharge on a cost kind, and rates of VAT by the day from which they are in force.

use rust_decimal::Decimal;

use super::participation::Mark;
use super::services::ascending;
use super::sheet::Sheet;
use super::steps::percentage;
use super::table::Entry;
use super::{Known, all};
use crate::agreement::{KindId, Overhead, VatRate};
use crate::finding::UseFault;

/// The surcharge for the operator's overhead.
pub(super) fn overhead(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Overhead> {
    const EXAMPLE: &str = "overhead = { percent = \"20\", on = \"personnel\" }";
    let mut table = entry.table(sheet)?;
    let percent = table.required("percent", EXAMPLE).and_then(|entry| surcharge(&entry, sheet));
    let on = table.required("on", EXAMPLE);
    let place = on.as_ref().map(|entry| sheet.place(&entry.span));
    let on = on.and_then(|entry| known.kinds.named_by(&entry, sheet)).map(KindId);
    table.end(sheet);
    Some(Overhead { percent: percent?, on: on?, place: place? })
}

/// A percentage; spreadsheets show 19 percent and hold 0.19.
fn surcharge(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<Decimal> {
    let percent = percentage(entry, sheet)?;
    if Decimal::ZERO < percent && percent < Decimal::ONE {
        let meant = (percent * Decimal::ONE_HUNDRED).normalize();
        sheet.note(&entry.span, UseFault::SmallPercent { percent, meant });
    }
    Some(percent)
}

/// The rates of VAT.
pub(super) fn vat(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<Vec<VatRate>> {
    let rates = all(entry.list(sheet)?.iter().map(|item| rate(item, sheet)))?;
    ascending(rates.iter().map(|(_, mark)| mark), sheet);
    Some(rates.into_iter().map(|(rate, _)| rate).collect())
}

fn rate(item: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<(VatRate, Mark)> {
    const EXAMPLE: &str = "{ from = 2027-01-01, percent = \"19\" }";
    let mut table = item.table(sheet)?;
    let from = table.required("from", EXAMPLE).and_then(|entry| Mark::read(&entry, sheet));
    let percent = table.required("percent", EXAMPLE).and_then(|entry| surcharge(&entry, sheet));
    table.end(sheet);
    let (from, percent) = from.zip(percent)?;
    Some((VatRate { from: from.day, percent }, from))
}
