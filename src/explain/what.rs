//! What a step of an explanation is, as data; its words stand in [`crate::words::explain`].

use rust_decimal::Decimal;

use super::rows::{Month, Row};
use crate::agreement::{KeyId, PartnerId, Receiver, Residual, ServiceId, Take};
use crate::claims::ClaimFor;
use crate::cost::Origin;
use crate::fraction::{Fraction, Quantity};
use crate::money::Money;
use crate::period::{Date, Span};

/// What a step is.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// What is asked, and what comes of it.
    Answer(Answer),
    /// A service's cost.
    Cost(CostStep),
    /// A line and its cents.
    Line(LineStep),
    /// A share.
    Key(KeyStep),
    /// Internal services.
    Charge(ChargeStep),
}

/// What is asked, and what comes of it: owed, claimed, balanced, paid.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// All that is asked: a partner's part of a service, or, without one, its balance.
    Question(Option<ServiceId>),
    /// What the partner owes for a service: allocated and rounding, less borne. Negative: it bore too much.
    Owes(ServiceId),
    /// The partner's balance.
    Balance,
    /// A part of the balance.
    Part(BalancePart),
    /// The claims that come of what the partner owes.
    Claims(ClaimFor),
    /// A claim: from, to.
    Claim(PartnerId, PartnerId),
    /// The VAT on a claim: for what, from, to.
    VatOn(ClaimFor, PartnerId, PartnerId),
    /// VAT on a part of a claim: its days, its net, its percent.
    Vat(Span, Money, Decimal),
    /// A balance carried over: from, to, its source.
    Opening(PartnerId, PartnerId, String),
    /// An advance: its day, from, to, its text.
    Advance(Date, PartnerId, PartnerId, String),
    /// What comes to be paid.
    Payments,
    /// A payment: from, to.
    Transfer(PartnerId, PartnerId),
    /// What of it comes of one thing that the first owes the second, or of what it advanced.
    Flow(FlowPart, PartnerId, PartnerId),
}

/// A service's cost, and who bore it.
#[derive(Debug, Clone, PartialEq)]
pub enum CostStep {
    /// A service's cost.
    Costs(ServiceId),
    /// A cost of a service.
    Cost {
        /// Where it comes from.
        origin: Origin,
        /// One-off cost?
        one_off: bool,
        /// The days of its segment; none: it counts evenly over the service's year.
        span: Option<Span>,
        /// Who bore it.
        payer: PartnerId,
        /// Of depreciation, the asset's name.
        asset: Option<String>,
    },
    /// A row of a ledger.
    Posting(Row),
    /// The rows of a month, where there are too many to list, and how many they are.
    Month(Month, u64),
    /// The asset that a depreciation is of.
    Asset(Depreciable),
    /// The surcharge for overhead: its percent, and the kind of cost that it is on.
    Overhead(Decimal, String),
    /// What the partner bore of a service.
    Borne(ServiceId),
}

/// A line, the partner's part of it, and the cents.
#[derive(Debug, Clone, PartialEq)]
pub enum LineStep {
    /// What the partner is allocated for a service.
    Allocated(ServiceId),
    /// The partner takes no part in the service.
    NoPart,
    /// A line of a service: its segment, whether it is one-off cost, its key.
    Line(Span, bool, KeyId),
    /// What of the cost falls to the line.
    LineCost,
    /// The part of the even cost that falls to the line: which part of the year, of how much, the exact result in cents.
    Evenly(Fraction, Money, Fraction),
    /// All cost that falls evenly into the service's year.
    Even,
    /// An amount multiplied with a share, cut to the unit: the amount, the share, and the exact result in cents.
    Cut(Money, Fraction, Fraction),
    /// An exact number of cents, cut to the cent.
    CutExact(Fraction),
    /// The residual cents: by which rule they were given.
    Residual(Residual),
    /// The residual cents of what the last receiver takes.
    ResidualOfLast,
    /// Somebody's exact amount in cents; what it got beyond its cut-off amount is the figure.
    Remainder(Receiver, Fraction),
    /// A step of a waterfall, and what of it is the partner's.
    Step {
        /// From 1.
        number: usize,
        /// What it takes.
        take: Take,
        /// Its ceiling or base amount in this segment.
        limit: Option<Money>,
        /// What it took.
        took: Money,
        /// What it left.
        left: Money,
        /// The partner that bears it alone.
        alone: Option<PartnerId>,
    },
    /// So many units at a price in euro: the units, the price, the exact result in cents; cut to the unit.
    CutUnits(Fraction, Quantity, Fraction),
    /// What a partner pays for its units.
    Units(PartnerId),
    /// What the operator bears of a service because each share was rounded for itself.
    Rounding(ServiceId),
}

/// A share, and what it was taken from.
#[derive(Debug, Clone, PartialEq)]
pub enum KeyStep {
    /// The share that a receiver has by a key.
    Key(KeyId),
    /// A key that gives no shares.
    Named(KeyId),
    /// Where the agreement says so.
    Clause(String),
    /// All of so many have the same share.
    Equal(usize),
    /// The sum of the values that the shares are in proportion to.
    Values,
    /// The weight or percent of a receiver, as the agreement writes it.
    Written(Receiver),
    /// A receiver's primary cost.
    Primary(Receiver),
    /// The sum of the measured values: of what, and when.
    Measured(String, Span),
    /// A receiver's measured value; of so many rows, and whether it is their mean.
    Reading(Receiver, usize, bool),
    /// A row of drivers.csv: its days and its source.
    DriverRow(Span, String),
    /// A key that is mixed in for so many percent, and the share by it.
    Mixed(Quantity, KeyId),
    /// The share before the agreement rounds it to a percent with so many decimals.
    Unrounded(u32),
}

/// What internal services cost and charge on.
#[derive(Debug, Clone, PartialEq)]
pub enum ChargeStep {
    /// The gross cost of internal services, as equations.
    Equations,
    /// The gross cost of an internal service: its own, and what is charged to it, with the share of each other's gross cost.
    Gross(ServiceId, Vec<(Fraction, ServiceId)>),
    /// The own cost of an internal service.
    OwnCost(ServiceId),
    /// What an internal service charges: a share of its gross cost in cents.
    Charged(ServiceId, Fraction, Fraction),
    /// What of an internal service's gross cost the partner's payments have become, as [`ChargeStep::Gross`].
    GrossOf(ServiceId, Vec<(Fraction, ServiceId)>),
    /// By which key an internal service is charged on.
    ChargedBy(ServiceId, KeyId),
    /// What a receiver is charged: a share of the gross cost in cents.
    ChargedTo(Receiver, Fraction, Fraction),
    /// The charge to a receiver.
    Charge(Receiver),
    /// The same before it is cut to cents.
    Exactly,
    /// What of the charge to a receiver the partner bore, because its cost was charged on.
    ChargeBorne(Receiver),
    /// What the partner's cost has become: a share of the gross cost, as far as it came from the partner.
    ChargedOf(ServiceId, Fraction, Fraction),
}

impl From<Answer> for What {
    fn from(what: Answer) -> Self {
        Self::Answer(what)
    }
}

impl From<CostStep> for What {
    fn from(what: CostStep) -> Self {
        Self::Cost(what)
    }
}

impl From<LineStep> for What {
    fn from(what: LineStep) -> Self {
        Self::Line(what)
    }
}

impl From<KeyStep> for What {
    fn from(what: KeyStep) -> Self {
        Self::Key(what)
    }
}

impl From<ChargeStep> for What {
    fn from(what: ChargeStep) -> Self {
        Self::Charge(what)
    }
}

/// A part of a balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the field of a balance of its name")]
pub enum BalancePart {
    Opening,
    Allocated,
    Own,
    Rounding,
    Borne,
    Vat,
    AdvancesPaid,
    AdvancesReceived,
}

/// What flows between two partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the field of a flow of its name")]
pub enum FlowPart {
    Claims,
    Vat,
    Opening,
    Advanced,
}

/// What an asset's depreciation is computed from.
#[derive(Debug, Clone, PartialEq)]
pub struct Depreciable {
    /// What it is.
    pub name: String,
    /// Its first month is that of this day.
    pub acquired: Date,
    /// What it cost, less what is left in the end.
    pub amount: Money,
    /// Over so many months.
    pub life_months: u32,
    /// All that was written off by the end of the year before, and by the end of the year.
    pub written_off: [Money; 2],
}
