//! English sentences for [`KeyFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive,
//! names from the files stand in back-ticks.

use crate::agreement::Language::En;
use crate::finding::KeyFault;
use crate::words::Sentence;
use crate::words::format::span as days;

/// The sentence for a fault.
pub(super) fn sentence(fault: &KeyFault) -> Sentence {
    match fault {
        KeyFault::NoValue { key, partner, table } => Sentence::new(
            format!("The key `{key}` names no value for `{partner}`, who takes part, under `{table}`."),
            format!(
                "Add {partner} = \"…\" (\"0\" if `{partner}` is to bear nothing), or take `{partner}` out of the \
                 service's `partners`."
            ),
        ),
        KeyFault::AllZero { key, span } => Sentence::new(
            format!("In the key `{key}` the value of every participant is zero for {}.", days(*span, En)),
            "Give at least one participant a value above zero.",
        ),
        KeyFault::NoneInForce { service, span } => Sentence::new(
            format!("No key is in force for the service `{service}` in {}.", days(*span, En)),
            format!(
                "Let the first entry of `keys` begin earlier: {{ from = {}, key = \"…\" }}.",
                span.from()
            ),
        ),
        KeyFault::NotTakingPart { key, partner, span } => Sentence::new(
            format!("The key `{key}` names `{partner}`, which takes no part from {}.", days(*span, En)),
            "Take another key for this time (`keys` with days), or let the partner take part.",
        ),
        KeyFault::TooMuch { key, partner } => Sentence::new(
            format!(
                "In the key `{key}`, price times units of `{partner}` is more than an amount can be (15 digits)."
            ),
            "Check `unit` and the units in drivers.csv.",
        ),
        KeyFault::Nobody { service, span } => Sentence::new(
            format!("Nobody takes part in the service `{service}` in {}.", days(*span, En)),
            "Look at `joined`, `left`, `since` and `until` of the service.",
        ),
    }
}
