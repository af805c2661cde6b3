//! `umlage init`: a new cooperation folder, commented, that checks and reports.

use std::fs;
use std::io;
use std::path::Path;

use umlage::agreement::Language;
use umlage::error::Error;
use umlage::folder::Folder;
use umlage::seal;
use umlage::words::command::{Notice, Overview, notice, overview};
use umlage::words::seal::SealNotice;

use crate::emit::refuse;
use crate::exit::Exit;
use crate::output;

/// A file's name and its text.
type Template = (&'static str, &'static str);

const GERMAN: [Template; 5] = [
    ("umlage.toml", include_str!("../../../../data/init/de/umlage.toml")),
    ("ledger/buchungen-2024.csv", include_str!("../../../../data/init/de/ledger/buchungen-2024.csv")),
    ("drivers.csv", include_str!("../../../../data/init/de/drivers.csv")),
    ("standalone.csv", include_str!("../../../../data/init/de/standalone.csv")),
    ("advances.csv", include_str!("../../../../data/init/de/advances.csv")),
];

const ENGLISH: [Template; 5] = [
    ("umlage.toml", include_str!("../../../../data/init/en/umlage.toml")),
    ("ledger/postings-2024.csv", include_str!("../../../../data/init/en/ledger/postings-2024.csv")),
    ("drivers.csv", include_str!("../../../../data/init/en/drivers.csv")),
    ("standalone.csv", include_str!("../../../../data/init/en/standalone.csv")),
    ("advances.csv", include_str!("../../../../data/init/en/advances.csv")),
];

/// Makes the folder; one that holds anything is left alone.
pub(crate) fn run(dir: &Path, language: Language) -> anyhow::Result<Exit> {
    if seal::holds(&dir.join(Folder::AGREEMENT)) {
        return Ok(refuse(&Notice::Seal(SealNotice::Inside(dir.to_owned())), language));
    }
    let taken = match fs::read_dir(dir) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(source) => return Err(Error::Write { path: dir.to_owned(), source }.into()),
    };
    if taken {
        output::message(&format!("umlage: {}", notice(&Notice::NotEmpty(dir.to_owned()), language)));
        return Ok(Exit::Trouble);
    }
    let templates = match language {
        Language::De => GERMAN,
        Language::En => ENGLISH,
    };
    write(dir, &templates)?;
    let files = templates.iter().map(|(name, _)| (*name).to_owned()).collect();
    Ok(output::say(&overview(&Overview::Made { path: dir.to_owned(), files }, language)))
}

fn write(dir: &Path, templates: &[Template]) -> Result<(), Error> {
    for (name, text) in templates {
        let path = dir.join(name);
        let parent = path.parent().unwrap_or(dir);
        fs::create_dir_all(parent).map_err(|source| Error::Write { path: parent.to_owned(), source })?;
        output::file(&path, spreadsheet(name, text).as_bytes(), false)?;
    }
    Ok(())
}

/// CSV files get a byte order mark, so that Excel shows umlauts when it opens them.
fn spreadsheet(name: &str, text: &str) -> String {
    let csv = Path::new(name).extension().is_some_and(|ending| ending == "csv");
    if csv { format!("\u{feff}{text}") } else { text.to_owned() }
}
