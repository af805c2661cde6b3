//! `umlage inspect`: what a ledger file is, and the `[[ledger]]` table that reads it.

use std::path::Path;

use umlage::agreement::Language;
use umlage::folder::Folder;
use umlage::{inspect, report};

use crate::exit::Exit;
use crate::output;

/// Looks at a file, in a cooperation's folder or anywhere. Faults of the file are findings; questions are not.
pub(crate) fn run(
    file: &Path,
    sheet: Option<&str>,
    json: bool,
    language: Option<Language>,
) -> anyhow::Result<Exit> {
    let language = language.unwrap_or_default();
    let (folder, file) = Folder::around(file)?;
    let inspection = inspect::inspect(&folder, file, sheet)?;
    let text = if json {
        report::inspection_json(&inspection, language)
    } else {
        report::inspection(&inspection, language)
    };
    let printed = output::say(&text);
    Ok(if inspection.is_faulty() { Exit::Findings } else { printed })
}
