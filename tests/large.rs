//! Fifty partners and fifty services, in every method: the cost is divided, and the settlement nets to zero.

use serde_json::Value;

use crate::fifty::{INTERNAL, SERVICES, folder};
use crate::run::umlage_in;

/// Cents of an amount in JSON.
fn cents(value: &Value) -> i64 {
    value.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn sum(list: &Value, field: &str) -> i64 {
    list.as_array().unwrap().iter().map(|item| cents(&item[field])).sum()
}

/// What is charged is what the internal services cost, and each charge is what its payers bore of it.
fn charges_are_the_cost_of_internal_services(statement: &Value) {
    let services = statement["services"].as_array().unwrap();
    let internal = services.iter().filter(|service| service["internal"] == true);
    let primary: i64 = internal.map(|service| cents(&service["direct"]) + cents(&service["derived"])).sum();
    assert_eq!(sum(&statement["charges"], "amount"), primary);
    for charge in statement["charges"].as_array().unwrap() {
        let borne: i64 = charge["borne"].as_object().unwrap().values().map(cents).sum();
        assert_eq!(borne, cents(&charge["amount"]), "{charge}");
    }
}

#[test]
fn fifty_partners_with_ten_internal_services_net_to_zero() {
    for secondary in ["direct", "step-down", "reciprocal"] {
        let dir = folder(secondary);
        let ran = umlage_in(dir.path(), &["report", "--format", "json"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let statement: Value = serde_json::from_str(&ran.stdout).unwrap();
        let partners = &statement["partners"];
        assert_eq!(statement["services"].as_array().unwrap().len(), SERVICES + INTERNAL);
        assert_eq!(sum(partners, "balance"), 0, "{secondary}");
        let sums = &statement["reconciliation"];
        assert_eq!(cents(&sums["shared"]), cents(&sums["allocated"]) + cents(&sums["own"]));
        assert_eq!(sum(partners, "borne"), cents(&sums["shared"]));
        assert!(sum(partners, "own") > 0);
        charges_are_the_cost_of_internal_services(&statement);
        let mut left: Vec<i64> =
            partners.as_array().unwrap().iter().map(|partner| cents(&partner["balance"])).collect();
        let index = |id: &Value| id.as_str().unwrap()[1..].parse::<usize>().unwrap();
        for transfer in statement["transfers"].as_array().unwrap() {
            left[index(&transfer["from"])] -= cents(&transfer["amount"]);
            left[index(&transfer["to"])] += cents(&transfer["amount"]);
        }
        assert!(left.iter().all(|left| *left == 0));
    }
}
