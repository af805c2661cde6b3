//! The fixed words of the statement in English.
//!
//! In: what is to be named. Out: its name: headings, captions, columns, rows. One exhaustive match for each; no
//! figure stands in them.

use crate::words::statement::{Caption, Entry, Head, Record};

/// A heading of a section, or the caption of a table.
pub(in crate::words) fn caption(caption: Caption) -> &'static str {
    match caption {
        Caption::Result => "Result",
        Caption::CostsAndShares => "1 Costs and their allocation",
        Caption::Keys => "2 Keys",
        Caption::ClaimsAndSettlement => "3 Claims and settlement",
        Caption::Avoided => "4 Avoided duplicate spending",
        Caption::Evidence => "5 Evidence",
        Caption::Costs => "Cost of each service, and what each partner is allocated",
        Caption::CostsAlone => "Cost of each service",
        Caption::Allocated => "What each partner is allocated, by service",
        Caption::Kinds => "Cost of each service by cost kind",
        Caption::Shares => "Shares by the key",
        Caption::Positions => "Allocated and borne, by service (+ owes, - receives)",
        Caption::Claims => "Claims by service",
        Caption::Advances => "Advances that count in this year",
        Caption::Pairs => "Claims and advances between each pair of partners, gross in both directions",
        Caption::Balances => "Balance of each partner (+ has to pay, - receives)",
        Caption::Transfers => "Payments",
        Caption::SavedByService => "By service, and for each partner",
        Caption::SavedByPartner => "By partner",
        Caption::Grades => "How the stand-alone costs are known",
        Caption::Unassessed => "Services not assessed",
        Caption::Net => "Compared with the baseline",
        Caption::Reconciliation => "Reconciliation of the postings",
        Caption::YearBy => "By which field postings count in the year",
        Caption::Years => "Postings by year",
        Caption::Controls => "Control totals",
        Caption::NotShared => "Postings not shared",
        Caption::Warnings => "Warnings",
        Caption::Residuals => "Residual cents: who got them",
        Caption::Inputs => "Ledger files read",
        Caption::Hashes => "Checksums of all input files",
    }
}

/// The heading of a column in the first three sections.
pub(in crate::words) fn head(head: Head) -> &'static str {
    match head {
        Head::Service => "Service",
        Head::Partner => "Partner",
        Head::Key => "Key",
        Head::Cost => "Cost",
        Head::Kind => "Cost kind",
        Head::Amount => "Amount",
        Head::Rounding => "Rounding",
        Head::Written => "As agreed",
        Head::Rows => "Rows",
        Head::Unrounded => "Not rounded",
        Head::Share => "Share in %",
        Head::Allocated => "Allocated",
        Head::AllServices => "All services",
        Head::Borne => "Borne",
        Head::Owes => "Owes",
        Head::Debtor => "Debtor",
        Head::Creditor => "Creditor",
        Head::Claim => "Claim",
        Head::Claims => "Claims",
        Head::Date => "Date",
        Head::From => "From",
        Head::To => "To",
        Head::Text => "Text",
        Head::AdvancesPaid => "Advances paid",
        Head::AdvancesReceived => "Advances received",
        Head::Advances => "Advances",
        Head::Balance => "Balance",
        Head::Open => "Open",
        Head::Pays => "Pays",
        Head::PaidTo => "Payee",
    }
}

/// The heading of a column in the last two sections.
pub(in crate::words) fn record(record: Record) -> &'static str {
    match record {
        Record::Standalone => "Stand-alone",
        Record::Joint => "Joint",
        Record::Remaining => "Remaining",
        Record::Avoided => "Avoided",
        Record::Grade => "Evidence",
        Record::Missing => "Running cost is missing of",
        Record::Field => "Field",
        Record::Year => "Year",
        Record::Ledger => "Files",
        Record::Declared => "By trial balance",
        Record::Read => "As read",
        Record::Agrees => "Agrees",
        Record::Reason => "Reason",
        Record::Account => "Account",
        Record::CostCentre => "Cost centre",
        Record::Place => "Place",
        Record::Code => "Code",
        Record::Message => "Message",
        Record::Segment => "Segment",
        Record::Exact => "Exact share",
        Record::Residual => "Residual cents",
        Record::File => "File",
        Record::Bytes => "Bytes",
        Record::Skipped => "Skipped",
        Record::SkippedTotal => "Their sum",
        Record::Blank => "Blank lines",
        Record::Hash => "SHA-256",
    }
}

/// The name of a row, or a word in a cell.
pub(in crate::words) fn entry(entry: Entry) -> &'static str {
    match entry {
        Entry::Sum => "Sum",
        Entry::NoKind => "Other cost",
        Entry::Key => "Key",
        Entry::Basis => "Basis",
        Entry::Measure => "Measured",
        Entry::ReferenceDate => "Reference date",
        Entry::Period => "Period",
        Entry::Sources => "Source",
        Entry::Rounding => "Rounding",
        Entry::AllFiles => "All rows of all files",
        Entry::OtherYears => "Less postings of other years",
        Entry::ThisYear => "Postings of the year",
        Entry::NotShared => "Less not shared",
        Entry::Shared => "Shared",
        Entry::RoundingDifference => "Plus rounding difference",
        Entry::Allocated => "Allocated to the partners",
        Entry::ByPeriod => "Period of the service",
        Entry::ByFiscalYear => "Fiscal year",
        Entry::ByDate => "Posting date",
        Entry::ByVoucherDate => "Voucher date",
        Entry::Yes => "Yes",
        Entry::No => "No",
        Entry::NotDeclared => "Not declared",
        Entry::Actual => "Paid (actual)",
        Entry::Offer => "Offer",
        Entry::Estimate => "Estimate",
        Entry::AvoidedAssessed => "Avoided, assessed services",
        Entry::CostUnassessed => "Less cost of services not assessed",
        Entry::NetAvoided => "Avoided, net",
        Entry::Baseline => "Less what was saved before",
        Entry::Difference => "Deviation",
    }
}
