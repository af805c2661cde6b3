//! Exact numbers of umlage.toml: amounts, quantities, percents.
//!
//! In: a TOML integer, or text with a decimal point. Out: cents or a decimal, digit for digit. A TOML float
//! is refused because it is not exact, and so is every other spelling; where the digits leave no doubt, the
//! finding says how to write them.

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::sheet::Sheet;
use super::table::Entry;
use crate::finding::TomlFault;
use crate::finding::toml::Kind;
use crate::fraction::Quantity;
use crate::money::Money;

impl Entry<'_> {
    /// An amount of euro.
    pub(super) fn amount(&self, sheet: &mut Sheet<'_>) -> Option<Money> {
        self.exact(Kind::Amount, |text| text.parse().ok(), sheet)
    }

    /// A quantity, weight or percent, with any number of decimals.
    pub(super) fn quantity(&self, sheet: &mut Sheet<'_>) -> Option<Quantity> {
        self.exact(Kind::Quantity, plain, sheet)
    }

    fn exact<T>(&self, expected: Kind, read: impl Fn(&str) -> Option<T>, sheet: &mut Sheet<'_>) -> Option<T> {
        let text = match self.value {
            DeValue::Integer(_) => self.integer().unwrap_or(i128::MAX).to_string(),
            DeValue::String(text) => text.to_string(),
            DeValue::Float(_) => sheet.written(&self.span).to_owned(),
            _ => return self.wrong(expected, None, sheet),
        };
        let exact = !matches!(self.value, DeValue::Float(_));
        if let Some(value) = read(&text).filter(|_| exact) {
            return Some(value);
        }
        let spelling = respelled(&text).filter(|text| read(text).is_some()).map(|text| quoted(&text));
        let (key, written) = (self.key.to_owned(), text);
        self.refuse(
            if exact {
                TomlFault::NotPlain { key, expected, written, spelling }
            } else {
                TomlFault::NotExact { key, written, spelling }
            },
            sheet,
        )
    }
}

/// Digits, perhaps a point and digits, perhaps a minus before: nothing else that a decimal could be read from.
fn plain(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (all_digits(whole) && all_digits(part)).then(|| Decimal::from_str_exact(text).ok()).flatten()
}

/// The number as it is to be written, where its marks leave no doubt: `15.000,00 €` is `15000.00`.
pub(super) fn respelled(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(['€', '%']).trim_end_matches("EUR").trim();
    let text = text.strip_prefix('+').filter(|rest| !rest.starts_with('-')).unwrap_or(text);
    let digits: String =
        text.chars().filter(|c| !matches!(c, ' ' | '\'' | '_' | '\u{a0}' | '\u{202f}')).collect();
    let marks = digits.matches([',', '.']).count();
    let (whole, part) = match (digits.rfind(','), digits.rfind('.')) {
        (Some(comma), Some(point)) => digits.split_at(comma.max(point)),
        (Some(mark), None) | (None, Some(mark)) if marks == 1 => digits.split_at(mark),
        _ => (digits.as_str(), ""),
    };
    let in_doubt = marks == 1 && digits.contains(',') && part.len() == 4;
    let groups: Vec<&str> = whole.split([',', '.']).collect();
    let threes = groups.iter().skip(1).all(|group| group.len() == 3);
    let spelled =
        if part.is_empty() { groups.concat() } else { format!("{}.{}", groups.concat(), &part[1..]) };
    (!in_doubt && threes && plain(&spelled).is_some()).then_some(spelled)
}

/// In quotes, as TOML text.
pub(super) fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_respelled_only_where_its_marks_leave_no_doubt() {
        for (written, spelled) in [
            ("15.000,00", Some("15000.00")),
            ("15,000.00", Some("15000.00")),
            ("1.234.567,8", Some("1234567.8")),
            ("1.234.567", Some("1234567")),
            ("1 234,50 €", Some("1234.50")),
            ("54,74 %", Some("54.74")),
            ("+5", Some("5")),
            ("-0,5", Some("-0.5")),
            ("15,000", None),
            ("1.23.4,5", None),
            ("1e3", None),
            (",5", None),
            ("ä,öü", None),
            ("", None),
        ] {
            assert_eq!(respelled(written).as_deref(), spelled, "{written}");
        }
    }

    #[test]
    fn a_plain_decimal_keeps_its_digits() {
        assert_eq!(plain("33.3330").map(|value| value.to_string()), Some("33.3330".to_owned()));
        for text in ["", ".", "1.", ".5", "+1", "1e3", "1_000", "1,5", "NaN", "--1", "1.2.3"] {
            assert_eq!(plain(text), None, "{text}");
        }
        assert_eq!(plain(&"9".repeat(40)), None);
    }
}
