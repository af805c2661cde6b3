//! Faults of a CSV file as a whole: found, encoded, delimited, headed. U200 to U299.
//!
//! They are told once a file. Ledgers and small tables share them; a flag says which it is where the remedy
//! differs, since umlage.toml can map the columns of a ledger only.

use super::Fault;
use super::batch::BatchFault;

/// A field's header names: the first English and the first German one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// `amount`
    pub english: &'static str,
    /// `betrag`
    pub german: &'static str,
}

/// Faults of a CSV file as a whole: found, encoded, delimited, headed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// U201: no file has a name that fits.
    NoMatch {
        /// As umlage.toml writes it.
        pattern: String,
        /// A few of the files that there are.
        there: Vec<String>,
    },
    /// U203: two `[[ledger]]` tables would count the file twice.
    Twice {
        /// The file's name.
        file: String,
    },
    /// U205: the file is the same, byte for byte, as another of its table; all its postings would count twice.
    Same {
        /// The other file.
        other: String,
    },
    /// U206: what a sealed year says of itself is missing or cannot be understood.
    Seal {
        /// `sealed/2014/seal.json`
        file: String,
        /// What is wrong with it.
        fault: SealFault,
    },
    /// U229, a warning: the file lies beside those that are read, but nothing reads it.
    Unread {
        /// Its name.
        file: String,
        /// The name that was perhaps meant.
        meant: Option<String>,
    },
    /// U204: the file is a spreadsheet, and cannot be read as what it is named or used for.
    Spreadsheet {
        /// `xlsx`, `xls`, `ods` or `fods`.
        kind: &'static str,
        /// What helps.
        remedy: Remedy,
    },
    /// U210, U211, U212: the bytes are no text in the encoding that they should have.
    Encoding(EncodingFault),
    /// U213: a row does not end.
    RowTooLong {
        /// How many bytes a row may have.
        most: usize,
    },
    /// U220: nothing says what divides the cells.
    NoDelimiter,
    /// U221: no line is a header.
    NoHeader {
        /// The names that were looked for; of each group one is needed.
        wanted: Vec<Vec<Heading>>,
        /// The first lines that were seen, shortened, with their numbers.
        seen: Vec<(u64, String)>,
        /// Is it a ledger, whose columns umlage.toml can name?
        ledger: bool,
    },
    /// U222: a column that `[ledger.columns]` names is not in the file.
    NoColumn {
        /// As umlage.toml writes it.
        column: String,
        /// The columns that there are.
        columns: Vec<String>,
    },
    /// U223: a needed field has no column and no constant.
    NoField {
        /// Any of these would do.
        fields: Vec<Heading>,
        /// The columns that there are.
        columns: Vec<String>,
        /// Is it a ledger, whose columns umlage.toml can name?
        ledger: bool,
    },
    /// U224: two columns hold the same field.
    ColumnTwice {
        /// The field.
        field: Heading,
        /// The columns, as the header writes them.
        columns: (String, String),
        /// Their numbers, counted from 1, where the names are alike and cannot tell them apart.
        numbers: Option<(usize, usize)>,
        /// Is it a ledger, whose columns umlage.toml can name?
        ledger: bool,
    },
    /// U225: an amount stands in one column, and again in columns for debit and credit.
    AmountTwice {
        /// The columns, as the header writes them.
        columns: Vec<String>,
    },
    /// U226: a row above the header looks like a posting.
    RowAbove {
        /// The header's line, counted from 1.
        header: u64,
    },
    /// U219: the line that `header` names looks like a posting.
    RowAsHeader {
        /// The line, counted from 1.
        line: u64,
    },
    /// U227, a warning: the file has no posting.
    NoPosting {
        /// How many rows `skip` left out.
        skipped: u64,
    },
    /// U228, a warning: a constant stands before a column that the file has for the field.
    ConstantFirst {
        /// The field.
        field: Heading,
        /// The column, as the header writes it.
        column: String,
    },
    /// U230 to U237: the first line of a DATEV file, or what only such files have.
    Batch(BatchFault),
}

/// What is wrong with a seal.json.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealFault {
    /// There is none.
    Missing,
    /// It does not have the form of one.
    Form,
    /// It is of another year than its folder.
    OtherYear(i16),
    /// Somebody paid who is no partner of the agreement any more.
    UnknownPayer(String),
}

/// What helps with a spreadsheet that cannot be read as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Its own name: it is a ledger that is called like text.
    Rename,
    /// Text: it is one of the small tables.
    SaveAsCsv,
    /// The usual format of LibreOffice.
    SaveAsOds,
}

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncodingFault {
    /// No UTF-8, and no encoding is declared.
    Undeclared {
        /// The first byte that is no UTF-8.
        byte: u8,
    },
    /// Some lines are UTF-8, others are not.
    Mixed,
    /// The file begins with the mark of UTF-8, and this byte breaks it.
    BrokenMark {
        /// The first byte that is no UTF-8.
        byte: u8,
    },
    /// The text has zero bytes, as UTF-16 without a byte order mark would.
    Zero,
}

impl FileFault {
    /// Does the statement go on in spite of it?
    #[must_use]
    pub fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::NoPosting { .. }
                | Self::ConstantFirst { .. }
                | Self::Unread { .. }
                | Self::Batch(BatchFault::Gross { .. })
        )
    }

    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::NoMatch { .. } => 201,
            Self::Twice { .. } => 203,
            Self::Spreadsheet { .. } => 204,
            Self::Same { .. } => 205,
            Self::Seal { .. } => 206,
            Self::Encoding(EncodingFault::Undeclared { .. }) => 210,
            Self::Encoding(EncodingFault::Mixed | EncodingFault::BrokenMark { .. }) => 211,
            Self::Encoding(EncodingFault::Zero) => 212,
            Self::RowTooLong { .. } => 213,
            Self::RowAsHeader { .. } => 219,
            Self::NoDelimiter => 220,
            Self::NoHeader { .. } => 221,
            Self::NoColumn { .. } => 222,
            Self::NoField { .. } => 223,
            Self::ColumnTwice { .. } => 224,
            Self::AmountTwice { .. } => 225,
            Self::RowAbove { .. } => 226,
            Self::NoPosting { .. } => 227,
            Self::ConstantFirst { .. } => 228,
            Self::Unread { .. } => 229,
            Self::Batch(fault) => fault.number(),
        }
    }
}

impl From<FileFault> for Fault {
    fn from(fault: FileFault) -> Self {
        Self::File(fault)
    }
}
