//! The form of the file: syntax, keys, kinds of values.

use super::{SMALLEST, fine, refused, with};
use crate::agreement::parse;
use crate::finding::toml::Syntax;
use crate::finding::{Fault, Findings, TomlFault};
use crate::place::Files;

#[test]
fn the_smallest_agreement_is_fine() {
    let agreement = fine(SMALLEST);
    assert_eq!(agreement.services[0].partners.len(), 2);
    assert_eq!(agreement.keys[0].name, "halb");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    fine(&format!("\u{feff}{SMALLEST}"));
    fine(&SMALLEST.replace('\n', "\r\n"));
    refused(&format!("\u{feff}{}", with("operator", "operater")), &[(103, "operater")]);
}

#[test]
fn an_unknown_key_is_named_and_the_missing_one_it_was_meant_for_is_not() {
    refused(&with("operator =", "operater ="), &[(103, "operater")]);
    refused(&with("name = \"IT\"", "name = \"IT\"\nfarbe = 1"), &[(103, "farbe")]);
    refused(&with("[services.s]", "[service.s]"), &[(103, "service")]);
    refused(&with("equal", "equals"), &[(103, "equals")]);
}

#[test]
fn a_missing_key_is_marked_at_its_table() {
    refused(&with("operator = \"a\"\n", ""), &[(105, "[services.s]")]);
    refused(&with("files = \"ledger/*.csv\"\n", ""), &[(105, "[[ledger]]")]);
    refused("", &[(105, ""), (105, ""), (105, ""), (105, ""), (105, "")]);
}

#[test]
fn what_only_one_preset_knows_is_refused_beside_others() {
    let turned = "general_reversal = \"turned\"\nfiles";
    refused(&with("files", turned), &[(158, "general_reversal")]);
    refused(&with("files", &format!("preset = \"umlage\"\n{turned}")), &[(158, "general_reversal")]);
    refused(&with("files", &format!("preset = \"datef\"\n{turned}")), &[(109, "\"datef\"")]);
    refused(&with("files", "preset = \"datev\"\nheader = 2\nfiles"), &[(163, "header")]);
}

#[test]
fn a_value_of_the_wrong_kind_is_not_converted() {
    refused(&with("2014-01-01", "\"2014-01-01\""), &[(106, "\"2014-01-01\"")]);
    refused(&with("2014-01-01", "2014-01-01T00:00:00"), &[(106, "2014-01-01T00:00:00")]);
    refused(&with("equal = true", "equal = \"true\""), &[(106, "\"true\"")]);
    refused(&with("\"halb\"", "\"halb\"\nmatch = [ { account = 5255 } ]"), &[(106, "5255")]);
    refused(
        &with("\"halb\"", "\"halb\"\nmatch = { account = \"5255\" }"),
        &[(106, "{ account = \"5255\" }")],
    );
    refused(&with("[partners.a]\nname = \"Stadt A\"", "[partners]\na = 1"), &[(106, "1")]);
}

#[test]
fn numbers_are_exact_or_refused() {
    let savings = |baseline: &str| format!("{SMALLEST}[savings]\nbaseline = {baseline}\n");
    for written in ["15000", "\"15000\"", "\"15000.0\"", "\"15000.00\"", "15_000"] {
        let baseline = fine(&savings(written)).savings.unwrap().baseline;
        assert_eq!(baseline.to_string(), "15000.00");
    }
    refused(&savings("15000.00"), &[(107, "15000.00")]);
    for written in ["\"15.000,00\"", "\"15000.000\"", "\"1e3\"", "\"\"", "9999999999999999"] {
        refused(&savings(written), &[(108, written)]);
    }
    refused(&savings("\"-1\""), &[(111, "\"-1\"")]);
    refused(&savings("[1]"), &[(106, "[1]")]);
}

#[test]
fn words_are_those_of_the_format() {
    refused(&with("name = \"IT\"", "name = \"IT\"\nlanguage = \"fr\""), &[(109, "\"fr\"")]);
    refused(&with("equal = true", "equal = false"), &[(109, "false")]);
    refused(&with("name = \"IT\"", "name = \"IT\"\nrounding = { residual = \"up\" }"), &[(109, "\"up\"")]);
}

#[test]
fn ids_are_plain() {
    refused(&with("keys.halb", "keys.\"Hälfte\""), &[(110, "\"Hälfte\""), (151, "\"halb\"")]);
    refused(&format!("{SMALLEST}[cost_kinds.x_y]\nmatch = [{{ account = \"5*\" }}]"), &[(110, "x_y")]);
}

#[test]
fn bounds_are_kept() {
    refused(&with("equal = true", "equal = true\npercent_decimals = 11"), &[(111, "11")]);
    refused(&with("2014-01-01", "0214-01-01"), &[(111, "0214-01-01")]);
    refused(&with("name = \"IT\"", "name = \"IT\"\nrounding = { unit = 0 }"), &[(111, "0")]);
    refused(
        &with("equal = true", "equal = true\npercent_decimals = 99999999999999999999"),
        &[(111, "99999999999999999999")],
    );
}

#[test]
fn what_holds_nothing_is_refused() {
    refused(&with("\"Stadt A\"", "\" \""), &[(112, "\" \"")]);
    refused(&with("\"halb\"", "\"halb\"\nmatch = []"), &[(112, "[]")]);
    refused(&with("\"halb\"", "\"halb\"\nmatch = [{}]"), &[(112, "{}")]);
    refused(&with("equal = true", "weights = {}"), &[(112, "{}")]);
}

#[test]
fn a_syntax_error_hides_only_its_own_line() {
    refused(
        &with("operator = \"a\"", "operator = Stadt A\nfarbe = 1").replace("2014-01-01", "01.01.2014"),
        &[(102, "Stadt A"), (103, "farbe"), (102, "01.01.2014")],
    );
    refused(&with("[partners.a]", "[partners.a"), &[(102, "\n")]);
    refused(&with("[partners.b]", "[partners.a]"), &[(102, "a")]);
    refused(&with("\"IT\"", "\"IT"), &[(102, "\n")]);
    refused(&format!("{SMALLEST}[savings]\nbaseline = 15.000,00 # Euro\n"), &[(102, "15.000,00")]);
}

/// The syntax fault of the smallest agreement with this value as a day.
fn syntax(value: &str) -> Syntax {
    let mut findings = Findings::all();
    let mut files = Files::default();
    parse(&with("2014-01-01", value), files.id("umlage.toml"), &mut findings);
    match &findings.sorted(&files)[0].fault {
        Fault::Toml(TomlFault::Syntax(syntax)) => syntax.clone(),
        other => panic!("{value}: {other:?}"),
    }
}

#[test]
fn a_bare_value_is_shown_with_its_right_spelling() {
    for (written, right) in [
        ("01.01.2014", "2014-01-01"),
        ("15.000,00", "\"15000.00\""),
        ("1,5 # Prozent", "\"1.5\""),
        ("Stadt A", "\"Stadt A\""),
        ("„Stadt“", "\"Stadt\""),
        ("0110", "\"0110\""),
        ("+-5", "\"+-5\""),
    ] {
        let Syntax::Value { spelling, .. } = syntax(written) else { panic!("{written}") };
        assert_eq!(spelling.as_deref(), Some(right), "{written}");
    }
}

#[test]
fn a_number_with_leading_zeros_in_a_list_or_a_rule_keeps_its_digits() {
    for value in ["[{ account = 0448 }]", "[{ account = 0448, text = \"x\" }]", "[0448,0110]", "[ 0448 ]"] {
        let Syntax::Value { written, spelling } = syntax(value) else { panic!("{value}") };
        assert_eq!((written.as_str(), spelling.as_deref()), ("0448", Some("\"0448\"")), "{value}");
    }
}

#[test]
fn other_syntax_errors_are_told_apart() {
    for (written, expected) in [
        ("", Syntax::NoValue),
        ("2014-02-30", Syntax::Date),
        ("\"a\" b", Syntax::Rest),
        ("\"a", Syntax::Unclosed),
        ("'a", Syntax::Unclosed),
        ("[ \"a\" \"b\" ]", Syntax::Comma),
        ("\"c:\\dir\"", Syntax::Escape),
        ("2014-01-01\nsince = 2014-01-01", Syntax::Duplicate),
        ("2014-01-01\nSchlüssel = 2", Syntax::Key),
    ] {
        assert_eq!(syntax(written), expected, "{written}");
    }
}

#[test]
fn all_faults_are_found_in_one_run() {
    let text = with("name = \"IT\"", "nam = \"IT\"")
        .replace("equal = true", "percent = { a = 60.5, c = \"40\" }")
        .replace("operator = \"a\"", "operator = \"d\"")
        .replace("2014-01-01", "\"1.1.2014\"");
    refused(&text, &[(103, "nam"), (107, "60.5"), (151, "c"), (151, "\"d\""), (106, "\"1.1.2014\"")]);
}
