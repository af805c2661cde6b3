//! English: sealed years.
//!
//! In: what was sealed, or what differs from a seal. Out: sentences, with the next step wherever there is one.

use crate::agreement::Language::En;
use crate::money::Money;
use crate::period::Year;
use crate::seal::{Difference, Kind, Verified};
use crate::words::format::{amount as euro, count, printable};
use crate::words::lists;
use crate::words::seal::{self as words, Checked, SealNotice, Sealed};

/// What was moved out of a sealed year, on the statement of the year into which it was moved.
pub(in crate::words) fn moved(year: Year, rows: u64, amount: Money) -> String {
    let euro = euro(amount, En);
    if rows == 1 {
        return format!(
            "1 posting reaches with its period into the sealed year {year}, but came after it was sealed; its part of \
             that year ({euro}) counts in this one."
        );
    }
    format!(
        "{} postings reach with their periods into the sealed year {year}, but came after it was sealed; their parts of \
         that year ({euro}) count in this one.",
        count(rows, En)
    )
}

/// Why nothing is sealed or checked.
pub(in crate::words) fn notice(notice: &SealNotice) -> String {
    match notice {
        SealNotice::Already { dir, year } => format!(
            "{} exists; a seal is never overwritten.\nHelp: whether it still holds says {} --year {year}; what changed since \
             belongs in the next open year, as a correction.",
            words::home(dir, *year).display(),
            words::typed("verify", dir)
        ),
        SealNotice::Inside(path) => format!(
            "{} would lie in a seal; nothing is added there, and nothing replaced.\nHelp: name a file in another folder.",
            path.display()
        ),
        SealNotice::Beside(names) => {
            format!("Not checked, as these are no years: {}, in sealed/.", lists::names(names, En))
        }
        SealNotice::None { dir } => {
            format!(
                "No year is sealed here.\nHelp: seal one with {} --year YEAR; seals are checked from the folder in which `sealed` lies.",
                words::typed("seal", dir)
            )
        }
        SealNotice::NotSealed { year, years } => {
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            format!("{year} is not sealed; sealed: {}.", years.join(", "))
        }
    }
}

/// What was sealed, and how anybody can check it.
pub(in crate::words) fn sealed(sealed: &Sealed<'_>) -> String {
    let Sealed { agreement, dir, year, written } = sealed;
    let (path, fingerprint) = (words::home(dir, *year), &written.fingerprint);
    format!(
        "Sealed: {} ({} files and SHA256SUMS)\n\
         Fingerprint: {fingerprint}\n\n\
         For the minutes:\n  \
         The statement for {year} ({}) is sealed.\n  \
         SHA-256 of the file SHA256SUMS: {fingerprint}\n\n\
         How to check it:\n  \
         (cd {} && sha256sum -c SHA256SUMS && sha256sum SHA256SUMS)\n  \
         {} --year {year}",
        path.display(),
        written.files,
        printable(agreement),
        words::quoted(&path),
        words::typed("verify", dir),
    )
}

/// What was found of a seal.
pub(in crate::words) fn checked(checked: &Checked<'_>) -> String {
    let found = checked.found;
    let mut lines = vec![if found.differences.is_empty() { unchanged(found) } else { changed(checked) }];
    lines.extend(words::shown(checked).into_iter().map(|told| format!("  {}", difference(checked, told))));
    if let Some(fingerprint) = &found.fingerprint {
        lines.push(format!("  Fingerprint (SHA-256 of SHA256SUMS): {fingerprint}"));
    }
    if found.differences.is_empty() {
        lines.push("  Compare it with the one in the minutes: nothing else reveals who changed files and SHA256SUMS together.".to_owned());
    }
    lines.join("\n")
}

fn unchanged(found: &Verified) -> String {
    let (year, files) = (found.year, found.files);
    let rows = match &found.record {
        Some(record) if record.rows.count == 1 => "1 posting".to_owned(),
        Some(record) => format!("{} postings", count(record.rows.count, En)),
        None => "the postings".to_owned(),
    };
    match found.other_version() {
        None => format!(
            "{year}: unchanged. {files} files as in SHA256SUMS; the sealed inputs ({rows}) give the same statement, byte \
             for byte."
        ),
        Some(version) => format!(
            "{year}: unchanged. {files} files as in SHA256SUMS; the sealed inputs ({rows}) give the same statement, value \
             for value.\n  {}",
            other(version)
        ),
    }
}

fn other(version: &str) -> String {
    format!(
        "Sealed by umlage {}, recomputed by {}: the values of statement.json and seal.json were compared; text, CSV and \
         rules only with SHA256SUMS.",
        printable(version),
        env!("CARGO_PKG_VERSION")
    )
}

fn changed(checked: &Checked<'_>) -> String {
    let (found, hidden) = (checked.found, checked.found.differences.len() - words::shown(checked).len());
    let head = match found.differences.len() {
        1 => format!("{}: 1 difference.", found.year),
        several => format!("{}: {several} differences.", found.year),
    };
    let head = match hidden {
        0 => head,
        _ => format!("{head} The first is named; --all shows all."),
    };
    match found.other_version() {
        None => head,
        Some(version) => format!("{head}\n  {}", other(version)),
    }
}

fn difference(checked: &Checked<'_>, difference: &Difference) -> String {
    let (place, (sealed, computed)) = (words::place(checked, difference), words::pair(difference));
    let nothing = || "nothing".to_owned();
    let (old, new) = (sealed.unwrap_or_else(nothing), computed.clone().unwrap_or_else(nothing));
    match difference.kind {
        Kind::Changed => format!("{place}: changed.\n    SHA-256 sealed: {old}\n    SHA-256 now:    {new}"),
        Kind::Missing => format!("{place}: missing."),
        Kind::Added => format!("{place}: added; SHA256SUMS does not name the file."),
        Kind::AddedFolder => format!("{place}: empty folder, added."),
        Kind::AddedOther => format!("{place}: added, and no ordinary file (a link, for instance)."),
        Kind::Foreign => {
            format!("{place}: does not belong in this seal, although SHA256SUMS names the file.")
        }
        Kind::Value => format!(
            "{place}: {}\n    sealed:   {old}\n    computed: {new}",
            printable(difference.path.as_deref().unwrap_or_default())
        ),
        Kind::Line => format!("{place}: another line.\n    sealed:   {old}\n    computed: {new}"),
        Kind::OtherSeal => format!("{place}: not the same file as in the seal of that year."),
        Kind::Broken => format!("{place}: no JSON as a seal holds it."),
        Kind::Inputs => match computed {
            Some(why) => format!("{place}: the sealed inputs give no statement. {why}"),
            None => format!("{place}: the sealed inputs give no statement of this year."),
        },
    }
}
