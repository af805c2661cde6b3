//! `[[ledger]]`: where postings come from, and how their files are written.
//!
//! In: the tables in the order written. Out: sources in that order. Whether the files are there, and have
//! what these tables say, is seen when they are read.

use std::collections::BTreeMap;

use super::sheet::Sheet;
use super::table::{Entry, Table};
use super::{Known, all, columns, dialect, preset, rules};
use crate::agreement::{Control, Header, PartnerId, Sign, Source};
use crate::finding::TomlFault;
use crate::finding::toml::Form;
use crate::period::Year;

const SIGNS: [(&str, Sign); 2] =
    [("expense-positive", Sign::ExpensePositive), ("expense-negative", Sign::ExpenseNegative)];

/// All sources; at least one.
pub(super) fn read(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Vec<Source>> {
    all(entry.list(sheet)?.iter().map(|item| source(item, known, sheet)))
}

fn source(item: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Source> {
    let mut table = item.table(sheet)?;
    let files = table.required("files", "files = \"ledger/*.csv\"");
    let place = sheet.place(files.as_ref().map_or(&item.span, |files| &files.span));
    let files = files.and_then(|entry| pattern(&entry, sheet));
    let named =
        table.optional("sheet").and_then(|entry| Some((entry.string(sheet)?, sheet.place(&entry.span))));
    let payer = table.optional("payer");
    let chosen = table.optional("preset");
    let preset = preset::read(chosen.as_ref(), &mut table, sheet);
    let dialect = preset::dialect(preset, dialect::read(&mut table, sheet));
    let sign = table.optional("sign").and_then(|entry| entry.choice(&SIGNS, sheet));
    let line = table.optional("header");
    preset::excludes(preset, chosen.as_ref(), line.as_ref(), sheet);
    let header = line.and_then(|entry| header(&entry, sheet)).unwrap_or_default();
    let skip = table.optional("skip").and_then(|entry| rules::read(&entry, known, sheet));
    let not_shared = table.optional("not_shared").and_then(|entry| rules::patterns(&entry, sheet));
    let control = table.optional("control").and_then(|entry| control(&entry, sheet));
    let spread = table.optional("spread").and_then(|entry| entry.flag(sheet));
    let (columns, constants) = columns::read(&mut table, header, payer.as_ref(), sheet);
    let payer = payer.and_then(|entry| known.partners.named_by(&entry, sheet));
    table.end(sheet);
    Some(Source {
        files: files?,
        sheet: named,
        payer: payer.map(PartnerId),
        preset,
        dialect,
        sign: sign.unwrap_or_default(),
        header,
        skip: skip.unwrap_or_default(),
        not_shared: not_shared.unwrap_or_default(),
        control: control.unwrap_or_default(),
        spread: spread.unwrap_or(true),
        columns,
        constants,
        place,
    })
}

/// A pattern of files inside the folder, with `/` between the parts on every system.
fn pattern(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<String> {
    let written = entry.text(sheet)?;
    let inside = |files: &str| {
        let relative = !files.starts_with('/') && !files.contains(['\\', ':']);
        relative && !files.split('/').any(|part| part == "..") && glob::Pattern::new(files).is_ok()
    };
    if inside(written) {
        return Some(written.to_owned());
    }
    let slashed = Some(written.replace('\\', "/")).filter(|files| inside(files));
    let (key, spelling) = (entry.key.to_owned(), slashed.map(|files| format!("\"{files}\"")));
    let written = written.to_owned();
    entry.refuse(TomlFault::Malformed { key, form: Form::Files, written, spelling }, sheet)
}

fn header(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<Header> {
    let line = entry.whole(0..=1_000_000, sheet)?;
    Some(if line == 0 { Header::Absent } else { Header::Line(u64::try_from(line).ok()?) })
}

/// Totals by year.
fn control(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<BTreeMap<Year, Control>> {
    let table: Table<'_> = entry.table(sheet)?;
    let mut control = BTreeMap::new();
    for total in table.entries() {
        let year = year(&total, sheet);
        let place = sheet.place(&total.key_span);
        let amount = total.amount(sheet);
        control.extend(year.zip(amount.map(|total| Control { total, place })));
    }
    Some(control)
}

fn year(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<Year> {
    let year = Year::written(entry.key);
    if year.is_none() {
        let (key, written) = ("control".to_owned(), entry.key.to_owned());
        let fault = TomlFault::Malformed { key, form: Form::Year, written, spelling: None };
        sheet.note(&entry.key_span, fault);
    }
    year
}
