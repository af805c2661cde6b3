//! What the bytes of rows are, as text.
//!
//! In: rows of bytes. Out: UTF-8, borrowed where the row is UTF-8 already, and the finding where it is neither
//! that nor what is declared. The first bytes beyond ASCII decide for the file; a later row that contradicts
//! them is an error that names both places. It is told once a file; reading goes on, so that other faults show.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::finding::file::EncodingFault;
use crate::finding::{FileFault, Finding};
use crate::place::{FileId, Place};

/// A file's encoding, as far as it is known.
pub(crate) struct Charset {
    file: FileId,
    declared: Option<&'static Encoding>,
    decided: Decided,
    told: bool,
    zero_told: bool,
}

/// What the first bytes beyond ASCII decided, and where they stand.
#[derive(Debug, Clone, Copy)]
enum Decided {
    Nothing,
    Utf8(u64),
    /// By the byte order mark.
    Marked,
    Other(u64),
}

impl Charset {
    /// `is_utf8`: a byte order mark says so.
    pub(crate) fn new(file: FileId, declared: Option<&'static Encoding>, is_utf8: bool) -> Self {
        let declared = declared.filter(|encoding| *encoding != UTF_8 && encoding.is_ascii_compatible());
        let decided = if is_utf8 { Decided::Marked } else { Decided::Nothing };
        Self { file, declared, decided, told: false, zero_told: false }
    }

    /// The row as it stands, if it is UTF-8.
    pub(crate) fn utf8<'r>(
        &mut self,
        offset: u64,
        row: &'r [u8],
        findings: &mut dyn FnMut(Finding),
    ) -> Option<&'r str> {
        if let Some(zero) = memchr::memchr(0, row).filter(|_| !self.zero_told) {
            self.zero_told = true;
            findings(self.finding(offset, zero, EncodingFault::Zero));
        }
        match std::str::from_utf8(row) {
            Ok(text) => {
                self.agree(offset, text, findings);
                Some(text)
            }
            Err(error) => {
                self.differ(offset, row, error.valid_up_to(), findings);
                None
            }
        }
    }

    /// The cell of a row that is not UTF-8.
    pub(crate) fn decode(&self, cell: &[u8], text: &mut String) {
        let encoding = self.declared.unwrap_or(WINDOWS_1252);
        text.push_str(&encoding.decode_without_bom_handling(cell).0);
    }

    /// A row that is UTF-8.
    fn agree(&mut self, offset: u64, text: &str, findings: &mut dyn FnMut(Finding)) {
        if matches!(self.decided, Decided::Utf8(_) | Decided::Marked) || text.is_ascii() {
            return;
        }
        let at = text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(0);
        match self.decided {
            Decided::Nothing => self.decided = Decided::Utf8(beyond(offset, at)),
            Decided::Other(first) => self.mixed(offset, at, first, findings),
            Decided::Utf8(_) | Decided::Marked => {}
        }
    }

    /// A row that is not, from its byte `at` on.
    fn differ(&mut self, offset: u64, row: &[u8], at: usize, findings: &mut dyn FnMut(Finding)) {
        match self.decided {
            Decided::Other(_) => {}
            Decided::Utf8(first) => self.mixed(offset, at, first, findings),
            Decided::Marked => {
                if !self.told {
                    self.told = true;
                    let byte = row.get(at).copied().unwrap_or(0);
                    findings(self.finding(offset, at, EncodingFault::BrokenMark { byte }));
                }
            }
            Decided::Nothing => {
                self.decided = Decided::Other(beyond(offset, at));
                if self.declared.is_none() {
                    self.told = true;
                    let byte = row.get(at).copied().unwrap_or(0);
                    findings(self.finding(offset, at, EncodingFault::Undeclared { byte }));
                }
            }
        }
    }

    fn mixed(&mut self, offset: u64, at: usize, first: u64, findings: &mut dyn FnMut(Finding)) {
        if !self.told {
            self.told = true;
            let finding = self.finding(offset, at, EncodingFault::Mixed);
            findings(finding.against(Place::new(self.file, first)));
        }
    }

    fn finding(&self, offset: u64, at: usize, fault: EncodingFault) -> Finding {
        Finding::at(Place::new(self.file, beyond(offset, at)), FileFault::Encoding(fault))
    }
}

fn beyond(offset: u64, at: usize) -> u64 {
    offset + u64::try_from(at).unwrap_or(0)
}
