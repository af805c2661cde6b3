//! umlage

pub mod error;

pub mod folder;

pub mod place;

pub mod money;

pub mod fraction;

pub mod period;

pub mod apportion;

pub mod nearest;

pub mod finding;

pub mod agreement;

pub mod ledger;

pub mod tables;

pub mod rules;

pub mod depreciation;

pub mod cost;

pub mod key;

pub mod allocate;

pub mod claims;

pub mod settle;

pub mod savings;

pub mod statement;

pub mod report;

pub mod words;
