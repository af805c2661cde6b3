//! The cooperation's folder: the one place where input is opened.
//!
//! In: a path. Out: readers and texts of the files below it, each known by a [`FileId`].

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use crate::error::Error;
use crate::place::{FileId, Files};

/// A cooperation's folder, and the names of the files read from it.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// The names of its files.
    pub files: Files,
    /// Bytes of ledgers read so far.
    read: Arc<AtomicU64>,
}

/// A file whose bytes are counted while they are read.
pub(crate) struct Counted {
    file: File,
    own: u64,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let got = self.file.read(buffer)?;
        let more = u64::try_from(got).unwrap_or(0);
        self.own += more;
        self.read.fetch_add(more, Ordering::Relaxed);
        Ok(got)
    }
}

/// What is read again counts once.
impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = self.file.seek(to)?;
        self.read.fetch_sub(self.own.saturating_sub(at), Ordering::Relaxed);
        self.own = self.own.min(at);
        Ok(at)
    }
}

/// A file's length and the time of its last change, where the system tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Its length in bytes.
    pub bytes: u64,
    modified: Option<SystemTime>,
}

impl Folder {
    /// The agreement's file name.
    pub const AGREEMENT: &'static str = "umlage.toml";
    /// The folder of the sealed years: written by the tool, never searched for ledgers.
    pub const SEALED: &'static str = "sealed";

    /// The folder at this path.
    ///
    /// # Errors
    /// [`Error::NoFolder`] where there is none, [`Error::NoAgreement`] where it holds no umlage.toml.
    pub fn open(root: &Path) -> Result<Self, Error> {
        if !root.is_dir() {
            return Err(Error::NoFolder(root.to_owned()));
        }
        if !root.join(Self::AGREEMENT).is_file() {
            return Err(Error::NoAgreement(root.to_owned()));
        }
        Ok(Self { root: root.to_owned(), files: Files::default(), read: Arc::default() })
    }

    /// A file anywhere, for what looks at one file and needs no agreement; its name is the path as it was given.
    ///
    /// # Errors
    /// [`Error::Read`] where the system refuses, or the path is no text.
    pub fn around(path: &Path) -> Result<(Self, FileId), Error> {
        let name = path.to_str().ok_or_else(|| Error::Read {
            path: path.to_owned(),
            source: io::Error::from(io::ErrorKind::InvalidInput),
        })?;
        let mut folder = Self { root: PathBuf::new(), files: Files::default(), read: Arc::default() };
        let file = folder.files.id(name);
        if path.is_dir() {
            return Err(folder.failed(file, io::Error::from(io::ErrorKind::IsADirectory)));
        }
        folder.stamp(file)?;
        Ok((folder, file))
    }

    /// The name of the file relative to the cooperation's folder in which it lies, if it lies in one.
    #[must_use]
    pub fn home(&self, file: FileId) -> Option<String> {
        let path = self.path(file).canonicalize().ok()?;
        let home = path.ancestors().skip(1).find(|folder| folder.join(Self::AGREEMENT).is_file())?;
        let parts = path.strip_prefix(home).ok()?.iter().map(|part| part.to_str());
        Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
    }

    /// Where it lies.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The file of this name, if the folder has it.
    pub fn find(&mut self, name: &str) -> Option<FileId> {
        self.root.join(name).is_file().then(|| self.files.id(name))
    }

    /// The names of the files that lie in a folder below (`""`: in this one), relative to this one, sorted. A folder
    /// that cannot be looked into has none: whoever reads a file from it is told.
    #[must_use]
    pub fn names_in(&self, dir: &str) -> Vec<String> {
        let entries = fs::read_dir(self.root.join(dir)).into_iter().flatten().flatten();
        let files = entries.filter(|entry| entry.path().is_file());
        let prefix = if dir.is_empty() { String::new() } else { format!("{dir}/") };
        let mut names: Vec<String> =
            files.filter_map(|entry| Some(format!("{prefix}{}", entry.file_name().to_str()?))).collect();
        names.sort();
        names
    }

    /// The whole file; only for files that are small by their nature, and for what is shown of any.
    ///
    /// # Errors
    /// [`Error::Read`] where the system refuses.
    pub fn bytes(&self, file: FileId) -> Result<Vec<u8>, Error> {
        let path = self.path(file);
        fs::read(&path).map_err(|source| Error::Read { path, source })
    }

    /// The file, to be read from its start.
    ///
    /// # Errors
    /// [`Error::Read`] where the system refuses.
    pub fn reader(&self, file: FileId) -> Result<File, Error> {
        let path = self.path(file);
        File::open(&path).map_err(|source| Error::Read { path, source })
    }

    /// A ledger, to be read from its start, and counted.
    ///
    /// # Errors
    /// [`Error::Read`] where the system refuses.
    pub(crate) fn ledger(&self, file: FileId) -> Result<Counted, Error> {
        Ok(Counted { file: self.reader(file)?, own: 0, read: self.progress() })
    }

    /// How many bytes of ledgers were read so far, while they are read.
    #[must_use]
    pub fn progress(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.read)
    }

    /// How the file stands now: read once before and once after, it tells whether the file changed in between.
    ///
    /// # Errors
    /// [`Error::Read`] where the system refuses.
    pub fn stamp(&self, file: FileId) -> Result<Stamp, Error> {
        let path = self.path(file);
        let stamp = |path: &Path| {
            let found = fs::metadata(path)?;
            Ok(Stamp { bytes: found.len(), modified: found.modified().ok() })
        };
        stamp(&path).map_err(|source| Error::Read { path, source })
    }

    /// That this file changed while it was read, as an error.
    #[must_use]
    pub fn changed(&self, file: FileId) -> Error {
        Error::Changed(self.path(file))
    }

    /// A failed read of this file, as an error.
    #[must_use]
    pub fn failed(&self, file: FileId, source: io::Error) -> Error {
        Error::Read { path: self.path(file), source }
    }

    /// Is the file there?
    #[must_use]
    pub fn has(&self, file: FileId) -> bool {
        self.path(file).is_file()
    }

    /// Is this one of the files that were read?
    #[must_use]
    pub fn reads(&self, path: &Path) -> bool {
        let Ok(path) = path.canonicalize() else { return false };
        self.files.names().any(|name| self.root.join(name).canonicalize().is_ok_and(|read| read == path))
    }

    fn path(&self, file: FileId) -> PathBuf {
        self.root.join(self.files.name(file))
    }
}

/// The names of the folders that lie in one, sorted. One that cannot be looked into has none.
#[must_use]
pub fn folders_in(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> =
        folders.filter_map(|entry| Some(entry.file_name().to_str()?.to_owned())).collect();
    names.sort();
    names
}
