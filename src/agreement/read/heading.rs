//! `[agreement]` and `[savings]`: what holds for the cooperation as a whole.
//!
//! In: the two tables. Out: an [`Agreement`] with nothing in it yet but its terms, and the terms of savings.
//! What is left out has the default of the format.

use super::Known;
use super::sheet::Sheet;
use super::steps::percentage;
use super::table::Entry;
use crate::agreement::{
    Agreement, Dialect, Language, PartnerId, Reading, Residual, Rounding, SavingsTerms, Secondary, Transfers,
    WithinYear,
};
use crate::money::Money;
use crate::period::Proration;

/// The agreement's terms; partners, keys, services and sources are still to come.
pub(super) fn read(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Agreement> {
    let mut table = entry.table(sheet)?;
    let name = table.required("name", "name = \"IT-Kooperation\"").and_then(|entry| entry.string(sheet));
    let mut word = |key, sheet: &mut Sheet<'_>| table.optional(key).and_then(|entry| entry.string(sheet));
    let (basis, reference, due) = (word("basis", sheet), word("reference", sheet), word("due", sheet));
    let signed = table.optional("signed").and_then(|entry| entry.day(sheet));
    let language = [("de", Language::De), ("en", Language::En)];
    let language = table.optional("language").and_then(|entry| entry.choice(&language, sheet));
    let proration = [("months", Proration::Months), ("days", Proration::Days)];
    let proration = table.optional("proration").and_then(|entry| entry.choice(&proration, sheet));
    let within = [("even", WithinYear::Even), ("date", WithinYear::Date)];
    let within = table.optional("within_year").and_then(|entry| entry.choice(&within, sheet));
    let transfers = [("pairs", Transfers::Pairs), ("fewest", Transfers::Fewest)];
    let transfers = table.optional("transfers").and_then(|entry| entry.choice(&transfers, sheet));
    let rounding = table.optional("rounding").and_then(|entry| rounding(&entry, known, sheet));
    let secondary = table.optional("secondary").and_then(|entry| entry.choice(&Secondary::NAMES, sheet));
    let no_invoice = table.optional("no_invoice").and_then(|entry| entry.flag(sheet));
    table.end(sheet);
    Some(Agreement {
        name: name?,
        signed,
        basis,
        reference,
        language: language.unwrap_or_default(),
        proration: proration.unwrap_or_default(),
        within_year: within.unwrap_or_default(),
        secondary: secondary.unwrap_or_default(),
        step_order: Vec::new(),
        transfers: transfers.unwrap_or_default(),
        no_invoice: no_invoice.unwrap_or(true),
        due,
        rounding: rounding.unwrap_or(Rounding { residual: Residual::default(), unit: Money::CENT }),
        partners: Vec::new(),
        keys: Vec::new(),
        services: Vec::new(),
        cost_kinds: Vec::new(),
        sources: Vec::new(),
        tables: Dialect::default(),
        savings: None,
    })
}

fn rounding(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Rounding> {
    let mut table = entry.table(sheet)?;
    let residual = table.optional("residual").and_then(|entry| residual(&entry, known, sheet));
    let unit = table.optional("unit").and_then(|entry| {
        let unit = entry.amount(sheet)?;
        if unit.is_positive() { Some(unit) } else { entry.outside(Money::CENT.to_string(), None, sheet) }
    });
    table.end(sheet);
    Some(Rounding { residual: residual.unwrap_or_default(), unit: unit.unwrap_or(Money::CENT) })
}

fn residual(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Residual> {
    let written = entry.text(sheet)?;
    if let Some(partner) = written.strip_prefix("to:") {
        let partner = known.partners.find(partner, entry.key, &entry.span, sheet);
        return partner.map(|partner| Residual::To(PartnerId(partner)));
    }
    match written {
        "largest-remainder" => Some(Residual::LargestRemainder),
        "none" => Some(Residual::None),
        _ => entry.not_allowed(["largest-remainder", "none", "to:<partner>"].into_iter(), sheet),
    }
}

/// What savings are compared with.
pub(super) fn savings(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<SavingsTerms> {
    let mut table = entry.table(sheet)?;
    let baseline = table.required("baseline", "baseline = \"15000.00\"").and_then(|entry| {
        let baseline = entry.amount(sheet)?;
        if baseline.is_negative() { entry.outside("0".to_owned(), None, sheet) } else { Some(baseline) }
    });
    let reading = [("together", Reading::Together), ("each", Reading::Each)];
    let reading = table.optional("reading").and_then(|entry| entry.choice(&reading, sheet));
    let source = table.optional("source").and_then(|entry| entry.string(sheet));
    let threshold = table.optional("threshold").and_then(|entry| percentage(&entry, sheet));
    table.end(sheet);
    Some(SavingsTerms { baseline: baseline?, reading: reading.unwrap_or_default(), source, threshold })
}
