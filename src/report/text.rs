//! A document as text for a terminal, a pipe or a letter: aligned columns, rules above sums, no colours.
//!
//! In: a document. Out: lines of at most [`WIDTH`] columns, as far as its amounts allow: words are wrapped,
//! numbers never.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, TableStyle, Width};
use unicode_width::UnicodeWidthStr;

use super::document::{Align, Bars, Block, Document, Row, RowKind, Table};
use crate::agreement::Language;
use crate::money::Money;
use crate::words::format::{self, printable};

/// How wide a page is.
const WIDTH: u16 = 112;

/// Stands in a row of its own until the table's width is known, then becomes a rule.
const RULE: &str = "\u{1}";

/// The document as text.
#[must_use]
pub fn text(document: &Document, language: Language) -> String {
    let mut text = underlined(&document.title, "═");
    for line in &document.subtitle {
        text.push_str(&wrapped(line));
    }
    for section in &document.sections {
        text.push('\n');
        text.push_str(&underlined(&section.heading, "─"));
        for block in &section.blocks {
            text.push('\n');
            text.push_str(&match block {
                Block::Paragraph(paragraph) => paragraph.lines().map(wrapped).collect(),
                Block::Table(table) => captioned(table, language),
                Block::Bars(bars) => drawn_bars(bars, language),
            });
        }
    }
    text
}

fn underlined(heading: &str, rule: &str) -> String {
    let lines = wrapped(heading);
    let width = lines.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
    format!("{lines}{}\n", rule.repeat(width))
}

/// A paragraph, its lines no longer than the page.
fn wrapped(paragraph: &str) -> String {
    let mut page = plain_table();
    page.add_row([printable(paragraph)]);
    page.column_iter_mut().for_each(|column| {
        column.set_padding((0, 0));
    });
    let lines: Vec<String> = page.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n") + "\n"
}

/// How long the longest bar is.
const LONGEST: i128 = 60;

/// Bars in proportion to the largest amount; what is below nothing is drawn light.
fn drawn_bars(bars: &Bars, language: Language) -> String {
    let most = bars.bars.iter().map(|(_, amount)| amount.abs().in_cents()).max().unwrap_or(0).max(1);
    let width = bars.bars.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    let amounts: Vec<String> =
        bars.bars.iter().map(|(_, amount)| format::amount(*amount, language)).collect();
    let widest = amounts.iter().map(|amount| amount.width()).max().unwrap_or(0);
    let line = |((label, amount), shown): (&(String, Money), &String)| {
        let length = usize::try_from(amount.abs().in_cents() * LONGEST / most).unwrap_or(0);
        let bar = if amount.is_negative() { "░" } else { "█" }.repeat(length);
        let gap = " ".repeat(width - label.width());
        format!(" {label}{gap}  {shown:>widest$}  {bar}").trim_end().to_owned() + "\n"
    };
    wrapped(&bars.caption) + &bars.bars.iter().zip(&amounts).map(line).collect::<String>()
}

fn plain_table() -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table.load_style(TableStyle::new());
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
    table
}

fn captioned(table: &Table, language: Language) -> String {
    let caption = wrapped(&table.caption);
    let lines: Vec<String> = drawn(&table.for_people(language), language).lines().collect();
    let width = lines.iter().map(|line| line.trim_end().width()).max().unwrap_or(0);
    let rule = format!(" {}", "─".repeat(width.saturating_sub(1)));
    let line = |line: &String| {
        let line = if line.contains(RULE) { &rule } else { line };
        format!("{}\n", line.trim_end().replace('\u{a0}', " "))
    };
    caption + &lines.iter().map(line).collect::<String>()
}

fn drawn(table: &Table, language: Language) -> comfy_table::Table {
    let mut drawn = plain_table();
    if table.headed() {
        drawn.set_header(table.columns.iter().map(|column| printable(&column.heading)));
        drawn.add_row([RULE]);
    }
    let cells: Vec<Vec<String>> = table.rows.iter().map(|row| shown(row, language)).collect();
    let mut above = None;
    for (row, cells) in table.rows.iter().zip(&cells) {
        match (above, row.kind) {
            (_, RowKind::Sum | RowKind::Result) => drawn.add_row([RULE]),
            (Some(RowKind::Sum), _) => drawn.add_row([""]),
            _ => &mut drawn,
        };
        above = Some(row.kind);
        drawn.add_row(cells);
    }
    let narrowest = narrowest(table, &cells);
    for ((column, drawn), width) in table.columns.iter().zip(drawn.column_iter_mut()).zip(narrowest) {
        drawn.set_cell_alignment(match column.align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        });
        drawn.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(width)));
    }
    drawn
}

/// A row's cells; the parts of the row above are indented.
fn shown(row: &Row, language: Language) -> Vec<String> {
    let mut cells: Vec<String> = row.cells.iter().map(|cell| cell.for_people(language)).collect();
    if let (RowKind::Detail, Some(first)) = (row.kind, cells.first_mut()) {
        first.insert_str(0, "\u{a0}\u{a0}");
    }
    cells
}

/// How wide each column must be at least, with a blank on either side: as its widest cell that is
/// never broken, and as its longest word where all of that fits on the page.
fn narrowest(table: &Table, cells: &[Vec<String>]) -> Vec<u16> {
    let column = |index: usize| cells.iter().filter_map(move |row| row.get(index));
    let word = |text: &str| text.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let padded = |width: usize| u16::try_from(width + 2).unwrap_or(WIDTH);
    let whole = table.columns.iter().enumerate().map(|(index, heading)| {
        let widest = column(index).map(|cell| cell.width()).max().unwrap_or(1);
        padded(if heading.whole { widest } else { 1 })
    });
    let words = table.columns.iter().enumerate().map(|(index, heading)| {
        let longest = column(index).map(|cell| word(cell)).max().unwrap_or(0);
        padded(longest.max(word(&printable(&heading.heading))))
    });
    let whole: Vec<u16> = whole.collect();
    let both: Vec<u16> = whole.iter().zip(words).map(|(whole, word)| *whole.max(&word)).collect();
    let fits = both.iter().copied().map(u32::from).sum::<u32>() <= u32::from(WIDTH);
    if fits { both } else { whole }
}
