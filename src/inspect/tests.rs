//! Files that nobody has described, and what is found of them.

use super::*;
use crate::agreement::Language;
use crate::report;

fn of(bytes: &[u8]) -> Inspection {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export.csv");
    std::fs::write(&path, bytes).unwrap();
    let (folder, file) = Folder::around(&path).unwrap();
    inspect(&folder, file, None).unwrap()
}

fn table(bytes: &[u8]) -> Vec<(&'static str, Vec<String>, bool)> {
    let values = |entry: Entry| (entry.key, entry.values.iter().map(Value::toml).collect(), entry.live);
    of(bytes).table.into_iter().map(values).collect()
}

fn holds(bytes: &[u8], key: &str, values: &[&str], live: bool) {
    let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
    let table = table(bytes);
    assert!(
        table.iter().any(|entry| entry.0 == key && entry.1 == values && entry.2 == live),
        "{key} in {table:?}"
    );
}

#[test]
fn a_file_with_all_that_is_needed_needs_no_entry_but_its_name() {
    let table = table("Datum;Zahler;Betrag\n01.02.2014;stadt;1,00\n".as_bytes());
    let keys: Vec<&str> = table.iter().map(|(key, ..)| *key).collect();
    assert_eq!(keys, ["files", ""]);
}

#[test]
fn what_nothing_decides_is_asked() {
    holds(b"Datum;Betrag\n03/04/2014;1.234\n", "decimal", &["\",\"", "\".\""], false);
    holds(b"Datum;Betrag\n03/04/2014;1.234\n", "date_format", &["\"%d/%m/%Y\"", "\"%m/%d/%Y\""], false);
    holds(b"Tag;Netto;Brutto\n01.02.2014;1,00;1,19\n", "amount", &["\"Netto\"", "\"Brutto\""], false);
    holds(
        b"Datum;Buchungsdatum;Betrag\n01.02.2014;01.02.2014;1,00\n",
        "date",
        &["\"Datum\"", "\"Buchungsdatum\""],
        false,
    );
    holds(b"Haushaltsjahr;Betrag\n2014;1,00\n", "date", &["\"\u{2026}\""], false);
    holds(b"Datum;Betrag\n01.02.2014;-1,00\n", "sign", &["\"expense-negative\""], false);
    holds(b"Datum;Betrag;Kz\n01.02.2014;1,00;S\n01.02.2014;1,00;H\n", "side", &["\"Kz\""], false);
}

#[test]
fn what_the_cells_prove_is_said() {
    holds(b"Tag;Wert\n01.02.14;1,00\n", "date", &["\"Tag\""], true);
    holds(b"Tag;Wert\n01.02.14;1,00\n", "date_format", &["\"%d.%m.%y\""], true);
    holds(b"01.02.2014;1,00\n", "header", &["0"], true);
    holds(
        b"Soll EUR;Haben EUR;Datum\n1,00;;01.02.2014\n;2,00;01.02.2014\n",
        "credit",
        &["\"Haben EUR\""],
        true,
    );
}

#[test]
fn rows_that_look_like_sums_count_in_no_total() {
    let text = "Datum;Text;Betrag\n01.02.2014;Summe der Woche;1,00\n;Summe;1,00\nDatum;Text;Betrag\n";
    let inspection = of(text.as_bytes());
    let total = &inspection.columns[2].totals[0];
    assert_eq!((total.sum.cells, total.aside.cells), (1, 1), "a row with a date is a posting");
    assert_eq!(inspection.aside.len(), 2);
    let rules = "[ { text = \"Summe*\" }, { text = \"Text\" } ]";
    holds(text.as_bytes(), "skip", &[rules], false);
}

#[test]
fn encodings_are_told_by_marks_bytes_and_zeros() {
    let text = "Datum;Text;Betrag\r\n01.02.2014;\u{fc}ber;1,00\r\n";
    assert_eq!(of(text.as_bytes()).script, Script::Utf8);
    assert_eq!(of(format!("\u{feff}{text}").as_bytes()).script, Script::Marked("UTF-8"));
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let inspection = of(&wide);
    assert_eq!(inspection.script, Script::Wide("UTF-16LE"));
    assert_eq!((inspection.rows, inspection.ends.crlf), (1, 2));
    let western = of(b"Datum;Betrag;Text\n01.02.2014;1,00;\xfcber\n");
    let Script::Other { first, plausible: true } = western.script else { panic!("{:?}", western.script) };
    assert_eq!(western.spot(first).map(|spot| (spot.line, spot.column)), Some((2, 17)));
    assert!(matches!(
        of(b"Datum;Betrag;Text\n01.02.2014;1,00;\x9cber\n").script,
        Script::Other { plausible: false, .. }
    ));
    assert!(of(b"Datum;Betrag;Text\n01.02.2014;1,00;\xc3\xbc\n01.02.2014;1,00;\xfcber\n").is_faulty());
}

#[test]
fn files_that_are_no_ledgers_are_named() {
    assert_eq!(of(b"PK\x03\x04xl/").nature, Nature::Misnamed("xlsx"));
    assert_eq!(of(b"").nature, Nature::Nothing);
    let datev = of(b"\"EXTF\";510;20;\"Kontenbeschriftungen\"\nKonto;Text\n1;a\n");
    let Nature::Datev(head) = &datev.nature else { panic!("{:?}", datev.nature) };
    assert!(head.is_known() && !head.is_postings() && datev.table.is_empty());
}

#[test]
fn a_file_of_the_cooperation_has_its_name_there() {
    let root = tempfile::tempdir().unwrap();
    std::fs::create_dir(root.path().join("ledger")).unwrap();
    std::fs::write(root.path().join(Folder::AGREEMENT), "").unwrap();
    std::fs::write(root.path().join("ledger/a[1].csv"), "Datum;Betrag\n01.02.2014;1,00\n").unwrap();
    let (folder, file) = Folder::around(&root.path().join("ledger/a[1].csv")).unwrap();
    let inspection = inspect(&folder, file, None).unwrap();
    assert_eq!(inspection.table[0].toml(), ["files = \"ledger/a[[]1[]].csv\""]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(60))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(
        proptest::sample::select(b"Datum;Betrag\n\r\",.|\t019-/ \xFC\xC3\xBC\0\xFF\xFESH".to_vec()), 0..200)
    ) {
        let inspection = of(&bytes);
        for language in [Language::De, Language::En] {
            let _ = (report::inspection(&inspection, language), report::inspection_json(&inspection, language));
        }
    }
}

#[test]
fn a_sheet_is_looked_at_like_the_text_that_it_stands_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    for name in ["Buchungen", "Notizen"] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap().write_row(0, 0, ["Datum", "Betrag", "Konto"]).unwrap();
        sheet.write_row(1, 0, ["2014-01-31", "12.50", "0110"]).unwrap();
    }
    book.save(&path).unwrap();
    let (folder, file) = Folder::around(&path).unwrap();
    let Nature::Unread(fault) = inspect(&folder, file, None).unwrap().nature else { panic!("two sheets") };
    assert!(matches!(fault, crate::finding::SheetFault::Several { sheets, .. } if sheets.len() == 2));
    let inspection = inspect(&folder, file, Some("Buchungen")).unwrap();
    assert_eq!((inspection.rows, inspection.is_faulty()), (1, false));
    let lines: Vec<String> = inspection.table.iter().flat_map(Entry::toml).collect();
    assert!(lines.contains(&"sheet = \"Buchungen\"".to_owned()), "{lines:?}");
    assert!(
        !lines.iter().any(|line| line.starts_with("delimiter") || line.starts_with("encoding")),
        "{lines:?}"
    );
    let proof = inspection.dates.proof.as_ref().and_then(|cited| inspection.spot(cited.place)).unwrap();
    assert_eq!(proof.cell.as_deref(), Some("Buchungen!A2"));
}
