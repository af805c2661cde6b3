//! The same ledger as CSV, as .xlsx and as .ods gives the same statement.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook};
use serde_json::Value;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::run::{root, umlage_in};

/// Day number, day, account, amount.
const ROWS: [(u32, &str, &str, f64); 3] = [
    (41_699, "2014-03-01", "5255", 100.0),
    (42_004, "2014-12-31", "0110", 12.5),
    (42_003, "2014-12-30", "5255", -0.07),
];

fn xlsx() -> Vec<u8> {
    let (mut book, day) = (Workbook::new(), Format::new().set_num_format("dd.mm.yyyy"));
    let sheet = book.add_worksheet();
    for (column, name) in ["Datum", "Konto", "Betrag"].into_iter().enumerate() {
        sheet.write_string(3, u16::try_from(column + 1).unwrap(), name).unwrap();
    }
    for (row, (number, _, account, amount)) in (4..).zip(ROWS) {
        sheet.write_number_with_format(row, 1, number, &day).unwrap();
        sheet.write_string(row, 2, account).unwrap();
        sheet.write_number(row, 3, amount).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn ods() -> Vec<u8> {
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let text = |text: &str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let mut rows = row(&["Datum", "Konto", "Betrag"].map(text).concat());
    for (_, day, account, amount) in ROWS {
        let day = format!(r#"<table:table-cell office:value-type="date" office:date-value="{day}"/>"#);
        let amount = format!(r#"<table:table-cell office:value-type="float" office:value="{amount}"/>"#);
        rows += &row(&[day, text(account), amount].concat());
    }
    let content = format!(
        r#"<office:document-content><table:table table:name="Blatt">{rows}</table:table></office:document-content>"#
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest></manifest:manifest>"),
        ("content.xml", &content),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn csv() -> Vec<u8> {
    let rows = ROWS.map(|(_, day, account, amount)| format!("{day};{account};{amount}\n"));
    format!("Datum;Konto;Betrag\n{}", rows.concat()).into_bytes()
}

/// A cooperation with this ledger, and this besides in its `[[ledger]]`.
fn cooperation(name: &str, bytes: &[u8], besides: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let toml = fs::read_to_string(root().join("tests/findings/U240-no-workbook/umlage.toml")).unwrap();
    let toml = toml.replace("ledger.xlsx", name) + besides;
    fs::write(folder.path().join("umlage.toml"), toml).unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    folder
}

fn statement(folder: &Path) -> Value {
    let ran = umlage_in(folder, &["report", "--format", "json"]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

#[test]
fn the_same_ledger_in_any_format_gives_the_same_statement() {
    for besides in ["", "decimal = \",\"\n", "date_format = \"%d.%m.%y\"\n"] {
        let expected = statement(cooperation("ledger.csv", &csv(), "").path());
        for (name, bytes) in [("ledger.xlsx", xlsx()), ("ledger.ods", ods()), ("ledger.xls", xlsx())] {
            let mut found = statement(cooperation(name, &bytes, besides).path());
            assert_eq!(found["inputs"][0]["bytes"], bytes.len(), "{name}");
            assert_eq!(found["inputs"][0]["total"], "112.43");
            found["inputs"] = expected["inputs"].clone();
            assert_eq!(found, expected, "{name} {besides}");
        }
    }
}

#[test]
fn a_finding_in_a_workbook_names_the_cell() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Blatt 1").unwrap();
    for (column, name) in ["Datum", "Konto", "Betrag"].into_iter().enumerate() {
        sheet.write_string(2, u16::try_from(column).unwrap(), name).unwrap();
    }
    sheet.write_string(4, 0, "2014-12-31").unwrap();
    sheet.write_number(4, 2, 1.2345).unwrap();
    let folder = cooperation("ledger.xlsx", &book.save_to_buffer().unwrap(), "");
    let ran = umlage_in(folder.path(), &["check", "--format", "json"]);
    let findings: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!((&findings[0]["code"], &findings[0]["cell"]), (&"U314".into(), &"'Blatt 1'!C5".into()));
    assert_eq!((&findings[0]["line"], &findings[0]["column"]), (&5.into(), &3.into()));
}

#[test]
fn two_sheets_of_a_workbook_are_two_ledgers() {
    let mut book = Workbook::new();
    for (name, amount) in [("2013", 1.0), ("2014", 2.5)] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (column, name) in ["Datum", "Konto", "Betrag"].into_iter().enumerate() {
            sheet.write_string(0, u16::try_from(column).unwrap(), name).unwrap();
        }
        sheet.write_string(1, 0, "2014-12-31").unwrap();
        sheet.write_string(1, 1, "5255").unwrap();
        sheet.write_number(1, 2, amount).unwrap();
    }
    let second = "sheet = \"2013\"\n\n[[ledger]]\nfiles = \"ledger.xlsx\"\npayer = \"b\"\nsheet = \"2014\"\n";
    let folder = cooperation("ledger.xlsx", &book.save_to_buffer().unwrap(), second);
    assert_eq!(statement(folder.path())["reconciliation"]["ledger"], "3.50");
}
