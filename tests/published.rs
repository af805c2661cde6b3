//! Worked examples from the tests and bug reports of other programs: figures only, each with its source.

use umlage::apportion::largest_remainder;
use umlage::fraction::{Fraction, ratio, shares, whole};
use umlage::money::Money;
use umlage::settle::fewest;

fn split(total: i128, weights: &[Fraction]) -> Vec<i128> {
    let shares = shares(weights).unwrap();
    largest_remainder(Money::cents(total), &shares, Money::CENT)
        .iter()
        .map(|part| part.amount.in_cents())
        .collect()
}

fn integers(weights: &[i64]) -> Vec<Fraction> {
    weights.iter().map(|weight| whole(*weight)).collect()
}

/// L1: moneyphp/money, `tests/MoneyTest.php`, `allocationExamples` at d49ee62.
#[test]
fn moneyphp_allocations() {
    let cases: [(i128, &[i64], &[i128]); 18] = [
        (100, &[1, 1, 1], &[34, 33, 33]),
        (101, &[1, 1, 1], &[34, 34, 33]),
        (5, &[3, 7], &[2, 3]),
        (5, &[7, 3], &[4, 1]),
        (5, &[7, 3, 0], &[4, 1, 0]),
        (5, &[0, 7, 3], &[0, 4, 1]),
        (5, &[7, 0, 3], &[4, 0, 1]),
        (5, &[0, 0, 1], &[0, 0, 5]),
        (5, &[0, 3, 7], &[0, 2, 3]),
        (0, &[0, 0, 1], &[0, 0, 0]),
        (2, &[1, 1, 1], &[1, 1, 0]),
        (1, &[1, 1], &[1, 0]),
        (1, &[33, 66], &[0, 1]),
        (101, &[3, 7], &[30, 71]),
        (101, &[7, 3], &[71, 30]),
        (15, &[1, 1], &[8, 7]),
        (10, &[1, 1], &[5, 5]),
        (10, &[1, 1, 1], &[4, 3, 3]),
    ];
    for (total, weights, parts) in cases {
        assert_eq!(split(total, &integers(weights)), parts, "{total} by {weights:?}");
    }
    assert_eq!(split(15, &integers(&[1, 1, 1])), [5, 5, 5]);
}

/// L3: martinlackner/apportionment, `tests/test_methods.py`, after Balinski and Young 1975.
#[test]
fn seats_by_largest_remainder() {
    let cases: [(i128, &[i64], &[i128]); 7] = [
        (100, &[5117, 4400, 162, 161, 160], &[51, 44, 2, 2, 1]),
        (26, &[9061, 7179, 5259, 3319, 1182], &[9, 7, 5, 4, 1]),
        (12, &[14, 28, 7, 35], &[2, 4, 1, 5]),
        (6, &[0, 14, 28, 0, 0], &[0, 2, 4, 0, 0]),
        (3, &[10, 9, 8, 8, 11, 12], &[1, 0, 0, 0, 1, 1]),
        (3, &[12, 12, 11, 12], &[1, 1, 0, 1]),
        (2, &[2, 1, 1, 2, 2], &[1, 0, 0, 1, 0]),
    ];
    for (total, weights, parts) in cases {
        assert_eq!(split(total, &integers(weights)), parts, "{total} by {weights:?}");
    }
}

/// L6: brick/money, `src/AllocationMode.php`: one dollar by 2, 3, 1, `FloorToLargestRemainder`.
#[test]
fn a_dollar_by_two_three_one() {
    assert_eq!(split(100, &integers(&[2, 3, 1])), [33, 50, 17]);
}

/// L7: bug reports in which other programs lost or made a cent.
#[test]
fn bugs_of_others_are_not_ours() {
    let cases: [(i128, &[i64], &[i128], &str); 6] = [
        (18225, &[98, 2], &[17861, 364], "odoo#214736"),
        (78508, &[3333, 3333, 3334], &[26167, 26167, 26174], "odoo#94871"),
        (3000, &[1; 7], &[429, 429, 429, 429, 428, 428, 428], "cospend-nc#206"),
        (9999, &[75, 25], &[7499, 2500], "moneyphp#492"),
        (613, &[98, 92, 98, 123, 102, 92], &[99, 93, 99, 125, 104, 93], "rusty_money#103"),
        (613, &[123, 102, 98, 98, 92, 92], &[125, 104, 99, 99, 93, 93], "rusty_money#103, reordered"),
    ];
    for (total, weights, parts, source) in cases {
        assert_eq!(split(total, &integers(weights)), parts, "{source}");
    }
    let thirds = [ratio(6667, 10_000), ratio(3333, 10_000)];
    assert_eq!(split(1000, &thirds), [667, 333], "RubyMoney#652");
    assert_eq!(split(-1000, &thirds), [-667, -333], "RubyMoney#652");
    assert_eq!(split(25_000, &integers(&[10, 25, 65])), [2500, 6250, 16250], "erpnext#19516");
}

fn transfers(balances: &[i128]) -> Vec<(usize, usize, i128)> {
    let cents: Vec<Money> = balances.iter().map(|balance| Money::cents(*balance)).collect();
    let (transfers, proven) = fewest(&cents);
    assert!(proven);
    transfers.iter().map(|transfer| (transfer.from.0, transfer.to.0, transfer.amount.in_cents())).collect()
}

/// T1: the minimum, where debts 0.5 and spliit need one more. (There, minus owes; here, plus.)
#[test]
fn fewest_transfers_where_others_need_more() {
    assert_eq!(transfers(&[6, 5, -6, -5]).len(), 2);
    assert_eq!(transfers(&[6, 5, -1, -5, -5]).len(), 3);
}

/// T1's third: 10.00 paid by A for A, B, C; what the others owe is what the cent shares say.
#[test]
fn a_bill_of_ten_is_owed_to_the_cent() {
    let parts = split(1000, &integers(&[1, 1, 1]));
    assert_eq!(parts, [334, 333, 333]);
    assert_eq!(transfers(&[parts[0] - 1000, parts[1], parts[2]]), [(1, 0, 333), (2, 0, 333)]);
}

/// T2: debts 0.5, README. (Alexis stands there twice: -400 and +100.)
#[test]
fn the_debts_of_emeline_and_alexis() {
    assert_eq!(transfers(&[200, 400 - 100, -500]), [(0, 2, 200), (1, 2, 300)]);
}
