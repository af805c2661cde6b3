//! A file's bytes, block by block, as text that a scanner can cut.
//!
//! In: a reader. Out: a window of bytes that grows by blocks and is used up by rows, and at the end the SHA-256
//! and the length of all that was read. Every byte is hashed in the pass that reads it. Encodings in which ASCII
//! is not ASCII (UTF-16, by its mark or declared) become UTF-8 before anybody looks; then offsets count in that
//! text. Memory is bounded by the window, which only a long row makes larger than two blocks.

use std::fmt::Write as _;
use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding};
use sha2::{Digest, Sha256};

/// How many bytes are read at once.
pub(crate) const BLOCK: usize = 1 << 20;

/// A file, as far as it has been read.
pub(crate) struct Blocks<R> {
    source: R,
    block: usize,
    hasher: Sha256,
    bytes: u64,
    raw: Vec<u8>,
    text: Vec<u8>,
    used: usize,
    offset: u64,
    ended: bool,
    marked: bool,
    decoder: Option<Decoder>,
}

/// What a file was, once it has been read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digested {
    pub(crate) sha256: String,
    pub(crate) bytes: u64,
}

impl<R: Read> Blocks<R> {
    /// Reads the first block and decides by a byte order mark, or by what is declared, what the bytes are.
    pub(crate) fn open(source: R, block: usize, declared: Option<&'static Encoding>) -> io::Result<Self> {
        let mut blocks = Self {
            source,
            block: block.max(1),
            hasher: Sha256::new(),
            bytes: 0,
            raw: Vec::new(),
            text: Vec::new(),
            used: 0,
            offset: 0,
            ended: false,
            marked: false,
            decoder: None,
        };
        blocks.pull(blocks.block.max(4))?;
        let mark = Encoding::for_bom(&blocks.raw);
        blocks.marked = mark.is_some();
        let encoding = mark
            .map(|(encoding, _)| encoding)
            .or(declared)
            .filter(|encoding| !encoding.is_ascii_compatible());
        let length = mark.map_or(0, |(_, length)| length);
        blocks.decoder = encoding.map(Encoding::new_decoder_without_bom_handling);
        blocks.raw.drain(..length);
        if encoding.is_none() {
            blocks.offset = u64::try_from(length).unwrap_or(0);
        }
        blocks.decode();
        Ok(blocks)
    }

    /// The text that was read and not used up.
    pub(crate) fn window(&self) -> &[u8] {
        &self.text[self.used..]
    }

    /// Where the window begins.
    pub(crate) fn offset(&self) -> u64 {
        self.offset
    }

    /// Does the window reach to the end of the file?
    pub(crate) fn ended(&self) -> bool {
        self.ended
    }

    /// Did a byte order mark say what the bytes are, or were they made UTF-8 here?
    pub(crate) fn is_utf8(&self) -> bool {
        self.marked || self.decoder.is_some()
    }

    /// Makes the window longer, at least by a block; false at the end of the file.
    pub(crate) fn more(&mut self) -> io::Result<bool> {
        if self.ended {
            return Ok(false);
        }
        self.text.drain(..self.used);
        self.used = 0;
        // A window that was too short doubles, so that looking at it again costs no more than reading it.
        self.pull(self.block.max(self.text.len()))?;
        self.decode();
        Ok(true)
    }

    /// Uses up so many bytes of the window, and hands them out with their offset.
    pub(crate) fn take(&mut self, length: usize) -> (u64, &[u8]) {
        let length = length.min(self.text.len() - self.used);
        let (from, offset) = (self.used, self.offset);
        self.used += length;
        self.offset += u64::try_from(length).unwrap_or(0);
        (offset, &self.text[from..self.used])
    }

    /// Reads what is left, for the hash.
    pub(crate) fn finish(mut self) -> io::Result<Digested> {
        while !self.ended {
            self.used = self.text.len();
            self.more()?;
        }
        let mut sha256 = String::with_capacity(64);
        for byte in self.hasher.finalize() {
            let _ = write!(sha256, "{byte:02x}"); // writing to a string does not fail
        }
        Ok(Digested { sha256, bytes: self.bytes })
    }

    /// Reads and hashes so many bytes.
    fn pull(&mut self, want: usize) -> io::Result<()> {
        self.raw.clear();
        let most = u64::try_from(want).unwrap_or(u64::MAX);
        let got = self.source.by_ref().take(most).read_to_end(&mut self.raw)?;
        self.hasher.update(&self.raw);
        self.bytes += u64::try_from(got).unwrap_or(0);
        self.ended = got < want;
        Ok(())
    }

    /// Puts what was read at the end of the text.
    fn decode(&mut self) {
        let Some(decoder) = &mut self.decoder else {
            self.text.append(&mut self.raw);
            return;
        };
        let most = decoder.max_utf8_buffer_length(self.raw.len()).unwrap_or(0);
        let mut text = String::with_capacity(most);
        let _ = decoder.decode_to_string(&self.raw, &mut text, self.ended);
        self.text.extend_from_slice(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8], block: usize, declared: Option<&'static Encoding>) -> (u64, Vec<u8>, Digested) {
        let mut blocks = Blocks::open(bytes, block, declared).unwrap();
        while blocks.more().unwrap() {}
        let (offset, text) = (blocks.offset(), blocks.window().to_vec());
        (offset, text, blocks.finish().unwrap())
    }

    #[test]
    fn the_hash_is_that_of_the_file() {
        // printf 'abc' | sha256sum
        let (_, text, digested) = all(b"abc", 1, None);
        assert_eq!(text, b"abc");
        assert_eq!(digested.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(digested.bytes, 3);
    }

    #[test]
    fn a_byte_order_mark_decides() {
        assert_eq!(all(b"\xEF\xBB\xBFa;b", 2, None).0, 3);
        for block in [1, 2, 3, 5, 100] {
            let utf16: Vec<u8> = "\u{FEFF}Öl;€;𝄞".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let (offset, text, digested) = all(&utf16, block, None);
            assert_eq!((offset, text.as_slice()), (0, "Öl;€;𝄞".as_bytes()), "{block}");
            assert_eq!(digested.bytes, 16);
        }
    }

    #[test]
    fn rows_that_were_used_up_leave_the_window() {
        let mut blocks = Blocks::open(&b"abcdefghij"[..], 4, None).unwrap();
        assert_eq!(blocks.take(3), (0, &b"abc"[..]));
        assert!(blocks.more().unwrap());
        assert_eq!((blocks.offset(), blocks.window()), (3, &b"defgh"[..]));
    }
}
