//! The year's postings, as sealed and as they are now.
//!
//! In: two versions of the ledgers. Out: the rows of the year that only one of them has. Where every file that is read is
//! the same, nothing is read again; else both are read once for a checksum over the year's rows, and where that is the
//! same, they are the same rows. Only where it differs is anything held: per row of the year a digest of 32 bytes, and
//! the cells of the rows that differ. So memory grows with the year's rows, and only then.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use sha2::{Digest, Sha256};

use super::Version;
use super::rows::{Differences, Row};
use crate::cost::trace_year;
use crate::digest::Digesting;
use crate::error::Error;
use crate::ledger::Posting;
use crate::money::Money;
use crate::period::Year;

/// A row's SHA-256.
type RowDigest = [u8; 32];

/// How often a row stands in the seal, and in the live ledgers. Only looked up, never listed.
type Counts = HashMap<RowDigest, [usize; 2], FixedState>;

/// The cells of [`Posting::canonical`] in the order in which they are likely to be changed: text, vendor, product, cost
/// centre, counter-account, account, service, period, fiscal year, date, payer, amount, voucher.
const LIKELIEST: [usize; 15] = [14, 13, 12, 11, 10, 9, 7, 5, 4, 3, 2, 1, 0, 6, 8];

/// What differs.
pub(super) fn differences(live: Version<'_>, sealed: Version<'_>, year: Year) -> Result<Differences, Error> {
    if same_files(live, sealed) || checksum(live, year)? == checksum(sealed, year)? {
        return Ok(Differences::default());
    }
    let mut counts = Counts::default();
    for (side, version) in [sealed, live].into_iter().enumerate() {
        each(version, year, &mut |line, _, _| counts.entry(digest(line)).or_default()[side] += 1)?;
    }
    let (went_out, came_in) = (only(sealed, 0, &counts, year)?, only(live, 1, &counts, year)?);
    Ok(Differences::of(went_out, came_in, &LIKELIEST))
}

/// Is every file that was read the same, byte for byte, under the same name?
fn same_files(live: Version<'_>, sealed: Version<'_>) -> bool {
    let of = |version: Version<'_>| -> Vec<(String, String)> {
        let ledgers = version.booked.inputs.iter().map(|input| (input.file, &input.sha256));
        let tables = version.rules.tables.files.iter().map(|table| (table.file, &table.sha256));
        let named =
            |(file, sha256): (_, &String)| (version.folder.files.name(file).to_owned(), sha256.clone());
        ledgers.chain(tables).map(named).collect()
    };
    of(live) == of(sealed)
}

/// Hands out the year's rows: the line, the row, and what of it counts in the year.
fn each(
    version: Version<'_>,
    year: Year,
    row: &mut dyn FnMut(&str, &Posting<'_>, Money),
) -> Result<(), Error> {
    let Version { folder, rules, booked } = version;
    trace_year(folder, rules, booked, year, &mut |posting, amount, _| {
        row(&posting.canonical(&rules.agreement), posting, amount);
    })
}

fn checksum(version: Version<'_>, year: Year) -> Result<String, Error> {
    let mut hash = Digesting::default();
    each(version, year, &mut |line, _, _| {
        hash.add(line.as_bytes());
        hash.add(b"\n");
    })?;
    Ok(hash.hex())
}

fn digest(line: &str) -> RowDigest {
    Sha256::digest(line.as_bytes()).into()
}

/// The rows that stand here more often than on the other side: the last of those that are equal.
fn only(version: Version<'_>, side: usize, counts: &Counts, year: Year) -> Result<Vec<Row>, Error> {
    let mut seen = HashMap::<RowDigest, usize, FixedState>::default();
    let mut rows = Vec::new();
    each(version, year, &mut |line, posting, amount| {
        let digest = digest(line);
        let count = counts.get(&digest).copied().unwrap_or_default();
        if count[side] <= count[1 - side] {
            return;
        }
        let nth = seen.entry(digest).or_default();
        *nth += 1;
        if *nth > count[1 - side] {
            let cells = serde_json::from_str(line).unwrap_or_default();
            rows.push(Row { place: posting.place, cells, amount: Some(amount) });
        }
    })?;
    Ok(rows)
}
