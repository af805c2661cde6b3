use crate::finding::{Fault, FileFault, Findings};
use std::fs;
use std::path::Path;

use super::*;

/// The names that the sources read, and the codes of the findings.
fn of(patterns: &[&str], names: &[&str]) -> (Vec<(String, usize)>, Vec<String>) {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("ledger")).unwrap();
    for name in names.iter().chain(&[Folder::AGREEMENT]) {
        fs::write(root.path().join(name), "").unwrap();
    }
    let mut folder = Folder::open(root.path()).unwrap();
    let mut agreement = agreement(plain());
    agreement.sources =
        patterns.iter().map(|files| Source { files: (*files).to_owned(), ..plain() }).collect();
    let mut findings = Findings::all();
    let found = files(&mut folder, &agreement, &mut findings);
    let read = found.iter().map(|file| (folder.files.name(file.file).to_owned(), file.source)).collect();
    (read, findings.sorted(&folder.files).iter().map(|finding| finding.fault.code().to_string()).collect())
}

#[test]
fn patterns_name_files_in_order() {
    let (found, codes) =
        of(&["ledger/*.csv", "x?.csv"], &["ledger/b.csv", "ledger/a.csv", "x1.csv", "ledger/c.txt"]);
    let expected = [("ledger/a.csv", 0), ("ledger/b.csv", 0), ("x1.csv", 1)];
    assert_eq!(found, expected.map(|(name, source)| (name.to_owned(), source)));
    assert_eq!(codes, [""; 0]);
}

#[test]
fn a_folder_may_be_named_from_where_one_stands() {
    let mut folder = Folder::open(Path::new("./tests/findings/U304-row-too-short")).unwrap();
    let mut findings = Findings::all();
    let found = files(&mut folder, &agreement(plain()), &mut findings);
    assert_eq!(found.iter().map(|file| folder.files.name(file.file)).collect::<Vec<_>>(), ["ledger.csv"]);
}

#[test]
fn where_no_file_fits_those_that_there_are_are_named() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("alt")).unwrap();
    for name in ["a.csv", "drivers.csv", "Buch.csv", "alt/x.CSV", "alt/y.txt", "Z.csv", Folder::AGREEMENT] {
        fs::write(root.path().join(name), "").unwrap();
    }
    let mut folder = Folder::open(root.path()).unwrap();
    let mut findings = Findings::all();
    let source = Source { files: "z*.csv".to_owned(), ..plain() };
    files(&mut folder, &agreement(source), &mut findings);
    let Fault::File(FileFault::NoMatch { there, .. }) = &findings.sorted(&folder.files)[0].fault else {
        panic!("{findings:?}")
    };
    assert_eq!(there, &["Z.csv", "Buch.csv", "a.csv", "alt/x.CSV"]);
}

#[test]
fn patterns_that_name_nothing_or_too_much_are_told() {
    assert_eq!(of(&["ledger/*.csv"], &[]).1, ["U201"]);
    for pattern in ["../*.csv", "/elsewhere/*.csv", "", "a[.csv", "a***.csv"] {
        assert_eq!(of(&[pattern], &[]).1, ["U201"], "{pattern}");
    }
    let (found, codes) = of(&["*.csv", "a*.csv"], &["a.csv", "b.csv"]);
    assert_eq!((found.len(), codes), (2, vec!["U203".to_owned()]));
    let beside =
        ["ledger/a.csv", "ledger/B.XLSX", "ledger/c.fods", "ledger/.~lock.a.csv#", "ledger/~$B.XLSX"];
    let (found, codes) = of(&["ledger/*"], &beside);
    assert_eq!((found.len(), codes), (2, vec!["U204".to_owned()]));
}

#[test]
fn a_file_that_changes_while_it_is_read_is_an_error() {
    let root = tempfile::tempdir().unwrap();
    let ledger = root.path().join("a.csv");
    fs::write(root.path().join(Folder::AGREEMENT), "").unwrap();
    fs::write(&ledger, "date;amount\n2014-12-31;1.00\n2014-12-31;2.00\n").unwrap();
    let mut folder = Folder::open(root.path()).unwrap();
    let file = LedgerFile { file: folder.files.id("a.csv"), source: 0 };
    let agreement = agreement(paid_by_a());
    let read = |posting: &mut dyn FnMut()| {
        each(&folder, &agreement, file, &mut |finding| panic!("{finding:?}"), &mut |_| {
            posting();
            false
        })
    };
    assert_eq!(read(&mut || ()).unwrap().postings, 2);
    let appended = read(&mut || fs::write(&ledger, "date;amount\n2014-12-31;5.00\n").unwrap());
    assert!(matches!(appended, Err(crate::error::Error::Changed(_))), "{appended:?}");
}
