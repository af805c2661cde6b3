//! standalone.csv: what partners would pay without the cooperation (`Kosten ohne Kooperation`).
//!
//! In: its rows. Out: costs with their kind, their grade and their evidence; a row without a source is told by the caller.

use super::sheet::{Line, Seen, Sheet};
use super::{Grade, Standalone, StandaloneKind};
use crate::agreement::{PartnerId, ServiceId};
use crate::finding::TableFault;
use crate::finding::cell::shown;
use crate::ledger::header::{Names, folded};
use crate::money::Money;

const SERVICE: usize = 0;
const PARTNER: usize = 1;
const FROM: usize = 2;
const TO: usize = 3;
const AMOUNT: usize = 4;
const KIND: usize = 5;
const LIFE: usize = 6;
const GRADE: usize = 7;
const SOURCE: usize = 8;

pub(super) const SHEET: Sheet<9> = Sheet {
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
    ],
    needed: [true, true, true, false, true, false, false, true, false],
    numbers: &[AMOUNT],
    dates: &[FROM, TO],
};

/// The kinds, in German and English.
const KINDS: [(&str, &str); 3] =
    [("laufend", "running"), ("verbleibend", "remaining"), ("einmalig", "one-off")];
/// The grades, in German and English.
const GRADES: [(&str, &str); 3] = [("ist", "actual"), ("angebot", "offer"), ("schätzung", "estimate")];

/// Collects the rows.
pub(super) fn row(costs: &mut Vec<Standalone>) -> impl FnMut(&mut Line<'_, '_, 9>) {
    let mut seen = Seen::new();
    move |line| {
        if let Some(cost) = read(line) {
            line.warn_if_twice(&mut seen);
            costs.push(cost);
        }
    }
}

fn read(line: &mut Line<'_, '_, 9>) -> Option<Standalone> {
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
        source,
        place: line.place(),
    })
}

/// Who takes no part in a service saves nothing by it.
fn takes_part(line: &mut Line<'_, '_, 9>, service: Option<ServiceId>, partner: Option<PartnerId>) {
    let (Some(service), Some(partner)) = (service, partner) else { return };
    let agreement = line.agreement;
    let service = agreement.service(service);
    if !service.partners.contains(&partner) {
        let (partner, service) = (agreement.partner(partner).id.clone(), service.id.clone());
        line.doubt(PARTNER, TableFault::NoPart { partner, service });
    }
}

fn not_negative(line: &mut Line<'_, '_, 9>) -> Option<Money> {
    let amount = line.money(AMOUNT);
    if amount.is_some_and(Money::is_negative) {
        let cell = shown(line.text(AMOUNT));
        line.refuse(AMOUNT, TableFault::Negative { cell });
    }
    amount
}

fn kind(line: &mut Line<'_, '_, 9>) -> Option<StandaloneKind> {
    let kind = match line.text(KIND) {
        "" => 0,
        _ => word(line, KIND, &KINDS)?,
    };
    let months = line.text(LIFE).to_owned();
    if kind < 2 {
        if !months.is_empty() {
            line.refuse(LIFE, TableFault::Life { cell: shown(&months), one_off: false });
        }
        return Some(if kind == 0 { StandaloneKind::Running } else { StandaloneKind::Remaining });
    }
    let digits = months.len() <= 5 && months.bytes().all(|byte| byte.is_ascii_digit());
    let whole = months.parse::<u32>().ok().filter(|whole| digits && *whole >= 1);
    if whole.is_none() && !months.is_empty() {
        line.refuse(LIFE, TableFault::Life { cell: shown(&months), one_off: true });
    }
    Some(StandaloneKind::OneOff { life_months: whole })
}

fn grade(line: &mut Line<'_, '_, 9>) -> Option<Grade> {
    line.needed(GRADE)?;
    Some([Grade::Actual, Grade::Offer, Grade::Estimate][word(line, GRADE, &GRADES)?])
}

/// Which of the words the cell is, in either language.
fn word(
    line: &mut Line<'_, '_, 9>,
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
