//! A row becomes a posting.
//!
//! In: a row, and which slot holds which field. Out: the posting, or every fault of the row. A row of which
//! anything that is needed cannot be read is no posting. Text is handed on as it stands; what it names is
//! resolved later.

use super::datev::Datev;
use super::datev::side::{self, Seen};
use super::desk::{self, Desk, Read, Refusal};
use super::dialect::Styles;
use super::fields;
use super::rows::Row;
use super::slots::{self, Slot, Slots};
use super::{Currency, Posting, View};
use crate::agreement::{Agreement, Field, Header, PartnerId, Pick, Rule, RuleField, Source};
use crate::finding::cell::{PeriodFault, shown};
use crate::finding::{CellFault, Finding};
use crate::money::Money;
use crate::period::{Date, Span, Year};

mod amount;

/// What is needed to read a file's rows.
pub(crate) struct Reader<'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) source: &'a Source,
    pub(crate) index: usize,
    pub(crate) slots: Slots<'a>,
    pub(crate) styles: Styles,
    /// What only a batch of DATEV has.
    pub(crate) datev: Option<Datev<'a>>,
    /// The first amount that names its currency.
    pub(crate) currency: Option<Currency>,
}

impl<'a> Reader<'a> {
    /// Is the row none, by a rule of `skip`? Then which rule, and the amount that the row holds, if it can be read.
    pub(crate) fn skipped(&self, row: &Row<'_>) -> Option<(usize, Money)> {
        let (rule, seen) = self.skip(row)?;
        let mut quiet = |_| ();
        let mut desk = Desk::new(row, &mut quiet);
        Some((rule, self.amount(&mut desk, seen.turned).unwrap_or_default()))
    }

    /// The first rule of `skip` that fits the row. Its cells are looked at as they stand, few or many.
    pub(crate) fn skip_rule(&self, row: &Row<'_>) -> Option<usize> {
        self.skip(row).map(|(rule, _)| rule)
    }

    /// That rule, and the account that the row was seen from.
    fn skip<'r>(&self, row: &Row<'r>) -> Option<(usize, Seen<'r>)>
    where
        'a: 'r,
    {
        if self.source.skip.is_empty() {
            return None;
        }
        let seen = self.seen(row);
        let fits = |rule: &Rule, seen: Seen<'r>| rule.fits(&Raw { reader: self, row, seen });
        self.source.skip.iter().enumerate().find_map(|(index, rule)| {
            let seen = match seen.view {
                View::Given => Some(seen).filter(|seen| fits(rule, *seen)),
                View::Neither | View::Both => side::skipped(rule, seen, |seen| fits(rule, seen)),
            };
            seen.map(|seen| (index, seen))
        })
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
        let seen = self.seen(row);
        self.account(&mut desk);
        let amount = self.amount(&mut desk, seen.turned);
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
            account: seen.account,
            counter_account: seen.counter_account,
            cost_centre: text(row, slots.cost_centre),
            product: text(row, slots.product),
            vendor: text(row, slots.vendor),
            text: text(row, slots.text),
            view: seen.view,
        })
    }

    /// All columns that are looked at.
    pub(crate) fn columns(&self) -> Vec<usize> {
        let mut columns = self.slots.columns();
        columns.extend(self.datev.iter().flat_map(Datev::columns));
        columns
    }

    /// The accounts as the posting has them.
    fn seen<'r>(&self, row: &Row<'r>) -> Seen<'r>
    where
        'a: 'r,
    {
        let (account, counter_account) =
            (text(row, self.slots.account), text(row, self.slots.counter_account));
        match &self.datev {
            None => Seen { account, counter_account, turned: false, view: View::Given },
            Some(datev) => datev.seen((account, counter_account), self.paid_by(row)),
        }
    }

    /// Who paid, as far as that can be said before the row is read.
    fn paid_by(&self, row: &Row<'_>) -> Option<PartnerId> {
        self.source.payer.or_else(|| match self.slots.payer {
            Slot::Column(column) => self.agreement.partner_called(row.cell(column)),
            Slot::Constant(payer) => payer,
            Slot::Absent => None,
        })
    }

    /// A posting of DATEV is on an account.
    fn account(&self, desk: &mut Desk<'_, '_>) {
        if self.datev.is_some() && text(desk.row, self.slots.account).is_empty() {
            desk.refuse_at(self.slots.account, self.missing(&[Field::Account]));
        }
    }

    fn missing(&self, fields: &[Field]) -> CellFault {
        CellFault::Missing { fields: fields::headings(self.source.preset, fields) }
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
                let has_date = matches!(slots.date, Slot::Column(_));
                desk.refuse_at(
                    if has_date { slots.date } else { slots.voucher_date },
                    self.missing(&[Field::Date, Field::VoucherDate]),
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
                desk.refuse_at(slots.period_from, self.half(slots.period_to, Field::PeriodTo));
                None
            }
            (Read::Empty, Read::Is(_)) => {
                desk.refuse_at(slots.period_to, self.half(slots.period_from, Field::PeriodFrom));
                None
            }
            _ => None,
        }
    }

    /// Half a period, of which this other end is empty or has no column.
    fn half(&self, other: Slot<Date>, field: Field) -> CellFault {
        let absent = matches!(other, Slot::Absent).then(|| fields::heading(self.source.preset, field));
        CellFault::Period(PeriodFault::Half { absent })
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
                desk.refuse_at(
                    self.slots.payer,
                    CellFault::Missing { fields: vec![fields::heading(self.source.preset, Field::Payer)] },
                );
                None
            }
            (Read::Bad, _) => None,
        }
    }
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
    seen: Seen<'r>,
}

impl Pick for Raw<'_, '_, '_> {
    fn payer(&self) -> Option<PartnerId> {
        self.reader.paid_by(self.row)
    }

    fn cell(&self, field: RuleField) -> &str {
        let slots = &self.reader.slots;
        let slot = match field {
            RuleField::Account => return self.seen.account,
            RuleField::CounterAccount => return self.seen.counter_account,
            RuleField::CostCentre => slots.cost_centre,
            RuleField::Product => slots.product,
            RuleField::Vendor => slots.vendor,
            RuleField::Text => slots.text,
            RuleField::Voucher => slots.voucher,
        };
        text(self.row, slot)
    }
}
