//! Real budgets that municipalities publish, read where they lie beside the project. Without them there is nothing
//! to read, and the test says so.

use std::fs;
use std::path::PathBuf;

use crate::run::{root, umlage_in};

/// A folder with a published file as its only ledger; none where the file is not at hand.
fn folder_with(file: &str, source: &str) -> Option<tempfile::TempDir> {
    let path: PathBuf = root().join("../shared/data").join(file);
    let Ok(bytes) = fs::read(&path) else {
        eprintln!("left out: {file} is not here");
        return None;
    };
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("ledger.csv"), bytes).unwrap();
    let agreement = format!(
        r#"
[agreement]
name = "Haushalt"
[partners.stadt]
name = "Stadt"
[partners.andere]
name = "Andere"
[keys.haelftig]
equal = true
[services.it]
name = "Informationstechnik"
operator = "stadt"
since = 2000-01-01
key = "haelftig"
match = [ {{ product = "1.100.01.02.02" }} ]
[[ledger]]
files = "ledger.csv"
payer = "stadt"
{source}
"#
    );
    fs::write(dir.path().join("umlage.toml"), agreement).unwrap();
    Some(dir)
}

fn report(dir: &tempfile::TempDir) -> serde_json::Value {
    let ran = umlage_in(dir.path(), &["report", "--format", "json"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

fn wesel(column: &str, year: &str) -> Option<serde_json::Value> {
    let source = format!(
        "encoding = \"windows-1252\"\n[ledger.columns]\namount = \"{column}\"\nproduct = \"Objektnr.\"\n\
         account = \"Kostenart\"\ntext = \"Kostenart Beschreibung\"\n[ledger.constants]\ndate = \"{year}-12-31\"\n"
    );
    folder_with("german/wesel-hhplan-2017.csv", &source).map(|dir| report(&dir))
}

#[test]
fn wesel_actuals_of_2016() {
    let Some(statement) = wesel("Ist 2016", "2016") else { return };
    assert_eq!(statement["inputs"][0]["total"], "43786085.44");
}

#[test]
fn wesel_plan_of_2017_and_its_information_technology() {
    let Some(statement) = wesel("Plan 2017", "2017") else { return };
    assert_eq!(statement["inputs"][0]["total"], "127269046.24");
    assert_eq!(statement["services"][0]["total"], "-1395067.00");
}

#[test]
fn st_poelten_budget_of_2026() {
    let source = "[ledger.columns]\namount = \"Wert\"\n[ledger.constants]\ndate = \"2026-12-31\"\n";
    let Some(dir) = folder_with("german/st-poelten-2026-va-ergebnishaushalt.csv", source) else { return };
    assert_eq!(report(&dir)["inputs"][0]["total"], "529191800.00");
}

/// Moers writes `-206,41` and `-2.487,50` and `0` in one column.
#[test]
fn moers_mixed_number_styles() {
    for (column, total) in [("Ist 2015", "17364260.82"), ("Plan 2017", "775222.78")] {
        let source = format!(
            "encoding = \"windows-1252\"\n[ledger.columns]\namount = \"{column}\"\n[ledger.constants]\ndate = \"2017-12-31\"\n"
        );
        let Some(dir) = folder_with("german/moers-haushalt.csv", &source) else { return };
        assert_eq!(report(&dir)["inputs"][0]["total"], total);
    }
}
