//! What passes by while a file is read: its line ends, and its bytes beyond ASCII.
//!
//! In: a reader. Out: the same bytes, counted. It stands below the scanner, which cares for rows and not for what
//! ends them. Text of two bytes a letter (UTF-16) is counted as text.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding};
use memchr::memchr2_iter;

/// How the lines of a file end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LineEnds {
    /// Line feeds alone, as on Linux.
    pub lf: u64,
    /// Carriage return and line feed, as on Windows.
    pub crlf: u64,
    /// Carriage returns alone, as on old Macs.
    pub cr: u64,
}

impl LineEnds {
    /// Does the file have more than one kind?
    #[must_use]
    pub fn is_mixed(&self) -> bool {
        [self.lf, self.crlf, self.cr].iter().filter(|count| **count > 0).count() > 1
    }
}

/// A reader that counts.
pub(super) struct Tally<R> {
    source: R,
    ends: LineEnds,
    /// The last byte was CR, whose kind is still open.
    cr: bool,
    high: [bool; 256],
    decoder: Option<Decoder>,
    text: String,
}

impl<R> Tally<R> {
    /// `encoding` is that of the file, where it is known.
    pub(super) fn new(source: R, encoding: Option<&'static Encoding>) -> Self {
        let wide = encoding.filter(|encoding| !encoding.is_ascii_compatible());
        let decoder = wide.map(Encoding::new_decoder_without_bom_handling);
        Self {
            source,
            ends: LineEnds::default(),
            cr: false,
            high: [false; 256],
            decoder,
            text: String::new(),
        }
    }

    /// The line ends so far; the last CR counts alone.
    pub(super) fn ends(&self) -> LineEnds {
        LineEnds { cr: self.ends.cr + u64::from(self.cr), ..self.ends }
    }

    /// The bytes beyond ASCII that were seen.
    pub(super) fn high(&self) -> Vec<u8> {
        (128..=255).filter(|byte| self.high[usize::from(*byte)]).collect()
    }
}

fn count(ends: &mut LineEnds, cr: &mut bool, bytes: &[u8]) {
    let mut next = 0;
    for at in memchr2_iter(b'\n', b'\r', bytes) {
        let pending = std::mem::take(cr);
        match (bytes[at], pending && at == next) {
            (b'\n', true) => ends.crlf += 1,
            (b'\n', false) => {
                ends.cr += u64::from(pending);
                ends.lf += 1;
            }
            _ => {
                ends.cr += u64::from(pending);
                *cr = true;
            }
        }
        next = at + 1;
    }
}

impl<R: Read> Read for Tally<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let got = self.source.read(buffer)?;
        let bytes = &buffer[..got];
        if let Some(decoder) = &mut self.decoder {
            self.text.clear();
            self.text.reserve(decoder.max_utf8_buffer_length(got).unwrap_or(0));
            let _ = decoder.decode_to_string(bytes, &mut self.text, false);
            count(&mut self.ends, &mut self.cr, self.text.as_bytes());
            return Ok(got);
        }
        count(&mut self.ends, &mut self.cr, bytes);
        if !bytes.is_ascii() {
            bytes
                .iter()
                .filter(|byte| !byte.is_ascii())
                .for_each(|byte| self.high[usize::from(*byte)] = true);
        }
        Ok(got)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(bytes: &[u8], at_once: usize, encoding: Option<&'static Encoding>) -> LineEnds {
        let mut tally = Tally::new(bytes, encoding);
        let mut buffer = vec![0; at_once];
        while tally.read(&mut buffer).unwrap() > 0 {}
        tally.ends()
    }

    #[test]
    fn line_ends_are_counted_whatever_is_read_at_once() {
        for at_once in [1, 2, 3, 100] {
            let ends = counted(b"a\nb\r\nc\rd\r\r\n\n\r", at_once, None);
            assert_eq!(ends, LineEnds { lf: 2, crlf: 2, cr: 3 }, "{at_once}");
            assert!(ends.is_mixed());
            assert_eq!(counted(b"a;b", at_once, None), LineEnds::default());
        }
        let wide: Vec<u8> = "a\r\n\u{a0d}b\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for at_once in [1, 2, 100] {
            let ends = counted(&wide, at_once, Some(encoding_rs::UTF_16LE));
            assert_eq!(ends, LineEnds { lf: 1, crlf: 1, cr: 0 }, "{at_once}");
        }
    }
}
