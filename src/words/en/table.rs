//! English sentences for [`TableFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive,
//! names from the files stand in back-ticks.

use crate::agreement::Language::En;
use crate::finding::TableFault;
use crate::finding::table::{LevelFault, Named};
use crate::money::Money;
use crate::tables::life::LONGEST;
use crate::words::Sentence;
use crate::words::format::amount;
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &TableFault) -> Sentence {
    match fault {
        TableFault::Empty { column } => {
            Sentence::new(format!("This row lacks `{}`.", column.english), "Fill in the cell.")
        }
        TableFault::Unknown { what, cell, nearest } => unknown(*what, cell, nearest.as_deref()),
        TableFault::Word { column, cell, allowed } => {
            let words = ticked(allowed.iter().map(|(_, english)| english), ", ");
            Sentence::new(
                format!("`{cell}` is no value for `{}`.", column.english),
                format!("There are {words}."),
            )
        }
        TableFault::Reversed => {
            Sentence::new("The period ends before it begins.", "Exchange or correct `from` and `to`.")
        }
        TableFault::Duplicate { driver, receiver } => duplicate(driver, receiver),
        TableFault::Negative { cell } => Sentence::new(
            format!("`{cell}` is negative; a stand-alone cost never is."),
            "Write the amount without a minus.",
        ),
        TableFault::Life { possible: false, .. } => Sentence::new(
            "Only one-off costs have a life in months.",
            "Empty the cell, or write `one-off` into the column `kind`.",
        ),
        TableFault::Life { cell, possible: true } => Sentence::new(
            format!("`{cell}` is no life in months."),
            format!("Write whole months from 1 to {LONGEST}, for example `60`."),
        ),
        TableFault::SamePartner { partner } => {
            Sentence::new(format!("`{partner}` faces itself here."), "Correct `from` or `to`.")
        }
        TableFault::Level(fault) => level(fault),
        TableFault::Residual { cell, cost } => residual(cell, *cost),
        TableFault::Ambiguous { cell, partner, service } => ambiguous(cell, partner, service),
        TableFault::WrongReceiver { driver, cell, internal } => wrong_receiver(driver, cell, *internal),
        TableFault::NoSource { rows } => no_source(*rows),
        TableFault::NoPart { service, internal: true, .. } => internal(service),
        TableFault::NoPart { partner, service, internal: false } => no_part(partner, service),
        TableFault::OneOffEnd => Sentence::new(
            "A one-off cost has no end; `to` has no effect here.",
            "Empty the cell; over how many months the cost is spread is said by `life_months`.",
        ),
        TableFault::RowTwice => Sentence::new(
            "This row already stands in the file, cell by cell; both count.",
            "Delete one of the two if they mean the same.",
        ),
    }
}

fn no_source(rows: usize) -> Sentence {
    let message = if rows == 1 {
        "One row does not say where its figure comes from.".to_owned()
    } else {
        format!("{rows} rows do not say where their figures come from; this is the first.")
    };
    Sentence::new(message, "Name the evidence in the column `source`; the statement shows it.")
}

fn unknown(what: Named, cell: &str, nearest: Option<&str>) -> Sentence {
    let (message, whose) = match what {
        Named::Partner => (format!("There is no partner `{cell}`."), "a partner"),
        Named::Service => (format!("There is no service `{cell}`."), "a service"),
        Named::Receiver => (
            format!("`{cell}` is neither a partner nor a service nor an own share (`own:<partner>`)."),
            "a partner or a service",
        ),
    };
    if what == Named::Receiver && nearest.is_none() && cell.contains(':') {
        let help = "Write the id of a partner in umlage.toml after `own:`.";
        return Sentence::new(message, help);
    }
    let help = nearest.map_or_else(
        || format!("Write the id or the full name of {whose} in umlage.toml."),
        |name| format!("Did you mean `{name}`?"),
    );
    Sentence::new(message, help)
}

fn duplicate(driver: &str, receiver: &str) -> Sentence {
    Sentence::new(
        format!("The driver `{driver}` already has a value for `{receiver}` and the same time."),
        "Delete one of the two rows.",
    )
}

fn no_part(partner: &str, service: &str) -> Sentence {
    Sentence::new(
        format!("`{partner}` does not take part in the service `{service}`; the row does not count."),
        format!("Correct the row, or add `{partner}` to `partners` in [services.{service}]."),
    )
}

fn level(fault: &LevelFault) -> Sentence {
    match fault {
        LevelFault::Malformed { cell } => Sentence::new(
            format!("`{cell}` is no price level."),
            "Write a year (`2014`) or a month (`2014-06`).",
        ),
        LevelFault::Missing { level, first, last } => Sentence::new(
            format!("The series of consumer prices has no complete figure for the price level {level}."),
            format!("It reaches from {first} to {last}; name a whole year or a month of it."),
        ),
        LevelFault::NoLevel => Sentence::new(
            "The row follows a price index, but names no price level.",
            "Write into `price_level` the year or month at whose prices the amount is stated.",
        ),
        LevelFault::NoIndex => Sentence::new(
            "A price level without a price index has no effect.",
            "Write `consumer-prices` into the column `index`, or empty the cell.",
        ),
        LevelFault::OneOff => Sentence::new(
            "A one-off cost follows no price index.",
            "Empty `index` and `price_level`; the amount is what would have had to be paid.",
        ),
    }
}

fn residual(cell: &str, cost: Money) -> Sentence {
    Sentence::new(
        format!("The residual value `{cell}` does not lie between 0 and the cost ({}).", amount(cost, En)),
        "Correct residual or cost; without a residual value the cell stays empty.",
    )
}

fn ambiguous(cell: &str, partner: &str, service: &str) -> Sentence {
    Sentence::new(
        format!("A partner and a service are called `{cell}`; who receives here cannot be told."),
        format!("Write the full name: `{partner}` (partner) or `{service}` (service)."),
    )
}

fn internal(service: &str) -> Sentence {
    Sentence::new(
        format!("`{service}` is an internal service in which no partner takes part; the row does not count."),
        "Put the amount into the stand-alone cost of the services that use it.",
    )
}

fn wrong_receiver(driver: &str, cell: &str, internal: bool) -> Sentence {
    if internal {
        Sentence::new(
            format!(
                "Only internal services are charged on by `{driver}`, but `{cell}` is a partner and would get nothing."
            ),
            format!("If its own use is meant, write own:{cell}; else take the row out."),
        )
    } else {
        Sentence::new(
            format!("Only partners are divided among by `{driver}`; `{cell}` is none and would get nothing."),
            "Name a partner, or take the row out.",
        )
    }
}
