//! A sealed year: what is sealed, that every change of it is found, and what later rows do to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use umlage::agreement::Language;
use umlage::period::Year;
use umlage::seal::{Difference, Verified, manifest, verify};

use crate::run::{Ran, root, umlage_in};
use crate::sandbox::copy;

mod broken;
mod late;
mod sealing;
mod tampering;

/// The example of section 1, copied.
fn example() -> TempDir {
    copied("examples/saarbruecken-saarpfalz")
}

fn copied(folder: &str) -> TempDir {
    let copied = tempfile::tempdir().unwrap();
    copy(&root().join(folder), copied.path());
    copied
}

/// Seals a year, and says where.
fn seal(folder: &Path, year: &str) -> PathBuf {
    ok(folder, &["seal", "--year", year]);
    folder.join("sealed").join(year)
}

/// Runs the command, which must be fine.
fn ok(folder: &Path, args: &[&str]) -> String {
    let ran = umlage_in(folder, args);
    assert_eq!(ran.status, 0, "{args:?}: {}{}", ran.stdout, ran.stderr);
    ran.stdout
}

/// Runs the command, which must not be.
fn refused(folder: &Path, args: &[&str], status: i32) -> Ran {
    let ran = umlage_in(folder, args);
    assert_eq!(ran.status, status, "{args:?}: {}{}", ran.stdout, ran.stderr);
    ran
}

fn verified(seal: &Path) -> Verified {
    let year = seal.file_name().unwrap().to_str().unwrap();
    verify(seal, Year::written(year).unwrap(), Language::De).unwrap()
}

fn differences(seal: &Path) -> Vec<Difference> {
    verified(seal).differences
}

/// Writes the manifest anew, as somebody would who wants to hide what he changed.
fn hide(seal: &Path) {
    let files = manifest::check(seal).unwrap().files;
    fs::write(seal.join(manifest::FILE), manifest::written(&files)).unwrap();
}

/// Is there a `sha256sum`? Where there is none, says what is left out.
fn sha256sum(what: &str) -> bool {
    let there =
        Command::new("sha256sum").arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("left out, as there is no sha256sum: {what}");
    }
    there
}

fn shell(folder: &Path, line: &str) -> bool {
    Command::new("bash").args(["-c", line]).current_dir(folder).output().unwrap().status.success()
}

/// Replaces the first of a text in a file; bytes that are no UTF-8 stay what they are.
fn replace(path: &Path, old: &str, new: &str) {
    let bytes = fs::read(path).unwrap();
    let at = bytes.windows(old.len()).position(|window| window == old.as_bytes());
    let at = at.unwrap_or_else(|| panic!("{} has no {old}", path.display()));
    fs::write(path, [&bytes[..at], new.as_bytes(), &bytes[at + old.len()..]].concat()).unwrap();
}

/// Every file below a folder, relative to it, sorted.
fn files(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    below(folder, folder, &mut files);
    files.sort();
    files
}

fn below(root: &Path, folder: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            below(root, &path, files);
        } else {
            files.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
        }
    }
}
