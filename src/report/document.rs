//! The cell model: a statement as headings, sentences and tables of typed cells.
//!
//! In: nothing but what the sections put here. Out: one [`Document`] that every format renders. A cell keeps the
//! type of what it shows, so that a terminal can align it, a CSV file can leave out its group marks and a
//! workbook can calculate with it. Words are already in the reader's language; numbers and days are not.

use crate::agreement::Language;
use crate::fraction::{Fraction, whole};
use crate::money::Money;
use crate::period::{Date, Span};
use crate::words::format;

/// What a person reads, before it has a format.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// Its heading.
    pub title: String,
    /// What stands under the heading, a line each.
    pub subtitle: Vec<String>,
    /// Its parts, in order.
    pub sections: Vec<Section>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading, with its number.
    pub heading: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A sentence, a table, or bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A sentence, or several with a line each.
    Paragraph(String),
    /// A table.
    Table(Table),
    /// Amounts as bars.
    Bars(Bars),
}

/// Amounts that are compared by the length of bars; where there are none, they are a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// Its stable name, as a table's.
    pub name: String,
    /// What it shows.
    pub caption: String,
    /// Each bar's label and amount.
    pub bars: Vec<(String, Money)>,
}

impl Bars {
    /// The same as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let columns = vec![Column::words(""), Column::numbers("")];
        let mut table = Table::new(&self.name, &self.caption, columns);
        for (label, amount) in &self.bars {
            table.plain(vec![Cell::text(label), Cell::Amount(*amount)]);
        }
        table
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its stable name, the same in every language: `costs`, `shares/wohngeld/1`.
    pub name: String,
    /// What it shows.
    pub caption: String,
    /// So many columns at the left are read by people as a row above those that share them.
    pub groups: usize,
    /// Its columns; where all headings are empty, it has no header.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell per column.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// On which side its cells stand.
    pub align: Align,
    /// Its cells are never broken over lines: numbers, checksums.
    pub whole: bool,
}

/// On which side cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// How it counts.
    pub kind: RowKind,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// How a row counts in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// It counts in the next sum.
    Plain,
    /// It is a part of the plain row above and counts in no sum (`davon`).
    Detail,
    /// The sum of the plain rows since the last sum.
    Sum,
    /// What the rows above come to, otherwise than by adding them up.
    Result,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words; whatever a user's file holds, it is never a formula.
    Text(String),
    /// The words of the cell above: left out where people read, repeated where machines do.
    Ditto(String),
    /// Euro.
    Amount(Money),
    /// Euro, with its sign.
    Signed(Money),
    /// Cents that are not yet whole, shown in euro with four decimals.
    Exact(Fraction),
    /// A measured quantity.
    Number(Fraction),
    /// A part of one, shown as percent.
    Percent {
        /// The part.
        share: Fraction,
        /// With so many decimals.
        decimals: u32,
    },
    /// A change as a part of what was, shown as percent with its sign.
    Change(Fraction),
    /// How many.
    Count(u64),
    /// A day.
    Day(Date),
    /// From one day to another.
    Days(Span),
}

impl Section {
    /// One more sentence.
    pub fn say(&mut self, sentence: impl AsRef<str>) {
        self.list([sentence]);
    }

    /// Sentences, each on a line of its own, whatever line breaks a user's names hold.
    pub fn list(&mut self, sentences: impl IntoIterator<Item = impl AsRef<str>>) {
        let lines: Vec<String> =
            sentences.into_iter().map(|sentence| format::printable(sentence.as_ref())).collect();
        self.blocks.push(Block::Paragraph(lines.join("\n")));
    }

    /// One more table; one without rows says nothing and is left out.
    pub fn show(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}

impl Table {
    /// A table without rows.
    #[must_use]
    pub fn new(name: impl Into<String>, caption: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { name: name.into(), caption: caption.into(), groups: 0, columns, rows: Vec::new() }
    }

    /// One more row that counts.
    pub fn plain(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { kind: RowKind::Plain, cells });
    }

    /// One more part of the row above.
    pub fn detail(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { kind: RowKind::Detail, cells });
    }

    /// One more sum.
    pub fn sum(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { kind: RowKind::Sum, cells });
    }

    /// One more result.
    pub fn result(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row { kind: RowKind::Result, cells });
    }

    /// As people read it: what rows share at the left stands in a row above them, where it has room.
    #[must_use]
    pub fn for_people(&self, language: Language) -> Self {
        let mut table = Self::new(&self.name, &self.caption, self.columns[self.groups..].to_vec());
        for row in &self.rows {
            let (group, cells) = row.cells.split_at(self.groups);
            let shown = group.iter().map(|cell| cell.for_people(language)).filter(|text| !text.is_empty());
            let heading = shown.collect::<Vec<_>>().join(" · ");
            if !heading.is_empty() {
                let empty = cells.iter().skip(1).map(|_| Cell::Empty);
                table.plain([Cell::Text(heading)].into_iter().chain(empty).collect());
            }
            let kind = if self.groups > 0 { RowKind::Detail } else { row.kind };
            table.rows.push(Row { kind, cells: cells.to_vec() });
        }
        table
    }

    /// Has it any heading?
    #[must_use]
    pub fn headed(&self) -> bool {
        self.columns.iter().any(|column| !column.heading.is_empty())
    }
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn words(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), align: Align::Left, whole: false }
    }

    /// A column of words that are never broken over lines.
    #[must_use]
    pub fn unbroken(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), align: Align::Left, whole: true }
    }

    /// A column of numbers.
    #[must_use]
    pub fn numbers(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), align: Align::Right, whole: true }
    }
}

impl Cell {
    /// As people read it: what is the same as above is left out.
    #[must_use]
    pub fn for_people(&self, language: Language) -> String {
        match self {
            Self::Empty | Self::Ditto(_) => String::new(),
            Self::Text(text) => format::printable(text),
            Self::Amount(amount) => format::amount(*amount, language),
            Self::Signed(amount) => format::signed(*amount, language),
            Self::Exact(cents) => format::decimal(&(cents / whole(100)), 4, language),
            Self::Number(number) => format::number(number, language),
            Self::Percent { share, decimals } => format::percent(share, *decimals, language),
            Self::Change(part) => format::signed_percent(part, 1, language),
            Self::Count(count) => format::count(*count, language),
            Self::Day(day) => format::date(*day, language),
            Self::Days(span) => format::span(*span, language),
        }
    }

    /// Words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Words that stand once for the rows that share them.
    #[must_use]
    pub fn once(first: bool, text: &str) -> Self {
        if first { Self::Text(text.to_owned()) } else { Self::Ditto(text.to_owned()) }
    }

    /// A share with four decimals of a percent.
    #[must_use]
    pub fn share(share: &Fraction) -> Self {
        Self::Percent { share: share.clone(), decimals: 4 }
    }
}
