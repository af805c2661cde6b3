//! Faults of umlage.toml as a form: syntax, unknown keys, wrong kinds of values. U101 to U149.
//!
//! Each carries what was found and, where it can be told without guessing, the spelling to type instead.

use super::Fault;

/// Faults of umlage.toml as a form: syntax, unknown keys, wrong kinds of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TomlFault {
    /// The file is not UTF-8.
    NotUtf8 {
        /// The first byte that is not.
        byte: u8,
        /// The letter it would be in windows-1252.
        meant: char,
        /// How many more such bytes follow.
        more: usize,
    },
    /// The file is not TOML.
    Syntax(Syntax),
    /// A key that no table of this name has.
    UnknownKey {
        /// The table, as in its header; empty for the file itself.
        table: String,
        /// The key.
        key: String,
        /// The nearest key the table has.
        nearest: Option<String>,
        /// All keys the table has.
        known: Vec<String>,
    },
    /// A key that must be there is not.
    Missing {
        /// The table, as in its header; empty for the file itself.
        table: String,
        /// The key.
        key: String,
        /// A line that has it.
        example: String,
    },
    /// A value of another kind than the key takes.
    WrongKind {
        /// The key.
        key: String,
        /// What it takes.
        expected: Kind,
        /// What was found.
        found: Kind,
        /// What to type.
        spelling: Option<String>,
    },
    /// A TOML float where an exact number is needed.
    NotExact {
        /// The key.
        key: String,
        /// The float as written.
        written: String,
        /// What to type.
        spelling: Option<String>,
    },
    /// A text that is no plain number.
    NotPlain {
        /// The key.
        key: String,
        /// An amount, or a quantity or percent.
        expected: Kind,
        /// The text.
        written: String,
        /// What to type.
        spelling: Option<String>,
    },
    /// A word that is none of those allowed.
    NotAllowed {
        /// The key.
        key: String,
        /// The word.
        written: String,
        /// The words allowed.
        allowed: Vec<String>,
        /// The nearest of them.
        nearest: Option<String>,
    },
    /// An id with other characters than `a-z`, `0-9` and `-`.
    BadId {
        /// The id.
        id: String,
        /// A like id that may be used.
        spelling: Option<String>,
    },
    /// A number or day too small or too large.
    OutOfRange {
        /// The key.
        key: String,
        /// What was found.
        written: String,
        /// The least allowed.
        least: String,
        /// The most allowed.
        most: Option<String>,
    },
    /// A text, list or table that holds nothing.
    Empty {
        /// The key.
        key: String,
    },
    /// A text that has not the form the key asks for.
    Malformed {
        /// The key.
        key: String,
        /// The form it asks for.
        form: Form,
        /// The text.
        written: String,
        /// What to type.
        spelling: Option<String>,
    },
}

/// What is wrong with the syntax.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// The same key or table twice.
    Duplicate,
    /// A value that is neither a text in quotes nor a number nor a date.
    Value {
        /// The value as written.
        written: String,
        /// What to type.
        spelling: Option<String>,
    },
    /// Something behind a value that is complete.
    Rest,
    /// A date that no calendar has, or that is cut short.
    Date,
    /// A quote, bracket or brace that is never closed.
    Unclosed,
    /// A key with nothing behind it.
    NoValue,
    /// A key with characters that need quotes.
    Key,
    /// A comma missing or too many.
    Comma,
    /// A backslash in a text in double quotes.
    Escape,
    /// Anything else, in the parser's words.
    Other(String),
}

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text in quotes.
    Text,
    /// A whole number.
    Whole,
    /// A number with a decimal point, not in quotes.
    Float,
    /// `true` or `false`.
    Flag,
    /// A day.
    Day,
    /// A day with a time, or a time.
    Time,
    /// A list in brackets.
    List,
    /// A table.
    Table,
    /// An amount of euro.
    Amount,
    /// A quantity, weight or percent.
    Quantity,
    /// A column's name or number.
    Column,
    /// A cell: text, number or day.
    Cell,
}

/// A form that a text must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `MM-DD`, or `latest`.
    MonthDay,
    /// `strftime` letters for day, month and year.
    DateFormat,
    /// A pattern of file names inside the folder.
    Files,
    /// The label of an encoding.
    Encoding,
    /// A year of four digits.
    Year,
}

impl TomlFault {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::NotUtf8 { .. } => 101,
            Self::Syntax(_) => 102,
            Self::UnknownKey { .. } => 103,
            Self::Missing { .. } => 105,
            Self::WrongKind { .. } => 106,
            Self::NotExact { .. } => 107,
            Self::NotPlain { .. } => 108,
            Self::NotAllowed { .. } => 109,
            Self::BadId { .. } => 110,
            Self::OutOfRange { .. } => 111,
            Self::Empty { .. } => 112,
            Self::Malformed { .. } => 113,
        }
    }
}

impl From<TomlFault> for Fault {
    fn from(fault: TomlFault) -> Self {
        Self::Toml(fault)
    }
}
