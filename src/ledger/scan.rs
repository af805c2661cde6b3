//! The scanner: finds the next row in a window of bytes and cuts it into cells.
//!
//! In: bytes, a delimiter. Out: where each cell lies, and what is wrong with the row's quotes. The fast path
//! proves a row clean: no quote before the line end. Any other row is walked cell by cell on the slow path,
//! which owns the faults. It never looks at what a cell means, and never copies one. Line ends are LF, CRLF and
//! lone CR. Delimiters, quotes and line ends are ASCII, so that UTF-8 and single-byte text are cut alike.

use memchr::{memchr, memchr_iter, memchr2, memchr3};

use crate::finding::cell::QuoteFault;

/// Where a cell lies in its row, without quotes and blanks around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Raw {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Holds `""`, each of which is one quote.
    pub(crate) doubled: bool,
}

/// A fault of the row's quotes, at a byte of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Flaw {
    pub(crate) fault: QuoteFault,
    pub(crate) at: usize,
    /// Where the quote was opened that the fault is about.
    pub(crate) opened: Option<usize>,
}

/// What the window begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scan {
    /// A row of so many bytes, its line end included.
    Row(usize),
    /// The beginning of a row; perhaps inside a quote that was opened there.
    Partial(Option<usize>),
}

/// Cuts the next row. `ended` says that nothing follows the window; then a row is never partial.
pub(crate) fn row(
    window: &[u8],
    ended: bool,
    delimiter: u8,
    cells: &mut Vec<Raw>,
    flaws: &mut Vec<Flaw>,
) -> Scan {
    cells.clear();
    flaws.clear();
    match memchr3(b'\n', b'\r', b'"', window) {
        Some(at) if window[at] == b'"' => slow(window, ended, delimiter, cells, flaws),
        Some(at) => match line_end(window, at, ended) {
            Some(length) => {
                clean(&window[..at], delimiter, cells);
                Scan::Row(at + length)
            }
            None => Scan::Partial(None),
        },
        None if ended => {
            clean(window, delimiter, cells);
            Scan::Row(window.len())
        }
        None => Scan::Partial(None),
    }
}

/// The bytes up to and with the end of the line in which `at` lies.
pub(crate) fn line(window: &[u8], at: usize) -> usize {
    memchr2(b'\n', b'\r', &window[at..])
        .map_or(window.len(), |found| at + found + line_end(window, at + found, true).unwrap_or(1))
}

/// The length of the line end at `at`; none where the window leaves open whether CR is followed by LF.
fn line_end(window: &[u8], at: usize, ended: bool) -> Option<usize> {
    match (window[at], window.get(at + 1)) {
        (b'\r', Some(b'\n')) => Some(2),
        (b'\r', None) if !ended => None,
        _ => Some(1),
    }
}

/// A row without quotes.
fn clean(row: &[u8], delimiter: u8, cells: &mut Vec<Raw>) {
    let mut start = 0;
    for end in memchr_iter(delimiter, row) {
        cells.push(trimmed(row, start, end));
        start = end + 1;
    }
    cells.push(trimmed(row, start, row.len()));
}

/// The cell without the blanks around it.
fn trimmed(row: &[u8], start: usize, end: usize) -> Raw {
    let cell = &row[start..end];
    let left = cell.len() - cell.trim_ascii_start().len();
    let right = cell.len() - cell.trim_ascii_end().len();
    let start = (start + left).min(end);
    Raw { start, end: end.saturating_sub(right).max(start), doubled: false }
}

/// A row with quotes.
fn slow(window: &[u8], ended: bool, delimiter: u8, cells: &mut Vec<Raw>, flaws: &mut Vec<Flaw>) -> Scan {
    let walk = Walk { window, ended, delimiter };
    let mut at = 0;
    loop {
        let stop = match walk.cell(at, cells, flaws) {
            Step::To(stop) => stop,
            Step::Short(opened) => return Scan::Partial(opened),
            Step::Unclosed(opened) => {
                flaws.push(Flaw { fault: QuoteFault::Unclosed, at: opened, opened: Some(opened) });
                return Scan::Row(line(window, opened));
            }
        };
        match window.get(stop) {
            Some(byte) if *byte == delimiter => at = stop + 1,
            Some(_) => {
                return line_end(window, stop, ended).map_or(Scan::Partial(None), |n| Scan::Row(stop + n));
            }
            None if ended => return Scan::Row(stop),
            None => return Scan::Partial(None),
        }
    }
}

/// The slow path's view of the window.
#[derive(Clone, Copy)]
struct Walk<'w> {
    window: &'w [u8],
    ended: bool,
    delimiter: u8,
}

/// How far a cell goes.
enum Step {
    /// To this delimiter, line end, or end of the window.
    To(usize),
    /// Further than the window.
    Short(Option<usize>),
    /// To no closing quote.
    Unclosed(usize),
}

impl Walk<'_> {
    fn cell(self, at: usize, cells: &mut Vec<Raw>, flaws: &mut Vec<Flaw>) -> Step {
        let begin = self.after_blanks(at);
        if self.window.get(begin) == Some(&b'"') {
            return self.quoted(begin, cells, flaws);
        }
        let stop = self.stop(begin);
        if let Some(quote) = memchr(b'"', &self.window[begin..stop]) {
            flaws.push(Flaw { fault: QuoteFault::Bare, at: begin + quote, opened: None });
        }
        cells.push(trimmed(self.window, begin, stop));
        Step::To(stop)
    }

    fn quoted(self, open: usize, cells: &mut Vec<Raw>, flaws: &mut Vec<Flaw>) -> Step {
        let (mut from, mut doubled) = (open + 1, false);
        let close = loop {
            match memchr(b'"', &self.window[from..]) {
                None if self.ended => return Step::Unclosed(open),
                None => return Step::Short(Some(open)),
                Some(found) => match self.window.get(from + found + 1) {
                    Some(b'"') => (from, doubled) = (from + found + 2, true),
                    None if !self.ended => return Step::Short(Some(open)),
                    _ => break from + found,
                },
            }
        };
        cells.push(Raw { start: open + 1, end: close, doubled });
        let after = self.after_blanks(close + 1);
        let stop = self.stop(after);
        if stop > after {
            flaws.push(Flaw { fault: QuoteFault::After, at: after, opened: Some(open) });
        }
        Step::To(stop)
    }

    /// The next byte that is no blank.
    fn after_blanks(self, at: usize) -> usize {
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t') && *byte != self.delimiter;
        at + self.window[at..].iter().take_while(|byte| blank(byte)).count()
    }

    /// The next delimiter or line end, or the end of the window.
    fn stop(self, at: usize) -> usize {
        memchr3(self.delimiter, b'\n', b'\r', &self.window[at..])
            .map_or(self.window.len(), |found| at + found)
    }
}
