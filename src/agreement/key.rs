//! An allocation key (`Verteilungsschlüssel`): the rule that turns a cost into shares.
//!
//! Only the rule as the agreement writes it, its references resolved and its percents summed up: what its
//! shares are in a year is worked out by [`crate::key`], which needs drivers and receivers.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{PartnerId, Receiver};
use crate::fraction::Quantity;
use crate::money::Money;
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
    /// By percents that sum to exactly 100, as written, in the order of the receivers.
    Percent(Vec<(Receiver, Decimal)>),
    /// By weights, as written, in the order of the receivers; none negative, not all zero.
    Weights(Vec<(Receiver, Quantity)>),
    /// By other keys, each for a percent of the cost; the percents sum to exactly 100.
    Mix(Vec<(KeyId, Decimal)>),
    /// By the receivers' primary cost (`Primärkosten`): internal services only.
    PrimaryCost,
    /// A waterfall (`Stufen`): steps take from what is left, in order; the last takes the rest.
    Steps(Vec<Step>),
    /// A price per unit (`Preis je Einheit`); what it does not cover, or over-covers, goes to one partner.
    Price {
        /// What is counted.
        driver: String,
        /// Euro per unit; not below zero.
        unit: Quantity,
        /// Who bears what the price leaves, or gets what it brings too much.
        rest: PartnerId,
        /// Where umlage.toml names the driver.
        place: Place,
    },
}

/// A step of a waterfall.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// What it takes of what is left.
    pub take: Take,
    /// Who bears it.
    pub to: Target,
}

/// What a step of a waterfall takes; euro amounts are a year's (design 4.8).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Take {
    /// What of the rest exceeds a ceiling (`Deckelung`).
    Above(Money),
    /// A base amount (`Sockelbetrag`).
    Amount(Money),
    /// A percent, of the total or of the rest.
    Percent(Decimal, Of),
    /// All that is left.
    Rest,
}

/// Of what a step takes its percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Of the whole cost.
    Total,
    /// Of what the steps before left.
    Rest,
}

/// Who bears a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A partner alone.
    Partner(PartnerId),
    /// Those who take part, by a share key.
    Key(KeyId),
}

/// The keys, and all that they are made of, in any number of levels.
pub(super) fn with_parts(all: &[Key], some: impl Iterator<Item = KeyId>) -> BTreeSet<KeyId> {
    let mut open: Vec<KeyId> = some.collect();
    let mut found = BTreeSet::new();
    while let Some(key) = open.pop() {
        if found.insert(key) {
            open.extend(all.get(key.0).map_or_else(Vec::new, |key| key.method.parts()));
        }
    }
    found
}

impl Method {
    /// The share keys that it is made of.
    #[must_use]
    pub fn parts(&self) -> Vec<KeyId> {
        match self {
            Self::Mix(parts) => parts.iter().map(|(key, _)| *key).collect(),
            Self::Steps(steps) => steps.iter().filter_map(Step::key).collect(),
            Self::Driver { .. }
            | Self::Equal
            | Self::Percent(_)
            | Self::Weights(_)
            | Self::PrimaryCost
            | Self::Price { .. } => Vec::new(),
        }
    }

    /// The driver that it goes by, and where umlage.toml names it; none where it goes by none itself.
    #[must_use]
    pub fn driver(&self) -> Option<(&str, Place)> {
        match self {
            Self::Driver { driver, place, .. } | Self::Price { driver, place, .. } => Some((driver, *place)),
            Self::Equal
            | Self::Percent(_)
            | Self::Weights(_)
            | Self::PrimaryCost
            | Self::Mix(_)
            | Self::Steps(_) => None,
        }
    }

    /// Does it give each receiver a share, whatever the cost? Waterfalls and prices do not.
    #[must_use]
    pub fn gives_shares(&self) -> bool {
        !matches!(self, Self::Steps(_) | Self::Price { .. })
    }
}

impl Step {
    /// The key by which the step is shared, if it is.
    #[must_use]
    pub fn key(&self) -> Option<KeyId> {
        match self.to {
            Target::Key(key) => Some(key),
            Target::Partner(_) => None,
        }
    }
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
