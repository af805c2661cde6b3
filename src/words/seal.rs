//! What people read when a year is sealed, or a seal is checked.
//!
//! In: what was sealed, or found of a seal. Out: its text of several lines. Apart from the notices because it is the
//! answer that was asked for.

use std::path::{Path, PathBuf};

use crate::agreement::Language;
use crate::folder::Folder;
use crate::period::Year;
use crate::seal::{Difference, Verified, Written};
use crate::words::format::printable;
use crate::words::{de, en};

/// A seal that was written.
#[derive(Debug)]
pub struct Sealed<'a> {
    /// The agreement's name.
    pub agreement: &'a str,
    /// The cooperation's folder, as it was typed.
    pub dir: &'a Path,
    /// The year.
    pub year: Year,
    /// Where it lies.
    pub written: &'a Written,
}

/// A seal that was checked.
#[derive(Debug)]
pub struct Checked<'a> {
    /// The cooperation's folder, as it was typed.
    pub dir: &'a Path,
    /// What was found.
    pub found: &'a Verified,
    /// Is every difference shown?
    pub all: bool,
}

/// Why nothing is sealed or checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealNotice {
    /// The year is sealed.
    Already {
        /// The cooperation's folder, as it was typed.
        dir: PathBuf,
        /// The year.
        year: Year,
    },
    /// An output would lie in a seal.
    Inside(PathBuf),
    /// What lies beside the sealed years, and was not checked.
    Beside(Vec<String>),
    /// No year is sealed.
    None {
        /// The cooperation's folder, as it was typed.
        dir: PathBuf,
    },
    /// The year that was named is not.
    NotSealed {
        /// The year.
        year: i16,
        /// The years that are.
        years: Vec<Year>,
    },
}

/// What was sealed, and how anybody can check it.
#[must_use]
pub fn sealed(sealed: &Sealed<'_>, language: Language) -> String {
    match language {
        Language::De => de::seal::sealed(sealed),
        Language::En => en::seal::sealed(sealed),
    }
}

/// What was found of a seal.
#[must_use]
pub fn checked(checked: &Checked<'_>, language: Language) -> String {
    match language {
        Language::De => de::seal::checked(checked),
        Language::En => en::seal::checked(checked),
    }
}

/// The differences that are shown: all, or the first by the manifest and the first by computing anew.
pub(super) fn shown<'a>(checked: &Checked<'a>) -> Vec<&'a Difference> {
    let all = checked.found.differences.iter();
    if checked.all {
        return all.collect();
    }
    let first = |manifest| checked.found.differences.iter().find(|told| told.kind.by_manifest() == manifest);
    [first(true), first(false)].into_iter().flatten().collect()
}

/// How much of a text is shown.
const SHOWN: usize = 160;
/// How much of it before the first letter that differs.
const BEFORE: usize = 40;

/// What was sealed and what is computed, safe to print, where they are long from a little before they differ.
pub(super) fn pair(difference: &Difference) -> (Option<String>, Option<String>) {
    let (sealed, computed) = (&difference.sealed, &difference.computed);
    let same = match (sealed, computed) {
        (Some(sealed), Some(computed)) => {
            sealed.chars().zip(computed.chars()).take_while(|(old, new)| old == new).count()
        }
        _ => 0,
    };
    let start = if same > SHOWN - BEFORE { same - BEFORE } else { 0 };
    let part = |text: &String| {
        let mut part: String = text.chars().skip(start).take(SHOWN).collect();
        if start > 0 {
            part.insert(0, '…');
        }
        if text.chars().count() > start + SHOWN {
            part.push('…');
        }
        printable(&part)
    };
    (sealed.as_ref().map(part), computed.as_ref().map(part))
}

/// `statement.json:41`
pub(super) fn place(checked: &Checked<'_>, difference: &Difference) -> String {
    let seal = home(checked.dir, checked.found.year);
    let file = seal.join(&difference.file).display().to_string();
    let line = difference.line.filter(|_| !difference.kind.by_manifest());
    printable(&line.map_or(file.clone(), |line| format!("{file}:{line}")))
}

/// Where a year's seal lies, as it would be typed.
pub(super) fn home(dir: &Path, year: Year) -> PathBuf {
    let dir = if dir == Path::new(".") { Path::new("") } else { dir };
    dir.join(Folder::SEALED).join(year.to_string())
}

/// `umlage verify DIR`, so that it can be typed.
#[must_use]
pub fn typed(verb: &str, dir: &Path) -> String {
    if dir == Path::new(".") { format!("umlage {verb}") } else { format!("umlage {verb} {}", quoted(dir)) }
}

/// A path as a shell takes it.
#[must_use]
pub fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |letter: char| letter.is_alphanumeric() || "/._-".contains(letter);
    if text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}
