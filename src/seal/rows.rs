//! The year's rows, as a seal knows them again.
//!
//! In: a second pass over the ledgers. Out: the digest of the canonical lines of all rows that count in the year, in the order
//! read, with their number and sum; and the rows of other years that reach into it. Neither changes when rows of another
//! year are appended to a file.

use std::collections::BTreeMap;

use crate::cost::{BookLine, Booked, trace_year};
use crate::digest::Digesting;
use crate::error::Error;
use crate::folder::Folder;
use crate::ledger::Posting;
use crate::money::Money;
use crate::period::Year;
use crate::rules::Rules;
use crate::sealed::{Reach, Reaching, Rows};

/// The year's rows, and those of other years that reach into it.
pub(super) fn rows(
    folder: &Folder,
    rules: &Rules,
    booked: &Booked,
    year: Year,
) -> Result<(Rows, Vec<Reaching>), Error> {
    let (mut count, mut sum, mut lines) = (0, Money::ZERO, Digesting::default());
    let mut reaching: BTreeMap<Reach, u64> = BTreeMap::new();
    let mut row = |posting: &Posting<'_>, amount: Money, line: &BookLine| {
        count += 1;
        sum += amount;
        lines.add(posting.canonical(&rules.agreement).as_bytes());
        lines.add(b"\n");
        if let Some(reach) = reach(posting, line).filter(|_| posting.own_year() != year) {
            *reaching.entry(reach).or_default() += 1;
        }
    };
    trace_year(folder, rules, booked, year, &mut row)?;
    let written = reaching.iter().map(|(reach, rows)| reach.written(&rules.agreement, *rows)).collect();
    Ok((Rows { count, sum: sum.to_string(), sha256: lines.hex() }, written))
}

fn reach(posting: &Posting<'_>, line: &BookLine) -> Option<Reach> {
    let Posting { payer, date, fiscal_year, amount, .. } = *posting;
    let shared = match line {
        BookLine::Shared(key) => Some((key.service, key.kind)),
        BookLine::NotShared(_) | BookLine::Nowhere => None,
    };
    Some(Reach { payer, date, fiscal_year, period: posting.period?, amount, shared })
}
