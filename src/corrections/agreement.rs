//! umlage.toml, as sealed and as it is now: the lines that are others.
//!
//! In: both files. Out: their lines that differ, those of comments and blanks left out, which decide nothing. An agreement
//! grows every year; whether a changed line matters to the sealed year only the figures can tell.

use similar::{ChangeTag, TextDiff};

use crate::error::Error;
use crate::folder::Folder;

/// On which side a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// In the seal.
    Sealed,
    /// In the live folder.
    Live,
}

/// A line that only one side has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlLine {
    /// Which.
    pub side: Side,
    /// Its number, from 1.
    pub number: u64,
    /// Its text.
    pub text: String,
}

/// Whether the files differ at all, and the lines.
pub(super) fn differences(live: &Folder, sealed: &Folder) -> Result<(bool, Vec<TomlLine>), Error> {
    let (live, sealed) = (text(live)?, text(sealed)?);
    Ok((live != sealed, if live == sealed { Vec::new() } else { lines(&sealed, &live) }))
}

fn text(folder: &Folder) -> Result<String, Error> {
    let mut files = folder.files.clone();
    let bytes = folder.bytes(files.id(Folder::AGREEMENT))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn lines(sealed: &str, live: &str) -> Vec<TomlLine> {
    let diff = TextDiff::from_lines(sealed, live);
    let told = |side, index: Option<usize>, text: &str| {
        let number = index.and_then(|index| u64::try_from(index + 1).ok())?;
        let text = text.trim_end().to_owned();
        let said = text.trim_start();
        (!said.is_empty() && !said.starts_with('#')).then_some(TomlLine { side, number, text })
    };
    let changes = diff.iter_all_changes().filter_map(|change| match change.tag() {
        ChangeTag::Equal => None,
        ChangeTag::Delete => told(Side::Sealed, change.old_index(), change.value()),
        ChangeTag::Insert => told(Side::Live, change.new_index(), change.value()),
    });
    changes.collect()
}
