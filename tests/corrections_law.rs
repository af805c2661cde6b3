//! The law of corrections: once their rows stand in opening.csv, every balance of the next open year is changed by exactly
//! what the sealed balance would be now, less what was sealed.

use std::collections::BTreeMap;

use serde_json::Value;
use umlage::money::Money;

use crate::sealing::Sealed;

/// Three partners, two services, one with VAT.
const AGREEMENT: &str = r#"
[agreement]
name = "Drei Gemeinden"
transfers = "PAYMENTS"

[partners.a]
name = "Aheim"
[partners.b]
name = "Bheim"
[partners.c]
name = "Cheim"

[keys.gleich]
equal = true
[keys.fest]
percent = { a = "20", b = "30", c = "50" }
[keys.eigen]
weights = { x = "3", "own:b" = "1" }

[services.netz]
name = "Netz"
operator = "a"
since = 2014-01-01
internal = true
key = "eigen"
match = [ { account = "9" } ]
[services.x]
name = "Fachverfahren"
operator = "a"
since = 2014-01-01
key = "gleich"
match = [ { account = "1" } ]
vat = [ { from = 2014-01-01, percent = "19" } ]
[services.y]
name = "Rechnungen; und mehr"
operator = "b"
since = 2014-01-01
key = "fest"
match = [ { account = "2" } ]

[[ledger]]
files = "ledger/*.csv"
"#;

const LEDGER: &str = "date;voucher;payer;account;text;amount
2014-03-01;1;a;1;Pflege;1000,01
2014-03-02;2;b;1;Pflege;500,00
2014-03-03;3;b;2;Miete;700,00
2014-03-04;4;c;9;Leitung;300,00
2015-03-01;5;a;1;Pflege;1100,00
2015-03-02;6;b;2;Miete;100,00
2015-03-03;7;c;9;Leitung;80,00
";

const ADVANCES: &str = "date;from;to;amount;year;text\n2014-06-30;c;a;100,00;2014;Abschlag\n";

fn three(payments: &str) -> Sealed {
    let agreement = AGREEMENT.replace("PAYMENTS", payments);
    let files =
        [("umlage.toml", agreement.as_str()), ("ledger/alle.csv", LEDGER), ("advances.csv", ADVANCES)];
    Sealed::of(&files, &["2014"])
}

fn money(value: &Value) -> Money {
    value.as_str().unwrap().parse().unwrap()
}

/// Every partner's balance, from a statement as JSON.
fn balances(statement: &Value) -> BTreeMap<String, Money> {
    let partners = statement["partners"].as_array().unwrap().iter();
    partners.map(|row| (row["id"].as_str().unwrap().to_owned(), money(&row["balance"]))).collect()
}

fn statement(sealed: &Sealed, year: &str) -> Value {
    let ran = sealed.report(year, &["--format", "json"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

/// Carries everything into 2015 and checks the law; running it again writes nothing.
fn carries(sealed: &Sealed, before: &BTreeMap<String, Money>) {
    let corrections = sealed.corrections("2014");
    let rows = sealed.report("2014", &["--corrections"]);
    let there = sealed.path().join("opening.csv");
    if there.is_file() {
        sealed.append("opening.csv", rows.stdout.split_once('\n').unwrap().1);
    } else {
        std::fs::write(there, &rows.stdout).unwrap();
    }
    let after = balances(&statement(sealed, "2015"));
    for partner in corrections["partners"].as_array().unwrap() {
        let id = partner["id"].as_str().unwrap();
        assert_eq!(after[id] - before[id], money(&partner["balance"]["difference"]), "{id}: {}", rows.stdout);
    }
    let again = sealed.report("2014", &["--corrections"]);
    assert_eq!((again.status, again.stdout.as_str()), (0, ""), "{}", again.stderr);
    assert!(again.stderr.contains("schon in opening.csv"), "{}", again.stderr);
    let text = sealed.report("2014", &[]).stdout;
    assert!(text.contains("Alles ist schon in opening.csv vorgetragen"), "{text}");
}

#[test]
fn two_partners_balance_in_the_next_year() {
    let sealed = Sealed::example();
    let before = balances(&statement(&sealed, "2015"));
    sealed.append(
        "ledger/saarpfalz-2014.csv",
        "2014-12-29;AO-2014-0099;525530;4720;Netzdienste;Standleitung Wohngeld;;1000,00\n\
         2014-12-29;AO-2014-0098;524200;4711;Stadtwerke;Strom Rechenzentrum Nachtrag;;777,77\n",
    );
    sealed.append("advances.csv", "2014-11-03;saarpfalz;saarbruecken;500,00;2014;Nachzahlung\n");
    carries(&sealed, &before);
}

#[test]
fn three_partners_balance_in_the_next_year_however_they_pay() {
    for payments in ["pairs", "fewest"] {
        let sealed = three(payments);
        let before = balances(&statement(&sealed, "2015"));
        sealed
            .append("ledger/alle.csv", "2014-12-01;8;c;1;Nachtrag;999,99\n2014-12-02;9;c;9;Nachtrag;60,01\n");
        sealed.replace("ledger/alle.csv", "2;Miete;700,00", "2;Miete;1,00");
        sealed.append("advances.csv", "2014-07-31;b;a;50,00;2014;Abschlag\n");
        carries(&sealed, &before);
    }
}

#[test]
fn a_second_correction_writes_only_the_rest() {
    let sealed = three("pairs");
    let before = balances(&statement(&sealed, "2015"));
    sealed.append("ledger/alle.csv", "2014-12-01;8;c;1;Nachtrag;900,00\n");
    carries(&sealed, &before);
    sealed.append("ledger/alle.csv", "2014-12-02;9;c;1;Nachtrag;30,00\n");
    let rows = sealed.rows("2014");
    assert_eq!(
        rows,
        "2015;a;b;11,90;Korrektur der Abrechnung 2014: Fachverfahren (sealed/2014: x)\n\
         2015;b;c;23,80;Korrektur der Abrechnung 2014: Fachverfahren (sealed/2014: x)\n"
    );
    carries(&sealed, &before);
    sealed.replace(
        "ledger/alle.csv",
        "2014-12-01;8;c;1;Nachtrag;900,00\n2014-12-02;9;c;1;Nachtrag;30,00\n",
        "",
    );
    let ran = sealed.report("2014", &[]);
    assert!(ran.stdout.starts_with("Abrechnung 2014"), "no figure differs any more: {}", ran.stdout);
    assert!(ran.stderr.contains("umlage report k --year 2014 --corrections"), "{}", ran.stderr);
    let rows = sealed.rows("2014");
    assert!(rows.lines().count() >= 2 && rows.contains("2015;c;a;"), "what was carried goes back: {rows}");
}

#[test]
fn rows_go_into_the_first_year_that_is_not_sealed_in_the_manner_of_the_table() {
    let sealed = three("pairs");
    sealed.seal("2015");
    let opening = "note,source,debitor,amount,to,from,year\r\n,vorher,,\"10.00\",b,a,2013\r\n";
    std::fs::write(sealed.path().join("opening.csv"), opening).unwrap();
    sealed.append("ledger/alle.csv", "2014-12-01;8;c;2;Nachtrag;10,00\n");
    let ran = sealed.report("2014", &["--corrections", "--lang", "en"]);
    let source = "Correction of the statement of 2014: Rechnungen; und mehr (sealed/2014: y)";
    let expected = format!(
        "note,source,debitor,amount,to,from,year\r\n,{source},,2.00,b,a,2016\r\n,{source},,5.00,c,b,2016\r\n"
    );
    assert_eq!(ran.stdout, expected, "{}", ran.stderr);
}

#[test]
fn a_pattern_that_reaches_everywhere_reads_no_sealed_ledger() {
    let sealed = three("pairs");
    sealed.replace("umlage.toml", "ledger/*.csv", "**/alle.csv");
    let said = sealed.is_as_ever("2014");
    assert!(said.contains("stimmt damit überein. umlage.toml"), "{said}");
}
