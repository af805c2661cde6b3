//! An allocation key (`Verteilungsschlüssel`): the rule that turns a cost into shares.
//!
//! Only the rule as the agreement writes it, its references resolved and its percents summed up: what its
//! shares are in a year is worked out by [`crate::key`], which needs drivers and participants.

use rust_decimal::Decimal;

use super::PartnerId;
use crate::fraction::Quantity;
use crate::place::Place;

/// A key's number, in the order written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub usize);

/// `[keys.<id>]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// Its id: `[a-z0-9-]+`.
    pub id: String,
    /// What people call it; the id where nothing is given.
    pub name: String,
    /// Where the agreement says so, printed.
    pub basis: Option<String>,
    /// How it divides.
    pub method: Method,
    /// The agreement rounds the key before use: to percent with so many decimals.
    pub percent_decimals: Option<u32>,
    /// Where umlage.toml names it.
    pub place: Place,
}

/// How a key divides a cost.
#[derive(Debug, Clone, PartialEq)]
pub enum Method {
    /// By a measured quantity of drivers.csv.
    Driver {
        /// The driver's name there.
        driver: String,
        /// How its rows become one value per partner.
        measure: Measure,
        /// Where umlage.toml names the driver.
        place: Place,
    },
    /// The same for each.
    Equal,
    /// By percents that sum to exactly 100, as written.
    Percent(Vec<(PartnerId, Decimal)>),
    /// By weights, as written; none negative, not all zero.
    Weights(Vec<(PartnerId, Quantity)>),
    /// By other keys, each for a percent of the cost; the percents sum to exactly 100.
    Mix(Vec<(KeyId, Decimal)>),
}

/// How a driver's rows become one value per partner (design 4.7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The value on a day.
    At(Moment),
    /// The rows' sum.
    Sum(Over),
    /// The rows' plain mean.
    Mean(Over),
}

/// The reference date (`Stichtag`) of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Month and day of the statement's year less `lag` years; 29 February is the last day of February.
    Day {
        /// 1 to 12.
        month: i8,
        /// 1 to 31, a day that the month has (29 for February).
        day: i8,
        /// Years back.
        lag: i16,
    },
    /// The newest row not after the year's end on which every participant has a value.
    Latest,
}

/// Over which time rows are summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The segment.
    Segment,
    /// The statement's year less `lag` years.
    Year {
        /// Years back.
        lag: i16,
    },
}
