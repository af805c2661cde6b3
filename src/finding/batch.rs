//! Faults of a DATEV posting batch as a whole. U230 to U237.
//!
//! They are told once a file: the first line is not what it should be, or the headings are missing. The one
//! warning is that a batch was read, but its amounts hold tax.

use super::file::Heading;
use crate::period::{Date, Span};

/// Faults of a DATEV posting batch as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BatchFault {
    /// The first line is not that of a DATEV file.
    NoBatch {
        /// Its first cell.
        cell: String,
    },
    /// The file holds something else than postings.
    Category {
        /// The number of what it holds.
        category: String,
        /// Its name.
        name: String,
    },
    /// Another version of the format than 510 and 700.
    Version {
        /// The version.
        found: String,
    },
    /// A field of the first line is missing or malformed.
    Head {
        /// Which.
        field: HeadField,
        /// The cell.
        cell: String,
    },
    /// The first line's period does not lie in its fiscal year.
    Period {
        /// Its first day.
        from: Date,
        /// Its last day.
        to: Date,
        /// The fiscal year.
        year: Span,
    },
    /// The batch is in another currency than euro.
    Currency {
        /// The currency.
        found: String,
    },
    /// The line of headings is missing.
    Headings {
        /// The names that were looked for; of each group one is needed.
        wanted: Vec<Vec<Heading>>,
    },
    /// The file is in DATEV's format, but the `[[ledger]]` table does not say so.
    Undeclared,
    /// Warning: amounts hold the tax that DATEV takes out of them.
    Gross {
        /// In how many rows.
        rows: u64,
    },
}

/// A field of the first line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadField {
    /// The first day of the fiscal year (`WJ-Beginn`).
    Year,
    /// How many digits a general ledger account has (`Sachkontenlänge`).
    Digits,
    /// An end of the batch's period (`Datum von`, `Datum bis`).
    Period,
}

impl BatchFault {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::NoBatch { .. } => 230,
            Self::Category { .. } => 231,
            Self::Version { .. } => 232,
            Self::Head { .. } | Self::Period { .. } => 233,
            Self::Currency { .. } => 234,
            Self::Headings { .. } => 235,
            Self::Gross { .. } => 236,
            Self::Undeclared => 237,
        }
    }
}
