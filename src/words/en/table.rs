//! English sentences for [`TableFault`].
//!
//! In: a fault. Out: what was found and expected, then what to do, in full sentences; the match is exhaustive,
//! names from the files stand in back-ticks.

use crate::finding::TableFault;
use crate::finding::table::Named;
use crate::words::Sentence;
use crate::words::lists::ticked;

/// The sentence for a fault.
pub(super) fn sentence(fault: &TableFault) -> Sentence {
    match fault {
        TableFault::FileNotSupported { file } => file_not_supported(file),
        TableFault::ReceiverNotSupported { cell } => Sentence::new(
            format!("`{cell}` is no partner; services and `own:` as receivers are not yet supported."),
            "Take the row out, or name a partner.",
        ),
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
        TableFault::Life { one_off: false, .. } => Sentence::new(
            "Only one-off costs have a life in months.",
            "Empty the cell, or write `one-off` into the column `kind`.",
        ),
        TableFault::Life { cell, one_off: true } => Sentence::new(
            format!("`{cell}` is no life in months."),
            "Write whole months from 1, for example `60`.",
        ),
        TableFault::SamePartner { partner } => {
            Sentence::new(format!("`{partner}` has paid this advance to itself."), "Correct `from` or `to`.")
        }
        TableFault::NoSource { rows } => no_source(*rows),
        TableFault::NoPart { partner, service } => no_part(partner, service),
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
    };
    let help = nearest.map_or_else(
        || format!("Write the id or the full name of {whose} in umlage.toml."),
        |name| format!("Did you mean `{name}`?"),
    );
    Sentence::new(message, help)
}

fn file_not_supported(file: &str) -> Sentence {
    Sentence::new(
        format!("`{file}` is not yet supported by this version."),
        "Take the file out of the folder until it is; what it says is then missing from the statement.",
    )
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
