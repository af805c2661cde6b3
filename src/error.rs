//! What is wrong with the machine rather than with the user's files: exit code 2.
//!
//! In: failed reads and writes. Out: an error with the path it concerns. Sentences for people stand in
//! [`crate::words`]; these here are for developers.

use std::io;
use std::path::PathBuf;

use crate::period::Year;

/// Nothing could be computed, and no finding says why.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such folder.
    #[error("no folder {0}")]
    NoFolder(PathBuf),
    /// The folder holds no umlage.toml.
    #[error("no umlage.toml in {0}")]
    NoAgreement(PathBuf),
    /// A file could not be read.
    #[error("cannot read {path}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file could not be written.
    #[error("cannot write {path}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file changed while it was read.
    #[error("{0} changed while it was read")]
    Changed(PathBuf),
    /// A seal is not what `umlage seal` writes.
    #[error("the seal of {year} is broken: {path}")]
    Seal {
        /// The file or folder of it that cannot be used.
        path: PathBuf,
        /// The sealed year.
        year: Year,
    },
}
