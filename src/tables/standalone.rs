//! standalone.csv: what partners would pay without the cooperation (`Kosten ohne Kooperation`).
//!
//! In: its rows. Out: costs with their kind, their grade, their price level and their evidence; a row without a
//! source is told by the caller.

use super::life::months;
use super::sheet::{Line, Sheet};
use super::{Grade, Standalone, StandaloneKind};
use crate::agreement::{PartnerId, ServiceId};
use crate::finding::TableFault;
use crate::finding::cell::shown;
use crate::finding::table::LevelFault;
use crate::ledger::header::{Names, folded};
use crate::money::Money;
use crate::series::prices::{Level, mean, span};

const SERVICE: usize = 0;
const PARTNER: usize = 1;
const FROM: usize = 2;
const TO: usize = 3;
const AMOUNT: usize = 4;
const KIND: usize = 5;
const LIFE: usize = 6;
const GRADE: usize = 7;
const SOURCE: usize = 8;
const INDEX: usize = 9;
const LEVEL: usize = 10;

pub(super) const SHEET: Sheet<11> = Sheet {
    names: [
        Names { english: &["service"], german: &["leistung"] },
        Names { english: &["partner"], german: &["partner"] },
        Names { english: &["from"], german: &["von"] },
        Names { english: &["to"], german: &["bis"] },
        Names { english: &["amount"], german: &["betrag"] },
        Names { english: &["kind"], german: &["art"] },
        Names { english: &["life_months"], german: &["laufzeit_monate"] },
        Names { english: &["grade"], german: &["guete", "qualitaet"] },
        Names { english: &["source"], german: &["quelle"] },
        Names { english: &["index"], german: &["preisindex"] },
        Names { english: &["price_level"], german: &["preisstand"] },
    ],
    needed: [true, true, true, false, true, false, false, true, false, false, false],
    numbers: &[AMOUNT],
    dates: &[FROM, TO],
};

/// The kinds, in German and English.
const KINDS: [(&str, &str); 3] =
    [("laufend", "running"), ("verbleibend", "remaining"), ("einmalig", "one-off")];
/// The grades, in German and English.
const GRADES: [(&str, &str); 3] = [("ist", "actual"), ("angebot", "offer"), ("schätzung", "estimate")];

/// The price indices, in German and English; all are names of the one that is shipped.
const INDICES: [(&str, &str); 2] = [("verbraucherpreise", "consumer-prices"), ("vpi", "cpi")];

/// A row.
pub(super) fn read(line: &mut Line<'_, '_, 11>) -> Option<Standalone> {
    let service = line.service(SERVICE);
    let partner = line.partner(PARTNER);
    takes_part(line, service, partner);
    let span = line.span(FROM, TO);
    let amount = not_negative(line);
    let kind = kind(line);
    if matches!(kind, Some(StandaloneKind::OneOff { .. })) && !line.text(TO).is_empty() {
        line.doubt(TO, TableFault::OneOffEnd);
    }
    let grade = grade(line);
    let level = level(line, kind);
    let source = line.text(SOURCE).to_owned();
    if !line.is_good() {
        return None;
    }
    let (from, to) = span?;
    Some(Standalone {
        service: service?,
        partner: partner?,
        from,
        to,
        amount: amount?,
        kind: kind?,
        grade: grade?,
        level,
        source,
        place: line.place(),
    })
}

/// Who takes no part in a service saves nothing by it.
fn takes_part(line: &mut Line<'_, '_, 11>, service: Option<ServiceId>, partner: Option<PartnerId>) {
    let (Some(service), Some(partner)) = (service, partner) else { return };
    let agreement = line.agreement;
    let service = agreement.service(service);
    if !service.partners.contains(&partner) {
        let (partner, internal) = (agreement.partner(partner).id.clone(), service.internal);
        line.doubt(PARTNER, TableFault::NoPart { partner, service: service.id.clone(), internal });
    }
}

fn not_negative(line: &mut Line<'_, '_, 11>) -> Option<Money> {
    let amount = line.money(AMOUNT);
    if amount.is_some_and(Money::is_negative) {
        let cell = shown(line.text(AMOUNT));
        line.refuse(AMOUNT, TableFault::Negative { cell });
    }
    amount
}

fn kind(line: &mut Line<'_, '_, 11>) -> Option<StandaloneKind> {
    let kind = match line.text(KIND) {
        "" => 0,
        _ => word(line, KIND, &KINDS)?,
    };
    if kind == 2 {
        return Some(StandaloneKind::OneOff { life_months: months(line, LIFE) });
    }
    let cell = line.text(LIFE).to_owned();
    if !cell.is_empty() {
        line.refuse(LIFE, TableFault::Life { cell: shown(&cell), possible: false });
    }
    Some(if kind == 0 { StandaloneKind::Running } else { StandaloneKind::Remaining })
}

/// The level of prices that an indexed cost was stated at; the series must have it.
fn level(line: &mut Line<'_, '_, 11>, kind: Option<StandaloneKind>) -> Option<Level> {
    let written = line.text(LEVEL).to_owned();
    if line.text(INDEX).is_empty() {
        if !written.is_empty() {
            line.refuse(LEVEL, TableFault::Level(LevelFault::NoIndex));
        }
        return None;
    }
    word(line, INDEX, &INDICES)?;
    let level = Level::read(&written);
    let fault = match level {
        _ if matches!(kind, Some(StandaloneKind::OneOff { .. })) => LevelFault::OneOff,
        None if written.is_empty() => LevelFault::NoLevel,
        None => LevelFault::Malformed { cell: shown(&written) },
        Some(level) if mean(level).is_none() => {
            let (first, last) = span();
            let [level, first, last] = [level, first, last].map(|level| level.to_string());
            LevelFault::Missing { level, first, last }
        }
        Some(_) => return level,
    };
    line.refuse(LEVEL, TableFault::Level(fault));
    None
}

fn grade(line: &mut Line<'_, '_, 11>) -> Option<Grade> {
    line.needed(GRADE)?;
    Some([Grade::Actual, Grade::Offer, Grade::Estimate][word(line, GRADE, &GRADES)?])
}

/// Which of the words the cell is, in either language.
fn word(
    line: &mut Line<'_, '_, 11>,
    field: usize,
    allowed: &'static [(&'static str, &'static str)],
) -> Option<usize> {
    let cell = folded(line.text(field));
    let found =
        allowed.iter().position(|(german, english)| cell == folded(german) || cell == folded(english));
    if found.is_none() {
        let (column, cell) = (line.heading(field), shown(line.text(field)));
        line.refuse(field, TableFault::Word { column, cell, allowed });
    }
    found
}
