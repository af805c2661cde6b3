//! Which of a file's columns the quick path reads, and how.
//!
//! In: the reader that the file's header made. Out: the columns of date, period and amount, and those by whose bytes
//! rows are alike; none where the rows cannot be told apart by bytes, since a constant is wrong or a style open.

use crate::agreement::{Agreement, Header, Partner, RuleField, lower};
use crate::ledger::date::Form;
use crate::ledger::dialect::Known;
use crate::ledger::number::Mark;
use crate::ledger::row::Reader;
use crate::ledger::slots::Slot;
use crate::period::Date;

/// What to do with the cells of a row.
pub(super) struct Plan {
    /// Cells that a row needs; what it has beyond them must be empty, unless there is no header.
    pub(super) width: usize,
    pub(super) more: bool,
    pub(super) date: Day,
    /// The voucher's date beside the posting's, which must be a date or nothing.
    pub(super) voucher_date: Option<usize>,
    pub(super) period: Option<(usize, usize)>,
    pub(super) amount: Amount,
    pub(super) mark: Mark,
    pub(super) form: Known<Form>,
    /// The columns by which rows are alike, as runs from one to another.
    pub(super) alike: Vec<(usize, usize)>,
    /// The column of vendors, none of which may be a partner, since of such a row there is something to be told.
    pub(super) vendor: Option<usize>,
    /// The names under which a vendor would be a partner, in small letters.
    pub(super) partners: Vec<String>,
    /// Does every byte beyond ASCII mean a character, if the file is not UTF-8?
    pub(super) single_bytes: bool,
}

/// Where the date comes from.
pub(super) enum Day {
    Column(usize),
    Constant(Date),
}

/// Where the amount comes from.
pub(super) enum Amount {
    One(usize),
    DebitOrCredit(usize, usize),
}

impl Plan {
    /// None for DATEV, too, whose rows say more than the fields of a ledger, and of which a file holds few.
    pub(super) fn of(reader: &Reader<'_>) -> Option<Self> {
        let slots = &reader.slots;
        if reader.datev.is_some() {
            return None;
        }
        let (date, voucher_date) = match (slots.date, slots.voucher_date) {
            (Slot::Column(date), Slot::Column(voucher)) => (Day::Column(date), Some(voucher)),
            (Slot::Column(date), Slot::Absent | Slot::Constant(Some(_))) => (Day::Column(date), None),
            (Slot::Absent, Slot::Column(voucher)) => (Day::Column(voucher), None),
            (Slot::Constant(Some(date)), Slot::Absent) => (Day::Constant(date), None),
            _ => return None,
        };
        let period = match (slots.period_from, slots.period_to) {
            (Slot::Absent, Slot::Absent) => None,
            (Slot::Column(from), Slot::Column(to)) => Some((from, to)),
            _ => return None,
        };
        let amount = match (slots.amount, slots.debit, slots.credit) {
            (Slot::Column(amount), Slot::Absent, Slot::Absent) => Amount::One(amount),
            (Slot::Absent, Slot::Column(debit), Slot::Column(credit)) => Amount::DebitOrCredit(debit, credit),
            _ => return None,
        };
        let form = reader.styles.form.clone();
        let day_column = matches!(date, Day::Column(_)) || period.is_some();
        if day_column && form.is_open() {
            return None;
        }
        Some(Self {
            width: slots.width,
            more: reader.source.header == Header::Absent,
            date,
            voucher_date,
            period,
            amount,
            mark: *reader.styles.mark.get()?,
            form,
            alike: runs(alike(reader)?),
            vendor: slots.vendor.column(),
            partners: partners(reader.agreement),
            single_bytes: single_bytes(reader),
        })
    }
}

/// The columns that decide who paid, on which side an amount stands, and what any rule looks at; none where a
/// constant among them could not be read.
fn alike(reader: &Reader<'_>) -> Option<Vec<usize>> {
    let slots = &reader.slots;
    let mut texts = vec![slots.service, slots.account, slots.cost_centre];
    for (field, slot) in [
        (RuleField::CounterAccount, slots.counter_account),
        (RuleField::Product, slots.product),
        (RuleField::Vendor, slots.vendor),
        (RuleField::Text, slots.text),
        (RuleField::Voucher, slots.voucher),
    ] {
        if reader.agreement.looks_at(field) {
            texts.push(slot);
        }
    }
    let read = slots.payer.is_read() && slots.side.is_read() && slots.fiscal_year.is_read();
    if !read || !texts.iter().all(Slot::is_read) {
        return None;
    }
    let typed = [slots.payer.column(), slots.side.column(), slots.fiscal_year.column()];
    Some(typed.into_iter().chain(texts.iter().map(Slot::column)).flatten().collect())
}

fn partners(agreement: &Agreement) -> Vec<String> {
    agreement.partners.iter().flat_map(Partner::names).map(|name| lower(name).collect()).collect()
}

/// Columns beside each other as runs.
fn runs(mut columns: Vec<usize>) -> Vec<(usize, usize)> {
    columns.sort_unstable();
    columns.dedup();
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for column in columns {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == column => *last = column,
            _ => runs.push((column, column)),
        }
    }
    runs
}

/// Is each byte of the declared encoding a character, so that nothing is lost in a row that is not looked at?
fn single_bytes(reader: &Reader<'_>) -> bool {
    let encoding = reader.source.dialect.encoding.unwrap_or(encoding_rs::WINDOWS_1252);
    let bytes: Vec<u8> = (0x80..=0xFF).collect();
    encoding.is_single_byte() && !encoding.decode_without_bom_handling(&bytes).1
}
