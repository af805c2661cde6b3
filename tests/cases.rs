//! Allocations that public bodies have published, replayed through the whole program. Each folder under
//! `tests/cases/` names its source.

use serde_json::Value;

use crate::run::statement;

fn allocated(statement: &Value) -> Vec<(&str, &str)> {
    let allocated = statement["services"][0]["allocated"].as_object().unwrap();
    allocated.iter().map(|(partner, amount)| (partner.as_str(), amount.as_str().unwrap())).collect()
}

/// Year, published amounts in the order of the law, and what they exceed the total by.
const REGG: [(&str, [&str; 7], &str); 3] = [
    (
        "2016",
        [
            "4077000.00",
            "35543400.00",
            "33444200.00",
            "1000000.00",
            "49346000.00",
            "48961400.00",
            "27628000.00",
        ],
        "0.00",
    ),
    (
        "2017",
        [
            "4150386.00",
            "36183181.20",
            "34046195.60",
            "1018000.00",
            "50234228.00",
            "49842705.20",
            "28125304.00",
        ],
        "0.00",
    ),
    (
        "2018",
        [
            "4225092.95",
            "36834478.46",
            "34659027.12",
            "1036324.00",
            "51138444.10",
            "50739873.89",
            "28631559.47",
        ],
        "-0.01",
    ),
];

#[test]
fn the_law_on_regional_transport_is_replayed_for_three_years() {
    let states = [
        "berlin",
        "brandenburg",
        "mecklenburg-vorpommern",
        "saarland",
        "sachsen",
        "sachsen-anhalt",
        "thueringen",
    ];
    for (year, published, difference) in REGG {
        let statement = statement("tests/cases/regg", year);
        let expected: Vec<_> = states.into_iter().zip(published).collect();
        assert_eq!(allocated(&statement), expected, "{year}");
        assert_eq!(statement["reconciliation"]["rounding_difference"], difference, "{year}");
    }
}

#[test]
fn dartmouth_rounds_the_key_before_it_uses_it() {
    let statement = statement("tests/cases/dartmouth", "2008");
    assert_eq!(
        allocated(&statement),
        [
            ("district-1", "10227.00"),
            ("district-2", "4114.00"),
            ("district-3", "12969.00"),
            ("town", "544026.00")
        ]
    );
    let shares = &statement["services"][0]["segments"][0]["shares"];
    assert_eq!(shares[0]["share"], "179/10000");
    assert_eq!(shares[1]["share"], "9/1250");
    assert_eq!(shares[2]["share"], "227/10000");
}

#[test]
fn the_joint_housing_benefit_office_saves_what_was_published() {
    let statement = statement("tests/cases/saarlouis", "2018");
    let savings = &statement["savings"];
    assert_eq!(savings["avoided"], "88006.00");
    assert_eq!(savings["net"], "88006.00");
    let text = crate::run::umlage(&["report", "tests/cases/saarlouis"]).stdout;
    assert!(text.contains("29,96 %"), "{text}");
}

#[test]
fn a_budget_with_a_column_per_year_is_two_ledgers() {
    for (year, total) in [("2013", "100.00"), ("2014", "110.00")] {
        let statement = statement("tests/cases/budget-columns", year);
        assert_eq!(statement["services"][0]["total"], total, "{year}");
        assert_eq!(statement["inputs"][0]["file"], statement["inputs"][1]["file"]);
    }
}
