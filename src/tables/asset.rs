//! assets.csv: investments to be depreciated (`Anlagen`).
//!
//! In: its rows. Out: assets with their service, their payer and their life. A residual value lies between nothing and
//! the cost; a grant is an asset of negative cost.

use super::Asset;
use super::life::months;
use super::sheet::{Line, Sheet};
use crate::finding::TableFault;
use crate::finding::cell::shown;
use crate::ledger::header::Names;
use crate::money::Money;

const ASSET: usize = 0;
const SERVICE: usize = 1;
const PAYER: usize = 2;
const ACQUIRED: usize = 3;
const COST: usize = 4;
const LIFE: usize = 5;
const RESIDUAL: usize = 6;
const SOURCE: usize = 7;

pub(super) const SHEET: Sheet<8> = Sheet {
    names: [
        Names { english: &["asset"], german: &["anlage", "anlagegut"] },
        Names { english: &["service"], german: &["leistung"] },
        Names { english: &["payer"], german: &["zahler", "verauslagt_durch"] },
        Names { english: &["acquired"], german: &["angeschafft", "anschaffung"] },
        Names { english: &["cost"], german: &["kosten", "anschaffungskosten"] },
        Names { english: &["life_months"], german: &["laufzeit_monate", "nutzungsdauer_monate"] },
        Names { english: &["residual"], german: &["restwert"] },
        Names { english: &["source"], german: &["quelle"] },
    ],
    needed: [true, true, true, true, true, true, false, false],
    numbers: &[COST, RESIDUAL],
    dates: &[ACQUIRED],
};

/// A row.
pub(super) fn read(line: &mut Line<'_, '_, 8>) -> Option<Asset> {
    let name = line.needed(ASSET);
    let service = line.service(SERVICE);
    let payer = line.partner(PAYER);
    let acquired = line.day(ACQUIRED);
    let cost = line.money(COST);
    let life_months = line.needed(LIFE).and_then(|_| months(line, LIFE));
    let residual = residual(line, cost);
    let source = line.text(SOURCE).to_owned();
    if !line.is_good() {
        return None;
    }
    Some(Asset {
        name: name?,
        service: service?,
        payer: payer?,
        acquired: acquired?,
        cost: cost?,
        life_months: life_months?,
        residual,
        source,
        place: line.place(),
    })
}

/// What is left in the end: nothing where the cell is empty.
fn residual(line: &mut Line<'_, '_, 8>, cost: Option<Money>) -> Money {
    if line.text(RESIDUAL).is_empty() {
        return Money::ZERO;
    }
    let (Some(residual), Some(cost)) = (line.money(RESIDUAL), cost) else { return Money::ZERO };
    let between = if cost.is_negative() {
        cost <= residual && !residual.is_positive()
    } else {
        residual <= cost && !residual.is_negative()
    };
    if !between {
        let cell = shown(line.text(RESIDUAL));
        line.refuse(RESIDUAL, TableFault::Residual { cell, cost });
    }
    residual
}
