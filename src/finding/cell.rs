//! Faults of one cell or one row that cannot be read. U300 to U399.
//!
//! Each carries the cell as it stands, shortened, and why it was refused; the place says where. Number and date
//! have their reasons in enums of their own, since ledgers and small tables share them.

use super::Fault;
use super::file::Heading;
use crate::money::Money;
use crate::period::Span;

/// Faults of one cell or one row that cannot be read. A cell is told shortened where it is long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellFault {
    /// U301 to U303: quotes that do not quote a cell.
    Quote(QuoteFault),
    /// U304: the row has fewer cells than the header, or more.
    Width {
        /// Cells of the row.
        found: usize,
        /// Cells of the header.
        expected: usize,
    },
    /// U305: a character was lost before the file came here (U+FFFD).
    Replacement,
    /// U310 to U317: no number.
    Number {
        /// The cell.
        cell: String,
        /// Why.
        fault: NumberFault,
    },
    /// U320 to U328: no date.
    Date {
        /// The cell.
        cell: String,
        /// Why.
        fault: DateFault,
    },
    /// U330: no year of four digits from 1900 to 2999.
    FiscalYear {
        /// The cell.
        cell: String,
    },
    /// U331: neither debit nor credit.
    Side {
        /// The cell, perhaps empty.
        cell: String,
    },
    /// U332: debit and credit are both filled, or both empty.
    Sides {
        /// Both filled?
        both: bool,
    },
    /// U333: an amount below zero beside a column that says its side.
    Negative {
        /// The amount.
        amount: Money,
    },
    /// U334: the amount is in another currency, and the row does not say it in euro.
    Foreign {
        /// The currency.
        cell: String,
    },
    /// U335: a general reversal, of which nobody says whether its side is turned already.
    Reversal {
        /// The cell.
        cell: String,
        /// Is it one of the words that DATEV knows?
        known: bool,
    },
    /// U340: nobody of that name.
    Payer {
        /// The cell.
        cell: String,
        /// The partner's id or name that it may have meant.
        nearest: Option<String>,
    },
    /// U341: the `[[ledger]]` table names another payer.
    OtherPayer {
        /// The cell.
        cell: String,
        /// The id of the payer in umlage.toml.
        declared: String,
    },
    /// U342: the row lacks what each posting needs.
    Missing {
        /// Any of these cells would do.
        fields: Vec<Heading>,
    },
    /// U343, U344: one end of the period without the other, or the ends reversed.
    Period(PeriodFault),
}

/// Why two days are no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodFault {
    /// Only one of them is filled.
    Half {
        /// The other one's field, where the file has no column for it.
        absent: Option<Heading>,
    },
    /// The end is before the beginning.
    Reversed,
}

/// A cell shortened to what a message can hold, its control characters as blanks.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown: String = text.chars().take(MOST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

/// Why quotes do not quote a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuoteFault {
    /// A quote inside a cell that does not begin with one.
    Bare,
    /// Text between a closing quote and the next delimiter.
    After,
    /// A quote that never closes.
    Unclosed,
}

/// Why a cell is no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberFault {
    /// It is not written like one.
    Form,
    /// Its group marks do not divide threes.
    Groups,
    /// `1.234`, which may be more than a thousand or a little more than one.
    Ambiguous,
    /// Its decimal mark is not that of the file.
    Contradicts {
        /// The file's decimal mark.
        decimal: char,
        /// Does umlage.toml say so, rather than an earlier cell?
        declared: bool,
    },
    /// `1,23E+15`: a spreadsheet has shortened it.
    Scientific,
    /// An amount of more than two decimals.
    Decimals {
        /// How many.
        found: usize,
    },
    /// More digits than can be held.
    Digits {
        /// How many there may be before the mark.
        most: usize,
    },
    /// Brackets for a negative amount.
    Brackets,
    /// Another currency than an earlier cell's.
    Currency {
        /// The earlier cell's.
        first: &'static str,
    },
}

/// Why a cell is no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DateFault {
    /// It is not written like one.
    Form,
    /// `03/04/2014`, which may be in March or in April.
    Ambiguous,
    /// It is not written as the file's others are.
    Contradicts {
        /// The file's format.
        format: String,
        /// Does umlage.toml say so, rather than an earlier cell?
        declared: bool,
    },
    /// `45000`: a spreadsheet's day number.
    Serial,
    /// No calendar has it.
    NoSuchDay,
    /// A year of two digits.
    ShortYear {
        /// What stands between day, month and year.
        mark: char,
    },
    /// A year before 1900 or after 2999.
    Year,
    /// A time of day other than midnight.
    Time,
    /// Neither `3112` nor `31122025`, as DATEV writes dates.
    DayMonth,
    /// The days that the file's first line says do not have it.
    Outside {
        /// Those days.
        span: Span,
        /// Are they the fiscal year, in which there is no such day?
        year: bool,
    },
}

impl CellFault {
    /// The number of its code.
    #[must_use]
    pub fn number(&self) -> u16 {
        match self {
            Self::Quote(QuoteFault::Bare) => 301,
            Self::Quote(QuoteFault::After) => 302,
            Self::Quote(QuoteFault::Unclosed) => 303,
            Self::Width { .. } => 304,
            Self::Replacement => 305,
            Self::Number { fault, .. } => fault.number(),
            Self::Date { fault, .. } => fault.number(),
            Self::FiscalYear { .. } => 330,
            Self::Side { .. } => 331,
            Self::Sides { .. } => 332,
            Self::Negative { .. } => 333,
            Self::Foreign { .. } => 334,
            Self::Reversal { .. } => 335,
            Self::Payer { .. } => 340,
            Self::OtherPayer { .. } => 341,
            Self::Missing { .. } => 342,
            Self::Period(PeriodFault::Half { .. }) => 343,
            Self::Period(PeriodFault::Reversed) => 344,
        }
    }
}

impl NumberFault {
    fn number(&self) -> u16 {
        match self {
            Self::Form | Self::Groups => 310,
            Self::Ambiguous => 311,
            Self::Contradicts { .. } => 312,
            Self::Scientific => 313,
            Self::Decimals { .. } => 314,
            Self::Digits { .. } => 315,
            Self::Brackets => 316,
            Self::Currency { .. } => 317,
        }
    }
}

impl DateFault {
    fn number(&self) -> u16 {
        match self {
            Self::Form | Self::DayMonth => 320,
            Self::Ambiguous => 321,
            Self::Contradicts { .. } => 322,
            Self::Serial => 323,
            Self::NoSuchDay => 324,
            Self::ShortYear { .. } => 325,
            Self::Year => 326,
            Self::Time => 327,
            Self::Outside { .. } => 328,
        }
    }
}

impl From<CellFault> for Fault {
    fn from(fault: CellFault) -> Self {
        Self::Cell(fault)
    }
}
