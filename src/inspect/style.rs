//! How the numbers and the dates of some columns are written.
//!
//! In: what their cells prove. Out: the decimal mark and the date form that the first proof says, with the place of
//! the first cell that contradicts it, or what is left open. It is the rule by which ledgers are read: one file, one
//! form, and what nothing decides is not guessed.

use super::amounts::{MARKS, Sum};
use super::cited::{Cited, Places};
use super::column::Tallied;
use super::days::{DECLARED, Range};
use crate::ledger::date::Form;
use crate::ledger::number::Mark;

/// How numbers are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The decimal mark, where a cell proves it.
    pub decimal: Option<char>,
    /// The first cell that does.
    pub proof: Option<Cited>,
    /// The first cell that proves the other one.
    pub against: Option<Cited>,
    /// Cells that may have either.
    pub open: Places,
}

impl Numbers {
    /// Does nothing decide, although it matters?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.decimal.is_none() && !self.open.is_empty()
    }
}

/// How dates are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    /// The form in letters of `strftime`, where a cell proves it.
    pub format: Option<String>,
    /// The first cell that does.
    pub proof: Option<Cited>,
    /// The first cell that is written otherwise.
    pub against: Option<Cited>,
    /// Cells whose day and month may be exchanged.
    pub open: Places,
    /// Cells that only a declared format reads.
    pub undeclared: Places,
    /// The formats that read all of them.
    pub formats: Vec<&'static str>,
    /// Day numbers of a spreadsheet.
    pub serials: Places,
}

impl Dates {
    /// Does nothing decide, although it matters?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.format.is_none() && !self.open.is_empty()
    }
}

/// How the numbers of these columns are written.
pub(super) fn numbers(columns: &[&Tallied]) -> Numbers {
    let first = |index: usize| {
        let proofs = columns.iter().filter_map(|column| column.amounts.proofs[index].one());
        proofs.min_by_key(|cited| cited.place).cloned()
    };
    let open = columns.iter().fold(Places::default(), |places, column| places.with(&column.amounts.open));
    let mut proofs: Vec<(Mark, Cited)> =
        MARKS.into_iter().enumerate().filter_map(|(index, mark)| Some((mark, first(index)?))).collect();
    proofs.sort_by_key(|(_, cited)| cited.place);
    let mut proofs = proofs.into_iter();
    let (decimal, proof) = proofs.next().map(|(mark, cited)| (mark.char(), cited)).unzip();
    Numbers { decimal, proof, against: proofs.next().map(|(_, cited)| cited), open }
}

/// How the dates of these columns are written.
pub(super) fn dates(columns: &[&Tallied]) -> Dates {
    let all = |places: fn(&Tallied) -> &Places| {
        columns.iter().fold(Places::default(), |sum, column| sum.with(places(column)))
    };
    let (open, undeclared) = (all(|column| &column.days.open), all(|column| &column.days.short));
    let serials = all(|column| &column.days.serials);
    let read = |format: &usize| columns.iter().map(|column| column.days.declared[*format].cells).sum::<u64>();
    let fits = |format: &usize| undeclared.count > 0 && read(format) == undeclared.count;
    let formats = (0..DECLARED.len()).filter(fits).map(|format| DECLARED[format]).collect();
    let forms = columns.iter().flat_map(|column| &column.days.forms);
    let mut proofs: Vec<(&Form, &Cited)> =
        forms.filter_map(|(form, places)| Some((form, places.one()?))).collect();
    proofs.sort_by_key(|(_, cited)| cited.place);
    let Some((form, proof)) = proofs.first().copied() else {
        return Dates { open, undeclared, formats, serials, ..Dates::default() };
    };
    let slashed = matches!(form, Form::DayFirst | Form::MonthFirst);
    let other = proofs.iter().find(|(other, _)| *other != form).map(|(_, cited)| *cited);
    let unlike = open.one().filter(|_| !slashed);
    let against = [other, unlike, undeclared.one()].into_iter().flatten().min_by_key(|cited| cited.place);
    let (proof, against) = (Some(proof.clone()), against.cloned());
    Dates { format: Some(form.format().to_owned()), proof, against, open, undeclared, formats, serials }
}

/// The amounts of a column, read in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// The decimal mark, where it matters.
    pub decimal: Option<char>,
    /// The amounts.
    pub sum: Sum,
    /// The amounts in rows that look like sums.
    pub aside: Sum,
    /// Cells that are no amounts.
    pub unfit: Places,
}

/// The column's amounts: in one way if the mark is known or does not matter, else in both.
pub(super) fn totals(column: &Tallied, file: &Numbers) -> Vec<Total> {
    let own = numbers(&[column]);
    let known = own.decimal.or(file.decimal);
    let total = |index: usize, decimal| Total {
        decimal,
        sum: column.amounts.sums[index],
        aside: column.aside[index],
        unfit: column.amounts.unfit[index].clone(),
    };
    match known {
        Some(',') => vec![total(0, known)],
        Some(_) => vec![total(1, known)],
        None if own.open.is_empty() => vec![total(0, None)],
        None => MARKS.iter().enumerate().map(|(index, mark)| total(index, Some(mark.char()))).collect(),
    }
}

/// The days of a column, read in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// The format, where it matters.
    pub format: Option<String>,
    /// The days.
    pub range: Range,
}

/// The column's days: in one way if the form is known or does not matter, else in all that are left.
pub(super) fn reaches(column: &Tallied, file: &Dates) -> Vec<Reach> {
    let days = &column.days;
    let read = |format: &str, range: Range| Reach { format: Some(format.to_owned()), range };
    let slashed = [Form::DayFirst, Form::MonthFirst];
    let slashed = slashed.iter().enumerate().map(|(index, form)| {
        let range = days.sure.with(days.either[index]);
        read(form.format(), range)
    });
    if days.short.count > 0 && file.format.is_none() {
        let formats = days.formats().into_iter();
        return formats.map(|format| read(DECLARED[format], days.sure.with(days.declared[format]))).collect();
    }
    match &file.format {
        _ if days.open.is_empty() => vec![Reach { format: file.format.clone(), range: days.sure }],
        Some(known) => {
            let found = slashed.clone().find(|reach| reach.format.as_deref() == Some(known));
            vec![found.unwrap_or(Reach { format: Some(known.clone()), range: days.sure })]
        }
        None => slashed.collect(),
    }
}
