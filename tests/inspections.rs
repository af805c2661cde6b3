//! The table that `inspect` writes is put into an agreement of two partners, and the file is read with it.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::run::{Ran, root, umlage, umlage_in};

const AGREEMENT: &str = r#"[agreement]
name = "Kooperation"
[partners.stadt]
name = "Stadt"
[partners.kreis]
name = "Kreis"
[keys.halb]
equal = true
[services.it]
name = "IT"
operator = "stadt"
since = 2014-01-01
key = "halb"
match = [ { payer = "stadt" } ]

"#;

fn inspected(file: &str) -> Value {
    let path = format!("tests/exports/{file}");
    let json = umlage(&["inspect", &path, "--format", "json"]);
    assert_eq!(json.status, 0, "{}", json.stderr);
    serde_json::from_str(&json.stdout).unwrap()
}

/// A folder with the file and its table, some of whose lines are changed as a person would.
fn folder(file: &str, answers: &[(&str, &str)]) -> TempDir {
    let mut table = inspected(file)["table"].as_str().unwrap().to_owned();
    for (question, answer) in answers {
        assert!(table.contains(question), "{question} is not in\n{table}");
        table = table.replace(question, answer);
    }
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("ledger")).unwrap();
    fs::copy(root().join("tests/exports").join(file), folder.path().join("ledger").join(file)).unwrap();
    fs::write(folder.path().join("umlage.toml"), format!("{AGREEMENT}{table}")).unwrap();
    folder
}

/// The table reads the file without a finding, and the ledger's total is the control total of its column.
fn reads(file: &str, answers: &[(&str, &str)], total: &str) {
    let folder = folder(file, answers);
    let check = run(folder.path(), &["check", "."]);
    assert_eq!((check.status, check.stdout.as_str()), (0, ""), "{file}");
    let report = run(folder.path(), &["report", ".", "--year", "2014", "--format", "json"]);
    assert_eq!(report.status, 0, "{file}: {}", report.stderr);
    let statement: Value = serde_json::from_str(&report.stdout).unwrap();
    assert_eq!(statement["reconciliation"]["ledger"], total, "{file}");
}

fn run(folder: &Path, args: &[&str]) -> Ran {
    umlage_in(folder, args)
}

const PAYER: (&str, &str) = ("# payer = \"…\"", "payer = \"stadt\"");

#[test]
fn a_table_without_questions_reads_its_file_as_it_is() {
    reads("quoted-amounts.csv", &[], "1472.56");
}

#[test]
fn a_table_whose_payer_was_filled_in_reads_its_file() {
    reads("cr-only.csv", &[PAYER], "644.79");
    reads("ohne-kopf.csv", &[PAYER], "1484.56");
    reads("soll-haben.csv", &[PAYER], "1200.00");
    let skip = ("# skip = ", "skip = ");
    reads("seitensummen-cp1252.csv", &[PAYER, skip], "1472.56");
}

#[test]
fn a_question_is_answered_by_deleting_a_mark() {
    let decimal = ("# decimal = \",\"\n", "decimal = \",\"\n");
    let date = ("# date_format = \"%d/%m/%Y\"", "date_format = \"%d/%m/%Y\"");
    reads("offen.csv", &[PAYER, decimal, date], "3734.00");
}

#[test]
fn control_totals_are_those_of_the_ledger() {
    for (file, column, sum) in [
        ("quoted-amounts.csv", 6, "1472.56"),
        ("seitensummen-cp1252.csv", 5, "1472.56"),
        ("cr-only.csv", 2, "644.79"),
    ] {
        assert_eq!(inspected(file)["columns"][column]["totals"][0]["sum"], sum, "{file}");
    }
}

#[test]
fn every_table_is_toml_that_asks_for_no_more_than_is_open() {
    for entry in fs::read_dir(root().join("tests/exports")).unwrap() {
        let path = entry.unwrap().path();
        for language in ["de", "en"] {
            let file = path.to_str().unwrap();
            let ran = umlage(&["inspect", file, "--lang", language, "--format", "json"]);
            let inspection: Value = serde_json::from_str(&ran.stdout).unwrap();
            let table = inspection["table"].as_str().unwrap();
            assert!(toml::from_str::<toml::Table>(table).is_ok(), "{table}");
            let text = umlage(&["inspect", file, "--lang", language]);
            assert!(text.stdout.ends_with(table), "{file}");
            assert_eq!(text.status, ran.status);
        }
    }
}
