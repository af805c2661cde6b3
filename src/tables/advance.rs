//! advances.csv: prepayments between partners (`Abschläge`).
//!
//! In: its rows. Out: who paid whom, when, and for which year.

use super::Advance;
use super::sheet::{Line, Seen, Sheet};
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

/// Collects the rows.
pub(super) fn row(advances: &mut Vec<Advance>) -> impl FnMut(&mut Line<'_, '_, 6>) {
    let mut seen = Seen::new();
    move |line| {
        if let Some(advance) = read(line) {
            line.warn_if_twice(&mut seen);
            advances.push(advance);
        }
    }
}

fn read(line: &mut Line<'_, '_, 6>) -> Option<Advance> {
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
