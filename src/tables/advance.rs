//! advances.csv: prepayments between partners (`Abschläge`).
//!
//! In: its rows. Out: who paid whom, when, and for which year.

use super::Advance;
use super::sheet::{Line, Sheet};
use crate::ledger::header::Names;
use crate::period::Year;

const DATE: usize = 0;
const FROM: usize = 1;
const TO: usize = 2;
const AMOUNT: usize = 3;
const YEAR: usize = 4;
const TEXT: usize = 5;

pub(super) const SHEET: Sheet<6> = Sheet {
    names: [
        Names { english: &["date"], german: &["datum"] },
        Names { english: &["from"], german: &["von", "zahler"] },
        Names { english: &["to"], german: &["an", "empfaenger"] },
        Names { english: &["amount"], german: &["betrag"] },
        Names { english: &["year"], german: &["jahr"] },
        Names { english: &["text"], german: &["text"] },
    ],
    needed: [true, true, true, true, false, false],
    numbers: &[AMOUNT],
    dates: &[DATE],
};

/// A row.
pub(super) fn read(line: &mut Line<'_, '_, 6>) -> Option<Advance> {
    let date = line.day(DATE);
    let from = line.partner(FROM);
    let to = line.partner(TO);
    let amount = line.money(AMOUNT);
    let year = line.year(YEAR);
    line.two_partners(TO, from, to);
    if !line.is_good() {
        return None;
    }
    let date = date?;
    let year = year.unwrap_or_else(|| Year::of(date));
    let text = line.text(TEXT).to_owned();
    Some(Advance { date, from: from?, to: to?, amount: amount?, year, text, place: line.place() })
}
