//! A ledger source (`[[ledger]]`): files of postings and how they are written.
//!
//! What the officer says about them, as far as that was needed: all else the reader finds out from the files.
//! Places are kept with whatever only a file can prove wrong.

use std::collections::BTreeMap;

use super::{PartnerId, Pattern, Rule};
use crate::money::Money;
use crate::period::Year;
use crate::place::Place;
use crate::workbook::Wish;

/// `[[ledger]]`.
#[derive(Debug, Clone)]
pub struct Source {
    /// A pattern of file names, relative to the folder.
    pub files: String,
    /// The sheet of a workbook, and where umlage.toml names it; none: the only one that is not empty.
    pub sheet: Option<(String, Place)>,
    /// Who paid all its postings.
    pub payer: Option<PartnerId>,
    /// Which program's export it is.
    pub preset: Preset,
    /// What the file would leave open.
    pub dialect: Dialect,
    /// Is an expense positive?
    pub sign: Sign,
    /// Where its header stands.
    pub header: Header,
    /// Rows that fit any of these are no postings.
    pub skip: Vec<Rule>,
    /// Values of the service column known not to be shared.
    pub not_shared: Vec<(Pattern, Place)>,
    /// The year's total by the trial balance.
    pub control: BTreeMap<Year, Control>,
    /// False: the export defers already, periods are only shown.
    pub spread: bool,
    /// Our field = their column.
    pub columns: BTreeMap<Field, Column>,
    /// Fields that the file lacks, as their cells would be written.
    pub constants: BTreeMap<Field, Constant>,
    /// Where umlage.toml writes the pattern.
    pub place: Place,
}

impl Source {
    /// How a workbook among its files is to be read.
    #[must_use]
    pub fn wish(&self) -> Wish<'_> {
        Wish {
            sheet: self.sheet.as_ref().map(|(name, _)| name.as_str()),
            decimal: self.dialect.decimal,
            date_format: self.dialect.date_format.as_ref().map(|format| format.0.as_str()),
        }
    }
}

/// The year's total that the officer read from the trial balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Control {
    /// The total, in expense-positive sign.
    pub total: Money,
    /// Where umlage.toml says so.
    pub place: Place,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// By its name or its number.
    pub name: ColumnName,
    /// Where umlage.toml says so.
    pub place: Place,
}

/// How a column is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnName {
    /// As the header writes it.
    Header(String),
    /// Counted from 1.
    Number(usize),
}

/// A cell that every row of a file would have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constant {
    /// The cell.
    pub value: String,
    /// Where umlage.toml says so.
    pub place: Place,
}

/// How a file is written, as far as the officer says it.
#[derive(Debug, Clone, Default)]
pub struct Dialect {
    /// The encoding where it is not UTF-8.
    pub encoding: Option<&'static encoding_rs::Encoding>,
    /// The delimiter: `;`, `,`, tab or `|`.
    pub delimiter: Option<u8>,
    /// The decimal mark: `,` or `.`.
    pub decimal: Option<u8>,
    /// The date format in `strftime` letters.
    pub date_format: Option<DateFormat>,
}

/// A declared date format in letters of `strftime` (`%d.%m.%Y`), checked when umlage.toml was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFormat(pub String);

/// Which program's export a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Preset {
    /// A table whose headings name our fields.
    #[default]
    Umlage,
    /// A posting batch of DATEV (`EXTF-Buchungsstapel`).
    Datev {
        /// How its general reversals (`Generalumkehr`) are to be read; none: they are refused.
        reversal: Option<Reversal>,
    },
}

/// What the side of a general reversal says (`Generalumkehr`): programs that write DATEV's format differ in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reversal {
    /// It is turned already, the opposite of the posting that is undone.
    AsWritten,
    /// It is that of the posting that is undone, and has to be turned.
    Turned,
}

/// Which sign an expense has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sign {
    /// An expense is positive.
    #[default]
    ExpensePositive,
    /// An expense is negative, as where income counts positive.
    ExpenseNegative,
}

/// Where the header stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Header {
    /// The first line with the needed names.
    #[default]
    Found,
    /// This line, counted from 1.
    Line(u64),
    /// Nowhere: columns go by number.
    Absent,
}

/// A field of a posting that a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Buchungsdatum.
    Date,
    /// Belegdatum.
    VoucherDate,
    /// Haushaltsjahr.
    FiscalYear,
    /// Beleg.
    Voucher,
    /// Sachkonto.
    Account,
    /// Gegenkonto.
    CounterAccount,
    /// Kostenstelle.
    CostCentre,
    /// Produkt.
    Product,
    /// Leistung.
    Service,
    /// Verauslagt durch.
    Payer,
    /// Kreditor.
    Vendor,
    /// Buchungstext.
    Text,
    /// Betrag.
    Amount,
    /// Soll oder Haben.
    Side,
    /// Soll.
    Debit,
    /// Haben.
    Credit,
    /// Leistung von.
    PeriodFrom,
    /// Leistung bis.
    PeriodTo,
}

impl Field {
    /// All fields, in the order of docs/files.md.
    pub const ALL: [Self; 18] = [
        Self::Date,
        Self::VoucherDate,
        Self::FiscalYear,
        Self::Voucher,
        Self::Account,
        Self::CounterAccount,
        Self::CostCentre,
        Self::Product,
        Self::Service,
        Self::Payer,
        Self::Vendor,
        Self::Text,
        Self::Amount,
        Self::Side,
        Self::Debit,
        Self::Credit,
        Self::PeriodFrom,
        Self::PeriodTo,
    ];

    /// Its name in umlage.toml.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::VoucherDate => "voucher_date",
            Self::FiscalYear => "fiscal_year",
            Self::Voucher => "voucher",
            Self::Account => "account",
            Self::CounterAccount => "counter_account",
            Self::CostCentre => "cost_centre",
            Self::Product => "product",
            Self::Service => "service",
            Self::Payer => "payer",
            Self::Vendor => "vendor",
            Self::Text => "text",
            Self::Amount => "amount",
            Self::Side => "side",
            Self::Debit => "debit",
            Self::Credit => "credit",
            Self::PeriodFrom => "period_from",
            Self::PeriodTo => "period_to",
        }
    }

    /// The field of this name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_by_its_name() {
        for field in Field::ALL {
            assert_eq!(Field::named(field.id()), Some(field));
        }
        assert_eq!(Field::named("cost_center"), None);
    }
}
