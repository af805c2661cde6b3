use std::fs;

use super::StandaloneKind::{OneOff, Remaining, Running};
use super::*;
use crate::agreement::Receiver;
use crate::ledger::tests::{agreement, paid_by_a};

/// Reads a folder that holds these files beside umlage.toml.
fn folder(files: &[(&str, &str)]) -> (Tables, Vec<String>) {
    folder_of(&agreement(paid_by_a()), files)
}

fn folder_of(agreement: &Agreement, files: &[(&str, &str)]) -> (Tables, Vec<String>) {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join(Folder::AGREEMENT), "").unwrap();
    for (name, text) in files {
        fs::write(root.path().join(name), text).unwrap();
    }
    let mut folder = Folder::open(root.path()).unwrap();
    let mut findings = Findings::all();
    let tables = read(&mut folder, agreement, &mut findings).unwrap();
    let codes =
        findings.sorted(&folder.files).iter().map(|finding| finding.fault.code().to_string()).collect();
    (tables, codes)
}

#[test]
fn drivers_are_read_in_both_languages() {
    for head in ["driver;receiver;from;to;value;source", "Bezugsgröße;Empfänger;von;bis;Wert;Quelle"] {
        let text = format!(
            "{head}\nfälle;a;01.01.2014;31.12.2014;1.234,5;Bericht\nfälle;Stadt Bach;31.12.2014;;7;x\n"
        );
        let (tables, codes) = folder(&[("drivers.csv", &text)]);
        assert_eq!(codes, [""; 0]);
        let [first, second] = &tables.drivers[..] else { panic!("{:?}", tables.drivers) };
        assert_eq!(
            (first.driver.as_str(), first.receiver, first.value),
            ("fälle", Receiver::Partner(PartnerId(0)), Quantity::new(12_345, 1))
        );
        assert_eq!(first.span, Year::new(2014).unwrap().span());
        assert_eq!(
            (second.receiver, second.span),
            (Receiver::Partner(PartnerId(1)), Span::day("2014-12-31".parse().unwrap()))
        );
        assert_eq!(tables.files[1].bytes, u64::try_from(text.len()).unwrap());
    }
}

#[test]
fn drivers_that_mean_nothing_are_told() {
    for (row, code) in [
        ("x;c;2014-01-01;;1;q", "U617"),
        ("x;a;;;1;q", "U602"),
        ("x;a;2014-01-01;;;q", "U602"),
        (";a;2014-01-01;;1;q", "U602"),
        ("x;a;2014-01-01;;1;", "U611"),
        ("x;a;2014-01-02;2014-01-01;1;q", "U606"),
        ("x;a;2014-01-02;;1.234;q", "U311"),
        ("x;a;2014-01-02;;1", "U304"),
        ("x;a;2014-01-02;;1;q\nx;a;2014-01-02;2014-01-02;2;q", "U607"),
    ] {
        let (_, codes) =
            folder(&[("drivers.csv", &format!("driver;receiver;from;to;value;source\n{row}\n"))]);
        assert_eq!(codes, [code], "{row}");
    }
    assert_eq!(folder(&[("drivers.csv", "driver;receiver;value\n")]).1, ["U223"]);
    assert_eq!(folder(&[("drivers.csv", "driver;receiver;from;from;value;source\n")]).1, ["U224"]);
    assert_eq!(folder(&[("drivers.csv", "1;2;3\n")]).1, ["U221"]);
}

#[test]
fn rows_without_a_source_are_warned_of_once() {
    let text = "driver;receiver;from;value\nx;a;2014-01-01;1\nx;b;2014-01-01;2\n";
    let (tables, codes) = folder(&[("drivers.csv", text)]);
    assert_eq!((tables.drivers.len(), codes), (2, vec!["U611".to_owned()]));
    let text =
        "service;partner;from;amount;grade;source\ns;a;2014-01-01;1;actual;q\ns;b;2014-01-01;1;actual;\n";
    let (tables, codes) = folder(&[("standalone.csv", text)]);
    assert_eq!((tables.standalone.len(), codes), (2, vec!["U611".to_owned()]));
}

#[test]
fn the_same_row_twice_counts_twice_and_is_warned_of() {
    let row = "s;a;2014-01-01;;5;running;actual;q\n";
    let text =
        format!("service;partner;from;to;amount;kind;grade;source\n{row}s;b;2014-01-01;;5;;actual;q\n{row}");
    let (tables, codes) = folder(&[("standalone.csv", &text)]);
    assert_eq!((tables.standalone.len(), codes), (3, vec!["U614".to_owned()]));
    let row = "2014-01-31;a;b;5\n";
    let (tables, codes) =
        folder(&[("advances.csv", &format!("date;from;to;amount\n{row}{row}2014-01-31;a;b;6\n"))]);
    assert_eq!((tables.advances.len(), codes), (3, vec!["U614".to_owned()]));
}

#[test]
fn a_cost_of_somebody_who_takes_no_part_is_refused() {
    let mut agreement = agreement(paid_by_a());
    agreement.services[0].partners = vec![PartnerId(0)];
    let text =
        "service;partner;from;amount;grade;source\ns;a;2014-01-01;1;actual;q\ns;b;2014-01-01;1;actual;q\n";
    assert_eq!(folder_of(&agreement, &[("standalone.csv", text)]).1, ["U612"]);
}

#[test]
fn standalone_costs_have_kinds_grades_and_evidence() {
    let text = "Leistung;Partner;von;bis;Betrag;Art;Laufzeit_Monate;Güte;Quelle\n\
        s;a;01.01.2014;;10,50;;;Ist;q\n\
        Der Dienst;b;01.01.2014;31.12.2014;10,50;verbleibend;;Angebot;q\n\
        s;a;01.01.2014;;10,50;einmalig;60;Schätzung;q\n\
        s;a;01.01.2014;;10,50;one-off;;estimate;q\n";
    let (tables, codes) = folder(&[("standalone.csv", text)]);
    assert_eq!(codes, [""; 0]);
    let kinds: Vec<StandaloneKind> = tables.standalone.iter().map(|row| row.kind).collect();
    let (some, none) = (OneOff { life_months: Some(60) }, OneOff { life_months: None });
    assert_eq!(kinds, [Running, Remaining, some, none]);
    let grades: Vec<Grade> = tables.standalone.iter().map(|row| row.grade).collect();
    assert_eq!(grades, [Grade::Actual, Grade::Offer, Grade::Estimate, Grade::Estimate]);
    for (row, code) in [
        ("x;a;2014-01-01;5;running;;actual;q", "U604"),
        ("s;a;2014-01-01;5;weekly;;actual;q", "U605"),
        ("s;a;2014-01-01;5;;;guess;q", "U605"),
        ("s;a;2014-01-01;5;;;;q", "U602"),
        ("s;a;2014-01-01;5;;;actual;", "U611"),
        ("s;a;2014-01-01;-5;;;actual;q", "U608"),
        ("s;a;2014-01-01;5;;12;actual;q", "U609"),
        ("s;a;2014-01-01;5;one-off;0;actual;q", "U609"),
        ("s;a;2014-01-01;5;one-off;1.5;actual;q", "U609"),
    ] {
        let text = format!("service;partner;from;amount;kind;life_months;grade;source\n{row}\n");
        assert_eq!(folder(&[("standalone.csv", &text)]).1, [code], "{row}");
    }
}

#[test]
fn a_one_off_cost_has_no_end() {
    for (kind, codes) in [("one-off", vec!["U613"]), ("running", vec![])] {
        let text = format!(
            "service;partner;from;to;amount;kind;grade;source\ns;a;2014-01-01;2014-12-31;5;{kind};actual;q\n"
        );
        assert_eq!(folder(&[("standalone.csv", &text)]).1, codes, "{kind}");
    }
}

#[test]
fn advances_count_in_their_year_or_that_of_their_date() {
    let text = "Datum;von;an;Betrag;Jahr;Text\n01.02.2015;b;a;100,00;2014;1. Rate\n01.02.2015;b;a;100,00;;\n";
    let (tables, codes) = folder(&[("advances.csv", text)]);
    assert_eq!(codes, [""; 0]);
    assert_eq!(tables.advances.iter().map(|row| row.year.number()).collect::<Vec<_>>(), [2014, 2015]);
    let (tables, codes) =
        folder(&[("advances.csv", "date,from,to,amount\n2014-02-01,a,b,5\n2014-02-01,a,a,5\n")]);
    assert_eq!((tables.advances.len(), codes), (1, vec!["U610".to_owned()]));
}

#[test]
fn assets_have_a_life_and_a_residual_value_between_nothing_and_their_cost() {
    let head = "Anlage;Leistung;Zahler;Angeschafft;Anschaffungskosten;Laufzeit_Monate;Restwert;Quelle\n";
    let asset = |row: &str| folder(&[("assets.csv", &format!("{head}{row}\n"))]);
    let (tables, codes) = asset(
        "Server;s;a;20.06.2014;1.000,00;36;100,00;Rechnung\nZuschuss;s;a;20.06.2014;-90,00;36;;Bescheid",
    );
    assert_eq!(codes, [""; 0]);
    let [server, grant] = &tables.assets[..] else { panic!() };
    let year = |year| Year::new(year).unwrap();
    assert_eq!(server.line().in_year(year(2014)), Money::cents(17_500));
    assert_eq!(server.book_value(year(2013)), Money::ZERO);
    assert_eq!(server.book_value(year(2020)), Money::cents(10_000));
    assert_eq!(grant.line().in_year(year(2015)), Money::cents(-3_000));
    for (row, code) in [
        ("Server;s;a;20.06.2014;1.000,00;0;;q", "U609"),
        ("Server;s;a;20.06.2014;1.000,00;;;q", "U602"),
        ("Server;s;a;20.06.2014;1.000,00;36;-1,00;q", "U616"),
        ("Server;s;a;20.06.2014;-1.000,00;36;1,00;q", "U616"),
        ("Server;x;a;20.06.2014;1.000,00;36;;q", "U604"),
        ("Server;s;c;20.06.2014;1.000,00;36;;q", "U603"),
        (";s;a;20.06.2014;1.000,00;36;;q", "U602"),
        ("Server;s;a;20.06.2014;1.000,00;36;;", "U611"),
    ] {
        assert_eq!(asset(row).1, [code], "{row}");
    }
}

#[test]
fn balances_carried_over_lie_between_two_partners() {
    let opening = |row: &str| folder(&[("opening.csv", &format!("year;from;to;amount;source\n{row}\n"))]);
    let (tables, codes) = opening("2014;b;a;412.50;letter");
    assert_eq!((tables.openings[0].amount, codes), (Money::cents(41_250), Vec::new()));
    for (row, code) in [
        ("2014;a;a;1.00;q", "U610"),
        (";a;b;1.00;q", "U602"),
        ("2014;a;b;;q", "U602"),
        ("14;a;b;1.00;q", "U330"),
    ] {
        assert_eq!(opening(row).1, [code], "{row}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]

    #[test]
    fn no_text_makes_the_tables_panic(rows in "([a-c;,\"\n]|from|to|2014-01-01|1\\.5|\n){0,40}") {
        let _ = folder(&[
            ("drivers.csv", &format!("driver;receiver;from;to;value;source\n{rows}")),
            ("standalone.csv", &format!("service;partner;from;amount;kind;life_months;grade;source\n{rows}")),
            ("advances.csv", &format!("date;from;to;amount\n{rows}")),
            ("assets.csv", &format!("asset;service;payer;acquired;cost;life_months;residual;source\n{rows}")),
            ("opening.csv", &format!("year;from;to;amount;source\n{rows}")),
        ]);
    }
}
