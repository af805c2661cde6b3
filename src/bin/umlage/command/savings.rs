//! `umlage savings`: avoided duplicate spending over the years.
//!
//! In: what was typed, the folder. Out: each year's savings as its statement has them, added up; all of them, or, where one
//! year has no statement, none.

use umlage::agreement::Language;
use umlage::allocate::allocate;
use umlage::claims::claims;
use umlage::finding::Findings;
use umlage::period::Year;
use umlage::report::{Trend, trend, trend_json};
use umlage::savings::savings;
use umlage::savings::years::with_one_offs;
use umlage::words::command::Notice;

use crate::args::Savings;
use crate::command::report::stopped;
use crate::emit::{self, refuse};
use crate::exit::Exit;
use crate::gather::{Gathered, checked, gather};

/// Adds up the years that have postings.
pub(crate) fn run(args: &Savings, language: Option<Language>) -> anyhow::Result<Exit> {
    let mut gathered = gather(&args.dir, Findings::first(), language)?;
    if let Some(answer) = emit::forbidden(&args.target, &gathered) {
        return Ok(refuse(&answer, gathered.language));
    }
    let years = match years(args, &gathered) {
        Ok(years) => years,
        Err(Notice::NoPostings) if gathered.findings.count(None).0 > 0 => return stopped(&gathered, None),
        Err(answer) => return Ok(refuse(&answer, gathered.language)),
    };
    let spoilt = gathered.drivers_spoilt();
    let Some((rules, booked)) = &gathered.read else { return stopped(&gathered, None) };
    if rules.agreement.savings.is_none() {
        return Ok(refuse(&Notice::NoSavingsTerms, gathered.language));
    }
    let mut list = Vec::new();
    for year in &years {
        let checked = checked(rules, booked, *year, spoilt, &mut gathered.findings);
        let Some(checked) = checked.filter(|_| !gathered.findings.stop(*year)) else {
            return stopped(&gathered, Some(*year));
        };
        let allocation = allocate(checked);
        let claims = claims(rules, &allocation);
        let books = booked.years.get(year);
        list.extend(
            books.zip(savings(rules, &allocation, &claims)).map(|(books, found)| (*year, books, found)),
        );
    }
    let (list, beside) = with_one_offs(rules, list);
    let left_out = left_out(args, &years);
    let found = Trend { agreement: &rules.agreement, years: list, left_out, beside };
    let language = gathered.language;
    let document = || trend(&found, language);
    let text = emit::rendered(args.target.format, language, document, || trend_json(&found));
    emit::write(&text, &args.target, language)
}

/// The years with postings, from and to those that were named.
fn years(args: &Savings, gathered: &Gathered) -> Result<Vec<Year>, Notice> {
    let known: Vec<Year> = gathered.years().into_iter().map(|(year, ..)| year).collect();
    if known.is_empty() {
        return Err(Notice::NoPostings);
    }
    if let (Some(from), Some(to)) = (args.from, args.to)
        && to < from
    {
        return Err(Notice::YearsReversed { from, to });
    }
    let wanted = |year: &Year| {
        args.from.is_none_or(|from| from <= year.number()) && args.to.is_none_or(|to| year.number() <= to)
    };
    let years: Vec<Year> = known.iter().copied().filter(wanted).collect();
    if years.is_empty() {
        let year = args.from.or(args.to).unwrap_or_default();
        return Err(Notice::YearWithoutPostings { year, years: known });
    }
    Ok(years)
}

/// The years from the first to the last that were asked for, or that there are, which have no postings.
fn left_out(args: &Savings, years: &[Year]) -> Vec<Year> {
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return Vec::new() };
    let (from, to) = (args.from.unwrap_or(first.number()), args.to.unwrap_or(last.number()));
    (from..=to).filter_map(Year::new).filter(|year| !years.contains(year)).collect()
}
