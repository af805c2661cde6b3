//! One reading of one ledger file.
//!
//! In: a reader, the agreement, and which of its `[[ledger]]` tables the file belongs to. Out: the file's postings,
//! one after the other, and what was read of it. The header says where rows begin and what their columns hold; the
//! survey reads on until the file's styles are proven; then every row is read from the start, and hashed.

use std::cell::Cell;
use std::io::{self, Read, Seek};

use super::above::{self, Below};
use super::block::{Blocks, Digested};
use super::columns::{At, Mapping, Titles};
use super::datev::head::Batch;
use super::datev::{self, Datev, Taxed};
use super::dialect::Styles;
use super::header::{Found, Head, Line, Title};
use super::quick::{Quick, View, Way};
use super::row::Reader;
use super::rows::Rows;
use super::slots::Slots;
use super::survey::survey;
use super::unread::Unread;
use super::{Entry, Input, LedgerFile};
use crate::agreement::{Agreement, Header, Preset, Source};
use crate::finding::file::Remedy;
use crate::finding::{FileFault, Finding, Severity};
use crate::money::Money;
use crate::place::Place;
use crate::workbook;

/// One reading of one file.
#[derive(Clone, Copy)]
pub(super) struct Pass<'a> {
    pub(super) agreement: &'a Agreement,
    pub(super) file: LedgerFile,
    /// Bytes that are read at once.
    pub(super) block: usize,
}

impl<'a> Pass<'a> {
    /// The survey first, from the start until the styles are proven; then every row, again from the start.
    pub(super) fn read<R: Read + Seek + Send + 'static>(
        self,
        mut file: R,
        findings: &mut dyn FnMut(Finding),
        entry: &mut impl FnMut(Entry<'_>) -> bool,
    ) -> io::Result<Input> {
        let mut rows = self.glance(&mut file)?;
        let Some((mut reader, start)) = self.reader(&mut rows, findings)? else {
            drop(rows);
            file.rewind()?;
            let Digested { sha256, bytes } = self.rows(file)?.finish()?;
            return Ok(Input { sha256, bytes, ..self.empty() });
        };
        rows.begin(start.delimiter, start.offset, &mut |_| ())?;
        let (sites, mut styles) = (reader.slots.sites(), reader.styles.clone());
        survey(&mut rows, &sites, &mut styles, &|row| {
            row.len() >= reader.slots.width && reader.skip_rule(row).is_none()
        })?;
        reader.styles = styles;
        drop(rows);
        if start.above > 0 {
            file.rewind()?;
            let mut rows = self.glance(&mut file)?;
            rows.begin(start.delimiter, 0, &mut |_| ())?;
            above::told(&mut rows, &reader, start.header, findings)?;
        }
        file.rewind()?;
        let mut rows = self.rows(file)?.ahead()?;
        rows.begin(start.delimiter, start.offset, findings)?;
        let input = self.postings(&mut rows, &mut reader, &start, findings, entry)?;
        let Digested { sha256, bytes } = rows.finish()?;
        Ok(Input { sha256, bytes, ..input })
    }

    /// Every row below the header.
    fn postings<R: Read>(
        &self,
        rows: &mut Rows<R>,
        reader: &mut Reader<'a>,
        start: &Start,
        findings: &mut dyn FnMut(Finding),
        entry: &mut impl FnMut(Entry<'_>) -> bool,
    ) -> io::Result<Input> {
        let by_skip = vec![0; self.source().skip.len()];
        let mut input = Input { above: start.above, by_skip, absent: reader.slots.absent(), ..self.empty() };
        let (mut unread, told) = (Unread::beside(reader.columns()), Cell::new(false));
        let mut taxed = Taxed::default();
        let mut empty = true;
        let mut tell = |finding| {
            told.set(true);
            findings(finding);
        };
        let mut quick = Quick::new(reader, self.file.file, start.delimiter);
        loop {
            if let Some(quick) = &mut quick
                && self.quickly(quick, rows, &mut input, &mut unread, &mut tell, entry)?
            {
                continue;
            }
            let Some(row) = rows.next(&mut tell)? else { break };
            if let Some((rule, amount)) = reader.skipped(&row) {
                input.skip(rule, amount);
                continue;
            }
            empty = false;
            if let Some(read) = reader.posting(&row, &mut tell) {
                unread.see(&row);
                taxed.see(reader.datev.as_ref(), &row);
                input.take(read.amount);
                let kin = quick.as_ref().and_then(|quick| quick.unknown(row.place().offset));
                if entry(Entry::Posting(&read, kin))
                    && let Some(quick) = &mut quick
                {
                    quick.learn(read.amount);
                }
            }
        }
        if empty && input.postings == 0 && !told.get() {
            let fault = FileFault::NoPosting { skipped: input.skipped };
            tell(Finding::at(Place::start(self.file.file), fault));
        }
        taxed.warning().into_iter().for_each(tell);
        let blank = start.blank + rows.blank();
        Ok(Input { blank, unread: unread.headings(&start.titles), currency: reader.currency.take(), ..input })
    }

    /// Reads rows as long as they are plain; true if the window then grew, so that it can go on.
    fn quickly<R: Read>(
        &self,
        quick: &mut Quick,
        rows: &mut Rows<R>,
        input: &mut Input,
        unread: &mut Unread,
        findings: &mut dyn FnMut(Finding),
        entry: &mut impl FnMut(Entry<'_>) -> bool,
    ) -> io::Result<bool> {
        let (window, offset, charset) = rows.view();
        let mut view = View { window, offset, charset, unread, findings };
        let Way { bytes, short } = quick.run(&mut view, &mut |again| {
            input.take(again.amount);
            entry(Entry::Again(again));
        });
        rows.pass(bytes);
        // A row that is longer than a block is no plain one.
        Ok(short && rows.view().0.len() < self.block && rows.more()?)
    }

    fn source(&self) -> &'a Source {
        &self.agreement.sources[self.file.source]
    }

    fn rows<R: Read>(&self, file: R) -> io::Result<Rows<R>> {
        let blocks = Blocks::open(file, self.block, self.source().dialect.encoding)?;
        Ok(Rows::of(blocks, self.file.file, self.source().dialect.encoding))
    }

    /// The rows, to be looked at and not hashed.
    fn glance<R: Read>(&self, file: R) -> io::Result<Rows<R>> {
        let blocks = Blocks::glance(file, self.block, self.source().dialect.encoding)?;
        Ok(Rows::of(blocks, self.file.file, self.source().dialect.encoding))
    }

    /// What the file's beginning says about the rest; none where that is a fault.
    fn reader<R: Read>(
        &self,
        rows: &mut Rows<R>,
        findings: &mut dyn FnMut(Finding),
    ) -> io::Result<Option<(Reader<'a>, Start)>> {
        let source = self.source();
        let (bytes, offset, ended) = rows.head()?;
        let place = Place::new(self.file.file, offset);
        if let Some(kind) = workbook::kind(bytes) {
            findings(Finding::at(place, FileFault::Spreadsheet { kind, remedy: Remedy::Rename }));
            return Ok(None);
        }
        let head = Head { bytes, ended, declared: source.dialect.encoding };
        let batch = match self.batch(&head) {
            Ok(batch) => batch,
            Err(faults) => {
                for (at, length, fault) in faults {
                    let place = Place::new(place.file, offset + u64::try_from(at).unwrap_or(0));
                    findings(Finding::at(place, FileFault::Batch(fault)).spanning(length));
                }
                return Ok(None);
            }
        };
        let mapping = Mapping { agreement: self.agreement, source };
        let fit = |line: &Line| mapping.fit(line);
        let found = match head.find(source.dialect.delimiter, source.header, mapping.wanted(), &fit) {
            Ok(found) => found,
            Err(fault) => {
                findings(Finding::at(place, datev::head::headings(batch, fault)));
                return Ok(None);
            }
        };
        Ok(self.slots(&mapping, &found, place, batch, findings).map(|reader| {
            let start = self.start(&head, &found, offset);
            if matches!(source.header, Header::Line(_)) && above::is_row(&found.line, &reader) {
                let at = Place::new(self.file.file, start.header.offset);
                findings(Finding::at(at, FileFault::RowAsHeader { line: start.header.line }));
            }
            (reader, start)
        }))
    }

    /// What the first line says, where the file is a batch of DATEV.
    fn batch(&self, head: &Head<'_>) -> Result<Option<Batch>, Vec<datev::head::Fault>> {
        let source = self.source();
        let first = head.first(source.dialect.delimiter.unwrap_or(b';'));
        match source.preset {
            Preset::Umlage if source.columns.is_empty() => datev::head::undeclared(&first).map(|()| None),
            Preset::Umlage => Ok(None),
            Preset::Datev { .. } => datev::head::read(&first).map(Some),
        }
    }

    fn slots(
        &self,
        mapping: &Mapping<'a>,
        found: &Found,
        head: Place,
        batch: Option<Batch>,
        findings: &mut dyn FnMut(Finding),
    ) -> Option<Reader<'a>> {
        let (mut good, styles) = (true, Styles::declared(&self.source().dialect).of_batch(batch));
        let titles = Titles { line: &found.line, head };
        let at = mapping.resolve(titles, &mut |finding| {
            good &= finding.fault.severity() == Severity::Warning;
            findings(finding);
        });
        let columns = at.values().filter_map(|at| match at {
            At::Column(column) => Some(column + 1),
            At::Constant(_) => None,
        });
        let width = match self.source().header {
            Header::Absent => columns.max().unwrap_or(0),
            _ => found.line.width(),
        };
        let slots = Slots::new(&at, width, self.agreement, &styles, findings);
        let (agreement, source, index) = (self.agreement, self.source(), self.file.source);
        let datev = Datev::new(batch, agreement, source, &found.line);
        good.then_some(Reader { agreement, source, index, slots, styles, datev, currency: None })
    }

    fn start(&self, head: &Head<'_>, found: &Found, offset: u64) -> Start {
        let (delimiter, line, titles) = (found.delimiter, &found.line, found.line.cells.clone());
        let (above, blank) = head.above(delimiter, line.start);
        // DATEV's first line is no title: it is read.
        let above = if self.source().preset == Preset::Umlage { above } else { above.saturating_sub(1) };
        let offset = offset + u64::try_from(line.start).unwrap_or(0);
        let header = Below { offset, line: head.line_of(line.start) };
        match self.source().header {
            Header::Absent => Start { delimiter, offset: 0, header, titles: Vec::new(), above: 0, blank: 0 },
            _ => Start { delimiter, offset: line.end, header, titles, above, blank },
        }
    }

    pub(super) fn empty(&self) -> Input {
        Input {
            file: self.file.file,
            sha256: String::new(),
            bytes: 0,
            postings: 0,
            total: Money::ZERO,
            skipped: 0,
            skipped_total: Money::ZERO,
            blank: 0,
            above: 0,
            unread: Vec::new(),
            by_skip: Vec::new(),
            absent: Vec::new(),
            currency: None,
        }
    }
}

impl Input {
    /// One more posting.
    fn take(&mut self, amount: Money) {
        self.postings += 1;
        self.total += amount;
    }

    /// One more row that this rule of `skip` leaves out.
    fn skip(&mut self, rule: usize, amount: Money) {
        self.skipped += 1;
        self.by_skip[rule] += 1;
        self.skipped_total += amount;
    }
}

/// Where a file's rows begin, and what stands above them.
#[derive(Debug, Clone)]
struct Start {
    delimiter: u8,
    /// Bytes of the head before the first row.
    offset: usize,
    header: Below,
    /// The header's cells; none where there is no header.
    titles: Vec<Title>,
    above: u64,
    blank: u64,
}
