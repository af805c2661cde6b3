//! What the README and the tour show, in English and in German, is run: every line behind `$` in a `console` block, in order, in a folder
//! that holds the examples; what follows it must be what it prints, to stdout and stderr. So are the two commands that set
//! everything up.

use std::fs;
use std::path::Path;

use crate::run::root;
use crate::sandbox::{expect, sandbox, shell};

/// The page with the output of every command as it is now.
fn replayed(page: &str, folder: &Path) -> String {
    let mut text = String::new();
    let mut within = false;
    let mut shown = false;
    for line in page.lines() {
        if line.starts_with("```") {
            within = line == "```console";
            shown = false;
        } else if within && shown && !line.starts_with("$ ") {
            continue;
        }
        text.push_str(line);
        text.push('\n');
        if let Some(command) = line.strip_prefix("$ ").filter(|_| within) {
            let output = shell(&format!("exec 2>&1; {command}"), folder);
            // A page has the line ends of its repository, whatever those of a CSV are.
            let output = String::from_utf8(output.stdout).unwrap().replace('\r', "");
            text.push_str(output.trim_end());
            if !output.trim_end().is_empty() {
                text.push('\n');
            }
            shown = true;
        }
    }
    text
}

fn check(page: &str) {
    let path = root().join(page);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("```console"), "{page} shows nothing");
    expect(&path, &replayed(&text, sandbox().path()));
}

#[test]
fn the_readme_shows_what_happens() {
    check("README.md");
}

#[test]
fn the_german_readme_shows_what_happens() {
    check("LIESMICH.md");
}

#[test]
fn the_pages_about_seals_show_what_happens() {
    check("docs/seal.md");
    check("docs/festschreibung.md");
}

#[test]
fn the_tour_shows_what_happens() {
    check("docs/tour.md");
}

#[test]
fn the_tour_in_german_shows_what_happens() {
    check("docs/rundgang.md");
}

#[test]
fn the_pages_for_auditors_show_what_happens() {
    for page in ["docs/explain.md", "docs/erklaerung.md", "docs/audit.md", "docs/pruefung.md"] {
        check(page);
    }
}

#[test]
fn the_two_commands_of_the_readme_do_what_they_say() {
    let page = fs::read_to_string(root().join("README.md")).unwrap();
    let block = page.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let commands: Vec<&str> = block.lines().map(|line| line.split('#').next().unwrap().trim()).collect();
    let [report, "cargo test"] = commands[..] else { panic!("{commands:?}") };
    let output = shell(report, sandbox().path());
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("15.487,64"));
}
