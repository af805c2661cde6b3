//! Findings as people read them.

use super::*;
use crate::finding::PostingFault;
use crate::place::{Files, Place};

fn spot(column: usize, length: usize, text: &str) -> Spot {
    let mark = column - 1..column - 1 + length;
    let column = u64::try_from(column).unwrap();
    let excerpt = Excerpt { line: 7, column, cell: None, text: text.to_owned(), mark };
    Spot { file: "ledger/a.csv".to_owned(), excerpt: Some(excerpt) }
}

fn finding() -> Finding {
    let fault = PostingFault::RuleWithoutRow { table: "match", owner: "wohngeld".to_owned() };
    Finding { place: None, ..Finding::at(Place::start(Files::default().id("x")), fault) }
}

#[test]
fn a_finding_shows_place_line_mark_and_help() {
    let finding = finding();
    let mut also = spot(1, 2, "a;b");
    also.excerpt.as_mut().unwrap().line = 12;
    let located = Located { finding: &finding, spot: Some(spot(3, 4, "x;Köln;z")), also: Some(also) };
    let german = text(&located, Language::De);
    let (first, rest) = german.split_once('\n').unwrap();
    assert!(first.starts_with("ledger/a.csv:7:3: Warnung[U451]: "), "{first}");
    let excerpts = "7 | x;Köln;z\n  |   ^^^^\n  vergleiche: ledger/a.csv:12:1\n12 | a;b\n   | ^^\n";
    assert!(rest.starts_with(excerpts), "{rest}");
    assert!(rest[excerpts.len()..].starts_with("  Hilfe: "), "{rest}");
    let english = text(&located, Language::En);
    assert!(english.starts_with("ledger/a.csv:7:3: warning[U451]: "), "{english}");
    assert!(english.contains("\n  compare: ledger/a.csv:12:1\n"), "{english}");
    assert!(english.contains("\n  help: "), "{english}");
}

#[test]
fn a_finding_of_no_place_has_no_excerpt() {
    let finding = finding();
    let text = text(&Located { finding: &finding, spot: None, also: None }, Language::De);
    assert!(text.starts_with("Warnung[U451]: "));
    assert_eq!(text.lines().count(), 2);
}

#[test]
fn the_mark_stands_under_the_place_behind_tabs_and_wide_letters() {
    assert_eq!(spot(2, 1, "\tx").shown(), "7 |     x\n  |     ^\n");
    assert_eq!(spot(3, 2, "日本語x").shown(), "7 | 日本語x\n  |     ^^^\n");
    assert_eq!(spot(4, 0, "abc").shown(), "7 | abc\n  |    ^\n");
    assert_eq!(spot(99, 5, "").shown(), "7 | \n  | ^\n");
}

#[test]
fn control_characters_of_a_ledger_are_shown_and_not_sent() {
    assert_eq!(spot(3, 1, "a\u{1b}b").shown(), "7 | a·b\n  |   ^\n");
}

#[test]
fn of_a_cut_line_the_mark_is_where_the_excerpt_says() {
    let mut cut = spot(1, 1, "…aaXbb…");
    let excerpt = cut.excerpt.as_mut().unwrap();
    (excerpt.column, excerpt.mark) = (5_001, 3..4);
    assert_eq!(cut.shown(), "7 | …aaXbb…\n  |    ^\n");
    assert_eq!(cut.name(), "ledger/a.csv:7:5001");
}

#[test]
fn the_json_list_has_the_fields_of_the_contract() {
    let finding = finding();
    let placed = Located { finding: &finding, spot: Some(spot(3, 4, "x;Köln;z")), also: None };
    let nowhere = Located { finding: &finding, spot: None, also: None };
    let list: serde_json::Value = serde_json::from_str(&json(&[placed, nowhere], Language::En)).unwrap();
    assert_eq!(list[0]["code"], "U451");
    assert_eq!(list[0]["severity"], "warning");
    assert_eq!((&list[0]["file"], &list[0]["line"]), (&"ledger/a.csv".into(), &7.into()));
    assert_eq!(list[0]["column"], 3);
    assert!(list[0]["message"].is_string() && list[0]["help"].is_string());
    assert_eq!(list[1]["file"], serde_json::Value::Null);
    assert_eq!(json(&[], Language::De), "[]\n");
}

#[test]
fn the_place_in_a_workbook_is_a_cell_and_of_an_unreadable_one_the_file() {
    let mut cell = spot(3, 4, "x;Köln;z");
    cell.excerpt.as_mut().unwrap().cell = Some("Tabelle1!C7".to_owned());
    assert_eq!(cell.name(), "ledger/a.csv:Tabelle1!C7");
    let finding = finding();
    let located = Located { finding: &finding, spot: Some(cell), also: None };
    let list: serde_json::Value = serde_json::from_str(&json(&[located], Language::De)).unwrap();
    assert_eq!((&list[0]["line"], &list[0]["cell"]), (&7.into(), &"Tabelle1!C7".into()));
    let whole = Spot { file: "ledger/a.xlsx".to_owned(), excerpt: None };
    assert_eq!((whole.name().as_str(), whole.shown().as_str()), ("ledger/a.xlsx", ""));
}

#[test]
fn what_is_only_counted_is_said() {
    let line = more(34, Code(301), Some("ledger/a.csv"), Language::De);
    assert_eq!(line, "34 weitere Befunde U301 in ledger/a.csv; `--all` zeigt alle.");
}
