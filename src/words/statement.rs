//! The fixed words of the statement: headings, captions, columns, names of rows.
//!
//! In: what is to be named. Out: its name in a language. Sentences with names and figures in them are
//! [`phrases`](super::phrase).

use crate::agreement::Language;
use crate::words::{de, en};

/// A heading of a section, or the caption of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Caption {
    Result,
    CostsAndShares,
    Keys,
    ClaimsAndSettlement,
    Avoided,
    Evidence,
    Costs,
    CostsAlone,
    Allocated,
    Kinds,
    Shares,
    Positions,
    Claims,
    Advances,
    Pairs,
    Balances,
    Transfers,
    SavedByService,
    SavedByPartner,
    Grades,
    Unassessed,
    Net,
    Reconciliation,
    YearBy,
    Years,
    Controls,
    NotShared,
    Warnings,
    Residuals,
    Inputs,
    Hashes,
}

/// The heading of a column in the first three sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Head {
    Service,
    Partner,
    Key,
    Cost,
    Kind,
    Amount,
    Rounding,
    Written,
    Rows,
    Unrounded,
    Share,
    Allocated,
    AllServices,
    Borne,
    Owes,
    Debtor,
    Creditor,
    Claim,
    Claims,
    Date,
    From,
    To,
    Text,
    AdvancesPaid,
    AdvancesReceived,
    Advances,
    Balance,
    Open,
    Pays,
    PaidTo,
}

/// The heading of a column in the last two sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Record {
    Standalone,
    Joint,
    Remaining,
    Avoided,
    Grade,
    Missing,
    Field,
    Year,
    Ledger,
    Declared,
    Read,
    Agrees,
    Reason,
    Account,
    CostCentre,
    Place,
    Code,
    Message,
    Segment,
    Exact,
    Residual,
    File,
    Bytes,
    Skipped,
    SkippedTotal,
    Blank,
    Hash,
}

/// The name of a row, or a word in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Entry {
    Sum,
    NoKind,
    Key,
    Basis,
    Measure,
    ReferenceDate,
    Period,
    Sources,
    Rounding,
    AllFiles,
    OtherYears,
    ThisYear,
    NotShared,
    Shared,
    RoundingDifference,
    Allocated,
    ByPeriod,
    ByFiscalYear,
    ByDate,
    ByVoucherDate,
    Yes,
    No,
    NotDeclared,
    Actual,
    Offer,
    Estimate,
    AvoidedAssessed,
    CostUnassessed,
    NetAvoided,
    Baseline,
    Difference,
}

/// A heading of a section, or the caption of a table.
#[must_use]
pub fn caption(caption: Caption, language: Language) -> &'static str {
    match language {
        Language::De => de::statement::caption(caption),
        Language::En => en::statement::caption(caption),
    }
}

/// The heading of a column in the first three sections.
#[must_use]
pub fn head(head: Head, language: Language) -> &'static str {
    match language {
        Language::De => de::statement::head(head),
        Language::En => en::statement::head(head),
    }
}

/// The heading of a column in the last two sections.
#[must_use]
pub fn record(record: Record, language: Language) -> &'static str {
    match language {
        Language::De => de::statement::record(record),
        Language::En => en::statement::record(record),
    }
}

/// The name of a row, or a word in a cell.
#[must_use]
pub fn entry(entry: Entry, language: Language) -> &'static str {
    match language {
        Language::De => de::statement::entry(entry),
        Language::En => en::statement::entry(entry),
    }
}
