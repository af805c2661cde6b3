//! Every finding has a folder that provokes it; what `umlage check` says of it stands beside, in both languages.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{root, umlage_in};
use crate::sandbox::expect;

fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/findings")).unwrap();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

fn name(folder: &Path) -> &str {
    folder.file_name().unwrap().to_str().unwrap()
}

fn code(folder: &Path) -> &str {
    name(folder).split('-').next().unwrap()
}

fn checked(folder: &Path, language: &str) -> String {
    let ran = umlage_in(folder, &["check", "--lang", language]);
    let error = ran.stdout.contains("Fehler[") || ran.stdout.contains("error[");
    assert_eq!(ran.status, i32::from(error), "{}: {}{}", folder.display(), ran.stdout, ran.stderr);
    ran.stdout
}

#[test]
fn each_folder_provokes_its_finding_in_both_languages() {
    for folder in folders() {
        for language in ["de", "en"] {
            let text = checked(&folder, language);
            assert!(text.contains(&format!("[{}]", code(&folder))), "{}: {text}", folder.display());
            expect(&folder.join(format!("expected.{language}")), &text);
        }
    }
}

/// The numbers that the faults give themselves.
fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for entry in fs::read_dir(root().join("src/finding")).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for line in text.lines().filter_map(|line| line.trim().strip_suffix(',')) {
            let number = line.rsplit("=> ").next().unwrap();
            if number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit()) {
                assert!(codes.insert(format!("U{number}")), "U{number} is given twice");
            }
        }
    }
    codes
}

#[test]
fn each_code_has_a_folder() {
    let mut provoked: BTreeSet<String> = folders().iter().map(|folder| code(folder).to_owned()).collect();
    // A row of more than 16 MiB is no file to keep; `ledger::tests` makes one.
    provoked.insert("U213".to_owned());
    assert_eq!(codes(), provoked);
}

/// The manual's page of findings: code, folder, sentence and help, in a language.
fn page(language: &str) -> String {
    let (title, lead, heading) = match language {
        "de" => (
            "Befunde",
            "Jeder Befund von `umlage check` mit dem kleinsten Ordner, der ihn hervorruft. Die Nummern bleiben, wie sie sind.",
            "| Nummer | Ordner unter `tests/findings/` | Befund | Hilfe |",
        ),
        _ => (
            "Findings",
            "Every finding of `umlage check` with the smallest folder that provokes it. The codes stay as they are.",
            "| code | folder under `tests/findings/` | finding | help |",
        ),
    };
    let mut text = format!("# {title}\n\n{lead}\n\n{heading}\n|---|---|---|---|\n");
    for folder in folders() {
        let ran = umlage_in(&folder, &["check", "--lang", language, "--format", "json"]);
        let findings: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
        let finding =
            findings.as_array().unwrap().iter().find(|finding| finding["code"] == code(&folder)).unwrap();
        let cell = |field: &str| finding[field].as_str().unwrap().replace('|', "\\|").replace('\n', " ");
        let (message, help) = (cell("message"), cell("help"));
        writeln!(text, "| {} | {} | {message} | {help} |", code(&folder), name(&folder)).unwrap();
    }
    text
}

#[test]
fn the_manual_lists_every_finding() {
    expect(&root().join("docs/findings.md"), &page("en"));
    expect(&root().join("docs/befunde.md"), &page("de"));
}
