//! English sentences for [`UseFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive,
//! names from the files stand in back-ticks.

use crate::agreement::Language::En;
use crate::finding::UseFault;
use crate::finding::usage::StepPart;
use crate::words::Sentence;
use crate::words::format::quantity;
use crate::words::lists::listed;

/// The sentence for a fault.
pub(super) fn sentence(fault: &UseFault) -> Sentence {
    match fault {
        UseFault::WrongKey { service, key, internal: true } => Sentence::new(
            format!(
                "The internal service `{service}` is charged to services, but the key `{key}` names partners."
            ),
            "Name services and own shares in the key: weights = { storage = \"20\", \"own:kreis\" = \"80\" }",
        ),
        UseFault::WrongKey { service, key, internal: false } => Sentence::new(
            format!("The key `{key}` names services, but `{service}` is divided among partners."),
            "Take a key that names partners, or make the service an internal one: internal = true",
        ),
        UseFault::NoShareKey { key, part } => Sentence::new(
            format!("`{key}` uses the key `{part}`, which gives no shares (`steps` or `price`)."),
            "Take a key here that gives shares, for example by `driver`, `percent` or `weights`.",
        ),
        UseFault::BothKinds { key } => Sentence::new(
            format!("The key `{key}` divides among partners and among services at once."),
            "Divide it: internal services have a key with services and `own:`, all others one with partners.",
        ),
        UseFault::Step { key, part, found } => step(key, *part, found),
        UseFault::RestLast { key, rest: true } => Sentence::new(
            format!("In the key `{key}`, a step follows the one that takes the rest."),
            "Put the step with `rest = true` at the end.",
        ),
        UseFault::RestLast { key, rest: false } => Sentence::new(
            format!("The last step of the key `{key}` does not take the rest; something would be left."),
            "Add as the last step: { rest = true, key = \"einwohner\" }",
        ),
        UseFault::OverheadOnUnshared { service, kind } => Sentence::new(
            format!("The overhead of `{service}` is on `{kind}`, a cost kind that is never shared."),
            "Name a cost kind under `on` that is shared.",
        ),
        UseFault::PriceForOneOff { service, key } => Sentence::new(
            format!(
                "The key `{key}` is a price per unit; for one-off cost of `{service}` it would count each unit twice."
            ),
            "Name a key under `one_off_key` that gives shares.",
        ),
        UseFault::SmallPercent { percent, meant } => Sentence::new(
            format!("{} % is less than one percent.", quantity(*percent, En)),
            format!("If {} % is meant, write: percent = \"{}\"", quantity(*meant, En), *meant),
        ),
        UseFault::Reserved { id } => Sentence::new(
            format!("No service can be called `{id}`: the statement calls the own shares so."),
            "Give the service another id.",
        ),
    }
}

fn step(key: &str, part: StepPart, found: &[String]) -> Sentence {
    let (what, ways) = match part {
        StepPart::Take => ("how much it takes", "`above`, `amount`, `percent` or `rest`"),
        StepPart::To => ("who bears it", "`to` or `key`"),
    };
    let message = match found {
        [] => format!("A step of the key `{key}` does not say {what}."),
        found => format!("A step of the key `{key}` says more than once {what}: {}.", listed(found, "and")),
    };
    Sentence::new(message, format!("Write exactly one of {ways} into each step."))
}
