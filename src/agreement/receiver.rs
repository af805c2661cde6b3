//! Who receives a part of a cost: a partner, another service, or a partner's own use.
//!
//! The cost of a service goes to partners; that of an internal service to services, and to the partners that use it
//! outside the cooperation (`own:<partner>`). The order is that of cents: services first, then own shares.

use super::{Agreement, PartnerId, ServiceId};
use crate::nearest::nearest;

/// Who receives a part of a cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Receiver {
    /// A partner.
    Partner(PartnerId),
    /// A service that uses an internal one.
    Service(ServiceId),
    /// What a partner uses of an internal service itself, outside the cooperation (`Eigenanteil`).
    Own(PartnerId),
}

impl Receiver {
    /// What stands before a partner's id where its own use is meant.
    pub const OWN: &'static str = "own:";

    /// The partner whose cost it becomes without further division.
    #[must_use]
    pub fn partner(self) -> Option<PartnerId> {
        match self {
            Self::Partner(partner) | Self::Own(partner) => Some(partner),
            Self::Service(_) => None,
        }
    }
}

impl Agreement {
    /// The receiver's id as umlage.toml writes it: `saarpfalz`, `storage`, `own:saarpfalz`.
    #[must_use]
    pub fn receiver_id(&self, receiver: Receiver) -> String {
        match receiver {
            Receiver::Partner(partner) => self.partner(partner).id.clone(),
            Receiver::Service(service) => self.service(service).id.clone(),
            Receiver::Own(partner) => format!("{}{}", Receiver::OWN, self.partner(partner).id),
        }
    }

    /// The receiver that a cell names: a partner or a service by id or full name, or `own:` and a partner.
    #[must_use]
    pub fn receiver_called(&self, cell: &str) -> Option<Receiver> {
        if let Some(partner) = cell.strip_prefix(Receiver::OWN) {
            return self.partner_called(partner.trim()).map(Receiver::Own);
        }
        let partner = self.partner_called(cell).map(Receiver::Partner);
        partner.or_else(|| self.service_called(cell).map(Receiver::Service))
    }

    /// The receiver that a cell may have meant, to be offered.
    #[must_use]
    pub fn receiver_like(&self, cell: &str) -> Option<String> {
        let own = self.partners.iter().map(|partner| format!("{}{}", Receiver::OWN, partner.id));
        let own: Vec<String> = own.collect();
        let partners = self.partners.iter().flat_map(|partner| [partner.id.as_str(), partner.name.as_str()]);
        let services = self.services.iter().flat_map(|service| [service.id.as_str(), service.name.as_str()]);
        nearest(cell, partners.chain(services).chain(own.iter().map(String::as_str)))
    }
}
