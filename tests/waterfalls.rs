//! Waterfalls and prices per unit, as public bodies have published them.

use serde_json::Value;

use crate::run::statement;

fn amount<'v>(statement: &'v Value, partner: &str) -> &'v str {
    statement["services"][0]["allocated"][partner].as_str().unwrap()
}

/// What each step took.
fn steps(statement: &Value) -> Vec<&str> {
    let steps = statement["services"][0]["segments"][0]["steps"].as_array().unwrap();
    steps.iter().map(|step| step["amount"].as_str().unwrap()).collect()
}

/// The 16 Länder, as published.
const ITKO: [(&str, &str); 16] = [
    ("bayern", "201928.13"),
    ("berlin", "54665.63"),
    ("brandenburg", "81440.63"),
    ("baden-wuerttemberg", "201928.13"),
    ("bremen", "54665.63"),
    ("hamburg", "54665.63"),
    ("hessen", "134990.63"),
    ("nordrhein-westfalen", "201928.13"),
    ("mecklenburg-vorpommern", "81440.63"),
    ("niedersachsen", "201928.13"),
    ("rheinland-pfalz", "134990.63"),
    ("saarland", "54665.63"),
    ("sachsen", "81440.63"),
    ("sachsen-anhalt", "81440.63"),
    ("schleswig-holstein", "81440.63"),
    ("thueringen", "81440.63"),
];

#[test]
fn the_federal_road_system_is_replayed_with_its_eight_cents_too_much() {
    let statement = statement("tests/cases/itko", "2020");
    assert_eq!(amount(&statement, "bund"), "595000.00");
    for (land, published) in ITKO {
        assert_eq!(amount(&statement, land), published, "{land}");
    }
    assert_eq!(statement["reconciliation"]["rounding_difference"], "0.08");
    assert_eq!(statement["partners"][0]["rounding"], "-0.08", "shown with the operator");
    let text = crate::run::umlage(&["report", "tests/cases/itko"]).stdout;
    assert!(text.contains("Plus rounding difference") && text.contains("0.08"), "{text}");
}

#[test]
fn the_adult_education_of_miltenberg_is_settled_as_published() {
    for (year, need, above, schneeberg) in
        [("2010", "56480.51", "15577.16", "1649.36"), ("2014", "73542.57", "32639.22", "1296.23")]
    {
        let statement = statement("tests/cases/vhs-miltenberg", year);
        assert_eq!(statement["services"][0]["total"], need);
        assert_eq!(steps(&statement), [above, "10225.84", "12271.00", "18406.51"], "{year}");
        assert_eq!(amount(&statement, "landkreis"), "10225.84");
        assert_eq!(amount(&statement, "schneeberg"), schneeberg);
    }
}

#[test]
fn the_rate_per_participation_of_2022_gives_the_published_amount() {
    let statement = statement("tests/cases/vhs-miltenberg", "2022");
    assert_eq!(amount(&statement, "schneeberg"), "1267.90");
    let price = &statement["services"][0]["segments"][0]["price"];
    assert_eq!((price["unit"].as_str(), price["rest"].as_str()), (Some("57.631750"), Some("others")));
    assert_eq!(statement["services"][0]["segments"][0]["shares"][0]["share"], Value::Null);
    // 1,267.90 + 515 × 57.63175 = 30,948.25: the rate covers the total to the cent.
    assert_eq!(price["over_recovery"], "0.00");
}
