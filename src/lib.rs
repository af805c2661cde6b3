//! umlage

pub mod agreement;
pub mod apportion;
pub mod error;
pub mod excerpt;
pub mod finding;
pub mod folder;
pub mod fraction;
pub mod ledger;
pub mod money;
pub mod period;
pub mod place;
pub mod tables;
pub mod words;
