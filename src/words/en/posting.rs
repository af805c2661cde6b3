//! English sentences for [`PostingFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive,
//! names from the files stand in back-ticks.

use crate::agreement::Language::En;
use crate::finding::PostingFault;
use crate::money::Money;
use crate::period::{Date, Year};
use crate::words::Sentence;
use crate::words::format::{amount as euro, count, date as day};
use crate::words::lists::names;

/// The sentence for a fault.
pub(super) fn sentence(fault: &PostingFault) -> Sentence {
    match fault {
        PostingFault::UnknownService { cell, nearest } => Sentence::new(
            format!("The service column holds `{cell}`; there is no such service."),
            match nearest {
                Some(nearest) => format!("Did you mean `{nearest}`? {}", declare(cell)),
                None => declare(cell),
            },
        ),
        PostingFault::TwoServices { services } => Sentence::new(
            format!("The posting fits several services: {}.", names(services, En)),
            "Narrow the rules under `match`, so that only one service fits.",
        ),
        PostingFault::TwoKinds { kinds } => Sentence::new(
            format!("The posting fits several cost kinds: {}.", names(kinds, En)),
            "Narrow the rules under `cost_kinds`, so that only one kind fits.",
        ),
        PostingFault::NotLiving { service, year, since, until, amount } => {
            not_living(service, *year, *since, *until, &euro(*amount, En))
        }
        PostingFault::LostZeros { cell, pattern } => Sentence::new(
            format!("`{cell}` fits no rule, but with leading zeros it would fit `{pattern}`."),
            "A spreadsheet has probably removed the zeros: export again, and do not save the file there. If it really \
             is another account, name it in a rule of its own.",
        ),
        PostingFault::OpenSide { account, counter_account, both } => {
            open_side(account, counter_account, *both)
        }
        PostingFault::Control { year, expected, found, rows } => control(*year, *expected, *found, *rows),
        PostingFault::RuleWithoutRow { table, owner } => Sentence::new(
            format!("Not a single row fits this rule under `{table}` of `{owner}`."),
            "Check the rule's spelling and fields, or delete it.",
        ),
        PostingFault::FieldAbsent { field, table, owner } => field_absent(field, table, owner),
        PostingFault::LikeAnAdvance { amount, date, service } => like_an_advance(*amount, *date, service),
        PostingFault::LikeAnAsset { amount, asset, service } => like_an_asset(*amount, asset, service),
        PostingFault::PartnerAsVendor { partner, service } => Sentence::new(
            format!("The vendor of a posting of the service `{service}` is the partner `{partner}`."),
            "Check whether the partner has booked the same cost too, so that it is shared twice.",
        ),
        PostingFault::FarFiscalYear { fiscal_year, date } => Sentence::new(
            format!("The fiscal year {fiscal_year} is far from the date {}.", day(*date, En)),
            "The posting counts in the fiscal year; if that is a slip, its own year lacks it.",
        ),
        PostingFault::AdvanceWithoutStatement { year, amount } => advance_beside(*year, *amount),
        PostingFault::OpeningWithoutStatement { year, amount } => opening_beside(*year, *amount),
    }
}

fn field_absent(field: &str, table: &str, owner: &str) -> Sentence {
    Sentence::new(
        format!(
            "The rule under `{table}` of `{owner}` looks at `{field}`, but this file has no such column; the rule leaves out nothing of it."
        ),
        format!(
            "If the column has another name in this file, give the file a [[ledger]] of its own that names it below `[ledger.columns]` with `{field} = \"…\"`; if it has none indeed, write `{field} = \"-\"` there below `[ledger.constants]`, and check what else is to be left out."
        ),
    )
}

fn open_side(account: &str, counter_account: &str, both: bool) -> Sentence {
    let message = format!(
        "The row posts between `{account}` and `{counter_account}`; on which of them the shared cost stands is not certain, as {}.",
        if both { "rules fit both" } else { "no rule names either" }
    );
    if both {
        return Sentence::new(
            message,
            format!(
                "Narrow `account` in the rules so that only one of the two fits; if the transfer changes nothing that is shared, leave it out under [[ledger]]: skip = [ {{ account = \"{account}\", counter_account = \"{counter_account}\" }} ]"
            ),
        );
    }
    Sentence::new(
        message,
        format!(
            "Name the account on which the cost stands in the rule that fits here, or in that of a cost kind: `account = \"{account}\"` or `account = \"{counter_account}\"`."
        ),
    )
}

fn declare(cell: &str) -> String {
    format!("If the value belongs to no shared service, write under [[ledger]]: not_shared = [\"{cell}\"].")
}

fn not_living(service: &str, year: Year, since: Date, until: Option<Date>, amount: &str) -> Sentence {
    let message = format!(
        "{amount} of the posting count in {year}, but the service `{service}` does not live in {year}."
    );
    match until {
        Some(until) if Year::of(until) < year => Sentence::new(
            message,
            format!("It ends on {}: move `until`, or assign the posting otherwise.", day(until, En)),
        ),
        _ => Sentence::new(
            message,
            format!(
                "It begins on {}: let it begin earlier (since = {year}-01-01), or assign the posting otherwise.",
                day(since, En)
            ),
        ),
    }
}

fn control(year: Year, expected: Money, found: Money, rows: u64) -> Sentence {
    Sentence::new(
        format!(
            "The control total of {year} does not agree: expected {}, read {} from {} {}, difference {}.",
            euro(expected, En),
            euro(found, En),
            count(rows, En),
            if rows == 1 { "row" } else { "rows" },
            euro(found - expected, En)
        ),
        "Look for rows that the export lacks or has twice, or correct `control`.",
    )
}

fn like_an_advance(amount: Money, date: Date, service: &str) -> Sentence {
    Sentence::new(
        format!(
            "The posting of {} in the service `{service}` equals an advance of {}.",
            euro(amount, En),
            day(date, En)
        ),
        "If it is the advance, take the posting out by a cost kind with `shared = false`: advances count from \
         advances.csv only.",
    )
}

fn like_an_asset(amount: Money, asset: &str, service: &str) -> Sentence {
    Sentence::new(
        format!(
            "The posting of {} in the service `{service}` equals the cost of the asset `{asset}`.",
            euro(amount, En)
        ),
        "If it is the purchase, take the posting out by a cost kind with `shared = false`: assets count by their \
             depreciation from assets.csv only.",
    )
}

fn advance_beside(year: Year, amount: Money) -> Sentence {
    Sentence::new(
        format!("The advance of {} counts in {year}, but {year} has no postings.", euro(amount, En)),
        "No statement will show it: check the row's date and year.",
    )
}

fn opening_beside(year: Year, amount: Money) -> Sentence {
    Sentence::new(
        format!(
            "The balance of {} carried over counts in {year}, but {year} has no postings.",
            euro(amount, En)
        ),
        "No statement will show it: check the row's year.",
    )
}
