//! A ledger of many blocks: what is read of it depends neither on where a block ends nor on which thread hashes it.

use std::fs;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::generated::{STYLES, Style, folder, ledger};
use crate::run::umlage_in;

const ROWS: u64 = 60_000;

#[test]
fn a_big_ledger_is_read_and_hashed_whole() {
    for (name, style) in STYLES {
        let ledger = ledger(style, ROWS);
        let dir = folder(style, &ledger.text);
        let ran = umlage_in(dir.path(), &["report", "--format", "json"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let statement: Value = serde_json::from_str(&ran.stdout).unwrap();
        let input = &statement["inputs"][0];
        let bytes = fs::read(dir.path().join("ledger.csv")).unwrap();
        let hash: Vec<String> = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(input["sha256"], hash.concat(), "{name}");
        assert_eq!(input["postings"], ROWS, "{name}");
        let total: i64 = input["total"].as_str().unwrap().replace('.', "").parse().unwrap();
        assert_eq!(total, ledger.cents, "{name}");
    }
}

#[test]
fn one_bad_row_near_the_end_of_a_big_ledger_is_told_at_its_line_and_column() {
    let text = ledger(Style::Quoted, ROWS).text;
    let row = text.find("\"R0059990\"").unwrap();
    let row = text[..row].rfind("\r\n").unwrap() + 2;
    let end = row + text[row..].find("\"\r\n").unwrap();
    let cell = text[..end].rfind(",\"").unwrap() + 2;
    let bad = format!("{}12,5O{}", &text[..cell], &text[end..]);
    let before = bad[..cell].rfind('\n').unwrap() + 1;
    let (line, column) = (1 + bad[..cell].matches('\n').count(), 1 + bad[before..cell].chars().count());
    let ran = umlage_in(folder(Style::Quoted, &bad).path(), &["check"]);
    assert_eq!(ran.status, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains(&format!("ledger.csv:{line}:{column}")), "{line}:{column} {}", ran.stdout);
    assert_eq!(ran.stdout.matches("error").count(), 2, "the fault and their number: {}", ran.stdout);
}
