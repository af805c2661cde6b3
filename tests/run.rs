//! Runs the command as a user would.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use umlage::cost::{self, Booked};
use umlage::finding::Findings;
use umlage::folder::Folder;
use umlage::period::Year;
use umlage::rules::Rules;

/// What a run of `umlage` gave.
pub(crate) struct Ran {
    /// Exit code.
    pub(crate) status: i32,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

/// Runs `umlage` with these arguments in the project's folder.
pub(crate) fn umlage(args: &[&str]) -> Ran {
    umlage_in(&root(), args)
}

/// Runs `umlage` in a folder.
pub(crate) fn umlage_in(folder: &Path, args: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_umlage")).args(args).current_dir(folder).output().unwrap();
    Ran {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The year's statement of a folder, as JSON.
pub(crate) fn statement(folder: &str, year: &str) -> Value {
    let ran = umlage(&["report", folder, "--year", year, "--format", "json"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).unwrap()
}

/// A folder's rules and books, which must have no error that concerns 2014.
pub(crate) fn booked(dir: &Path) -> (Folder, Rules, Booked, Findings) {
    let mut folder = Folder::open(dir).unwrap();
    let mut findings = Findings::all();
    let rules = Rules::read(&mut folder, &mut findings).unwrap().expect("a valid agreement");
    let booked = cost::book(&folder, &rules, &mut findings).unwrap();
    assert!(!findings.stop(Year::new(2014).unwrap()), "{findings:?}");
    (folder, rules, booked, findings)
}

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
