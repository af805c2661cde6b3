//! A row that leaves no doubt becomes a posting like one before it.
//!
//! In: the ends of a row's cells, and the plan of its file. Out: its date, period and amount, and the number of the
//! rows that are alike; or that it must be read cell by cell.

use super::cents::cents;
use super::days::Days;
use super::index::RowEnd;
use super::kin::Kins;
use super::plan::{Amount, Day, Plan};
use super::{Stop, View, to_u64};
use crate::agreement::lower;
use crate::ledger::{Again, KinId, date};
use crate::money::Money;
use crate::period::{Date, Span};
use crate::place::{FileId, Place};

/// A row's cells in the window.
pub(super) struct Row<'w> {
    window: &'w [u8],
    /// Per cell, the byte after it, so many bytes too far.
    ends: &'w [u32],
    shift: usize,
    start: usize,
}

impl<'w> Row<'w> {
    /// `start` and the ends count from so many bytes before the window.
    #[inline(always)]
    pub(super) fn new(window: &'w [u8], ends: &'w [u32], start: usize, shift: usize) -> Self {
        Self { window, ends, shift, start: start - shift }
    }

    #[inline(always)]
    fn len(&self) -> usize {
        self.ends.len()
    }

    #[inline(always)]
    fn end(&self, column: usize) -> usize {
        usize::try_from(self.ends[column]).unwrap_or(usize::MAX) - self.shift
    }

    #[inline(always)]
    fn begin(&self, column: usize) -> usize {
        column.checked_sub(1).map_or(self.start, |before| self.end(before) + 1)
    }

    #[inline(always)]
    fn bytes(&self) -> &'w [u8] {
        &self.window[self.start..self.end(self.len() - 1)]
    }

    /// The columns' bytes with what divides them, quotes and all.
    #[inline(always)]
    fn run(&self, (first, last): (usize, usize)) -> &'w [u8] {
        &self.window[self.begin(first)..self.end(last)]
    }

    /// Where the cell's text lies, without quotes and blanks around it.
    #[inline(always)]
    fn cell(&self, column: usize) -> (usize, usize) {
        let (mut start, mut end) = (self.begin(column), self.end(column));
        let bytes = self.window;
        // The index has seen that a quote which opens a cell is closed at its end.
        if start < end && bytes[start] == b'"' {
            (start, end) = (start + 1, end - 1);
        }
        while start < end && bytes[start].is_ascii_whitespace() {
            start += 1;
        }
        while start < end && bytes[end - 1].is_ascii_whitespace() {
            end -= 1;
        }
        (start, end)
    }

    #[inline(always)]
    fn is_empty(&self, column: usize) -> bool {
        let (start, end) = self.cell(column);
        start == end
    }
}

/// What a row says in date, period and amount.
struct Plain {
    date: Date,
    period: Option<Span>,
    /// In cents, as the cells write it.
    amount: i64,
}

/// What rows are read by, and what is known from those before.
pub(super) struct Sight {
    plan: Plan,
    file: FileId,
    pub(super) delimiter: u8,
    kins: Kins,
    days: Days,
    /// The bytes of the cells of the row that was not met before.
    key: Vec<u8>,
}

impl Sight {
    pub(super) fn new(plan: Plan, file: FileId, delimiter: u8) -> Self {
        Self { plan, file, delimiter, kins: Kins::new(), days: Days::new(), key: Vec::new() }
    }

    /// As many cells as rows are likely to have.
    #[inline(always)]
    pub(super) fn width(&self) -> usize {
        self.plan.width
    }

    /// The number under which the row that was not met before may be remembered.
    pub(super) fn next(&self) -> Option<KinId> {
        self.kins.next(&self.key)
    }

    /// Remembers that row; do its cells turn the sign of the amount?
    pub(super) fn learn(&mut self, turned: bool) {
        self.kins.add(&self.key, turned);
    }

    /// The posting that the row is.
    #[inline(always)]
    pub(super) fn read(&mut self, row: &Row<'_>, end: RowEnd, view: &mut View<'_>) -> Result<Again, Stop> {
        let plain = self.plain(row, end).ok_or(Stop::Doubtful)?;
        if end.beyond_ascii && !self.keeps_its_characters(row, view) {
            return Err(Stop::Doubtful);
        }
        if self.is_by_a_partner(row, view) || !view.unread.knows(row.len(), |column| row.is_empty(column)) {
            return Err(Stop::Doubtful);
        }
        let Plain { date, period, amount } = plain;
        let Some((kin, turned)) = self.kin(row) else { return Err(Stop::Unknown { amount }) };
        let amount = Money::cents(i128::from(if turned { -amount } else { amount }));
        let place = Place::new(self.file, view.offset + to_u64(row.start));
        Ok(Again { kin, place, date, period, amount })
    }

    #[inline(always)]
    fn plain(&mut self, row: &Row<'_>, end: RowEnd) -> Option<Plain> {
        let width = self.plan.width;
        let whole = row.len() == width
            || (row.len() > width
                && (self.plan.more || (width..row.len()).all(|column| row.is_empty(column))));
        if end.doubtful || !whole {
            return None;
        }
        let date = match self.plan.date {
            Day::Constant(date) => date,
            Day::Column(column) => self.day(row, column)?,
        };
        if let Some(column) = self.plan.voucher_date
            && !row.is_empty(column)
        {
            self.day(row, column)?;
        }
        let period = match self.plan.period {
            Some((from, to)) if !row.is_empty(from) || !row.is_empty(to) => {
                Some(Span::new(self.day(row, from)?, self.day(row, to)?)?)
            }
            _ => None,
        };
        let amount = match self.plan.amount {
            Amount::One(column) => self.amount(row, column)?,
            Amount::DebitOrCredit(debit, credit) if row.is_empty(credit) => self.amount(row, debit)?,
            Amount::DebitOrCredit(debit, credit) if row.is_empty(debit) => -self.amount(row, credit)?,
            Amount::DebitOrCredit(..) => return None,
        };
        Some(Plain { date, period, amount })
    }

    #[inline(always)]
    fn day(&mut self, row: &Row<'_>, column: usize) -> Option<Date> {
        let form = &self.plan.form;
        self.days.day(row.window, row.cell(column), |cell| {
            date::read(std::str::from_utf8(cell).ok()?.trim(), form).ok()
        })
    }

    #[inline(always)]
    fn amount(&self, row: &Row<'_>, column: usize) -> Option<i64> {
        let (start, end) = row.cell(column);
        cents(&row.window[start..end], self.plan.mark)
    }

    /// Is the vendor a partner?
    #[inline(always)]
    fn is_by_a_partner(&self, row: &Row<'_>, view: &View<'_>) -> bool {
        let Some(column) = self.plan.vendor else { return false };
        let (start, end) = row.cell(column);
        let vendor = &row.window[start..end];
        if vendor.is_ascii() {
            let is_vendor =
                |name: &String| name.len() == vendor.len() && name.as_bytes().eq_ignore_ascii_case(vendor);
            return self.plan.partners.iter().any(is_vendor);
        }
        self.is_partner(vendor, view)
    }

    fn is_partner(&self, vendor: &[u8], view: &View<'_>) -> bool {
        let mut decoded = String::new();
        let vendor = std::str::from_utf8(vendor).unwrap_or_else(|_| {
            view.charset.decode(vendor, &mut decoded);
            &decoded
        });
        self.plan.partners.iter().any(|name| lower(vendor.trim()).eq(name.chars()))
    }

    /// The number of the rows that are like this one in all other cells; their bytes are in `key` afterwards.
    #[inline(always)]
    fn kin(&mut self, row: &Row<'_>) -> Option<(KinId, bool)> {
        if let [run] = self.plan.alike[..] {
            let key = row.run(run);
            let known = self.kins.find(key);
            if known.is_none() {
                key.clone_into(&mut self.key);
            }
            return known;
        }
        self.key.clear();
        for run in &self.plan.alike {
            self.key.extend_from_slice(row.run(*run));
            self.key.push(self.delimiter);
        }
        self.kins.find(&self.key)
    }

    /// Is the row in its file's encoding, without a mark of a character that was lost?
    fn keeps_its_characters(&self, row: &Row<'_>, view: &mut View<'_>) -> bool {
        let bytes = row.bytes();
        if bytes.is_ascii() {
            return true;
        }
        let text = view.charset.utf8(view.offset + to_u64(row.start), bytes, view.findings);
        match text {
            // The first byte of a character that was lost begins few others.
            Some(text) => {
                memchr::memchr(0xEF, bytes).is_none() || !text.contains(char::REPLACEMENT_CHARACTER)
            }
            None => self.plan.single_bytes,
        }
    }
}
