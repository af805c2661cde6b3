//! A seal that is broken is a difference, never a panic; and so is every other folder that only looks like one.

use std::fs;

use umlage::seal::Kind;

use super::{copied, differences, example, ok, refused, replace, seal};

#[test]
fn a_seal_without_its_parts_is_a_difference() {
    let folder = example();
    let seal = seal(folder.path(), "2014");
    let kinds = |file: &str| -> Vec<Kind> {
        let found = differences(&seal).into_iter().filter(|told| told.file == file);
        found.map(|told| told.kind).collect()
    };
    for text in ["", "{", "[1]", "{\"schema\": \"umlage/seal/1\"}", "\u{0}", "{\"umlage\": {\"umlage\": []}}"]
    {
        fs::write(seal.join("seal.json"), text).unwrap();
        assert!(kinds("seal.json").contains(&Kind::Broken), "{text}");
        fs::write(seal.join("statement.json"), text).unwrap();
        assert!(!kinds("statement.json").is_empty(), "{text}");
    }
    fs::remove_file(seal.join("seal.json")).unwrap();
    assert_eq!(kinds("seal.json"), [Kind::Missing]);
    replace(&seal.join("inputs/umlage.toml"), "[agreement]", "[agreement");
    assert_eq!(kinds("inputs/umlage.toml"), [Kind::Changed, Kind::Inputs]);
    fs::remove_dir_all(seal.join("inputs")).unwrap();
    assert_eq!(kinds("inputs"), [Kind::Missing]);
    fs::remove_dir_all(&seal).unwrap();
    fs::create_dir(&seal).unwrap();
    assert_eq!(differences(&seal)[0].kind, Kind::Missing);
}

#[test]
fn inputs_with_an_error_are_named_with_file_and_line() {
    let folder = example();
    let seal = seal(folder.path(), "2014");
    replace(&seal.join("inputs/drivers.csv"), ";;175853;", ";;viele;");
    let told = differences(&seal).into_iter().find(|told| told.kind == Kind::Inputs).unwrap();
    assert_eq!((told.file.as_str(), told.line), ("inputs/drivers.csv", Some(4)));
    assert!(told.computed.unwrap().starts_with("U3"));
}

#[test]
fn a_sealed_year_that_does_not_say_what_it_is_stops_later_statements() {
    let folder = copied("examples/saarbruecken-saarpfalz");
    fs::create_dir_all(folder.path().join("sealed/2013")).unwrap();
    let ran = refused(folder.path(), &["report", "--year", "2014"], 1);
    assert!(ran.stderr.contains("[U206]"), "{}", ran.stderr);
    fs::remove_dir(folder.path().join("sealed/2013")).unwrap();
    fs::create_dir_all(folder.path().join("sealed/alt")).unwrap();
    fs::write(folder.path().join("sealed/notiz.txt"), "kein Jahr").unwrap();
    ok(folder.path(), &["report", "--year", "2014"]);
    refused(folder.path(), &["verify"], 2);
}

#[test]
fn an_auditor_may_have_nothing_but_the_seals() {
    let folder = example();
    seal(folder.path(), "2014");
    fs::remove_file(folder.path().join("umlage.toml")).unwrap();
    assert!(ok(folder.path(), &["verify"]).contains("2014: unverändert"));
    assert!(ok(folder.path(), &["verify", "--lang", "en"]).contains("2014: unchanged"));
    let json = ok(folder.path(), &["verify", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["schema"], "umlage/verify/1");
    assert_eq!((&json["seals"][0]["year"], &json["seals"][0]["unchanged"]), (&2014.into(), &true.into()));
}
