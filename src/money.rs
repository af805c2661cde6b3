//! Exact cents.
//!
//! In: nothing but whole cents. Out: sums and differences of them. The one rule kept here is that an amount is
//! never anything but a whole number of cents; splitting one is the business of [`crate::apportion`], reading
//! one that of [`crate::ledger`], writing one for people that of [`crate::words`].

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use std::str::FromStr;

/// An amount of euro, exact to the cent (`Betrag`).
///
/// Positive is an expense, or owed; negative a credit. Amounts read from files have at most fifteen digits
/// before the mark, so that sums of any number of rows that a disk can hold stay far inside the range.
///
/// ```
/// use umlage::money::Money;
/// assert_eq!((Money::cents(10_000) - Money::cents(1)).to_string(), "99.99");
/// assert_eq!(Money::cents(-5).to_string(), "-0.05");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i128);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The smallest amount there is.
    pub const CENT: Self = Self(1);
    /// Digits before the decimal mark that a file may write: more is refused when read.
    pub const MAX_DIGITS: usize = 15;

    /// So many cents.
    #[must_use]
    pub const fn cents(cents: i128) -> Self {
        Self(cents)
    }

    /// The amount in cents.
    #[must_use]
    pub const fn in_cents(self) -> i128 {
        self.0
    }

    /// The amount without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Is it nothing?
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Is it below nothing?
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Is it above nothing?
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }
}

/// With a point and always two decimals, as in JSON: `-1234.50`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

/// Reads what [`Display`](fmt::Display) writes, and amounts with no or one decimal: `15000`, `-0.5`.
impl FromStr for Money {
    type Err = NotPlain;

    fn from_str(text: &str) -> Result<Self, NotPlain> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (euro, cents) = digits.split_once('.').map_or((digits, "0"), |(euro, cents)| (euro, cents));
        let plain =
            |part: &str, most| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(euro, Self::MAX_DIGITS) || !plain(cents, 2) {
            return Err(NotPlain);
        }
        let number = |part: &str| part.parse::<i128>().map_err(|_| NotPlain);
        let tens = if cents.len() == 1 { 10 } else { 1 };
        Ok(Self(sign * (number(euro)? * 100 + number(cents)? * tens)))
    }
}

/// A text that is no plain amount: digits, at most two decimals after a point, perhaps a minus before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an amount like 1234.56")]
pub struct NotPlain;

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cents_keep_their_sign_and_their_zero() {
        assert_eq!(Money::cents(-100).to_string(), "-1.00");
        assert_eq!(Money::cents(-7).to_string(), "-0.07");
        assert_eq!(Money::ZERO.to_string(), "0.00");
        for text in ["-1.00", "-0.07", "0.00", "123456789012345.67"] {
            assert_eq!(text.parse::<Money>().unwrap().to_string(), text);
        }
        assert_eq!("-0.5".parse(), Ok(Money::cents(-50)));
        for text in ["", "-", "1.234", "1,5", "1.", ".5", "+1", "1e3", "1234567890123456"] {
            assert_eq!(text.parse::<Money>(), Err(NotPlain), "{text}");
        }
        assert_eq!([Money::cents(5), Money::cents(-7)].into_iter().sum::<Money>(), Money::cents(-2));
    }
}
