//! The agreement (`Kooperationsvereinbarung`): who shares what, by which keys, from when.
//!
//! In: the text of umlage.toml. Out: an [`Agreement`] in which every name has been resolved to the partner, key
//! or service it means, or every fault of the file at once. What it takes other files to check (drivers, stand-
//! alone costs, postings) comes later, in [`crate::rules`] and [`crate::key`].

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::money::Money;
use crate::nearest::nearest;
use crate::period::{Date, Proration};

pub(crate) mod among;
pub mod key;
pub mod partner;
mod read;
pub mod receiver;
pub mod service;
pub mod source;

pub use read::{language, parse, read};

pub use key::{Key, KeyId, Measure, Method, Moment, Of, Over, Step, Take, Target};
pub use partner::{Ags, Partner, PartnerId, PartnerKind};
pub use receiver::Receiver;
pub use service::{
    CostKind, DatedKey, KindId, Overhead, Pattern, Pick, Rule, RuleField, Service, ServiceId, VatRate,
};
pub use source::{
    Column, ColumnName, Constant, Control, DateFormat, Dialect, Field, Header, Preset, Reversal, Sign, Source,
};

/// umlage.toml, read and resolved.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// What the cooperation is called.
    pub name: String,
    /// The day of signature.
    pub signed: Option<Date>,
    /// The legal basis, printed.
    pub basis: Option<String>,
    /// The file reference, printed.
    pub reference: Option<String>,
    /// The language of the statement unless the command line says otherwise.
    pub language: Language,
    /// How part-years count.
    pub proration: Proration,
    /// How running cost falls into a year that a key change divides.
    pub within_year: WithinYear,
    /// How internal services are charged on.
    pub secondary: Secondary,
    /// The order in which internal services are stepped down; empty: that of the services. Only comparisons set another.
    pub step_order: Vec<ServiceId>,
    /// How balances become payments.
    pub transfers: Transfers,
    /// Does the statement say that it is no invoice (§ 14 of the VAT act)?
    pub no_invoice: bool,
    /// When claims are due, printed as written.
    pub due: Option<String>,
    /// How parts of an amount become cents.
    pub rounding: Rounding,
    /// The partners, in the order of every table.
    pub partners: Vec<Partner>,
    /// The allocation keys, in the order written.
    pub keys: Vec<Key>,
    /// The services, in the order of every table.
    pub services: Vec<Service>,
    /// Groups of postings, in the order written.
    pub cost_kinds: Vec<CostKind>,
    /// Where postings come from.
    pub sources: Vec<Source>,
    /// How the small tables are written, where they leave doubt.
    pub tables: Dialect,
    /// What savings are compared with; without it none are reported.
    pub savings: Option<SavingsTerms>,
}

impl Agreement {
    /// The partner of this number.
    #[must_use]
    pub fn partner(&self, id: PartnerId) -> &Partner {
        &self.partners[id.0]
    }

    /// The service of this number.
    #[must_use]
    pub fn service(&self, id: ServiceId) -> &Service {
        &self.services[id.0]
    }

    /// The key of this number.
    #[must_use]
    pub fn key(&self, id: KeyId) -> &Key {
        &self.keys[id.0]
    }

    /// The cost kind of this number.
    #[must_use]
    pub fn kind(&self, id: KindId) -> &CostKind {
        &self.cost_kinds[id.0]
    }

    /// These keys, and those that they are made of.
    #[must_use]
    pub fn with_parts(&self, keys: impl Iterator<Item = KeyId>) -> BTreeSet<KeyId> {
        key::with_parts(&self.keys, keys)
    }

    /// Where an internal service stands in the order of the step-down.
    #[must_use]
    pub fn step(&self, service: ServiceId) -> usize {
        let listed = self.step_order.iter().position(|listed| *listed == service);
        listed.unwrap_or(self.step_order.len() + service.0)
    }

    /// Is an internal service charged on by this driver?
    #[must_use]
    pub fn charges_by(&self, driver: &str) -> bool {
        self.goes_by(driver, |service| service.internal)
    }

    /// Is a service divided among partners by this driver?
    #[must_use]
    pub fn divides_by(&self, driver: &str) -> bool {
        self.goes_by(driver, |service| !service.internal)
    }

    fn goes_by(&self, driver: &str, of: impl Fn(&&Service) -> bool) -> bool {
        let keys = self.with_parts(self.services.iter().filter(of).flat_map(Service::keys_used));
        keys.into_iter().filter_map(|key| self.key(key).method.driver()).any(|(named, _)| named == driver)
    }

    /// All partners, in order.
    pub fn partner_ids(&self) -> impl Iterator<Item = PartnerId> + use<> {
        (0..self.partners.len()).map(PartnerId)
    }

    /// The partner that a cell names by its id or its full name.
    #[must_use]
    pub fn partner_called(&self, cell: &str) -> Option<PartnerId> {
        self.partners.iter().position(|partner| partner.id == cell || partner.name == cell).map(PartnerId)
    }

    /// The partner's id or full name that a cell may have meant, to be offered.
    #[must_use]
    pub fn partner_like(&self, cell: &str) -> Option<String> {
        nearest(cell, self.partners.iter().flat_map(|partner| [partner.id.as_str(), partner.name.as_str()]))
    }

    /// The partner that a vendor is by its name, id or payee, in whatever case it is written.
    #[must_use]
    pub fn partner_as_vendor(&self, vendor: &str) -> Option<&Partner> {
        let is_vendor = |name: &str| lower(name).eq(lower(vendor));
        let named = |partner: &&Partner| partner.names().any(is_vendor);
        if vendor.is_empty() { None } else { self.partners.iter().find(named) }
    }

    /// Does any rule look at the field?
    pub(crate) fn looks_at(&self, field: RuleField) -> bool {
        let looks = |rule: &Rule| rule.patterns.iter().any(|(looked_at, _)| *looked_at == field);
        let services = self.services.iter().flat_map(|service| service.matches.iter().chain(&service.except));
        let kinds = self.cost_kinds.iter().flat_map(|kind| &kind.matches);
        let skips = self.sources.iter().flat_map(|source| &source.skip);
        services.chain(kinds).chain(skips).any(looks)
    }

    /// The service that a cell names by its id or its full name.
    #[must_use]
    pub fn service_called(&self, cell: &str) -> Option<ServiceId> {
        self.services.iter().position(|service| service.id == cell || service.name == cell).map(ServiceId)
    }

    /// The service's id or full name that a cell may have meant, to be offered.
    #[must_use]
    pub fn service_like(&self, cell: &str) -> Option<String> {
        nearest(cell, self.services.iter().flat_map(|service| [service.id.as_str(), service.name.as_str()]))
    }
}

/// The letters of a name as they are compared where case does not matter.
pub(crate) fn lower(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase)
}

/// The language of what people read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// German, of German numbers and dates.
    #[default]
    De,
    /// English, of English numbers and ISO dates.
    En,
}

impl Language {
    /// The language that umlage.toml, `--lang` and a seal write so.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::De, Self::En].into_iter().find(|language| language.id() == id)
    }

    /// `de` or `en`
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
        }
    }
}

/// How running cost falls into a year that a key change divides (design 4.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WithinYear {
    /// Evenly, by the length of the segments.
    #[default]
    Even,
    /// Each posting by its date.
    Date,
}

/// How internal services are charged on (`innerbetriebliche Leistungsverrechnung`, design 4.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Secondary {
    /// To final services and own shares only (`Anbauverfahren`).
    Direct,
    /// In service order, also to internal services that stand later (`Stufenleiterverfahren`).
    #[default]
    StepDown,
    /// To all, exactly, by linear equations (`Gleichungsverfahren`).
    Reciprocal,
}

impl Secondary {
    /// The methods as umlage.toml and the command line name them.
    pub const NAMES: [(&'static str, Self); 3] = [
        (Self::Direct.name(), Self::Direct),
        (Self::StepDown.name(), Self::StepDown),
        (Self::Reciprocal.name(), Self::Reciprocal),
    ];

    /// The method's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::StepDown => "step-down",
            Self::Reciprocal => "reciprocal",
        }
    }
}

/// How balances become payments (design 4.10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Transfers {
    /// One payment per pair of partners.
    #[default]
    Pairs,
    /// As few payments as there can be.
    Fewest,
}

/// How parts of an amount become cents (design 4.8).
///
/// A third of 100.00 each, by rule and unit; the negative amount gives the mirrored parts:
///
/// | residual | unit 0.01 | unit 0.05 |
/// |---|---|---|
/// | `largest-remainder` | 33.34, 33.33, 33.33 | 33.35, 33.35, 33.30 |
/// | `to` the third | 33.33, 33.33, 33.34 | 33.30, 33.30, 33.40 |
/// | `none` | 33.33, 33.33, 33.33 | 33.35, 33.35, 33.35 |
///
/// ```
/// use umlage::apportion::{Part, each_half_up, largest_remainder, rest_to};
/// use umlage::fraction::ratio;
/// use umlage::money::Money;
///
/// let (thirds, unit) = ([ratio(1, 3), ratio(1, 3), ratio(1, 3)], Money::cents(5));
/// let cents = |parts: Vec<Part>| parts.iter().map(|part| part.amount.in_cents()).collect::<Vec<_>>();
/// assert_eq!(cents(largest_remainder(Money::cents(10_000), &thirds, unit)), [3335, 3335, 3330]);
/// assert_eq!(cents(rest_to(2, Money::cents(10_000), &thirds, unit)), [3330, 3330, 3340]);
/// assert_eq!(cents(each_half_up(Money::cents(-10_000), &thirds, unit)), [-3335, -3335, -3335]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounding {
    /// Who gets the residual cents.
    pub residual: Residual,
    /// The smallest amount that allocation gives out; at least a cent.
    pub unit: Money,
}

/// Who gets the residual cents (`Rundungscent`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Residual {
    /// The largest fractions, ties in order.
    #[default]
    LargestRemainder,
    /// This partner.
    To(PartnerId),
    /// Nobody: each share is rounded half-up, the difference stays with the operator and is shown.
    None,
}

/// What avoided duplicate spending is compared with (design 4.11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavingsTerms {
    /// Euro a year, reached before (`bisherige Einsparung`).
    pub baseline: Money,
    /// For all partners together, or for each.
    pub reading: Reading,
    /// Where the baseline comes from, printed.
    pub source: Option<String>,
    /// Percent of stand-alone cost that a funding rule asks for; informative.
    pub threshold: Option<Decimal>,
}

/// Whom the baseline is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reading {
    /// All partners together.
    #[default]
    Together,
    /// Each partner of the agreement.
    Each,
}
