//! The corners of CSV, in two ways: small texts of our own, and collections that others publish together with the
//! answers, where they lie beside the project. Where the contract reads otherwise, it is said here, file by file.

#![expect(clippy::print_stderr, reason = "a test says what it leaves out")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::super::rows::Rows;
use super::*;

/// The cells of all rows, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Cut {
    rows: Vec<Vec<String>>,
    /// Code and offset.
    findings: Vec<(String, usize)>,
}

/// The rows as they are cut, whatever they mean; the same in blocks of any size.
fn cut(bytes: &[u8], delimiter: u8) -> Cut {
    let whole = cut_in_blocks(bytes, delimiter, block::BLOCK);
    for block in [1, 2, 7] {
        assert_eq!(cut_in_blocks(bytes, delimiter, block), whole, "blocks of {block}");
    }
    whole
}

fn cut_in_blocks(bytes: &[u8], delimiter: u8, block: usize) -> Cut {
    let mut cut = Cut::default();
    let mut rows = Rows::open(bytes, block, toml().file, None).unwrap();
    let findings = &mut cut.findings;
    let mut find = |finding: Finding| {
        let offset = usize::try_from(finding.place.unwrap().offset).unwrap();
        findings.push((finding.fault.code().to_string(), offset));
    };
    rows.begin(delimiter, 0, &mut find).unwrap();
    while let Some(row) = rows.next(&mut find).unwrap() {
        cut.rows.push((0..row.len()).map(|column| row.cell(column).to_owned()).collect());
    }
    cut
}

#[test]
fn corners_of_csv_are_cut_as_the_contract_says() {
    for (text, rows) in [
        ("Art,Betrag", vec![vec!["Art", "Betrag"]]),
        ("Art,Betrag\n", vec![vec!["Art", "Betrag"]]),
        ("Art\r\nMiete\r\n", vec![vec!["Art"], vec!["Miete"]]),
        ("Miete,\"Rathaus, Keller\",007", vec![vec!["Miete", "Rathaus, Keller", "007"]]),
        ("1,,3\n\"\",\"\",x", vec![vec!["1", "", "3"], vec!["", "", "x"]]),
        ("\"sagt \"\"nein\"\"\",\"\"\"\"", vec![vec!["sagt \"nein\"", "\""]]),
        ("\"{\"\"a\"\": [1, 2]}\",b", vec![vec!["{\"a\": [1, 2]}", "b"]]),
        ("\"oben \nunten\",1", vec![vec!["oben \nunten", "1"]]),
        ("\"oben\r\nunten\",1\r\n", vec![vec!["oben\r\nunten", "1"]]),
        ("Grüße,ß𝄞€\n", vec![vec!["Grüße", "ß𝄞€"]]),
        ("\u{feff}Art,x\n", vec![vec!["Art", "x"]]),
        // Blanks around a cell are trimmed, outside and inside its quotes.
        (" a ,\tb,\" c \"", vec![vec!["a", "b", "c"]]),
        ("a, \"b,c\" ,d", vec![vec!["a", "b,c", "d"]]),
        // Blank lines and lines of delimiters only are passed over.
        ("\n\na\n\n , ,\n\nb\n", vec![vec!["a"], vec!["b"]]),
        ("", vec![]),
    ] {
        let Cut { rows: found, findings } = cut(text.as_bytes(), b',');
        assert_eq!((found, findings), (owned(&rows), Vec::new()), "{text:?}");
    }
}

fn owned(rows: &[Vec<&str>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn corners_that_are_no_csv_are_told_at_their_byte_and_the_next_line_is_read() {
    for (row, code, at) in [
        ("Rohr 3\" Zoll,2", "U301", "\" Zoll"),
        ("der \"Alte\" Markt,2", "U301", "\"Alte"),
        ("\"der \"Alte Markt,2", "U302", "Alte"),
        ("1,\"nie geschlossen,2", "U303", "\"nie"),
    ] {
        let text = format!("a,b\n{row}\nc,d\n");
        let Cut { rows, findings } = cut(text.as_bytes(), b',');
        assert_eq!(findings[0], (code.to_owned(), text.find(at).unwrap()), "{row}");
        assert_eq!(rows, owned(&[vec!["a", "b"], vec!["c", "d"]]), "{row}");
    }
}

/// What the contract says otherwise than the answer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Otherwise {
    /// Blanks around cells are trimmed: published budgets write `2019 ,`.
    Trimmed,
    /// Lines without any text are no rows; they are counted.
    NoBlankRows,
    /// The row is refused here, with this code at this text.
    Refused(&'static str, &'static str),
}

/// All files whose answer is not ours.
const OTHERWISE: [(&str, Otherwise); 5] = [
    ("leading-space", Otherwise::Trimmed),
    ("trailing-space", Otherwise::Trimmed),
    ("all-empty", Otherwise::NoBlankRows),
    ("empty-one-column", Otherwise::NoBlankRows),
    // Quotes within a cell that does not begin with one. The answer is of another file besides.
    ("location_coordinates", Otherwise::Refused("U301", "\"N")),
];

/// What is refused as a ledger with the headings foo, bar and baz, and where: the file's text from there on. Where it is
/// the wish for a heading that fails, the place is in umlage.toml.
const BAD: [(&str, &str, Option<&str>); 7] = [
    ("bad-header-less-fields", "U304", Some("1,2")),
    ("bad-header-more-fields", "U304", Some("4")),
    ("bad-header-no-header", "U221", Some("")),
    ("bad-header-wrong-header", "U222", None),
    ("bad-missing-quote", "U303", Some("\"I forgot")),
    ("bad-quotes-with-unescaped-quote", "U302", Some("it\",3")),
    ("bad-unescaped-quote", "U301", Some("\"quotes\"")),
];

/// The folder of a collection; none where it is not at hand.
fn collection(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/csv-edge").join(name);
    let there = path.is_dir();
    if !there {
        eprintln!("left out: {name} is not here");
    }
    there.then_some(path)
}

/// Name and bytes of a folder's CSV files.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    paths.map(|path| (name(&path), fs::read(&path).unwrap())).collect()
}

/// The answer's rows: lists as they are, objects below their names, which come in the order of ours.
fn answered(answer: &Value, names: &[String]) -> Vec<Vec<String>> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = answer.as_array().unwrap();
    let headed = items.iter().all(Value::is_object);
    let rows = items.iter().map(|item| match item {
        Value::Object(cells) => {
            assert!(cells.keys().collect::<BTreeSet<_>>() == names.iter().collect(), "{names:?}");
            names.iter().map(|name| text(&cells[name])).collect()
        }
        _ => item.as_array().unwrap().iter().map(text).collect(),
    });
    headed.then(|| names.to_vec()).into_iter().chain(rows).collect()
}

/// The answer's rows as the contract has them; that they are others shows that the exception is needed.
fn by_contract(mut rows: Vec<Vec<String>>, otherwise: Option<Otherwise>) -> Vec<Vec<String>> {
    let answer = rows.clone();
    match otherwise {
        Some(Otherwise::Trimmed) => rows.iter_mut().flatten().for_each(|cell| *cell = cell.trim().to_owned()),
        Some(Otherwise::NoBlankRows) => rows.retain(|row| row.iter().any(|cell| !cell.is_empty())),
        Some(Otherwise::Refused(..)) | None => {}
    }
    assert_eq!(rows == answer, otherwise.is_none());
    rows
}

/// Reads the good files and compares them with their answers; says how many.
fn compare(good: Vec<(String, Vec<u8>)>, answers: &Path) -> usize {
    let count = good.len();
    for (name, bytes) in good {
        let otherwise = OTHERWISE.iter().find(|(file, _)| *file == name).map(|(_, otherwise)| *otherwise);
        let Cut { rows, findings } = cut(&bytes, b',');
        if let Some(Otherwise::Refused(code, at)) = otherwise {
            let at = str::from_utf8(&bytes).unwrap().find(at).unwrap();
            assert_eq!(findings[0], (code.to_owned(), at), "{name}");
            continue;
        }
        let answer = fs::read(answers.join(format!("{name}.json"))).unwrap();
        let answer = answered(
            &serde_json::from_slice(&answer).unwrap(),
            rows.first().map_or(&[], |names| names.as_slice()),
        );
        assert_eq!((rows, findings), (by_contract(answer, otherwise), Vec::new()), "{name}");
    }
    count
}

#[test]
fn csv_spectrum_is_read_as_answered() {
    let Some(folder) = collection("csv-spectrum") else { return };
    assert_eq!(compare(files(&folder.join("csvs")), &folder.join("json")), 12);
}

#[test]
fn csv_test_data_is_read_as_answered_and_what_is_bad_is_refused() {
    let Some(folder) = collection("csv-test-data") else { return };
    let (bad, good): (Vec<_>, Vec<_>) =
        files(&folder.join("csv")).into_iter().partition(|(name, _)| name.starts_with("bad-"));
    assert_eq!(compare(good, &folder.join("json")), 18);
    assert_eq!(bad.len(), BAD.len());
    for (name, bytes) in bad {
        let (_, code, at) = BAD.iter().find(|(file, ..)| *file == name).expect("a file of the table");
        let text = String::from_utf8(bytes).unwrap();
        let at = at.map(|at| u64::try_from(text.find(at).unwrap()).unwrap());
        let outcome = read(foo_bar_baz(), &text);
        let (found, offset, _) = &outcome.findings[0];
        assert_eq!((found.as_str(), *offset), (*code, at.unwrap_or(toml().offset)), "{name}");
        assert_eq!(outcome.input.postings, 0, "{name}");
    }
}

/// A ledger whose texts stand under foo, vouchers under bar, and vendors under baz.
fn foo_bar_baz() -> Source {
    let columns = [(Field::Text, "foo"), (Field::Voucher, "bar"), (Field::Vendor, "baz")];
    Source {
        header: Header::Line(1),
        columns: columns.map(|(field, name)| (field, column(name))).into(),
        constants: [(Field::Date, "2014-12-31"), (Field::Amount, "1")]
            .map(|(field, value)| (field, constant(value)))
            .into(),
        dialect: Dialect { delimiter: Some(b','), ..Dialect::default() },
        ..paid_by_a()
    }
}
