//! Reading a row's cells, and noting that one of them could not be read.
//!
//! In: a row, a slot, and how its cell is read. Out: the value, or that the cell is empty, or that it is bad and
//! told. A row is good as long as nothing of it was refused.

use super::dialect::{Known, Styles};
use super::rows::Row;
use super::slots::Slot;
use super::{date, number};
use crate::finding::cell::{DateFault, NumberFault, shown};
use crate::finding::{CellFault, Finding};
use crate::fraction::Quantity;
use crate::money::Money;
use crate::period::Date;
use crate::place::Place;

/// A field of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Read<T> {
    Empty,
    /// And told.
    Bad,
    Is(T),
}

impl<T> Read<T> {
    /// The value that there is.
    pub(crate) fn value(self) -> Option<T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Empty | Self::Bad => None,
        }
    }
}

/// A cell's fault, and the place that it contradicts.
#[derive(Debug)]
pub(crate) struct Refusal {
    fault: CellFault,
    against: Option<Place>,
}

impl From<CellFault> for Refusal {
    fn from(fault: CellFault) -> Self {
        Self { fault, against: None }
    }
}

/// A row and its faults.
pub(crate) struct Desk<'d, 'r> {
    pub(crate) row: &'d Row<'r>,
    pub(crate) good: bool,
    pub(crate) findings: &'d mut dyn FnMut(Finding),
}

impl<'d, 'r> Desk<'d, 'r> {
    pub(crate) fn new(row: &'d Row<'r>, findings: &'d mut dyn FnMut(Finding)) -> Self {
        Self { row, good: true, findings }
    }

    pub(crate) fn refuse(&mut self, finding: Finding) {
        self.good = false;
        (self.findings)(finding);
    }

    /// A row with fewer cells than the header has lost some; one with more, unless they are empty, was cut
    /// wrongly. Either way no cell can be trusted.
    pub(crate) fn has_width(&mut self, expected: usize) -> bool {
        let row = self.row;
        let extra = (expected..row.len()).find(|column| !row.cell(*column).is_empty());
        if let Some(extra) = extra {
            self.refuse(row.finding(extra, CellFault::Width { found: row.len(), expected }));
        }
        self.reaches(expected)
    }

    /// Has the row so many cells, or more? That is all that can be asked where no header says how many it should
    /// have.
    pub(crate) fn reaches(&mut self, expected: usize) -> bool {
        let row = self.row;
        if row.len() < expected {
            self.refuse(Finding::at(row.place(), CellFault::Width { found: row.len(), expected }));
        }
        self.good
    }

    /// A character that was lost before the file came here is told.
    pub(crate) fn keeps_its_characters(&mut self, columns: impl Iterator<Item = usize>) {
        let row = self.row;
        if row.is_ascii() {
            return;
        }
        for column in columns.filter(|column| row.cell(*column).contains(char::REPLACEMENT_CHARACTER)) {
            self.refuse(row.finding(column, CellFault::Replacement));
        }
    }

    /// A fault at the slot's cell, or at the row where it has none.
    pub(crate) fn refuse_at<T: Copy>(&mut self, slot: Slot<T>, fault: CellFault) {
        self.refuse(match slot {
            Slot::Column(column) => self.row.finding(column, fault),
            Slot::Absent | Slot::Constant(_) => Finding::at(self.row.place(), fault),
        });
    }

    /// The slot's value.
    pub(crate) fn read<T: Copy>(
        &mut self,
        slot: Slot<T>,
        read: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Read<T> {
        match slot {
            Slot::Absent => Read::Empty,
            Slot::Constant(Some(value)) => Read::Is(value),
            Slot::Constant(None) => {
                self.good = false;
                Read::Bad
            }
            Slot::Column(column) => self.cell(column, read),
        }
    }

    /// The cell's value.
    pub(crate) fn cell<T>(
        &mut self,
        column: usize,
        read: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Read<T> {
        let row = self.row;
        match row.cell(column) {
            "" => Read::Empty,
            cell => match read(cell) {
                Ok(value) => Read::Is(value),
                Err(Refusal { fault, against }) => {
                    let finding = row.finding(column, fault);
                    self.refuse(against.map_or(finding.clone(), |place| finding.against(place)));
                    Read::Bad
                }
            },
        }
    }
}

/// Reads a date.
pub(crate) fn day(cell: &str, styles: &Styles) -> Result<Date, Refusal> {
    date::read(cell, &styles.form).map_err(|fault| {
        let against = styles.form.place().filter(|_| matches!(fault, DateFault::Contradicts { .. }));
        Refusal { fault: CellFault::Date { cell: shown(cell), fault }, against }
    })
}

/// Reads an amount.
pub(crate) fn money(cell: &str, styles: &Styles) -> Result<Money, Refusal> {
    let money = number::read(cell).and_then(|written| written.money(&styles.mark));
    money.map_err(|fault| number_refused(cell, fault, &styles.mark))
}

/// Reads a quantity.
pub(crate) fn quantity(cell: &str, styles: &Styles) -> Result<Quantity, Refusal> {
    let quantity = number::read(cell).and_then(|written| written.quantity(&styles.mark));
    quantity.map_err(|fault| number_refused(cell, fault, &styles.mark))
}

fn number_refused(cell: &str, fault: NumberFault, mark: &Known<number::Mark>) -> Refusal {
    let against = mark.place().filter(|_| matches!(fault, NumberFault::Contradicts { .. }));
    Refusal { fault: CellFault::Number { cell: shown(cell), fault }, against }
}
