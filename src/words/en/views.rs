//! The words of the views beside the statement in English.
//!
//! In: what is to be named or said. Out: its words. One exhaustive match for each kind of word.

use crate::agreement::Language::En;
use crate::agreement::Secondary;
use crate::money::Money;
use crate::savings::years::Payback;
use crate::words::format;
use crate::words::lists::joined;
use crate::words::views::{ViewLabel, ViewPhrase, ViewTitle};

/// The caption of a table.
pub(in crate::words) fn title(title: ViewTitle) -> &'static str {
    match title {
        ViewTitle::PartCosts => "1 Result",
        ViewTitle::PartYears => "1 Result of each year",
        ViewTitle::PartServices => "2 Services",
        ViewTitle::PartOneOff => "3 One-off cost",
        ViewTitle::PartGrades => "4 Evidence",
        ViewTitle::Costs => "Costs of each partner",
        ViewTitle::Years => "Avoided duplicate spending by year",
        ViewTitle::Services => "By service and year",
        ViewTitle::Net => "Net by year, compared with the baseline",
        ViewTitle::Grades => "How the stand-alone costs are known",
        ViewTitle::OneOff => "One-off cost, and what has been saved so far",
        ViewTitle::Bars => "Net avoided",
    }
}

/// The heading of a column.
pub(in crate::words) fn label(label: ViewLabel) -> &'static str {
    match label {
        ViewLabel::Year => "Year",
        ViewLabel::Now => "Now",
        ViewLabel::Then => "Then",
        ViewLabel::Difference => "Difference",
        ViewLabel::Percent => "in %",
        ViewLabel::OfBaseline => "in % of baseline",
        ViewLabel::Standalone => "Stand-alone",
        ViewLabel::Joint => "Joint",
        ViewLabel::Remaining => "Remaining",
        ViewLabel::Avoided => "Avoided",
        ViewLabel::Cumulated => "Cumulated",
        ViewLabel::Unassessed => "Not assessed",
        ViewLabel::Net => "Net",
        ViewLabel::Baseline => "Baseline",
        ViewLabel::Rate => "in % of stand-alone cost",
        ViewLabel::Threshold => "Threshold reached",
        ViewLabel::OneOff => "One-off cost",
        ViewLabel::OneOffAlone => "One-off alone",
        ViewLabel::Result => "Result",
    }
}

/// A sentence, or words with names and figures in them.
pub(in crate::words) fn view(phrase: &ViewPhrase<'_>) -> String {
    match phrase {
        ViewPhrase::Comparison(year, name) => format!("Comparison {year} · {name}"),
        ViewPhrase::ComparisonNote => "Cost of each partner: allocated, own share, rounding and VAT owed. The agreement stays what it \
                                       is; nothing was written."
            .to_owned(),
        ViewPhrase::OtherKey(service, key) => format!("{service} by “{key}”"),
        ViewPhrase::OtherMethod(method, order) => other_method(*method, order),
        ViewPhrase::Alternative(letter, changes) => format!("{letter}: {changes}"),
        ViewPhrase::NothingChanges(letter) => format!("{letter} changes nothing for anybody."),
        ViewPhrase::OwnPart => "of which own share".to_owned(),
        ViewPhrase::RoundingPart => "of which rounding".to_owned(),
        ViewPhrase::VatPart => "of which VAT".to_owned(),
        ViewPhrase::SumChanges => "The sum changes by VAT only: it is put on the claims, and those are different."
            .to_owned(),
        ViewPhrase::Savings(from, to, name) if from == to => format!("Avoided duplicate spending {from} · {name}"),
        ViewPhrase::Savings(from, to, name) => format!("Avoided duplicate spending {from} to {to} · {name}"),
        ViewPhrase::LeftOut(years) => format!("Without postings, and therefore left out: {}.", joined(years.iter().map(ToString::to_string), En)),
        ViewPhrase::Payback { total, until, payback } => paid_back(*total, *until, *payback),
        ViewPhrase::NetOfAll(from, to, net) if from == to => {
            format!("Net avoided {from}: {}", format::amount(*net, En))
        }
        ViewPhrase::NetOfAll(from, to, net) => {
            format!("Net avoided {from} to {to}: {}", format::amount(*net, En))
        }
        ViewPhrase::OneOffNote => "One-off cost of the cooperation is part of the joint cost of its year. One-off stand-alone cost \
                                   without a life counts only here, in the year in which it would have been paid or the first after \
                                   it in which its service is assessed. Result = net + \
                                   one-off alone."
            .to_owned(),
        ViewPhrase::Beside(amount) => format!(
            "Not counted: one-off stand-alone cost of {}; it was due before these years, or its service is not assessed for its \
             partner in any of them.",
            format::amount(*amount, En)
        ),
        ViewPhrase::NotAssessed(year, services) => format!("Not assessed in {year}: {}.", services.join(", ")),
        ViewPhrase::Threshold(part) => format!(
            "Threshold: {} of the stand-alone cost, compared with the net.",
            format::shortest_percent(part, En)
        ),
        ViewPhrase::BaselineBar => "baseline".to_owned(),
    }
}

fn other_method(method: Secondary, order: &[&str]) -> String {
    let order = if order.is_empty() { String::new() } else { format!(", first {}", order.join(", then ")) };
    match method {
        Secondary::Direct => "internal services by the direct method".to_owned(),
        Secondary::StepDown => format!("internal services by step-down{order}"),
        Secondary::Reciprocal => "internal services by the reciprocal method".to_owned(),
    }
}

fn paid_back(total: Money, until: Money, payback: Payback) -> String {
    let (total, until) = (format::amount(total, En), format::amount(until, En));
    match payback {
        Payback::Nothing => "There was no one-off cost of the cooperation in these years.".to_owned(),
        Payback::In(year) => format!(
            "One-off cost ({until} up to the end of {year}, {total} in all years) has been earned back since the end of {year}: \
             although it is already deducted, the sum of the results has never been below zero since. Purchases count by their \
             depreciation."
        ),
        Payback::Missing(missing) => {
            format!("One-off cost {total}: not yet earned back, {} are missing.", format::amount(missing, En))
        }
    }
}
