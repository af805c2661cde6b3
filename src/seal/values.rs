//! A sealed JSON file and the same made anew, compared value by value.
//!
//! In: the sealed text, and the text that is computed now. Out: each value that differs, with the way to it and the line on
//! which it stands in the sealed file. A seal of another version may lack fields that this one adds; sentences change with
//! versions, so of findings only code and place are compared.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use super::verify::{Difference, Kind, lines};

/// How much must be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strictness {
    /// Every byte.
    Bytes,
    /// Every value that is sealed.
    Values,
}

/// What of a finding stays the same from version to version.
const PLACE: [&str; 6] = ["code", "severity", "file", "line", "column", "cell"];
/// What names the version itself.
const VERSION: [&str; 2] = ["version", "umlage"];

/// The fields that statement.json has had in every version. A seal of another version may lack others, which came later; if
/// it lacks one of these, somebody took it out.
const CONTRACT: [&str; 51] = [
    "schema",
    "agreement",
    "year",
    "inputs",
    "file",
    "sha256",
    "bytes",
    "postings",
    "reconciliation",
    "ledger",
    "shared",
    "not_shared",
    "other_years",
    "derived",
    "own",
    "allocated",
    "rounding_difference",
    "services",
    "id",
    "internal",
    "direct",
    "charged",
    "total",
    "segments",
    "from",
    "to",
    "key",
    "one_off",
    "shares",
    "partner",
    "share",
    "amount",
    "claims",
    "service",
    "net",
    "vat",
    "partners",
    "rounding",
    "borne",
    "advances_paid",
    "advances_received",
    "opening",
    "balance",
    "transfers",
    "savings",
    "standalone",
    "joint",
    "remaining",
    "avoided",
    "unassessed",
    "findings",
];

/// The differences of a sealed JSON file from the computed one.
pub(super) fn values(file: &str, sealed: &[u8], computed: &str, strictness: Strictness) -> Vec<Difference> {
    let text = String::from_utf8_lossy(sealed);
    let (old, new) = (serde_json::from_str::<&RawValue>(&text), serde_json::from_str::<Value>(computed));
    let (old, new) = match (old, new) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(error), _) | (_, Err(error)) => {
            let line = u64::try_from(error.line()).ok();
            return vec![Difference { line, ..Difference::of(Kind::Broken, file) }];
        }
    };
    let mut walk = Walk { file, text: &text, strictness, found: Vec::new() };
    walk.value(old, &new, "");
    walk.found.sort_by_key(|difference| difference.line);
    if walk.found.is_empty() && strictness == Strictness::Bytes {
        return lines(file, sealed, computed);
    }
    walk.found
}

struct Walk<'t> {
    file: &'t str,
    text: &'t str,
    strictness: Strictness,
    found: Vec<Difference>,
}

impl Walk<'_> {
    fn value(&mut self, old: &RawValue, new: &Value, path: &str) {
        match new {
            Value::Object(map) => match serde_json::from_str::<BTreeMap<String, &RawValue>>(old.get()) {
                Ok(fields) => self.object(old, &fields, map, path),
                Err(_) => self.differs(Some(old), Some(new), path, old),
            },
            Value::Array(list) => match serde_json::from_str::<Vec<&RawValue>>(old.get()) {
                Ok(items) if path == "findings" && self.strictness == Strictness::Values => {
                    self.findings(&items, list);
                }
                Ok(items) => self.array(old, &items, list, path),
                Err(_) => self.differs(Some(old), Some(new), path, old),
            },
            plain => {
                let same = serde_json::from_str::<Value>(old.get()).is_ok_and(|old| old == *plain);
                if !same {
                    self.differs(Some(old), Some(new), path, old);
                }
            }
        }
    }

    fn object(
        &mut self,
        whole: &RawValue,
        old: &BTreeMap<String, &RawValue>,
        new: &serde_json::Map<String, Value>,
        path: &str,
    ) {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        let lenient = self.strictness == Strictness::Values;
        for (name, old) in old {
            let is_version = path.is_empty() && VERSION.contains(&name.as_str());
            match new.get(name) {
                _ if lenient && is_version => {}
                Some(new) => self.value(old, new, &below(name)),
                None => self.differs(Some(old), None, &below(name), old),
            }
        }
        let may_lack = |name: &str| lenient && !CONTRACT.contains(&name);
        for (name, new) in new.iter().filter(|(name, _)| !may_lack(name) && !old.contains_key(*name)) {
            self.differs(None, Some(new), &below(name), whole);
        }
    }

    fn array(&mut self, whole: &RawValue, old: &[&RawValue], new: &[Value], path: &str) {
        for index in 0..old.len().max(new.len()) {
            let path = format!("{path}[{index}]");
            match (old.get(index), new.get(index)) {
                (Some(old), Some(new)) => self.value(old, new, &path),
                (old, new) => self.differs(old.copied(), new, &path, old.copied().unwrap_or(whole)),
            }
        }
    }

    /// Every sealed finding must be found again; new ones may have come with the version.
    fn findings(&mut self, old: &[&RawValue], new: &[Value]) {
        let place = |finding: &Value| PLACE.map(|field| finding.get(field).cloned());
        let mut left: Vec<_> = new.iter().map(place).collect();
        for (index, raw) in old.iter().enumerate() {
            let sealed = serde_json::from_str::<Value>(raw.get()).map(|finding| place(&finding));
            match left.iter().position(|new| sealed.as_ref().is_ok_and(|sealed| sealed == new)) {
                Some(found) => drop(left.swap_remove(found)),
                None => self.differs(Some(raw), None, &format!("findings[{index}]"), raw),
            }
        }
    }

    fn differs(&mut self, old: Option<&RawValue>, new: Option<&Value>, path: &str, at: &RawValue) {
        self.found.push(Difference {
            line: Some(self.line(at)),
            path: Some(path.to_owned()),
            sealed: old.map(|old| old.get().to_owned()),
            computed: new.map(Value::to_string),
            ..Difference::of(Kind::Value, self.file)
        });
    }

    /// The line on which a value begins; it is a part of the text.
    fn line(&self, value: &RawValue) -> u64 {
        let offset = value.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        let before = self.text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n');
        u64::try_from(before.count()).unwrap_or(u64::MAX).saturating_add(1)
    }
}
