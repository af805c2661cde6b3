//! One receiver's rows of a driver.
//!
//! In: the rules, a driver's name and a receiver. Out: the rows, in the order of the file, each with its index.

use crate::agreement::Receiver;
use crate::period::Span;
use crate::rules::Rules;
use crate::tables::Driver;

/// A receiver's rows.
pub(super) struct Rows<'a> {
    /// The receiver.
    pub(super) receiver: Receiver,
    /// Its id.
    pub(super) id: String,
    /// The rows with their indices into the table.
    pub(super) list: Vec<(usize, &'a Driver)>,
}

impl<'a> Rows<'a> {
    pub(super) fn of(rules: &'a Rules, driver: &str, receiver: Receiver) -> Self {
        let rows = rules.tables.drivers.iter().enumerate();
        Self {
            receiver,
            id: rules.agreement.receiver_id(receiver),
            list: rows.filter(|(_, row)| row.driver == driver && row.receiver == receiver).collect(),
        }
    }

    /// The days for which there are rows.
    pub(super) fn days(&self) -> Vec<Span> {
        let mut days: Vec<Span> = self.list.iter().map(|(_, row)| row.span).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}
