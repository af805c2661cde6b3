//! Which rows are worth a look: those of which something repeats.
//!
//! In: the ledgers, read twice. Out: the rows that share with another row what some test needs, in an order that is that of
//! their content, and how many rows each test applies to. The first pass keeps at most three numbers of 64 bits for each
//! row, the second the cells of rows whose number came twice: memory grows with both. That two rows have the same number
//! by chance costs a look and decides nothing.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::{Coverage, Need, Payment, Spelt, Test};
use crate::agreement::{Field, RuleField, Source};
use crate::audit::spelling;
use crate::cost::{Booked, each_posting};
use crate::error::Error;
use crate::folder::Folder;
use crate::ledger::{Input, LedgerFile, Posting};
use crate::money::Money;
use crate::place::FileId;
use crate::rules::Rules;

/// The rows of which something repeats, and what was looked at.
pub(super) fn sift(
    folder: &Folder,
    rules: &Rules,
    booked: &Booked,
) -> Result<(Vec<Payment>, Coverage), Error> {
    let mut coverage = Coverage {
        skipped: booked.inputs.iter().map(|input| input.skipped).sum(),
        lacking: lacking(rules, booked),
        ..Coverage::default()
    };
    let mut marks = Vec::new();
    each_posting(folder, rules, booked, &mut |posting| {
        let payment = payment(rules, posting);
        coverage.count(&payment);
        marks.extend(numbers(&payment).into_iter().flatten());
    })?;
    let repeated = repeated(marks);
    let mut rows = Vec::new();
    each_posting(folder, rules, booked, &mut |posting| {
        let payment = payment(rules, posting);
        let again = |number: &u64| repeated.binary_search(number).is_ok();
        if numbers(&payment).iter().flatten().any(again) {
            rows.push(payment);
        }
    })?;
    rows.sort_by(|one, other| content(one).cmp(&content(other)));
    Ok((rows, coverage))
}

/// Does umlage.toml give all rows of the source the same day?
fn undated(source: &Source, by_voucher_date: bool) -> bool {
    let field = if by_voucher_date { Field::VoucherDate } else { Field::Date };
    source.constants.contains_key(&field)
}

fn payment(rules: &Rules, posting: &Posting<'_>) -> Payment {
    Payment {
        place: posting.place,
        date: posting.date,
        dated: !undated(&rules.agreement.sources[posting.source], posting.by_voucher_date),
        year: posting.own_year(),
        payer: posting.payer,
        amount: posting.amount,
        voucher: posting.voucher.to_owned(),
        vendor: posting.vendor.to_owned(),
        text: posting.text.to_owned(),
        account: posting.account.to_owned(),
        cost_centre: posting.cost_centre.to_owned(),
        cells: posting.canonical(&rules.agreement),
        spelt: Spelt {
            vendor: spelling::vendor(posting.vendor),
            voucher: spelling::voucher(posting.voucher),
            digits: spelling::digits(posting.voucher),
        },
    }
}

/// What decides the order of rows: what they say, and only where that is the same, where they stand.
fn content(payment: &Payment) -> impl Ord + '_ {
    let Payment { date, year, payer, amount, place, cells, .. } = payment;
    (*date, *payer, &payment.spelt, cells, *year, *amount, *place)
}

/// A number for each pair of what two rows share that fit any test: vendor and voucher, vendor and day, voucher and
/// day. A voucher that has digits counts by them, so that the looser tests find it too; payments and credits alike.
fn numbers(payment: &Payment) -> [Option<u64>; 3] {
    let Spelt { vendor, voucher, digits } = &payment.spelt;
    let (date, cents) = (payment.date.to_string(), payment.amount.abs().in_cents());
    let (vendor, date) = (vendor.as_str(), date.as_str());
    let voucher = if digits.is_empty() { voucher.as_str() } else { digits.as_str() };
    let number = |kind: u8, one: &str, other: &str| {
        let both = !one.is_empty() && !other.is_empty() && payment.amount != Money::ZERO;
        both.then(|| FixedState::with_seed(0).hash_one((kind, one, other, cents)))
    };
    [number(0, vendor, voucher), number(1, vendor, date), number(2, voucher, date)]
}

/// Those that are there more than once, in order.
fn repeated(mut numbers: Vec<u64>) -> Vec<u64> {
    numbers.sort_unstable();
    let mut repeated: Vec<u64> =
        numbers.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    repeated.dedup();
    repeated
}

fn lacking(rules: &Rules, booked: &Booked) -> Vec<(FileId, Need)> {
    let of = |(ledger, input): (&LedgerFile, &Input)| {
        let absent = |field, need| input.absent.contains(&field).then_some(need);
        let needs = [
            absent(RuleField::Vendor, Need::Vendor),
            absent(RuleField::Voucher, Need::Voucher),
            undated(&rules.agreement.sources[ledger.source], false).then_some(Need::Date),
        ];
        let file = input.file;
        needs.into_iter().flatten().map(move |need| (file, need))
    };
    rules.ledgers.iter().zip(&booked.inputs).flat_map(of).collect()
}

impl Coverage {
    fn count(&mut self, payment: &Payment) {
        self.rows += 1;
        if payment.amount.is_zero() {
            self.zero += 1;
        } else if payment.amount.is_negative() {
            self.credits += 1;
        } else {
            self.payments += 1;
            for (applied, test) in self.applied.iter_mut().zip(Test::ALL) {
                *applied += u64::from(test.applies(payment));
            }
        }
    }
}
