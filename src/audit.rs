//! Tests on the ledgers: what was perhaps paid twice, and what partners still pay separately.
//!
//! In: a folder that was read without errors. Out: data, with the places of rows; what is shown of it stands in
//! [`crate::report`]. A hit is a question to people and never a fault of the files: that is why there are no findings
//! here. Nothing is changed by it in any statement.

pub mod duplicates;
pub mod overlap;
pub mod spelling;

pub use duplicates::{Duplicates, duplicates};
pub use overlap::{Overlap, overlap};
