//! A file's bytes, block by block, hashed as they come.
//!
//! In: a reader. Out: blocks of bytes, each behind some room in which a row that the block before it left unfinished
//! finds place, and with the last one the SHA-256 and the length of the whole. A large file is read and hashed on a
//! thread of its own while the blocks that it has hashed are looked at: buffers go round, so that memory is bounded,
//! and what comes out does not depend on who was faster.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use sha2::{Digest, Sha256};

use crate::digest::hexadecimal;

/// Room before a block's bytes.
pub(super) const ROOM: usize = 4 << 10;
/// Blocks that may wait to be looked at.
const WAITING: usize = 4;

/// What a file was, once it has been read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digested {
    /// In hexadecimal; empty where nobody asked for it.
    pub(crate) sha256: String,
    pub(crate) bytes: u64,
}

/// The next bytes of a file.
pub(super) struct Block {
    /// [`ROOM`], then the bytes.
    pub(super) buffer: Vec<u8>,
    /// In the last block, what the file was.
    pub(super) last: Option<Digested>,
}

/// Where blocks come from.
pub(super) enum Feed<R> {
    /// Read when they are asked for.
    Here(Hashed<R>, Vec<u8>),
    /// From the thread that reads ahead; used buffers go back to it.
    Ahead(Receiver<io::Result<Block>>, Sender<Vec<u8>>),
    /// From nowhere: the last one was handed out.
    Ended,
}

impl<R: Read> Feed<R> {
    pub(super) fn new(source: R, hash: bool) -> Self {
        let hasher = hash.then(Sha256::new);
        Self::Here(Hashed { source, hasher, bytes: 0 }, Vec::new())
    }

    /// The next block: so many bytes, fewer in the last one. (A thread reads as many as it was begun with.)
    pub(super) fn next(&mut self, want: usize) -> io::Result<Block> {
        let block = match self {
            Self::Here(hashed, spare) => hashed.next(std::mem::take(spare), want)?,
            Self::Ahead(blocks, _) => blocks.recv().unwrap_or_else(|_| Err(broken()))?,
            Self::Ended => Block { buffer: vec![0; ROOM], last: Some(Digested::nothing()) },
        };
        if block.last.is_some() {
            *self = Self::Ended;
        }
        Ok(block)
    }

    /// Takes back a buffer, to be filled again.
    pub(super) fn give_back(&mut self, buffer: Vec<u8>) {
        match self {
            Self::Here(_, spare) => *spare = buffer,
            Self::Ahead(_, empty) => drop(empty.send(buffer)),
            Self::Ended => {}
        }
    }
}

impl<R: Read + Send + 'static> Feed<R> {
    /// Reads on, from here to the end, on a thread of its own.
    pub(super) fn ahead(self, want: usize) -> io::Result<Self> {
        let Self::Here(mut hashed, _) = self else { return Ok(self) };
        let (filled, blocks) = sync_channel(WAITING);
        let (empty, buffers) = channel();
        let thread = thread::Builder::new().name("sha256".to_owned());
        thread.spawn(move || hashed.read_all(want, &filled, &buffers))?;
        Ok(Self::Ahead(blocks, empty))
    }
}

/// A reader whose bytes are hashed.
pub(super) struct Hashed<R> {
    source: R,
    hasher: Option<Sha256>,
    bytes: u64,
}

impl<R: Read> Hashed<R> {
    /// Fills the buffer with the next bytes.
    fn next(&mut self, mut buffer: Vec<u8>, want: usize) -> io::Result<Block> {
        buffer.resize(ROOM + want, 0);
        let mut end = ROOM;
        while end < buffer.len() {
            match self.source.read(&mut buffer[end..]) {
                Ok(0) => break,
                Ok(got) => end += got,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        let ended = end < buffer.len();
        buffer.truncate(end);
        if let Some(hasher) = &mut self.hasher {
            hasher.update(&buffer[ROOM..]);
        }
        self.bytes += u64::try_from(end - ROOM).unwrap_or(0);
        Ok(Block { buffer, last: ended.then(|| self.digested()) })
    }

    fn digested(&mut self) -> Digested {
        let sha256 = self.hasher.take().map(|hasher| hexadecimal(&hasher.finalize()));
        Digested { sha256: sha256.unwrap_or_default(), bytes: self.bytes }
    }

    /// Sends block after block, until the file ends or nobody listens any more.
    fn read_all(&mut self, want: usize, filled: &SyncSender<io::Result<Block>>, buffers: &Receiver<Vec<u8>>) {
        loop {
            let block = self.next(buffers.try_recv().unwrap_or_default(), want);
            let last = block.as_ref().map_or(true, |block| block.last.is_some());
            if filled.send(block).is_err() || last {
                return;
            }
        }
    }
}

/// The SHA-256 of bytes that are there already, in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

impl Digested {
    fn nothing() -> Self {
        Self { sha256: String::new(), bytes: 0 }
    }
}

/// The thread that read the file is gone, without having said why.
fn broken() -> io::Error {
    io::Error::other("the thread that reads the file has stopped")
}
