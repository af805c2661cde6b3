//! opening.csv: balances between partners carried over from before (`Saldovorträge`).
//!
//! In: its rows. Out: who owes whom from before, and in which year that counts.

use super::Opening;
use super::sheet::{Line, Sheet};
use crate::ledger::header::Names;

const YEAR: usize = 0;
const FROM: usize = 1;
const TO: usize = 2;
const AMOUNT: usize = 3;
const SOURCE: usize = 4;

pub(super) const SHEET: Sheet<5> = Sheet {
    names: [
        Names { english: &["year"], german: &["jahr"] },
        Names { english: &["from"], german: &["von", "schuldner"] },
        Names { english: &["to"], german: &["an", "glaeubiger"] },
        Names { english: &["amount"], german: &["betrag"] },
        Names { english: &["source"], german: &["quelle"] },
    ],
    needed: [true, true, true, true, false],
    numbers: &[AMOUNT],
    dates: &[],
};

/// A row.
pub(super) fn read(line: &mut Line<'_, '_, 5>) -> Option<Opening> {
    let year = line.needed(YEAR).and_then(|_| line.year(YEAR));
    let from = line.partner(FROM);
    let to = line.partner(TO);
    let amount = line.money(AMOUNT);
    let source = line.text(SOURCE).to_owned();
    line.two_partners(TO, from, to);
    if !line.is_good() {
        return None;
    }
    Some(Opening { year: year?, from: from?, to: to?, amount: amount?, source, place: line.place() })
}
