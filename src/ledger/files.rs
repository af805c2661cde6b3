//! The ledger files that the agreement's patterns name.
//!
//! In: the folder and its `[[ledger]]` tables. Out: files in order of table and name. A pattern that fits
//! nothing, and a file that would be counted twice, are errors at their place in umlage.toml.

use std::path::{Component, Path};

use glob::{MatchOptions, Pattern, glob_with};

use super::LedgerFile;
use crate::agreement::{Agreement, ColumnName, Field, Source};
use crate::finding::file::Remedy;
use crate::finding::{FileFault, Finding, Findings, SheetFault};
use crate::folder::Folder;
use crate::place::Place;
use crate::workbook;

/// The small tables, which are no ledgers.
const TABLES: [&str; 5] = ["drivers.csv", "standalone.csv", "advances.csv", "assets.csv", "opening.csv"];
/// How many files are named where none fits.
const NAMED: usize = 6;
/// What Excel puts beside a workbook as long as somebody has it open.
const LOCK: &str = "~$";

/// The ledger files that the agreement's patterns name, in order of source and name. Patterns without a file, files
/// that two patterns name and flat spreadsheets are told; the latter two are not read.
pub fn files(folder: &mut Folder, agreement: &Agreement, findings: &mut Findings) -> Vec<LedgerFile> {
    let mut files: Vec<LedgerFile> = Vec::new();
    for (index, source) in agreement.sources.iter().enumerate() {
        let names = names(folder, source, findings);
        findings.extend(sheet_of_text(source, &names));
        for name in names {
            let known = files.iter().filter(|known| folder.files.name(known.file) == name);
            let mut known = known.map(|known| &agreement.sources[known.source]);
            let twice = known.clone().find(|first| taken(first, &name) == taken(source, &name));
            if let Some(first) = twice {
                findings.push(at(source, FileFault::Twice { file: name }).against(first.place));
                continue;
            }
            // Places in two sheets of a workbook must not be taken for one another.
            let again = known.next().is_some() && workbook::is_named(&name);
            let file = if again { folder.files.another(&name) } else { folder.files.id(&name) };
            if ends(&name, "fods") {
                let fault = FileFault::Spreadsheet { kind: "fods", remedy: Remedy::SaveAsOds };
                findings.push(Finding::at(Place::start(file), fault));
            } else {
                files.push(LedgerFile { file, source: index });
            }
        }
    }
    files
}

/// That the source names a sheet, where none of its files has any.
fn sheet_of_text(source: &Source, names: &[String]) -> Option<Finding> {
    let (sheet, place) = source.sheet.as_ref()?;
    let text = !names.is_empty() && !names.iter().any(|name| workbook::is_named(name));
    text.then(|| Finding::at(*place, SheetFault::SheetOfText).spanning(sheet.len() + 2))
}

/// What a table takes from a file: the sheet, and the columns of amounts. Two tables that take different ones (a budget with
/// a column per year, a workbook with a sheet per year) count nothing twice.
fn taken<'s>(source: &'s Source, name: &str) -> (Option<&'s str>, [Option<&'s ColumnName>; 3]) {
    let sheet = source.sheet.as_ref().filter(|_| workbook::is_named(name));
    let column = |field| source.columns.get(&field).map(|column| &column.name);
    (sheet.map(|(sheet, _)| sheet.as_str()), [Field::Amount, Field::Debit, Field::Credit].map(column))
}

/// The names of the source's files, relative to the folder, sorted.
fn names(folder: &Folder, source: &Source, findings: &mut Findings) -> Vec<String> {
    let pattern = source.files.clone();
    let mut names = matching(folder.root(), &source.files, true);
    names.retain(|name| !name.rsplit('/').next().is_some_and(|file| file.starts_with(LOCK)));
    names.sort();
    names.dedup();
    if names.is_empty() {
        let there = there(folder.root(), &pattern);
        findings.push(at(source, FileFault::NoMatch { pattern, there }));
    }
    names
}

/// A few of the files that could be meant: those first that only differ in upper and lower case.
fn there(root: &Path, pattern: &str) -> Vec<String> {
    let mut names = [matching(root, "*.*", false), matching(root, "*/*.*", false)].concat();
    names.retain(|name| ends(name, "csv") || workbook::is_named(name));
    names.retain(|name| !TABLES.contains(&name.as_str()));
    names.sort();
    let pattern = Pattern::new(pattern).ok();
    let meant =
        |name: &String| pattern.as_ref().is_some_and(|pattern| pattern.matches_with(name, options(false)));
    names.sort_by_key(|name| !meant(name));
    names.truncate(NAMED);
    names
}

fn at(source: &Source, fault: FileFault) -> Finding {
    Finding::at(source.place, fault).spanning(source.files.len())
}

/// The files below the folder; none where the pattern leads out of it, which umlage.toml's reader refuses. A
/// folder that cannot be looked into counts as a file, whose reading then fails.
fn matching(root: &Path, pattern: &str, case_sensitive: bool) -> Vec<String> {
    paths(root, pattern, case_sensitive).unwrap_or_default()
}

fn paths(root: &Path, pattern: &str, case_sensitive: bool) -> Option<Vec<String>> {
    let inside = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if pattern.is_empty() || !Path::new(pattern).components().all(inside) {
        return None;
    }
    let root = std::path::absolute(root).ok()?;
    let whole = format!("{}/{pattern}", Pattern::escape(root.to_str()?).trim_end_matches('/'));
    let paths = glob_with(&whole, options(case_sensitive)).ok()?.filter_map(|entry| match entry {
        Ok(path) => path.is_file().then_some(path),
        Err(error) => Some(error.path().to_owned()),
    });
    let names = paths.map(|path| name(path.strip_prefix(&root).unwrap_or(&path)));
    Some(names.filter(|name| !is_sealed(name)).collect())
}

/// Does it lie below a sealed year? What lies there was counted in its year.
fn is_sealed(name: &str) -> bool {
    name.split_once('/').is_some_and(|(first, _)| first == Folder::SEALED)
}

fn options(case_sensitive: bool) -> MatchOptions {
    MatchOptions { case_sensitive, require_literal_leading_dot: true, require_literal_separator: true }
}

/// The path with `/` between its parts.
fn name(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn ends(name: &str, kind: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(kind))
}
