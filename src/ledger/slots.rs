//! The fields of a ledger as its rows are read: a column, or a constant that has been read once.
//!
//! In: the places of the fields, and the agreement. Out: typed slots. A constant that cannot be read is told once,
//! at its place in umlage.toml; the file's rows are then read for their faults only.

use std::collections::BTreeMap;

use super::columns::At;
use super::dialect::{Known, Styles};
use super::survey::Sites;
use super::{date, number};
use crate::agreement::source::Constant;
use crate::agreement::{Agreement, Field, PartnerId, RuleField};
use crate::finding::cell::shown;
use crate::finding::{CellFault, Finding};
use crate::money::Money;
use crate::period::{Date, Year};

/// Where a field's value comes from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Slot<T> {
    Absent,
    Column(usize),
    /// None: it cannot be read.
    Constant(Option<T>),
}

impl<T> Slot<T> {
    /// Its column, if it has one.
    pub(crate) fn column(&self) -> Option<usize> {
        match self {
            Self::Column(column) => Some(*column),
            Self::Absent | Self::Constant(_) => None,
        }
    }

    /// Has it no constant that could not be read?
    pub(crate) fn is_read(&self) -> bool {
        !matches!(self, Self::Constant(None))
    }
}

/// Debit or credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Debit,
    Credit,
}

/// All fields of a ledger.
#[derive(Debug, Clone)]
pub(crate) struct Slots<'a> {
    pub(crate) date: Slot<Date>,
    pub(crate) voucher_date: Slot<Date>,
    pub(crate) fiscal_year: Slot<Year>,
    pub(crate) period_from: Slot<Date>,
    pub(crate) period_to: Slot<Date>,
    pub(crate) amount: Slot<Money>,
    pub(crate) debit: Slot<Money>,
    pub(crate) credit: Slot<Money>,
    pub(crate) side: Slot<Side>,
    pub(crate) payer: Slot<PartnerId>,
    pub(crate) service: Slot<&'a str>,
    pub(crate) voucher: Slot<&'a str>,
    pub(crate) account: Slot<&'a str>,
    pub(crate) counter_account: Slot<&'a str>,
    pub(crate) cost_centre: Slot<&'a str>,
    pub(crate) product: Slot<&'a str>,
    pub(crate) vendor: Slot<&'a str>,
    pub(crate) text: Slot<&'a str>,
    /// Cells that a row needs.
    pub(crate) width: usize,
}

impl<'a> Slots<'a> {
    /// Types the places, and reads the constants.
    pub(crate) fn new(
        at: &BTreeMap<Field, At<'a>>,
        width: usize,
        agreement: &Agreement,
        styles: &Styles,
        findings: &mut dyn FnMut(Finding),
    ) -> Self {
        let mut fill = Fill { at, findings };
        let day = |cell: &str| day(cell, styles);
        let money = |cell: &str| money(cell, styles);
        let text = |cell: &'a str| Ok(cell.trim());
        Self {
            date: fill.slot(Field::Date, day),
            voucher_date: fill.slot(Field::VoucherDate, day),
            fiscal_year: fill.slot(Field::FiscalYear, year),
            period_from: fill.slot(Field::PeriodFrom, day),
            period_to: fill.slot(Field::PeriodTo, day),
            amount: fill.slot(Field::Amount, money),
            debit: fill.slot(Field::Debit, money),
            credit: fill.slot(Field::Credit, money),
            side: fill.slot(Field::Side, side),
            payer: fill.slot(Field::Payer, |cell| payer(cell, agreement)),
            service: fill.slot(Field::Service, text),
            voucher: fill.slot(Field::Voucher, text),
            account: fill.slot(Field::Account, text),
            counter_account: fill.slot(Field::CounterAccount, text),
            cost_centre: fill.slot(Field::CostCentre, text),
            product: fill.slot(Field::Product, text),
            vendor: fill.slot(Field::Vendor, text),
            text: fill.slot(Field::Text, text),
            width,
        }
    }

    /// The fields that rules may look at and that are neither in a column nor a constant.
    pub(crate) fn absent(&self) -> Vec<RuleField> {
        let slot = |field: &RuleField| match field {
            RuleField::CostCentre => self.cost_centre,
            RuleField::Account => self.account,
            RuleField::CounterAccount => self.counter_account,
            RuleField::Product => self.product,
            RuleField::Vendor => self.vendor,
            RuleField::Text => self.text,
            RuleField::Voucher => self.voucher,
        };
        RuleField::ALL.into_iter().filter(|field| matches!(slot(field), Slot::Absent)).collect()
    }

    /// The columns whose cells can prove a style.
    pub(crate) fn sites(&self) -> Sites {
        let numbers = [self.amount, self.debit, self.credit];
        let dates = [self.date, self.voucher_date, self.period_from, self.period_to];
        Sites { numbers: columns(&numbers), dates: columns(&dates) }
    }

    /// All columns that hold a field.
    pub(crate) fn columns(&self) -> Vec<usize> {
        let Sites { mut numbers, dates } = self.sites();
        numbers.extend(dates.into_iter().chain(self.texts()));
        numbers.extend(columns(&[self.fiscal_year]).into_iter().chain(columns(&[self.side])));
        numbers.extend(columns(&[self.payer]));
        numbers
    }

    /// The columns whose cells are taken as they are.
    pub(crate) fn texts(&self) -> impl Iterator<Item = usize> {
        let texts = [
            self.service,
            self.voucher,
            self.account,
            self.counter_account,
            self.cost_centre,
            self.product,
            self.vendor,
            self.text,
        ];
        columns(&texts).into_iter()
    }
}

fn columns<T>(slots: &[Slot<T>]) -> Vec<usize> {
    slots.iter().filter_map(Slot::column).collect()
}

struct Fill<'f, 'a> {
    at: &'f BTreeMap<Field, At<'a>>,
    findings: &'f mut dyn FnMut(Finding),
}

impl<'a> Fill<'_, 'a> {
    fn slot<T>(&mut self, field: Field, read: impl Fn(&'a str) -> Result<T, CellFault>) -> Slot<T> {
        match self.at.get(&field) {
            None => Slot::Absent,
            Some(At::Column(column)) => Slot::Column(*column),
            Some(At::Constant(constant)) => Slot::Constant(self.constant(constant, read)),
        }
    }

    fn constant<T>(
        &mut self,
        constant: &'a Constant,
        read: impl Fn(&'a str) -> Result<T, CellFault>,
    ) -> Option<T> {
        match read(&constant.value) {
            Ok(value) => Some(value),
            Err(fault) => {
                (self.findings)(Finding::at(constant.place, fault).spanning(constant.value.len()));
                None
            }
        }
    }
}

/// A constant's date: in the declared form, else in one that leaves no doubt by itself.
fn day(cell: &str, styles: &Styles) -> Result<Date, CellFault> {
    let date = date::read(cell.trim(), &Known::Unknown).or_else(|_| date::read(cell.trim(), &styles.form));
    date.map_err(|fault| CellFault::Date { cell: shown(cell), fault })
}

/// A constant's amount, likewise.
fn money(cell: &str, styles: &Styles) -> Result<Money, CellFault> {
    let written = number::read(cell.trim());
    let money =
        written.and_then(|written| written.money(&Known::Unknown).or_else(|_| written.money(&styles.mark)));
    money.map_err(|fault| CellFault::Number { cell: shown(cell), fault })
}

/// A year of four digits.
pub(crate) fn year(cell: &str) -> Result<Year, CellFault> {
    Year::written(cell.trim()).ok_or_else(|| CellFault::FiscalYear { cell: shown(cell) })
}

/// Debit (Soll) or credit (Haben).
pub(crate) fn side(cell: &str) -> Result<Side, CellFault> {
    match cell.trim().to_lowercase().as_str() {
        "d" | "s" | "debit" | "soll" => Ok(Side::Debit),
        "c" | "h" | "credit" | "haben" => Ok(Side::Credit),
        _ => Err(CellFault::Side { cell: shown(cell) }),
    }
}

/// A partner's id or full name.
pub(crate) fn payer(cell: &str, agreement: &Agreement) -> Result<PartnerId, CellFault> {
    let unknown = || CellFault::Payer { cell: shown(cell), nearest: agreement.partner_like(cell) };
    agreement.partner_called(cell.trim()).ok_or_else(unknown)
}
