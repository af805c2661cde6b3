//! The statement's sentences in English.
//!
//! In: a phrase with its names and figures. Out: the sentence, amounts and days as the language writes them.
//! One exhaustive match for each part of the statement.

use crate::agreement::{Language::En, Moment, Over, Rule, RuleField};
use crate::finding::Severity;
use crate::fraction::Fraction;
use crate::money::Money;
use crate::words::format;
use crate::words::lists;
use crate::words::phrase::{
    ByHand, ClaimPhrase, CostPhrase, EvidencePhrase, KeyPhrase, NoticePhrase, SavingsPhrase,
};

fn euro(amount: Money) -> String {
    format::amount(amount, En)
}

/// Head and costs.
pub(in crate::words) fn cost(phrase: &CostPhrase<'_>) -> String {
    match phrase {
        CostPhrase::Title(year, name) => format!("Statement {year} · {name}"),
        CostPhrase::Basis(basis) => format!("Legal basis: {basis}"),
        CostPhrase::Reference(reference) => format!("Reference: {reference}"),
        CostPhrase::Signed(day) => format!("Agreement signed on: {}", format::date(*day, En)),
        CostPhrase::Partners(names) => format!("Partners: {}", names.join(", ")),
        CostPhrase::Euro => "All amounts in euro; expense is positive.".to_owned(),
        CostPhrase::Part(Some(span), one_off) => {
            format!("of which {}{}", format::span(*span, En), once(*one_off))
        }
        CostPhrase::Part(None, false) => "of which running".to_owned(),
        CostPhrase::Part(None, true) => "of which one-off cost".to_owned(),
        CostPhrase::PartOf(partner) => format!("of which {partner}"),
        CostPhrase::Days(span, one_off) => format!("{}{}", format::span(*span, En), once(*one_off)),
        CostPhrase::Segment(name, span, one_off) => {
            let days = match span.days() {
                1 => "1 day".to_owned(),
                days => format!("{days} days"),
            };
            format!("{name} · {} ({days}){}", format::span(*span, En), once(*one_off))
        }
        CostPhrase::Postings { ledger, shared, not_shared } => format!(
            "Postings {} = shared {} + not shared {}",
            euro(*ledger),
            euro(*shared),
            euro(*not_shared)
        ),
        CostPhrase::NoService(year) => format!("No service existed in {year}."),
    }
}

fn once(one_off: bool) -> &'static str {
    if one_off { " · one-off cost" } else { "" }
}

/// How a key came to its shares.
pub(in crate::words) fn key(phrase: &KeyPhrase<'_>) -> String {
    match phrase {
        KeyPhrase::Name(name, id) if name == id => (*name).to_owned(),
        KeyPhrase::Name(name, id) => format!("{name} ({id})"),
        KeyPhrase::Equal => "in equal parts".to_owned(),
        KeyPhrase::Percent => "fixed percentages of the agreement".to_owned(),
        KeyPhrase::Weights => "fixed weights of the agreement".to_owned(),
        KeyPhrase::At(driver, Moment::Day { .. }) => format!("{driver}, value on the reference date"),
        KeyPhrase::At(driver, Moment::Latest) => {
            format!("{driver}, newest value that all participants have by the year's end")
        }
        KeyPhrase::Sum(driver, over) => format!("{driver}, sum of the values {}", time(*over)),
        KeyPhrase::Mean(driver, over) => format!("{driver}, mean of the values {}", time(*over)),
        KeyPhrase::Mix(parts) => {
            let part = |(percent, name): &(_, String)| key(&KeyPhrase::Part(*percent, name));
            format!("mixed of {}", parts.iter().map(part).collect::<Vec<_>>().join(" + "))
        }
        KeyPhrase::Part(percent, name) => format!("{} % {name}", format::quantity(*percent, En)),
        KeyPhrase::PartOfMix(percent, name) => {
            format!("Part key for {} %: {name}", format::quantity(*percent, En))
        }
        KeyPhrase::Rounded(0) => "by agreement to whole percent, summing to 100".to_owned(),
        KeyPhrase::Rounded(1) => "by agreement to percent with 1 decimal, summing to 100".to_owned(),
        KeyPhrase::Rounded(decimals) => {
            format!("by agreement to percent with {decimals} decimals, summing to 100")
        }
    }
}

fn time(over: Over) -> &'static str {
    match over {
        Over::Segment => "in the segment",
        Over::Year { lag: 0 } => "of the whole year",
        Over::Year { lag: 1 } => "of the year before",
        Over::Year { .. } => "of an earlier year",
    }
}

/// Who owes and who pays.
pub(in crate::words) fn claim(phrase: &ClaimPhrase<'_>) -> String {
    match phrase {
        ClaimPhrase::Formula { rounding, advances } => format!(
            "Balance = allocated{} - borne{}",
            if *rounding { " + rounding" } else { "" },
            if *advances { " - advances paid + advances received" } else { "" }
        ),
        ClaimPhrase::Pays { from, to, payee, amount, due } => format!(
            "{from} pays {to}{}: {}{}",
            payee.map(|payee| format!(" ({payee})")).unwrap_or_default(),
            euro(*amount),
            due.map(|due| format!(", due: {due}")).unwrap_or_default()
        ),
        ClaimPhrase::Nobody => "Nobody owes anybody anything; there is nothing to pay.".to_owned(),
        ClaimPhrase::PerPair => {
            "Each pair of partners settles with one payment. Budgets book the gross claims in both directions."
                .to_owned()
        }
        ClaimPhrase::Fewest(true) => {
            "Fewer payments provably cannot settle these balances. Budgets book the gross claims."
                .to_owned()
        }
        ClaimPhrase::Fewest(false) => {
            "These are few payments; with so many partners it is not proven that they are the fewest. Budgets \
             book the gross claims."
                .to_owned()
        }
        ClaimPhrase::NoInvoice => "Keine Rechnung im Sinne des § 14 UStG. (Not an invoice within the meaning of section 14 of the German \
             VAT Act.)"
                .to_owned(),
    }
}

/// What was saved.
pub(in crate::words) fn savings(phrase: &SavingsPhrase<'_>) -> String {
    match phrase {
        SavingsPhrase::NotAsked => {
            "Not assessed. It takes the table [savings] in umlage.toml with what was saved before \
             (baseline = \"15000.00\", or \"0.00\" where there is nothing), and in standalone.csv what each \
             partner would pay without the cooperation."
                .to_owned()
        }
        SavingsPhrase::NothingAssessed => {
            "No service could be assessed: standalone.csv lacks running stand-alone costs.".to_owned()
        }
        SavingsPhrase::WhyDeducted => {
            "The cost of the services not assessed is deducted: what they would have cost without the cooperation is not \
             known, so nothing is claimed to be saved by them."
                .to_owned()
        }
        SavingsPhrase::Missing(partner, days) => {
            let days: Vec<String> = days.iter().map(|span| format::span(*span, En)).collect();
            format!("{partner}: {}", days.join(", "))
        },
        SavingsPhrase::Baseline { amount, each_of, source } => baseline(*amount, *each_of, *source),
        SavingsPhrase::Net { net, difference, part } => format!(
            "Avoided duplicate spending, net: {}; deviation from what was saved before: {}",
            euro(*net),
            deviation(*difference, *part)
        ),
        SavingsPhrase::Deviation { difference, part } => {
            format!("Deviation {}", deviation(*difference, *part))
        }
        SavingsPhrase::Threshold(rate, threshold, reached) => format!(
            "Avoided, net: {} of the stand-alone cost; {} is asked for: {}.",
            format::percent_beside(rate, threshold, En),
            format::shortest_percent(threshold, En),
            if *reached { "reached" } else { "not reached" }
        ),
        SavingsPhrase::Dearer(year, amount) => {
            format!("In {year} the assessed services were dearer together than alone, by {}.", euro(*amount))
        }
        SavingsPhrase::Outweighed(amount) => format!(
            "Nothing was saved, net: the services not assessed cost {} more than was avoided with the \
             assessed ones.",
            euro(*amount)
        ),
        SavingsPhrase::DearerFor(list) => {
            let item = |(name, amount): &(String, Money)| format!("{name} (by {})", euro(*amount));
            format!("Dearer than without the cooperation: {}.", list.iter().map(item).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A difference, and how much of the baseline that is.
fn deviation(difference: Money, part: Option<&Fraction>) -> String {
    let part = part.map(|part| format!(" ({})", format::signed_percent(part, 1, En))).unwrap_or_default();
    format!("{}{part}", format::signed(difference, En))
}

fn baseline(amount: Money, each_of: Option<usize>, source: Option<&str>) -> String {
    let each = each_of.map(|partners| format!("each of the {partners} partners"));
    let whom = each.unwrap_or_else(|| "all partners together".to_owned());
    let source = source.map(|source| format!(" (source: {source})")).unwrap_or_default();
    format!("Saved before: {} a year for {whom}{source}.", euro(amount))
}

/// That nothing was lost, and how it was read.
pub(in crate::words) fn evidence(phrase: &EvidencePhrase<'_>) -> String {
    match phrase {
        EvidencePhrase::Clamped(1, amount) => format!(
            "1 posting ({}) lies outside its service's life; it counts in the nearest segment.",
            euro(*amount)
        ),
        EvidencePhrase::Clamped(rows, amount) => format!(
            "{} postings ({}) lie outside their service's life; they count in the nearest segment.",
            format::count(*rows, En),
            euro(*amount)
        ),
        EvidencePhrase::Spread(rows) => spread(*rows),
        EvidencePhrase::Moved(year, rows, amount) => super::seal::moved(*year, *rows, *amount),
        EvidencePhrase::Besides(file, above, unread) => besides(file, *above, unread),
        EvidencePhrase::Except(service, rule, payer) => {
            format!("Excepted from {service} ({})", fields(rule, *payer))
        }
        EvidencePhrase::Kind(kind) => format!("Cost kind {kind}"),
        EvidencePhrase::Declared(pattern) => format!("Service {pattern}, declared as not shared"),
        EvidencePhrase::NoRule => "No rule fits".to_owned(),
        EvidencePhrase::AllShared => "All postings of the year are shared.".to_owned(),
        EvidencePhrase::Warnings(1) => "1 warning, see section 5".to_owned(),
        EvidencePhrase::Warnings(count) => format!("{} warnings, see section 5", format::count(*count, En)),
        EvidencePhrase::MoreWarnings(1) => {
            "1 more warning of this kind; `umlage check --all` shows it.".to_owned()
        }
        EvidencePhrase::MoreWarnings(count) => {
            format!("{} more warnings of this kind; `umlage check --all` shows them.", format::count(*count, En))
        }
        EvidencePhrase::NoWarnings => "No warnings.".to_owned(),
        EvidencePhrase::NoResiduals => "All shares came out without residual cents.".to_owned(),
        EvidencePhrase::LargestRemainder => "Largest remainder".to_owned(),
        EvidencePhrase::RestTo(partner) => format!("By agreement {partner} takes the rest"),
        EvidencePhrase::HalfUp => "Rounded half-up".to_owned(),
        EvidencePhrase::Version(version) => format!("Computed with umlage {version}."),
        EvidencePhrase::ByHand(what) => by_hand(*what).to_owned(),
        EvidencePhrase::Signature => {
            "Sachlich und rechnerisch richtig (factually and arithmetically correct): ____________________ (date, signature)".to_owned()
        }
    }
}

/// Why the years count more rows than were read.
fn spread(rows: u64) -> String {
    match rows {
        1 => {
            "Together that is 1 row more than was read: a posting whose period touches two years counts in each \
             with its part."
                .to_owned()
        }
        rows => format!(
            "Together that is {} rows more than were read: postings whose period touches several years count \
             in each of them with their part.",
            format::count(rows, En)
        ),
    }
}

/// A file's lines and columns that hold no postings.
fn besides(file: &str, above: u64, unread: &[String]) -> String {
    let lines = match above {
        0 => None,
        1 => Some("1 title line above the header".to_owned()),
        lines => Some(format!("{} title lines above the header", format::count(lines, En))),
    };
    let columns = (!unread.is_empty()).then(|| format!("columns not used: {}", lists::ticked(unread, ", ")));
    format!("{file}: {}", lines.into_iter().chain(columns).collect::<Vec<_>>().join("; "))
}

/// A rule as people say it: account 53*, cost centre 1110.
fn fields(rule: &Rule, payer: Option<&str>) -> String {
    let payer = payer.map(|payer| format!("paid by {payer}"));
    let patterns = rule.patterns.iter().map(|(field, pattern)| {
        let name = match field {
            RuleField::CostCentre => "cost centre",
            RuleField::Account => "account",
            RuleField::CounterAccount => "counter-account",
            RuleField::Product => "product",
            RuleField::Vendor => "vendor",
            RuleField::Text => "text",
            RuleField::Voucher => "voucher",
        };
        format!("{name} {}", pattern.written())
    });
    lists::joined(payer.into_iter().chain(patterns), En)
}

/// What stands around a finding.
pub(in crate::words) fn notice(phrase: NoticePhrase<'_>) -> String {
    match phrase {
        NoticePhrase::Severity(Severity::Error) => "error".to_owned(),
        NoticePhrase::Severity(Severity::Warning) => "warning".to_owned(),
        NoticePhrase::Help => "help".to_owned(),
        NoticePhrase::Against => "compare".to_owned(),
        NoticePhrase::More(count, code, file) => {
            let file = file.map(|file| format!(" in {file}")).unwrap_or_default();
            let findings = if count == 1 { "more finding of" } else { "more findings of" };
            format!("{} {findings} {code}{file}; `--all` shows all.", format::count(count, En))
        }
    }
}

fn by_hand(what: ByHand) -> &'static str {
    match what {
        ByHand::Head => "To check it, with or without this program:",
        ByHand::Files => {
            "Files: `sha256sum` and the name of a file, typed in the folder of the cooperation, gives the checksums above."
        }
        ByHand::Ledgers => {
            "Postings: the amounts of each file, summed in a spreadsheet (debit and expenses positive, credit and income negative), give the amount under \"Ledger files read\"; rows left out stand beside it."
        }
        ByHand::Amount => {
            "Amounts, with a pencil, where keys are shares: cost of the segment × the partner's value ÷ the sum of the values (section 2), cut to the cent, and the residual cents above, is what is allocated; allocated - borne is what is owed (section 3)."
        }
        ByHand::Explain => {
            "Single amounts down to the ledger line: umlage explain --partner PARTNER, also with --service SERVICE."
        }
        ByHand::Seal => {
            "The whole: umlage seal keeps the statement with all its files; then `sha256sum -c SHA256SUMS` and umlage verify check it."
        }
    }
}
