//! The header: which line it is, and what divides its cells.
//!
//! In: a file's first bytes, and how well a line would serve. Out: the delimiter and the line, or the fault that
//! there is none. It knows no field: ledgers and small tables ask it alike. Names are compared folded: any case,
//! `_`, hyphens, dashes, `/` and blanks alike, umlauts as their transcriptions.

use encoding_rs::{Encoding, WINDOWS_1252};

use super::scan::{self, Raw, Scan};
use crate::agreement::Header;
use crate::finding::FileFault;
use crate::finding::cell::shown;
use crate::finding::file::Heading;

/// Among so many lines the header is looked for.
const LINES: usize = 100;
/// What may divide cells.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// The names under which a field is known, folded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Names {
    pub(crate) english: &'static [&'static str],
    pub(crate) german: &'static [&'static str],
}

impl Names {
    pub(crate) const fn heading(&self) -> Heading {
        Heading { english: self.english[0], german: self.german[0] }
    }

    pub(crate) fn has(&self, folded: &str) -> bool {
        self.english.iter().chain(self.german).any(|name| *name == folded)
    }
}

/// A line as a header: its cells' names and where they stand in the head.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) cells: Vec<Title>,
}

/// A cell of the header.
#[derive(Debug, Clone)]
pub(crate) struct Title {
    pub(crate) name: String,
    pub(crate) folded: String,
    pub(crate) at: usize,
    pub(crate) length: usize,
}

impl Line {
    /// The cells that a row needs: as many as the header has, without empty ones at its end.
    pub(crate) fn width(&self) -> usize {
        self.cells.iter().rposition(|cell| !cell.name.is_empty()).map_or(0, |last| last + 1)
    }

    /// The names that there are.
    pub(crate) fn names(&self) -> Vec<String> {
        self.cells.iter().filter(|cell| !cell.name.is_empty()).map(|cell| shown(&cell.name)).collect()
    }

    fn is_blank(&self) -> bool {
        self.width() == 0
    }
}

/// How well a line serves as the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fit {
    /// Has it all that is needed?
    pub(crate) complete: bool,
    /// How many of its names are known.
    pub(crate) known: usize,
}

/// What the fault tells that no line is the header.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    /// The names that were looked for; of each group one is needed.
    pub(crate) names: Vec<Vec<Heading>>,
    pub(crate) ledger: bool,
}

/// The first bytes of a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head<'h> {
    pub(crate) bytes: &'h [u8],
    /// Are they the whole file?
    pub(crate) ended: bool,
    pub(crate) declared: Option<&'static Encoding>,
}

/// A header, or the first row where there is none, and what divides its cells.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) delimiter: u8,
    pub(crate) line: Line,
}

impl Head<'_> {
    /// The header, where the file has one; the first row, where `header` says that there is none.
    ///
    /// The earliest line that has all that is needed, read with the delimiter that makes most names known. Where
    /// no name is known, only the number of cells can speak for a delimiter: if several would do, none is proven.
    pub(crate) fn find(
        &self,
        delimiter: Option<u8>,
        header: Header,
        wanted: Wanted,
        fit: &dyn Fn(&Line) -> Fit,
    ) -> Result<Found, FileFault> {
        let delimiters = delimiter.map_or(DELIMITERS.to_vec(), |delimiter| vec![delimiter]);
        let mut found: Vec<(Fit, Found)> = Vec::new();
        for delimiter in &delimiters {
            let lines = self.candidates(*delimiter, header);
            let fits = lines.into_iter().map(|line| (fit(&line), Found { delimiter: *delimiter, line }));
            found.extend(fits.filter(|(fit, _)| header != Header::Found || fit.known > 0));
        }
        found.sort_by(|(a, one), (b, other)| {
            let earlier = one.line.start.cmp(&other.line.start);
            let better = b.known.cmp(&a.known);
            let among_equals = if a.complete { earlier.then(better) } else { better.then(earlier) };
            b.complete.cmp(&a.complete).then(among_equals)
        });
        let rivals = found.iter().filter(|(fit, _)| fit.complete && fit.known == 0).count();
        let undivided = delimiter.is_none() && rivals != 1;
        match found.into_iter().next() {
            Some((fit, _)) if fit.known == 0 && undivided && (rivals > 1 || header == Header::Absent) => {
                Err(FileFault::NoDelimiter)
            }
            Some((fit, found)) if fit.known > 0 || !undivided => Ok(found),
            _ => Err(FileFault::NoHeader { wanted: wanted.names, seen: self.seen(), ledger: wanted.ledger }),
        }
    }

    /// The first line that is not blank.
    pub(crate) fn first(&self, delimiter: u8) -> Line {
        self.lines(delimiter, 0).into_iter().find(|line| !line.is_blank()).unwrap_or_default()
    }

    /// The rows above a byte: those with text, and blank ones.
    pub(crate) fn above(&self, delimiter: u8, end: usize) -> (u64, u64) {
        let lines = self.lines(delimiter, 0).into_iter().take_while(|line| line.start < end);
        lines.fold(
            (0, 0),
            |(text, blank), line| {
                if line.is_blank() { (text, blank + 1) } else { (text + 1, blank) }
            },
        )
    }

    fn candidates(&self, delimiter: u8, header: Header) -> Vec<Line> {
        match header {
            Header::Found => self.lines(delimiter, 0),
            Header::Line(number) => {
                let start = self.start_of(number);
                start.and_then(|start| self.lines(delimiter, start).into_iter().next()).into_iter().collect()
            }
            Header::Absent => {
                self.lines(delimiter, 0).into_iter().find(|line| !line.is_blank()).into_iter().collect()
            }
        }
    }

    /// Where the line begins.
    fn start_of(&self, number: u64) -> Option<usize> {
        let mut start = 0;
        for _ in 1..number {
            start = scan::line(self.bytes, start);
            if start >= self.bytes.len() {
                return None;
            }
        }
        (number > 0 && start < self.bytes.len()).then_some(start)
    }

    /// The line in which a byte lies, counted from 1.
    pub(crate) fn line_of(&self, at: usize) -> u64 {
        let (mut start, mut number) = (0, 1);
        while start < self.bytes.len() {
            start = scan::line(self.bytes, start);
            if start > at {
                break;
            }
            number += 1;
        }
        number
    }

    /// The first rows from a byte on.
    pub(crate) fn lines(&self, delimiter: u8, from: usize) -> Vec<Line> {
        let (mut raw, mut flaws, mut lines) = (Vec::new(), Vec::new(), Vec::new());
        let mut start = from;
        while start < self.bytes.len() && lines.len() < LINES {
            let window = &self.bytes[start..];
            let Scan::Row(length) = scan::row(window, self.ended, delimiter, &mut raw, &mut flaws) else {
                break;
            };
            let cells = raw.iter().map(|cell| self.title(start, *cell)).collect();
            let end = start + length;
            lines.push(Line { start, end, cells });
            start = end;
        }
        lines
    }

    fn title(&self, row: usize, cell: Raw) -> Title {
        let (start, end) = (row + cell.start, row + cell.end);
        let text = self.text(&self.bytes[start..end]);
        let name = if cell.doubled { text.replace("\"\"", "\"") } else { text }.trim().to_owned();
        Title { folded: folded(&name), name, at: start, length: end - start }
    }

    fn text(&self, bytes: &[u8]) -> String {
        std::str::from_utf8(bytes).map_or_else(
            |_| self.declared.unwrap_or(WINDOWS_1252).decode_without_bom_handling(bytes).0.into_owned(),
            ToOwned::to_owned,
        )
    }

    /// The first lines, for the message.
    fn seen(&self) -> Vec<(u64, String)> {
        let (mut at, mut number, mut seen) = (0, 1, Vec::new());
        while at < self.bytes.len() && seen.len() < 3 {
            let end = scan::line(self.bytes, at);
            let text = self.text(&self.bytes[at..end]);
            if !text.trim().is_empty() {
                seen.push((number, shown(text.trim())));
            }
            (at, number) = (end, number + 1);
        }
        seen
    }
}

/// A name as it is compared.
pub(crate) fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.trim().chars().flat_map(char::to_lowercase) {
        match c {
            'ä' => folded.push_str("ae"),
            'ö' => folded.push_str("oe"),
            'ü' => folded.push_str("ue"),
            'ß' => folded.push_str("ss"),
            '\u{308}' => folded.push('e'), // the two dots on their own, as macOS writes file names and text
            '_' | '-' | '–' | '/' => blank(&mut folded),
            c if c.is_whitespace() => blank(&mut folded),
            c => folded.push(c),
        }
    }
    folded.trim_end_matches('_').to_owned()
}

fn blank(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with('_') {
        folded.push('_');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_are_alike() {
        for name in ["Kostenträger", "KOSTENTRAEGER", " kostentra\u{308}ger ", "Kostenträger_"] {
            assert_eq!(folded(name), "kostentraeger", "{name}");
        }
        for name in ["Leistung von", "leistung_von", "LEISTUNG-VON", "Leistung \u{a0} von"] {
            assert_eq!(folded(name), "leistung_von", "{name}");
        }
        assert_eq!(folded("S/H"), "s_h");
    }

    fn find(text: &str, header: Header) -> Result<(usize, u8), FileFault> {
        let head = Head { bytes: text.as_bytes(), ended: true, declared: None };
        let fit = |line: &Line| {
            let known =
                line.cells.iter().filter(|cell| ["a", "b", "c"].contains(&cell.folded.as_str())).count();
            Fit { complete: known >= 2, known }
        };
        head.find(None, header, Wanted::default(), &fit).map(|found| (found.line.start, found.delimiter))
    }

    #[test]
    fn the_first_line_with_the_needed_names_is_the_header() {
        assert_eq!(find("a;b\n1;2\n", Header::Found), Ok((0, b';')));
        assert_eq!(find("Titel\n\n\"x\ny\"\ta\na\tb\n", Header::Found), Ok((15, b'\t')));
        assert_eq!(find("A|x,y;z|C\ra|b|c", Header::Found), Ok((0, b'|')));
        assert_eq!(find("a;b\na,b,c", Header::Line(2)), Ok((4, b',')));
        assert!(matches!(find("x;y\n1;2", Header::Found), Err(FileFault::NoHeader { .. })));
        assert!(matches!(find("a;b", Header::Line(7)), Err(FileFault::NoHeader { .. })));
    }
}
