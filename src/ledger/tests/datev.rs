//! Batches of DATEV, from bytes to postings and findings.

use super::*;
use crate::agreement::CostKind;
use crate::finding::Severity;

const HEADINGS: &str = "Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;WKZ Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Buchungstext;KOST1 - Kostenstelle;Generalumkehr (GU)\n";

/// A first line of these fields 13 to 16.
fn first(version: u16, year: &str, digits: u8, period: &str) -> String {
    format!(
        "\"EXTF\";{version};21;\"Buchungsstapel\";13;20250701120000000;;\"RE\";\"\";\"\";29098;55003;{year};{digits};{period};\"Probe\";\"\";1;0;0;\"EUR\";\"\";\"\";\"\";\"\";\"\";;;\"\";\"\"\n"
    )
}

fn batch(rows: &str) -> String {
    first(700, "20250101", 4, "20250101;20251231") + HEADINGS + rows
}

/// A source whose files are batches, as umlage.toml would make it.
pub(super) fn datev() -> Source {
    let dialect = Dialect {
        encoding: Some(encoding_rs::WINDOWS_1252),
        delimiter: Some(b';'),
        decimal: Some(b','),
        date_format: None,
    };
    Source { preset: Preset::Datev { reversal: None }, dialect, ..paid_by_a() }
}

/// Date, account, counter-account, amount, cost centre and text of each posting, by an agreement with one rule `49*`.
fn postings(source: Source, bytes: &[u8]) -> Vec<String> {
    let mut agreement = agreement(source);
    let matches = vec![skip(RuleField::Account, "49*")];
    agreement.cost_kinds.push(CostKind {
        id: "k".to_owned(),
        name: "k".to_owned(),
        matches,
        one_off: false,
        shared: true,
    });
    let mut files = Files::default();
    let file = LedgerFile { file: files.id("ledger.csv"), source: 0 };
    let pass = Pass { agreement: &agreement, file, block: block::BLOCK };
    let (mut postings, mut total) = (Vec::new(), Money::ZERO);
    let mut entry = |entry: Entry<'_>| {
        let Entry::Posting(it, None) = entry else { panic!("DATEV is read cell by cell") };
        total += it.amount;
        postings.push(format!(
            "{} {} ({}) {} {} {}",
            it.date, it.account, it.counter_account, it.amount, it.cost_centre, it.text
        ));
        false
    };
    let mut refuse =
        |finding: Finding| assert_eq!(finding.fault.severity(), Severity::Warning, "{finding:?}");
    let input = pass.read(Cursor::new(bytes.to_vec()), &mut refuse, &mut entry).unwrap();
    assert_eq!((input.total, input.above), (total, 0));
    postings
}

#[test]
fn the_expense_stands_on_either_side_of_a_row() {
    let rows = "24,95;H;EUR;;;;1200;4940;;2102;R1;Fachbuch;;\n\
                30,00;\"S\";;;;;4940;1200;;2102;R2;Heft;1110;0\n\
                119,00;H;;;;;70001;4980;;103;R3;Wartung;;\n\
                119,00;S;;;;;4980;70001;;0103;R3;Wartung;;\n\
                9,00;S;;;;;1200;4940;;3112;G1;Gutschrift;;\n";
    assert_eq!(
        postings(datev(), batch(rows).as_bytes()),
        [
            "2025-02-21 4940 (1200) 24.95  Fachbuch",
            "2025-02-21 4940 (1200) 30.00 1110 Heft",
            "2025-03-01 4980 (70001) 119.00  Wartung",
            "2025-03-01 4980 (70001) 119.00  Wartung",
            "2025-12-31 4940 (1200) -9.00  Gutschrift",
        ]
    );
}

#[test]
fn both_versions_all_encodings_and_short_headings_are_read_alike() {
    let rows = "\"10,00\";\"S\";\"4940\";\"70001\";\"102\";\"Büro\"\n";
    let headings = "\"Umsatz\";\"S/H\";\"Konto\";\"Gegenkonto\";\"Belegdatum\";\"Buchungstext\"\n";
    let expected = ["2025-02-01 4940 (70001) 10.00  Büro"];
    for version in [510, 700] {
        let text = first(version, "20250101", 4, ";") + headings + rows;
        assert_eq!(postings(datev(), text.as_bytes()), expected);
        assert_eq!(postings(datev(), format!("\u{FEFF}{text}").as_bytes()), expected);
        assert_eq!(postings(datev(), &encoding_rs::WINDOWS_1252.encode(&text).0), expected);
        assert_eq!(postings(datev(), text.replace('\n', "\r\n").as_bytes()), expected);
    }
    let dtvf = batch("1,00;S;;;;;4940;1200;;0101;;;;\n").replace("EXTF", "DTVF");
    assert_eq!(postings(datev(), dtvf.as_bytes()).len(), 1);
}

#[test]
fn all_columns_of_the_format_and_empty_cells_behind_them_are_read() {
    let more: Vec<String> = (1..=111).map(|n| format!("Zusatzinformation - Inhalt {n}")).collect();
    let headings = format!("{};{}\n", HEADINGS.trim_end(), more.join(";"));
    let row = "5,00;S;;;;;4940;1200;;0101;;x;;".to_owned() + &";".repeat(111) + "\n";
    let text = first(700, "20250101", 4, "20250101;20251231") + &headings + &row;
    assert_eq!(postings(datev(), text.as_bytes()), ["2025-01-01 4940 (1200) 5.00  x"]);
}

#[test]
fn a_fiscal_year_from_july_gives_each_day_its_year() {
    let rows = "1,00;S;;;;;4940;1200;;107;;a;;\n2,00;S;;;;;4940;1200;;3006;;b;;\n";
    let text = first(700, "20240701", 4, "20240701;20250630") + HEADINGS + rows;
    assert_eq!(
        postings(datev(), text.as_bytes()),
        ["2024-07-01 4940 (1200) 1.00  a", "2025-06-30 4940 (1200) 2.00  b"]
    );
}

#[test]
fn a_field_too_many_in_the_first_line_is_passed_over() {
    let text = batch("1,00;S;;;;;4940;1200;;3112;;a;;\n").replace("29098;", ";29098;");
    assert_eq!(postings(datev(), text.as_bytes()), ["2025-12-31 4940 (1200) 1.00  a"]);
}

#[test]
fn the_length_of_accounts_says_which_is_a_vendor() {
    let rows = "1,00;S;;;;;70001;49000;;3112;;a;;\n";
    let text = first(700, "20250101", 5, ";") + HEADINGS + rows;
    assert_eq!(postings(datev(), text.as_bytes()), ["2025-12-31 49000 (70001) -1.00  a"]);
    let rows = "1,00;S;;;;;700001;70001;;3112;;a;;\n";
    let text = first(700, "20250101", 5, ";") + HEADINGS + rows;
    assert_eq!(postings(datev(), text.as_bytes()), ["2025-12-31 70001 (700001) -1.00  a"]);
}

#[test]
fn amounts_in_another_currency_are_taken_in_euro_or_refused() {
    let rows = "100,00;S;CHF;0,95;95,00;EUR;4940;1200;;0101;;a;;\n";
    assert_eq!(postings(datev(), batch(rows).as_bytes()), ["2025-01-01 4940 (1200) 95.00  a"]);
    for rows in ["100,00;S;CHF;;;;4940;1200;;0101;;;;\n", "100,00;S;CHF;;95,00;;4940;1200;;0101;;;;\n"] {
        assert_eq!(read(datev(), batch(rows)).codes(), ["U334"]);
    }
}

#[test]
fn a_general_reversal_is_read_as_the_officer_says() {
    let rows = "10,00;H;;;;;4940;1200;;0101;;a;;1\n10,00;H;;;;;4940;1200;;0101;;b;;G\n";
    assert_eq!(read(datev(), batch(rows)).codes(), ["U335", "U335"]);
    let with = |reversal| Source { preset: Preset::Datev { reversal: Some(reversal) }, ..datev() };
    let amounts = |reversal| postings(with(reversal), batch(rows).as_bytes()).join("\n");
    assert!(!amounts(Reversal::Turned).contains("-10.00"));
    assert_eq!(amounts(Reversal::AsWritten).matches("-10.00").count(), 2);
    let odd = "10,00;H;;;;;4940;1200;;0101;;a;;x\n";
    assert_eq!(read(with(Reversal::Turned), batch(odd)).codes(), ["U335"]);
}

#[test]
fn skip_leaves_out_a_bank_account_without_the_costs_paid_from_it() {
    let all = [skip(RuleField::Account, "1*")];
    let rows = "24,95;H;;;;;1200;4940;;2102;;a;;\n\
                1,00;H;;;;;1200;5000;;2102;;b;;\n\
                7,00;S;;;;;1755;1200;;2102;;c;;\n\
                8,00;S;;;;;70001;1200;;2102;;d;;\n";
    let source = Source { skip: all.to_vec(), ..datev() };
    assert_eq!(
        postings(source.clone(), batch(rows).as_bytes()),
        ["2025-02-21 4940 (1200) 24.95  a", "2025-02-21 1200 (5000) -1.00  b"]
    );
    let outcome = read(source, batch(rows));
    assert_eq!((outcome.input.skipped, outcome.input.skipped_total.to_string()), (2, "-1.00".to_owned()));
}

#[test]
fn skip_that_names_both_accounts_leaves_out_a_transfer_in_both_directions() {
    let patterns = [(RuleField::Account, "4940"), (RuleField::CounterAccount, "4950")];
    let patterns = patterns.map(|(field, pattern)| (field, Pattern::new(pattern))).to_vec();
    let source = Source { skip: vec![Rule { payer: None, patterns, place: toml() }], ..datev() };
    let rows = "10,00;S;;;;;4940;4950;;2102;;;;\n3,00;S;;;;;4950;4940;;2102;;;;\n";
    assert_eq!(postings(source.clone(), batch(rows).as_bytes()), [""; 0]);
    assert_eq!(read(source, batch(rows)).input.skipped_total.to_string(), "7.00");
}

#[test]
fn the_sign_of_the_table_turns_all_of_it() {
    let source = Source { sign: Sign::ExpenseNegative, ..datev() };
    let rows = "24,95;H;;;;;1200;4940;;2102;;a;;\n";
    assert_eq!(postings(source, batch(rows).as_bytes()), ["2025-02-21 4940 (1200) -24.95  a"]);
}

#[test]
fn what_is_wrong_is_told_at_its_cell() {
    let at = |rows: &str| {
        let text = batch(rows);
        let rows = u64::try_from(text.len() - rows.len()).unwrap();
        let findings = read(datev(), text).findings.into_iter();
        findings.map(|(code, at, _)| format!("{code} {}", at - rows)).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(at("-1,00;S;;;;;4940;1200;;0101;;;;\n"), "U333 0");
    assert_eq!(at("1,00;X;;;;;4940;1200;;0101;;;;\n"), "U331 5");
    assert_eq!(at("1,00;S;;;;;;1200;;0101;;;;\n"), "U342 11");
    assert_eq!(at("1,00;S;;;;;4940;1200;;2902;;;;\n"), "U328 22");
    assert_eq!(at("1,00;S;;;;;4940;1200;;01.01.;;;;\n"), "U320 22");
    assert_eq!(at("1,00;S;;;;;4940;1200;;;;;;\n"), "U342 22");
    assert_eq!(at("1,00;S;;;;;4940;1200;9;0101;;;;\n"), "U236 21");
    assert_eq!(at("1,00;S;;;;;4940;1200;40;0101;;;;\n"), "");
}

#[test]
fn a_first_line_that_is_not_a_batchs_is_refused() {
    let good = batch("1,00;S;;;;;4940;1200;;0101;;;;\n");
    let codes = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        read(datev(), good.replacen(from, to, 1))
            .findings
            .into_iter()
            .map(|it| (it.0, it.1))
            .collect::<Vec<_>>()
    };
    let one = |code: &str, at| vec![(code.to_owned(), at)];
    assert_eq!(codes("EXTF", "EXT"), one("U230", 1));
    assert_eq!(codes(";21;\"Buchungsstapel\"", ";20;\"Kontenbeschriftungen\""), one("U231", 11));
    assert_eq!(codes(";700;", ";300;"), one("U232", 7));
    assert_eq!(codes(";20250101;4;", ";2025;4;"), one("U233", 76));
    assert_eq!(codes(";20250101;4;", ";20250101;;"), one("U233", 85));
    assert_eq!(codes(";20250101;20251231;", ";20250101;2025;"), one("U233", 96));
    assert_eq!(codes(";20250101;20251231;", ";20250101;20260101;"), one("U233", 87));
    assert_eq!(codes("\"EUR\"", "\"USD\"").len(), 1);
    assert_eq!(codes(HEADINGS, "").into_iter().map(|it| it.0).collect::<Vec<_>>(), ["U235"]);
    assert_eq!(codes("Gegenkonto (ohne BU-Schlüssel)", "Anderes")[0].0, "U223");
}
