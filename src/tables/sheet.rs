//! A small table, through the ledger's own reader.
//!
//! In: a file, the names of its columns and which of them are needed. Out: its rows, each with the means to read
//! its cells. Header, dialect and survey are those of a ledger, with `[tables]` in place of `[[ledger]]`.

use std::collections::BTreeMap;
use std::io::{Read as _, Seek};

use super::TableFile;
use crate::agreement::{Agreement, Header, PartnerId, Receiver, ServiceId};
use crate::error::Error;
use crate::finding::cell::shown;
use crate::finding::file::{Heading, Remedy};
use crate::finding::table::Named;
use crate::finding::{FileFault, Finding, TableFault};
use crate::folder::Folder;
use crate::fraction::Quantity;
use crate::ledger::block::BLOCK;
use crate::ledger::columns::Titles;
use crate::ledger::desk::{self, Desk, Read};
use crate::ledger::dialect::Styles;
use crate::ledger::header::{Fit, Found, Head, Line as HeadLine, Names, Wanted};
use crate::ledger::rows::Rows;
use crate::ledger::slots;
use crate::ledger::survey::{Sites, survey};
use crate::money::Money;
use crate::period::{Date, Span, Year};
use crate::place::{FileId, Place};
use crate::workbook;

/// The columns of a table.
pub(super) struct Sheet<const N: usize> {
    pub(super) names: [Names; N],
    /// Must the table have the column?
    pub(super) needed: [bool; N],
    /// The columns of numbers.
    pub(super) numbers: &'static [usize],
    /// The columns of dates.
    pub(super) dates: &'static [usize],
}

/// A row of a table.
pub(super) struct Line<'l, 'r, const N: usize> {
    pub(super) agreement: &'l Agreement,
    sheet: &'l Sheet<N>,
    columns: [Option<usize>; N],
    styles: &'l Styles,
    desk: Desk<'l, 'r>,
}

/// The rows of a file by their cells, each at its first place.
type Seen = BTreeMap<Vec<String>, Place>;

/// Collects the rows that can be read; the very same row twice counts twice, with a warning.
pub(super) fn collected<T, const N: usize>(
    rows: &mut Vec<T>,
    read: fn(&mut Line<'_, '_, N>) -> Option<T>,
) -> impl FnMut(&mut Line<'_, '_, N>) {
    let mut seen = Seen::new();
    move |line| {
        if let Some(row) = read(line) {
            line.warn_if_twice(&mut seen);
            rows.push(row);
        }
    }
}

/// Reads the file, row by row.
pub(super) fn read<const N: usize>(
    folder: &Folder,
    file: FileId,
    agreement: &Agreement,
    sheet: &Sheet<N>,
    findings: &mut dyn FnMut(Finding),
    row: &mut dyn FnMut(&mut Line<'_, '_, N>),
) -> Result<TableFile, Error> {
    let mut source = folder.reader(file)?;
    let failed = |error| folder.failed(file, error);
    let dialect = &agreement.tables;
    let mut rows = Rows::open(source.by_ref(), BLOCK, file, dialect.encoding).map_err(failed)?;
    let (bytes, offset, ended) = rows.head().map_err(failed)?;
    if let Some(kind) = workbook::kind(bytes) {
        let fault = FileFault::Spreadsheet { kind, remedy: Remedy::SaveAsCsv };
        findings(Finding::at(Place::new(file, offset), fault));
        return rows.finish().map(|digested| TableFile::of(file, digested)).map_err(failed);
    }
    let head = Head { bytes, ended, declared: dialect.encoding };
    let found = sheet.find(&head, dialect.delimiter, Place::new(file, offset), findings);
    let Some((found, columns)) = found else {
        return rows.finish().map(|digested| TableFile::of(file, digested)).map_err(failed);
    };
    let mut styles = Styles::declared(dialect);
    rows.begin(found.delimiter, found.line.end, &mut |_| ()).map_err(failed)?;
    let sites = Sites { numbers: at(&columns, sheet.numbers), dates: at(&columns, sheet.dates) };
    survey(&mut rows, &sites, &mut styles, &|row| row.len() >= found.line.width()).map_err(failed)?;
    drop(rows);
    source.rewind().map_err(failed)?;
    let mut rows = Rows::open(source, BLOCK, file, dialect.encoding).map_err(failed)?;
    rows.begin(found.delimiter, found.line.end, findings).map_err(failed)?;
    while let Some(read) = rows.next(findings).map_err(failed)? {
        let mut desk = Desk::new(&read, findings);
        if desk.has_width(found.line.width()) {
            desk.keeps_its_characters(columns.iter().flatten().copied());
            row(&mut Line { agreement, sheet, columns, styles: &styles, desk });
        }
    }
    rows.finish().map(|digested| TableFile::of(file, digested)).map_err(failed)
}

/// The columns of these fields.
pub(super) fn at<const N: usize>(columns: &[Option<usize>; N], fields: &[usize]) -> Vec<usize> {
    fields.iter().filter_map(|field| columns[*field]).collect()
}

impl<const N: usize> Sheet<N> {
    /// The header, and the fields' columns; faults are told.
    pub(super) fn find(
        &self,
        head: &Head<'_>,
        delimiter: Option<u8>,
        place: Place,
        findings: &mut dyn FnMut(Finding),
    ) -> Option<(Found, [Option<usize>; N])> {
        let fields = self.names.iter().zip(self.needed);
        let names = fields.filter(|(_, needed)| *needed).map(|(names, _)| vec![names.heading()]).collect();
        let wanted = Wanted { names, ledger: false };
        let fit = |line: &HeadLine| self.fit(line);
        let found = head.find(delimiter, Header::Found, wanted, &fit);
        let found = found.map_err(|fault| findings(Finding::at(place, fault))).ok()?;
        let columns = self.columns(Titles { line: &found.line, head: place }, findings)?;
        Some((found, columns))
    }

    fn fit(&self, line: &HeadLine) -> Fit {
        let has = |names: &Names| line.cells.iter().any(|cell| names.has(&cell.folded));
        let complete = self.names.iter().zip(self.needed).all(|(names, needed)| !needed || has(names));
        Fit { complete, known: self.names.iter().filter(|names| has(names)).count() }
    }

    fn columns(&self, titles: Titles<'_>, findings: &mut dyn FnMut(Finding)) -> Option<[Option<usize>; N]> {
        let (mut columns, mut good) = ([None; N], true);
        for (field, names) in self.names.iter().enumerate() {
            let cells = titles.line.cells.iter().enumerate();
            let found: Vec<usize> =
                cells.filter(|(_, cell)| names.has(&cell.folded)).map(|(index, _)| index).collect();
            columns[field] = found.first().copied();
            if let [first, second, ..] = found[..] {
                findings(titles.twice(names.heading(), (first, second), false));
                good = false;
            }
            if found.is_empty() && self.needed[field] {
                let (fields, columns) = (vec![names.heading()], titles.line.names());
                let fault = FileFault::NoField { fields, columns, ledger: false };
                findings(Finding::at(titles.place(titles.line.start), fault));
                good = false;
            }
        }
        good.then_some(columns)
    }
}

impl<const N: usize> Line<'_, '_, N> {
    /// The row's place.
    pub(super) fn place(&self) -> Place {
        self.desk.row.place()
    }

    /// The field's cell; empty where the table has no such column.
    pub(super) fn text(&self, field: usize) -> &str {
        self.columns[field].map_or("", |column| self.desk.row.cell(column))
    }

    /// A finding at the field's cell.
    pub(super) fn refuse(&mut self, field: usize, fault: TableFault) {
        let finding = self.finding(field, fault);
        self.desk.refuse(finding);
    }
    /// A doubt about the cell: the row counts all the same.
    pub(super) fn doubt(&mut self, field: usize, fault: TableFault) {
        let finding = self.finding(field, fault);
        (self.desk.findings)(finding);
    }

    /// A finding at the field's cell that contradicts another row.
    pub(super) fn refuse_against(&mut self, field: usize, fault: TableFault, other: Place) {
        let finding = self.finding(field, fault).against(other);
        self.desk.refuse(finding);
    }

    /// Warns where the very same row stood before, cell by cell.
    fn warn_if_twice(&mut self, rows: &mut Seen) {
        let cells = (0..self.desk.row.len()).map(|column| self.desk.row.cell(column).to_owned()).collect();
        let place = self.place();
        let first = *rows.entry(cells).or_insert(place);
        if first != place {
            (self.desk.findings)(Finding::at(place, TableFault::RowTwice).against(first));
        }
    }

    fn finding(&self, field: usize, fault: TableFault) -> Finding {
        let (place, length) =
            self.columns[field].map_or((self.place(), 1), |column| self.desk.row.mark(column));
        Finding::at(place, fault).spanning(length)
    }

    /// Was nothing of the row refused?
    pub(super) fn is_good(&self) -> bool {
        self.desk.good
    }

    /// The field's name.
    pub(super) fn heading(&self, field: usize) -> Heading {
        self.sheet.names[field].heading()
    }

    /// The cell's text, which must not be empty.
    pub(super) fn needed(&mut self, field: usize) -> Option<String> {
        let text = self.text(field).to_owned();
        self.there(field, Some(text).filter(|text| !text.is_empty()))
    }

    /// The date, which must not be missing.
    pub(super) fn day(&mut self, field: usize) -> Option<Date> {
        self.styled(field, desk::day)
    }

    /// The date, if there is one; none within where it was refused.
    pub(super) fn optional_day(&mut self, field: usize) -> Option<Date> {
        let styles = self.styles;
        self.read(field, |cell| desk::day(cell, styles)).value()
    }

    /// The amount, which must not be missing.
    pub(super) fn money(&mut self, field: usize) -> Option<Money> {
        self.styled(field, desk::money)
    }

    /// The quantity, which must not be missing.
    pub(super) fn quantity(&mut self, field: usize) -> Option<Quantity> {
        self.styled(field, desk::quantity)
    }

    /// The year, if there is one.
    pub(super) fn year(&mut self, field: usize) -> Option<Year> {
        self.read(field, |cell| Ok(slots::year(cell)?)).value()
    }

    /// From one day to another that is not before it; the end may be missing.
    pub(super) fn span(&mut self, from: usize, to: usize) -> Option<(Date, Option<Date>)> {
        let (first, last) = (self.day(from), self.optional_day(to));
        if let (Some(first), Some(last)) = (first, last)
            && Span::new(first, last).is_none()
        {
            self.refuse(to, TableFault::Reversed);
        }
        Some((first?, last))
    }

    /// Refuses the second of two partners that are the same one.
    pub(super) fn two_partners(&mut self, second: usize, from: Option<PartnerId>, to: Option<PartnerId>) {
        if let Some(from) = from.filter(|from| Some(*from) == to) {
            let partner = self.agreement.partner(from).id.clone();
            self.refuse(second, TableFault::SamePartner { partner });
        }
    }

    /// A partner, a service or a partner's own use, by id or full name.
    pub(super) fn receiver(&mut self, field: usize) -> Option<Receiver> {
        let cell = self.needed(field)?;
        let found = self.agreement.receiver_called(&cell);
        if found.is_none() {
            let nearest = self.agreement.receiver_like(&cell);
            self.refuse(field, TableFault::Unknown { what: Named::Receiver, cell: shown(&cell), nearest });
        }
        found
    }

    /// The partner, by id or full name.
    pub(super) fn partner(&mut self, field: usize) -> Option<PartnerId> {
        let cell = self.needed(field)?;
        let found = self.agreement.partner_called(&cell);
        if found.is_none() {
            let nearest = self.agreement.partner_like(&cell);
            self.refuse(field, TableFault::Unknown { what: Named::Partner, cell: shown(&cell), nearest });
        }
        found
    }

    /// The service, by id or full name.
    pub(super) fn service(&mut self, field: usize) -> Option<ServiceId> {
        let cell = self.needed(field)?;
        let found = self.agreement.service_called(&cell);
        if found.is_none() {
            let nearest = self.agreement.service_like(&cell);
            self.refuse(field, TableFault::Unknown { what: Named::Service, cell: shown(&cell), nearest });
        }
        found
    }

    fn read<T>(&mut self, field: usize, read: impl FnOnce(&str) -> Result<T, desk::Refusal>) -> Read<T> {
        self.columns[field].map_or(Read::Empty, |column| self.desk.cell(column, read))
    }

    /// The cell as the file's styles have it, which must not be empty.
    fn styled<T>(&mut self, field: usize, read: fn(&str, &Styles) -> Result<T, desk::Refusal>) -> Option<T> {
        let styles = self.styles;
        match self.read(field, |cell| read(cell, styles)) {
            Read::Bad => None,
            Read::Empty => self.there(field, None),
            Read::Is(value) => Some(value),
        }
    }

    fn there<T>(&mut self, field: usize, value: Option<T>) -> Option<T> {
        if value.is_none() {
            let column = self.heading(field);
            self.refuse(field, TableFault::Empty { column });
        }
        value
    }
}
