//! English sentences for [`CostFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive,
//! names from the files stand in back-ticks.

use crate::agreement::Language::En;
use crate::agreement::Secondary;
use crate::finding::CostFault;
use crate::period::Year;
use crate::words::Sentence;
use crate::words::format::{amount as euro, date};
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &CostFault) -> Sentence {
    match fault {
        CostFault::NoReceiver { service, secondary, year } => no_receiver(service, *secondary, *year),
        CostFault::Loop { services } => Sentence::new(
            format!(
                "These internal services charge only each other, and nothing reaches anybody else: {}.",
                ticked(services, " → ")
            ),
            "Name in the key of at least one of them a service that is divided among partners, or an own share (`own:`).",
        ),
        CostFault::KeyChange { service, from } => Sentence::new(
            format!(
                "The key of the internal service `{service}` changes within the year, on {}.",
                date(*from, En)
            ),
            "Internal services are charged on per calendar year by one key: let it change on 1 January.",
        ),
        CostFault::NegativePrimary { key, receiver, year, amount } => Sentence::new(
            format!(
                "Nothing can be charged by primary cost (`{key}`) in {year}: that of `{receiver}` is negative ({}).",
                euro(*amount, En)
            ),
            "Take a key with `weights` or `driver` for this year.",
        ),
        CostFault::NoIndex { year, series: (first, last) } => Sentence::new(
            format!(
                "There is no mean of consumer prices for {year}; the program brings those of {first} to {last}."
            ),
            format!(
                "Let the row count in these years only, so to {last}-12-31 at most, and write another one without an index for \
                 other years."
            ),
        ),
        CostFault::IdleAsset { asset, service, year, amount, left } => Sentence::new(
            format!(
                "The asset `{asset}` is written off in {year} ({}), but the service `{service}` does not live then; book value \
                 before that: {}.",
                euro(*amount, En),
                euro(*left, En)
            ),
            "Nobody shares this depreciation. Assign the asset to another service, or settle what is left of it apart.",
        ),
    }
}

fn no_receiver(service: &str, secondary: Secondary, year: Year) -> Sentence {
    let message =
        format!("The internal service `{service}` has cost in {year}, but no receiver that can bear it.");
    let help = match secondary {
        Secondary::Direct => {
            "With secondary = \"direct\" only services that are divided among partners and live in the year, and own shares, \
             receive. Name such in the key, or choose \"step-down\" or \"reciprocal\"."
        }
        Secondary::StepDown => {
            "Only what lives in the year can receive; with secondary = \"step-down\" internal services only from those that stand \
             before them in umlage.toml. Add receivers, move the service up, or choose \"reciprocal\"."
        }
        Secondary::Reciprocal => {
            "Name in the key services that live in this year, or own shares (`own:`); `secondary` is \"reciprocal\"."
        }
    };
    Sentence::new(message, help)
}
