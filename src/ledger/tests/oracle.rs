//! The scanner against the csv crate, on text that is well formed.

use proptest::prelude::*;

use super::super::rows::Rows;
use super::super::scan::{self, Scan};
use super::*;

/// All cells of all rows, as the scanner cuts them.
fn scanned(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut rows = Rows::open(text.as_bytes(), 7, toml().file, None).unwrap();
    rows.begin(delimiter, 0, &mut |_| ()).unwrap();
    let mut found = Vec::new();
    while let Some(row) = rows.next(&mut |finding| panic!("{finding:?}")).unwrap() {
        found.push((0..row.len()).map(|column| row.cell(column).to_owned()).collect());
    }
    found
}

/// As the csv crate does, blanks trimmed, blank rows left out.
fn by_csv(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let records = reader.into_records().map(Result::unwrap);
    let rows = records.map(|record| record.iter().map(|cell| cell.trim().to_owned()).collect());
    rows.filter(|row: &Vec<String>| row.iter().any(|cell| !cell.is_empty())).collect()
}

fn written(rows: &[Vec<String>], delimiter: u8, crlf: bool) -> String {
    let mut writer = csv::WriterBuilder::new();
    let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer = writer.delimiter(delimiter).terminator(end).flexible(true).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest! {
    #[test]
    fn what_the_csv_crate_writes_is_read_as_it_reads_it(
        rows in prop::collection::vec(prop::collection::vec("[ab;,\"\n\r ü|]{0,6}", 1..5), 0..8),
        delimiter in prop::sample::select(vec![b';', b',', b'\t', b'|']),
        crlf: bool,
    ) {
        let text = written(&rows, delimiter, crlf);
        prop_assert_eq!(scanned(&text, delimiter), by_csv(&text, delimiter), "{:?}", text);
    }

    #[test]
    fn every_byte_of_any_text_is_in_exactly_one_row(
        text in "([ab;\" ]|\n|\r|\"\"){0,60}",
    ) {
        let (mut cells, mut flaws, mut at) = (Vec::new(), Vec::new(), 0);
        while at < text.len() {
            match scan::row(&text.as_bytes()[at..], true, b';', &mut cells, &mut flaws) {
                Scan::Row(length) => {
                    prop_assert!(length > 0);
                    prop_assert!(cells.iter().all(|cell| cell.start <= cell.end && cell.end <= length));
                    at += length;
                }
                Scan::Partial(_) => prop_assert!(false, "nothing follows"),
            }
        }
        prop_assert_eq!(at, text.len());
    }
}
