use proptest::prelude::*;

use super::*;
use crate::place::{Files, Place};

fn known(mark: Mark) -> Known<Mark> {
    Known::Proven(mark, Place::start(Files::default().id("a")))
}

fn cents(cell: &str, mark: &Known<Mark>) -> Result<i128, NumberFault> {
    read(cell)?.money(mark).map(Money::in_cents)
}

#[test]
fn amounts_that_leave_no_doubt_are_read() {
    for (cell, expected) in [
        ("1.234,56", 123_456),
        ("1,234.56", 123_456),
        ("1'234.56", 123_456),
        ("1\u{2019}234.56", 123_456),
        ("1 234,56", 123_456),
        ("1\u{a0}234,56", 123_456),
        ("1\u{202f}234,56", 123_456),
        ("1234,5", 123_450),
        ("1234", 123_400),
        ("1.234.567", 123_456_700),
        ("12.345.678,90", 1_234_567_890),
        ("1.234,56-", -123_456),
        ("-1.234,56", -123_456),
        ("\u{2212}5,00", -500),
        ("+5,00", 500),
        ("€ 5,00", 500),
        ("-5,00 €", -500),
        ("5,00-€", -500),
        ("EUR 5,00", 500),
        ("5.00 EUR", 500),
        ("eur 5,00", 500),
        ("5,00 Euro", 500),
        ("EURO5,00", 500),
        ("Usd -5.00", -500),
        ("£1,234.56", 123_456),
        ("$-5", -500),
        ("0,00", 0),
        ("-0.5", -50),
        ("123456789012345,67", 12_345_678_901_234_567),
    ] {
        assert_eq!(cents(cell, &Known::Unknown), Ok(expected), "{cell}");
    }
}

#[test]
fn what_is_no_amount_says_why() {
    use NumberFault::{Ambiguous, Brackets, Decimals, Digits, Form, Groups, Scientific};
    for (cell, fault) in [
        ("1.234", Ambiguous),
        ("12,345", Ambiguous),
        ("-123.456 €", Ambiguous),
        ("0,123", Decimals { found: 3 }),
        ("1.234,560", Decimals { found: 3 }),
        ("1234,560", Decimals { found: 3 }),
        ("1e3", Scientific),
        ("1,23E+15", Scientific),
        ("1_000", Form),
        ("NaN", Form),
        ("inf", Form),
        ("", Form),
        ("-", Form),
        ("--5", Form),
        ("-5-", Form),
        ("€5€", Form),
        ("0x10", Form),
        ("5,00 DM", Form),
        ("(1.234,56)", Brackets),
        ("1234567890123456", Digits { most: 15 }),
        ("12345678901234567890123456789", Digits { most: 28 }),
        ("1.23.456", Groups),
        ("1.2345,00", Groups),
        ("1234.567,00", Groups),
        ("1,234.567.890", Groups),
        ("1.234'567,00", Groups),
        ("0.123.456", Groups),
        ("1  234", Groups),
        (",50", Groups),
        ("5,", Groups),
        ("31.12.2014", Groups),
        ("١٢٣", Form),
    ] {
        assert_eq!(cents(cell, &Known::Unknown), Err(fault), "{cell}");
    }
}

#[test]
fn the_file_decides_what_a_cell_leaves_open() {
    assert_eq!(cents("1.234", &known(Mark::Comma)), Ok(123_400));
    assert_eq!(cents("1.234", &known(Mark::Point)), Err(NumberFault::Decimals { found: 3 }));
    assert_eq!(
        cents("1234.56", &known(Mark::Comma)),
        Err(NumberFault::Contradicts { decimal: ',', declared: false })
    );
    assert_eq!(
        cents("1,234,567", &Known::Declared(Mark::Comma)),
        Err(NumberFault::Contradicts { decimal: ',', declared: true })
    );
    let quantity = |cell: &str, mark| read(cell).unwrap().quantity(&mark).map(|value| value.to_string());
    assert_eq!(quantity("1.234", known(Mark::Point)), Ok("1.234".to_owned()));
    assert_eq!(quantity("1.234", known(Mark::Comma)), Ok("1234".to_owned()));
    assert_eq!(quantity("-0,123456789", Known::Unknown), Ok("-0.123456789".to_owned()));
}

/// An amount as people write it: grouped or not, with either mark, the sign before or after.
fn styled(cents: i128, decimal: char, group: Option<char>, after: bool, currency: &str) -> String {
    let (euro, rest) = (cents.abs() / 100, cents.abs() % 100);
    let plain = euro.to_string();
    let mut text = String::new();
    for (index, digit) in plain.chars().enumerate() {
        if index > 0 && (plain.len() - index) % 3 == 0 {
            text.extend(group);
        }
        text.push(digit);
    }
    let (before, behind) = match (cents < 0, after) {
        (false, _) => ("", ""),
        (true, false) => ("-", ""),
        (true, true) => ("", "-"),
    };
    format!("{before}{text}{decimal}{rest:02}{behind}{currency}")
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        cents in -99_999_999_999_999_999_i128..=99_999_999_999_999_999,
        style in 0_usize..6,
        after: bool,
        currency in prop::sample::select(vec!["", " €", " EUR", "£"]),
    ) {
        let (decimal, group) = [
            (',', Some('.')), ('.', Some(',')), ('.', Some('\'')), (',', Some('\u{a0}')), (',', None), ('.', None),
        ][style];
        let text = styled(cents, decimal, group, after, currency);
        prop_assert_eq!(super::tests::cents(&text, &Known::Unknown), Ok(cents), "{}", text);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC*|[0-9.,' €-]{0,40}") {
        if let Ok(written) = read(&text) {
            for mark in [Known::Unknown, known(Mark::Comma), known(Mark::Point)] {
                let _ = written.money(&mark);
                let _ = written.quantity(&mark);
            }
        }
    }
}
