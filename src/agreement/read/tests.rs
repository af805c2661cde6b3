//! umlage.toml read as a whole: what a good one means, and what is found in a bad one.
//!
//! Faults are told by their code and by the text under their mark, so that a wrong place fails as well.

use crate::agreement::{Agreement, parse};
use crate::finding::Findings;
use crate::folder::Folder;
use crate::place::Files;

mod agreement;
mod example;
mod form;
mod keys;
mod laws;
mod ledgers;
mod provoked;

/// The smallest agreement there is.
const SMALLEST: &str = r#"[agreement]
name = "IT"
[partners.a]
name = "Stadt A"
[partners.b]
name = "Kreis B"
[keys.halb]
equal = true
[services.s]
name = "Dienst"
operator = "a"
since = 2014-01-01
key = "halb"
[[ledger]]
files = "ledger/*.csv"
"#;

/// The text, read; with the number of each fault and the text under its mark, in order of place.
fn read(text: &str) -> (Option<Agreement>, Vec<(u16, String)>) {
    let mut files = Files::default();
    let mut findings = Findings::all();
    let agreement = parse(text, files.id(Folder::AGREEMENT), &mut findings);
    let found = findings.sorted(&files).into_iter().map(|finding| {
        let start = usize::try_from(finding.place.unwrap().offset).unwrap();
        let marked = text.get(start..start + finding.length).unwrap_or("");
        (finding.fault.code().0, marked.to_owned())
    });
    (agreement, found.collect())
}

/// The smallest agreement with one part replaced.
fn with(old: &str, new: &str) -> String {
    assert!(SMALLEST.contains(old), "{old}");
    SMALLEST.replacen(old, new, 1)
}

/// The agreement of a text that must be fine.
fn fine(text: &str) -> Agreement {
    let (agreement, found) = read(text);
    assert_eq!(found, []);
    agreement.unwrap()
}

/// The text must have exactly these faults, marked so.
#[track_caller]
fn refused(text: &str, expected: &[(u16, &str)]) {
    let (agreement, found) = read(text);
    let found: Vec<(u16, &str)> = found.iter().map(|(code, marked)| (*code, marked.as_str())).collect();
    assert_eq!(found, expected, "\n{text}");
    assert!(agreement.is_none());
}
