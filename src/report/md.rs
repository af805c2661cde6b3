//! A document as Markdown, with tables as GitHub reads them.
//!
//! In: a document. Out: headings, paragraphs, tables; sums in bold. What a user's file holds is text: no bar in it
//! ends a cell, and no sign in it becomes mark-up.

use super::document::{Align, Block, Document, Row, RowKind, Section, Table};
use crate::agreement::Language;
use crate::words::format::printable;

/// The document as Markdown.
#[must_use]
pub fn md(document: &Document, language: Language) -> String {
    let title = [format!("# {}\n\n", escaped(&document.title))].into_iter();
    let subtitle = document.subtitle.iter().map(|line| format!("{}  \n", escaped(line)));
    let sections = document.sections.iter().map(|section| self::section(section, language));
    title.chain(subtitle).chain(sections).collect()
}

fn section(section: &Section, language: Language) -> String {
    let blocks = section.blocks.iter().map(|block| match block {
        Block::Paragraph(paragraph) => format!("\n{}\n", paragraphs(paragraph)),
        Block::Table(table) => format!("\n{}", self::table(table, language)),
        Block::Bars(bars) => format!("\n{}", self::table(&bars.table(), language)),
    });
    format!("\n## {}\n{}", escaped(&section.heading), blocks.collect::<String>())
}

fn paragraphs(paragraph: &str) -> String {
    paragraph.lines().map(escaped).collect::<Vec<_>>().join("  \n")
}

fn table(table: &Table, language: Language) -> String {
    let table = table.for_people(language);
    let headings: Vec<String> = table.columns.iter().map(|column| escaped(&column.heading)).collect();
    let dashes = table.columns.iter().map(|column| match column.align {
        Align::Left => "---".to_owned(),
        Align::Right => "---:".to_owned(),
    });
    let mut lines = vec![line(&headings), line(&dashes.collect::<Vec<_>>())];
    lines.extend(table.rows.iter().map(|row| line(&cells(row, language))));
    format!("**{}**\n\n{}", escaped(&table.caption), lines.concat())
}

fn cells(row: &Row, language: Language) -> Vec<String> {
    let cells = row.cells.iter().map(|cell| escaped(&cell.for_people(language)));
    let marked = cells.enumerate().map(|(index, cell)| match row.kind {
        RowKind::Sum | RowKind::Result if !cell.is_empty() => format!("**{cell}**"),
        RowKind::Detail if index == 0 => format!("&nbsp;&nbsp;{cell}"),
        _ => cell,
    });
    marked.collect()
}

fn line(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// Text in which nothing is mark-up.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in printable(text).chars() {
        if matches!(letter, '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
