//! The statement (`Abrechnung`): a year's whole result.
//!
//! In: rules, books and the findings of the way here. Out: one value that holds everything a reader of the
//! statement may ask for, already computed. Reports only show it.

use crate::allocate::{self, Allocation, Checked, ServiceCost, allocate};
use crate::claims::{Claim, claims};
use crate::cost::primary::idle_assets;
use crate::cost::{Booked, Books};
use crate::finding::{Fault, Finding, Findings, More};
use crate::money::Money;
use crate::period::Year;
use crate::place::Files;
use crate::rules::Rules;
use crate::savings::{Savings, savings};
use crate::settle::{Settlement, settle};
use crate::tables::TableFile;

/// A year's whole result.
#[derive(Debug)]
pub struct Statement<'a> {
    /// What it was computed by.
    pub rules: &'a Rules,
    /// The names of the files.
    pub files: &'a Files,
    /// The year.
    pub year: Year,
    /// All postings of all years.
    pub booked: &'a Booked,
    /// The year's postings.
    pub books: &'a Books,
    /// Who bears what.
    pub allocation: Allocation,
    /// Who owes whom for which service.
    pub claims: Vec<Claim>,
    /// Who pays whom.
    pub settlement: Settlement,
    /// What was saved; none without `[savings]`.
    pub savings: Option<Savings>,
    /// That nothing was lost on the way.
    pub reconciliation: Reconciliation,
    /// Warnings that concern the year, by place.
    pub warnings: Vec<Finding>,
    /// Warnings that concern the year, too many of a code and a file to be listed: counted.
    pub more_warnings: Vec<More>,
}

impl<'a> Statement<'a> {
    /// What the sealed years say out of which something was moved into this one.
    pub fn seals(&self) -> impl Iterator<Item = &'a TableFile> {
        let (books, seals) = (self.books, &self.rules.seals.0);
        books.moved.keys().filter_map(|year| seals.get(year)).map(|sealed| &sealed.file)
    }
}

/// How every cent of the ledgers is found again (`Abstimmung`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reconciliation {
    /// The year's postings.
    pub ledger: Money,
    /// Of these, shared.
    pub shared: Money,
    /// Of these, not shared.
    pub not_shared: Money,
    /// What the ledgers hold for other years.
    pub other_years: Money,
    /// Cost that no posting is: depreciation and overhead.
    pub derived: Money,
    /// What partners used of internal services themselves.
    pub own: Money,
    /// What the partners are allocated.
    pub allocated: Money,
    /// What the parts exceed the cost by, where each is rounded for itself.
    pub rounding_difference: Money,
}

/// The year's services with their shares; what is wrong or doubtful about them is added to the findings. Where rows of
/// drivers.csv cannot be read (`drivers_spoilt`), it would be untrue that their values are missing.
pub fn ready<'a>(
    rules: &'a Rules,
    booked: &'a Booked,
    year: Year,
    drivers_spoilt: bool,
    findings: &mut Findings,
) -> Option<Checked<'a>> {
    let checked = allocate::check(rules, booked.years.get(&year)?, year);
    findings.extend(idle_assets(rules, year));
    let found = match &checked {
        Ok(checked) => checked.doubts(),
        Err(found) => found.clone(),
    };
    let told = |finding: &Finding| !(drivers_spoilt && matches!(finding.fault, Fault::Driver(_)));
    findings.extend_new(found.into_iter().filter(told));
    checked.ok()
}

/// The statement of a year whose every line has shares. Whether `findings` of earlier stages allow one is the caller's
/// to judge; the warnings among them are printed on it.
#[must_use]
pub fn state<'a>(
    checked: Checked<'a>,
    files: &'a Files,
    booked: &'a Booked,
    findings: &Findings,
) -> Statement<'a> {
    let (rules, books, year) = (checked.rules, checked.books, checked.year);
    let allocation = allocate(checked);
    let claims = claims(rules, &allocation);
    let settlement = settle(rules, &allocation, &claims);
    let savings = savings(rules, &allocation, &claims);
    let reconciliation = reconcile(booked, books, &allocation);
    let listed = findings.listed(files, Some(year));
    let (warnings, more_warnings) = (listed.shown.into_iter().cloned().collect(), listed.more);
    Statement {
        rules,
        files,
        year,
        booked,
        books,
        allocation,
        claims,
        settlement,
        savings,
        reconciliation,
        warnings,
        more_warnings,
    }
}

fn reconcile(booked: &Booked, books: &Books, allocation: &Allocation) -> Reconciliation {
    let allocated = allocation.services.iter().map(ServiceCost::all_allocated).sum();
    let shared = books.shared_total();
    let (derived, own) = (allocation.derived(), allocation.charges.all_own());
    Reconciliation {
        ledger: books.all.amount,
        shared,
        not_shared: books.not_shared_total(),
        other_years: booked.total() - books.all.amount,
        derived,
        own,
        allocated,
        rounding_difference: allocated + own - shared - derived,
    }
}
