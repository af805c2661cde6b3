//! Cooperations with a sealed year, in folders of their own, to be changed afterwards.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

use crate::run::{Ran, root, umlage_in};
use crate::sandbox::copy;

/// A cooperation's folder, in a folder of its own that goes away with it.
pub(crate) struct Sealed {
    dir: TempDir,
}

impl Sealed {
    /// The shipped example without its control totals, 2014 sealed.
    pub(crate) fn example() -> Self {
        let sealed = Self { dir: tempfile::tempdir().unwrap() };
        copy(&root().join("examples/saarbruecken-saarpfalz"), &sealed.path());
        sealed.edit("umlage.toml", |text| {
            let lines = text.lines().filter(|line| !line.starts_with("control"));
            lines.flat_map(|line| [line, "\n"]).collect()
        });
        sealed.seal("2014");
        sealed
    }

    /// The shipped association, 2013 sealed.
    pub(crate) fn zweckverband() -> Self {
        let sealed = Self { dir: tempfile::tempdir().unwrap() };
        copy(&root().join("examples/saarland-zweckverband"), &sealed.path());
        sealed.seal("2013");
        sealed
    }

    /// A folder of these files, with these years sealed.
    pub(crate) fn of(files: &[(&str, &str)], years: &[&str]) -> Self {
        let sealed = Self { dir: tempfile::tempdir().unwrap() };
        for (name, text) in files {
            let path = sealed.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        for year in years {
            sealed.seal(year);
        }
        sealed
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> PathBuf {
        self.dir.path().join("k")
    }

    /// Seals a year.
    pub(crate) fn seal(&self, year: &str) {
        let ran = umlage_in(self.dir.path(), &["seal", "k", "--year", year]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
    }

    /// Changes a file of the live folder.
    pub(crate) fn edit(&self, name: &str, change: impl FnOnce(&str) -> String) {
        let path = self.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        let changed = change(&text);
        assert_ne!(text, changed, "{name} is as it was");
        fs::write(path, changed).unwrap();
    }

    /// Replaces a text of a file that stands in it once.
    pub(crate) fn replace(&self, name: &str, was: &str, is: &str) {
        self.edit(name, |text| {
            assert_eq!(text.matches(was).count(), 1, "`{was}` in {name}");
            text.replace(was, is)
        });
    }

    /// Appends lines to a file.
    pub(crate) fn append(&self, name: &str, lines: &str) {
        self.edit(name, |text| format!("{text}{lines}"));
    }

    /// `umlage report` of a year.
    pub(crate) fn report(&self, year: &str, more: &[&str]) -> Ran {
        umlage_in(self.dir.path(), &[&["report", "k", "--year", year], more].concat())
    }

    /// The same as it would be without any seal.
    pub(crate) fn unsealed(&self, year: &str) -> String {
        let (there, away) = (self.path().join("sealed"), self.dir.path().join("away"));
        fs::rename(&there, &away).unwrap();
        let ran = self.report(year, &[]);
        fs::rename(&away, &there).unwrap();
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stdout
    }

    /// A year's corrections as JSON.
    pub(crate) fn corrections(&self, year: &str) -> Value {
        let ran = self.report(year, &["--format", "json"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let json: Value = serde_json::from_str(&ran.stdout).unwrap();
        assert_eq!(json["schema"], "umlage/corrections/1", "{}", ran.stderr);
        json
    }

    /// The rows of opening.csv, without their header; none where there is nothing to carry.
    pub(crate) fn rows(&self, year: &str) -> String {
        let ran = self.report(year, &["--corrections"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stdout.split_once('\n').map(|(_, rows)| rows.to_owned()).unwrap_or_default()
    }

    /// Asserts that the statement is printed as if nothing were sealed; what is said beside it.
    pub(crate) fn is_as_ever(&self, year: &str) -> String {
        let ran = self.report(year, &[]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert_eq!(ran.stdout, self.unsealed(year));
        ran.stderr
    }
}
