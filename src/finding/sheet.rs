//! Faults of a workbook: what it is, and which of its sheets is meant. U240 to U249.
//!
//! What is wrong with rows and cells of a sheet is told with the faults of CSV files, since the same reader reads both.
//! Here is only what a CSV file cannot have.

use super::Fault;

/// Faults of a workbook: what it is, and which of its sheets is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetFault {
    /// U240: the file has the name of a workbook, and is none.
    NoWorkbook {
        /// Is it HTML, which many systems call .xls?
        html: bool,
    },
    /// U241: a workbook that cannot be read.
    Broken {
        /// What the library says; perhaps empty.
        why: String,
    },
    /// U242: a password protects the workbook.
    Password,
    /// U243: the workbook is larger than what is unpacked.
    TooLarge(Bound),
    /// U244: no sheet holds anything.
    Empty,
    /// U245: several sheets hold something, and umlage.toml names none.
    Several {
        /// The workbook's name; empty until the ledger's reader fills it in.
        file: String,
        /// Their names.
        sheets: Vec<String>,
    },
    /// U246: umlage.toml names a sheet that the workbook does not have.
    NoSuchSheet {
        /// The workbook's name, likewise.
        file: String,
        /// As umlage.toml writes it.
        sheet: String,
        /// Those that there are.
        sheets: Vec<String>,
        /// The one that was perhaps meant.
        nearest: Option<String>,
    },
    /// U247, a warning: umlage.toml names a sheet, but the files are no workbooks.
    SheetOfText,
    /// U248: a formula whose result was not saved.
    Unsaved {
        /// The formula, shortened.
        formula: String,
    },
    /// U249: a formula that could not be computed.
    Error {
        /// What the cell shows.
        cell: String,
    },
}

/// What bounds a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The text of its sheet, or the cells that make it.
    Text,
    /// What one of its parts unpacks to, in MiB.
    Part(u64),
    /// The cells from the first to the last, which two of the formats hold all at once.
    Cells(u64),
}

impl SheetFault {
    /// Does the statement go on in spite of it?
    #[must_use]
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::SheetOfText)
    }

    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::NoWorkbook { .. } => 240,
            Self::Broken { .. } => 241,
            Self::Password => 242,
            Self::TooLarge(_) => 243,
            Self::Empty => 244,
            Self::Several { .. } => 245,
            Self::NoSuchSheet { .. } => 246,
            Self::SheetOfText => 247,
            Self::Unsaved { .. } => 248,
            Self::Error { .. } => 249,
        }
    }

    /// The same, with the workbook's name where that is told.
    #[must_use]
    pub fn of_file(self, name: &str) -> Self {
        let file = name.to_owned();
        match self {
            Self::Several { sheets, .. } => Self::Several { file, sheets },
            Self::NoSuchSheet { sheet, sheets, nearest, .. } => {
                Self::NoSuchSheet { file, sheet, sheets, nearest }
            }
            other => other,
        }
    }
}

impl From<SheetFault> for Fault {
    fn from(fault: SheetFault) -> Self {
        Self::Sheet(fault)
    }
}
