//! One participant's rows of a driver.
//!
//! In: the rules, a driver's name and a partner. Out: the rows, in the order of the file, each with its index.

use crate::agreement::PartnerId;
use crate::period::Span;
use crate::rules::Rules;
use crate::tables::Driver;

/// A participant's rows.
pub(super) struct Rows<'a> {
    /// The participant's id.
    pub(super) partner: String,
    /// The rows with their indices into the table.
    pub(super) list: Vec<(usize, &'a Driver)>,
}

impl<'a> Rows<'a> {
    pub(super) fn of(rules: &'a Rules, driver: &str, partner: PartnerId) -> Self {
        let rows = rules.tables.drivers.iter().enumerate();
        Self {
            partner: rules.agreement.partner(partner).id.clone(),
            list: rows.filter(|(_, row)| row.driver == driver && row.receiver == partner).collect(),
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
