//! One file per command: each takes what was typed and says how it ended.

pub(crate) mod audit;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod corrections;
pub(crate) mod explain;
pub(crate) mod init;
pub(crate) mod inspect;
pub(crate) mod overview;
pub(crate) mod report;
pub(crate) mod savings;
pub(crate) mod seal;
pub(crate) mod verify;
