//! The shape of a file: what divides its cells, and which line is its header.
//!
//! In: its first bytes. Out: a delimiter, the header line or that there is none, and what stands above it. A line with
//! the names that a ledger needs is the header, as when a ledger is read. Where none has them, that delimiter is taken
//! which makes the most lines alike, and the first line of names among them.

use super::days;
use super::fields;
use crate::agreement::Header;
use crate::ledger::header::{Fit, Found, Head, Line, Wanted};
use crate::ledger::number::{self, Evidence};

/// What may divide cells, the likeliest first.
const DELIMITERS: [u8; 4] = [b';', b'\t', b'|', b','];

/// A file's shape.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    /// None: every line is one cell.
    pub(super) delimiter: Option<u8>,
    pub(super) header: Option<Line>,
    /// Cells that a row has.
    pub(super) width: usize,
    /// Where rows begin in the head.
    pub(super) start: usize,
    /// The first lines with text above the header.
    pub(super) titles: Vec<String>,
    pub(super) above: u64,
    pub(super) blank: u64,
    /// The columns that look like dates in the first lines.
    pub(super) dates: Vec<usize>,
}

impl Shape {
    pub(super) fn delimiter(&self) -> u8 {
        self.delimiter.unwrap_or(b';')
    }
}

/// The shape that the head shows; `forced` is the number of a line that is known to be the header.
pub(super) fn shape(head: &Head<'_>, forced: Option<u64>) -> Shape {
    let (delimiter, common) = alike(head);
    let header = match forced {
        Some(line) => head.find(delimiter, Header::Line(line), Wanted::default(), &named).ok(),
        None => known(head).or_else(|| guessed(head, delimiter, common)),
    };
    let divided = header.as_ref().filter(|found| found.line.cells.len() > 1);
    let delimiter = divided.map(|found| found.delimiter).or(delimiter);
    let lines = head.lines(delimiter.unwrap_or(b';'), 0);
    let header = header.map(|found| found.line);
    let (above, blank) =
        header.as_ref().map_or((0, 0), |line| head.above(delimiter.unwrap_or(b';'), line.start));
    let titles =
        lines.iter().take_while(|line| header.as_ref().is_some_and(|header| line.start < header.start));
    let titles = titles.map(|line| line.names().join(" ")).filter(|text| !text.is_empty()).take(3).collect();
    let start = header.as_ref().map_or(0, |line| line.end);
    let rows = || lines.iter().filter(|line| line.start >= start && line.width() > 0);
    let width = header.as_ref().map_or_else(|| usual(rows().map(|line| line.cells.len())).1, Line::width);
    let dates = (0..width).filter(|column| dated(rows(), *column)).collect();
    Shape { delimiter, header, width, start, titles, above, blank, dates }
}

/// The header by the names that a ledger needs.
fn known(head: &Head<'_>) -> Option<Found> {
    let found = head.find(None, Header::Found, Wanted::default(), &named).ok()?;
    named(&found.line).complete.then_some(found)
}

fn named(line: &Line) -> Fit {
    let (complete, known) = fields::known(line);
    Fit { complete, known }
}

/// The delimiter that makes the most lines alike, and how many cells they then have.
fn alike(head: &Head<'_>) -> (Option<u8>, usize) {
    let score = |delimiter: &u8| {
        let lines = head.lines(*delimiter, 0);
        let (count, width) = usual(lines.iter().filter(|line| line.width() > 0).map(|line| line.cells.len()));
        (width > 1).then_some((count * (width - 1), *delimiter, width))
    };
    // The first of equals: `max_by_key` would take the last.
    let best = DELIMITERS.iter().rev().filter_map(score).max_by_key(|(score, ..)| *score);
    best.map_or((None, 1), |(_, delimiter, width)| (Some(delimiter), width))
}

/// The count that most of them have, and how many have it; the larger of equals.
fn usual(widths: impl Iterator<Item = usize>) -> (usize, usize) {
    let mut widths: Vec<usize> = widths.collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|one, other| one == other);
    runs.map(|run| (run.len(), run[0])).max().unwrap_or((0, 1))
}

/// The first line that fills at least half of the cells; it is the header if they are names.
fn guessed(head: &Head<'_>, delimiter: Option<u8>, common: usize) -> Option<Found> {
    let delimiter = delimiter.unwrap_or(b';');
    let filled = |line: &Line| line.cells.iter().filter(|cell| !cell.name.is_empty()).count();
    let lines = head.lines(delimiter, 0);
    let most = lines.iter().filter(|line| line.cells.len() == common).map(filled).max().unwrap_or(1);
    let first = lines.into_iter().find(|line| line.width() > 0 && filled(line) * 2 >= most)?;
    let names = filled(&first) > 0 && first.cells.iter().all(|cell| is_name(&cell.name));
    names.then_some(Found { delimiter, line: first })
}

/// Is the cell no value? A year may be a name, as in a budget.
fn is_name(cell: &str) -> bool {
    let year = cell.len() == 4 && (cell.starts_with("19") || cell.starts_with("20"));
    let number = number::read(cell).ok();
    let value = number.is_some_and(|written| written.evidence != Evidence::None || cell.len() > 2);
    year || (!value && days::day(cell).is_none())
}

/// Do at least half of the column's first cells look like dates?
fn dated<'l>(rows: impl Iterator<Item = &'l Line>, column: usize) -> bool {
    let cells = rows.filter_map(|line| line.cells.get(column)).filter(|cell| !cell.name.is_empty());
    let looks = |cell: &str| {
        number::read(cell).map_or(true, |written| written.evidence == Evidence::None && cell.len() == 8)
            && days::day(cell).is_some_and(|day| day != days::Day::Serial)
    };
    let (all, days) =
        cells.fold((0_usize, 0_usize), |(all, days), cell| (all + 1, days + usize::from(looks(&cell.name))));
    days > 0 && days * 2 >= all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Option<u8>, Option<String>, usize, u64) {
        let shape = shape(&Head { bytes: text.as_bytes(), ended: true, declared: None }, None);
        let header = shape.header.map(|line| line.names().join("+"));
        (shape.delimiter, header, shape.width, shape.above)
    }

    #[test]
    fn known_names_are_the_header_wherever_they_stand() {
        let text = "Stadt A;;\nStand: heute;;\n\nDatum;Text;Betrag\n01.02.2014;x;1,00\n";
        assert_eq!(of(text), (Some(b';'), Some("Datum+Text+Betrag".to_owned()), 3, 2));
    }

    #[test]
    fn other_names_are_the_header_if_no_value_is_among_them() {
        let text = "Report\n\nDate paid,Net,To\n02-Mar-12,\"1,234.56\",A; B\n03-Mar-12,1.00,C\n";
        assert_eq!(of(text), (Some(b','), Some("Date paid+Net+To".to_owned()), 3, 1));
        assert_eq!(of("Ist 2015;2016;2017\n1,00;2,00;3,00\n").1, Some("Ist 2015+2016+2017".to_owned()));
    }

    #[test]
    fn values_in_the_first_line_are_no_header() {
        assert_eq!(of("01.02.2014;Miete;1,00\n02.02.2014;Strom;2,50\n"), (Some(b';'), None, 3, 0));
        assert_eq!(of("a\nb\n"), (None, Some("a".to_owned()), 1, 0));
        assert_eq!(of(""), (None, None, 1, 0));
    }
}
