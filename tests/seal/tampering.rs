//! Whatever is changed, added or taken away anywhere in a seal is found.

use std::fs;
use std::path::Path;

use umlage::seal::{Difference, Kind, manifest};

use super::{copied, differences, example, files, hide, late, ok, refused, replace, seal, verified};

/// How many places of each file are tried.
const PLACES: u64 = 100;

/// The numbers of a linear congruential generator: the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    /// The bytes, one bit of one of them turned over.
    fn flipped(&mut self, bytes: &[u8]) -> Vec<u8> {
        let place = usize::try_from(self.below(bytes.len().try_into().unwrap())).unwrap();
        let mut bytes = bytes.to_vec();
        bytes[place] ^= 1 << self.below(8);
        bytes
    }
}

#[test]
fn a_byte_that_changes_anywhere_is_found() {
    let folder = example();
    seal(folder.path(), "2013");
    let seal = seal(folder.path(), "2014");
    let mut numbers = Numbers(2014);
    let whole: Vec<(String, Vec<u8>)> =
        files(&seal).into_iter().map(|file| (file.clone(), fs::read(seal.join(file)).unwrap())).collect();
    let (sums, rest): (Vec<_>, Vec<_>) = whole.iter().partition(|(file, _)| file == manifest::FILE);
    for _ in 0..PLACES {
        // One byte of every file; each must be named. That takes one look at the seal instead of one a file.
        for (file, bytes) in &rest {
            fs::write(seal.join(file), numbers.flipped(bytes)).unwrap();
        }
        let found = manifest::check(&seal).unwrap().differences;
        for (file, _) in &rest {
            let named = found.iter().any(|told| told.file == *file && told.kind == Kind::Changed);
            assert!(named, "{file}: {found:?}");
        }
    }
    for (file, bytes) in &rest {
        fs::write(seal.join(file), bytes).unwrap();
    }
    for _ in 0..PLACES {
        let (file, bytes) = sums[0];
        fs::write(seal.join(file), numbers.flipped(bytes)).unwrap();
        assert!(!manifest::check(&seal).unwrap().differences.is_empty());
        fs::write(seal.join(file), bytes).unwrap();
    }
    assert_eq!(differences(&seal), Vec::new());
    // And the command says so too, whatever kind of file it is.
    for name in
        ["SHA256SUMS", "seal.json", "statement.csv", "inputs/assets.csv", "inputs/sealed/2013/seal.json"]
    {
        let (_, bytes) = whole.iter().find(|(file, _)| file == name).unwrap();
        fs::write(seal.join(name), numbers.flipped(bytes)).unwrap();
        refused(folder.path(), &["verify", "--year", "2014"], 1);
        fs::write(seal.join(name), bytes).unwrap();
    }
}

#[test]
fn whatever_is_added_is_found() {
    let folder = example();
    let seal = seal(folder.path(), "2014");
    for file in
        ["neu.txt", ".versteckt", "inputs/ledger/saarpfalz-2017.csv", "rules/SHA256SUMS", "inputs/~$a.xlsx"]
    {
        fs::write(seal.join(file), "").unwrap();
        assert_eq!(only(&seal), (Kind::Added, file.to_owned()));
        fs::remove_file(seal.join(file)).unwrap();
    }
    for dir in ["leer", "inputs/ledger/leer", "rules/.leer"] {
        fs::create_dir(seal.join(dir)).unwrap();
        assert_eq!(only(&seal), (Kind::AddedFolder, dir.to_owned()));
        fs::remove_dir(seal.join(dir)).unwrap();
    }
    fs::create_dir(seal.join("inputs/tief")).unwrap();
    fs::write(seal.join("inputs/tief/neu.csv"), "x").unwrap();
    assert_eq!(only(&seal), (Kind::Added, "inputs/tief/neu.csv".to_owned()));
}

#[cfg(unix)]
#[test]
fn a_link_is_found_even_where_it_leads_to_the_same_bytes() {
    let folder = example();
    let seal = seal(folder.path(), "2014");
    let (file, other) = (seal.join("statement.txt"), folder.path().join("elsewhere.txt"));
    fs::rename(&file, &other).unwrap();
    std::os::unix::fs::symlink(&other, &file).unwrap();
    let found: Vec<_> =
        manifest::check(&seal).unwrap().differences.into_iter().map(|told| told.kind).collect();
    assert_eq!(found, [Kind::Missing, Kind::AddedOther]);
}

#[test]
fn whatever_is_taken_away_is_found() {
    let folder = example();
    seal(folder.path(), "2013");
    let seal = seal(folder.path(), "2014");
    for file in files(&seal) {
        let bytes = fs::read(seal.join(&file)).unwrap();
        fs::remove_file(seal.join(&file)).unwrap();
        let found = manifest::check(&seal).unwrap().differences;
        assert!(
            found.iter().any(|told| told.kind == Kind::Missing && told.file == file),
            "{file}: {found:?}"
        );
        fs::write(seal.join(&file), bytes).unwrap();
    }
}

#[test]
fn two_rows_that_change_places_are_found() {
    let folder = example();
    let seal = seal(folder.path(), "2014");
    let path = seal.join("inputs/ledger/saarbruecken-2014.csv");
    let bytes = fs::read(&path).unwrap();
    let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    lines.swap(6, 7);
    fs::write(&path, lines.concat()).unwrap();
    assert_eq!(manifest::check(&seal).unwrap().differences[0].file, "inputs/ledger/saarbruecken-2014.csv");
    hide(&seal);
    assert!(manifest::check(&seal).unwrap().differences.is_empty());
    let found = differences(&seal);
    assert!(found.iter().any(|told| told.path.as_deref() == Some("rows.sha256")), "{found:?}");
}

#[test]
fn the_manifest_may_be_written_in_no_other_way() {
    let folder = example();
    let path = seal(folder.path(), "2014").join(manifest::FILE);
    let sums = fs::read_to_string(&path).unwrap();
    let mut turned: Vec<&str> = sums.lines().collect();
    turned.swap(0, 1);
    let others = [
        turned.join("\n") + "\n",
        sums.replace('\n', "\r\n"),
        sums.trim_end().to_owned(),
        sums.replace("  ", " *"),
        sums.to_uppercase(),
        format!("{sums}\n"),
        String::new(),
        format!("# no comment\n{sums}"),
    ];
    for other in others {
        fs::write(&path, &other).unwrap();
        assert!(!manifest::check(path.parent().unwrap()).unwrap().differences.is_empty(), "{other}");
    }
}

#[test]
fn what_is_hidden_by_a_new_manifest_is_found_by_computing_anew() {
    // The file, what is changed in it, and the difference that tells: its file and the way to it.
    let cases = [
        ("statement.json", "\"direct\": \"", "\"direct\": \"1", "statement.json", "services[0].direct"),
        ("inputs/drivers.csv", ";;175853;", ";;175854;", "statement.json", "inputs[9].sha256"),
        ("seal.json", "\"rows\": 1", "\"rows\": 2", "seal.json", "reaching[0].rows"),
    ];
    for (file, old, new, told_in, way) in cases {
        let folder = example();
        let seal = seal(folder.path(), "2014");
        replace(&seal.join(file), old, new);
        hide(&seal);
        assert!(manifest::check(&seal).unwrap().differences.is_empty());
        let found = differences(&seal);
        stands_where_it_says(&seal, &found, told_in, way);
    }
}

#[test]
fn a_ledger_amount_that_changed_is_found_even_without_the_manifest() {
    // The trial balance tells of it first.
    let folder = example();
    let sealed = seal(folder.path(), "2014");
    replace(&sealed.join("inputs/ledger/saarbruecken-2014.csv"), ";S;", ";H;");
    hide(&sealed);
    let found = differences(&sealed);
    assert_eq!(
        (found[0].kind, found[0].file.as_str(), found[0].line),
        (Kind::Inputs, "inputs/umlage.toml", Some(191))
    );
    // Where there is none, the rows do, and the sums.
    let folder = late::folder(late::FIRST);
    let sealed = seal(folder.path(), "2013");
    replace(&sealed.join("inputs/buchungen-1.csv"), "100,00", "101,00");
    hide(&sealed);
    let found = differences(&sealed);
    for (file, path) in [
        ("seal.json", "rows.sum"),
        ("seal.json", "rows.sha256"),
        ("statement.json", "inputs[0].sha256"),
        ("statement.json", "services[0].segments[0].shares[1].amount"),
    ] {
        stands_where_it_says(&sealed, &found, file, path);
    }
}

/// One of the differences is of this value, and on its line stands what it says was sealed.
fn stands_where_it_says(seal: &Path, found: &[Difference], file: &str, path: &str) {
    let told = found.iter().find(|told| told.file == file && told.path.as_deref() == Some(path));
    let told = told.unwrap_or_else(|| panic!("{path}: {found:?}"));
    let text = fs::read_to_string(seal.join(file)).unwrap();
    let line = text.lines().nth(usize::try_from(told.line.unwrap()).unwrap() - 1).unwrap();
    let name = path.rsplit('.').next().unwrap();
    assert!(line.contains(name) && line.contains(told.sealed.as_deref().unwrap()), "{line}: {told:?}");
}

#[test]
fn text_csv_rules_and_files_that_do_not_belong_are_found_under_a_new_manifest() {
    let folder = example();
    let seal = seal(folder.path(), "2014");
    replace(&seal.join("statement.txt"), "zahlt an", "zahlt  an");
    replace(&seal.join("statement.csv"), ";", ",");
    replace(&seal.join("rules/regeln.md"), "Cent", "Euro");
    replace(&seal.join("statement.json"), "\"schema\": ", "\"schema\":  ");
    fs::write(seal.join("inputs/beiblatt.txt"), "x").unwrap();
    hide(&seal);
    let found: Vec<_> =
        differences(&seal).into_iter().map(|told| (told.kind, told.file, told.line)).collect();
    let lines = ["statement.json", "statement.txt", "statement.csv", "rules/regeln.md"];
    for file in lines {
        assert!(
            found.iter().any(|(kind, name, line)| *kind == Kind::Line && name == file && line.is_some()),
            "{found:?}"
        );
    }
    assert!(found.contains(&(Kind::Foreign, "inputs/beiblatt.txt".to_owned(), None)), "{found:?}");
    assert_eq!(found.len(), 5, "{found:?}");
}

#[test]
fn a_seal_of_another_version_says_so_and_is_checked_by_value() {
    let folder = copied("examples/saarland-zweckverband");
    let seal = seal(folder.path(), "2013");
    let version = format!("\"{}\"", env!("CARGO_PKG_VERSION"));
    replace(&seal.join("seal.json"), &version, "\"0.0.9\"");
    replace(&seal.join("statement.json"), &version, "\"0.0.9\"");
    replace(&seal.join("statement.txt"), "Abrechnung", "Rechnung");
    replace(&seal.join("statement.json"), "\"help\": \"", "\"help\": \"Anders: ");
    fs::remove_file(seal.join("rules/regeln.md")).unwrap();
    hide(&seal);
    let found = verified(&seal);
    assert_eq!((found.other_version(), found.differences.clone()), (Some("0.0.9"), Vec::new()));
    replace(&seal.join("statement.json"), "\"allocated\": \"", "\"allocated\": \"9");
    hide(&seal);
    let found = differences(&seal);
    assert_eq!(found[0].path.as_deref(), Some("reconciliation.allocated"));
    assert!(found[0].line.is_some());
    // What every version wrote must be there, whatever version is named; and so must a version.
    fs::write(seal.join("statement.json"), "{}").unwrap();
    fs::write(seal.join("inputs/beiblatt.txt"), "x").unwrap();
    hide(&seal);
    let found: Vec<_> = differences(&seal).into_iter().map(|told| (told.kind, told.path)).collect();
    assert!(found.contains(&(Kind::Value, Some("claims".to_owned()))), "{found:?}");
    assert!(found.contains(&(Kind::Foreign, None)), "{found:?}");
    replace(&seal.join("seal.json"), "\"0.0.9\"", "\"neu\"");
    hide(&seal);
    assert!(differences(&seal).iter().any(|told| told.kind == Kind::Broken));
}

#[test]
fn a_seal_that_keeps_another_year_than_the_sealed_one_is_found() {
    let folder = example();
    seal(folder.path(), "2013");
    let second = seal(folder.path(), "2014");
    replace(&second.join("inputs/sealed/2013/seal.json"), "\"count\": 1", "\"count\": 2");
    hide(&second);
    assert!(differences(&second).iter().any(|told| told.kind == Kind::OtherSeal));
}

#[test]
fn no_command_writes_into_a_seal_or_among_seals() {
    let folder = example();
    let sealed = seal(folder.path(), "2014");
    refused(folder.path(), &["seal", "sealed/2014/inputs", "--year", "2015"], 2);
    refused(folder.path(), &["init", "sealed/2014/rules/neu"], 2);
    refused(folder.path(), &["init", "sealed/2016"], 2);
    assert_eq!(differences(&sealed), Vec::new());
    ok(folder.path(), &["report", "--year", "2015"]);
}

/// The only thing that the manifest tells.
fn only(seal: &Path) -> (Kind, String) {
    let mut found = manifest::check(seal).unwrap().differences;
    assert_eq!(found.len(), 1, "{found:?}");
    found.pop().map(|told| (told.kind, told.file)).unwrap()
}
