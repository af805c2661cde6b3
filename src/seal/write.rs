//! A seal is written: whole, or not at all.
//!
//! In: its contents. Out: `sealed/YEAR`. Everything is written into a folder beside it that nobody looks into; each copied file
//! must be the one that the statement was computed from. Only then does the folder get its name. A year that is sealed
//! is left as it is.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::contents::{Contents, INPUTS};
use super::manifest;
use crate::digest;
use crate::error::Error;
use crate::folder::Folder;
use crate::period::Year;
use crate::sealed;

/// A seal that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// How many files it has, SHA256SUMS not counted.
    pub files: usize,
    /// SHA-256 of its SHA256SUMS: whoever knows it can tell any other seal from this one.
    pub fingerprint: String,
}

/// Where a year's seal lies or would lie.
fn path(folder: &Folder, year: Year) -> PathBuf {
    folder.root().join(Folder::SEALED).join(year.to_string())
}

/// Is there anything where the year's seal would lie?
#[must_use]
pub fn exists(folder: &Folder, year: Year) -> bool {
    path(folder, year).symlink_metadata().is_ok()
}

/// Would a file of this path lie in a seal, or among seals, where nothing may be added or replaced?
#[must_use]
pub fn holds(path: &Path) -> bool {
    let Ok(path) = std::path::absolute(path) else { return false };
    let Some(above) = path.ancestors().skip(1).find_map(|dir| dir.canonicalize().ok()) else { return false };
    let is_seal = |dir: &Path| [manifest::FILE, sealed::FILE].iter().all(|file| dir.join(file).is_file());
    let are_seals = |dir: &Path| {
        let home = dir.parent().filter(|_| dir.ends_with(Folder::SEALED));
        home.is_some_and(|home| home.join(Folder::AGREEMENT).is_file())
    };
    above.ancestors().any(|dir| is_seal(dir) || are_seals(dir))
}

/// Writes the seal. None where there is one already.
///
/// # Errors
/// [`Error::Write`] or [`Error::Read`] where the system refuses, [`Error::Changed`] where an input is not the one that the
/// statement was computed from. Then nothing is left of it.
pub fn write(folder: &Folder, contents: &Contents) -> Result<Option<Written>, Error> {
    let path = path(folder, contents.year);
    if exists(folder, contents.year) {
        return Ok(None);
    }
    let home = folder.root().join(Folder::SEALED);
    let new = !home.exists();
    let made = if new || home.is_dir() {
        fs::create_dir_all(&home)
    } else {
        Err(io::Error::from(io::ErrorKind::NotADirectory))
    };
    made.map_err(|source| Error::Write { path: home.clone(), source })?;
    let written = beside(folder, contents, &home, &path);
    if new && !matches!(written, Ok(Some(_))) {
        let _ = fs::remove_dir(&home); // where somebody else has put something into it by now, it stays
    }
    written
}

fn beside(folder: &Folder, contents: &Contents, home: &Path, path: &Path) -> Result<Option<Written>, Error> {
    let made = tempfile::Builder::new().prefix(".seal-").tempdir_in(home);
    let draft = made.map_err(|source| Error::Write { path: home.to_owned(), source })?;
    let files = fill(folder, contents, draft.path())?;
    let sums = manifest::written(&files);
    text(&draft.path().join(manifest::FILE), &sums)?;
    named(draft, path)
        .map(|named| named.then(|| Written { files: files.len(), fingerprint: digest::of(sums.as_bytes()) }))
}

/// Writes all files but the manifest. Out: their digests by path.
fn fill(folder: &Folder, contents: &Contents, draft: &Path) -> Result<BTreeMap<String, String>, Error> {
    let mut files = BTreeMap::new();
    for original in &contents.inputs {
        let name = format!("{INPUTS}/{}", original.name);
        let target = draft.join(&name);
        let failed = |source| Error::Write { path: target.clone(), source };
        let (mut from, mut to) = (folder.reader(original.file)?, create(&target)?);
        let sha256 = digest::copied(&mut from, &mut to).map_err(failed)?;
        to.sync_all().map_err(failed)?;
        if original.sha256.as_ref().is_some_and(|known| *known != sha256) {
            return Err(folder.changed(original.file));
        }
        files.insert(name, sha256);
    }
    for (name, content) in &contents.texts {
        text(&draft.join(name), content)?;
        files.insert(name.clone(), digest::of(content.as_bytes()));
    }
    Ok(files)
}

fn create(path: &Path) -> Result<File, Error> {
    let failed = |source| Error::Write { path: path.to_owned(), source };
    fs::create_dir_all(path.parent().unwrap_or(path)).map_err(failed)?;
    File::create_new(path).map_err(failed)
}

fn text(path: &Path, content: &str) -> Result<(), Error> {
    let failed = |source| Error::Write { path: path.to_owned(), source };
    let mut file = create(path)?;
    file.write_all(content.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)
}

/// Gives the draft its name. False where another seal was quicker.
fn named(draft: TempDir, path: &Path) -> Result<bool, Error> {
    let renamed = readable(draft.path()).and_then(|()| fs::rename(draft.path(), path));
    match renamed {
        Ok(()) => {
            let _ = draft.keep(); // it is not there any more under that name
            Ok(true)
        }
        Err(error) if taken(&error) => Ok(false),
        Err(source) => Err(Error::Write { path: path.to_owned(), source }),
    }
}

fn taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty)
}

/// A temporary folder is made for its owner only; a seal is for everybody whom the cooperation is for.
#[cfg(unix)]
fn readable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn readable(_: &Path) -> io::Result<()> {
    Ok(())
}
