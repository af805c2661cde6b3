//! A service (`Leistung`): a shared system whose cost is split, and the rules by which postings find it.
//!
//! What umlage.toml says of it, its references resolved. When it lives, and how its year is cut, is said by
//! [`crate::rules::calendar`]; which posting is its own, by [`crate::cost`].

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use wildmatch::WildMatch;

use super::{KeyId, PartnerId};
use crate::period::Date;
use crate::place::Place;

/// A service's number, in the order of `[services.*]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ServiceId(pub usize);

/// A cost kind's number, in the order written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindId(pub usize);

/// `[services.<id>]`.
#[derive(Debug, Clone)]
pub struct Service {
    /// Its id: `[a-z0-9-]+`.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// The partner that runs it (`Betreiber`).
    pub operator: PartnerId,
    /// Its first day.
    pub since: Date,
    /// Its last day; none: it goes on. Never before `since`.
    pub until: Option<Date>,
    /// Its keys, by the day from which they are in force; strictly ascending, never empty.
    /// A plain `key = "..."` is in force from `since`.
    pub keys: Vec<DatedKey>,
    /// Is it used by services, not by partners (`interne Leistung`)? Then it has no participants.
    pub internal: bool,
    /// Another key for one-off cost.
    pub one_off_key: Option<KeyId>,
    /// Where umlage.toml names that key; else the service.
    pub one_off_place: Place,
    /// A surcharge for the operator's overhead.
    pub overhead: Option<Overhead>,
    /// The rates of VAT on claims for it, by the day from which they are in force, strictly ascending.
    pub vat: Vec<VatRate>,
    /// Who takes part, in partner order; without joinings and leavings.
    pub partners: Vec<PartnerId>,
    /// Not part of it before that day.
    pub joined: BTreeMap<PartnerId, Date>,
    /// Its last day as part of it.
    pub left: BTreeMap<PartnerId, Date>,
    /// Postings that fit any of these belong to the service.
    pub matches: Vec<Rule>,
    /// Postings that fit any of these are no cost of the service.
    pub except: Vec<Rule>,
    /// Where umlage.toml names it.
    pub place: Place,
}

impl Service {
    /// Every key that it is ever divided by.
    pub fn keys_used(&self) -> impl Iterator<Item = KeyId> {
        self.keys.iter().map(|dated| dated.key).chain(self.one_off_key)
    }
}

/// A key and the day from which it is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedKey {
    /// The first day.
    pub from: Date,
    /// The key.
    pub key: KeyId,
    /// Where umlage.toml says so.
    pub place: Place,
}

/// A surcharge on the year's cost of a kind (`Gemeinkostenzuschlag`), credited to the operator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overhead {
    /// Percent; not below zero.
    pub percent: Decimal,
    /// On which cost kind.
    pub on: KindId,
    /// Where umlage.toml says so.
    pub place: Place,
}

/// A rate of VAT (`Umsatzsteuer`) and the day from which it is in force.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VatRate {
    /// The first day.
    pub from: Date,
    /// Percent of the claim; not below zero.
    pub percent: Decimal,
}

/// `[cost_kinds.<id>]`: a group of postings.
#[derive(Debug, Clone)]
pub struct CostKind {
    /// Its id: `[a-z0-9-]+`.
    pub id: String,
    /// What people call it; the id where nothing is given.
    pub name: String,
    /// Postings that fit any of these are of the kind.
    pub matches: Vec<Rule>,
    /// One-off cost?
    pub one_off: bool,
    /// Is it shared at all (`umlagefähig`)?
    pub shared: bool,
}

/// One rule of `match`, `except` or `skip`: all its fields must fit.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The payer that must have paid.
    pub payer: Option<PartnerId>,
    /// The other fields' patterns; no field twice.
    pub patterns: Vec<(RuleField, Pattern)>,
    /// Where umlage.toml writes it.
    pub place: Place,
}

/// A field that rules may look at, besides the payer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleField {
    /// Kostenstelle.
    CostCentre,
    /// Sachkonto.
    Account,
    /// Gegenkonto.
    CounterAccount,
    /// Produkt.
    Product,
    /// Kreditor.
    Vendor,
    /// Buchungstext.
    Text,
    /// Beleg.
    Voucher,
}

impl RuleField {
    /// All fields, in the order of design 3.1.
    pub const ALL: [Self; 7] = [
        Self::CostCentre,
        Self::Account,
        Self::CounterAccount,
        Self::Product,
        Self::Vendor,
        Self::Text,
        Self::Voucher,
    ];

    /// Its name in umlage.toml.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::CostCentre => "cost_centre",
            Self::Account => "account",
            Self::CounterAccount => "counter_account",
            Self::Product => "product",
            Self::Vendor => "vendor",
            Self::Text => "text",
            Self::Voucher => "voucher",
        }
    }
}

/// A pattern with `*` and `?`; upper and lower case are alike, as in Excel's own wildcards.
#[derive(Debug, Clone)]
pub struct Pattern {
    written: String,
    compiled: WildMatch,
    /// Is it nothing but letters and digits, of which each stands for itself?
    plain: bool,
}

impl Pattern {
    /// The pattern as written.
    #[must_use]
    pub fn new(written: &str) -> Self {
        let plain = written.is_ascii() && !written.contains(['*', '?']);
        Self { written: written.to_owned(), compiled: WildMatch::new_case_insensitive(written), plain }
    }

    /// Does the whole cell fit?
    #[must_use]
    pub fn fits(&self, cell: &str) -> bool {
        // Agreements can have thousands of plain patterns, of which hardly one fits. A letter beyond ASCII may still be
        // the capital of one within.
        if self.plain && cell.is_ascii() {
            return self.written.eq_ignore_ascii_case(cell);
        }
        self.compiled.matches(cell)
    }

    /// The text that a cell must be, if each letter of the pattern stands for itself and is ASCII.
    pub(crate) fn plain(&self) -> Option<&str> {
        self.plain.then_some(self.written.as_str())
    }

    /// The pattern as umlage.toml writes it.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Would the cell fit, had no spreadsheet taken its leading zeros: `110` where the pattern says `0110`?
    /// A pattern with `*` has no length that could tell: `07*` may well mean other accounts than `7831`.
    #[must_use]
    pub fn fits_with_zeros(&self, cell: &str) -> bool {
        if self.written.contains('*') {
            return false;
        }
        let zeros = self.written.bytes().take_while(|byte| *byte == b'0').count();
        !cell.is_empty() && (1..=zeros).any(|lost| self.fits(&format!("{}{cell}", "0".repeat(lost))))
    }
}

/// The cells of a posting that rules look at, as text; empty where the ledger has none.
pub trait Pick {
    /// Who paid.
    fn payer(&self) -> Option<PartnerId>;
    /// The cell of this field.
    fn cell(&self, field: RuleField) -> &str;
}

impl Rule {
    /// Do all its fields fit?
    #[must_use]
    pub fn fits(&self, posting: &impl Pick) -> bool {
        self.payer.is_none_or(|payer| posting.payer() == Some(payer))
            && self.patterns.iter().all(|(field, pattern)| pattern.fits(posting.cell(*field)))
    }
}
