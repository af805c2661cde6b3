//! DATEV: a posting batch (`EXTF-Buchungsstapel`), format versions 510 and 700.
//!
//! In: a file's first line, its headings, and its rows. Out: what the first line says of the batch, and for each row
//! the account it is seen from, the column that holds its amount in euro, and whether a general reversal turns it. All
//! of it follows from the row's own cells, the first line and the agreement, never from another row. What
//! differs from other ledgers stands here, so that the reader need not know DATEV.

use super::desk::Desk;
use super::header::{Line, Names};
use super::rows::Row;
use super::slots::Slot;
use crate::agreement::{Agreement, PartnerId, Preset, Reversal, Rule, RuleField, Source};
use crate::finding::cell::shown;
use crate::finding::{BatchFault, CellFault, FileFault, Finding};
use crate::money::Money;
use crate::place::Place;

pub(crate) mod day;
pub(crate) mod head;
pub(crate) mod names;
pub(crate) mod side;

use head::Batch;
use side::Seen;

/// What is needed to read a batch's rows beyond the fields of any ledger.
pub(crate) struct Datev<'a> {
    batch: Batch,
    reversal: Option<Reversal>,
    /// The rules that name an account or a counter-account.
    rules: Vec<&'a Rule>,
    columns: Columns,
}

/// Columns that only DATEV has.
#[derive(Debug, Clone, Copy)]
struct Columns {
    currency: Option<usize>,
    base: Option<usize>,
    base_currency: Option<usize>,
    reversal: Option<usize>,
    tax: Option<usize>,
}

impl<'a> Datev<'a> {
    /// None where the source is no batch.
    pub(crate) fn new(
        batch: Option<Batch>,
        agreement: &'a Agreement,
        source: &'a Source,
        titles: &Line,
    ) -> Option<Self> {
        let Preset::Datev { reversal } = source.preset else { return None };
        let column = |names: Names| titles.cells.iter().position(|title| names.has(&title.folded));
        let columns = Columns {
            currency: column(names::CURRENCY),
            base: column(names::BASE),
            base_currency: column(names::BASE_CURRENCY),
            reversal: column(names::REVERSAL),
            tax: column(names::TAX),
        };
        Some(Self { batch: batch?, reversal, rules: rules(agreement), columns })
    }

    /// The columns that are looked at beyond the fields'.
    pub(crate) fn columns(&self) -> impl Iterator<Item = usize> {
        let Columns { currency, base, base_currency, reversal, tax } = self.columns;
        [currency, base, base_currency, reversal, tax].into_iter().flatten()
    }

    /// From which of its two accounts a row is seen.
    pub(crate) fn seen<'r>(&self, accounts: (&'r str, &'r str), payer: Option<PartnerId>) -> Seen<'r> {
        let concerns = |rule: &Rule| payer.is_none() || rule.payer.is_none() || rule.payer == payer;
        side::seen(accounts, self.batch.digits, |account, counter_account| {
            let named = |rule: &&Rule| side::named(rule, account, counter_account);
            self.rules.iter().any(|rule| concerns(rule) && named(rule))
        })
    }

    /// Where the amount in euro stands: a row in another currency has it in `Basis-Umsatz`.
    pub(crate) fn amount(&self, amount: Slot<Money>, desk: &mut Desk<'_, '_>) -> Option<Slot<Money>> {
        let row = desk.row;
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        let Columns { currency, base, base_currency, .. } = self.columns;
        let Some(column) = currency.filter(|column| !matches!(row.cell(*column), "" | head::EURO)) else {
            return Some(amount);
        };
        if cell(base_currency) == head::EURO
            && let Some(base) = base.filter(|base| !row.cell(*base).is_empty())
        {
            return Some(Slot::Column(base));
        }
        desk.refuse(row.finding(column, CellFault::Foreign { cell: shown(row.cell(column)) }));
        None
    }

    /// Does a general reversal turn the row's side? None where the row is one and nobody says how to read it.
    pub(crate) fn reversed(&self, desk: &mut Desk<'_, '_>) -> Option<bool> {
        let Some(column) = self.columns.reversal else { return Some(false) };
        let cell = desk.row.cell(column);
        match (cell, self.reversal) {
            ("" | "0", _) => Some(false),
            ("1" | "G" | "g", Some(reversal)) => Some(reversal == Reversal::Turned),
            _ => {
                let known = matches!(cell, "1" | "G" | "g");
                desk.refuse(desk.row.finding(column, CellFault::Reversal { cell: shown(cell), known }));
                None
            }
        }
    }

    /// Where the row's key of value added tax stands: then DATEV takes tax out of the amount when it posts the row.
    fn taxed(&self, row: &Row<'_>) -> Option<(Place, usize)> {
        let column = self.columns.tax?;
        let key = row.cell(column).trim_start_matches('0');
        // Keys without tax: a general reversal, and the account's own tax suspended.
        (!matches!(key, "" | "20" | "40" | "80")).then(|| row.mark(column))
    }
}

/// The rules of services and cost kinds that name an account.
fn rules(agreement: &Agreement) -> Vec<&Rule> {
    let services =
        agreement.services.iter().flat_map(|service| service.matches.iter().chain(&service.except));
    let kinds = agreement.cost_kinds.iter().flat_map(|kind| &kind.matches);
    let accounts = [RuleField::Account, RuleField::CounterAccount];
    let named = |rule: &&Rule| rule.patterns.iter().any(|(field, _)| accounts.contains(field));
    services.chain(kinds).filter(named).collect()
}

/// The postings whose amount holds tax that DATEV takes out.
#[derive(Debug, Default)]
pub(crate) struct Taxed {
    rows: u64,
    first: Option<(Place, usize)>,
}

impl Taxed {
    /// Takes note of a posting's row.
    pub(crate) fn see(&mut self, datev: Option<&Datev<'_>>, row: &Row<'_>) {
        if let Some(mark) = datev.and_then(|datev| datev.taxed(row)) {
            self.rows += 1;
            self.first.get_or_insert(mark);
        }
    }

    /// The warning that they are read with their tax.
    pub(crate) fn warning(&self) -> Option<Finding> {
        let (place, length) = self.first?;
        let fault = FileFault::Batch(BatchFault::Gross { rows: self.rows });
        Some(Finding::at(place, fault).spanning(length))
    }
}
