//! The worked examples of `docs/rules*.md` and `docs/regeln*.md`: each lies in a folder of its own under `tests/worked/`.
//! What the program says of it must be the figures that both languages show in that section.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::run::{root, umlage};

mod arithmetic;
mod cost;
mod pages;
mod settlement;
mod shares;

use pages::{RULES, Rules};

/// A section's example, and what the program says of it.
struct Example {
    section: &'static str,
    answer: Value,
}

/// Runs the program on a folder that the section of both pages names, or the section that it is part of.
fn example(section: &'static str, folder: &str, line: &str) -> Example {
    let folder = format!("tests/worked/{folder}");
    let above = section.split('.').next().unwrap();
    for page in &RULES {
        let names = |number: &&str| page.section(number).contains(&format!("`{folder}`"));
        assert!(
            [section, above].iter().any(names),
            "{}, section {section}, names no {folder}",
            page.paths[0]
        );
    }
    let mut args: Vec<&str> = line.split(' ').collect();
    args.insert(1, &folder);
    args.extend(["--format", "json"]);
    let ran = umlage(&args);
    assert_eq!(ran.status, 0, "{folder}: {}", ran.stderr);
    Example { section, answer: serde_json::from_str(&ran.stdout).unwrap() }
}

impl Example {
    /// The program says each of these figures where the pointer leads, and both pages show it.
    fn shows(&self, figures: &[(&str, &str)]) {
        for (pointer, figure) in figures {
            let said = match self.answer.pointer(&format!("/{pointer}")) {
                Some(Value::String(text)) => text.clone(),
                Some(other) => other.to_string(),
                None => panic!("section {}: there is no {pointer}", self.section),
            };
            assert_eq!(said, *figure, "section {}: {pointer}", self.section);
            for page in &RULES {
                let (path, section) = (page.paths[0], self.section);
                assert!(page.shows(section, figure), "{path}, section {section}, does not show {figure}");
            }
        }
    }
}

#[test]
fn both_pages_have_the_same_sections_with_the_same_figures() {
    let [english, german] = RULES.each_ref().map(Rules::sections);
    let numbers = |sections: &[(String, String)]| -> Vec<String> {
        sections.iter().map(|(number, _)| number.clone()).collect()
    };
    assert_eq!(numbers(&english), numbers(&german));
    for (number, _) in &english {
        let [english, german] = RULES.each_ref().map(|page| page.figures(number));
        assert_eq!(english, german, "section {number}");
    }
}

#[test]
fn both_pages_name_every_folder_of_examples() {
    let entries = fs::read_dir(root().join("tests/worked")).unwrap().map(Result::unwrap);
    let folders: BTreeSet<String> = entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    for page in &RULES {
        let text = page.text();
        let parts = text.split("`tests/worked/").skip(1);
        let named: BTreeSet<String> = parts.map(|part| part.split('`').next().unwrap().to_owned()).collect();
        // The pages also say where the folders lie.
        let named: BTreeSet<String> = named.into_iter().filter(|name| !name.is_empty()).collect();
        assert_eq!(named, folders, "{}", page.paths[0]);
    }
}
