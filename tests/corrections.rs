//! A sealed year is locked: what differs is named row by row, and is corrected in a later year.

use std::fs;

use serde_json::{Value, json};

use crate::sealing::Sealed;

const LEDGER: &str = "ledger/saarpfalz-2014.csv";
const LINE: &str = "2014-12-24;AO-2014-0074;542200;6600;Straßenbau Muster GmbH;Unterhaltung Kreisstraßen, Los 3;strassen-unterhalt;30806,25\n";
const SHARED: &str =
    "2014-01-15;AO-2014-0003;525530;4720;Netzdienste Beispiel GmbH;Standleitung Wohngeld 01/2014;;249,90\n";

/// How many rows came in, went out and changed, by table.
fn counts(found: &Value) -> Vec<(String, String)> {
    let rows = found["rows"].as_array().unwrap().iter();
    rows.map(|row| (row["table"].as_str().unwrap().into(), row["change"].as_str().unwrap().into())).collect()
}

fn one(table: &str, change: &str) -> Vec<(String, String)> {
    vec![(table.to_owned(), change.to_owned())]
}

#[test]
fn what_agrees_is_a_statement_as_ever() {
    let sealed = Sealed::example();
    let said = sealed.is_as_ever("2014");
    assert_eq!(said, "2014 ist festgeschrieben (sealed/2014); die Abrechnung stimmt damit überein.\n");
    let nothing = sealed.report("2014", &["--corrections"]);
    assert_eq!((nothing.status, nothing.stdout.as_str()), (0, ""));
    assert!(nothing.stderr.contains("ist nichts vorzutragen"), "{}", nothing.stderr);
}

#[test]
fn rows_of_other_years_are_no_alarm() {
    let sealed = Sealed::example();
    let row = "2015-01-05;AO-2015-9001;525530;4720;Netzdienste;Standleitung Wohngeld Nachtrag;;249,90\n";
    sealed.append("ledger/saarpfalz-2015.csv", row);
    sealed.append(LEDGER, &row.replace("9001", "9002"));
    sealed.append("advances.csv", "2016-12-01;saarpfalz;saarbruecken;1,00;2016;Nachtrag\n");
    sealed.append("drivers.csv", "anrufe;saarpfalz;2017-01-01;2017-01-31;5;Beispiel\n");
    let said = sealed.is_as_ever("2014");
    assert!(said.contains("stimmt damit überein"), "{said}");
}

#[test]
fn an_agreement_that_grows_is_a_sentence_and_no_alarm() {
    let sealed = Sealed::example();
    let was = "{ from = 2014-07-01, key = \"faelle\" } ]";
    sealed.replace(
        "umlage.toml",
        was,
        "{ from = 2014-07-01, key = \"faelle\" }, { from = 2015-01-01, key = \"fest\" } ]",
    );
    let said = sealed.is_as_ever("2014");
    assert!(said.contains("stimmt damit überein. umlage.toml hat sich seither geändert"), "{said}");
}

#[test]
fn rows_in_another_order_are_no_alarm() {
    let sealed = Sealed::example();
    sealed.edit(LEDGER, |text| text.replace(LINE, "").replace(SHARED, &format!("{LINE}{SHARED}")));
    let said = sealed.is_as_ever("2014");
    assert_eq!(said, "2014 ist festgeschrieben (sealed/2014); die Abrechnung stimmt damit überein.\n");
}

#[test]
fn a_ledger_exported_otherwise_is_no_alarm() {
    let sealed = Sealed::example();
    let path = sealed.path().join(LEDGER);
    let text = fs::read_to_string(&path).unwrap();
    let rows: Vec<&str> = text.trim_start_matches('\u{feff}').lines().skip(2).collect();
    let tabs = rows.join("\r\n").replace(';', "\t") + "\r\n";
    fs::remove_file(path).unwrap();
    let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(&tabs);
    assert!(!lossy);
    fs::write(sealed.path().join("ledger/kreis-2014.txt"), bytes).unwrap();
    sealed.edit("umlage.toml", |text| {
        let (before, after) = text.split_once("# --- Buchungen des Kreises").unwrap();
        let (table, rest) = after.split_once("# --- drivers.csv").unwrap();
        let (_, table) = table.split_once('\n').unwrap();
        let again = table
            .replace("ledger/saarpfalz-*.csv", "ledger/kreis-2014.txt")
            .replace("payer ", "encoding = \"windows-1252\"\ndelimiter = \"\\t\"\npayer ");
        format!("{before}# --- Kreis\n{table}{again}# --- drivers.csv{rest}")
    });
    let said = sealed.is_as_ever("2014");
    assert!(said.contains("stimmt damit überein. umlage.toml"), "{said}");
}

#[test]
fn a_late_row_came_in() {
    let sealed = Sealed::example();
    sealed.append(LEDGER, "2014-12-29;AO-2014-0099;525530;4720;Netzdienste;Standleitung Wohngeld;;1000,00\n");
    let found = sealed.corrections("2014");
    assert_eq!(counts(&found), one("postings", "in"));
    let row = &found["rows"][0]["new"];
    assert_eq!(row["place"], "ledger/saarpfalz-2014.csv:80");
    assert_eq!((&row["in_year"], &row["cells"]["voucher"]), (&json!("1000.00"), &json!("AO-2014-0099")));
    let allocated = &found["services"][0]["allocated"];
    assert_eq!(found["services"][0]["service"], "wohngeld");
    assert_eq!(
        (&allocated["sealed"], &allocated["new"], &allocated["difference"]),
        (&json!("70127.96"), &json!("70802.21"), &json!("674.25"))
    );
    assert_eq!(found["claims"][0]["net"]["difference"], "-674.25");
    assert_eq!(
        found["carry"],
        json!([{ "for": "wohngeld", "from": "saarbruecken", "to": "saarpfalz", "difference": "674.25", "carried": "0.00",
                 "open": "674.25" }])
    );
}

#[test]
fn of_equal_rows_only_those_that_are_more_came_in() {
    let sealed = Sealed::example();
    sealed.append(LEDGER, SHARED);
    sealed.append(LEDGER, SHARED);
    let found = sealed.corrections("2014");
    assert_eq!(counts(&found), [one("postings", "in"), one("postings", "in")].concat());
    assert_eq!(found["rows"][0]["new"]["place"], "ledger/saarpfalz-2014.csv:80");
}

#[test]
fn a_row_that_is_gone_went_out() {
    let sealed = Sealed::example();
    sealed.replace(LEDGER, SHARED, "");
    let found = sealed.corrections("2014");
    assert_eq!(counts(&found), one("postings", "out"));
    assert_eq!(found["rows"][0]["sealed"]["place"], "sealed/2014/inputs/ledger/saarpfalz-2014.csv:6");
}

#[test]
fn a_changed_amount_is_shown_as_it_was_and_as_it_is() {
    let sealed = Sealed::example();
    sealed.replace(LEDGER, SHARED, &SHARED.replace("249,90", "349,90"));
    let found = sealed.corrections("2014");
    assert_eq!(counts(&found), one("postings", "changed"));
    let row = &found["rows"][0];
    assert_eq!((&row["sealed"]["in_year"], &row["new"]["in_year"]), (&json!("249.90"), &json!("349.90")));
    let text = sealed.report("2014", &["--lang", "en"]);
    assert!(text.stdout.contains("Changed: Postings"), "{}", text.stdout);
    assert!(text.stderr.contains("These are corrections, not a new statement."), "{}", text.stderr);
}

#[test]
fn another_baseline_or_other_payments_are_no_silent_statement() {
    let sealed = Sealed::example();
    sealed.replace("umlage.toml", "baseline  = \"15000.00\"", "baseline  = \"25000.00\"");
    let ran = sealed.report("2014", &["--format", "json"]);
    let found: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(found["schema"], "umlage/corrections/1");
    assert_eq!(found["savings_difference"]["difference"], "-10000.00");
    assert_eq!((&found["claims"], &found["carry"]), (&json!([]), &json!([])));

    let sealed = Sealed::zweckverband();
    sealed.replace("umlage.toml", "transfers = \"fewest\"", "transfers = \"pairs\"");
    let found: Value = serde_json::from_str(&sealed.report("2013", &["--format", "json"]).stdout).unwrap();
    assert!(found["transfers"].as_array().unwrap().len() > 5, "{found}");
    assert_eq!(found["carry"], json!([]));
}

#[test]
fn a_changed_text_changes_no_figure_and_is_told_beside_the_statement() {
    let sealed = Sealed::example();
    sealed.replace(LEDGER, SHARED, &SHARED.replace("01/2014;;", "Januar 2014;;"));
    let said = sealed.is_as_ever("2014");
    assert!(said.contains("Einsparungen stimmen damit überein, aber nicht alle Zeilen"), "{said}");
    let line = "ledger/saarpfalz-2014.csv:6: Text „Standleitung Wohngeld 01/2014“ → „Standleitung Wohngeld Januar 2014“";
    assert!(said.contains(line), "{said}");
}

#[test]
fn a_corrected_driver_is_a_changed_row() {
    let sealed = Sealed::example();
    sealed.edit("drivers.csv", |text| {
        let line =
            text.lines().find(|line| line.starts_with("wohngeld-faelle;saarpfalz;2014-08-01")).unwrap();
        let (head, tail) = line.split_once(";2014-08-31;").unwrap();
        let (_, source) = tail.split_once(';').unwrap();
        text.replace(line, &format!("{head};2014-08-31;999;{source}"))
    });
    let found = sealed.corrections("2014");
    assert_eq!(counts(&found), one("drivers", "changed"));
    assert_eq!(found["rows"][0]["new"]["cells"]["value"], "999");
}

#[test]
fn an_advance_that_was_forgotten_came_in() {
    let sealed = Sealed::example();
    sealed.append("advances.csv", "2014-11-03;saarpfalz;saarbruecken;500,00;2014;Nachzahlung\n");
    let found = sealed.corrections("2014");
    assert_eq!(counts(&found), one("advances", "in"));
    assert_eq!(found["payments"][0]["amount"]["difference"], "500.00");
    assert_eq!(
        sealed.rows("2014"),
        "2015;saarbruecken;saarpfalz;500,00;Korrektur der Abrechnung 2014: Abschläge (sealed/2014: advances.csv)\n"
    );
}

#[test]
fn a_key_with_other_percents_is_shown_by_its_lines() {
    let sealed = Sealed::example();
    let percents = |one, two| format!("{{ saarbruecken = \"{one}\", saarpfalz = \"{two}\" }}");
    sealed.replace("umlage.toml", &percents(65, 35), &percents(60, 40));
    let found = sealed.corrections("2014");
    assert_eq!(counts(&found), []);
    let lines = found["agreement_lines"].as_array().unwrap();
    assert_eq!(lines.len(), 2);
    assert!(lines[1]["text"].as_str().unwrap().contains("60"), "{lines:?}");
    assert!(sealed.report("2014", &[]).stdout.contains("Keine Buchung und keine Tabellenzeile"));
}

#[test]
fn what_is_only_on_one_side_counts_nothing_on_the_other() {
    let sealed = Sealed::example();
    sealed.edit("umlage.toml", |text| {
        let text = text
            .replace("[services.backup]", "[services.sicherung-neu]")
            .replace("backup =", "sicherung-neu =");
        text.replace(
            "# --- Verteilungsschlüssel",
            "[partners.stingbert]\nname = \"Stadt St. Ingbert\"\n\n# --- Verteilungsschlüssel",
        )
    });
    sealed.edit("umlage.toml", |text| {
        let line = |line: &str| {
            let shared = line.starts_with("operator") && line.contains("saarbruecken");
            let own = if shared { "partners = [\"saarbruecken\", \"saarpfalz\"]\n" } else { "" };
            format!("{own}{line}\n")
        };
        text.lines().map(line).collect()
    });
    let renamed =
        |text: &str| text.replace(";backup;", ";sicherung-neu;").replace("\nbackup;", "\nsicherung-neu;");
    for name in ["assets.csv", "standalone.csv", LEDGER] {
        sealed.edit(name, renamed);
    }
    let found = sealed.corrections("2014");
    let of = |service: &str| {
        let rows = found["services"].as_array().unwrap();
        rows.iter().find(|row| row["service"] == service).unwrap()["allocated"].clone()
    };
    assert_eq!((&of("backup")["new"], &of("sicherung-neu")["sealed"]), (&json!("0.00"), &json!("0.00")));
    assert_eq!(of("backup")["sealed"], of("sicherung-neu")["new"]);
}

#[test]
fn a_year_that_is_not_sealed_has_no_corrections() {
    let sealed = Sealed::example();
    let refused = sealed.report("2015", &["--corrections"]);
    assert_eq!((refused.status, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("2015 ist nicht festgeschrieben"), "{}", refused.stderr);
    let refused = sealed.report("2014", &["--corrections", "--format", "json"]);
    assert_eq!(refused.status, 2, "{}", refused.stderr);
}

#[test]
fn a_broken_seal_is_named_with_the_command_that_finds_what_is_wrong() {
    let sealed = Sealed::example();
    let path = sealed.path().join("sealed/2014/statement.json");
    let text = fs::read_to_string(&path).unwrap();
    for broken in ["{", &text.replacen("\"balance\": \"-", "\"balance\": \"-1", 1)] {
        fs::write(&path, broken).unwrap();
        let ran = sealed.report("2014", &["--lang", "en"]);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
        assert!(ran.stderr.contains("sealed/2014/statement.json"), "{}", ran.stderr);
        assert!(ran.stderr.contains("umlage verify --year 2014"), "{}", ran.stderr);
    }
    fs::write(&path, text).unwrap();
    fs::write(sealed.path().join("sealed/2014/inputs/umlage.toml"), "[agreement\n").unwrap();
    let ran = sealed.report("2014", &[]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("sealed/2014/inputs"), "{}", ran.stderr);
}

#[test]
fn errors_of_the_live_folder_refuse_the_statement_and_say_where_the_sealed_one_lies() {
    let sealed = Sealed::example();
    sealed.append(LEDGER, "2014-12-29;AO-2014-0099;525530;4720;Netzdienste;Standleitung Wohngeld;;viel\n");
    let ran = sealed.report("2014", &[]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("liegt in sealed/2014"), "{}", ran.stderr);
}

#[test]
fn every_format_shows_corrections_in_both_languages() {
    let sealed = Sealed::example();
    sealed.replace(LEDGER, SHARED, &SHARED.replace("249,90", "349,90"));
    for (language, title) in
        [("de", "Korrekturen zur Abrechnung 2014"), ("en", "Corrections to the statement of 2014")]
    {
        for format in ["text", "md", "csv"] {
            let ran = sealed.report("2014", &["--lang", language, "--format", format]);
            assert_eq!(ran.status, 0);
            assert!(ran.stdout.contains(title), "{}", ran.stdout);
        }
    }
}

#[test]
fn nothing_is_written_into_a_seal() {
    let sealed = Sealed::example();
    let into = "k/sealed/2014/statement.txt";
    let ran = sealed.report("2014", &["-o", into, "--force"]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
}
