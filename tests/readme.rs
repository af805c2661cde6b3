//! What the README and the manual show is run: every line behind `$` in a `console` block, in order, in a folder that
//! holds the examples; what follows it must be what it prints, to stdout and stderr.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run::root;

/// Before each command: `cargo run --release --` is the program that was just built.
const SHELL: &str = r#"cargo() { shift 3; umlage "$@"; }; export -f cargo; exec 2>&1; "#;

fn run(line: &str, folder: &Path) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_umlage")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash")
        .args(["-c", &format!("{SHELL}{line}")])
        .env("PATH", path)
        .current_dir(folder)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, target) = (entry.as_ref().unwrap().path(), to.join(entry.unwrap().file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The page with the output of every command as it is now.
fn replayed(page: &str) -> String {
    let sandbox = tempfile::tempdir().unwrap();
    copy(&root().join("examples"), &sandbox.path().join("examples"));
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
            let output = run(command, sandbox.path());
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
    let before = fs::read_to_string(&path).unwrap();
    assert!(before.contains("```console"), "{page} shows nothing");
    let after = replayed(&before);
    if std::env::var_os("UMLAGE_BLESS").is_some() {
        fs::write(&path, &after).unwrap();
    } else {
        snapbox::assert_data_eq!(after, snapbox::Data::from(before).raw());
    }
}

#[test]
fn the_readme_shows_what_happens() {
    check("README.md");
}
