//! Exact fractions: shares of a cost, and measured quantities on their way to becoming shares.
//!
//! In: whole numbers, cents and decimals. Out: fractions that lose nothing. Only [`crate::apportion`] turns one
//! back into cents; only [`crate::words`] shortens one for people.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use rust_decimal::Decimal;

use crate::money::Money;

/// An exact number: a share of a cost (`Anteil`), a count, an amount in cents before rounding.
pub type Fraction = BigRational;

/// A measured quantity or a percent as it was written, with all its decimals (`Bezugsgröße`).
pub type Quantity = Decimal;

/// The whole number `n`.
#[must_use]
pub fn whole(n: impl Into<BigInt>) -> Fraction {
    Fraction::from_integer(n.into())
}

/// `numerator / denominator`; the denominator must not be zero.
#[must_use]
pub fn ratio(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Fraction {
    Fraction::new(numerator.into(), denominator.into())
}

/// The amount in cents, as a number to calculate with.
#[must_use]
pub fn exact(amount: Money) -> Fraction {
    whole(amount.in_cents())
}

/// So many percent as a part of one: `19` is 19/100.
#[must_use]
pub fn percent(value: Quantity) -> Fraction {
    quantity(value) * ratio(1, 100)
}

/// The quantity, exactly: `1.25` is 5/4.
#[must_use]
pub fn quantity(value: Quantity) -> Fraction {
    if value.scale() == 0 {
        whole(value.mantissa())
    } else {
        ratio(value.mantissa(), BigInt::from(10).pow(value.scale()))
    }
}

/// The exact sum of quantities, with a common number of decimals, reduced once.
#[must_use]
pub fn sum_of(values: impl Iterator<Item = Quantity> + Clone) -> Fraction {
    let scale = values.clone().map(|value| value.scale()).max().unwrap_or(0);
    let power = |exponent| BigInt::from(10).pow(exponent);
    let sum: BigInt = values.map(|value| value.mantissa() * power(scale - value.scale())).sum();
    if scale == 0 { whole(sum) } else { ratio(sum, power(scale)) }
}

/// The fractions over their common denominator: their numerators, and that denominator.
#[must_use]
pub fn over_common(list: &[Fraction]) -> (Vec<BigInt>, BigInt) {
    let common = list.iter().fold(BigInt::from(1), |common, it| common.lcm(it.denom()));
    (list.iter().map(|it| it.numer() * (&common / it.denom())).collect(), common)
}

/// Sums of products, for several lists of the same length against one: Σ `lists[n][i]` × `by[i]` for each n. Each is
/// brought to a common denominator and reduced once.
#[must_use]
pub fn products(lists: &[Vec<Fraction>], by: &[Fraction]) -> Vec<Fraction> {
    let (by, denominator) = over_common(by);
    let product = |list: &Vec<Fraction>| {
        let (numerators, own) = over_common(list);
        let sum: BigInt = numerators.iter().zip(&by).map(|(a, b)| a * b).sum();
        if sum.is_zero() { whole(0) } else { ratio(sum, own * &denominator) }
    };
    lists.iter().map(product).collect()
}

/// Parts of a whole that sum to exactly one, in the proportion of `weights`.
///
/// None where the weights sum to zero or one of them is negative: there is no such share.
#[must_use]
pub fn shares(weights: &[Fraction]) -> Option<Vec<Fraction>> {
    let sum: Fraction = weights.iter().sum();
    if sum.is_zero() || weights.iter().any(Signed::is_negative) {
        return None;
    }
    Some(weights.iter().map(|weight| weight / &sum).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_the_fraction_it_says() {
        assert_eq!(quantity(Quantity::new(125, 2)), ratio(5, 4));
        assert_eq!(quantity(Quantity::new(-5, 0)), whole(-5));
    }

    #[test]
    fn sums_and_products_are_exact() {
        let values = [Quantity::new(125, 2), Quantity::new(3, 0), Quantity::new(-1, 1)];
        assert_eq!(sum_of(values.into_iter()), ratio(415, 100));
        let lists = [vec![ratio(1, 2), ratio(1, 3)], vec![whole(0), whole(2)]];
        assert_eq!(products(&lists, &[ratio(3, 5), ratio(6, 7)]), [ratio(41, 70), ratio(12, 7)]);
    }

    #[test]
    fn weights_of_nothing_have_no_shares() {
        assert_eq!(shares(&[whole(0), whole(0)]), None);
        assert_eq!(shares(&[whole(3), whole(-1)]), None);
        assert_eq!(shares(&[whole(3), whole(1)]), Some(vec![ratio(3, 4), ratio(1, 4)]));
    }
}
