//! What a seal consists of, before it is written.
//!
//! In: a statement and the folder it was made from. Out: the texts that the tool writes, by their paths in the seal, and the
//! files to be copied with the digests that the statement's own pass found. `umlage verify` makes the same of the sealed
//! inputs and compares.

use std::collections::BTreeMap;

use super::rows::rows;
use crate::agreement::Language;
use crate::error::Error;
use crate::folder::Folder;
use crate::period::Year;
use crate::place::FileId;
use crate::report;
use crate::sealed::{self, Record};
use crate::statement::Statement;

/// The statement's names in a seal: as JSON, as text, as CSV.
pub(super) const STATEMENT: [&str; 3] = ["statement.json", "statement.txt", "statement.csv"];
/// Where the pages of rules lie.
pub(super) const RULES: &str = "rules/";
/// Where the inputs lie.
pub(super) const INPUTS: &str = "inputs";

const GERMAN: [(&str, &str); 3] = [
    ("rules/regeln.md", include_str!("../../docs/regeln.md")),
    ("rules/regeln-anteile.md", include_str!("../../docs/regeln-anteile.md")),
    ("rules/regeln-ausgleich.md", include_str!("../../docs/regeln-ausgleich.md")),
];
const ENGLISH: [(&str, &str); 3] = [
    ("rules/rules.md", include_str!("../../docs/rules.md")),
    ("rules/rules-shares.md", include_str!("../../docs/rules-shares.md")),
    ("rules/rules-settlement.md", include_str!("../../docs/rules-settlement.md")),
];

/// What a seal consists of, but for SHA256SUMS.
#[derive(Debug)]
pub struct Contents {
    /// The year.
    pub year: Year,
    /// What the tool writes, by path.
    pub texts: BTreeMap<String, String>,
    /// What is copied from the folder, by name.
    pub inputs: Vec<Original>,
}

/// A file of the folder that is copied.
#[derive(Debug)]
pub struct Original {
    /// Its name in the folder.
    pub name: String,
    /// The file.
    pub file: FileId,
    /// The digest of what the statement was computed from; none of a file that only a warning names.
    pub sha256: Option<String>,
}

/// The contents of the statement's seal.
///
/// # Errors
/// [`Error::Read`] where the system refuses, [`Error::Changed`] where a ledger is not the one that was booked.
pub fn contents(folder: &Folder, statement: &Statement<'_>, language: Language) -> Result<Contents, Error> {
    let warnings = report::locate(folder, Some(statement.rules), statement.warnings.iter())?;
    let document = report::document(statement, &warnings, language);
    let written = [
        report::json(statement, &warnings, language),
        report::text(&document, language),
        report::csv(&document, language),
    ];
    let mut texts: BTreeMap<String, String> = STATEMENT.map(str::to_owned).into_iter().zip(written).collect();
    let pages = match language {
        Language::De => GERMAN,
        Language::En => ENGLISH,
    };
    texts.extend(pages.map(|(path, text)| (path.to_owned(), text.to_owned())));
    texts.insert(sealed::FILE.to_owned(), record(folder, statement, language)?);
    Ok(Contents { year: statement.year, texts, inputs: inputs(folder, statement) })
}

/// seal.json.
fn record(folder: &Folder, statement: &Statement<'_>, language: Language) -> Result<String, Error> {
    let (rows, reaching) = rows(folder, statement.rules, statement.booked, statement.year)?;
    let record = Record {
        schema: sealed::SCHEMA.to_owned(),
        umlage: env!("CARGO_PKG_VERSION").to_owned(),
        year: statement.year.number(),
        language: language.id().to_owned(),
        rows,
        reaching,
    };
    Ok(report::pretty(&record))
}

/// Every file that was read or that a warning names: with them the copy computes, and warns of, the same.
fn inputs(folder: &Folder, statement: &Statement<'_>) -> Vec<Original> {
    let ledgers = statement.booked.inputs.iter().map(|input| (input.file, &input.sha256));
    let tables = statement.rules.tables.files.iter().map(|table| (table.file, &table.sha256));
    let seals = statement.rules.seals.0.values().map(|sealed| (sealed.file.file, &sealed.file.sha256));
    let mut files: BTreeMap<&str, Original> = BTreeMap::new();
    let original = |file, sha256| Original { name: folder.files.name(file).to_owned(), file, sha256 };
    for (file, sha256) in ledgers.chain(tables).chain(seals) {
        files.insert(folder.files.name(file), original(file, Some(sha256.clone())));
    }
    for (file, name) in folder.files.all() {
        if folder.has(file) {
            files.entry(name).or_insert_with(|| original(file, None));
        }
    }
    files.into_values().collect()
}
