//! Findings get their lines, as far as the folder could be read.
//!
//! In: findings. Out: the same with the lines that they are about, looked up by the library.

use umlage::cost::Booked;
use umlage::error::Error;
use umlage::finding::Finding;
use umlage::folder::Folder;
use umlage::report::{Located, locate};
use umlage::rules::Rules;

/// The findings with the lines they are about.
pub(crate) fn all<'f>(
    folder: &Folder,
    read: Option<&(Rules, Booked)>,
    findings: impl Iterator<Item = &'f Finding>,
) -> Result<Vec<Located<'f>>, Error> {
    locate(folder, read.map(|(rules, _)| rules), findings)
}
