//! Amounts, days, quantities and percents as people write them.
//!
//! In: an exact value and a language. Out: its text. German: `1.234,56`, `31.12.2014`, `54,7 %`. English:
//! `1,234.56`, `2014-12-31`, `54.7 %`. No amount is rounded here; fractions are, for display, to as many decimals
//! as the caller says.

use num_bigint::BigInt;
use num_traits::Signed;

use crate::agreement::Language;
use crate::apportion::half_up;
use crate::fraction::{Fraction, Quantity, whole};
use crate::money::Money;
use crate::period::{Date, Span};

/// `1.234,56`, with `-` before it where it is negative.
#[must_use]
pub fn amount(amount: Money, language: Language) -> String {
    localised(&amount.to_string(), language)
}

/// With `+` or `-`, for differences: `+3.450,00`; nothing has no sign.
#[must_use]
pub fn signed(amount: Money, language: Language) -> String {
    let plus = if amount.is_positive() { "+" } else { "" };
    format!("{plus}{}", self::amount(amount, language))
}

/// All the decimals it was written with.
#[must_use]
pub fn quantity(value: Quantity, language: Language) -> String {
    localised(&value.to_string(), language)
}

/// A fraction of one as percent with so many decimals, rounded half-up for display: `54,74 %`.
#[must_use]
pub fn percent(share: &Fraction, decimals: u32, language: Language) -> String {
    format!("{} %", decimal(&times(share, BigInt::from(100)), decimals, language))
}

/// The same with `+` or `-`, for differences: `+23,0 %`.
#[must_use]
pub fn signed_percent(share: &Fraction, decimals: u32, language: Language) -> String {
    let shown = percent(share, decimals, language);
    let nothing = !shown.contains(|digit: char| ('1'..='9').contains(&digit));
    let plus = if share.is_positive() && !nothing { "+" } else { "" };
    format!("{plus}{shown}")
}

/// A fraction of one as percent with the decimals that it needs: `15 %`, `12,5 %`.
#[must_use]
pub fn shortest_percent(share: &Fraction, language: Language) -> String {
    percent(share, decimals_of(&(share * whole(100))).unwrap_or(MOST_DECIMALS), language)
}

/// A fraction of one as percent, with the decimals, two to six, that show on which side of `limit` it lies:
/// `14,998 %` where `15 %` is asked for.
#[must_use]
pub fn percent_beside(share: &Fraction, limit: &Fraction, language: Language) -> String {
    let side = |percent: &Fraction| *percent >= limit * whole(100);
    let value = share * whole(100);
    let rounded = |decimals: u32| {
        let power = power_of_ten(decimals);
        Fraction::from(half_up(&(&value * &power))) / power
    };
    let telling = (2..MOST_DECIMALS).find(|decimals| side(&rounded(*decimals)) == side(&value));
    percent(share, telling.unwrap_or(MOST_DECIMALS), language)
}

/// A number with the decimals that it needs: `175.853`, `4,25`; what needs too many is shortened after `≈`.
#[must_use]
pub fn number(value: &Fraction, language: Language) -> String {
    match decimals_of(value) {
        Some(decimals) => decimal(value, decimals, language),
        None => format!("≈ {}", decimal(value, MOST_DECIMALS, language)),
    }
}

/// The same with a point and without groups or `≈`, for machines.
#[must_use]
pub fn plain_number(value: &Fraction) -> String {
    plain_decimal(value, decimals_of(value).unwrap_or(MOST_DECIMALS))
}

/// Decimals that are shown of a number that would need more.
const MOST_DECIMALS: u32 = 6;

/// A multiple that is only shown, so that nothing needs to be reduced.
fn times(value: &Fraction, factor: BigInt) -> Fraction {
    Fraction::new_raw(value.numer() * factor, value.denom().clone())
}

fn power_of_ten(exponent: u32) -> Fraction {
    whole(BigInt::from(10).pow(exponent))
}

/// How many decimals the number needs, unless they are too many to read.
fn decimals_of(value: &Fraction) -> Option<u32> {
    (0..=12).find(|decimals| (value * power_of_ten(*decimals)).is_integer())
}

/// Plain digits with a point, in the language's mark and without groups, for machines: `1234,56`.
#[must_use]
pub fn ungrouped(plain: &str, language: Language) -> String {
    match language {
        Language::De => plain.replace('.', ","),
        Language::En => plain.to_owned(),
    }
}

/// A number with so many decimals, rounded half-up for display.
#[must_use]
pub fn decimal(value: &Fraction, decimals: u32, language: Language) -> String {
    localised(&plain_decimal(value, decimals), language)
}

/// The same with a point and without groups, as in JSON.
#[must_use]
pub fn plain_decimal(value: &Fraction, decimals: u32) -> String {
    let scaled = half_up(&times(value, BigInt::from(10).pow(decimals)));
    let digits = scaled.abs().to_string();
    let places = usize::try_from(decimals).unwrap_or(usize::MAX);
    let padded = format!("{digits:0>width$}", width = places + 1);
    let (before, after) = padded.split_at(padded.len() - places);
    let sign = if scaled.is_negative() { "-" } else { "" };
    let mark = if places == 0 { "" } else { "." };
    format!("{sign}{before}{mark}{after}")
}

/// A day: `31.12.2014` or `2014-12-31`.
#[must_use]
pub fn date(day: Date, language: Language) -> String {
    match language {
        Language::De => day.strftime("%d.%m.%Y").to_string(),
        Language::En => day.to_string(),
    }
}

/// A span of days; one day alone where it is one.
#[must_use]
pub fn span(span: Span, language: Language) -> String {
    if span.from() == span.to() {
        return date(span.from(), language);
    }
    format!("{} – {}", date(span.from(), language), date(span.to(), language))
}

/// A count with group marks: `1.234`.
#[must_use]
pub fn count(number: u64, language: Language) -> String {
    localised(&number.to_string(), language)
}

/// Text from a user's file, safe to print: a line break becomes a blank, any other control character `·`, so that
/// no cell of a ledger can steer a terminal.
#[must_use]
pub fn printable(text: &str) -> String {
    let safe = |letter: char| match letter {
        '\n' | '\r' | '\t' => ' ',
        letter if letter.is_control() => '·',
        letter => letter,
    };
    text.chars().map(safe).collect()
}

/// Plain digits with a point, in the language's marks, grouped by threes before the mark.
fn localised(plain: &str, language: Language) -> String {
    let (group, mark) = match language {
        Language::De => ('.', ','),
        Language::En => (',', '.'),
    };
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (before, after) =
        digits.split_once('.').map_or((digits, None), |(before, after)| (before, Some(after)));
    let mut text = String::from(sign);
    for (index, digit) in before.chars().enumerate() {
        if index > 0 && (before.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if let Some(after) = after {
        text.push(mark);
        text.push_str(after);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fraction::ratio;

    #[test]
    fn amounts_are_grouped_and_marked_by_language() {
        let value = Money::cents(-123_456_789);
        assert_eq!(amount(value, Language::De), "-1.234.567,89");
        assert_eq!(amount(value, Language::En), "-1,234,567.89");
        assert_eq!(amount(Money::cents(99_999), Language::De), "999,99");
        assert_eq!(signed(Money::cents(345_000), Language::De), "+3.450,00");
        assert_eq!(signed(Money::ZERO, Language::De), "0,00");
    }

    #[test]
    fn percents_say_what_they_round() {
        assert_eq!(percent(&ratio(2, 3), 2, Language::De), "66,67 %");
        assert_eq!(percent(&ratio(-1, 2000), 1, Language::En), "-0.1 %");
        assert_eq!(decimal(&ratio(1, 3), 0, Language::De), "0");
        assert_eq!(signed_percent(&ratio(23, 100), 1, Language::De), "+23,0 %");
        assert_eq!(percent_beside(&ratio(14_998, 100_000), &ratio(3, 20), Language::De), "14,998 %");
        assert_eq!(percent_beside(&ratio(15_002, 100_000), &ratio(3, 20), Language::De), "15,00 %");
        assert_eq!(percent_beside(&ratio(-1, 1_000_000), &ratio(0, 1), Language::De), "-0,0001 %");
        assert_eq!(percent_beside(&ratio(1, 3), &ratio(1, 2), Language::De), "33,33 %");
        assert_eq!(shortest_percent(&ratio(1, 8), Language::De), "12,5 %");
    }

    #[test]
    fn numbers_show_the_decimals_they_need() {
        assert_eq!(number(&ratio(175_853, 1), Language::De), "175.853");
        assert_eq!(number(&ratio(17, 4), Language::En), "4.25");
        assert_eq!(number(&ratio(1, 3), Language::De), "≈ 0,333333");
        assert_eq!(ungrouped("-1234.56", Language::De), "-1234,56");
    }
}
