//! Among whom a key divides: partners, or the services that an internal one is charged to.
//!
//! In: a key and all keys. Out: whom its tables name, through all that it is made of.

use super::{Key, Method, Receiver, Service};

/// Among whom a key can divide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Among {
    /// Among partners and among services: it names nobody.
    Any,
    /// Among partners only.
    Partners,
    /// Among services and own shares only.
    Services,
    /// It names both, or is mixed of keys that do.
    Both,
}

impl Among {
    /// Among whom a key of these divides. Loops and great depth are told by the reader and stop the walk.
    pub(crate) fn of(key: &Key, keys: &[Key]) -> Self {
        walk(key, keys, 10)
    }

    /// Can a service be divided so? A key that names both kinds is told by the reader.
    pub(crate) fn fits(self, service: &Service) -> bool {
        match self {
            Self::Any | Self::Both => true,
            Self::Partners => !service.internal,
            Self::Services => service.internal,
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Any, among) | (among, Self::Any) => among,
            (one, other) if one == other => one,
            _ => Self::Both,
        }
    }
}

fn walk(key: &Key, keys: &[Key], deeper: usize) -> Among {
    match &key.method {
        Method::Equal | Method::Driver { .. } => Among::Any,
        Method::Price { .. } => Among::Partners,
        Method::PrimaryCost => Among::Services,
        Method::Percent(table) | Method::Weights(table) => {
            table.iter().map(|(receiver, _)| of(*receiver)).fold(Among::Any, Among::and)
        }
        Method::Mix(_) | Method::Steps(_) if deeper == 0 => Among::Any,
        method @ (Method::Mix(_) | Method::Steps(_)) => {
            let own = if method.gives_shares() { Among::Any } else { Among::Partners };
            let parts = method.parts();
            let parts = parts.iter().filter_map(|part| keys.get(part.0));
            parts.map(|part| walk(part, keys, deeper - 1)).fold(own, Among::and)
        }
    }
}

fn of(receiver: Receiver) -> Among {
    match receiver {
        Receiver::Partner(_) => Among::Partners,
        Receiver::Service(_) | Receiver::Own(_) => Among::Services,
    }
}
