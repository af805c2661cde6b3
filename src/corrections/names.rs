//! What ids are called, now or when the year was sealed, and in which order they stand.
//!
//! In: the agreement as it is, as it was, and the partners that the sealed statement names. Out: a name for every id of
//! either side. The live order comes first; what is gone since stands at the end.

use indexmap::IndexMap;

use super::figures::For;
use crate::agreement::Agreement;

/// Names and order of services and partners.
#[derive(Debug, Clone, Default)]
pub struct Names {
    partners: IndexMap<String, String>,
    services: IndexMap<String, String>,
}

impl Names {
    /// Those of either side.
    pub(super) fn of(live: &Agreement, sealed: &Agreement, stated: &[(String, String)]) -> Self {
        let mut names = Self::default();
        for agreement in [live, sealed] {
            for partner in &agreement.partners {
                names.partners.entry(partner.id.clone()).or_insert_with(|| partner.name.clone());
            }
            for service in &agreement.services {
                names.services.entry(service.id.clone()).or_insert_with(|| service.name.clone());
            }
        }
        for (id, name) in stated {
            names.partners.entry(id.clone()).or_insert_with(|| name.clone());
        }
        names
    }

    /// A partner's name; its id where nobody knows it.
    #[must_use]
    pub fn partner<'n>(&'n self, id: &'n str) -> &'n str {
        self.partners.get(id).map_or(id, String::as_str)
    }

    /// A service's name; its id where nobody knows it.
    #[must_use]
    pub fn service<'n>(&'n self, id: &'n str) -> &'n str {
        self.services.get(id).map_or(id, String::as_str)
    }

    /// The ids of all partners, in order.
    pub fn partners(&self) -> impl Iterator<Item = &str> {
        self.partners.keys().map(String::as_str)
    }

    /// Everything that amounts may be for, in order.
    #[must_use]
    pub fn all(&self) -> Vec<For> {
        let services = self.services.keys().map(|id| For::Service(id.clone()));
        services.chain([For::Own, For::Advances, For::Openings]).collect()
    }

    /// The partner's place in the order.
    pub(super) fn place(&self, partner: &str) -> usize {
        self.partners.get_index_of(partner).unwrap_or(usize::MAX)
    }

    /// The id of the partner at a place.
    pub(super) fn partner_at(&self, place: usize) -> &str {
        self.partners.get_index(place).map_or("", |(id, _)| id.as_str())
    }
}
