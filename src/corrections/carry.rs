//! What a sealed year leaves to later years: per service and pair of partners, the difference that somebody owes.
//!
//! In: both sides' figures, and opening.csv. Out: per service (own shares, advances and balances carried over like services
//! of their own) and pair the difference, VAT included, and what rows of opening.csv carry already. A row says by its
//! source, `(sealed/2014: wohngeld)`, what it corrects. Rows stay apart because budgets book gross. Once all of them
//! stand in opening.csv, every partner's balance of the later year is changed by what its sealed balance would be now.

use std::collections::BTreeMap;

use super::figures::{Figures, For};
use super::names::Names;
use crate::agreement::Agreement;
use crate::money::Money;
use crate::period::Year;
use crate::tables::Tables;

/// What one partner owes another because of a sealed year, for one service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carry {
    /// For what.
    pub of: For,
    /// Who owes.
    pub from: String,
    /// Whom.
    pub to: String,
    /// How much more than was sealed, VAT included.
    pub difference: Money,
    /// What of it is carried by opening.csv.
    pub carried: Money,
}

impl Carry {
    /// What is still to be carried.
    #[must_use]
    pub fn open(&self) -> Money {
        self.difference - self.carried
    }

    /// What a row's source says of which sealed year and which service it corrects.
    #[must_use]
    pub fn tag(&self, year: Year) -> String {
        format!("(sealed/{year}: {})", self.of.id())
    }

    fn turned(self) -> Self {
        let Self { of, from, to, difference, carried } = self;
        Self { of, from: to, to: from, difference: -difference, carried: -carried }
    }
}

/// Per service, first and second partner in order: what the first owes the second.
type Flows = BTreeMap<(usize, usize, usize), (Money, Money)>;

/// Everything that differs or is carried, in order of service and pair.
#[must_use]
pub fn to_carry(
    sealed: &Figures,
    live: &Figures,
    agreement: &Agreement,
    tables: &Tables,
    year: Year,
    names: &Names,
) -> Vec<Carry> {
    let mut all = names.all();
    let mut flows = Flows::new();
    let mut add = |of: For, from: &str, to: &str, difference: Money, carried: Money| {
        let known = all.iter().position(|known| *known == of).unwrap_or_else(|| {
            all.push(of);
            all.len() - 1
        });
        let (from, to) = (names.place(from), names.place(to));
        let (first, second, sign) = if from < to { (from, to, false) } else { (to, from, true) };
        let flow = flows.entry((known, first, second)).or_default();
        flow.0 += if sign { -difference } else { difference };
        flow.1 += if sign { -carried } else { carried };
    };
    for (of, (from, to), amount) in live.flows() {
        add(of, &from, &to, amount, Money::ZERO);
    }
    for (of, (from, to), amount) in sealed.flows() {
        add(of, &from, &to, -amount, Money::ZERO);
    }
    for row in tables.openings.iter().filter(|row| row.year > year) {
        if let Some(of) = corrects(&row.source, year) {
            let id = |partner| agreement.partner(partner).id.as_str();
            add(of, id(row.from), id(row.to), Money::ZERO, row.amount);
        }
    }
    let row = |((of, first, second), (difference, carried)): (_, (Money, Money))| {
        let of: &For = all.get(of)?;
        let (from, to) = (names.partner_at(first).to_owned(), names.partner_at(second).to_owned());
        let carry = Carry { of: of.clone(), from, to, difference, carried };
        let nothing = difference.is_zero() && carried.is_zero();
        let direction = if difference.is_zero() { carry.open() } else { difference };
        (!nothing).then(|| if direction.is_negative() { carry.turned() } else { carry })
    };
    flows.iter().filter_map(|(key, flow)| row((*key, *flow))).collect()
}

/// What of a sealed year a source says that its row corrects: the last that it says, as a name before it may say anything.
/// Capitals and blanks make no difference.
fn corrects(source: &str, year: Year) -> Option<For> {
    let source = source.to_lowercase();
    let (_, rest) = source.rsplit_once(&format!("(sealed/{year}:"))?;
    rest.split_once(')').map(|(id, _)| For::called(id.trim()))
}

/// A part of what a partner owes, less what it is owed.
pub(super) fn of_partner(rows: &[Carry], partner: &str, part: impl Fn(&Carry) -> Money) -> Money {
    let of = |row: &Carry| match (row.from == partner, row.to == partner) {
        (true, _) => part(row),
        (_, true) => -part(row),
        _ => Money::ZERO,
    };
    rows.iter().map(of).sum()
}
