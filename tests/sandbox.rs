//! A folder that holds the examples, and a shell in it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::run::root;

/// A fresh folder with a copy of the examples, and of exports that nobody has described yet.
pub(crate) fn sandbox() -> TempDir {
    let sandbox = tempfile::tempdir().unwrap();
    copy(&root().join("examples"), &sandbox.path().join("examples"));
    copy(&root().join("tests/exports"), &sandbox.path().join("exports"));
    copy(&root().join("tests/audit"), &sandbox.path().join("audit"));
    sandbox
}

/// Runs a line of shell there. `cargo run --release --` is the program that was just built.
pub(crate) fn shell(line: &str, folder: &Path) -> Output {
    const CARGO: &str = r#"cargo() { shift 3; umlage "$@"; }; export -f cargo; "#;
    let binary = Path::new(env!("CARGO_BIN_EXE_umlage")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    Command::new("bash")
        .args(["-c", &format!("{CARGO}{line}")])
        .env("PATH", path)
        .current_dir(folder)
        .output()
        .unwrap()
}

/// Copies a folder with all below it.
pub(crate) fn copy(from: &Path, to: &Path) {
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

/// Compares with a file, or writes it where that is asked for.
pub(crate) fn expect(path: &Path, text: &str) {
    if std::env::var_os("UMLAGE_BLESS").is_some() {
        fs::write(path, text).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    snapbox::assert_data_eq!(text, snapbox::Data::from(expected).raw());
}
