//! The reader: bytes of a ledger become postings.
//!
//! In: the folder's ledger files and the agreement's `[[ledger]]` tables. Out: borrowed [`Posting`]s, one after
//! the other, and per file an [`Input`]. Nothing is held, dropped or repaired; what cannot be read is a finding.

use crate::agreement::{Agreement, PartnerId, Pick, RuleField};
use crate::error::Error;
use crate::finding::Finding;
use crate::folder::Folder;
use crate::money::Money;
use crate::period::{Date, Span, Year};
use crate::place::{FileId, Place};
use crate::workbook;

mod above;
pub(crate) mod block;
mod canon;
pub(crate) mod columns;
pub(crate) mod date;
pub(crate) mod datev;
pub(crate) mod desk;
pub(crate) mod dialect;
pub(crate) mod encoding;
pub(crate) mod feed;
pub(crate) mod fields;
mod files;
pub(crate) mod header;
pub(crate) mod number;
mod pass;
mod quick;
mod row;
pub(crate) mod rows;
pub(crate) mod scan;
mod sheet;
pub(crate) mod slots;
pub(crate) mod survey;
mod unread;

pub use files::files;

use pass::Pass;

/// A ledger file and the `[[ledger]]` table that reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LedgerFile {
    /// The file.
    pub file: FileId,
    /// The index of its table in [`Agreement::sources`].
    pub source: usize,
}

/// One row of a ledger (`Buchung`), as long as the reader stands on it.
#[derive(Debug, Clone, Copy)]
pub struct Posting<'r> {
    /// Its first byte.
    pub place: Place,
    /// The index of its file's table in [`Agreement::sources`].
    pub source: usize,
    /// The posting date, or the voucher date where that is missing.
    pub date: Date,
    /// Is `date` the voucher date?
    pub by_voucher_date: bool,
    /// The fiscal year, where the ledger says one.
    pub fiscal_year: Option<Year>,
    /// The period it is for, where the ledger says one.
    pub period: Option<Span>,
    /// Positive is an expense, whatever the file's own sign.
    pub amount: Money,
    /// Who paid.
    pub payer: PartnerId,
    /// The service's cell, not resolved; empty where there is none.
    pub service: &'r str,
    /// Beleg.
    pub voucher: &'r str,
    /// Sachkonto.
    pub account: &'r str,
    /// Gegenkonto.
    pub counter_account: &'r str,
    /// Kostenstelle.
    pub cost_centre: &'r str,
    /// Produkt.
    pub product: &'r str,
    /// Kreditor.
    pub vendor: &'r str,
    /// Buchungstext.
    pub text: &'r str,
    /// Is it certain which of its accounts it is on?
    pub view: View,
}

/// How a posting of two accounts came to be on one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The ledger says it, or the accounts' kinds, or a rule.
    Given,
    /// No rule names either account; it is taken as the ledger writes it first.
    Neither,
    /// Rules name both accounts; it is taken as the ledger writes it first.
    Both,
}

impl Posting<'_> {
    /// The year in which it counts where it is not spread: its fiscal year, else that of its date.
    #[must_use]
    pub fn own_year(&self) -> Year {
        self.fiscal_year.unwrap_or_else(|| Year::of(self.date))
    }

    /// The same posting, on its counter-account.
    #[must_use]
    pub fn turned(&self) -> Self {
        Self { account: self.counter_account, counter_account: self.account, amount: -self.amount, ..*self }
    }
}

/// A number for rows of a file whose cells are the same, byte for byte, in all that decides who paid, where a posting
/// belongs and by what it counts: all but date, period, amount and the text that no rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KinId(pub usize);

/// A posting whose like was read before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Again {
    /// The number of the one like it.
    pub kin: KinId,
    /// Its first byte.
    pub place: Place,
    /// Its date, of the same column as that of the one like it.
    pub date: Date,
    /// The period it is for, where the ledger says one.
    pub period: Option<Span>,
    /// Positive is an expense, whatever the file's own sign.
    pub amount: Money,
}

/// What the reader hands out for a row.
#[derive(Debug, Clone, Copy)]
pub enum Entry<'r> {
    /// A posting with all its cells. If it has a number and is taken to be remembered, rows like it come as
    /// [`Entry::Again`]; the numbers of a file count from 0, and one that was not remembered is given out anew.
    Posting(&'r Posting<'r>, Option<KinId>),
    /// A posting like one that was remembered.
    Again(Again),
}

impl Pick for Posting<'_> {
    fn payer(&self) -> Option<PartnerId> {
        Some(self.payer)
    }

    fn cell(&self, field: RuleField) -> &str {
        match field {
            RuleField::CostCentre => self.cost_centre,
            RuleField::Account => self.account,
            RuleField::CounterAccount => self.counter_account,
            RuleField::Product => self.product,
            RuleField::Vendor => self.vendor,
            RuleField::Text => self.text,
            RuleField::Voucher => self.voucher,
        }
    }
}

/// What was read of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The file.
    pub file: FileId,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
    /// Rows read as postings.
    pub postings: u64,
    /// Their sum, in expense-positive sign.
    pub total: Money,
    /// Rows left out by `skip`.
    pub skipped: u64,
    /// The sum of those of them that hold an amount.
    pub skipped_total: Money,
    /// Blank lines and lines of delimiters only.
    pub blank: u64,
    /// Lines with text above the header: titles.
    pub above: u64,
    /// Headings of columns that no field uses although postings fill them; a column without one goes by its number.
    pub unread: Vec<String>,
    /// Per rule of `skip`, how many rows it left out, the first rule that fits being counted; empty where the
    /// file could not be read at all.
    pub by_skip: Vec<u64>,
    /// Fields that rules may look at and for which the file has neither a column nor a constant.
    pub absent: Vec<RuleField>,
    /// The first amount that names its currency.
    pub currency: Option<Currency>,
}

/// An amount that names its currency (`Währung`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency {
    /// `EUR`
    pub name: &'static str,
    /// The cell, as it stands, shortened.
    pub cell: String,
    /// Its first byte, and how many it has.
    pub place: (Place, usize),
}

/// Reads one ledger file, row by row. `entry` says of each posting that has a number whether it is remembered.
///
/// # Errors
/// [`Error::Read`] where the system refuses, [`Error::Changed`] where the file is another one after it was read: then
/// what its postings say may be half of the one and half of the other.
pub fn each(
    folder: &Folder,
    agreement: &Agreement,
    file: LedgerFile,
    findings: &mut dyn FnMut(Finding),
    entry: &mut impl FnMut(Entry<'_>) -> bool,
) -> Result<Input, Error> {
    let before = folder.stamp(file.file)?;
    let input = if workbook::is_named(folder.files.name(file.file)) {
        sheet::each(folder, agreement, file, findings, entry)?
    } else {
        let source = folder.ledger(file.file)?;
        let pass = Pass { agreement, file, block: block::BLOCK };
        pass.read(source, findings, entry).map_err(|source| folder.failed(file.file, source))?
    };
    if input.bytes != before.bytes || folder.stamp(file.file)? != before {
        return Err(folder.changed(file.file));
    }
    Ok(input)
}

#[cfg(test)]
pub(crate) mod tests;
