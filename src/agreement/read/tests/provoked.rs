//! The folders that provoke each finding.

use std::path::Path;

use crate::agreement;
use crate::finding::{Fault, Findings, Severity};
use crate::folder::Folder;

#[test]
fn every_provoking_folder_provokes_its_finding_and_no_other() {
    let mut tried = 0;
    for entry in Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings").read_dir().unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap();
        if !name.starts_with("U1") {
            continue;
        }
        let mut folder = Folder::open(&path).unwrap();
        let mut findings = Findings::all();
        let read = agreement::read(&mut folder, &mut findings).unwrap();
        let found = findings.sorted(&folder.files);
        let only_warned = found.iter().all(|finding| finding.fault.severity() == Severity::Warning);
        assert_eq!(read.is_some(), only_warned, "{name}");
        let codes: Vec<String> = found.iter().map(|finding| finding.fault.code().to_string()).collect();
        assert_eq!(codes, [name.split('-').next().unwrap()], "{name}");
        assert!(matches!(found[0].fault, Fault::Toml(_) | Fault::Agreement(_) | Fault::Use(_)));
        tried += 1;
    }
    assert!(tried >= 28, "{tried}");
}
