//! English sentences for [`DriverFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive,
//! names from the files stand in back-ticks.

use crate::agreement::Language::En;
use crate::finding::DriverFault;
use crate::period::{Date, Span};
use crate::series::population::DRIVER;
use crate::words::Sentence;
use crate::words::format::{date, quantity, span as days};
use crate::words::lists::{self, joined, names};

/// The sentence for a fault.
pub(super) fn sentence(fault: &DriverFault) -> Sentence {
    match fault {
        DriverFault::Unknown { driver, nearest, known } => unknown(driver, nearest.as_deref(), known),
        DriverFault::OnlyPartners { driver, service } => only_partners(driver, service),
        DriverFault::NoneOn { driver, partner, day, known } => none_on(driver, partner, *day, known),
        DriverFault::TwoOn { driver, partner, day, known } => Sentence::new(
            format!("On {} `{partner}` has several values of the driver `{driver}`.", date(*day, En)),
            format!("Leave exactly one of them in drivers.csv. There are: {}.", lists::days(known, En)),
        ),
        DriverFault::NoCommonDay { driver, until, missing } => Sentence::new(
            format!(
                "Up to {} there is no day on which every participant has a value of the driver `{driver}`.",
                date(*until, En)
            ),
            if driver == DRIVER {
                format!(
                    "None is shipped for {}. Own rows of `{DRIVER}` in drivers.csv replace the shipped ones altogether and must \
                     then hold all partners.",
                    names(missing, En)
                )
            } else {
                format!("On the newest day, {} has no value; add it to drivers.csv.", names(missing, En))
            },
        ),
        DriverFault::NoneIn { driver, partner, span, known } => none_in(driver, partner, *span, known),
        DriverFault::Straddles { driver, partner, row, span, over_year_helps } => {
            straddles(driver, partner, *row, *span, *over_year_helps)
        }
        DriverFault::NoAgs { partner } => no_ags(partner),
        DriverFault::UnknownAgs { partner, ags } => unknown_ags(partner, ags),
        DriverFault::UnequalRows { driver, span, counts } => unequal(driver, *span, counts),
        DriverFault::DaysDiffer { driver, span, gaps } => days_differ(driver, *span, gaps),
        DriverFault::Overlap { driver, partner, rows } => overlap(driver, partner, *rows),
        DriverFault::Negative { driver, partner, value } => Sentence::new(
            format!("The value of `{partner}` for `{driver}` is negative: {}.", quantity(*value, En)),
            "A driver cannot be below zero; correct the row in drivers.csv.",
        ),
        DriverFault::AllZero { driver, span, over_year_helps } => all_zero(driver, *span, *over_year_helps),
    }
}

fn only_partners(driver: &str, service: &str) -> Sentence {
    Sentence::new(
        format!(
            "There are only values of partners of the driver `{driver}`, but the internal service `{service}` is charged to \
             services and own shares."
        ),
        "Enter into drivers.csv, under a driver of their own, what each service and each own share (`own:` with the partner's \
         id) uses of it, and name that driver in the key.",
    )
}

fn unknown(driver: &str, nearest: Option<&str>, known: &[String]) -> Sentence {
    let message = format!("drivers.csv has no row of the driver `{driver}`.");
    match nearest {
        Some(nearest) => Sentence::new(message, format!("Did you mean `{nearest}`?")),
        None if known.is_empty() => {
            let message = format!("There is no drivers.csv with values for the driver `{driver}`.");
            Sentence::new(message, "Write drivers.csv with the columns driver;receiver;from;to;value;source.")
        }
        None => Sentence::new(message, format!("There are {}.", names(known, En))),
    }
}

fn over_year(helps: bool) -> &'static str {
    if helps { " Or divide by the whole year: over = \"year\"." } else { "" }
}

fn straddles(driver: &str, partner: &str, row: Span, span: Span, over_year_helps: bool) -> Sentence {
    Sentence::new(
        format!(
            "The value of `{partner}` for `{driver}` is for {} and so reaches across the border of {}.",
            days(row, En),
            days(span, En)
        ),
        format!("Divide the row at the border.{}", over_year(over_year_helps)),
    )
}

fn unequal(driver: &str, span: Span, counts: &[(String, usize)]) -> Sentence {
    Sentence::new(
        format!(
            "For the mean of the driver `{driver}` over {} not all have the same number of values: {}.",
            days(span, En),
            joined(counts.iter().map(|(partner, count)| format!("`{partner}` {count}")), En)
        ),
        "Add the missing values to drivers.csv, so that every participant has as many.",
    )
}

fn all_zero(driver: &str, span: Span, over_year_helps: bool) -> Sentence {
    Sentence::new(
        format!("For {} the driver `{driver}` is zero for every participant.", days(span, En)),
        format!(
            "Nothing can be divided by zeros; agree on another key for this time.{}",
            over_year(over_year_helps)
        ),
    )
}

fn overlap(driver: &str, partner: &str, (first, second): (Span, Span)) -> Sentence {
    Sentence::new(
        format!(
            "Two values of `{partner}` for `{driver}` overlap: {} and {}; both are added.",
            days(first, En),
            days(second, En)
        ),
        "Check whether one of the rows is already part of the other.",
    )
}

fn missing(gaps: &[(String, Vec<Span>)]) -> String {
    let gaps = gaps.iter().filter(|(_, gaps)| !gaps.is_empty());
    joined(gaps.map(|(partner, gaps)| format!("`{partner}` {}", lists::days(gaps, En))), En)
}

fn days_differ(driver: &str, span: Span, gaps: &[(String, Vec<Span>)]) -> Sentence {
    Sentence::new(
        format!(
            "The values of the driver `{driver}` for {} are not for the same days for every participant; missing: {}.",
            days(span, En),
            missing(gaps)
        ),
        "Check whether drivers.csv lacks rows; where there was nothing, enter the value 0.",
    )
}

fn no_ags(partner: &str) -> Sentence {
    Sentence::new(
        format!("`{partner}` has no official code, without which its population cannot be looked up."),
        format!(
            "Add to [partners.{partner}]: ags = \"10041100\" (a municipality) or ags = \"10045\" (a district). Or keep the \
                 population of all partners in drivers.csv yourself."
        ),
    )
}

fn unknown_ags(partner: &str, ags: &str) -> Sentence {
    Sentence::new(
        format!("There is no population for the official code `{ags}` of `{partner}`."),
        "Shipped are the municipalities (8 digits) and districts (5 digits) of Saarland. Else keep the population of all \
             partners in drivers.csv yourself.",
    )
}

fn none_on(driver: &str, partner: &str, day: Date, known: &[Span]) -> Sentence {
    Sentence::new(
        format!("On the reference date {} `{partner}` has no value of the driver `{driver}`.", date(day, En)),
        if driver == DRIVER {
            shipped(known)
        } else {
            format!(
                "Add the value to drivers.csv, or change the reference date (`at`, `lag`). There are: {}.",
                lists::days(known, En)
            )
        },
    )
}

fn none_in(driver: &str, partner: &str, span: Span, known: &[Span]) -> Sentence {
    Sentence::new(
        format!("For {} `{partner}` has no value of the driver `{driver}`.", days(span, En)),
        if driver == DRIVER {
            shipped(known)
        } else {
            format!(
                "Add the values to drivers.csv; where there was nothing, a row with the value 0. There are: {}.",
                lists::days(known, En)
            )
        },
    )
}

/// What helps where the shipped population lacks a day.
fn shipped(known: &[Span]) -> String {
    format!(
        "`population` is the shipped population; it has values for {}: measure = \"at\" with one of these days (`at`, `lag`), or \
         at = \"latest\" for the newest. Own rows in drivers.csv replace it altogether and must then hold all partners and days.",
        lists::days(known, En)
    )
}
