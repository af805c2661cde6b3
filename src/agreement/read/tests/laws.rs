//! Laws: no bytes are too strange, and whoever gets no agreement is told why.

use proptest::prelude::*;

use super::example::EXAMPLE;
use super::{SMALLEST, read};
use crate::agreement::Language;
use crate::error::Error;
use crate::finding::{Findings, TomlFault};
use crate::folder::Folder;
use crate::place::Files;
use crate::words;

/// Pieces that umlage.toml is made of, and some that it is not.
const PIECES: [&str; 36] = [
    "[agreement]\n",
    "[partners.a]\n",
    "[partners.b]\n",
    "[keys.k]\n",
    "[services.s]\n",
    "[[ledger]]\n",
    "[savings]\n",
    "[tables]\n",
    "[cost_kinds.c]\n",
    "[ledger.columns]\n",
    "name",
    "driver",
    "percent",
    "mix",
    "at",
    "match",
    "files",
    "columns",
    "control",
    "date_format",
    " = ",
    "{ ",
    " }",
    "[ ",
    " ]",
    ", ",
    "\n",
    "\"a\"",
    "\"ä\"",
    "\"%\"",
    "2014-01-01",
    "1.5",
    "-1",
    "true",
    "\"100\"",
    "\\",
];

/// Reads the text; every finding must lie in it and have its sentences, and there is an agreement or an error.
fn survives(text: &str) {
    let mut files = Files::default();
    let mut findings = Findings::all();
    let agreement = crate::agreement::parse(text, files.id(Folder::AGREEMENT), &mut findings);
    assert_eq!(agreement.is_none(), findings.count(None).0 > 0);
    for finding in findings.sorted(&files) {
        let offset = usize::try_from(finding.place.unwrap().offset).unwrap();
        assert!(text.is_char_boundary(offset), "{finding:?}");
        for language in [Language::De, Language::En] {
            let sentence = words::sentence(&finding.fault, language);
            assert!(!sentence.message.is_empty() && !sentence.help.is_empty(), "{finding:?}");
        }
    }
}

proptest! {
    #[test]
    fn no_text_is_too_strange(text in any::<String>()) {
        survives(&text);
    }

    #[test]
    fn no_shuffle_of_the_format_is_too_strange(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        survives(&pieces.concat());
    }

    #[test]
    fn no_wound_is_too_deep(at in 0..EXAMPLE.len(), length in 0_usize..12, patch in "[\\PC\n]{0,6}") {
        let (before, after): (String, String) = (
            EXAMPLE.chars().take(at).collect(),
            EXAMPLE.chars().skip(at + length).collect(),
        );
        survives(&format!("{before}{patch}{after}"));
    }

    #[test]
    fn a_wound_in_one_value_leaves_the_rest_known(patch in "[a-z ]{1,9}") {
        let text = SMALLEST.replace("2014-01-01", &format!("\"{patch}x\""));
        let (_, found) = read(&text);
        prop_assert_eq!(found, vec![(106, format!("\"{patch}x\""))]);
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_found_where_they_stand() -> Result<(), Error> {
    let folder = tempfile::tempdir().unwrap();
    let bytes: Vec<u8> =
        SMALLEST.replace("Stadt A", "S\u{1}dt\u{1}").bytes().map(|b| if b == 1 { 0xe4 } else { b }).collect();
    std::fs::write(folder.path().join(Folder::AGREEMENT), bytes).unwrap();
    let mut findings = Findings::all();
    let mut folder = Folder::open(folder.path())?;
    assert!(crate::agreement::read(&mut folder, &mut findings)?.is_none());
    let found = findings.sorted(&folder.files);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].fault, TomlFault::NotUtf8 { byte: 0xe4, meant: 'ä', more: 1 }.into());
    assert_eq!(
        found[0].place.map(|place| place.offset),
        SMALLEST.find("tadt A").and_then(|at| u64::try_from(at).ok())
    );
    Ok(())
}
