//! THE rounding: exact parts become cents here and nowhere else.
//!
//! In: exact parts in cents, and the unit that may be given out. Out: amounts that sum to the whole, each with
//! the residual it got. It knows nothing of municipalities.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::fraction::{Fraction, exact, whole};
use crate::money::Money;

/// A part of a total, in cents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it comes to.
    pub amount: Money,
    /// What it would be, in cents, if cents could be divided.
    pub exact: Fraction,
    /// What it got beyond its cut-off amount (`Rundungscent`): `amount` less the exact part cut towards zero.
    pub residual: Money,
}

/// To the nearest whole number; the half goes away from zero, for both signs: 0.5 is 1, -0.5 is -1.
#[must_use]
pub fn half_up(value: &Fraction) -> BigInt {
    let half = BigRational::new(value.numer().signum(), BigInt::from(2));
    (value + half).trunc().to_integer()
}

/// An exact number of cents, rounded half-up to a whole number of units.
///
/// ```
/// use umlage::{apportion::rounded, fraction::ratio, money::Money};
/// assert_eq!(rounded(&ratio(278_906_25, 10), Money::CENT), Money::cents(2_789_063));
/// assert_eq!(rounded(&ratio(-1, 2), Money::CENT), Money::cents(-1));
/// assert_eq!(rounded(&ratio(149, 1), Money::cents(100)), Money::cents(100));
/// ```
#[must_use]
pub fn rounded(cents: &Fraction, unit: Money) -> Money {
    units(&half_up(&(cents / exact(unit))), unit)
}

/// Splits a total by largest remainder (Hare and Niemeyer's method): each part is cut towards zero to the unit;
/// what is left goes, unit by unit, to the largest fractions of its own sign, ties in order; less than a unit
/// goes to the next. The negative total gives the mirrored parts.
///
/// `shares` sum to one, or there are none of them.
///
/// ```
/// use umlage::{apportion::largest_remainder, fraction::ratio, money::Money};
/// let thirds = [ratio(1, 3), ratio(1, 3), ratio(1, 3)];
/// let cents = |total| -> Vec<i128> {
///     let parts = largest_remainder(Money::cents(total), &thirds, Money::CENT);
///     parts.iter().map(|part| part.amount.in_cents()).collect()
/// };
/// assert_eq!(cents(10_000), [3334, 3333, 3333]);
/// assert_eq!(cents(-10_000), [-3334, -3333, -3333]);
/// ```
#[must_use]
pub fn largest_remainder(total: Money, shares: &[Fraction], unit: Money) -> Vec<Part> {
    let mut parts = cut(total, shares, unit);
    let mut left = total - parts.iter().map(|part| part.amount).sum();
    let wanting = |part: &Part| (&part.exact - exact(part.amount)) * whole(left.in_cents().signum());
    let mut order: Vec<(Fraction, usize)> =
        parts.iter().map(wanting).enumerate().map(|(index, fraction)| (fraction, index)).collect();
    order.sort_by(|(a, first), (b, second)| b.cmp(a).then(first.cmp(second)));
    for (_, index) in order {
        let step =
            if left.abs() < unit { left } else { Money::cents(unit.in_cents() * left.in_cents().signum()) };
        give(&mut parts[index], step);
        left -= step;
    }
    parts
}

/// The others are cut towards zero to the unit; the part numbered `taker` takes what is left.
#[must_use]
pub fn rest_to(taker: usize, total: Money, shares: &[Fraction], unit: Money) -> Vec<Part> {
    let mut parts = cut(total, shares, unit);
    let left = total - parts.iter().map(|part| part.amount).sum();
    give(&mut parts[taker], left);
    parts
}

/// Each part is rounded half-up to the unit; the parts may sum to another total.
#[must_use]
pub fn each_half_up(total: Money, shares: &[Fraction], unit: Money) -> Vec<Part> {
    let mut parts = cut(total, shares, unit);
    for part in &mut parts {
        let step = rounded(&part.exact, unit) - part.amount;
        give(part, step);
    }
    parts
}

/// Splits a total in proportion to whole amounts, to the cent, by largest remainder. All amounts zero: no parts.
#[must_use]
pub fn in_proportion(total: Money, weights: &[Fraction]) -> Vec<Money> {
    let sum: Fraction = weights.iter().sum();
    if sum.is_zero() {
        return Vec::new();
    }
    let shares: Vec<Fraction> = weights.iter().map(|weight| weight / &sum).collect();
    largest_remainder(total, &shares, Money::CENT).into_iter().map(|part| part.amount).collect()
}

/// Exact parts, cut towards zero to the unit.
fn cut(total: Money, shares: &[Fraction], unit: Money) -> Vec<Part> {
    let part = |share: &Fraction| {
        let exact_part = share * exact(total);
        let amount = units(&(&exact_part / exact(unit)).trunc().to_integer(), unit);
        Part { amount, exact: exact_part, residual: Money::ZERO }
    };
    shares.iter().map(part).collect()
}

fn give(part: &mut Part, residual: Money) {
    part.amount += residual;
    part.residual += residual;
}

/// So many units; parts of an amount are never beyond what an amount can hold.
fn units(count: &BigInt, unit: Money) -> Money {
    Money::cents(count.to_i128().unwrap_or(i128::MAX / unit.in_cents()) * unit.in_cents())
}
