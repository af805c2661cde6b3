//! A driver's rows become one value per receiver (design 4.7).
//!
//! In: a question and a measure. Out: a reading per receiver with the rows it came from, or every receiver
//! whose value is missing, double, negative or beside the border. A missing value is never a zero.

use num_traits::Zero;

use super::Question;
use super::rows::Rows;
use crate::agreement::{Measure, Moment, Over, PartnerId, Receiver};
use crate::finding::{DriverFault, Fault, Finding};
use crate::fraction::{Fraction, sum_of, whole};
use crate::period::{Date, Span, Year};
use crate::place::Place;
use crate::series::population;
use crate::tables::Driver;

/// One receiver's value, and the rows of drivers.csv it was read from (as indices into
/// [`Tables::drivers`](crate::tables::Tables::drivers)).
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The value: as it stands, summed, or the mean.
    pub value: Fraction,
    /// The rows.
    pub rows: Vec<usize>,
}

/// A driver, how it is measured, and for whom.
pub(super) struct Measurement<'a> {
    pub(super) question: &'a Question<'a>,
    pub(super) driver: &'a str,
    pub(super) measure: Measure,
    /// Could the key say another time? A price cannot.
    pub(super) movable: bool,
    /// Where umlage.toml names the driver.
    pub(super) place: Place,
}

type Readings = Result<(Span, Vec<Reading>), Vec<Finding>>;

impl Measurement<'_> {
    /// The values, and the day or days that count.
    pub(super) fn readings(&self) -> Readings {
        let (span, readings) = match self.measure {
            Measure::At(Moment::Day { month, day, lag }) => {
                self.at(day_of(self.question.year.back(lag), month, day))
            }
            Measure::At(Moment::Latest) => self.latest(),
            Measure::Sum(over) => self.sum(self.span(over)),
            Measure::Mean(over) => self.mean(self.span(over)),
        }?;
        if !readings.is_empty() && readings.iter().all(|reading| reading.value.is_zero()) {
            let over_year_helps = self.over_year_helps();
            return Err(self.fault(DriverFault::AllZero {
                driver: self.driver.to_owned(),
                span,
                over_year_helps,
            }));
        }
        Ok((span, readings))
    }

    fn span(&self, over: Over) -> Span {
        match over {
            Over::Segment => self.question.span,
            Over::Year { lag } => self.question.year.back(lag).span(),
        }
    }

    /// Would a longer time to sum over help? Only where it is a segment and the segment is less than a year.
    fn over_year_helps(&self) -> bool {
        self.movable
            && matches!(self.measure, Measure::Sum(Over::Segment) | Measure::Mean(Over::Segment))
            && self.question.span != self.question.year.span()
    }

    /// One value per receiver on the day.
    fn at(&self, day: Date) -> Readings {
        let mut faults = Vec::new();
        let mut readings = Vec::new();
        for rows in self.receivers() {
            let on_day: Vec<_> = rows.list.iter().filter(|(_, row)| row.span.holds(day)).collect();
            let (driver, partner) = (self.driver.to_owned(), rows.id.clone());
            match on_day.as_slice() {
                [(index, row)] => readings.push(self.reading(&[(*index, *row)], &mut faults)),
                [] => {
                    faults.push(self.here(DriverFault::NoneOn { driver, partner, day, known: rows.days() }));
                }
                [(_, first), (_, second), ..] => {
                    let known = on_day.iter().map(|(_, row)| row.span).collect();
                    let fault = DriverFault::TwoOn { driver, partner, day, known };
                    faults.push(Finding::at(second.place, fault).against(first.place));
                }
            }
        }
        self.checked(Span::day(day), readings, faults)
    }

    /// The newest day, not after the year's end, on which a row begins and every receiver has a value.
    fn latest(&self) -> Readings {
        let until = self.question.year.span().to();
        let receivers: Vec<Rows> = self.receivers().collect();
        let has = |rows: &Rows, day: Date| rows.list.iter().any(|(_, row)| row.span.holds(day));
        let all = receivers.iter().flat_map(|rows| rows.list.iter().map(|(_, row)| row.span.from()));
        let mut days: Vec<Date> = all.filter(|day| *day <= until).collect();
        days.sort_unstable();
        if let Some(day) = days.iter().rev().find(|day| receivers.iter().all(|rows| has(rows, **day))) {
            return self.at(*day);
        }
        let newest = days.last().copied().unwrap_or(until);
        let missing = receivers.iter().filter(|rows| !has(rows, newest)).map(|rows| rows.id.clone());
        let missing = missing.collect();
        Err(self.fault(DriverFault::NoCommonDay { driver: self.driver.to_owned(), until, missing }))
    }

    /// The sum of the rows inside the span; a row across its border cannot be divided.
    fn sum(&self, span: Span) -> Readings {
        let mut faults = Vec::new();
        let mut readings = Vec::new();
        for rows in self.receivers() {
            match self.summed(&rows, span, &mut faults) {
                Some(reading) => readings.push(reading),
                None => faults.push(self.none_in(&rows, span)),
            }
        }
        self.checked(span, readings, faults)
    }

    /// The units of the segment that a price is for; `rest` needs none, and zeros are fine (design 4.8).
    pub(super) fn units(&self, rest: Receiver) -> Result<(Span, Vec<Option<Reading>>), Vec<Finding>> {
        let (span, mut faults, mut units) = (self.question.span, Vec::new(), Vec::new());
        for rows in self.receivers() {
            let reading = self.summed(&rows, span, &mut faults);
            if reading.is_none() && rows.receiver != rest {
                faults.push(self.none_in(&rows, span));
            }
            units.push(reading);
        }
        self.checked(span, units, faults)
    }

    /// The sum of one receiver's rows inside the span; none where there is no row.
    fn summed(&self, rows: &Rows<'_>, span: Span, faults: &mut Vec<Finding>) -> Option<Reading> {
        let touching: Vec<(usize, &Driver)> =
            rows.list.iter().copied().filter(|(_, row)| row.span.overlap(span).is_some()).collect();
        let straddling = touching.iter().filter(|(_, row)| !span.covers(row.span));
        faults.extend(straddling.map(|(_, row)| {
            Finding::at(
                row.place,
                DriverFault::Straddles {
                    driver: self.driver.to_owned(),
                    partner: rows.id.clone(),
                    row: row.span,
                    span,
                    over_year_helps: self.over_year_helps(),
                },
            )
        }));
        (!touching.is_empty()).then(|| self.reading(&touching, faults))
    }

    /// The plain mean of the rows that begin inside the span, the same number for each.
    fn mean(&self, span: Span) -> Readings {
        let mut faults = Vec::new();
        let mut readings = Vec::new();
        let mut counts = Vec::new();
        for rows in self.receivers() {
            let inside: Vec<(usize, &Driver)> =
                rows.list.iter().copied().filter(|(_, row)| span.holds(row.span.from())).collect();
            if inside.is_empty() {
                faults.push(self.none_in(&rows, span));
                continue;
            }
            let sum = self.reading(&inside, &mut faults);
            readings.push(Reading { value: sum.value / whole(inside.len()), rows: sum.rows });
            counts.push((rows.id.clone(), inside.len()));
        }
        if faults.is_empty() && counts.iter().any(|(_, count)| *count != counts[0].1) {
            faults.push(self.here(DriverFault::UnequalRows { driver: self.driver.to_owned(), span, counts }));
        }
        self.checked(span, readings, faults)
    }

    /// The rows' sum; rows below zero are faults.
    fn reading(&self, rows: &[(usize, &Driver)], faults: &mut Vec<Finding>) -> Reading {
        for (_, row) in rows.iter().filter(|(_, row)| row.value.is_sign_negative() && !row.value.is_zero()) {
            let partner = self.question.rules.agreement.receiver_id(row.receiver);
            let fault = DriverFault::Negative { driver: self.driver.to_owned(), partner, value: row.value };
            faults.push(Finding::at(row.place, fault));
        }
        Reading {
            value: sum_of(rows.iter().map(|(_, row)| row.value)),
            rows: rows.iter().map(|(index, _)| *index).collect(),
        }
    }

    fn none_in(&self, rows: &Rows, span: Span) -> Finding {
        let (driver, partner) = (self.driver.to_owned(), rows.id.clone());
        self.here(DriverFault::NoneIn { driver, partner, span, known: rows.days() })
    }

    /// The readings, unless there are faults. A driver without any row, and a partner of whom no population is known, have
    /// one fault each, however many receivers and segments ask for it.
    fn checked<T>(&self, span: Span, readings: T, faults: Vec<Finding>) -> Result<(Span, T), Vec<Finding>> {
        if faults.is_empty() {
            return Ok((span, readings));
        }
        Err(self.told(faults))
    }

    fn told(&self, faults: Vec<Finding>) -> Vec<Finding> {
        let rules = self.question.rules;
        if !rules.tables.measures(self.driver) {
            return vec![rules.unknown_driver(self.driver, self.place)];
        }
        let mut told: Vec<Finding> = Vec::new();
        for fault in faults {
            let told_of =
                self.receiver_of(&fault).and_then(|partner| rules.no_population(partner, self.place));
            let fault = told_of.unwrap_or(fault);
            if !told.contains(&fault) {
                told.push(fault);
            }
        }
        told
    }

    /// The partner that has no row of the shipped population at all, where that is the fault.
    fn receiver_of(&self, finding: &Finding) -> Option<PartnerId> {
        let (DriverFault::NoneOn { partner, known, .. } | DriverFault::NoneIn { partner, known, .. }) =
            driver_fault(finding)?
        else {
            return None;
        };
        let shipped = self.question.rules.tables.shipped_population && self.driver == population::DRIVER;
        let bare = shipped && known.is_empty();
        bare.then(|| self.question.rules.agreement.partner_called(partner)).flatten()
    }

    fn receivers(&self) -> impl Iterator<Item = Rows<'_>> {
        let rules = self.question.rules;
        self.question.receivers.iter().map(|receiver| Rows::of(rules, self.driver, *receiver))
    }

    fn fault(&self, fault: DriverFault) -> Vec<Finding> {
        self.told(vec![self.here(fault)])
    }

    fn here(&self, fault: DriverFault) -> Finding {
        Finding::at(self.place, fault).spanning(self.driver.len() + 2)
    }
}

fn driver_fault(finding: &Finding) -> Option<&DriverFault> {
    match &finding.fault {
        Fault::Driver(fault) => Some(fault),
        _ => None,
    }
}

/// The day of the year; 29 February stands for the last day of February.
fn day_of(year: Year, month: i8, day: i8) -> Date {
    let first = jiff::civil::Date::new(year.number(), month, 1).unwrap_or_else(|_| year.span().from());
    let day = day.min(first.days_in_month());
    jiff::civil::Date::new(year.number(), month, day).unwrap_or(first)
}
