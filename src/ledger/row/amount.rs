//! A row's amount.
//!
//! In: the row's cells for amount and side, or for debit and credit. Out: the amount, an expense being positive, or why
//! there is none. It keeps the rule that amounts of two currencies are never added; what a batch of DATEV says of its
//! amounts beyond that is asked there.

use super::super::Currency;
use super::super::desk::{self, Desk, Read};
use super::super::number;
use super::super::slots::{self, Side, Slot};
use super::Reader;
use crate::agreement::{Field, Sign};
use crate::finding::CellFault;
use crate::finding::cell::{NumberFault, shown};
use crate::money::Money;

impl Reader<'_> {
    /// Amounts of two currencies must not be added.
    pub(super) fn one_currency(&mut self, desk: &mut Desk<'_, '_>) {
        for slot in [self.slots.amount, self.slots.debit, self.slots.credit] {
            let Slot::Column(column) = slot else { continue };
            let cell = desk.row.cell(column);
            if cell.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',' | b'-')) {
                continue;
            }
            let Some(currency) = number::read(cell).ok().and_then(|written| written.currency) else {
                continue;
            };
            let first = self.currency.get_or_insert_with(|| Currency {
                name: currency,
                cell: shown(cell),
                place: desk.row.mark(column),
            });
            let (first, (place, _)) = (first.name, first.place);
            if first != currency {
                let fault = CellFault::Number { cell: shown(cell), fault: NumberFault::Currency { first } };
                desk.refuse(desk.row.finding(column, fault).against(place));
            }
        }
    }

    /// The amount, an expense being positive; `turned`: of a row that is seen from its other account.
    pub(super) fn amount(&self, desk: &mut Desk<'_, '_>, turned: bool) -> Option<Money> {
        let amount = match self.slots.debit {
            Slot::Absent => self.sided(desk),
            _ => self.debit_or_credit(desk),
        };
        let reversed = self.datev.as_ref().map_or(Some(false), |datev| datev.reversed(desk));
        let income = turned ^ reversed? ^ (self.source.sign == Sign::ExpenseNegative);
        amount.map(|amount| if income { -amount } else { amount })
    }

    /// One amount, perhaps with its side.
    fn sided(&self, desk: &mut Desk<'_, '_>) -> Option<Money> {
        let slots = &self.slots;
        let amount = self.unsigned(desk);
        if matches!(slots.side, Slot::Absent) {
            return amount.value();
        }
        match desk.read(slots.side, |cell| Ok(slots::side(cell)?)) {
            Read::Is(Side::Debit) => amount.value(),
            Read::Is(Side::Credit) => amount.value().map(|amount| -amount),
            Read::Bad => None,
            Read::Empty => {
                desk.refuse_at(slots.side, CellFault::Side { cell: String::new() });
                None
            }
        }
    }

    /// The amount as its cell writes it; DATEV's is never below zero, as its side says all.
    fn unsigned(&self, desk: &mut Desk<'_, '_>) -> Read<Money> {
        let slot = match &self.datev {
            None => self.slots.amount,
            Some(datev) => match datev.amount(self.slots.amount, desk) {
                Some(slot) => slot,
                None => return Read::Bad,
            },
        };
        let amount = desk.read(slot, |cell| desk::money(cell, &self.styles));
        match amount {
            Read::Empty => desk.refuse_at(slot, self.missing(&[Field::Amount])),
            Read::Is(amount) if amount.is_negative() && self.datev.is_some() => {
                desk.refuse_at(slot, CellFault::Negative { amount });
                return Read::Bad;
            }
            Read::Is(_) | Read::Bad => {}
        }
        amount
    }

    /// Debit less credit, one of which is empty or zero.
    fn debit_or_credit(&self, desk: &mut Desk<'_, '_>) -> Option<Money> {
        let slots = &self.slots;
        let debit = desk.read(slots.debit, |cell| desk::money(cell, &self.styles));
        let credit = desk.read(slots.credit, |cell| desk::money(cell, &self.styles));
        match (debit, credit) {
            (Read::Is(debit), Read::Empty) => Some(debit),
            (Read::Empty, Read::Is(credit)) => Some(-credit),
            (Read::Empty, Read::Empty) => {
                desk.refuse_at(slots.debit, CellFault::Sides { both: false });
                None
            }
            (Read::Is(debit), Read::Is(credit)) if debit.is_zero() || credit.is_zero() => {
                Some(debit - credit)
            }
            (Read::Is(_), Read::Is(_)) => {
                desk.refuse_at(slots.credit, CellFault::Sides { both: true });
                None
            }
            _ => None,
        }
    }
}
