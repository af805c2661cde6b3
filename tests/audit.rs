//! Payments entered twice: what was planted is found, and nothing else; the order of rows does not matter.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use proptest::prelude::*;
use proptest::sample::subsequence;
use tempfile::TempDir;
use umlage::audit::duplicates::{Duplicates, Need, Status, Test};
use umlage::audit::overlap::By;
use umlage::audit::{duplicates, overlap};
use umlage::money::Money;
use umlage::period::Year;

use crate::run::{booked, root, umlage};

const AGREEMENT: &str = r#"
[agreement]
name = "Planted"
[partners.a]
name = "A"
[partners.b]
name = "B"
[keys.half]
equal = true
[services.it]
name = "IT"
operator = "a"
since = 2014-01-01
key = "half"
match = [ { cost_centre = "1" } ]
[[ledger]]
files = "a.csv"
payer = "a"
[[ledger]]
files = "b.csv"
payer = "b"
"#;

/// Payer, date, voucher, vendor, text, amount.
type Row = (char, String, String, String, String, i64);

fn row(payer: char, date: &str, voucher: &str, vendor: &str, text: &str, cents: i64) -> Row {
    let own = str::to_owned;
    (payer, own(date), own(voucher), own(vendor), own(text), cents)
}

fn folder(rows: &[Row]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("umlage.toml"), AGREEMENT).unwrap();
    for payer in ['a', 'b'] {
        let mut text = "date;voucher;vendor;text;cost_centre;account;amount\n".to_owned();
        writeln!(text, "2014-01-02;{payer}-first;First {payer};first of its file;1;5;1.07").unwrap();
        for (_, date, voucher, vendor, words, cents) in rows.iter().filter(|row| row.0 == payer) {
            let sign = if *cents < 0 { "-" } else { "" };
            let (euro, cents) = (cents.abs() / 100, cents.abs() % 100);
            writeln!(text, "{date};{voucher};{vendor};{words};1;5;{sign}{euro}.{cents:02}").unwrap();
        }
        fs::write(dir.path().join(format!("{payer}.csv")), text).unwrap();
    }
    dir
}

fn found(rows: &[Row]) -> Duplicates {
    let dir = folder(rows);
    let (folder, rules, booked, _) = booked(dir.path());
    duplicates(&folder, &rules, &booked, None).unwrap()
}

/// Per test, how many open hits and their sum at risk in cents.
fn open(found: &Duplicates) -> BTreeMap<&'static str, (usize, i128)> {
    let mut open: BTreeMap<_, (usize, i128)> = BTreeMap::new();
    for hit in found.hits.iter().filter(|hit| hit.status == Status::Open) {
        let entry = open.entry(hit.test.id()).or_default();
        *entry = (entry.0 + 1, entry.1 + hit.at_risk.in_cents());
    }
    open
}

/// Rows that look alike and are not: rent of the same amount each month, several invoices of a vendor on a day, the same
/// sum to two vendors, empty cells, nothing paid.
fn innocent() -> Vec<Row> {
    let mut rows = Vec::new();
    for number in 0..240_i64 {
        let (month, day) = (number % 12 + 1, number % 27 + 1);
        let date = format!("2014-{month:02}-{day:02}");
        let vendor = format!("Vendor {}", number % 20);
        rows.push(row('a', &date, &format!("IN-{number}"), &vendor, "service", 10_000 + number * 7));
        rows.push(row(
            'b',
            &date,
            &format!("AO-{}", number + 5000),
            &vendor,
            "service",
            50_000 + number * 11,
        ));
    }
    for month in 1..=12 {
        let date = format!("2014-{month:02}-15");
        rows.push(row('a', &date, &format!("MI-{month}9"), "Landlord", "rent", 80_000));
        rows.push(row('b', &date, &format!("B-8{month}1"), "Lessor", "rent", 80_000));
        rows.push(row('a', &date, "", "", "wages", 250_000));
        rows.push(row('a', &date, "", "", "wages", 250_000));
        rows.push(row('b', &date, &format!("Z-{month}"), "Zero", "nothing", 0));
        rows.push(row('b', &date, &format!("Z-{month}"), "Zero", "nothing", 0));
    }
    rows
}

/// Each kind, with the test that finds it.
fn planted() -> Vec<(Test, Row, Row)> {
    let pair = |test, one: (&str, &str, &str, &str), other: (&str, &str, &str, &str), cents| {
        let of = |(payer, date, voucher, vendor): (&str, &str, &str, &str), text| {
            row(payer.chars().next().unwrap(), date, voucher, vendor, text, cents)
        };
        let text = if test == Test::Row { "one" } else { "other" };
        (test, of(one, "one"), of(other, text))
    };
    let (march, april) = ("2014-03-03", "2014-04-04");
    vec![
        pair(Test::Row, ("a", march, "R-1", "P1"), ("a", march, "R-1", "P1"), 101),
        pair(Test::Same, ("a", march, "S-1", "Müller GmbH"), ("a", march, "s 1", "MUELLER"), 203),
        pair(Test::Same, ("a", march, "S-2", "P2"), ("b", march, "S-2", "P2"), 307),
        pair(Test::SameDigits, ("a", march, "RE-2014/0815", "P3"), ("b", march, "20140815", "P3 AG"), 409),
        pair(Test::OtherDate, ("a", march, "O-77", "P4"), ("a", april, "O-77", "P4"), 503),
        pair(Test::OtherDate, ("a", "2014-12-30", "O-78", "P4"), ("b", "2015-01-05", "O-78", "P4"), 601),
        pair(Test::OtherDateDigits, ("b", march, "RG 000456", "P5"), ("b", april, "456", "P5"), 701),
        pair(Test::OtherVendor, ("a", march, "V-9", "P6"), ("b", march, "V-9", "P7"), 809),
        pair(Test::OtherVendorDigits, ("a", march, "V-91", "P8"), ("a", march, "W.91", "P9"), 907),
        pair(Test::OtherVoucher, ("a", march, "X-1", "P10"), ("a", march, "Y-2", "P10"), 1009),
        pair(Test::OtherVoucher, ("a", march, "X-3", "P11"), ("b", march, "", "P11"), 1103),
    ]
}

#[test]
fn innocent_rows_are_no_hits() {
    let found = found(&innocent());
    assert_eq!(found.hits, []);
    assert_eq!((found.coverage.rows, found.coverage.zero, found.coverage.payments), (554, 24, 530));
}

#[test]
fn each_planted_pair_is_found_by_its_test_and_nothing_else_is() {
    let mut rows = innocent();
    let mut expected: BTreeMap<&str, (usize, i128)> = BTreeMap::new();
    for (test, one, other) in planted() {
        let entry = expected.entry(test.id()).or_default();
        *entry = (entry.0 + 1, entry.1 + i128::from(one.5));
        rows.extend([one, other]);
    }
    let found = found(&rows);
    assert_eq!(open(&found), expected);
    assert!(found.hits.iter().all(|hit| hit.status == Status::Open && hit.payments.len() == 2));
    assert_eq!(found.hits.iter().filter(|hit| hit.across()).count(), 5);
}

#[test]
fn a_reversed_payment_is_no_open_hit() {
    let twice =
        || vec![row('a', "2014-03-03", "R-1", "P", "t", 500), row('a', "2014-03-03", "R-1", "P", "t", 500)];
    let undone = |credit: Row| {
        let mut rows = twice();
        rows.push(credit);
        let hits = found(&rows).hits;
        (hits.len(), hits[0].status, hits[0].credits.len())
    };
    assert_eq!(undone(row('a', "2014-05-05", "R1", "p", "back", -500)), (1, Status::Reversed, 1));
    assert_eq!(undone(row('a', "2014-03-03", "ST-9", "P", "back", -500)), (1, Status::Reversed, 1));
    assert_eq!(undone(row('a', "2014-05-05", "ST-9", "P", "back", -500)), (1, Status::Open, 0));
    assert_eq!(undone(row('b', "2014-05-05", "R-1", "P", "back", -500)), (1, Status::Open, 0));
    assert_eq!(undone(row('a', "2014-05-05", "R-1", "P", "back", -400)), (1, Status::Open, 0));

    let mut thrice = twice();
    thrice.push(row('a', "2014-03-03", "R-1", "P", "t", 500));
    thrice.push(row('a', "2014-03-04", "R-1", "P", "back", -500));
    assert_eq!(open(&found(&thrice)), BTreeMap::from([("row", (1, 500))]));
    let posted_again =
        [row('a', "2014-03-03", "R-2", "P", "t", 500), row('a', "2014-03-03", "R-2", "P", "t", -500)];
    assert_eq!(found(&posted_again).hits, []);
}

#[test]
fn a_contract_number_as_voucher_is_recurring_but_not_twice_in_a_month() {
    let month = |month: u8| row('a', &format!("2014-{month:02}-15"), "C-1", "P", "fee", 990);
    let mut rows: Vec<Row> = (1..=12).map(month).collect();
    let hits = found(&rows).hits;
    assert_eq!((hits.len(), hits[0].status, hits[0].payments.len()), (1, Status::Recurring, 12));
    rows.push(row('a', "2014-06-20", "C-1", "P", "fee", 990));
    let found = found(&rows);
    assert_eq!(open(&found), BTreeMap::from([("other-date", (1, 990))]));
    assert_eq!(found.hits[1].payments.len(), 12);
}

#[test]
fn what_several_partners_pay_under_one_voucher_is_never_recurring() {
    let pay = |payer: char, date: &str| row(payer, date, "RE-77", "Bau AG", "Rechnung", 900_000);
    let rows = [pay('a', "2014-01-10"), pay('a', "2014-02-12"), pay('b', "2014-03-11")];
    assert_eq!(open(&found(&rows)), BTreeMap::from([("other-date", (1, 1_800_000))]));
}

#[test]
fn a_payment_that_was_taken_back_and_entered_anew_is_no_open_hit() {
    let pay = |month: u8| row('a', &format!("2014-{month:02}-15"), "K-1", "P", "fee", 990);
    let mut rows: Vec<Row> = (3..=6).map(pay).collect();
    rows.push(row('a', "2014-06-15", "K-1", "P", "back", -990));
    rows.push(row('a', "2014-06-15", "K-2", "P", "fee", 990));
    assert_eq!(open(&found(&rows)), BTreeMap::new());
}

#[test]
fn payments_that_fit_several_tests_count_once() {
    let rows = [
        row('a', "2014-03-03", "R-1", "P", "t", 500),
        row('a', "2014-03-03", "R-1", "P", "t", 500),
        row('a', "2014-03-03", "R-1", "P", "other", 500),
        row('a', "2014-03-09", "1", "P", "t", 500),
        row('b', "2014-03-03", "K-7", "P", "t", 500),
    ];
    let found = found(&rows);
    let one = (1, 500);
    let each = [("row", one), ("same", one), ("other-date-digits", one), ("other-voucher", one)];
    assert_eq!(open(&found), BTreeMap::from(each));
    assert_eq!(found.at_risk(), Money::cents(2000), "all but one of five");
}

#[test]
fn a_year_keeps_what_has_a_row_of_it() {
    let dir = folder(&planted().into_iter().flat_map(|(_, one, other)| [one, other]).collect::<Vec<_>>());
    let (folder, rules, booked, _) = booked(dir.path());
    let of = |year| duplicates(&folder, &rules, &booked, Year::new(year)).unwrap();
    assert_eq!((of(2014).hits.len(), of(2015).hits.len()), (11, 1));
    assert_eq!(of(2015).coverage, of(2014).coverage);
}

#[test]
fn a_day_that_umlage_toml_gives_to_all_rows_is_no_evidence() {
    let dir = tempfile::tempdir().unwrap();
    let source =
        AGREEMENT.replace("payer = \"b\"", "payer = \"b\"\n[ledger.constants]\ndate = \"2014-12-31\"");
    fs::write(dir.path().join("umlage.toml"), source).unwrap();
    fs::write(
        dir.path().join("a.csv"),
        "date;voucher;vendor;cost_centre;amount\n2014-01-02;F-1;First;1;1.07\n",
    )
    .unwrap();
    let rows = ["R-1;P;1;9.50", "R-2;P;1;9.50", "R-3;Q;1;7.50", "R-3;Q;2;7.50", "R-4;Q;1;-9.50"].join("\n");
    fs::write(dir.path().join("b.csv"), format!("voucher;vendor;cost_centre;amount\n{rows}\n")).unwrap();
    let (folder, rules, booked, _) = booked(dir.path());
    let found = duplicates(&folder, &rules, &booked, None).unwrap();
    assert_eq!(open(&found), BTreeMap::from([("other-date", (1, 750))]));
    assert_eq!(found.coverage.applied, [5, 1, 1, 5, 5, 1, 1, 1]);
    assert_eq!(found.coverage.lacking.iter().map(|(_, need)| *need).collect::<Vec<_>>(), [Need::Date]);
}

#[test]
fn what_partners_pay_separately_is_ranked_by_the_second_largest_sum() {
    let (folder, rules, booked, _) = booked(&root().join("tests/audit/pruefung"));
    let found = overlap(&folder, &rules, &booked, Year::new(2014).unwrap()).unwrap();
    let vendors = found.groupings.iter().find(|grouping| grouping.by == By::Vendor).unwrap();
    let names: Vec<_> = vendors.common.iter().map(|common| (common.name.as_str(), common.second)).collect();
    let expected = [
        ("Webhosting Beispiel GmbH", 37_200),
        ("Netzdienste Beispiel AG", 23_800),
        ("Telefon Muster GmbH", 19_960),
    ];
    assert_eq!(names, expected.map(|(name, cents)| (name, Money::cents(cents))));
    assert_eq!(found.to_partners.amount, Money::cents(200_000));
}

#[test]
fn ledgers_with_errors_are_not_tested() {
    let dir = folder(&[row('a', "2014-33-03", "R-1", "P", "t", 500)]);
    for test in ["duplicates", "overlap"] {
        let ran = umlage(&["audit", test, dir.path().to_str().unwrap(), "--lang", "en"]);
        assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
        assert!(
            ran.stderr.contains("a.csv:3:1") && ran.stderr.contains("Nothing was tested"),
            "{}",
            ran.stderr
        );
    }
}

/// What a hit says, without where its rows stand.
fn said(found: &Duplicates) -> BTreeSet<String> {
    let hit = |hit: &umlage::audit::duplicates::Hit| {
        let rows = hit.payments.iter().chain(&hit.credits);
        let rows = rows.map(|row| (row.payer, row.date, &row.voucher, &row.vendor, &row.text, row.amount));
        format!("{:?} {:?} {} {:?}", hit.test, hit.status, hit.at_risk, rows.collect::<Vec<_>>())
    };
    found.hits.iter().map(hit).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_rows_does_not_matter(
        rows in prop::collection::vec(
            (
                prop::sample::select(vec!['a', 'b']),
                prop::sample::select(vec!["2014-03-03", "2014-03-09", "2014-04-03", "2014-05-03"]),
                prop::sample::select(vec!["R-1", "1", "R-2", "", "x"]),
                prop::sample::select(vec!["P", "p GmbH", "Q", ""]),
                prop::sample::select(vec!["t", "u"]),
                prop::sample::select(vec![500_i64, 500, -500, 700]),
            ),
            0..24,
        ).prop_map(|rows| rows.into_iter().map(|(p, d, v, n, t, c)| row(p, d, v, n, t, c)).collect::<Vec<_>>())
        .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let (one, other) = (found(&rows.0), found(&rows.1));
        prop_assert_eq!(said(&one), said(&other));
        prop_assert_eq!(one.at_risk(), other.at_risk());
    }

    #[test]
    fn planted_pairs_are_found_in_any_selection(chosen in subsequence(planted(), 0..=11)) {
        let mut rows = innocent();
        rows.extend(chosen.iter().flat_map(|(_, one, other)| [one.clone(), other.clone()]));
        let found = found(&rows);
        let mut tests: Vec<Test> = chosen.iter().map(|(test, ..)| *test).collect();
        tests.sort_unstable();
        prop_assert_eq!(found.hits.iter().map(|hit| hit.test).collect::<Vec<_>>(), tests);
    }
}
