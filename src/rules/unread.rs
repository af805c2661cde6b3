//! Files that look as if they were to be read, but are not.
//!
//! In: the folder and the ledgers that its patterns found. Out: warnings: a CSV file or workbook that lies beside the ledgers and
//! fits no pattern, and a file whose name is nearly that of a small table. What lies in the folder without being
//! either (statements that were written there, say) concerns nobody.

use std::collections::BTreeSet;

use crate::finding::{FileFault, Finding};
use crate::folder::Folder;
use crate::ledger::LedgerFile;
use crate::nearest::nearest;
use crate::place::Place;
use crate::workbook;

/// The small tables, as they must be called.
const TABLES: [&str; 5] = ["drivers.csv", "standalone.csv", "advances.csv", "assets.csv", "opening.csv"];

/// A warning for each such file.
pub(super) fn unread(folder: &mut Folder, ledgers: &[LedgerFile]) -> Vec<Finding> {
    let read: BTreeSet<String> = ledgers.iter().map(|file| folder.files.name(file.file).to_owned()).collect();
    let dirs: BTreeSet<&str> =
        read.iter().filter_map(|name| name.rsplit_once('/').map(|(dir, _)| dir)).collect();
    let beside = dirs.into_iter().flat_map(|dir| folder.names_in(dir)).filter(|name| is_ledger(name));
    let beside: Vec<(String, Option<String>)> =
        beside.filter(|name| !read.contains(name)).map(|name| (name, None)).collect();
    let misnamed = folder.names_in("").into_iter().filter(|name| !read.contains(name)).filter_map(|name| {
        let meant = nearest(&name, TABLES).filter(|_| !TABLES.contains(&name.as_str()))?;
        Some((name, Some(meant)))
    });
    let files: Vec<(String, Option<String>)> = beside.into_iter().chain(misnamed).collect();
    let told = files.into_iter().map(|(file, meant)| {
        Finding::at(Place::start(folder.files.id(&file)), FileFault::Unread { file, meant })
    });
    told.collect()
}

/// Could it be one? What Excel puts beside a workbook that is open begins with `~$`.
fn is_ledger(name: &str) -> bool {
    let csv = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("csv"));
    let lock = name.rsplit('/').next().is_some_and(|file| file.starts_with("~$"));
    (csv || workbook::is_named(name)) && !lock
}
