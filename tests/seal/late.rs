//! Rows that come after a year was sealed: what they are for, counts in the year of their posting (design 4.2).

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;
use umlage::cost::{self, BookLine, Booking, Books, Tally};
use umlage::finding::Findings;
use umlage::folder::Folder;
use umlage::ledger::Posting;
use umlage::period::Year;
use umlage::rules::Rules;

use super::{differences, ok, seal};

const TOML: &str = "[agreement]\nname = \"Spät\"\n[partners.a]\nname = \"A\"\n[partners.b]\nname = \"B\"\n\
    [keys.halb]\nequal = true\n[keys.fest]\npercent = { a = \"60\", b = \"40\" }\n[services.s]\nname = \"S\"\noperator = \"a\"\n\
    since = 2012-01-01\nkeys = [{ from = 2012-01-01, key = \"halb\" }, { from = 2014-07-01, key = \"fest\" }]\n\
    [[ledger]]\nfiles = \"buchungen-*.csv\"\npayer = \"a\"\n";
const HEAD: &str = "datum;haushaltsjahr;leistung;betrag;leistung_von;leistung_bis;text\n";
pub(super) const FIRST: &str = "2013-03-01;;s;100,00;;;\n2013-10-01;;s;120,00;2013-10-01;2014-09-30;Wartung\n\
    2014-01-10;;s;240,00;2013-07-01;2014-06-30;Lizenz\n2014-02-01;;s;50,00;;;\n";

/// A cooperation of two with these rows.
pub(super) fn folder(rows: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("umlage.toml"), TOML).unwrap();
    write(folder.path(), rows);
    folder
}

fn write(folder: &Path, rows: &str) {
    fs::write(folder.join("buchungen-1.csv"), format!("{HEAD}{rows}")).unwrap();
}

fn report(folder: &Path, year: &str) -> Value {
    serde_json::from_str(&ok(folder, &["report", "--year", year, "--format", "json"])).unwrap()
}

fn ledger(folder: &Path, year: &str) -> String {
    report(folder, year)["reconciliation"]["ledger"].as_str().unwrap().to_owned()
}

#[test]
fn a_late_row_counts_wholly_in_its_own_year_and_a_sealed_one_stays() {
    let dir = folder(FIRST);
    let path = dir.path();
    // 2013: 100 + 30 + 120; 2014: 90 + 120 + 50.
    assert_eq!((ledger(path, "2013"), ledger(path, "2014")), ("250.00".to_owned(), "260.00".to_owned()));
    let sealed = seal(path, "2013");
    assert_eq!(ledger(path, "2014"), "260.00");
    assert!(report(path, "2014").get("moved").is_none());
    // One row that reaches back into 2013, and one that is wholly for 2013; and the sealed one once more.
    let late = "2014-11-01;;s;60,00;2013-11-01;2014-10-31;spät\n2015-01-05;2014;s;7,00;2013-02-01;2013-02-28;\n\
                2014-01-10;;s;240,00;2013-07-01;2014-06-30;Lizenz\n";
    write(path, &format!("{FIRST}{late}"));
    assert_eq!(ledger(path, "2013"), "250.00");
    assert_eq!(ledger(path, "2014"), "567.00"); // 260 + 60 + 7 + 240
    let statement = report(path, "2014");
    assert_eq!(statement["moved"], serde_json::json!([{ "from": 2013, "rows": 3, "amount": "137.00" }]));
    let inputs = statement["inputs"].as_array().unwrap();
    assert!(inputs.iter().any(|input| input["file"] == "sealed/2013/seal.json"), "{inputs:?}");
    let text = ok(path, &["report", "--year", "2014"]);
    assert!(
        text.contains("3 Buchungen reichen mit ihrem Leistungszeitraum in das festgeschriebene Jahr 2013"),
        "{text}"
    );
    let text = ok(path, &["report", "--year", "2014", "--lang", "en"]);
    assert!(text.contains("3 postings reach with their periods into the sealed year 2013"), "{text}");
    assert_eq!(differences(&sealed), Vec::new());
    let second = seal(path, "2014");
    assert_eq!(differences(&second), Vec::new());
    assert_eq!(report(path, "2014"), statement);
}

#[test]
fn a_late_row_does_not_take_the_place_of_a_sealed_one_of_another_service() {
    let dir = folder(FIRST);
    let path = dir.path();
    let two = "[services.t]\nname = \"T\"\noperator = \"a\"\nsince = 2012-01-01\nkey = \"halb\"\n[[ledger]]";
    fs::write(path.join("umlage.toml"), TOML.replace("[[ledger]]", two)).unwrap();
    seal(path, "2013");
    // Alike in all but the service, and read before the sealed one.
    write(path, &format!("2014-01-10;;t;240,00;2013-07-01;2014-06-30;Neu\n{FIRST}"));
    let services = report(path, "2014")["services"].clone();
    let totals: Vec<&str> =
        services.as_array().unwrap().iter().map(|service| service["total"].as_str().unwrap()).collect();
    assert_eq!(totals, ["260.00", "240.00"]);
    // The part that moved is said to be of the sealed year.
    let text = ok(path, &["explain", "--year", "2014", "--service", "t", "--partner", "a"]);
    assert!(text.contains("gehört zu 2013, festgeschrieben ohne sie"), "{text}");
}

#[test]
fn what_lies_before_the_year_counts_in_its_first_segment_and_what_lies_after_in_its_last() {
    let dir = folder(FIRST);
    let path = dir.path();
    let totals = |folder: &Path| -> Vec<String> {
        let segments = report(folder, "2014")["services"][0]["segments"].clone();
        segments.as_array().unwrap().iter().map(|row| row["total"].as_str().unwrap().to_owned()).collect()
    };
    let before = totals(path);
    seal(path, "2013");
    seal_2015(path);
    write(
        path,
        &format!(
            "{FIRST}2014-12-01;;s;10,00;2013-01-01;2013-12-31;\n2014-12-02;;s;20,00;2015-01-01;2015-12-31;\n"
        ),
    );
    let after = totals(path);
    let cents = |text: &str| text.replace('.', "").parse::<i64>().unwrap();
    assert_eq!(cents(&after[0]) - cents(&before[0]), 1_000, "{before:?} {after:?}");
    assert_eq!(cents(&after[1]) - cents(&before[1]), 2_000, "{before:?} {after:?}");
}

/// Seals 2015 by a row of its own in a second file.
fn seal_2015(path: &Path) {
    fs::write(path.join("buchungen-2.csv"), format!("{HEAD}2015-05-01;;s;1,00;;;\n")).unwrap();
    seal(path, "2015");
}

#[test]
fn single_rows_still_sum_to_the_books_and_the_books_to_all_rows() {
    let dir = folder(FIRST);
    let path = dir.path();
    seal(path, "2013");
    seal_2015(path);
    let late: Vec<String> = (0..40)
        .map(|n| {
            format!(
                "2014-{:02}-01;;s;{},0{};2013-0{}-01;2015-0{}-15;\n",
                n % 12 + 1,
                n,
                n % 10,
                n % 9 + 1,
                n % 9 + 1
            )
        })
        .collect();
    let late = late.concat();
    write(path, &format!("{late}{FIRST}{late}2014-01-10;;;33,33;2013-07-01;2014-06-30;\n"));
    let mut folder = Folder::open(path).unwrap();
    let rules = Rules::read(&mut folder, &mut Findings::all()).unwrap().unwrap();
    let booked = cost::book(&folder, &rules, &mut Findings::all()).unwrap();
    let years: umlage::money::Money = booked.years.values().map(|books| books.all.amount).sum();
    assert_eq!(years, booked.total());
    let mut found = std::collections::BTreeMap::<Year, Books>::new();
    let mut row = |posting: &Posting<'_>, bookings: &[Booking]| {
        let parts: umlage::money::Money = bookings.iter().map(|booking| booking.amount).sum();
        assert_eq!(parts, posting.amount);
        for booking in bookings {
            let books = found.entry(booking.year).or_default();
            let sum = Tally { rows: 0, amount: booking.amount };
            match &booking.line {
                BookLine::Shared(key) => *books.shared.entry(*key).or_default() += sum,
                BookLine::NotShared(key) => *books.not_shared.entry(key.clone()).or_default() += sum,
                BookLine::Nowhere => panic!("there is no error"),
            }
        }
    };
    cost::trace(&folder, &rules, &booked, &mut row).unwrap();
    for (year, books) in &booked.years {
        let traced = found.remove(year).unwrap_or_default();
        assert_eq!(traced.shared.len(), books.shared.len(), "{year}");
        for (key, sum) in &books.shared {
            assert_eq!(traced.shared[key].amount, sum.amount, "{year} {key:?}");
        }
        assert_eq!(traced.not_shared_total(), books.not_shared_total(), "{year}");
    }
}

#[test]
fn rows_of_the_next_year_in_the_same_file_do_not_touch_a_seal() {
    let dir = folder(FIRST);
    let path = dir.path();
    let sealed = seal(path, "2013");
    write(path, &format!("{FIRST}2015-03-01;;s;999,00;;;\n"));
    assert_eq!(ledger(path, "2013"), "250.00");
    assert_eq!(differences(&sealed), Vec::new());
}
