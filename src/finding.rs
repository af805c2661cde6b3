//! A finding: a fault in the user's files, as data.
//!
//! In: what a stage met, and where. Out: findings in order of their places, counted where there are too many.
//! Not a word of any language is here: sentences stand in [`crate::words`], one exhaustive match per language.
//! Each area of faults has a file and a range of codes of its own; codes are stable and documented.

use std::fmt;

use crate::period::Year;
use crate::place::Place;

pub mod agreement;
pub mod batch;
pub mod cell;
pub mod cost;
pub mod driver;
pub mod file;
pub mod key;
mod list;
pub mod posting;
pub mod sheet;
pub mod table;
pub mod toml;
pub mod usage;

pub use agreement::AgreementFault;
pub use batch::BatchFault;
pub use cell::CellFault;
pub use cost::CostFault;
pub use driver::DriverFault;
pub use file::FileFault;
pub use key::KeyFault;
pub use list::{Findings, Listed, More};
pub use posting::PostingFault;
pub use sheet::SheetFault;
pub use table::TableFault;
pub use toml::TomlFault;
pub use usage::UseFault;

/// Everything that can be wrong with a cooperation's files, by area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// umlage.toml as TOML and as a form: syntax, unknown keys, wrong kinds of values. U101 to U149.
    Toml(TomlFault),
    /// umlage.toml as an agreement: references, sums, contradictions. U150 to U165.
    Agreement(AgreementFault),
    /// umlage.toml in how keys and services fit together. U166 to U199.
    Use(UseFault),
    /// A CSV file as a whole: found, encoded, delimited, headed. U200 to U239, U250 to U299.
    File(FileFault),
    /// A workbook: what it is, and which of its sheets is meant. U240 to U249.
    Sheet(SheetFault),
    /// One cell or row that cannot be read. U300 to U399.
    Cell(CellFault),
    /// A posting that was read but cannot be booked. U400 to U499.
    Posting(PostingFault),
    /// A measured quantity that a key needs. U500 to U549.
    Driver(DriverFault),
    /// A key or a segment that gives no shares. U550 to U599.
    Key(KeyFault),
    /// A row of the small tables that means nothing here. U600 to U699.
    Table(TableFault),
    /// Derived and internal cost. U700 to U799.
    Cost(CostFault),
}

/// Does it stop the statement?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does: nothing is computed from such input.
    Error,
    /// It does not, but it is printed on the statement.
    Warning,
}

impl Severity {
    /// The word of JSON: `error` or `warning`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// The stable number of a fault, shown as `U301`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub u16);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "U{}", self.0)
    }
}

impl Fault {
    /// The fault's stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        Code(match self {
            Self::Toml(fault) => fault.number(),
            Self::Agreement(fault) => fault.number(),
            Self::Use(fault) => fault.number(),
            Self::File(fault) => fault.number(),
            Self::Sheet(fault) => fault.number(),
            Self::Cell(fault) => fault.number(),
            Self::Posting(fault) => fault.number(),
            Self::Driver(fault) => fault.number(),
            Self::Key(fault) => fault.number(),
            Self::Table(fault) => fault.number(),
            Self::Cost(fault) => fault.number(),
        })
    }

    /// Error, or warning.
    #[must_use]
    pub fn severity(&self) -> Severity {
        let warning = match self {
            Self::File(fault) => fault.is_warning(),
            Self::Sheet(fault) => fault.is_warning(),
            Self::Posting(fault) => fault.is_warning(),
            Self::Table(fault) => fault.is_warning(),
            Self::Driver(fault) => fault.is_warning(),
            Self::Cost(fault) => fault.is_warning(),
            Self::Use(fault) => fault.is_warning(),
            Self::Toml(_) | Self::Agreement(_) | Self::Cell(_) | Self::Key(_) => false,
        };
        if warning { Severity::Warning } else { Severity::Error }
    }
}

/// A fault and where it was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub fault: Fault,
    /// Where; none where a thing is missing from no file in particular.
    pub place: Option<Place>,
    /// How many bytes the mark is wide; 0 and 1 mark one column.
    pub length: usize,
    /// The other place, where two contradict each other.
    pub also: Option<Place>,
    /// The only year whose statement it concerns; none: every year's.
    pub year: Option<Year>,
}

impl Finding {
    /// A fault at a place.
    #[must_use]
    pub fn at(place: Place, fault: impl Into<Fault>) -> Self {
        Self { fault: fault.into(), place: Some(place), length: 1, also: None, year: None }
    }

    /// The same, its mark so many bytes wide.
    #[must_use]
    pub fn spanning(self, length: usize) -> Self {
        Self { length, ..self }
    }

    /// The same, with the place that it contradicts.
    #[must_use]
    pub fn against(self, other: Place) -> Self {
        Self { also: Some(other), ..self }
    }

    /// The same, concerning this year's statement only.
    #[must_use]
    pub fn in_year(self, year: Year) -> Self {
        Self { year: Some(year), ..self }
    }

    /// Does it belong to the statement of this year?
    #[must_use]
    pub fn concerns(&self, year: Year) -> bool {
        self.year.is_none_or(|only| only == year)
    }
}
