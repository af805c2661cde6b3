//! Where postings come from.

use super::{SMALLEST, fine, refused, with};
use crate::agreement::{Column, ColumnName, Field, Header};

fn ledger(lines: &str) -> String {
    format!("{SMALLEST}{lines}\n")
}

#[test]
fn columns_go_by_name_or_number() {
    let agreement = fine(&ledger(
        "columns = { amount = \"Betrag\", date = 3 }\nconstants = { payer = \"a\", fiscal_year = 2014, period_from = 2014-01-01 }",
    ));
    let source = &agreement.sources[0];
    let name = |field| source.columns.get(&field).map(|column: &Column| column.name.clone());
    assert_eq!(name(Field::Amount), Some(ColumnName::Header("Betrag".to_owned())));
    assert_eq!(name(Field::Date), Some(ColumnName::Number(3)));
    let cells: Vec<&str> = source.constants.values().map(|constant| constant.value.as_str()).collect();
    assert_eq!(cells, ["2014", "a", "2014-01-01"]);
    refused(&ledger("columns = { betrag = 1 }"), &[(103, "betrag")]);
    refused(&ledger("columns = { amount = 0 }"), &[(111, "0")]);
    refused(&ledger("columns = { amount = true }"), &[(106, "true")]);
    refused(&ledger("constants = { amount = 1.5 }"), &[(107, "1.5")]);
}

#[test]
fn a_field_is_said_once() {
    refused(&ledger("columns = { date = 1 }\nconstants = { date = \"2014-12-31\" }"), &[(163, "date")]);
    refused(&ledger("payer = \"a\"\nconstants = { payer = \"a\" }"), &[(163, "payer")]);
    refused(&ledger("columns = { amount = 1, debit = 2 }"), &[(163, "debit")]);
    fine(&ledger("columns = { debit = 1, credit = 2 }"));
}

#[test]
fn without_a_header_columns_have_numbers() {
    assert_eq!(fine(&ledger("header = 0\ncolumns = { amount = 1 }")).sources[0].header, Header::Absent);
    assert_eq!(fine(&ledger("header = 3")).sources[0].header, Header::Line(3));
    assert_eq!(fine(SMALLEST).sources[0].header, Header::Found);
    refused(&ledger("header = 0"), &[(164, "[[ledger]]")]);
    refused(&ledger("header = 0\ncolumns = { amount = \"Betrag\" }"), &[(164, "\"Betrag\"")]);
    refused(&ledger("header = -1"), &[(111, "-1")]);
}

#[test]
fn files_lie_inside_the_folder() {
    for written in [
        "\"/etc/x.csv\"",
        "\"../x.csv\"",
        "\"C:/x.csv\"",
        "'ledger\\x.csv'",
        "\"ledger/***\"",
        "\"a/../../x\"",
    ] {
        refused(&with("\"ledger/*.csv\"", written), &[(113, written)]);
    }
}

#[test]
fn a_dialect_is_known_or_refused() {
    let agreement = fine(&ledger(
        "encoding = \"latin1\"\ndelimiter = \"\\t\"\ndecimal = \",\"\ndate_format = \"%d.%m.%y\"",
    ));
    let dialect = &agreement.sources[0].dialect;
    assert_eq!(dialect.encoding.map(encoding_rs::Encoding::name), Some("windows-1252"));
    assert_eq!((dialect.delimiter, dialect.decimal), (Some(b'\t'), Some(b',')));
    refused(&ledger("encoding = \"ANSI\""), &[(113, "\"ANSI\"")]);
    refused(&ledger("date_format = \"TT.MM.JJJJ\""), &[(113, "\"TT.MM.JJJJ\"")]);
    refused(&ledger("delimiter = \"#\""), &[(109, "\"#\"")]);
    refused(&ledger("[tables]\ndecimal = \";\"\nsign = \"x\""), &[(109, "\";\""), (103, "sign")]);
}

#[test]
fn control_totals_go_by_year() {
    let agreement = fine(&ledger("control = { 2014 = \"-97460.00\", \"2015\" = 0 }"));
    let totals: Vec<String> = agreement.sources[0].control.values().map(|it| it.total.to_string()).collect();
    assert_eq!(totals, ["-97460.00", "0.00"]);
    refused(&ledger("control = { \"14\" = \"1\" }"), &[(113, "\"14\"")]);
    refused(&ledger("control = { \"0014\" = \"1\" }"), &[(113, "\"0014\"")]);
}

#[test]
fn lists_of_patterns_are_lists() {
    let agreement = fine(&ledger("not_shared = [\"strassen*\"]\nskip = [ { text = \"Summe*\" } ]"));
    assert!(agreement.sources[0].not_shared[0].0.fits("Strassenbau"));
    assert_eq!(agreement.sources[0].skip.len(), 1);
    refused(&ledger("not_shared = \"strassen*\""), &[(106, "\"strassen*\"")]);
    refused(&ledger("skip = [ { cost_center = \"1\" } ]"), &[(103, "cost_center")]);
}

#[test]
fn no_ledger_is_refused() {
    refused(
        &SMALLEST
            .replace("[[ledger]]\nfiles = \"ledger/*.csv\"\n", "")
            .replace("[agreement]", "ledger = []\n[agreement]"),
        &[(112, "[]")],
    );
    refused(&SMALLEST.replace("[[ledger]]", "[ledger]"), &[(106, "[ledger]")]);
}
