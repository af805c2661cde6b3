//! What is sealed, and that it is the statement.

use std::fs;
use std::process::Command;

use umlage::cost;
use umlage::error::Error;
use umlage::finding::Findings;
use umlage::folder::Folder;
use umlage::period::Year;
use umlage::rules::Rules;
use umlage::seal::{contents, write};
use umlage::statement::{ready, state};

use crate::run::root;

use super::{copied, differences, example, files, ok, refused, seal, sha256sum, shell, verified};

#[test]
fn the_same_folder_gives_the_same_seal() {
    let (one, two) = (example(), example());
    let (first, second) = (seal(one.path(), "2014"), seal(two.path(), "2014"));
    assert_eq!(files(&first), files(&second));
    for file in files(&first) {
        assert_eq!(fs::read(first.join(&file)).unwrap(), fs::read(second.join(&file)).unwrap(), "{file}");
    }
}

#[test]
fn sha256sum_itself_finds_every_file_unchanged() {
    let folder = example();
    let seal = seal(folder.path(), "2014");
    if sha256sum("sha256sum -c SHA256SUMS") {
        assert!(shell(&seal, "sha256sum --strict -c SHA256SUMS"));
        let same = "find . -type f ! -name SHA256SUMS | sed 's|^./||' | LC_ALL=C sort | xargs sha256sum | cmp - SHA256SUMS";
        assert!(shell(&seal, same));
    }
}

#[test]
fn the_sealed_statement_is_what_report_says_before_and_after_and_of_the_sealed_inputs() {
    let folder = example();
    let formats = [("json", "statement.json"), ("text", "statement.txt"), ("csv", "statement.csv")];
    let report = |format| ok(folder.path(), &["report", "--year", "2014", "--format", format]);
    let before = formats.map(|(format, _)| report(format));
    let seal = seal(folder.path(), "2014");
    for ((format, file), before) in formats.into_iter().zip(before) {
        assert_eq!(fs::read_to_string(seal.join(file)).unwrap(), before);
        assert_eq!(report(format), before);
        let inputs = ok(&seal, &["report", "inputs", "--year", "2014", "--format", format]);
        assert_eq!(inputs, before);
    }
}

#[test]
fn one_year_is_sealed_after_the_other_and_both_stay_as_they_are() {
    let folder = example();
    let first = seal(folder.path(), "2013");
    let second = seal(folder.path(), "2014");
    assert!(second.join("inputs/sealed/2013/seal.json").is_file());
    for seal in [first, second] {
        assert_eq!(differences(&seal), Vec::new());
    }
    let said = ok(folder.path(), &["verify"]);
    assert!(said.contains("2013: unverändert") && said.contains("2014: unverändert"), "{said}");
}

#[test]
fn a_seal_is_never_overwritten() {
    let folder = example();
    let seal = seal(folder.path(), "2014");
    let sums = fs::read(seal.join("SHA256SUMS")).unwrap();
    fs::write(folder.path().join("advances.csv"), "date;from;to;amount\n").unwrap();
    refused(folder.path(), &["seal", "--year", "2014"], 2);
    assert_eq!(fs::read(seal.join("SHA256SUMS")).unwrap(), sums);
}

#[test]
fn nothing_is_left_where_a_seal_cannot_be_written() {
    let folder = example();
    fs::write(folder.path().join("sealed"), "a file").unwrap();
    let before = files(folder.path());
    refused(folder.path(), &["seal", "--year", "2014"], 2);
    assert_eq!(files(folder.path()), before);
}

#[test]
fn an_input_that_changes_while_the_year_is_sealed_stops_it_and_nothing_is_left() {
    let dir = example();
    let mut folder = Folder::open(dir.path()).unwrap();
    let mut findings = Findings::first();
    let rules = Rules::read(&mut folder, &mut findings).unwrap().unwrap();
    let booked = cost::book(&folder, &rules, &mut findings).unwrap();
    let year = Year::new(2014).unwrap();
    let checked = ready(&rules, &booked, year, false, &mut findings).unwrap();
    let statement = state(checked, &folder.files, &booked, &findings);
    let contents = contents(&folder, &statement, rules.agreement.language).unwrap();
    fs::write(dir.path().join("drivers.csv"), "driver;receiver;from;to;value;source\n").unwrap();
    assert!(matches!(write(&folder, &contents), Err(Error::Changed(_))));
    assert!(!dir.path().join("sealed").exists());
}

#[test]
fn errors_of_the_year_stop_its_seal() {
    let folder = example();
    fs::remove_file(folder.path().join("drivers.csv")).unwrap();
    refused(folder.path(), &["seal", "--year", "2014"], 1);
    assert!(!folder.path().join("sealed").exists());
}

#[test]
fn a_file_that_only_a_warning_names_is_sealed_with_the_rest() {
    let folder = example();
    fs::write(folder.path().join("ledger/vergessen.csv"), "datum;betrag\n").unwrap();
    let seal = seal(folder.path(), "2014");
    assert!(seal.join("inputs/ledger/vergessen.csv").is_file());
    assert!(fs::read_to_string(seal.join("statement.json")).unwrap().contains("U229"));
    assert_eq!(differences(&seal), Vec::new());
}

#[test]
fn a_pattern_that_reaches_everywhere_does_not_reach_into_a_seal() {
    let folder = example();
    let toml = folder.path().join("umlage.toml");
    let text = fs::read_to_string(&toml).unwrap();
    fs::write(&toml, text.replace("ledger/saarbruecken-", "**/saarbruecken-")).unwrap();
    let before = ok(folder.path(), &["report", "--year", "2014", "--format", "json"]);
    let seal = seal(folder.path(), "2014");
    assert_eq!(ok(folder.path(), &["report", "--year", "2014", "--format", "json"]), before);
    assert_eq!(differences(&seal), Vec::new());
}

#[test]
fn names_that_sha256sum_escapes_and_workbooks_are_sealed_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, (head, cell)) in
        (0..).zip([("Datum", "2014-05-01"), ("Leistung", "s"), ("Betrag", "100,00")])
    {
        sheet.write(0, column, head).unwrap();
        sheet.write(1, column, cell).unwrap();
    }
    fs::create_dir(folder.path().join("ledger")).unwrap();
    book.save(folder.path().join("ledger/buch.xlsx")).unwrap();
    fs::write(folder.path().join("ledger/a\\b.csv"), "datum;leistung;betrag\n2014-06-01;s;50,00\n").unwrap();
    let source = |files| format!("[[ledger]]\nfiles = \"ledger/{files}\"\npayer = \"a\"\n");
    let toml = "[agreement]\nname = \"X\"\n[partners.a]\nname = \"A\"\n[partners.b]\nname = \"B\"\n[keys.k]\nequal = true\n\
                [services.s]\nname = \"S\"\noperator = \"a\"\nsince = 2014-01-01\nkey = \"k\"\n";
    fs::write(folder.path().join("umlage.toml"), format!("{toml}{}{}", source("*.xlsx"), source("*.csv")))
        .unwrap();
    let seal = seal(folder.path(), "2014");
    assert_eq!(differences(&seal), Vec::new());
    assert_eq!(verified(&seal).record.unwrap().rows.sum, "150.00");
    if sha256sum("names with a backslash") {
        assert!(shell(&seal, "sha256sum --strict -c SHA256SUMS"));
    }
}

#[test]
fn the_digest_of_the_rows_can_be_made_by_the_ten_lines_of_the_manual() {
    if !Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success()) {
        eprintln!("left out, as there is no python3: the manual's ten lines");
        return;
    }
    let folder = copied("tests/worked/sealed");
    fs::remove_dir_all(folder.path().join("sealed")).unwrap();
    let ledger = folder.path().join("ledger.csv");
    let rows = fs::read_to_string(&ledger).unwrap();
    let before: Vec<&str> = rows.lines().take(3).collect(); // the last one came later
    fs::write(&ledger, before.join("\n")).unwrap();
    let seal = seal(folder.path(), "2013");
    let page = fs::read_to_string(root().join("docs/seal.md")).unwrap();
    let program = page.split("```python\n").nth(1).unwrap().split("```").next().unwrap();
    let ran =
        Command::new("python3").args(["-c", program]).current_dir(seal.join("inputs")).output().unwrap();
    let said = String::from_utf8(ran.stdout).unwrap();
    assert_eq!(said.trim(), verified(&seal).record.unwrap().rows.sha256);
    let shown = root().join("tests/worked/sealed/sealed/2013/seal.json");
    let shown: umlage::sealed::Record = serde_json::from_str(&fs::read_to_string(shown).unwrap()).unwrap();
    assert_eq!(Some(shown.rows), verified(&seal).record.map(|record| record.rows));
}
