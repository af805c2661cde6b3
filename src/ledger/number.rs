//! Amounts and quantities as people write them.
//!
//! In: a cell, and the decimal mark of its file where that is known. Out: exact cents, or an exact quantity, or
//! why not. An amount is: a currency sign or code, a sign before or after, digits with or without group marks
//! (`.` `,` `'` blank, no-break blank) between threes, one decimal mark. Nothing passes through a float, and
//! `1.234` is never guessed.

use super::dialect::Known;
use crate::finding::cell::NumberFault;
use crate::fraction::Quantity;
use crate::money::Money;

/// A decimal mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Comma,
    Point,
}

impl Mark {
    pub(crate) fn of(byte: u8) -> Option<Self> {
        match byte {
            b',' => Some(Self::Comma),
            b'.' => Some(Self::Point),
            _ => None,
        }
    }

    pub(crate) fn char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }

    fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }
}

/// What a cell says about its file's decimal mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// Nothing: it has none.
    None,
    /// It is this one.
    Decides(Mark),
    /// Its only mark, before three digits, may be either.
    Open(Mark),
}

/// A number as it was written: the mark's meaning may still be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written {
    /// All digits, with the sign.
    digits: i128,
    /// How many digits.
    count: usize,
    /// Digits after the mark that is, or may be, the decimal mark.
    tail: usize,
    pub(crate) evidence: Evidence,
    pub(crate) currency: Option<&'static str>,
}

/// Most digits of a number: as many as a quantity can hold.
const MOST: usize = 28;

/// Signs and codes that may stand at a number, and the currency that they mean.
const CURRENCIES: [(&str, &str); 10] = [
    ("EURO", "EUR"), // before EUR, with which it begins
    ("EUR", "EUR"),
    ("€", "EUR"),
    ("GBP", "GBP"),
    ("£", "GBP"),
    ("USD", "USD"),
    ("$", "USD"),
    ("CHF", "CHF"),
    ("JPY", "JPY"),
    ("¥", "JPY"),
];

/// Reads a cell that is not empty.
pub(crate) fn read(cell: &str) -> Result<Written, NumberFault> {
    let (core, negative, currency) = bare(cell)?;
    let written = core_of(core).ok_or_else(|| why(core))?;
    if written.count > MOST {
        return Err(NumberFault::Digits { most: MOST });
    }
    let digits = if negative { -written.digits } else { written.digits };
    Ok(Written { digits, currency, ..written })
}

impl Written {
    /// The amount, where the file's decimal mark is known or does not matter.
    pub(crate) fn money(&self, mark: &Known<Mark>) -> Result<Money, NumberFault> {
        let decimals = self.decimals(mark)?;
        if decimals > 2 {
            return Err(NumberFault::Decimals { found: decimals });
        }
        if self.count - decimals > Money::MAX_DIGITS {
            return Err(NumberFault::Digits { most: Money::MAX_DIGITS });
        }
        let cents = [100, 10, 1];
        Ok(Money::cents(self.digits * cents[decimals]))
    }

    /// The quantity, with all its decimals.
    pub(crate) fn quantity(&self, mark: &Known<Mark>) -> Result<Quantity, NumberFault> {
        let decimals = self.decimals(mark)?;
        let scale = u32::try_from(decimals).map_err(|_| NumberFault::Digits { most: MOST })?;
        Quantity::try_from_i128_with_scale(self.digits, scale).map_err(|_| NumberFault::Digits { most: MOST })
    }

    /// How many of the digits are decimals.
    fn decimals(&self, mark: &Known<Mark>) -> Result<usize, NumberFault> {
        match (self.evidence, mark.get()) {
            (Evidence::Open(_), None) => Err(NumberFault::Ambiguous),
            (Evidence::Open(only), Some(mark)) if only != *mark => Ok(0),
            (Evidence::Decides(own), Some(file)) if own != *file => {
                Err(NumberFault::Contradicts { decimal: file.char(), declared: mark.is_declared() })
            }
            _ => Ok(self.tail),
        }
    }
}

/// The number without currency and sign; whether it is negative.
fn bare(cell: &str) -> Result<(&str, bool, Option<&'static str>), NumberFault> {
    if cell.starts_with('(') && cell.ends_with(')') {
        return Err(NumberFault::Brackets);
    }
    let (mut rest, mut sign, mut currency) = (cell.trim(), None, None);
    loop {
        if let Some((inner, negative)) = signed(rest) {
            if sign.replace(negative).is_some() {
                return Err(NumberFault::Form);
            }
            rest = inner.trim();
        } else if let Some((inner, name)) = priced(rest) {
            if currency.replace(name).is_some() {
                return Err(NumberFault::Form);
            }
            rest = inner.trim();
        } else {
            return Ok((rest, sign.unwrap_or(false), currency));
        }
    }
}

/// Without a sign before or after; whether it is a minus.
fn signed(text: &str) -> Option<(&str, bool)> {
    let minus = ['-', '\u{2212}'];
    let strip = |signs: &[char]| text.strip_prefix(signs).or_else(|| text.strip_suffix(signs));
    strip(&minus).map(|rest| (rest, true)).or_else(|| strip(&['+']).map(|rest| (rest, false)))
}

/// Without a currency before or after, in any case; which it is.
fn priced(text: &str) -> Option<(&str, &'static str)> {
    CURRENCIES.iter().find_map(|(sign, name)| {
        let is_sign = |part: &str| part.eq_ignore_ascii_case(sign);
        let before = text.split_at_checked(sign.len()).filter(|(part, _)| is_sign(part));
        let after = || text.split_at_checked(text.len().checked_sub(sign.len())?);
        let rest = before.map(|(_, rest)| rest);
        let rest = rest.or_else(|| after().filter(|(_, part)| is_sign(part)).map(|(rest, _)| rest));
        rest.map(|rest| (rest, *name))
    })
}

/// Digits and marks only; none where they are no number.
fn core_of(core: &str) -> Option<Written> {
    let (whole, fraction, evidence) = divided(core)?;
    let mut digits = groups(whole)?;
    if let Some(fraction) = fraction {
        if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.extend(fraction.bytes());
    }
    let value = digits.iter().take(MOST).fold(0_i128, |value, byte| value * 10 + i128::from(byte - b'0'));
    let tail = fraction.map_or(0, str::len);
    Some(Written { digits: value, count: digits.len(), tail, evidence, currency: None })
}

/// The text before and after the mark that is or may be the decimal mark, and what that proves.
fn divided(core: &str) -> Option<(&str, Option<&str>, Evidence)> {
    let Some(last) = core.rfind(['.', ',']) else { return Some((core, None, Evidence::None)) };
    let mark = Mark::of(core.as_bytes()[last])?;
    let (whole, fraction) = (&core[..last], &core[last + 1..]);
    let again = whole.contains(mark.char());
    let mixed = whole.contains(|c: char| !c.is_ascii_digit() && c != mark.char());
    match (again, mixed) {
        (true, true) => None,
        (true, false) => Some((core, None, Evidence::Decides(mark.other()))),
        (false, false) if fraction.len() == 3 && whole.len() <= 3 && !whole.starts_with('0') => {
            Some((whole, Some(fraction), Evidence::Open(mark)))
        }
        (false, _) => Some((whole, Some(fraction), Evidence::Decides(mark))),
    }
}

/// The digits of a whole number, its groups being threes after the first and all divided alike.
fn groups(whole: &str) -> Option<Vec<u8>> {
    let mark = whole.chars().find(|c| !c.is_ascii_digit());
    if mark.is_some_and(|mark| !GROUP_MARKS.contains(&mark)) {
        return None;
    }
    let mut digits = Vec::with_capacity(MOST);
    let parts = mark.map_or_else(|| vec![whole], |mark| whole.split(mark).collect());
    for (index, part) in parts.iter().enumerate() {
        let length = match (mark, index) {
            (None, _) => !part.is_empty(),
            (Some(_), 0) => (1..=3).contains(&part.len()) && !part.starts_with('0'),
            (Some(_), _) => part.len() == 3,
        };
        if !length || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        digits.extend(part.bytes());
    }
    Some(digits)
}

/// What may divide groups: marks, apostrophes, and blanks that break and do not break.
const GROUP_MARKS: [char; 7] = ['.', ',', '\'', '\u{2019}', ' ', '\u{a0}', '\u{202f}'];

/// Why this is no number.
fn why(core: &str) -> NumberFault {
    let number = |text: &str| {
        text.contains(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_digit() || GROUP_MARKS.contains(&c))
    };
    if number(core) {
        return NumberFault::Groups;
    }
    let exponent = core.split_once(['e', 'E']).is_some_and(|(before, after)| {
        let after = after.strip_prefix(['+', '-']).unwrap_or(after);
        number(before) && !after.is_empty() && after.bytes().all(|byte| byte.is_ascii_digit())
    });
    if exponent { NumberFault::Scientific } else { NumberFault::Form }
}

#[cfg(test)]
mod tests;
