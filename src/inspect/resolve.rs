//! What was counted becomes what is said.
//!
//! In: a file's shape and its rows as they were walked over. Out: an [`Inspection`] without the places' lines. Here it
//! is decided which columns amounts and dates would be read from, and by that how the file is written.

use super::amounts::MARKS;
use super::choice::Choice;
use super::column::Tallied;
use super::fields::Heading;
use super::shape::Shape;
use super::side::BySide;
use super::style;
use super::table::{self, Facts};
use super::walk::Walked;
use super::{
    Column, Dates, First, HeaderLine, Inspection, Kind, Nature, Numbers, Script, SideColumn, Spots, Sum,
};
use crate::agreement::Field;
use crate::place::{FileId, Place};

/// What the file is called, and where it would lie in its cooperation.
pub(super) struct Names {
    pub(super) file: FileId,
    pub(super) name: String,
    pub(super) home: Option<String>,
}

/// The inspection, and the table that follows from it.
pub(super) fn resolve(
    names: Names,
    first: &First,
    shape: &Shape,
    nature: Nature,
    walked: &Walked,
) -> Inspection {
    let heading = |index: usize| {
        let title = shape.header.as_ref().and_then(|line| line.cells.get(index));
        title.map(|title| title.name.clone()).unwrap_or_default()
    };
    let headings: Vec<Heading> = walked
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| Heading { name: heading(index), kind: column.kind() })
        .collect();
    let choice = Choice::of(&headings);
    let all = Whole { first, shape, headings: &headings, choice: &choice, walked };
    let mut inspection = all.inspection(names.file, names.name, nature);
    let sides: Vec<(usize, &BySide)> = all.sides().collect();
    let facts = Facts {
        inspection: &inspection,
        choice: &choice,
        headings: &headings,
        sides: &sides,
        home: names.home,
    };
    inspection.table = table::table(&facts, &first.head());
    inspection
}

struct Whole<'w> {
    first: &'w First,
    shape: &'w Shape,
    headings: &'w [Heading],
    choice: &'w Choice,
    walked: &'w Walked,
}

impl<'w> Whole<'w> {
    fn inspection(&self, file: FileId, name: String, nature: Nature) -> Inspection {
        let Walked { rows, blank, short, long, faults, aside, ends, digested, .. } = self.walked.clone();
        let amounts = self.used(self.choice.amounts());
        let dates = self.used(self.choice.dates());
        let (numbers, dates) = (style::numbers(&amounts), style::dates(&dates));
        let columns: Vec<Column> =
            (0..self.walked.columns.len()).map(|index| self.column(index, &numbers, &dates)).collect();
        let sides = self.sides().map(|(index, sums)| side(index, sums, &columns)).collect();
        Inspection {
            file: name,
            bytes: digested.bytes,
            sha256: digested.sha256,
            nature,
            script: self.script(),
            ends,
            delimiter: self.shape.delimiter.map(char::from),
            header: self.header(file),
            titles: self.shape.titles.clone(),
            above: self.shape.above,
            rows,
            blank,
            width: self.shape.width,
            short,
            long,
            quotes: faults.quotes,
            endless: faults.endless,
            numbers,
            dates,
            columns,
            sides,
            aside,
            table: Vec::new(),
            spots: Spots::default(),
        }
    }

    fn used(&self, columns: Vec<usize>) -> Vec<&'w Tallied> {
        columns.into_iter().filter_map(|column| self.walked.columns.get(column)).collect()
    }

    fn column(&self, index: usize, numbers: &Numbers, dates: &Dates) -> Column {
        let tallied = &self.walked.columns[index];
        let (field, by_heading) =
            self.choice.field(index).map_or((None, false), |(field, named)| (Some(field), named));
        let kind = self.headings[index].kind;
        let amounts = (kind == Kind::Amount && field.is_none())
            || matches!(field, Some(Field::Amount | Field::Debit | Field::Credit))
            || self.choice.amounts().contains(&index);
        let days = (kind == Kind::Date && field.is_none()) || self.choice.dates().contains(&index);
        let own = [tallied];
        Column {
            number: index + 1,
            heading: self.headings[index].name.clone(),
            field,
            by_heading,
            kind,
            filled: tallied.filled,
            empty: tallied.empty,
            distinct: tallied.distinct(),
            samples: tallied.samples.clone(),
            numbers: if amounts { style::numbers(&own) } else { Numbers::default() },
            dates: if days { style::dates(&own) } else { Dates::default() },
            totals: if amounts { style::totals(tallied, numbers) } else { Vec::new() },
            reaches: if days { style::reaches(tallied, dates) } else { Vec::new() },
            no_days: if days { tallied.no_days() } else { super::Places::default() },
        }
    }

    /// Columns of sides: by their heading, or because they say both.
    fn sides(&self) -> impl Iterator<Item = (usize, &'w BySide)> {
        let named = self.choice.named.get(&Field::Side).cloned().unwrap_or_default();
        let columns = self.walked.columns.iter().enumerate();
        columns.filter_map(move |(index, column)| {
            let sums = column.sides.sums()?;
            let both = sums.rows[0] > 0 && sums.rows[1] > 0;
            (both || named.contains(&index)).then_some((index, sums))
        })
    }

    fn header(&self, file: FileId) -> Option<HeaderLine> {
        let line = self.shape.header.as_ref()?;
        let place = Place::new(file, self.first.offset + u64::try_from(line.start).unwrap_or(0));
        let names = line.cells.iter().map(|cell| cell.name.clone()).take(line.width()).collect();
        Some(HeaderLine { place, line: self.first.head().line_of(line.start), names })
    }

    fn script(&self) -> Script {
        let faults = &self.walked.faults;
        let marked = self.first.marked.map(|encoding| Script::Marked(encoding.name()));
        let wide = self.first.wide.map(|encoding| Script::Wide(encoding.name()));
        let mixed = faults.mixed.map(|(place, against)| Script::Mixed { place, against });
        let other =
            faults.foreign.map(|first| Script::Other { first, plausible: is_western(&self.walked.high) });
        let plain = if self.walked.high.is_empty() { Script::Ascii } else { Script::Utf8 };
        mixed.or(marked).or(wide).or(other).unwrap_or(plain)
    }
}

/// Bytes beyond ASCII that German and English text has in windows-1252: letters, quotes, dashes, signs of currencies.
fn is_western(high: &[u8]) -> bool {
    let usual = |byte: &u8| matches!(byte, 0x80 | 0x82 | 0x84 | 0x85 | 0x91..=0x97 | 0x99 | 0xA0..=0xBF | 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0xFF);
    high.iter().all(usual)
}

/// The sums by side of each column of amounts, read as its own sums are.
fn side(index: usize, sums: &BySide, columns: &[Column]) -> SideColumn {
    let of = |side: usize, column: usize, mark: usize| {
        sums.sums[side].get(column).map_or(Sum::default(), |both| both[mark])
    };
    let readings = columns.iter().flat_map(|column| column.totals.iter().map(move |total| (column, total)));
    let sums_of = readings.map(|(column, total)| {
        let mark = MARKS.iter().position(|mark| Some(mark.char()) == total.decimal).unwrap_or(0);
        let by_side = [0, 1, 2].map(|side| of(side, column.number - 1, mark));
        (column.number, total.decimal, by_side)
    });
    SideColumn { number: index + 1, rows: sums.rows, sums: sums_of.collect() }
}
