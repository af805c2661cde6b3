//! drivers.csv: measured quantities (`Bezugsgrößen`).
//!
//! In: its rows. Out: a value per driver, receiver and time, no such three twice. Whether a key can use it is
//! judged by the key.

use std::collections::BTreeMap;

use super::Driver;
use super::sheet::{Line, Sheet};
use crate::agreement::Receiver;
use crate::finding::TableFault;
use crate::finding::cell::shown;
use crate::ledger::header::Names;
use crate::period::Span;
use crate::place::Place;

const DRIVER: usize = 0;
const RECEIVER: usize = 1;
const FROM: usize = 2;
const TO: usize = 3;
const VALUE: usize = 4;
const SOURCE: usize = 5;

pub(super) const SHEET: Sheet<6> = Sheet {
    names: [
        Names { english: &["driver"], german: &["bezugsgroesse"] },
        Names { english: &["receiver"], german: &["empfaenger"] },
        Names { english: &["from"], german: &["von"] },
        Names { english: &["to"], german: &["bis"] },
        Names { english: &["value"], german: &["wert"] },
        Names { english: &["source"], german: &["quelle"] },
    ],
    needed: [true, true, true, false, true, false],
    numbers: &[VALUE],
    dates: &[FROM, TO],
};

type Known = BTreeMap<(String, Receiver, Span), Place>;

/// Collects the rows.
pub(super) fn row(drivers: &mut Vec<Driver>) -> impl FnMut(&mut Line<'_, '_, 6>) {
    let mut known = Known::new();
    let mut uses = Uses::new();
    move |line| {
        if let Some(driver) = read(line, &mut uses)
            && is_first(line, &driver, &mut known)
        {
            drivers.push(driver);
        }
    }
}

/// Per driver: does an internal service go by it, does another one?
type Uses = BTreeMap<String, (bool, bool)>;

fn read(line: &mut Line<'_, '_, 6>, uses: &mut Uses) -> Option<Driver> {
    let driver = line.needed(DRIVER);
    let receiver = line.receiver(RECEIVER);
    if let (Some(driver), Some(receiver)) = (&driver, receiver) {
        let asked = || (line.agreement.charges_by(driver), line.agreement.divides_by(driver));
        let goes_by = *uses.entry(driver.clone()).or_insert_with(asked);
        fits(line, driver, receiver, goes_by);
    }
    let span = line.span(FROM, TO);
    let value = line.quantity(VALUE);
    let source = line.text(SOURCE).to_owned();
    if !line.is_good() {
        return None;
    }
    let (from, to) = span?;
    let span = Span::new(from, to.unwrap_or(from))?;
    Some(Driver { driver: driver?, receiver: receiver?, span, value: value?, source, place: line.place() })
}

/// A name that a partner and a service share would be a guess where an internal service is charged on by the driver; a
/// receiver of the wrong kind would be passed over without a word.
fn fits(line: &mut Line<'_, '_, 6>, driver: &str, receiver: Receiver, goes_by: (bool, bool)) {
    let (cell, agreement) = (line.text(RECEIVER).to_owned(), line.agreement);
    let (internal, among_partners) = goes_by;
    let both = agreement.partner_called(&cell).zip(agreement.service_called(&cell));
    if let Some((partner, service)) = both.filter(|_| internal) {
        let (partner, service) =
            (agreement.partner(partner).name.clone(), agreement.service(service).name.clone());
        line.refuse(RECEIVER, TableFault::Ambiguous { cell: shown(&cell), partner, service });
        return;
    }
    let is_partner = matches!(receiver, Receiver::Partner(_));
    if (is_partner && internal && !among_partners) || (!is_partner && among_partners && !internal) {
        let (driver, cell) = (shown(driver), shown(&cell));
        line.refuse(RECEIVER, TableFault::WrongReceiver { driver, cell, internal });
    }
}

fn is_first(line: &mut Line<'_, '_, 6>, driver: &Driver, known: &mut Known) -> bool {
    let first = *known.entry((driver.driver.clone(), driver.receiver, driver.span)).or_insert(driver.place);
    if first != driver.place {
        let receiver = line.agreement.receiver_id(driver.receiver);
        let fault = TableFault::Duplicate { driver: shown(&driver.driver), receiver };
        line.refuse_against(DRIVER, fault, first);
    }
    first == driver.place
}
