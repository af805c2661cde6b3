//! A partner: a city, a district, a municipality, an association.
//!
//! What umlage.toml says of it, in the order that every table keeps and that breaks every tie. Elsewhere a
//! partner is its [`PartnerId`]; its names are looked up where people read them.

use crate::place::Place;

/// A partner's number, in the order of `[partners.*]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartnerId(pub usize);

/// A body that takes part in the cooperation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Its id: `[a-z0-9-]+`.
    pub id: String,
    /// Its full name.
    pub name: String,
    /// What it is.
    pub kind: Option<PartnerKind>,
    /// The official code of the municipality or district (`Amtlicher Gemeindeschlüssel`).
    pub ags: Option<Ags>,
    /// Where claims of this partner are paid to, printed.
    pub payee: Option<String>,
}

impl Partner {
    /// Its id, its name, and where it is paid.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        [Some(self.id.as_str()), Some(self.name.as_str()), self.payee.as_deref()].into_iter().flatten()
    }
}

/// An official code, and where umlage.toml says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ags {
    /// The code, as written.
    pub code: String,
    /// Where.
    pub place: Place,
}

/// What a partner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartnerKind {
    /// Stadt.
    City,
    /// Kreis.
    District,
    /// Gemeinde.
    Municipality,
    /// Zweckverband.
    Association,
    /// Anything else.
    Other,
}
