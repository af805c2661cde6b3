//! Amounts as most ledgers write them: digits, perhaps in groups, a decimal mark, two digits, perhaps a minus.
//!
//! In: a cell and its file's decimal mark. Out: cents, or none where it is written in any other way: then the one
//! reader of numbers decides ([`crate::ledger::number`]), and what both read must be the same (fuzzed).

use crate::ledger::number::Mark;

/// Most digits that are read here, so that cents fit.
const MOST: usize = 16;

/// `1.234,56`, `1234,56`, `12`, `-12,50`, `12,50-`, and with the marks exchanged.
#[inline(always)]
pub(super) fn cents(cell: &[u8], mark: Mark) -> Option<i64> {
    let (digits, negative) = match cell {
        [b'-', rest @ ..] | [rest @ .., b'-'] => (rest, true),
        _ => (cell, false),
    };
    let (decimal, group) = match mark {
        Mark::Comma => (b',', b'.'),
        Mark::Point => (b'.', b','),
    };
    let cents = match digits {
        [whole @ .., at, tens, ones] if *at == decimal => {
            euro(whole, group)? * 100 + digit(*tens)? * 10 + digit(*ones)?
        }
        whole => plain(whole)? * 100,
    };
    Some(if negative { -cents } else { cents })
}

/// Digits, in groups of three or in none.
#[inline(always)]
fn euro(whole: &[u8], group: u8) -> Option<i64> {
    if whole.len() > 3 && whole[whole.len() - 4] == group { grouped(whole, group) } else { plain(whole) }
}

#[inline(always)]
fn plain(digits: &[u8]) -> Option<i64> {
    if digits.is_empty() || digits.len() > MOST - 2 {
        return None;
    }
    digits.iter().try_fold(0, |value, byte| Some(value * 10 + digit(*byte)?))
}

#[inline(always)]
fn grouped(whole: &[u8], group: u8) -> Option<i64> {
    let first = whole.len() % 4;
    if first == 0 || whole.len() > MOST || whole[0] == b'0' {
        return None;
    }
    let (head, groups) = whole.split_at(first);
    let (groups, _) = groups.as_chunks::<4>();
    groups.iter().try_fold(plain(head)?, |value, [mark, a, b, c]| {
        let three = digit(*a)? * 100 + digit(*b)? * 10 + digit(*c)?;
        (*mark == group).then_some(value * 1000 + three)
    })
}

#[inline(always)]
fn digit(byte: u8) -> Option<i64> {
    byte.is_ascii_digit().then(|| i64::from(byte - b'0'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ledger::dialect::Known;
    use crate::ledger::number::{self, Evidence};
    use crate::money::Money;

    /// What the one reader of numbers says of the cell.
    fn slowly(cell: &str, mark: Mark) -> Option<Money> {
        let written = number::read(cell).ok().filter(|written| written.currency.is_none())?;
        written.money(&Known::Declared(mark)).ok()
    }

    #[test]
    fn amounts_as_most_ledgers_write_them_are_read() {
        for (cell, read) in [
            ("1.234,56", 123_456),
            ("1234,56", 123_456),
            ("12", 1_200),
            ("-12,50", -1_250),
            ("12,50-", -1_250),
            ("999.999.999.999,99", 99_999_999_999_999),
        ] {
            assert_eq!(cents(cell.as_bytes(), Mark::Comma), Some(read), "{cell}");
        }
        assert_eq!(cents(b"1,234.56", Mark::Point), Some(123_456));
        for cell in ["", "-", "1.23,45", "1234.567,00", "1,5", "0.123,00", "+1,00", "1 234,00", "1,00 EUR"] {
            assert_eq!(cents(cell.as_bytes(), Mark::Comma), None, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_quickly_is_read_slowly_too(cell in "-?[0-9]{0,4}[0-9.,-]{0,12}[0-9.,]{0,3}-?", point in any::<bool>()) {
            let mark = if point { Mark::Point } else { Mark::Comma };
            if let Some(read) = cents(cell.as_bytes(), mark) {
                prop_assert_eq!(slowly(&cell, mark), Some(Money::cents(read.into())));
            }
        }

        #[test]
        fn amounts_with_two_decimals_are_not_missed(cents_written in -10_i64.pow(13)..10_i64.pow(13)) {
            let (euro, rest) = (cents_written.unsigned_abs() / 100, cents_written.unsigned_abs() % 100);
            let sign = if cents_written < 0 { "-" } else { "" };
            let cell = format!("{sign}{euro},{rest:02}");
            prop_assert_eq!(cents(cell.as_bytes(), Mark::Comma), Some(cents_written));
            prop_assert!(matches!(number::read(&cell).unwrap().evidence, Evidence::Decides(Mark::Comma)));
        }
    }
}
