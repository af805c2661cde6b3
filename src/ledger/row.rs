//! A row becomes a posting.
//!
//! In: a row, and which slot holds which field. Out: the posting, or every fault of the row. A row of which
//! anything that is needed cannot be read is no posting. Text is handed on as it stands; what it names is
//! resolved later.

use super::desk::{self, Desk, Read, Refusal};
use super::dialect::Styles;
use super::fields::heading;
use super::rows::Row;
use super::slots::{self, Side, Slot, Slots};
use super::{Posting, number};
use crate::agreement::{Agreement, Field, Header, PartnerId, Pick, RuleField, Sign, Source};
use crate::finding::cell::{NumberFault, PeriodFault, shown};
use crate::finding::{CellFault, Finding};
use crate::money::Money;
use crate::period::{Date, Span, Year};
use crate::place::Place;

/// What is needed to read a file's rows.
pub(crate) struct Reader<'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) source: &'a Source,
    pub(crate) index: usize,
    pub(crate) slots: Slots<'a>,
    pub(crate) styles: Styles,
    /// The first currency that a cell names, and where.
    pub(crate) currency: Option<(&'static str, Place)>,
}

impl<'a> Reader<'a> {
    /// Is the row none, by a rule of `skip`? Then which rule, and the amount that the row holds, if it can be read.
    pub(crate) fn skipped(&self, row: &Row<'_>) -> Option<(usize, Money)> {
        let rule = self.skip_rule(row)?;
        let mut quiet = |_| ();
        let mut desk = Desk::new(row, &mut quiet);
        Some((rule, self.amount(&mut desk).unwrap_or_default()))
    }

    /// The first rule of `skip` that fits the row. Its cells are looked at as they stand, few or many.
    pub(crate) fn skip_rule(&self, row: &Row<'_>) -> Option<usize> {
        let raw = Raw { reader: self, row };
        self.source.skip.iter().position(|rule| rule.fits(&raw))
    }

    /// The posting that the row is.
    pub(crate) fn posting<'r>(
        &mut self,
        row: &Row<'r>,
        findings: &mut dyn FnMut(Finding),
    ) -> Option<Posting<'r>>
    where
        'a: 'r,
    {
        let mut desk = Desk::new(row, findings);
        let whole = match self.source.header {
            Header::Absent => desk.reaches(self.slots.width),
            Header::Found | Header::Line(_) => desk.has_width(self.slots.width),
        };
        if !whole {
            return None;
        }
        self.one_currency(&mut desk);
        desk.keeps_its_characters(self.slots.texts());
        let dated = self.date(&mut desk);
        let fiscal_year = self.fiscal_year(&mut desk);
        let period = self.period(&mut desk);
        let amount = self.amount(&mut desk);
        let payer = self.payer(&mut desk);
        let ((date, by_voucher_date), amount, payer) = (dated?, amount?, payer?);
        let slots = &self.slots;
        desk.good.then(|| Posting {
            place: row.place(),
            source: self.index,
            date,
            by_voucher_date,
            fiscal_year,
            period,
            amount,
            payer,
            service: text(row, slots.service),
            voucher: text(row, slots.voucher),
            account: text(row, slots.account),
            cost_centre: text(row, slots.cost_centre),
            product: text(row, slots.product),
            vendor: text(row, slots.vendor),
            text: text(row, slots.text),
        })
    }

    /// Amounts of two currencies must not be added.
    fn one_currency(&mut self, desk: &mut Desk<'_, '_>) {
        for slot in [self.slots.amount, self.slots.debit, self.slots.credit] {
            let Slot::Column(column) = slot else { continue };
            let cell = desk.row.cell(column);
            if cell.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',' | b'-')) {
                continue;
            }
            let Some(currency) = number::read(cell).ok().and_then(|written| written.currency) else {
                continue;
            };
            let (first, place) = *self.currency.get_or_insert((currency, desk.row.mark(column).0));
            if first != currency {
                let fault = CellFault::Number { cell: shown(cell), fault: NumberFault::Currency { first } };
                desk.refuse(desk.row.finding(column, fault).against(place));
            }
        }
    }

    /// The date, and whether it is the voucher's.
    fn date(&self, desk: &mut Desk<'_, '_>) -> Option<(Date, bool)> {
        let slots = &self.slots;
        let own = desk.read(slots.date, |cell| desk::day(cell, &self.styles));
        let voucher = desk.read(slots.voucher_date, |cell| desk::day(cell, &self.styles));
        match (own, voucher) {
            (Read::Is(date), _) => Some((date, false)),
            (Read::Empty, Read::Is(date)) => Some((date, true)),
            (Read::Empty, Read::Empty) => {
                let fields = vec![heading(Field::Date), heading(Field::VoucherDate)];
                let has_date = matches!(slots.date, Slot::Column(_));
                desk.refuse_at(
                    if has_date { slots.date } else { slots.voucher_date },
                    CellFault::Missing { fields },
                );
                None
            }
            _ => None,
        }
    }

    fn fiscal_year(&self, desk: &mut Desk<'_, '_>) -> Option<Year> {
        desk.read(self.slots.fiscal_year, |cell| Ok(slots::year(cell)?)).value()
    }

    fn period(&self, desk: &mut Desk<'_, '_>) -> Option<Span> {
        let slots = &self.slots;
        let from = desk.read(slots.period_from, |cell| desk::day(cell, &self.styles));
        let to = desk.read(slots.period_to, |cell| desk::day(cell, &self.styles));
        match (from, to) {
            (Read::Is(from), Read::Is(to)) => {
                let span = Span::new(from, to);
                if span.is_none() {
                    desk.refuse_at(slots.period_to, CellFault::Period(PeriodFault::Reversed));
                }
                span
            }
            (Read::Is(_), Read::Empty) => {
                desk.refuse_at(slots.period_from, half(slots.period_to, Field::PeriodTo));
                None
            }
            (Read::Empty, Read::Is(_)) => {
                desk.refuse_at(slots.period_to, half(slots.period_from, Field::PeriodFrom));
                None
            }
            _ => None,
        }
    }

    /// The amount, an expense being positive.
    fn amount(&self, desk: &mut Desk<'_, '_>) -> Option<Money> {
        let amount = match self.slots.debit {
            Slot::Absent => self.sided(desk),
            _ => self.debit_or_credit(desk),
        }?;
        Some(match self.source.sign {
            Sign::ExpensePositive => amount,
            Sign::ExpenseNegative => -amount,
        })
    }

    /// One amount, perhaps with its side.
    fn sided(&self, desk: &mut Desk<'_, '_>) -> Option<Money> {
        let slots = &self.slots;
        let amount = desk.read(slots.amount, |cell| desk::money(cell, &self.styles));
        if amount == Read::Empty {
            desk.refuse_at(slots.amount, CellFault::Missing { fields: vec![heading(Field::Amount)] });
        }
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

    /// Who paid: by the source, which a cell must not contradict, else by the constant or the cell.
    fn payer(&self, desk: &mut Desk<'_, '_>) -> Option<PartnerId> {
        let read = |cell: &str| -> Result<PartnerId, Refusal> {
            let named = self.agreement.partner_called(cell);
            match self.source.payer {
                Some(payer) if named != Some(payer) => {
                    let declared = self.agreement.partner(payer).id.clone();
                    Err(CellFault::OtherPayer { cell: shown(cell), declared }.into())
                }
                _ => Ok(slots::payer(cell, self.agreement)?),
            }
        };
        match (desk.read(self.slots.payer, read), self.source.payer) {
            (Read::Empty, Some(payer)) | (Read::Is(payer), _) => Some(payer),
            (Read::Empty, None) => {
                desk.refuse_at(self.slots.payer, CellFault::Missing { fields: vec![heading(Field::Payer)] });
                None
            }
            (Read::Bad, _) => None,
        }
    }
}

/// Half a period, of which this other end is empty or has no column.
fn half(other: Slot<Date>, field: Field) -> CellFault {
    let absent = matches!(other, Slot::Absent).then(|| heading(field));
    CellFault::Period(PeriodFault::Half { absent })
}

fn text<'r, 'a: 'r>(row: &Row<'r>, slot: Slot<&'a str>) -> &'r str {
    match slot {
        Slot::Column(column) => row.cell(column),
        Slot::Constant(text) => text.unwrap_or_default(),
        Slot::Absent => "",
    }
}

/// A row's cells before any of them is read.
struct Raw<'u, 'a, 'r> {
    reader: &'u Reader<'a>,
    row: &'u Row<'r>,
}

impl Pick for Raw<'_, '_, '_> {
    fn payer(&self) -> Option<PartnerId> {
        self.reader.source.payer.or_else(|| match self.reader.slots.payer {
            Slot::Column(column) => self.reader.agreement.partner_called(self.row.cell(column)),
            Slot::Constant(payer) => payer,
            Slot::Absent => None,
        })
    }

    fn cell(&self, field: RuleField) -> &str {
        let slots = &self.reader.slots;
        let slot = match field {
            RuleField::CostCentre => slots.cost_centre,
            RuleField::Account => slots.account,
            RuleField::Product => slots.product,
            RuleField::Vendor => slots.vendor,
            RuleField::Text => slots.text,
            RuleField::Voucher => slots.voucher,
        };
        text(self.row, slot)
    }
}
