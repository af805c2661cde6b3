//! German, as finance offices write it (`Sachkonto`, `verauslagt`, `umlagefähig`).
//!
//! In: a fault, a phrase, a word, as data. Out: its text. Every file here has its mirror in `en`, match for
//! match: what one language says, the other does too.

use crate::finding::Fault;
use crate::words::Sentence;

mod agreement;
pub(super) mod audit;
mod batch;
mod cell;
pub(super) mod command;
pub(super) mod corrections;
mod cost;
mod driver;
pub(super) mod explain;
mod file;
pub(super) mod fullcost;
pub(super) mod inspect;
pub(super) mod inspect_table;
mod key;
pub(super) mod notice;
pub(super) mod phrase;
mod posting;
pub(super) mod seal;
mod sheet;
pub(super) mod statement;
mod table;
mod toml;
mod usage;
pub(super) mod verb;
pub(super) mod views;

/// The sentence for a fault.
pub(super) fn sentence(fault: &Fault) -> Sentence {
    match fault {
        Fault::Toml(fault) => toml::sentence(fault),
        Fault::Agreement(fault) => agreement::sentence(fault),
        Fault::Use(fault) => usage::sentence(fault),
        Fault::File(fault) => file::sentence(fault),
        Fault::Sheet(fault) => sheet::sentence(fault),
        Fault::Cell(fault) => cell::sentence(fault),
        Fault::Posting(fault) => posting::sentence(fault),
        Fault::Driver(fault) => driver::sentence(fault),
        Fault::Key(fault) => key::sentence(fault),
        Fault::Table(fault) => table::sentence(fault),
        Fault::Cost(fault) => cost::sentence(fault),
    }
}
