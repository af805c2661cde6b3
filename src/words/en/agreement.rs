//! English sentences for [`AgreementFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive,
//! names from the files stand in back-ticks.

use crate::agreement::Language;
use crate::finding::AgreementFault;
use crate::finding::agreement::Named;
use crate::fraction::Quantity;
use crate::words::Sentence;
use crate::words::format::quantity;
use crate::words::lists::{listed, ticked};

/// The sentence for a fault.
pub(super) fn sentence(fault: &AgreementFault) -> Sentence {
    match fault {
        AgreementFault::TooFew { what, found } => too_few(*what, *found),
        AgreementFault::Unknown { what, key, name, nearest, known } => {
            unknown(*what, key, name, nearest.as_deref(), known)
        }
        AgreementFault::SameName { what, name, other } => same_name(*what, name, other),
        AgreementFault::Methods { key, found } => methods(key, found),
        AgreementFault::Misplaced { key, needs } => misplaced(key, needs),
        AgreementFault::Exclusive { one, other } => Sentence::new(
            format!("`{one}` and `{other}` exclude each other."),
            "Delete one of the two entries.",
        ),
        AgreementFault::Repeated { key, name } => {
            Sentence::new(format!("`{key}` names `{name}` twice."), "Delete the second of them.")
        }
        AgreementFault::NotHundred { key, sum } => Sentence::new(
            format!("The percents of the key `{key}` sum to {}, not to 100.", number(*sum)),
            "Correct the percents; for proportions with another sum there is `weights`.",
        ),
        AgreementFault::Negative { key, name, value } => Sentence::new(
            format!("In the key `{key}`, `{name}` is negative: {}.", number(*value)),
            "Write 0 or a positive number.",
        ),
        AgreementFault::NoWeight { key } => Sentence::new(
            format!("All weights of the key `{key}` are 0; nothing can be divided by them."),
            "Give at least one partner a weight above 0.",
        ),
        AgreementFault::Loop { keys } => circle(keys),
        AgreementFault::Unordered { from, previous } => Sentence::new(
            format!("The key from {from} follows a key from {previous}."),
            "Put `keys` in the order of `from`, each day only once.",
        ),
        AgreementFault::Before { key, day, other, bound } => Sentence::new(
            format!("`{key}` ({day}) lies before `{other}` ({bound})."),
            format!("Correct one of the two days: `{key}` must not lie before `{other}`."),
        ),
        AgreementFault::NoPart { key, partner, service } => Sentence::new(
            format!("`{key}` names `{partner}`, but this partner takes no part in the service `{service}`."),
            format!("Add `{partner}` to `partners` of the service, or delete the entry."),
        ),
        AgreementFault::TooDeep { key, deepest, largest } => too_deep(key, *deepest, *largest),
        AgreementFault::Headless { field } => headless(field.as_deref()),
    }
}

/// A setting without effect; beside a waterfall or a price there is nothing that it needs.
fn misplaced(key: &str, needs: &[String]) -> Sentence {
    if needs.is_empty() {
        return Sentence::new(
            format!("`{key}` has no effect beside `steps` and `price`."),
            format!("Delete `{key}`."),
        );
    }
    Sentence::new(
        format!("`{key}` has no effect here; it needs {} beside it.", listed(needs, "or")),
        format!("Add {}, or delete `{key}`.", listed(needs, "or")),
    )
}

fn unknown(what: Named, key: &str, name: &str, nearest: Option<&str>, known: &[String]) -> Sentence {
    Sentence::new(
        format!("`{key}` names `{name}`, but there is no {} with this id.", noun(what)),
        match (nearest, known) {
            (Some(near), _) => format!("You probably meant `{near}`."),
            (None, []) => format!("Add the table {}.", header(what, name)),
            (None, known) => format!("There is {}.", listed(known, "and")),
        },
    )
}

fn too_few(what: Named, found: usize) -> Sentence {
    let message = match (what, found) {
        (Named::Partner, 0) => "The cooperation has no partner; it needs at least two.",
        (Named::Partner, _) => "The cooperation has only one partner; it needs at least two.",
        (Named::Key, _) => "The cooperation has no allocation key; it needs at least one.",
        (Named::Service, _) => "The cooperation has no service; it needs at least one.",
        (Named::CostKind, _) => "The cooperation has no cost kind.",
    };
    Sentence::new(message, format!("Add a table {}.", header(what, "id")))
}

fn methods(key: &str, found: &[String]) -> Sentence {
    const WAYS: &str = "`driver`, `equal`, `percent`, `weights`, `by`, `mix`, `steps` or `price`";
    match found {
        [] => Sentence::new(
            format!("The key `{key}` does not say how it divides."),
            format!("Add exactly one of the entries {WAYS}."),
        ),
        found => Sentence::new(
            format!("The key `{key}` divides in several ways: {}.", listed(found, "and")),
            format!("Keep exactly one of the entries {WAYS}; several keys are combined by `mix`."),
        ),
    }
}

fn circle(keys: &[String]) -> Sentence {
    Sentence::new(
        format!("The key contains itself: {}.", ticked(keys, " → ")),
        "Take one of these keys out of its `mix` or `steps`.",
    )
}

fn headless(field: Option<&str>) -> Sentence {
    match field {
        Some(field) => Sentence::new(
            format!("With `header = 0` the file has no column names, but `{field}` gives one."),
            format!("Write the number of the column, counted from 1: {field} = 1"),
        ),
        None => Sentence::new(
            "With `header = 0` the file has no column names, and no column is assigned.",
            "Assign the columns by number: columns = { date = 1, text = 2, amount = 3 }",
        ),
    }
}

fn noun(what: Named) -> &'static str {
    match what {
        Named::Partner => "partner",
        Named::Key => "allocation key",
        Named::Service => "service",
        Named::CostKind => "cost kind",
    }
}

fn header(what: Named, id: &str) -> String {
    let table = match what {
        Named::Partner => "partners",
        Named::Key => "keys",
        Named::Service => "services",
        Named::CostKind => "cost_kinds",
    };
    format!("`[{table}.{id}]`")
}

/// As people write it: without trailing zeros.
fn number(value: Quantity) -> String {
    quantity(value.normalize(), Language::En)
}

fn too_deep(key: &str, deepest: usize, largest: usize) -> Sentence {
    Sentence::new(
        format!(
            "The key `{key}` holds other keys in more than {deepest} levels, or more than {largest} parts."
        ),
        "Join levels: a mix of mixes can be written as one mix.",
    )
}

fn same_name(what: Named, name: &str, other: &str) -> Sentence {
    Sentence::new(
        format!("The name `{name}` already stands for the {} `{other}`.", noun(what)),
        "Give each a name of its own: the files must be able to tell them apart.",
    )
}
