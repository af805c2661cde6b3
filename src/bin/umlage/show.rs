//! Findings for people: sorted by place, the first of each code and file, the rest counted.

use umlage::error::Error;
use umlage::finding::Finding;
use umlage::report::finding::{more, text};
use umlage::words::command::{Notice, notice};

use crate::gather::Gathered;
use crate::locate;

/// The findings that `wanted` keeps, and how many there are of all.
pub(crate) fn findings(gathered: &Gathered, wanted: impl Fn(&Finding) -> bool) -> Result<String, Error> {
    let files = &gathered.folder.files;
    let list = gathered.findings.sorted(files).into_iter().filter(|finding| wanted(finding));
    let located = locate::all(&gathered.folder, gathered.read.as_ref(), list)?;
    let mut lines: Vec<String> = located.iter().map(|finding| text(finding, gathered.language)).collect();
    for (code, file, count) in gathered.findings.not_kept() {
        lines.push(more(count, code, file.map(|file| files.name(file)), gathered.language));
    }
    let (errors, warnings) = gathered.findings.count();
    lines.push(notice(&Notice::Findings { errors, warnings }, gathered.language));
    Ok(lines.join("\n"))
}
