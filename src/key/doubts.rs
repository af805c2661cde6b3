//! What is doubtful about shares that can be computed.
//!
//! In: a question and its proof. Out: warnings where rows that were summed are not for the same days for everybody,
//! or are for the same days twice. The sum is what the rows say; whether they say it all, only people can know.

use super::{Ground, PlannedPrice, Proof, Question, Reading};
use crate::agreement::{KeyId, Measure, Method, Receiver};
use crate::finding::{DriverFault, Finding};
use crate::period::Span;
use crate::place::Place;
use crate::tables::Driver;

/// The warnings about the rows behind a proof, each concerning the question's year.
#[must_use]
pub fn doubts(question: &Question<'_>, proof: &Proof) -> Vec<Finding> {
    match (&proof.ground, &question.rules.agreement.key(proof.key).method) {
        (Ground::Mixed(parts), _) => {
            let of_part = |part: &Proof| doubts(&Question { receivers: &part.receivers, ..*question }, part);
            parts.iter().flat_map(|(part, _)| of_part(part)).collect()
        }
        (
            Ground::Measured { driver, span, readings },
            Method::Driver { measure: Measure::Sum(_), place, .. },
        ) => {
            let readings: Vec<&Reading> = readings.iter().collect();
            Doubt { question, driver, span: *span }.all(&readings, *place)
        }
        _ => Vec::new(),
    }
}

/// The warnings about the rows behind the units of a price; `rest` may have none.
#[must_use]
pub fn doubts_of_units(question: &Question<'_>, key: KeyId, price: &PlannedPrice) -> Vec<Finding> {
    let Method::Price { place, .. } = &question.rules.agreement.key(key).method else { return Vec::new() };
    let counted = question
        .receivers
        .iter()
        .zip(&price.readings)
        .filter_map(|(receiver, reading)| reading.as_ref().map(|reading| (*receiver, reading)));
    let (receivers, readings): (Vec<Receiver>, Vec<&Reading>) = counted.unzip();
    let question = Question { receivers: &receivers, ..*question };
    Doubt { question: &question, driver: &price.driver, span: price.span }.all(&readings, *place)
}

/// Rows of one driver that were summed.
struct Doubt<'a> {
    question: &'a Question<'a>,
    driver: &'a str,
    span: Span,
}

impl<'a> Doubt<'a> {
    /// What is doubtful about these readings; `place` is where umlage.toml names the driver.
    fn all(&self, readings: &[&Reading], place: Place) -> Vec<Finding> {
        let uneven =
            self.uneven(readings).map(|fault| Finding::at(place, fault).spanning(self.driver.len() + 2));
        let found = uneven.into_iter().chain(self.overlaps(readings));
        found.map(|finding| finding.in_year(self.question.year)).collect()
    }

    fn rows(&self, reading: &Reading) -> Vec<&'a Driver> {
        let mut rows: Vec<&Driver> =
            reading.rows.iter().map(|row| &self.question.rules.tables.drivers[*row]).collect();
        rows.sort_by_key(|row| (row.span, row.place));
        rows
    }

    /// Days that one has and another lacks. Values of single days stand for times that they do not name: there only
    /// their number can tell.
    fn uneven(&self, readings: &[&Reading]) -> Option<DriverFault> {
        let spans = |reading: &&Reading| self.rows(reading).iter().map(|row| row.span).collect();
        let rows: Vec<Vec<Span>> = readings.iter().map(spans).collect();
        let single = rows.iter().flatten().all(|span| span.from() == span.to());
        let gaps: Vec<Vec<Span>> = rows.iter().map(|spans| self.span.gaps(spans)).collect();
        let differ = if single {
            rows.iter().any(|spans| spans.len() != rows[0].len())
        } else {
            gaps.iter().any(|spans| *spans != gaps[0])
        };
        let partner =
            |index: usize| self.question.rules.agreement.receiver_id(self.question.receivers[index]);
        differ.then(|| DriverFault::DaysDiffer {
            driver: self.driver.to_owned(),
            span: self.span,
            gaps: gaps.into_iter().enumerate().map(|(index, spans)| (partner(index), spans)).collect(),
        })
    }

    /// Each row that begins before the one before it has ended.
    fn overlaps(&self, readings: &[&Reading]) -> Vec<Finding> {
        let mut findings = Vec::new();
        for rows in readings.iter().map(|reading| self.rows(reading)) {
            let pairs = rows.iter().zip(rows.iter().skip(1));
            for (first, second) in pairs.filter(|(first, second)| first.span.overlap(second.span).is_some()) {
                let fault = DriverFault::Overlap {
                    driver: self.driver.to_owned(),
                    partner: self.question.rules.agreement.receiver_id(second.receiver),
                    rows: (first.span, second.span),
                };
                findings.push(Finding::at(second.place, fault).against(first.place));
            }
        }
        findings
    }
}
