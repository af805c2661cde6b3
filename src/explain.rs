//! One figure of a statement as a tree: from what is owed down to ledger lines, driver rows and residual cents.
//!
//! In: a statement, what was asked, and the rows of the ledgers behind it ([`Rows`], from a second pass). Out: a [`Step`],
//! and below it the steps that it comes from. Nothing is computed anew: each figure is taken from where the statement has
//! it (allocation, claims, settlement, and the [`Proof`](crate::key::Proof)s they keep), so that a sum that does not hold
//! would show. Whoever holds a pencil can check every step whose parts are added up.

use crate::agreement::{PartnerId, ServiceId};
use crate::fraction::{Fraction, exact};
use crate::money::Money;
use crate::place::Place;
use crate::statement::Statement;

mod balance;
mod charge;
mod cost;
mod key;
mod line;
mod position;
mod rows;
mod what;

pub use rows::{LISTED, Month, Row, RowList, Rows};
pub use what::{Answer, BalancePart, ChargeStep, CostStep, Depreciable, FlowPart, KeyStep, LineStep, What};

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Of whom.
    pub partner: PartnerId,
    /// For which service; none: the balance.
    pub service: Option<ServiceId>,
}

/// A step of an explanation.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What it is.
    pub what: What,
    /// What it comes to.
    pub figure: Figure,
    /// How it counts in the step above.
    pub role: Role,
    /// Where it stands in the user's files.
    pub place: Option<Place>,
    /// The steps that it comes from.
    pub parts: Vec<Step>,
}

/// How a step counts in the one above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It is added.
    Plus,
    /// It is taken away.
    Minus,
    /// It is not added up: it says why.
    Beside,
}

/// What a step comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    /// Nothing: a heading, or a fact.
    None,
    /// Euro and cents.
    Euro(Money),
    /// Cents that are not yet whole.
    Exact(Fraction),
    /// A part of one.
    Share(Fraction),
    /// A measured quantity, or a weight.
    Quantity(Fraction),
}

impl Figure {
    /// The figure as a number, amounts in cents; none where there is none.
    #[must_use]
    pub fn value(&self) -> Option<Fraction> {
        match self {
            Self::None => None,
            Self::Euro(amount) => Some(exact(*amount)),
            Self::Exact(value) | Self::Share(value) | Self::Quantity(value) => Some(value.clone()),
        }
    }
}

impl Step {
    /// A step that says why.
    fn new(what: impl Into<What>, figure: Figure, parts: Vec<Step>) -> Self {
        Self { what: what.into(), figure, role: Role::Beside, place: None, parts }
    }

    /// A step that says why, without steps below.
    fn plain(what: impl Into<What>, figure: Figure) -> Self {
        Self::new(what, figure, Vec::new())
    }

    fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    /// The same, added.
    fn plus(self) -> Self {
        Self { role: Role::Plus, ..self }
    }

    /// The same, taken away.
    fn minus(self) -> Self {
        Self { role: Role::Minus, ..self }
    }

    /// What the parts that count come to; none where none counts.
    #[must_use]
    pub fn sum(&self) -> Option<Fraction> {
        let counted = self.parts.iter().filter_map(|part| match part.role {
            Role::Plus => part.figure.value(),
            Role::Minus => part.figure.value().map(|value| -value),
            Role::Beside => None,
        });
        counted.reduce(|sum, value| sum + value)
    }

    /// Is its figure what its parts come to? True where none of them counts.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.sum().is_none_or(|sum| self.figure.value() == Some(sum))
    }

    /// This step and all below it, each before its parts.
    #[must_use]
    pub fn all(&self) -> Vec<&Self> {
        let below = self.parts.iter().flat_map(Self::all);
        [self].into_iter().chain(below).collect()
    }
}

/// Explains a figure.
#[must_use]
pub fn explain(statement: &Statement<'_>, rows: &Rows, question: Question) -> Step {
    let case = Case { statement, rows, partner: question.partner };
    match question.service {
        Some(service) if statement.rules.agreement.service(service).internal => case.internal(service),
        Some(service) => case.service(service),
        None => case.whole_balance(),
    }
}

/// What every step is taken from.
struct Case<'a> {
    statement: &'a Statement<'a>,
    rows: &'a Rows,
    /// Whose figure it is.
    partner: PartnerId,
}
