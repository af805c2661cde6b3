//! A sealed year is locked: what differs since, and what is to be corrected in a later year.
//!
//! In: the live statement of a year and its seal (`sealed/2014`): the figures that were decided, and the inputs they were
//! made from. Out: rows that came in, went out or changed; each figure as sealed and as it would be now; per service and
//! pair of partners what is still to be carried into an open year. Nothing of the seal is written: that is `umlage seal`.
//! The order of rows, the names of their files and how these are written make no difference.

use std::collections::BTreeMap;

use crate::cost::Booked;
use crate::error::Error;
use crate::folder::Folder;
use crate::money::Money;
use crate::period::Year;
use crate::rules::Rules;
use crate::statement::Statement;

mod agreement;
mod carry;
mod figures;
mod names;
mod paste;
mod postings;
mod rows;
mod seal;
mod tables;

pub use agreement::{Side, TomlLine};
pub use carry::{Carry, to_carry};
pub use figures::{Between, Claimed, Figures, For, Position};
pub use names::Names;
pub use paste::{opening_rows, usual};
pub use rows::{Change, Differences, Row};
pub use seal::Seal;
pub use tables::Kind;

/// What was read of a folder: the live one, or the inputs of a seal.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// The folder.
    pub folder: &'a Folder,
    /// Its rules.
    pub rules: &'a Rules,
    /// Its books.
    pub booked: &'a Booked,
}

/// What differs between a sealed year and the live folder.
#[derive(Debug)]
pub struct Corrections<'a> {
    /// The sealed year.
    pub year: Year,
    /// The agreement's name, as it is now.
    pub agreement: &'a str,
    /// What the figures' ids are called, and their order.
    pub names: Names,
    /// As sealed.
    pub sealed: Figures,
    /// As they would be now.
    pub live: Figures,
    /// The rows that matter to the year, by where they stand.
    pub rows: Vec<(Kind, Differences)>,
    /// The lines of umlage.toml that are others.
    pub agreement_lines: Vec<TomlLine>,
    /// Is umlage.toml another file, byte for byte?
    pub agreement_differs: bool,
    /// Per service and pair, what is to be carried into a later year, and what was carried already.
    pub carry: Vec<Carry>,
}

impl<'a> Corrections<'a> {
    /// Compares the live statement with the seal of its year.
    ///
    /// # Errors
    /// [`Error::Read`] and [`Error::Changed`] as for a statement; [`Error::Seal`] where the seal holds no year that can be
    /// computed, or figures that do not fit each other.
    pub fn of(live: Version<'a>, statement: &Statement<'a>, seal: &Seal) -> Result<Self, Error> {
        let year = statement.year;
        let sealed_allocation = seal.allocation()?;
        let version = seal.version();
        let names = Names::of(&live.rules.agreement, &version.rules.agreement, &seal.partners);
        let (sealed, now) = (seal.figures.clone(), Figures::of(statement));
        let carry = to_carry(&sealed, &now, &live.rules.agreement, &live.rules.tables, year, &names);
        let postings = postings::differences(live, version, year)?;
        let mut rows = vec![(Kind::Postings, postings)];
        rows.extend(tables::differences(
            live.rules,
            &statement.allocation,
            version.rules,
            &sealed_allocation,
        ));
        rows.retain(|(_, differences)| !differences.is_none());
        let (agreement_differs, agreement_lines) = agreement::differences(live.folder, version.folder)?;
        let agreement = &live.rules.agreement.name;
        Ok(Self {
            year,
            agreement,
            names,
            sealed,
            live: now,
            rows,
            agreement_lines,
            agreement_differs,
            carry,
        })
    }

    /// Does any figure differ?
    #[must_use]
    pub fn any_figure(&self) -> bool {
        self.sealed.differ_from(&self.live)
    }

    /// What is still to be carried for a partner: positive, it owes more than was sealed.
    #[must_use]
    pub fn open_of(&self, partner: &str) -> Money {
        carry::of_partner(&self.carry, partner, Carry::open)
    }

    /// What was carried already for a partner.
    #[must_use]
    pub fn carried_of(&self, partner: &str) -> Money {
        carry::of_partner(&self.carry, partner, |row| row.carried)
    }

    /// Per pair with something open, debtor first, what is open over all services.
    #[must_use]
    pub fn open_by_pair(&self) -> Vec<(&str, &str, Money)> {
        let mut sums: BTreeMap<(usize, usize), Money> = BTreeMap::new();
        for row in &self.carry {
            let (from, to) = (self.names.place(&row.from), self.names.place(&row.to));
            let (key, sign) = if from < to { ((from, to), false) } else { ((to, from), true) };
            *sums.entry(key).or_default() += if sign { -row.open() } else { row.open() };
        }
        let pair = |((first, second), sum): ((usize, usize), Money)| {
            let (first, second) = (self.names.partner_at(first), self.names.partner_at(second));
            let (from, to) = if sum.is_negative() { (second, first) } else { (first, second) };
            (!sum.is_zero()).then_some((from, to, sum.abs()))
        };
        sums.into_iter().filter_map(pair).collect()
    }
}
