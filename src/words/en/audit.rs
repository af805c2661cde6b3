//! The words of the tests on the ledgers in English.
//!
//! In: what is to be named or said. Out: its words. One exhaustive match for each kind of word.

use crate::agreement::Language::En;
use crate::audit::duplicates::{Status, Test};
use crate::audit::overlap::By;
use crate::words::audit::{AuditLabel, AuditTitle, HitHeading, SeparatePhrase, TwicePhrase};
use crate::words::format::{amount, count};

/// A heading or a caption.
pub(in crate::words) fn title(title: AuditTitle) -> &'static str {
    match title {
        AuditTitle::PartTests => "What was tested",
        AuditTitle::PartHits(Status::Open) => "To be looked at",
        AuditTitle::PartHits(Status::Recurring) => "Paid regularly under the same voucher",
        AuditTitle::PartHits(Status::Reversed) => "Already reversed",
        AuditTitle::PartLacking => "What could not be tested",
        AuditTitle::PartBy(By::Vendor) => "The same vendors",
        AuditTitle::PartBy(By::Product) => "The same products",
        AuditTitle::PartBy(By::Account) => "The same accounts",
        AuditTitle::Common(By::Vendor) => "Vendors that at least two partners pay",
        AuditTitle::Common(By::Product) => "Products that at least two partners pay for",
        AuditTitle::Common(By::Account) => "Accounts on which at least two partners pay",
        AuditTitle::PartOutside => "Outside the shared services",
        AuditTitle::PartNext => "What to do with it",
        AuditTitle::Tests => "The amount is the same in every test; they grow weaker from top to bottom",
        AuditTitle::Lacking => {
            "Files whose rows lack a field; a date of `[ledger.constants]` is no day of a single row"
        }
        AuditTitle::Outside => "What the partners pay outside the shared services",
    }
}

/// The heading of a column.
pub(in crate::words) fn label(label: AuditLabel) -> &'static str {
    match label {
        AuditLabel::Test => "Test",
        AuditLabel::Open => "Open hits",
        AuditLabel::Across => "of them across partners",
        AuditLabel::AtRisk => "At risk",
        AuditLabel::Others => "Other hits",
        AuditLabel::Applied => "Payments tested",
        AuditLabel::NotApplied => "Not testable",
        AuditLabel::Hit => "Hit",
        AuditLabel::Place => "Place",
        AuditLabel::Date => "Date",
        AuditLabel::Voucher => "Voucher",
        AuditLabel::Vendor | AuditLabel::Name(By::Vendor) => "Vendor",
        AuditLabel::Text => "Text",
        AuditLabel::Payer => "Paid by",
        AuditLabel::Amount => "Amount",
        AuditLabel::File => "File",
        AuditLabel::Lacks => "Lacks",
        AuditLabel::Name(By::Product) => "Product",
        AuditLabel::Name(By::Account) => "Account",
        AuditLabel::Rows => "Postings",
        AuditLabel::Sum => "Sum",
        AuditLabel::Second => "Second largest sum",
        AuditLabel::Total => "Together",
    }
}

/// What a test asks, with its number.
pub(in crate::words) fn test(test: Test) -> &'static str {
    match test {
        Test::Row => "T1 Whole row the same",
        Test::Same => "T2 Vendor, voucher, date the same",
        Test::SameDigits => "T3 Vendor, digits of the voucher, date the same",
        Test::OtherDate => "T4 Vendor, voucher the same; another date or none",
        Test::OtherDateDigits => "T5 Vendor, digits of the voucher the same; another date or none",
        Test::OtherVendor => "T6 Voucher, date the same; another vendor",
        Test::OtherVendorDigits => "T7 Digits of the voucher, date the same; another vendor",
        Test::OtherVoucher => "T8 Vendor, date the same; another voucher or none",
    }
}

/// A sentence about what was perhaps paid twice.
pub(in crate::words) fn twice(phrase: &TwicePhrase<'_>) -> String {
    match phrase {
        TwicePhrase::Duplicates(None, name) => format!("Paid twice? · {name}"),
        TwicePhrase::Duplicates(Some(year), name) => format!("Paid twice? {year} · {name}"),
        TwicePhrase::Found(0, _) => "No open hit.".to_owned(),
        TwicePhrase::Found(1, at_risk) => format!("1 open hit, {} at risk.", amount(*at_risk, En)),
        TwicePhrase::Found(hits, at_risk) => {
            format!("{} open hits, {} at risk.", count(*hits, En), amount(*at_risk, En))
        }
        TwicePhrase::Question => "A hit is a question and not a proof: only the vouchers show whether something was paid twice. At \
                                  risk is, for each hit, the sum of all payments but one."
            .to_owned(),
        TwicePhrase::Coverage { rows, payments, credits, zero, skipped } => {
            coverage([*rows, *payments, *credits, *zero, *skipped])
        }
        TwicePhrase::AllYears(year) => {
            format!("Postings of all years were tested; shown is what has at least one posting of {year}.")
        }
        TwicePhrase::Spelling => "Vendors are the same whatever their case, blanks, punctuation, umlauts (ae = ä) and legal form; \
                                  vouchers whatever their punctuation, or by their digits alone without zeros before them. Empty \
                                  cells are never the same. What a stronger test brought together stands in a weaker one only \
                                  once, and counts twice in no sum."
            .to_owned(),
        TwicePhrase::NotRun(tests) => format!(
            "Could not be run, as no payment has the cells that are needed: {}.",
            tests.iter().map(|test| format!("“{test}”")).collect::<Vec<_>>().join(", ")
        ),
        TwicePhrase::About(status) => about(*status).to_owned(),
        TwicePhrase::Hit(heading) => hit(heading),
        TwicePhrase::Credit(text) => format!("Reversal: {text}"),
    }
}

/// A sentence about what is still paid separately.
pub(in crate::words) fn separate(phrase: &SeparatePhrase<'_>) -> String {
    match phrase {
        SeparatePhrase::Overlap(year, name) => format!("Still paid separately in {year} · {name}"),
        SeparatePhrase::Ranking => "Order: by the second largest of the partners' sums, as only what a second partner pays too can be \
                                 done jointly; with two partners it is the smaller one. Ties by name."
            .to_owned(),
        SeparatePhrase::Outside => "In it is what belongs to no service. What a service leaves out by `except` or by the cost kind, and \
                                 payments to a partner, are not in it."
            .to_owned(),
        SeparatePhrase::ToPartners(rows, sum) => {
            format!("Payments to partners, not in it: {}.", rows_of(*rows, &amount(*sum, En)))
        }
        SeparatePhrase::NothingCommon(by) => match by {
            By::Vendor => "No vendor is paid by at least two partners.",
            By::Product => "No product is found with at least two partners.",
            By::Account => "No account is found with at least two partners.",
        }
        .to_owned(),
        SeparatePhrase::Unnamed(by, rows, sum) => {
            let lacks = match by {
                By::Vendor => "Without a vendor",
                By::Product => "Without a product",
                By::Account => "Without an account",
            };
            format!("{lacks}, and so not compared: {}.", rows_of(*rows, &amount(*sum, En)))
        }
        SeparatePhrase::More(rest, sum) => format!(
            "{} more, with second largest sums of {} together; `--all` shows all.",
            count(*rest, En),
            amount(*sum, En)
        ),
        SeparatePhrase::Next => "The rows at the top are candidates for the next step of the cooperation: tender together, make one \
                              contract of several, or make a service of it (`[services]` in umlage.toml) and compare keys with \
                              `umlage compare`. An equal vendor does not mean an equal contract, an equal account not an equal \
                              purpose: scope, term and notice stand in the contracts."
            .to_owned(),
    }
}

/// A hit's heading: number, what is at risk, in what its payments differ.
fn hit(heading: &HitHeading) -> String {
    let HitHeading { number, status, at_risk, payments, sum, across, text, account } = heading;
    let differs = [(*across, "partner"), (*text, "text"), (*account, "account")];
    let differs: Vec<&str> = differs.iter().filter(|(does, _)| *does).map(|(_, word)| *word).collect();
    let differs = if differs.is_empty() { String::new() } else { format!(" ({})", differs.join(", ")) };
    match status {
        Status::Open => format!("Hit {number}: {}{differs}", amount(*at_risk, En)),
        Status::Recurring => {
            format!("Hit {number}: {payments} months, {}{differs}", amount(*sum, En))
        }
        Status::Reversed => format!("Hit {number}: reversed{differs}"),
    }
}

/// What hits that stand so have in common.
fn about(status: Status) -> &'static str {
    match status {
        Status::Open => {
            "Lay the vouchers of each hit side by side: one invoice or several, a reversal that was posted otherwise, one invoice \
             spread over several cost centres? Behind the number stands what is at risk, and in brackets in what else the \
             payments differ (account or cost centre: account). In each test hits of the same text come first, then the \
             largest."
        }
        Status::Recurring => {
            "The same vendor, voucher and amount in three months or more: the voucher is probably the number of a contract or a \
             customer. They stand here once for each month, and in no sum."
        }
        Status::Reversed => {
            "Credits of the same amount undo all payments but one (the same partner, and vendor and voucher, vendor and day, or \
             voucher and day the same). They stand in no sum."
        }
    }
}

fn coverage([rows, payments, credits, zero, skipped]: [u64; 5]) -> String {
    let mut parts = vec![format!("{} payments tested", count(payments, En))];
    if credits > 0 {
        parts.push(format!(
            "{} with an amount below zero (only as reversals of payments)",
            count(credits, En)
        ));
    }
    if zero > 0 {
        parts.push(format!("{} with an amount of zero (no payments)", count(zero, En)));
    }
    let skipped = if skipped > 0 {
        format!(" Rows left out by `skip` were not tested: {}.", count(skipped, En))
    } else {
        String::new()
    };
    format!("Of {} postings: {}.{skipped}", count(rows, En), parts.join(", "))
}

fn rows_of(rows: u64, sum: &str) -> String {
    if rows == 1 {
        format!("1 posting, {sum}")
    } else {
        format!("{} postings, {sum} together", count(rows, En))
    }
}
