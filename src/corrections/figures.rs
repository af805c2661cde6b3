//! The figures of a year that was decided and paid, by ids as text.
//!
//! In: a statement, or the statement.json of a seal with the tables beside it. Out: the same shape of both, so that they
//! can be subtracted. Ids are text because a service or a partner may have been renamed, added or gone since: what is only
//! on one side counts nothing on the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::agreement::{Agreement, PartnerId};
use crate::claims::ClaimFor;
use crate::money::Money;
use crate::period::Year;
use crate::statement::Statement;
use crate::tables::Tables;

/// For what an amount is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum For {
    /// A service, by its id.
    Service(String),
    /// What partners use of internal services themselves.
    Own,
    /// Advances.
    Advances,
    /// Balances carried over.
    Openings,
    /// What is paid in the end.
    Transfers,
}

impl For {
    /// What it is called in JSON and in opening.csv: a service's id, `own`, or words that no id can be.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Service(id) => id,
            Self::Own => "own",
            Self::Advances => "advances.csv",
            Self::Openings => "opening.csv",
            Self::Transfers => "payments due",
        }
    }

    /// The one that is called so.
    #[must_use]
    pub fn called(id: &str) -> Self {
        let known = [Self::Own, Self::Advances, Self::Openings];
        known.into_iter().find(|known| known.id() == id).unwrap_or_else(|| Self::Service(id.to_owned()))
    }
}

/// What a partner was allocated of a service, and what it bore.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Position {
    /// Its part.
    pub allocated: Money,
    /// What it paid itself.
    pub borne: Money,
}

/// What a partner owes another for a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Claimed {
    /// Before VAT.
    pub net: Money,
    /// The VAT on it.
    pub vat: Money,
}

/// A debtor and a creditor.
pub type Between = (String, String);

/// A year's figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Per service and partner.
    pub positions: BTreeMap<(For, String), Position>,
    /// Per service, debtor and creditor.
    pub claims: BTreeMap<(For, Between), Claimed>,
    /// Per payer and payee.
    pub advances: BTreeMap<Between, Money>,
    /// Per debtor and creditor.
    pub openings: BTreeMap<Between, Money>,
    /// Per partner; positive owes.
    pub balances: BTreeMap<String, Money>,
    /// Per payer and payee, what is paid in the end.
    pub transfers: BTreeMap<Between, Money>,
    /// What was avoided, less what is not assessed; none without `[savings]`.
    pub net: Option<Money>,
    /// The net less the baseline.
    pub deviation: Option<Money>,
    /// Per partner, what was avoided.
    pub avoided: BTreeMap<String, Money>,
}

impl Figures {
    /// A statement's.
    #[must_use]
    pub fn of(statement: &Statement<'_>) -> Self {
        let agreement = &statement.rules.agreement;
        let id = |partner: PartnerId| agreement.partner(partner).id.clone();
        let mut figures = Self::default();
        figures.add_tables(agreement, &statement.rules.tables, statement.year);
        for cost in &statement.allocation.services {
            let service = For::Service(agreement.service(cost.service).id.clone());
            for partner in agreement.partner_ids() {
                let (allocated, borne) = (cost.allocated_to(partner), cost.borne_by(partner));
                figures.positions.insert((service.clone(), id(partner)), Position { allocated, borne });
            }
        }
        let charges = &statement.allocation.charges;
        for partner in agreement.partner_ids() {
            let (allocated, borne) = (charges.own_of(partner), charges.own_borne_by(partner));
            figures.positions.insert((For::Own, id(partner)), Position { allocated, borne });
        }
        for claim in &statement.claims {
            let of = match claim.of {
                ClaimFor::Service(service) => For::Service(agreement.service(service).id.clone()),
                ClaimFor::Own => For::Own,
            };
            let claimed = Claimed { net: claim.net, vat: claim.vat() };
            figures.claims.insert((of, (id(claim.from), id(claim.to))), claimed);
        }
        let balances = statement.settlement.balances.iter();
        figures.balances = balances.map(|row| (id(row.partner), row.balance())).collect();
        let transfers = statement.settlement.transfers.iter();
        figures.transfers = transfers.map(|row| ((id(row.from), id(row.to)), row.amount)).collect();
        if let Some(savings) = &statement.savings {
            figures.net = Some(savings.net());
            figures.deviation = Some(savings.difference());
            let avoided = savings.by_partner();
            figures.avoided =
                avoided.iter().map(|(partner, saved)| (id(*partner), saved.avoided())).collect();
        }
        figures
    }

    /// Adds the advances and the balances carried over that count in the year.
    pub(super) fn add_tables(&mut self, agreement: &Agreement, tables: &Tables, year: Year) {
        let id = |partner: PartnerId| agreement.partner(partner).id.clone();
        for row in tables.advances_of(year) {
            *self.advances.entry((id(row.from), id(row.to))).or_default() += row.amount;
        }
        for row in tables.openings_of(year) {
            *self.openings.entry((id(row.from), id(row.to))).or_default() += row.amount;
        }
    }

    /// What a partner owes by claims, balances carried over and advances: its balance, by another way.
    #[must_use]
    pub fn owed_by(&self, partner: &str) -> Money {
        let flows = self.flows();
        let from = flows.iter().filter(|(_, (from, _), _)| from == partner).map(|(.., amount)| *amount);
        let to = flows.iter().filter(|(_, (_, to), _)| to == partner).map(|(.., amount)| -*amount);
        from.chain(to).sum()
    }

    /// Everything that one partner owes another; an advance is owed back.
    pub(super) fn flows(&self) -> Vec<(For, Between, Money)> {
        let claims = self.claims.iter();
        let claims = claims.map(|((of, pair), claim)| (of.clone(), pair.clone(), claim.net + claim.vat));
        let openings = self.openings.iter().map(|(pair, amount)| (For::Openings, pair.clone(), *amount));
        let advances = self.advances.iter().map(|(pair, amount)| (For::Advances, pair.clone(), -*amount));
        claims.chain(openings).chain(advances).collect()
    }

    /// What a partner has of a service; nothing where it has no part in it.
    #[must_use]
    pub fn position(&self, of: &For, partner: &str) -> Position {
        self.positions.get(&(of.clone(), partner.to_owned())).copied().unwrap_or_default()
    }

    /// What is claimed; nothing where there is no claim.
    #[must_use]
    pub fn claim(&self, of: &For, pair: &Between) -> Claimed {
        self.claims.get(&(of.clone(), pair.clone())).copied().unwrap_or_default()
    }

    /// A partner's balance.
    #[must_use]
    pub fn balance(&self, partner: &str) -> Money {
        self.balances.get(partner).copied().unwrap_or_default()
    }

    /// Does any figure differ? What is nothing on both sides does not.
    #[must_use]
    pub fn differ_from(&self, other: &Self) -> bool {
        self.net != other.net
            || self.deviation != other.deviation
            || differ(&self.avoided, &other.avoided)
            || differ(&self.transfers, &other.transfers)
            || differ(&self.positions, &other.positions)
            || differ(&self.claims, &other.claims)
            || differ(&self.advances, &other.advances)
            || differ(&self.openings, &other.openings)
            || differ(&self.balances, &other.balances)
    }
}

/// The keys of either side.
pub(super) fn either<'m, K: Ord, V>(one: &'m BTreeMap<K, V>, other: &'m BTreeMap<K, V>) -> BTreeSet<&'m K> {
    one.keys().chain(other.keys()).collect()
}

fn differ<K: Ord, V: Copy + Default + PartialEq>(one: &BTreeMap<K, V>, other: &BTreeMap<K, V>) -> bool {
    let of = |map: &BTreeMap<K, V>, key: &K| map.get(key).copied().unwrap_or_default();
    either(one, other).into_iter().any(|key| of(one, key) != of(other, key))
}
