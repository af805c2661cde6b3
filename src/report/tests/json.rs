//! The JSON contract (design 6): names, order, strings.

use serde_json::Value;

use super::*;
use crate::agreement::{Ags, PartnerKind};
use crate::money::Money;

fn of(cooperation: &Cooperation) -> (String, Value) {
    let statement = cooperation.statement();
    let text = json(&statement, &located(&statement), Language::De);
    let value = serde_json::from_str(&text).unwrap();
    (text, value)
}

/// The keys of the first object that follows `start`, in the order written.
fn keys(text: &str, start: &str) -> Vec<String> {
    let from = text.find(start).unwrap();
    let mut lines = text[from..].lines().skip(1).skip_while(|line| !line.trim_start().starts_with('"'));
    let first = lines.clone().next().unwrap();
    let indent = first.len() - first.trim_start().len();
    let own = |line: &&str| line.len() - line.trim_start().len() >= indent;
    let object: Vec<&str> = lines.by_ref().take_while(own).collect();
    let at_level = object.iter().filter(|line| line.len() - line.trim_start().len() == indent);
    at_level
        .filter_map(|line| line.trim_start().strip_prefix('"')?.split_once("\":"))
        .map(|(key, _)| key.to_owned())
        .collect()
}

/// Are the contract's keys there, in its order, and only ours behind or between them?
fn assert_contract(found: &[String], contract: &str) {
    let contract: Vec<&str> = contract.split(' ').collect();
    let of_contract: Vec<&str> =
        found.iter().map(String::as_str).filter(|key| contract.contains(key)).collect();
    assert_eq!(of_contract, contract, "found {found:?}");
}

#[test]
fn fields_have_the_names_and_the_order_of_the_contract() {
    let (text, _) = of(&Cooperation::of_two());
    let contract = [
        (
            "{",
            "schema agreement year inputs reconciliation services claims partners transfers savings findings",
        ),
        ("\"inputs\"", "file sha256 bytes postings total"),
        (
            "\"reconciliation\"",
            "ledger shared not_shared other_years derived own allocated rounding_difference",
        ),
        ("\"services\"", "id internal direct derived charged total segments allocated"),
        ("\"segments\"", "from to key one_off total shares"),
        ("\"shares\"", "partner share amount"),
        ("\"claims\"", "service from to net vat"),
        (
            "\"partners\"",
            "id allocated own rounding borne vat advances_paid advances_received opening balance",
        ),
        ("\"transfers\"", "from to amount"),
        ("\"savings\"", "services partners avoided unassessed net baseline difference"),
        ("\"findings\"", "code severity file line column message help"),
    ];
    for (start, names) in contract {
        assert_contract(&keys(&text, start), names);
    }
    let savings = &text[text.find("\"savings\"").unwrap()..];
    assert_contract(&keys(savings, "\"services\""), "id standalone joint remaining avoided");
}

#[test]
fn amounts_are_strings_and_shares_have_a_denominator() {
    let mut two = Cooperation::of_two();
    two.rules.agreement.services[0].partners.truncate(1);
    two.rules.agreement.keys[0].percent_decimals = Some(0);
    let (_, json) = of(&two);
    assert_eq!(json["services"][0]["segments"][0]["shares"][0]["share"], "1/1");
    assert_eq!(json["services"][1]["segments"][0]["shares"][0]["share"], "2/5");
    assert_eq!(json["reconciliation"]["shared"], "84210.00");
    assert_eq!(json["year"], 2014);
    assert_eq!(json["findings"][0]["code"], "U451");
    assert_eq!(json["findings"][0]["severity"], "warning");
    assert_eq!(json["findings"][0]["line"], 41);
}

#[test]
fn partners_have_their_name_kind_and_official_code() {
    let mut two = Cooperation::of_two();
    two.rules.agreement.partners[1].kind = Some(PartnerKind::District);
    two.rules.agreement.partners[1].ags =
        Some(Ags { code: "10045".to_owned(), place: two.rules.agreement.services[0].place });
    let (_, json) = of(&two);
    assert_eq!(json["partners"][0]["kind"], Value::Null);
    assert_eq!(json["partners"][0]["ags"], Value::Null);
    assert_eq!(json["partners"][1]["name"], "Saarpfalz-Kreis");
    assert_eq!(json["partners"][1]["kind"], "district");
    assert_eq!(json["partners"][1]["ags"], "10045");
}

#[test]
fn files_that_are_no_ledgers_have_no_postings() {
    let (_, json) = of(&Cooperation::of_two());
    assert_eq!(json["inputs"][0]["postings"], 106);
    assert_eq!(json["inputs"][0]["above"], 2);
    assert_eq!(json["inputs"][0]["unread"][1], "HH-Stelle");
    assert_eq!(json["inputs"][1]["file"], "umlage.toml");
    assert_eq!(json["inputs"][1].get("postings"), None);
}

#[test]
fn maps_keep_the_order_of_the_partners() {
    let (text, _) = of(&Cooperation::of_many(12));
    let allocated = &text[text.rfind("\"allocated\": {").unwrap()..];
    let at = |id: &str| allocated.find(&format!("\"{id}\"")).unwrap();
    assert!(at("gemeinde-2") < at("gemeinde-10"));
}

#[test]
fn savings_are_null_without_terms() {
    let mut two = Cooperation::of_two();
    two.rules.agreement.savings = None;
    let (text, json) = of(&two);
    assert_eq!(json["savings"], Value::Null);
    assert!(text.contains("\"savings\": null"));
}

#[test]
fn parts_of_the_statement_agree_with_each_other() {
    let (_, json) = of(&Cooperation::of_many(7));
    let money = |value: &Value| value.as_str().unwrap().parse::<Money>().unwrap();
    let partners = json["partners"].as_array().unwrap();
    let sum = |field: &str| partners.iter().map(|partner| money(&partner[field])).sum::<Money>();
    assert_eq!(sum("balance"), Money::ZERO);
    assert_eq!(sum("allocated"), money(&json["reconciliation"]["allocated"]));
}
