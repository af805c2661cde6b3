//! Findings for people: sorted by place, the first of each code and file, the rest counted.

use umlage::error::Error;
use umlage::period::Year;
use umlage::report::finding::{more, text};
use umlage::words::command::{Notice, notice};

use crate::gather::Gathered;
use crate::locate;

/// The findings that concern the year, or any year, and how many there are.
pub(crate) fn findings(gathered: &Gathered, year: Option<Year>) -> Result<String, Error> {
    let files = &gathered.folder.files;
    let listed = gathered.findings.listed(files, year);
    let located = locate::all(&gathered.folder, gathered.read.as_ref(), listed.shown.into_iter())?;
    let mut lines: Vec<String> = located.iter().map(|finding| text(finding, gathered.language)).collect();
    for (code, file, count) in listed.more {
        lines.push(more(count, code, file.map(|file| files.name(file)), gathered.language));
    }
    let (errors, warnings) = gathered.findings.count(year);
    lines.push(notice(&Notice::Findings { errors, warnings }, gathered.language));
    if gathered.read.is_none() {
        lines.push(notice(&Notice::AgreementOnly, gathered.language));
    }
    Ok(lines.join("\n"))
}
