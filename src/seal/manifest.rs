//! SHA256SUMS: what lies in a seal, byte for byte.
//!
//! In: the seal's folder. Out: every file that changed, is missing or was added; folders without a file and links too, since a
//! seal has none. The manifest must be what `sha256sum` would write over the files that are there, sorted by path: so no
//! byte of it is free.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::verify::{Difference, Kind, lines};
use crate::digest;
use crate::error::Error;

/// The manifest's name.
pub const FILE: &str = "SHA256SUMS";

/// A seal's files, as they are.
#[derive(Debug, Default)]
pub struct Checked {
    /// The digests of all files but the manifest, by path.
    pub files: BTreeMap<String, String>,
    /// SHA-256 of the manifest; none where there is none.
    pub fingerprint: Option<String>,
    /// What is not as the manifest says.
    pub differences: Vec<Difference>,
}

/// The manifest of files with these digests, as `sha256sum` writes it.
///
/// ```
/// let files = [("a\\b".to_owned(), "00".to_owned()), ("c/d e".to_owned(), "01".to_owned())];
/// assert_eq!(umlage::seal::manifest::written(&files.into()), "\\00  a\\\\b\n01  c/d e\n");
/// ```
#[must_use]
pub fn written(files: &BTreeMap<String, String>) -> String {
    files.iter().map(|(path, sha256)| line(path, sha256)).collect()
}

/// A backslash at the start says that the name has some in it that stand for other characters.
fn line(path: &str, sha256: &str) -> String {
    let name = path.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
    let mark = if name == path { "" } else { "\\" };
    format!("{mark}{sha256}  {name}\n")
}

/// Compares the folder of a seal with its manifest.
///
/// # Errors
/// [`Error::Read`] where the system refuses.
pub fn check(seal: &Path) -> Result<Checked, Error> {
    let mut checked = Checked::default();
    walk(seal, "", &mut checked)?;
    let there = written(&checked.files);
    let path = seal.join(FILE);
    // What is no file, a pipe for instance, might be read for ever.
    let read = if path.is_file() { fs::read(&path) } else { Err(io::ErrorKind::NotFound.into()) };
    let sums = match read {
        Ok(sums) => sums,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::IsADirectory) => {
            checked.differences.insert(0, Difference::of(Kind::Missing, FILE));
            return Ok(checked);
        }
        Err(source) => return Err(Error::Read { path, source }),
    };
    checked.fingerprint = Some(digest::of(&sums));
    if sums != there.as_bytes() {
        let told = told(&sums, &checked.files);
        // Where every file is as it is said to be, the manifest itself is written otherwise.
        let told = if told.is_empty() { lines(FILE, &sums, &there) } else { told };
        checked.differences.splice(0..0, told);
    }
    Ok(checked)
}

/// Takes note of all that lies below a folder.
fn walk(seal: &Path, below: &str, checked: &mut Checked) -> Result<(), Error> {
    let dir = seal.join(below);
    let failed = |source| Error::Read { path: dir.clone(), source };
    let mut entries = fs::read_dir(&dir).map_err(failed)?.collect::<io::Result<Vec<_>>>().map_err(failed)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    if entries.is_empty() && !below.is_empty() {
        checked.differences.push(Difference::of(Kind::AddedFolder, below));
    }
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let name = if below.is_empty() { name } else { format!("{below}/{name}") };
        let kind = entry.file_type().map_err(failed)?;
        if kind.is_dir() && entry.file_name().to_str().is_some() {
            walk(seal, &name, checked)?;
        } else if kind.is_file() {
            file(&entry.path(), name, checked)?;
        } else {
            checked.differences.push(Difference::of(Kind::AddedOther, &name));
        }
    }
    Ok(())
}

fn file(path: &Path, name: String, checked: &mut Checked) -> Result<(), Error> {
    if name == FILE {
        return Ok(());
    }
    let read = File::open(path).and_then(|mut file| digest::copied(&mut file, &mut io::sink()));
    let sha256 = read.map_err(|source| Error::Read { path: path.to_owned(), source })?;
    checked.files.insert(name, sha256);
    Ok(())
}

/// The name that a line of the manifest writes.
fn unescaped(row: &str, name: &str) -> String {
    if !row.starts_with('\\') {
        return name.to_owned();
    }
    let (mut plain, mut letters) = (String::new(), name.chars());
    while let Some(letter) = letters.next() {
        plain.extend(match letter {
            '\\' => letters.next().map(|escaped| match escaped {
                'n' => '\n',
                'r' => '\r',
                other => other,
            }),
            other => Some(other),
        });
    }
    plain
}

/// What the manifest says otherwise of which file.
fn told(sums: &[u8], files: &BTreeMap<String, String>) -> Vec<Difference> {
    let text = String::from_utf8_lossy(sums);
    let (mut told, mut seen) = (Vec::new(), BTreeSet::new());
    for (number, row) in (1..).zip(text.lines()) {
        let Some((sealed, name)) = row.split_once("  ") else {
            let sealed = Some(row.to_owned());
            told.push(Difference { line: Some(number), sealed, ..Difference::of(Kind::Line, FILE) });
            continue;
        };
        let (sealed, path) = (sealed.trim_start_matches('\\'), unescaped(row, name));
        let line = Some(number);
        match files.get(&path) {
            None => told.push(Difference { line, ..Difference::of(Kind::Missing, &path) }),
            Some(found) if *found != sealed => told.push(Difference {
                line,
                sealed: Some(sealed.to_owned()),
                computed: Some(found.clone()),
                ..Difference::of(Kind::Changed, &path)
            }),
            Some(_) => {}
        }
        seen.insert(path);
    }
    let added = files.keys().filter(|path| !seen.contains(*path));
    told.extend(added.map(|path| Difference::of(Kind::Added, path)));
    told
}
