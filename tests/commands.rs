//! Transcripts: what each command prints to stdout and to stderr, and its exit code.

use std::fs;

use crate::run::root;
use crate::sandbox::{expect, sandbox, shell};

#[test]
fn commands_answer_as_written_down() {
    let mut transcripts: Vec<_> =
        fs::read_dir(root().join("tests/commands")).unwrap().map(|entry| entry.unwrap().path()).collect();
    transcripts.sort();
    for path in transcripts {
        let text = fs::read_to_string(&path).unwrap();
        let line = text.lines().next().unwrap().strip_prefix("$ ").unwrap();
        let output = shell(&format!("set -o pipefail; {line}"), sandbox().path());
        let stdout = String::from_utf8(output.stdout).unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        let status = output.status.code().unwrap();
        let status = format!("--- exit code {status}\n");
        expect(&path, &format!("$ {line}\n--- stdout\n{stdout}--- stderr\n{stderr}{status}"));
    }
}
