//! What was found of seals, as JSON, schema `umlage/verify/1`.
//!
//! In: what was found. Out: each seal with its fingerprint and all its differences; names and order are a contract.

use serde::Serialize;

use super::verify::{Difference, Verified};
use crate::report::pretty;

/// The seals that were checked, as JSON.
#[must_use]
pub fn json(seals: &[Verified]) -> String {
    let seals = seals.iter().map(SealShape::of).collect();
    pretty(&Shape { schema: "umlage/verify/1", version: env!("CARGO_PKG_VERSION"), seals })
}

#[derive(Serialize)]
struct Shape<'a> {
    schema: &'static str,
    version: &'static str,
    seals: Vec<SealShape<'a>>,
}

#[derive(Serialize)]
struct SealShape<'a> {
    year: i16,
    fingerprint: Option<&'a str>,
    files: usize,
    umlage: Option<&'a str>,
    /// Was it sealed by this version, so that every byte was compared?
    same_version: bool,
    rows: Option<&'a crate::sealed::Rows>,
    unchanged: bool,
    differences: Vec<DifferenceShape<'a>>,
}

#[derive(Serialize)]
struct DifferenceShape<'a> {
    kind: &'static str,
    file: &'a str,
    line: Option<u64>,
    path: Option<&'a str>,
    sealed: Option<&'a str>,
    computed: Option<&'a str>,
}

impl<'a> SealShape<'a> {
    fn of(seal: &'a Verified) -> Self {
        let record = seal.record.as_ref();
        let difference = |difference: &'a Difference| DifferenceShape {
            kind: difference.kind.id(),
            file: &difference.file,
            line: difference.line,
            path: difference.path.as_deref(),
            sealed: difference.sealed.as_deref(),
            computed: difference.computed.as_deref(),
        };
        Self {
            year: seal.year.number(),
            fingerprint: seal.fingerprint.as_deref(),
            files: seal.files,
            umlage: record.map(|record| record.umlage.as_str()),
            same_version: record.is_some() && seal.other_version().is_none(),
            rows: record.map(|record| &record.rows),
            unchanged: seal.differences.is_empty(),
            differences: seal.differences.iter().map(difference).collect(),
        }
    }
}
