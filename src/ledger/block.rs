//! A file's bytes, block by block, as text that a scanner can cut.
//!
//! In: a reader. Out: a window of bytes that grows by blocks and is used up by rows, and at the end the SHA-256
//! and the length of all that was read. Encodings in which ASCII is not ASCII (UTF-16, by its mark or declared)
//! become UTF-8 before anybody looks; then offsets count in that text. Memory is bounded by the window, which only
//! a long row makes larger than two blocks.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding};

pub(crate) use super::feed::Digested;
use super::feed::{Block, Feed, ROOM};

/// How many bytes are read at once: so few that a processor keeps those it has in hand beside it.
pub(crate) const BLOCK: usize = 128 << 10;

/// A file, as far as it has been read.
pub(crate) struct Blocks<R> {
    feed: Feed<R>,
    block: usize,
    text: Vec<u8>,
    used: usize,
    offset: u64,
    last: Option<Digested>,
    marked: bool,
    decoder: Option<Decoder>,
}

impl<R: Read> Blocks<R> {
    /// Reads the first block and decides by a byte order mark, or by what is declared, what the bytes are.
    pub(crate) fn open(source: R, block: usize, declared: Option<&'static Encoding>) -> io::Result<Self> {
        Self::over(Feed::new(source, true), block, declared)
    }

    /// The same for a look at the text only: nothing is hashed.
    pub(crate) fn glance(source: R, block: usize, declared: Option<&'static Encoding>) -> io::Result<Self> {
        Self::over(Feed::new(source, false), block, declared)
    }

    fn over(mut feed: Feed<R>, block: usize, declared: Option<&'static Encoding>) -> io::Result<Self> {
        let block = block.max(1);
        let Block { buffer, last } = feed.next(block.max(4))?;
        let mark = Encoding::for_bom(&buffer[ROOM..]);
        let encoding = mark
            .map(|(encoding, _)| encoding)
            .or(declared)
            .filter(|encoding| !encoding.is_ascii_compatible());
        let length = mark.map_or(0, |(_, length)| length);
        let mut blocks = Self {
            feed,
            block,
            text: Vec::new(),
            used: 0,
            offset: if encoding.is_none() { u64::try_from(length).unwrap_or(0) } else { 0 },
            last,
            marked: mark.is_some(),
            decoder: encoding.map(Encoding::new_decoder_without_bom_handling),
        };
        blocks.add(buffer, ROOM + length);
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
        self.last.is_some()
    }

    /// Did a byte order mark say what the bytes are, or were they made UTF-8 here?
    pub(crate) fn is_utf8(&self) -> bool {
        self.marked || self.decoder.is_some()
    }

    /// Makes the window longer, at least by a block; false at the end of the file.
    pub(crate) fn more(&mut self) -> io::Result<bool> {
        if self.ended() {
            return Ok(false);
        }
        // A window that was too short doubles, so that looking at it again costs no more than reading it.
        let want = self.block.max(self.window().len());
        let mut got = 0;
        while got < want && !self.ended() {
            let Block { buffer, last } = self.feed.next(self.block)?;
            (self.last, got) = (last, got + buffer.len() - ROOM);
            self.add(buffer, ROOM);
        }
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
        loop {
            if let Some(digested) = self.last.take() {
                return Ok(digested);
            }
            let Block { buffer, last } = self.feed.next(self.block)?;
            self.last = last;
            self.feed.give_back(buffer);
        }
    }

    /// Puts the buffer's bytes, from this one on, behind the window. A window that finds place in the room before
    /// them moves there, so that the bytes need not.
    fn add(&mut self, mut buffer: Vec<u8>, from: usize) {
        if let Some(decoder) = &mut self.decoder {
            let most = decoder.max_utf8_buffer_length(buffer.len() - from).unwrap_or(0);
            let mut text = String::with_capacity(most);
            let _ = decoder.decode_to_string(&buffer[from..], &mut text, self.last.is_some());
            self.text.drain(..self.used);
            self.used = 0;
            self.text.extend_from_slice(text.as_bytes());
        } else if let Some(start) = from.checked_sub(self.window().len()) {
            buffer[start..from].copy_from_slice(&self.text[self.used..]);
            std::mem::swap(&mut self.text, &mut buffer);
            self.used = start;
        } else {
            self.text.drain(..self.used);
            self.used = 0;
            self.text.extend_from_slice(&buffer[from..]);
        }
        self.feed.give_back(buffer);
    }
}

impl<R: Read + Send + 'static> Blocks<R> {
    /// What is left of the file is read and hashed on another thread.
    pub(crate) fn ahead(mut self) -> io::Result<Self> {
        if !self.ended() {
            self.feed = self.feed.ahead(self.block)?;
        }
        Ok(self)
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
    fn another_thread_reads_the_same() {
        let bytes: Vec<u8> = (0..100_000_u32).flat_map(u32::to_le_bytes).collect();
        for block in [1_000, 4_099, 65_536, 1 << 20] {
            let here = Blocks::open(&bytes[..], block, None).unwrap();
            let mut ahead =
                Blocks::open(io::Cursor::new(bytes.clone()), block, None).unwrap().ahead().unwrap();
            while ahead.more().unwrap() {}
            assert_eq!(ahead.window(), bytes, "{block}");
            assert_eq!(ahead.finish().unwrap(), here.finish().unwrap(), "{block}");
        }
    }

    #[test]
    fn a_look_at_the_text_is_not_hashed() {
        let mut blocks = Blocks::glance(&b"abcdef"[..], 4, None).unwrap();
        assert!(blocks.more().unwrap());
        assert_eq!(blocks.window(), b"abcdef");
        assert_eq!(blocks.finish().unwrap(), Digested { sha256: String::new(), bytes: 6 });
    }

    #[test]
    fn rows_that_were_used_up_leave_the_window() {
        let mut blocks = Blocks::open(&b"abcdefghij"[..], 4, None).unwrap();
        assert_eq!(blocks.take(3), (0, &b"abc"[..]));
        assert!(blocks.more().unwrap());
        assert_eq!((blocks.offset(), blocks.window()), (3, &b"defgh"[..]));
    }
}
