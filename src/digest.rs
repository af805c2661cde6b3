//! SHA-256, as `sha256sum` shows it: 64 hexadecimal digits.
//!
//! In: bytes, or a stream of them. Out: their digest. Ledgers are hashed while they are read, in the reader; this is for all
//! that is hashed by itself: what a seal consists of, and the lines of its rows.

use std::fmt::Write as _;
use std::io::{self, Read, Write};

use sha2::{Digest, Sha256};

/// How many bytes are copied at once.
const BLOCK: usize = 128 << 10;

/// A digest that grows.
#[derive(Debug, Clone, Default)]
pub struct Digesting(Sha256);

impl Digesting {
    /// Takes more bytes in.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The digest of all of them.
    #[must_use]
    pub fn hex(self) -> String {
        hexadecimal(&self.0.finalize())
    }
}

/// Two digits a byte.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        let _ = write!(text, "{byte:02x}"); // writing to a string does not fail
    }
    text
}

/// The digest of these bytes.
///
/// ```
/// // printf 'abc' | sha256sum
/// let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
/// assert_eq!(umlage::digest::of(b"abc"), abc);
/// ```
#[must_use]
pub fn of(bytes: &[u8]) -> String {
    let mut digesting = Digesting::default();
    digesting.add(bytes);
    digesting.hex()
}

/// Copies a stream to its end. Out: the digest of what was copied.
///
/// # Errors
/// What the system says where it refuses to read or to write.
pub fn copied(from: &mut impl Read, to: &mut impl Write) -> io::Result<String> {
    let (mut digesting, mut block) = (Digesting::default(), vec![0; BLOCK]);
    loop {
        match from.read(&mut block) {
            Ok(0) => return Ok(digesting.hex()),
            Ok(length) => {
                digesting.add(&block[..length]);
                to.write_all(&block[..length])?;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
