//! What is to be carried, as rows of opening.csv.
//!
//! In: what is open per service and pair, and how the folder's opening.csv is written. Out: its header and a row for each,
//! in its own columns, delimiter, decimal mark and line ends, so that the rows can be pasted as they are. Amounts are
//! always positive: where less is owed than was sealed, the creditor owes it back.

use csv::{Terminator, WriterBuilder};

use super::carry::Carry;
use crate::agreement::Language;
use crate::period::Year;
use crate::tables::Manner;
use crate::words::format::ungrouped;

/// The headings of an opening.csv that is not there yet.
const GERMAN: [&str; 5] = ["Jahr", "von", "an", "Betrag", "Quelle"];
const ENGLISH: [&str; 5] = ["year", "from", "to", "amount", "source"];

/// How an opening.csv is written where the folder has none.
#[must_use]
pub fn usual(language: Language, delimiter: Option<u8>, decimal: Option<u8>) -> Manner {
    let (headings, usual, mark) = match language {
        Language::De => (GERMAN, b';', ','),
        Language::En => (ENGLISH, b',', '.'),
    };
    Manner {
        delimiter: delimiter.unwrap_or(usual),
        headings: headings.map(str::to_owned).to_vec(),
        columns: [Some(0), Some(1), Some(2), Some(3), Some(4)],
        mark: Some(decimal.map_or(mark, char::from)),
        crlf: false,
        encoding: None,
    }
}

/// The header, and a row for everything that is open, each with the words that `source` has for it.
#[must_use]
pub fn opening_rows(
    carry: &[Carry],
    into: Year,
    manner: &Manner,
    source: impl Fn(&Carry) -> String,
) -> String {
    let terminator = if manner.crlf { Terminator::CRLF } else { Terminator::Any(b'\n') };
    let mut writer =
        WriterBuilder::new().delimiter(manner.delimiter).terminator(terminator).from_writer(Vec::new());
    let rows = carry.iter().filter(|row| !row.open().is_zero()).map(|row| {
        let open = row.open();
        let (from, to) = if open.is_negative() { (&row.to, &row.from) } else { (&row.from, &row.to) };
        let amount = amount(&open.abs().to_string(), manner);
        placed(manner, [into.to_string(), from.clone(), to.clone(), amount, source(row)])
    });
    // Writing to memory does not fail.
    let done =
        [manner.headings.clone()].into_iter().chain(rows).try_for_each(|row| writer.write_record(&row));
    let bytes = done.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// With the file's decimal mark; where no cell shows one, that which the delimiter suggests.
fn amount(plain: &str, manner: &Manner) -> String {
    let comma = manner.mark.map_or(manner.delimiter == b';', |mark| mark == ',');
    ungrouped(plain, if comma { Language::De } else { Language::En })
}

/// The cells in the file's columns; columns of its own stay empty.
fn placed(manner: &Manner, cells: [String; 5]) -> Vec<String> {
    let mut row = vec![String::new(); manner.headings.len()];
    for (column, cell) in manner.columns.iter().zip(cells) {
        if let Some(place) = column.and_then(|column| row.get_mut(column)) {
            *place = cell;
        }
    }
    row
}
