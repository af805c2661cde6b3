//! English: corrections to a sealed year.
//!
//! In: what is to be named or said, as data. Out: its words.

use crate::agreement::Language::En;
use crate::corrections::{For, Kind};
use crate::period::Year;
use crate::words::corrections::{CorrectionLabel, CorrectionPhrase, SealedNotice};
use crate::words::format::{amount, printable};

/// A heading, a caption or a column.
pub(in crate::words) fn label(label: CorrectionLabel) -> &'static str {
    match label {
        CorrectionLabel::PartResult => "Result",
        CorrectionLabel::PartChanges => "1 What changed since the year was sealed",
        CorrectionLabel::PartCosts => "2 Cost by service and partner",
        CorrectionLabel::PartClaims => "3 Claims, advances and balances",
        CorrectionLabel::PartCarry => "4 Carried into a later year",
        CorrectionLabel::CameIn => "Came in",
        CorrectionLabel::WentOut => "Went out",
        CorrectionLabel::Changed => "Changed",
        CorrectionLabel::AgreementLines => "Changed lines of umlage.toml",
        CorrectionLabel::Allocated => "Allocated",
        CorrectionLabel::Borne => "Borne",
        CorrectionLabel::Claims => "Claims",
        CorrectionLabel::Paid => "Advances, balances carried over and payments of the year",
        CorrectionLabel::Balances => "Balance of each partner",
        CorrectionLabel::Carry => "To be settled by service and pair, VAT included",
        CorrectionLabel::Savings => "Avoided duplicate spending",
        CorrectionLabel::Net => "Net",
        CorrectionLabel::Deviation => "Deviation from the savings so far",
        CorrectionLabel::Place => "Place",
        CorrectionLabel::Row => "Row",
        CorrectionLabel::InYear => "Amount in the year",
        CorrectionLabel::Cell => "Field",
        CorrectionLabel::Sealed => "Sealed",
        CorrectionLabel::New => "New",
        CorrectionLabel::Difference => "Difference",
        CorrectionLabel::Carried => "Carried",
        CorrectionLabel::Open => "Open",
        CorrectionLabel::For => "For",
        CorrectionLabel::NetSealed => "Net sealed",
        CorrectionLabel::NetNew => "Net new",
        CorrectionLabel::NetDifference => "Net difference",
        CorrectionLabel::VatDifference => "VAT difference",
        CorrectionLabel::Was => "was",
        CorrectionLabel::Is => "is",
    }
}

/// What a table's rows are called.
pub(in crate::words) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Postings => "Postings",
        Kind::Drivers => "Drivers",
        Kind::Standalone => "Stand-alone costs",
        Kind::Advances => "Advances",
        Kind::Assets => "Assets",
        Kind::Openings => "Balances carried over",
    }
}

/// What a cell is called.
pub(in crate::words) fn cell(name: &'static str) -> &'static str {
    match name {
        "by_voucher_date" => "by voucher date",
        "fiscal_year" => "fiscal year",
        "period_from" => "period from",
        "period_to" => "period to",
        "counter_account" => "counter-account",
        "cost_centre" => "cost centre",
        "life_months" => "life in months",
        "price_level" => "price level",
        other => other,
    }
}

/// A sentence.
pub(in crate::words) fn said(phrase: &CorrectionPhrase<'_>) -> String {
    match phrase {
        CorrectionPhrase::Title(year, name) => format!("Corrections to the statement of {year} · {name}"),
        CorrectionPhrase::Locked(year) => format!(
            "{year} is sealed (sealed/{year}): the statement stays as it was decided and paid. Below is what has changed since, and \
             what is left to be settled in a later year."
        ),
        CorrectionPhrase::Signs => {
            "Amounts in euro. Difference = new − sealed. A balance above zero is owed.".to_owned()
        }
        CorrectionPhrase::Owes(from, to, sum) => {
            format!("{from} still owes {to} from the year: {}", amount(*sum, En))
        }
        CorrectionPhrase::NobodyOwes => "Nobody owes anybody more or less because of it.".to_owned(),
        CorrectionPhrase::AllCarried => {
            "All of it stands in opening.csv already; nothing is left to do.".to_owned()
        }
        CorrectionPhrase::Next { command, into } => {
            format!("Next: the rows of opening.csv that carry it into {into} are written by\n  {command}")
        }
        CorrectionPhrase::Counts(of, [came, went, changed]) => {
            format!("{}: {came} came in, {went} went out, {changed} changed.", kind(*of))
        }
        CorrectionPhrase::NoRows => {
            "No posting and no row of a table that matters to the year differs.".to_owned()
        }
        CorrectionPhrase::Agreement(0) => {
            "umlage.toml has changed since the year was sealed, but only in comments and blank lines."
                .to_owned()
        }
        CorrectionPhrase::Agreement(_) => {
            "umlage.toml has changed since the year was sealed. What concerns only other years \
                                           changes nothing here; comments and blank lines are left out."
                .to_owned()
        }
        CorrectionPhrase::OnlyDifferent => "Only what changes is shown.".to_owned(),
        CorrectionPhrase::NoCosts => "Nobody is allocated or bore another amount.".to_owned(),
        CorrectionPhrase::BalanceNote => "Open = difference − carried.".to_owned(),
        CorrectionPhrase::CarryNote(year) => format!(
            "What is carried already stands in opening.csv under a later year, with “(sealed/{year}: …)” in its source. Each service \
             has a row of its own, because budgets book gross."
        ),
        CorrectionPhrase::Source(year, of, tag) => {
            format!("Correction of the statement of {year}: {of} {tag}")
        }
        CorrectionPhrase::Named(of) => named(of).to_owned(),
        CorrectionPhrase::InSeal(year) => format!("below sealed/{year}/inputs"),
        CorrectionPhrase::CellChange(name, was, is) => format!("{name} “{was}” → “{is}”"),
    }
}

fn named(of: &For) -> &str {
    match of {
        For::Service(id) => id,
        For::Own => "Own shares",
        For::Advances => "Advances",
        For::Openings => "Balances carried over",
        For::Transfers => "Payment",
    }
}

/// An answer.
pub(in crate::words) fn notice(notice: &SealedNotice) -> String {
    match notice {
        SealedNotice::Agrees(year, agreement) => {
            let but = if *agreement { but_agreement() } else { "" };
            format!("{year} is sealed (sealed/{year}); the statement agrees with it.{but}")
        }
        SealedNotice::RowsDiffer { year, lines, more, agreement } => {
            rows_differ(*year, lines, *more, *agreement)
        }
        SealedNotice::Corrected(year) => format!(
            "{year} is sealed (sealed/{year}), and its amounts would be different now. These are corrections, not a new statement."
        ),
        SealedNotice::ExplainedNow(year, command) => format!(
            "{year} is sealed (sealed/{year}), and its amounts would be different now. Those of now are explained; the sealed \
             ones are explained by\n  {command}"
        ),
        SealedNotice::NoSource => "opening.csv has no column for the source. Without it corrections that are carried could not be known again, and would be written once more.\nHelp: add a column `source` to opening.csv.".to_owned(),
        SealedNotice::CarriedTooMuch(command) => format!(
            "opening.csv carries corrections that no longer hold. The rows that take them back are written by\n  {command}"
        ),
        SealedNotice::Lies(year) => {
            format!("The sealed statement of {year} lies in sealed/{year}.")
        }
        SealedNotice::NotSealed { year, sealed } => not_sealed(*year, sealed),
        SealedNotice::NothingToCarry(year, true) => {
            format!("Nothing of {year} is left to be carried: all differences stand in opening.csv already.")
        }
        SealedNotice::NothingToCarry(year, false) => {
            format!("Nothing of {year} is to be carried: nobody owes anybody more or less than was sealed.")
        }
        SealedNotice::Rows { rows, year, into, vat, gone } => {
            let rows = if *rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
            let vat = if *vat { " VAT is included." } else { "" };
            let gone = if gone.is_empty() {
                String::new()
            } else {
                format!(
                    "\numlage.toml no longer has: {}. opening.csv takes them only once they stand there.",
                    gone.join(", ")
                )
            };
            format!(
                "{rows} for {into} from the corrections to {year}.{vat}\nAppend them to opening.csv without the header; as long as \
                 they stand there, they are not written again.{gone}"
            )
        }
        SealedNotice::OnlyCsv => {
            "--corrections writes rows of opening.csv; there is no other format for them than csv.".to_owned()
        }
    }
}

fn rows_differ(year: Year, lines: &[String], more: usize, agreement: bool) -> String {
    let but = if agreement { but_agreement() } else { "" };
    let list = lines.iter().flat_map(|line| ["\n  ".to_owned(), printable(line)]).collect::<String>();
    let rest = if more > 0 { format!("\n  … and {more} more") } else { String::new() };
    format!(
        "{year} is sealed (sealed/{year}). Shares, claims, balances, payments and savings agree with it, but not every row:{list}{rest}{}",
        if but.is_empty() { String::new() } else { format!("\n{}", but.trim_start()) }
    )
}

fn but_agreement() -> &'static str {
    " umlage.toml has changed since; that changes no amount of this year."
}

fn not_sealed(year: Option<Year>, sealed: &[Year]) -> String {
    let there = match sealed {
        [] => "No year is sealed here yet; umlage seal does that.".to_owned(),
        sealed => {
            let years = sealed.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            format!("Sealed: {years}. Name one of them with --year.")
        }
    };
    match year {
        Some(year) => format!("{year} is not sealed; there are corrections to sealed years only. {there}"),
        None => format!("Corrections to what? {there}"),
    }
}
