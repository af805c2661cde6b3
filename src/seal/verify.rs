//! A seal is checked: its files against the manifest, and its statement against what its own inputs give.
//!
//! In: the folder of a seal. Out: every difference, those of the manifest first, then those of computing everything anew in
//! the seal's language. What is broken is a difference like any other. A seal of another version is compared by the values
//! of its statement; text, CSV and rules, which change with versions, only by the manifest.

use std::fs;
use std::io;
use std::path::Path;

use super::contents::{Contents, INPUTS, RULES, STATEMENT, contents};
use super::manifest::{self, Checked};
use super::values::{Strictness, values};
use crate::agreement::Language;
use crate::cost;
use crate::error::Error;
use crate::finding::{Finding, Findings, Severity};
use crate::folder::Folder;
use crate::period::Year;
use crate::report::{Located, locate};
use crate::rules::{Rules, drivers_spoilt};
use crate::sealed::{self, Record};
use crate::statement::{ready, state};
use crate::words::sentence;

/// What was found of a seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The year.
    pub year: Year,
    /// SHA-256 of SHA256SUMS; none where there is none.
    pub fingerprint: Option<String>,
    /// How many files there are, SHA256SUMS not counted.
    pub files: usize,
    /// seal.json, where it can be read.
    pub record: Option<Record>,
    /// What is not as it was sealed, or not as it is computed.
    pub differences: Vec<Difference>,
}

impl Verified {
    /// The version that sealed, where it is not this one.
    #[must_use]
    pub fn other_version(&self) -> Option<&str> {
        let version = self.record.as_ref().map(|record| record.umlage.as_str());
        version.filter(|version| *version != env!("CARGO_PKG_VERSION"))
    }
}

/// Something that is not as it was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub kind: Kind,
    /// The file, relative to the seal.
    pub file: String,
    /// The line, counted from 1, where there is one.
    pub line: Option<u64>,
    /// The way to a value: `services[0].total`.
    pub path: Option<String>,
    /// What was sealed.
    pub sealed: Option<String>,
    /// What is there now, or is computed, or why nothing can be.
    pub computed: Option<String>,
}

/// What a difference is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A file has other bytes than the manifest says.
    Changed,
    /// A file is not there.
    Missing,
    /// A file is there that the manifest does not name.
    Added,
    /// A folder without any file.
    AddedFolder,
    /// A link, or anything else that is neither file nor folder.
    AddedOther,
    /// A file that belongs in no seal, though the manifest names it.
    Foreign,
    /// A value of a JSON file.
    Value,
    /// A line of a text.
    Line,
    /// A file that is not what it should be.
    Broken,
    /// What the seal keeps of another sealed year is not what lies in that year's own seal.
    OtherSeal,
    /// The inputs have an error, and there is no statement to compare with.
    Inputs,
}

impl Kind {
    /// The word of JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Missing => "missing",
            Self::Added => "added",
            Self::AddedFolder => "added-folder",
            Self::AddedOther => "added-other",
            Self::Foreign => "foreign",
            Self::Value => "value",
            Self::Line => "line",
            Self::Broken => "broken",
            Self::OtherSeal => "other-seal",
            Self::Inputs => "inputs",
        }
    }

    /// Is it told by the manifest alone?
    #[must_use]
    pub fn by_manifest(self) -> bool {
        matches!(self, Self::Changed | Self::Missing | Self::Added | Self::AddedFolder | Self::AddedOther)
    }
}

impl Difference {
    pub(super) fn of(kind: Kind, file: &str) -> Self {
        Self { kind, file: file.to_owned(), line: None, path: None, sealed: None, computed: None }
    }
}

/// Checks the seal of a year in this folder; sentences about its inputs come in the language `spoken`.
///
/// # Errors
/// [`Error::Read`] where the system refuses, [`Error::Changed`] where a ledger changes while it is read.
pub fn verify(seal: &Path, year: Year, spoken: Language) -> Result<Verified, Error> {
    let Checked { files, fingerprint, differences } = manifest::check(seal)?;
    let mut verified = Verified { year, fingerprint, files: files.len(), record: None, differences };
    if files.contains_key(sealed::FILE) {
        let bytes = bytes(seal, sealed::FILE)?.unwrap_or_default();
        match serde_json::from_slice::<Record>(&bytes) {
            Ok(record) if is_version(&record.umlage) => verified.record = Some(record),
            Ok(_) => verified.differences.push(Difference::of(Kind::Broken, sealed::FILE)),
            Err(error) => {
                let line = u64::try_from(error.line()).ok();
                let broken = Difference { line, ..Difference::of(Kind::Broken, sealed::FILE) };
                verified.differences.push(broken);
            }
        }
    }
    verified.differences.extend(other_seals(seal, files.keys())?);
    let language = verified.record.as_ref().and_then(|record| Language::from_id(&record.language));
    let anew = anew(&seal.join(INPUTS), year, language, spoken)?;
    let told = match anew {
        Ok(anew) => {
            let strictness = match verified.other_version() {
                Some(_) => Strictness::Values,
                None => Strictness::Bytes,
            };
            compared(seal, &files.keys().map(String::as_str).collect::<Vec<_>>(), &anew, strictness)?
        }
        Err(difference) => vec![difference],
    };
    let known: Vec<String> = verified.differences.iter().map(|told| told.file.clone()).collect();
    let again =
        |told: &Difference| matches!(told.kind, Kind::Missing | Kind::Foreign) && known.contains(&told.file);
    verified.differences.extend(told.into_iter().filter(|told| !again(told)));
    Ok(verified)
}

/// The copies of other years' seal.json that are not the same as in those years, as far as these lie beside this one.
fn other_seals<'f>(seal: &Path, files: impl Iterator<Item = &'f String>) -> Result<Vec<Difference>, Error> {
    let mut told = Vec::new();
    for name in files {
        let Some(own) = name.strip_prefix(INPUTS).and_then(|name| name.strip_prefix("/sealed/")) else {
            continue;
        };
        let Some(home) = seal.parent() else { continue };
        let other = bytes(home, own)?;
        if other.is_some() && other != bytes(seal, name)? {
            told.push(Difference::of(Kind::OtherSeal, name));
        }
    }
    Ok(told)
}

/// Three numbers: what a version is.
fn is_version(text: &str) -> bool {
    let numbers: Vec<&str> = text.split('.').collect();
    numbers.len() == 3 && numbers.iter().all(|number| number.parse::<u32>().is_ok())
}

/// What the sealed inputs give, or why they give nothing.
fn anew(
    inputs: &Path,
    year: Year,
    language: Option<Language>,
    spoken: Language,
) -> Result<Result<Contents, Difference>, Error> {
    let mut folder = match Folder::open(inputs) {
        Ok(folder) => folder,
        Err(Error::NoFolder(_)) => return Ok(Err(Difference::of(Kind::Missing, INPUTS))),
        Err(Error::NoAgreement(_)) => {
            let name = format!("{INPUTS}/{}", Folder::AGREEMENT);
            return Ok(Err(Difference::of(Kind::Missing, &name)));
        }
        Err(error) => return Err(error),
    };
    let mut findings = Findings::first();
    let Some(rules) = Rules::read(&mut folder, &mut findings)? else {
        return stopped(&folder, None, &findings, year, spoken);
    };
    let booked = cost::book(&folder, &rules, &mut findings)?;
    let spoilt = drivers_spoilt(&mut folder, &findings);
    let checked = ready(&rules, &booked, year, spoilt, &mut findings);
    let Some(checked) = checked.filter(|_| !findings.stop(year)) else {
        return stopped(&folder, Some(&rules), &findings, year, spoken);
    };
    let statement = state(checked, &folder.files, &booked, &findings);
    contents(&folder, &statement, language.unwrap_or(rules.agreement.language)).map(Ok)
}

/// The first error that stops the statement.
fn stopped<T>(
    folder: &Folder,
    rules: Option<&Rules>,
    findings: &Findings,
    year: Year,
    spoken: Language,
) -> Result<Result<T, Difference>, Error> {
    let mut errors = findings.sorted(&folder.files);
    errors.retain(|finding: &&Finding| finding.concerns(year) && finding.fault.severity() == Severity::Error);
    let located = locate(folder, rules, errors.into_iter().take(1))?;
    let Some(Located { finding, spot, .. }) = located.first() else {
        return Ok(Err(Difference::of(Kind::Inputs, INPUTS))); // no row counts in the year
    };
    let file = spot.as_ref().map_or(INPUTS.to_owned(), |spot| format!("{INPUTS}/{}", spot.file));
    let line = spot.as_ref().and_then(|spot| spot.excerpt.as_ref()).map(|excerpt| excerpt.line);
    let said = format!("{}: {}", finding.fault.code(), sentence(&finding.fault, spoken).message);
    Ok(Err(Difference { line, computed: Some(said), ..Difference::of(Kind::Inputs, &file) }))
}

/// The sealed files against those made anew; `there` are the seal's files.
fn compared(
    seal: &Path,
    there: &[&str],
    anew: &Contents,
    strictness: Strictness,
) -> Result<Vec<Difference>, Error> {
    let mut told = Vec::new();
    let first = [sealed::FILE, STATEMENT[0], STATEMENT[1], STATEMENT[2]];
    let rest = anew.texts.keys().map(String::as_str).filter(|name| !first.contains(name));
    let names = first.into_iter().chain(rest);
    for name in names {
        let json = name == sealed::FILE || name == STATEMENT[0];
        if strictness == Strictness::Values && !json {
            continue;
        }
        let Some(computed) = anew.texts.get(name) else { continue };
        let Some(bytes) = bytes(seal, name)?.filter(|_| there.contains(&name)) else {
            told.push(Difference::of(Kind::Missing, name));
            continue;
        };
        if json {
            told.extend(values(name, &bytes, computed, strictness));
        } else {
            told.extend(lines(name, &bytes, computed));
        }
    }
    let inputs = anew.inputs.iter().map(|original| format!("{INPUTS}/{}", original.name));
    let known: Vec<String> = inputs.chain(anew.texts.keys().cloned()).collect();
    // Another version may have had other pages of rules.
    let pages = |name: &str| {
        strictness == Strictness::Values
            && name.strip_prefix(RULES).is_some_and(|page| page.strip_suffix(".md").is_some())
    };
    let foreign = there.iter().filter(|name| !known.iter().any(|known| known == *name) && !pages(name));
    told.extend(foreign.map(|name| Difference::of(Kind::Foreign, name)));
    Ok(told)
}

/// A file of the seal, if it is there.
fn bytes(seal: &Path, name: &str) -> Result<Option<Vec<u8>>, Error> {
    let path = seal.join(name);
    // What is no file, a pipe for instance, might be read for ever.
    if !path.is_file() {
        return Ok(None);
    }
    match fs::read(&path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::IsADirectory) => {
            Ok(None)
        }
        Err(source) => Err(Error::Read { path, source }),
    }
}

/// The lines that differ, between those that are the same at both ends.
pub(super) fn lines(file: &str, sealed: &[u8], computed: &str) -> Vec<Difference> {
    let old: Vec<&[u8]> = sealed.split(|byte| *byte == b'\n').collect();
    let new: Vec<&[u8]> = computed.as_bytes().split(|byte| *byte == b'\n').collect();
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let text = |line: &&[u8]| String::from_utf8_lossy(line).into_owned();
    let differs = (0..old.len().max(new.len())).filter(|index| old.get(*index) != new.get(*index));
    let difference = |index: usize| Difference {
        line: u64::try_from(start + index + 1).ok(),
        sealed: old.get(index).map(text),
        computed: new.get(index).map(text),
        ..Difference::of(Kind::Line, file)
    };
    differs.map(difference).collect()
}
