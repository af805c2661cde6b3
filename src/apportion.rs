//! THE rounding: exact parts become cents here and nowhere else.
//!
//! In: a total, exact shares of it, and the unit above zero that may be given out. Out: amounts that sum to the
//! whole, each with the residual it got. It knows nothing of municipalities.

use std::ops::Neg;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::fraction::{Fraction, exact, over_common};
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

impl Part {
    /// An amount beside what it would be exactly, in cents.
    #[must_use]
    pub fn of(amount: Money, exact: Fraction) -> Self {
        let mut part = cut_off(exact, Money::CENT);
        let residual = amount - part.amount;
        give(&mut part, residual);
        part
    }

    /// What it would be without its residual: the exact part cut towards zero.
    #[must_use]
    pub fn cut(&self) -> Money {
        self.amount - self.residual
    }
}

/// To the nearest whole number; the half goes away from zero, for both signs: 0.5 is 1, -0.5 is -1.
#[must_use]
pub fn half_up(value: &Fraction) -> BigInt {
    half_away(value.numer(), value.denom())
}

/// The part of an amount that one length is of another, rounded half-up to the cent: what [`rounded`] says of
/// `amount × part / whole`, for postings by the million. `whole` is above zero.
///
/// ```
/// use umlage::{apportion::portion, money::Money};
/// assert_eq!(portion(Money::cents(5), 1, 2), Money::cents(3));
/// assert_eq!(portion(Money::cents(-5), 1, 2), Money::cents(-3));
/// assert_eq!(portion(Money::cents(100), 1, 3), Money::cents(33));
/// ```
#[must_use]
pub fn portion(amount: Money, part: i64, whole: i64) -> Money {
    let numerator = amount.in_cents() * i128::from(part);
    // The same in fewer digits is several times as fast, and nearly all amounts fit.
    let small =
        i64::try_from(numerator).ok().filter(|n| n.unsigned_abs().max(whole.unsigned_abs()) < 1 << 60);
    Money::cents(match small {
        Some(numerator) => half_away(&numerator, &whole).into(),
        None => half_away(&numerator, &i128::from(whole)),
    })
}

/// The nearest whole number to a fraction, the half away from zero.
fn half_away<N: Integer + Signed + Clone>(numerator: &N, denominator: &N) -> N {
    let two = N::one() + N::one();
    let doubled = numerator.abs() * two.clone() + denominator.clone();
    doubled / (denominator.clone() * two) * numerator.signum()
}

/// An exact number of cents as a part, rounded half-up for itself to the unit.
#[must_use]
pub fn rounded_part(cents: Fraction, unit: Money) -> Part {
    let amount = rounded(&cents, unit);
    let mut part = cut_off(cents, unit);
    let step = amount - part.amount;
    give(&mut part, step);
    part
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
    by_largest_remainder(total, cut(total, shares, unit), unit)
}

/// Exact parts, in cents, become cents by largest remainder. `total` is their sum, or its whole cents.
///
/// ```
/// use umlage::{apportion::exact_parts, fraction::ratio, money::Money};
/// let parts = exact_parts(Money::cents(1), vec![ratio(1001, 2), ratio(-999, 2)]);
/// assert_eq!(parts.iter().map(|part| part.amount.in_cents()).collect::<Vec<_>>(), [500, -499]);
/// ```
#[must_use]
pub fn exact_parts(total: Money, parts: Vec<Fraction>) -> Vec<Part> {
    let cut = parts.into_iter().map(|exact| cut_off(exact, Money::CENT)).collect();
    by_largest_remainder(total, cut, Money::CENT)
}

fn by_largest_remainder(total: Money, mut parts: Vec<Part>, unit: Money) -> Vec<Part> {
    let left = total - parts.iter().map(|part| part.amount).sum();
    let wants = parts.iter().map(|part| &part.exact - exact(part.amount)).collect();
    for (part, residual) in parts.iter_mut().zip(dealt(left, wants, unit)) {
        give(part, residual);
    }
    parts
}

/// What is left, unit by unit to the largest wants of its own sign, ties in order; less than a unit to the next.
fn dealt<W: Ord + Neg<Output = W>>(mut left: Money, wants: Vec<W>, unit: Money) -> Vec<Money> {
    let mut residuals = vec![Money::ZERO; wants.len()];
    let negative = left.is_negative();
    let signed = wants.into_iter().map(|want| if negative { -want } else { want });
    let mut order: Vec<(W, usize)> = signed.zip(0..).collect();
    order.sort_by(|(a, first), (b, second)| b.cmp(a).then(first.cmp(second)));
    for (_, index) in order {
        let step =
            if left.abs() < unit { left } else { Money::cents(unit.in_cents() * left.in_cents().signum()) };
        residuals[index] = step;
        left -= step;
    }
    residuals
}

/// The others are cut towards zero to the unit; the part at the index `taker`, which must be one of them, takes
/// what is left.
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
    shares.iter().map(|share| rounded_part(share * exact(total), unit)).collect()
}

/// Splits a total in proportion to weights, to the cent, by largest remainder. All weights zero: no parts.
///
/// The same as [`largest_remainder`] of their shares, in whole numbers: quotients are the cut parts, remainders what is
/// wanted beyond them, so that no fraction is ever reduced.
#[must_use]
pub fn in_proportion(total: Money, weights: &[Fraction]) -> Vec<Money> {
    let (weights, _) = over_common(weights);
    let sum: BigInt = weights.iter().sum();
    if sum.is_zero() {
        return Vec::new();
    }
    let cut = weights.iter().map(|weight| (weight * total.in_cents()).div_rem(&sum));
    let (amounts, wants): (Vec<Money>, Vec<BigInt>) =
        cut.map(|(quotient, rest)| (units(&quotient, Money::CENT), rest * sum.signum())).unzip();
    let left = total - amounts.iter().copied().sum();
    amounts
        .into_iter()
        .zip(dealt(left, wants, Money::CENT))
        .map(|(amount, residual)| amount + residual)
        .collect()
}

/// Exact parts, cut towards zero to the unit.
fn cut(total: Money, shares: &[Fraction], unit: Money) -> Vec<Part> {
    shares.iter().map(|share| cut_off(share * exact(total), unit)).collect()
}

fn cut_off(exact_part: Fraction, unit: Money) -> Part {
    let amount = units(&(&exact_part / exact(unit)).trunc().to_integer(), unit);
    Part { amount, exact: exact_part, residual: Money::ZERO }
}

fn give(part: &mut Part, residual: Money) {
    part.amount += residual;
    part.residual += residual;
}

/// So many units; parts of an amount are never beyond what an amount can hold.
fn units(count: &BigInt, unit: Money) -> Money {
    Money::cents(count.to_i128().unwrap_or(i128::MAX / unit.in_cents()) * unit.in_cents())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fraction::{ratio, shares, whole};
    use proptest::prelude::*;

    fn amounts(parts: &[Part]) -> Vec<Money> {
        parts.iter().map(|part| part.amount).collect()
    }

    #[test]
    fn less_than_a_unit_goes_to_the_next() {
        let halves = shares(&[whole(1), whole(1), whole(1)]).unwrap();
        let parts = largest_remainder(Money::cents(10_050), &halves, Money::cents(1_000));
        assert_eq!(amounts(&parts), [4_000, 3_050, 3_000].map(Money::cents));
        assert_eq!(parts[1].residual, Money::cents(50));
    }

    #[test]
    fn parts_of_both_signs_get_residuals_of_their_own_sign() {
        let shares = [ratio(1502, 1000), ratio(-256, 1000), ratio(-246, 1000)];
        let parts = largest_remainder(Money::cents(100), &shares, Money::CENT);
        assert_eq!(amounts(&parts), [150, -26, -24].map(Money::cents));
    }

    prop_compose! {
        fn totals_and_shares()(
            cents in -10_000_000_i128..10_000_000,
            weights in prop::collection::vec(0_u32..10_000, 1..20),
            unit in prop_oneof![Just(1_i128), Just(5), Just(100), Just(1_000)],
        ) -> (Money, Vec<Fraction>, Money) {
            let mut weights: Vec<Fraction> = weights.into_iter().map(whole).collect();
            weights.push(whole(1));
            (Money::cents(cents), shares(&weights).unwrap(), Money::cents(unit))
        }
    }

    proptest! {
        #[test]
        fn a_portion_is_the_rounded_fraction(cents in any::<i64>(), few in any::<bool>(), part in 0_i64..10_i64.pow(10), whole in 1_i64..10_i64.pow(10)) {
            let amount = Money::cents(if few { i128::from(cents % 100_000) } else { i128::from(cents) });
            let fraction = exact(amount) * crate::fraction::ratio(part, whole);
            prop_assert_eq!(portion(amount, part, whole), rounded(&fraction, Money::CENT));
        }

        #[test]
        fn parts_sum_to_the_whole((total, shares, unit) in totals_and_shares()) {
            for parts in [largest_remainder(total, &shares, unit), rest_to(0, total, &shares, unit)] {
                prop_assert_eq!(amounts(&parts).into_iter().sum::<Money>(), total);
            }
        }

        #[test]
        fn no_part_is_a_unit_off_and_nothing_gets_nothing((total, shares, unit) in totals_and_shares()) {
            for (part, share) in largest_remainder(total, &shares, unit).iter().zip(&shares) {
                prop_assert!((exact(part.amount) - &part.exact).abs() < exact(unit));
                prop_assert!(!share.is_zero() || part.amount.is_zero());
            }
        }

        #[test]
        fn whole_numbers_give_the_same_cents_as_fractions((total, shares, unit) in totals_and_shares()) {
            let weights: Vec<Fraction> = shares.iter().map(|share| share * exact(unit) / whole(7)).collect();
            let parts = largest_remainder(total, &shares, Money::CENT);
            prop_assert_eq!(in_proportion(total, &weights), amounts(&parts));
        }

        #[test]
        fn the_negative_total_mirrors((total, shares, unit) in totals_and_shares()) {
            for rule in [largest_remainder, each_half_up, |t, s: &[Fraction], u| rest_to(0, t, s, u)] {
                let mirrored: Vec<Money> = amounts(&rule(-total, &shares, unit)).into_iter().map(|m| -m).collect();
                prop_assert_eq!(amounts(&rule(total, &shares, unit)), mirrored);
            }
        }

        #[test]
        fn half_up_is_within_half_a_unit((total, shares, unit) in totals_and_shares()) {
            for part in each_half_up(total, &shares, unit) {
                prop_assert!((exact(part.amount) - &part.exact).abs() * whole(2) <= exact(unit));
                prop_assert_eq!(part.amount.in_cents() % unit.in_cents(), 0);
            }
        }
    }
}
