//! English sentences for [`BatchFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive, names
//! from the files stand in back-ticks. DATEV's own words stay German, as they stand in its programs.

use crate::agreement::Language::En;
use crate::finding::BatchFault;
use crate::finding::batch::HeadField;
use crate::finding::file::Heading;
use crate::period::{Date, Span};
use crate::words::Sentence;
use crate::words::format::{count, date as day};
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &BatchFault) -> Sentence {
    match fault {
        BatchFault::NoBatch { cell } => Sentence::new(
            format!("This is no file in DATEV's format: it begins with `{cell}`, not with `EXTF` or `DTVF`."),
            "Export the posting batch (Buchungsstapel) in DATEV's format, or delete `preset = \"datev\"`.",
        ),
        BatchFault::Category { category, name } => Sentence::new(
            format!(
                "This DATEV file holds no postings but `{name}` (category {category}); a posting batch (Buchungsstapel) has 21."
            ),
            "Put the posting batch here and this file elsewhere, or narrow the pattern in `files`.",
        ),
        BatchFault::Version { found } => Sentence::new(
            format!("Version `{found}` of DATEV's format is not read, only 510 and 700."),
            "Export the posting batch in version 700.",
        ),
        BatchFault::Head { field, cell } => head(*field, cell),
        BatchFault::Period { from, to, year } => period(*from, *to, *year),
        BatchFault::Currency { found } => Sentence::new(
            format!("The posting batch is kept in `{found}`; statements are made in euro."),
            "Export the postings in euro.",
        ),
        BatchFault::Headings { wanted } => Sentence::new(
            format!(
                "The line of headings below the first line is missing. Looked for: {}.",
                wanted.iter().map(|fields| any(fields)).collect::<Vec<_>>().join("; and ")
            ),
            "Export the posting batch with its headings; in DATEV's format they stand in line 2.",
        ),
        BatchFault::Undeclared => Sentence::new(
            "This is an export in DATEV's format; umlage.toml does not say so.",
            "Write the line `preset = \"datev\"` under [[ledger]]; columns, encoding and dates then need nothing else.",
        ),
        BatchFault::Gross { rows } => gross(*rows),
    }
}

fn head(field: HeadField, cell: &str) -> Sentence {
    let (name, form) = match field {
        HeadField::Year => ("the begin of the fiscal year", "for instance `20250101`"),
        HeadField::Digits => ("how many digits general ledger accounts have", "a number from 4 to 8"),
        HeadField::Period => {
            ("an end of the period (Datum von, Datum bis)", "for instance `20251231`, or nothing")
        }
    };
    let found = if cell.is_empty() { "nothing".to_owned() } else { format!("`{cell}`") };
    Sentence::new(
        format!("Here the first line should say {name}; it says {found}."),
        format!("Expected: {form}. Export the posting batch anew; without it the postings are not certain."),
    )
}

fn period(from: Date, to: Date, year: Span) -> Sentence {
    Sentence::new(
        format!(
            "The period {} to {} does not lie in the fiscal year {} to {} that the same line says.",
            day(from, En),
            day(to, En),
            day(year.from(), En),
            day(year.to(), En)
        ),
        "Export one posting batch per fiscal year; the first line must suit the postings, as nothing else says their year.",
    )
}

fn gross(rows: u64) -> Sentence {
    Sentence::new(
        if rows == 1 {
            "One posting has a tax key (BU-Schlüssel); its amount is read gross, with the tax that DATEV takes out when it posts it.".to_owned()
        } else {
            format!(
                "{} postings have a tax key (BU-Schlüssel); their amounts are read gross, with the tax that DATEV takes out when it posts them.",
                count(rows, En)
            )
        },
        "Input tax that can be deducted is no cost: then take an export of the accounts with net amounts instead of the posting batch.",
    )
}

fn any(fields: &[Heading]) -> String {
    ticked(fields.iter().map(|field| field.german), " or ")
}
