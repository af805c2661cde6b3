//! The one pass over the ledgers.
//!
//! In: the folder and the rules. Out: [`Booked`]. Each posting is classed, given its year or years, and added to
//! the cost line it belongs to; what is doubtful about it is told at once, as nothing is held.

use std::cell::RefCell;

use super::Booked;
use super::booker::Booker;
use super::{absent, hits};
use crate::error::Error;
use crate::finding::cell::NumberFault;
use crate::finding::{CellFault, FileFault, Finding, Findings, PostingFault};
use crate::folder::Folder;
use crate::ledger::{self, Currency, Entry, Input};
use crate::place::Place;
use crate::rules::Rules;

/// Books all postings of all ledgers.
///
/// # Errors
/// [`Error::Read`] where the system refuses.
pub fn book(folder: &Folder, rules: &Rules, findings: &mut Findings) -> Result<Booked, Error> {
    let findings = RefCell::new(findings);
    let mut booker = Booker::new(rules);
    for file in &rules.ledgers {
        let mut unreadable = |finding| findings.borrow_mut().push(finding);
        let mut entry = |entry: Entry<'_>| {
            let tell = &mut |finding| findings.borrow_mut().push(finding);
            match entry {
                Entry::Posting(posting, kin) => booker.posting(posting, kin, tell),
                Entry::Again(again) => booker.again(again, tell),
            }
        };
        let input = ledger::each(folder, &rules.agreement, *file, &mut unreadable, &mut entry)?;
        booker.close_file();
        booker.booked.inputs.push(input);
    }
    let findings = findings.into_inner();
    findings.extend(booker.controls());
    findings.extend(same(folder, rules, &booker.booked.inputs));
    findings.extend(currencies(&booker.booked.inputs));
    // Rows that could not be read may be the very ones that a rule or an advance is for.
    if findings.count(None).0 == 0 {
        findings.extend(booker.beside());
        findings.extend(booker.hits.missing(rules));
        findings.extend(hits::idle_skips(rules, &booker.booked.inputs));
        findings.extend(absent::fields(rules, &booker.booked.inputs));
    }
    Ok(booker.booked)
}

impl Booker<'_> {
    /// Years whose rows have another sum than the trial balance.
    fn controls(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (index, source) in self.rules.agreement.sources.iter().enumerate() {
            for (year, control) in &source.control {
                let read = self.booked.sources.get(&(index, *year)).copied().unwrap_or_default();
                if read.amount != control.total {
                    let (expected, found, rows) = (control.total, read.amount, read.rows);
                    let fault = PostingFault::Control { year: *year, expected, found, rows };
                    findings.push(Finding::at(control.place, fault).in_year(*year));
                }
            }
        }
        findings
    }

    /// Advances and balances carried over, of years that no statement will be made of.
    fn beside(&self) -> Vec<Finding> {
        let tables = &self.rules.tables;
        let advances = tables.advances.iter().map(|row| (row.year, row.amount, row.place, false));
        let openings = tables.openings.iter().map(|row| (row.year, row.amount, row.place, true));
        let years = self.booked.own_years();
        let beside = advances.chain(openings).filter(|(year, ..)| !years.contains_key(year));
        let fault = |(year, amount, place, opening)| {
            let fault = if opening {
                PostingFault::OpeningWithoutStatement { year, amount }
            } else {
                PostingFault::AdvanceWithoutStatement { year, amount }
            };
            Finding::at(place, fault).in_year(year)
        };
        beside.map(fault).collect()
    }
}

/// Amounts of a file that name another currency than an earlier file's: they must not be added.
fn currencies(inputs: &[Input]) -> Vec<Finding> {
    let mut named = inputs.iter().filter_map(|input| input.currency.as_ref());
    let Some(first) = named.next() else { return Vec::new() };
    let others = named.filter(|other| other.name != first.name);
    let fault = |other: &Currency| {
        let fault = NumberFault::Currency { first: first.name };
        let ((place, length), cell) = (other.place, other.cell.clone());
        Finding::at(place, CellFault::Number { cell, fault }).spanning(length).against(first.place.0)
    };
    others.map(fault).collect()
}

/// Ledgers that are the same, byte for byte, as one before them of the same `[[ledger]]` table. (Two tables may well
/// hold the same rows: two partners that paid the same.)
fn same(folder: &Folder, rules: &Rules, inputs: &[Input]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let read: Vec<(usize, &Input)> = rules.ledgers.iter().map(|ledger| ledger.source).zip(inputs).collect();
    for (index, (source, input)) in read.iter().enumerate().filter(|(_, (_, input))| input.postings > 0) {
        let before =
            read[..index].iter().find(|(other, first)| other == source && first.sha256 == input.sha256);
        if let Some((_, first)) = before {
            let fault = FileFault::Same { other: folder.files.name(first.file).to_owned() };
            findings.push(Finding::at(Place::start(input.file), fault).against(Place::start(first.file)));
        }
    }
    findings
}
