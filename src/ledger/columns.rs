//! Which column, or which constant, holds which field.
//!
//! In: the header that was found and what the `[[ledger]]` table says. Out: per field a column or a constant,
//! not yet read. Explicit mapping wins and leaves other columns of the field unused; a constant stands before a
//! column. Two columns for one field, and an amount beside debit and credit, are refused.

use std::collections::BTreeMap;

use super::fields::{self, names_of};
use super::header::{Fit, Line, Title, Wanted, folded};
use crate::agreement::source::{ColumnName, Constant};
use crate::agreement::{Agreement, Field, Header, Preset, RuleField, Source};
use crate::finding::cell::shown;
use crate::finding::file::Heading;
use crate::finding::{FileFault, Finding};
use crate::place::Place;

/// Where a field of a ledger is found.
#[derive(Debug, Clone, Copy)]
pub(crate) enum At<'a> {
    Column(usize),
    Constant(&'a Constant),
}

/// What the agreement says about a source's columns.
#[derive(Clone, Copy)]
pub(crate) struct Mapping<'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) source: &'a Source,
}

/// The header as it stands in the file.
#[derive(Clone, Copy)]
pub(crate) struct Titles<'t> {
    pub(crate) line: &'t Line,
    /// The place of the head's first byte.
    pub(crate) head: Place,
}

impl Titles<'_> {
    /// A finding at a cell of the header.
    pub(crate) fn finding(&self, cell: &Title, fault: FileFault) -> Finding {
        Finding::at(self.place(cell.at), fault).spanning(cell.length)
    }

    /// A finding at the second of two columns that hold the same field.
    pub(crate) fn twice(&self, field: Heading, (one, other): (usize, usize), ledger: bool) -> Finding {
        let (first, second) = (&self.line.cells[one], &self.line.cells[other]);
        let numbers = (first.folded == second.folded).then_some((one + 1, other + 1));
        let columns = (shown(&first.name), shown(&second.name));
        let fault = FileFault::ColumnTwice { field, columns, numbers, ledger };
        self.finding(second, fault).against(self.place(first.at))
    }

    pub(crate) fn place(&self, at: usize) -> Place {
        Place::new(self.head.file, self.head.offset + u64::try_from(at).unwrap_or(0))
    }
}

impl<'a> Mapping<'a> {
    /// How well a line would serve as the header.
    pub(crate) fn fit(&self, line: &Line) -> Fit {
        let found = |field: Field| !self.candidates(line, field).is_empty();
        let given = |field: Field| self.source.constants.contains_key(&field) || found(field);
        let numbered = self.source.columns.values().all(|column| match column.name {
            ColumnName::Number(number) => (1..=line.cells.len()).contains(&number),
            ColumnName::Header(_) => true,
        });
        let known = Field::ALL.into_iter().filter(|field| self.named(*field) && found(*field)).count();
        let date = given(Field::Date) || given(Field::VoucherDate);
        let amount = given(Field::Amount) || (given(Field::Debit) && given(Field::Credit));
        Fit { complete: numbered && date && amount, known }
    }

    /// The names that a header needs, for the message.
    pub(crate) fn wanted(&self) -> Wanted {
        let given = |field: &Field| {
            self.source.constants.contains_key(field) || self.source.columns.contains_key(field)
        };
        let groups = [
            [Field::Date, Field::VoucherDate].as_slice(),
            [Field::Amount, Field::Debit, Field::Credit].as_slice(),
        ];
        let missing = groups.into_iter().filter(|group| !group.iter().any(given));
        let names = missing.map(|group| fields::headings(self.source.preset, group)).collect();
        Wanted { names, ledger: true }
    }

    /// The field's place; faults are told, and the field left out.
    pub(crate) fn resolve(
        &self,
        titles: Titles<'_>,
        findings: &mut dyn FnMut(Finding),
    ) -> BTreeMap<Field, At<'a>> {
        let mut at = BTreeMap::new();
        for field in Field::ALL {
            if let Some(found) = self.one(titles, field, findings) {
                at.insert(field, found);
            }
        }
        self.amounts(titles, &mut at, findings);
        self.needed(titles, &at, findings);
        at
    }

    fn one(&self, titles: Titles<'_>, field: Field, findings: &mut dyn FnMut(Finding)) -> Option<At<'a>> {
        let columns = self.candidates(titles.line, field);
        if let Some(column) = self.source.columns.get(&field).filter(|_| columns.is_empty()) {
            let name = match &column.name {
                ColumnName::Header(name) => name.clone(),
                ColumnName::Number(number) => number.to_string(),
            };
            let fault = FileFault::NoColumn { column: name, columns: titles.line.names() };
            findings(Finding::at(column.place, fault));
            return None;
        }
        if let Some(constant) = self.source.constants.get(&field) {
            if let Some(cell) = columns.first().and_then(|column| titles.line.cells.get(*column)) {
                let fault =
                    FileFault::ConstantFirst { field: self.heading(field), column: shown(&cell.name) };
                findings(titles.finding(cell, fault).against(constant.place));
            }
            return Some(At::Constant(constant));
        }
        if let [first, second, ..] = columns[..]
            && self.is_used(field)
        {
            findings(titles.twice(self.heading(field), (first, second), true));
        }
        columns.first().map(|column| At::Column(*column))
    }

    /// The columns of the line that would hold the field.
    fn candidates(&self, line: &Line, field: Field) -> Vec<usize> {
        if let Some(column) = self.source.columns.get(&field) {
            return self.mapped(line, &column.name);
        }
        let taken = |index: usize| {
            self.source.columns.values().any(|column| self.mapped(line, &column.name).contains(&index))
        };
        if self.source.header == Header::Absent {
            return Vec::new();
        }
        let names = names_of(self.source.preset, field);
        let cells = line.cells.iter().enumerate();
        let fits = cells.filter(|(_, cell)| names.is_some_and(|names| names.has(&cell.folded)));
        fits.map(|(index, _)| index).filter(|index| !taken(*index)).collect()
    }

    /// The columns of the line that umlage.toml means.
    fn mapped(&self, line: &Line, name: &ColumnName) -> Vec<usize> {
        match name {
            ColumnName::Number(number) => {
                let index = number.checked_sub(1).filter(|index| *index < line.cells.len());
                index.into_iter().collect()
            }
            ColumnName::Header(_) if self.source.header == Header::Absent => Vec::new(),
            ColumnName::Header(name) => {
                let wanted = folded(name);
                let cells = line.cells.iter().enumerate();
                cells.filter(|(_, cell)| cell.folded == wanted).map(|(index, _)| index).collect()
            }
        }
    }

    /// Is the field looked for by a name?
    fn named(&self, field: Field) -> bool {
        let column = self.source.columns.get(&field).map(|column| &column.name);
        !matches!(column, Some(ColumnName::Number(_)))
    }

    fn explicit(&self, field: Field) -> bool {
        self.source.columns.contains_key(&field) || self.source.constants.contains_key(&field)
    }

    /// An amount is one column, or debit and credit are two.
    fn amounts(
        &self,
        titles: Titles<'_>,
        at: &mut BTreeMap<Field, At<'a>>,
        findings: &mut dyn FnMut(Finding),
    ) {
        let (one, two) = ([Field::Amount, Field::Side], [Field::Debit, Field::Credit]);
        if one.iter().any(|field| self.explicit(*field)) {
            at.retain(|field, _| !two.contains(field) || self.explicit(*field));
        } else if two.iter().any(|field| self.explicit(*field)) {
            at.retain(|field, _| !one.contains(field));
        }
        let columns: Vec<&Title> = one
            .iter()
            .chain(&two)
            .filter_map(|field| match at.get(field) {
                Some(At::Column(column)) => titles.line.cells.get(*column),
                _ => None,
            })
            .collect();
        let both =
            one.iter().any(|field| at.contains_key(field)) && two.iter().any(|field| at.contains_key(field));
        if let (true, Some(last)) = (both, columns.last()) {
            let columns = columns.iter().map(|cell| cell.name.clone()).collect();
            findings(titles.finding(last, FileFault::AmountTwice { columns }));
        }
    }

    /// A posting needs a date, an amount and a payer; DATEV's its side and two accounts as well.
    fn needed(&self, titles: Titles<'_>, at: &BTreeMap<Field, At<'a>>, findings: &mut dyn FnMut(Finding)) {
        let has = |field: &Field| at.contains_key(field) || self.source.columns.contains_key(field);
        let mut miss = |fields: &[Field]| {
            let fields = fields::headings(self.source.preset, fields);
            let fault = FileFault::NoField { fields, columns: titles.line.names(), ledger: true };
            findings(Finding::at(titles.place(titles.line.start), fault));
        };
        if !has(&Field::Date) && !has(&Field::VoucherDate) {
            miss(&[Field::Date, Field::VoucherDate]);
        }
        match (has(&Field::Amount), has(&Field::Debit), has(&Field::Credit)) {
            (false, false, false) => miss(&[Field::Amount]),
            (false, false, true) => miss(&[Field::Debit]),
            (false, true, false) => miss(&[Field::Credit]),
            _ => {}
        }
        if self.source.preset != Preset::Umlage {
            let needed = [Field::Side, Field::Account, Field::CounterAccount];
            let plain = !has(&Field::Debit);
            for field in needed.into_iter().filter(|field| !has(field) && (plain || *field != Field::Side)) {
                miss(&[field]);
            }
        }
        if self.source.payer.is_none() && !has(&Field::Payer) {
            miss(&[Field::Payer]);
        }
    }

    fn heading(&self, field: Field) -> Heading {
        fields::heading(self.source.preset, field)
    }

    /// Would it matter which of two columns is taken? Fields that only rules look at matter where one does.
    fn is_used(&self, field: Field) -> bool {
        let looked_at = match field {
            _ if self.source.columns.contains_key(&field) => return true,
            Field::Voucher => RuleField::Voucher,
            Field::CounterAccount => RuleField::CounterAccount,
            Field::Product => RuleField::Product,
            Field::Vendor => RuleField::Vendor,
            Field::Text => RuleField::Text,
            _ => return true,
        };
        self.agreement.looks_at(looked_at)
    }
}
