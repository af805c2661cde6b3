//! The seal (`Festschreibung`): a year's statement with everything that it was computed from, kept so that a change is found.
//!
//! In: a statement and the folder it was made from; or a folder that was sealed. Out: `sealed/YEAR`, whole or not at all; or
//! every difference between what was sealed and what is there or is computed from it now. A seal knows no clock, no user and
//! no machine: the same folder gives the same bytes. What later years need to know of it stands in [`crate::sealed`].

mod contents;
mod json;
pub mod manifest;
mod rows;
mod values;
mod verify;
mod write;

pub use contents::{Contents, Original, contents};
pub use json::json;
pub use verify::{Difference, Kind, Verified, verify};
pub use write::{Written, exists, holds, write};
