//! A line: a cost under one key in one segment, divided.
//!
//! What dividing left: whoever reads it can follow each participant's amount back to a share, a step or a price.

use crate::agreement::{KeyId, PartnerId, Residual, Take};
use crate::apportion::Part;
use crate::cost::Cost;
use crate::fraction::{Fraction, Quantity};
use crate::key::{Proof, Reading};
use crate::money::Money;
use crate::period::Span;

/// A cost under one key in one segment, divided.
#[derive(Debug, Clone)]
pub struct Line {
    /// The segment's days.
    pub span: Span,
    /// One-off cost under a key of its own?
    pub one_off: bool,
    /// The key.
    pub key: KeyId,
    /// Who takes part, in partner order.
    pub participants: Vec<PartnerId>,
    /// What is divided.
    pub total: Money,
    /// What of it is the segment's part of cost that counts evenly over the service's year; the rest goes by its days.
    pub evenly: Money,
    /// The costs that go by their days.
    pub dated: Vec<Cost>,
    /// How much of the service's year the segment is.
    pub part: Fraction,
    /// How, and what it came to.
    pub division: Division,
}

/// How a line was divided.
#[derive(Debug, Clone)]
pub enum Division {
    /// By shares.
    Shares(Slice),
    /// Step by step.
    Steps(Vec<StepCost>),
    /// At a price per unit.
    Price(UnitPrice),
}

/// An amount divided by shares.
#[derive(Debug, Clone)]
pub struct Slice {
    /// Where the shares come from.
    pub proof: Proof,
    /// By which rule the residual cents were given.
    pub residual: Residual,
    /// Per participant.
    pub parts: Vec<Part>,
}

/// A step of a waterfall, and what it came to.
#[derive(Debug, Clone)]
pub struct StepCost {
    /// What it takes, as the agreement says it.
    pub take: Take,
    /// The ceiling or the base amount in proportion to the segment's part of the year; none where it has neither.
    pub limit: Option<Money>,
    /// What it took; of the sign of the line's total.
    pub amount: Money,
    /// What it left.
    pub left: Money,
    /// Who bears it.
    pub bearer: StepBearer,
}

/// Who bears a step, and with which parts.
#[derive(Debug, Clone)]
pub enum StepBearer {
    /// The participant of this index, alone, with what it bears: the step, to the unit where each is rounded for itself.
    Alone(usize, Money),
    /// All participants, by shares.
    Shared(Slice),
}

/// A line at a price per unit.
#[derive(Debug, Clone)]
pub struct UnitPrice {
    /// What is counted.
    pub driver: String,
    /// On which days.
    pub span: Span,
    /// Euro per unit.
    pub unit: Quantity,
    /// Per participant, its units.
    pub readings: Vec<Option<Reading>>,
    /// The index of who takes what the others leave.
    pub rest: usize,
    /// Per participant.
    pub parts: Vec<Part>,
    /// What the price brings for all units that are counted, those of `rest` among them.
    pub recovered: Money,
}

impl Line {
    /// Per participant, what it bears.
    #[must_use]
    pub fn amounts(&self) -> Vec<Money> {
        let mut sums = self.sums(|part| part.amount);
        if let Division::Steps(steps) = &self.division {
            for step in steps {
                if let StepBearer::Alone(index, amount) = step.bearer {
                    sums[index] += amount;
                }
            }
        }
        sums
    }

    /// Per participant, the residual cents it got.
    #[must_use]
    pub fn residuals(&self) -> Vec<Money> {
        self.sums(|part| part.residual)
    }

    /// Per participant, the sum over all its parts.
    fn sums(&self, of: impl Fn(&Part) -> Money) -> Vec<Money> {
        let mut sums = vec![Money::ZERO; self.participants.len()];
        let priced = match &self.division {
            Division::Price(price) => price.parts.as_slice(),
            Division::Shares(_) | Division::Steps(_) => &[],
        };
        for parts in self.slices().iter().map(|(_, slice)| slice.parts.as_slice()).chain([priced]) {
            sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum += of(part));
        }
        sums
    }

    /// All amounts that were divided by shares, with the number of the step, from 1.
    #[must_use]
    pub fn slices(&self) -> Vec<(usize, &Slice)> {
        match &self.division {
            Division::Shares(slice) => vec![(1, slice)],
            Division::Steps(steps) => {
                let numbered = (1..).zip(steps);
                numbered.filter_map(|(number, step)| Some((number, step.slice()?))).collect()
            }
            Division::Price(_) => Vec::new(),
        }
    }

    /// The exact share of the participant of this index; none under steps and prices.
    #[must_use]
    pub fn share(&self, index: usize) -> Option<&Fraction> {
        match &self.division {
            Division::Shares(slice) => slice.proof.shares.get(index),
            Division::Steps(_) | Division::Price(_) => None,
        }
    }

    /// What its parts sum to.
    #[must_use]
    pub fn allocated(&self) -> Money {
        self.amounts().into_iter().sum()
    }

    /// The part of a partner; none where it takes no part.
    #[must_use]
    pub fn part_of(&self, partner: PartnerId) -> Option<Money> {
        let index = self.participants.iter().position(|participant| *participant == partner)?;
        self.amounts().get(index).copied()
    }

    /// What the parts exceed the total by; zero but where each is rounded for itself.
    #[must_use]
    pub fn excess(&self) -> Money {
        self.allocated() - self.total
    }
}

impl StepCost {
    /// What was divided by shares, if it was.
    #[must_use]
    pub fn slice(&self) -> Option<&Slice> {
        match &self.bearer {
            StepBearer::Shared(slice) => Some(slice),
            StepBearer::Alone(..) => None,
        }
    }
}

impl UnitPrice {
    /// What the price brings too much (`Überdeckung`), or, negative, too little (`Unterdeckung`) for this cost.
    #[must_use]
    pub fn over_recovery(&self, total: Money) -> Money {
        self.recovered - total
    }
}
