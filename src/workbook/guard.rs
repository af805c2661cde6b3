//! Bounds, before anything is unpacked.
//!
//! In: a workbook's bytes. Out: which kind it is, or that it would unpack to more than it may. An archive of a few hundred
//! bytes can unpack to terabytes, and two cells at the corners of a sheet make the library hold every cell between them. No
//! ledger is like that; a file that is must be named, not end the program for lack of memory. What an archive says about
//! its own sizes is not believed where it could be a lie.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use crate::finding::SheetFault;
use crate::finding::sheet::Bound;

mod ods;
mod xls;

pub(super) use xls::xls;

/// What the first entry of an .ods holds.
pub(super) const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
/// Most bytes that a sheet may unpack to: it is streamed, but one text in it could be as long.
const MOST_SHEET: u64 = 1 << 30;
/// Most bytes that any other part may unpack to: it is held.
const MOST_PART: u64 = 256 << 20;
/// Most cells from the first to the last, where all of them are held.
const MOST_CELLS: u64 = 10_000_000;
/// Deflate shrinks nothing further than this.
const RATIO: u64 = 1032;

/// The kinds of workbook that are archives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Archive {
    Xlsx,
    Xlsb,
    Ods,
}

/// What the archive is, if it keeps within bounds.
pub(super) fn archive(bytes: &[u8]) -> Result<Archive, SheetFault> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut kind = Archive::Xlsx;
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).map_err(|error| broken(&error))?;
        let name = name(&part)?;
        match name.as_str() {
            "xl/workbook.bin" => kind = Archive::Xlsb,
            "mimetype" if holds(&mut part, OPEN_DOCUMENT) => kind = Archive::Ods,
            _ => {}
        }
        let sheet = name.starts_with("xl/worksheets/") || name == "content.xml";
        let read = [".xml", ".bin", ".rels"].iter().any(|end| name.ends_with(end));
        let most = if sheet { MOST_SHEET } else { MOST_PART };
        if read && part.compressed_size().saturating_mul(RATIO).max(part.size()) > most {
            within(&mut part, most)?;
        }
    }
    if kind == Archive::Ods {
        if is_encrypted(&mut zip) {
            return Err(SheetFault::Password);
        }
        let content = zip.by_name("content.xml").map_err(|error| broken(&error))?;
        ods::within(io::BufReader::new(content))?;
    } else {
        strings(&mut zip)?;
    }
    Ok(kind)
}

/// Does the .ods say that its parts are encrypted? Then they are no XML that could be counted.
fn is_encrypted(zip: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let mut manifest = Vec::new();
    let read =
        zip.by_name("META-INF/manifest.xml").map(|part| part.take(MOST_PART).read_to_end(&mut manifest));
    read.is_ok() && memchr::memmem::find(&manifest, b"manifest:encryption-data").is_some()
}

fn name<R: Read>(part: &ZipFile<'_, R>) -> Result<String, SheetFault> {
    Ok(part.name().map_err(|error| broken(&error))?.to_ascii_lowercase())
}

/// Does the part unpack to so much at most?
fn within<R: Read>(part: &mut ZipFile<'_, R>, most: u64) -> Result<(), SheetFault> {
    let counted = io::copy(&mut part.take(most + 1), &mut io::sink()).map_err(|error| broken(&error))?;
    if counted > most { Err(SheetFault::TooLarge(Bound::Part(most >> 20))) } else { Ok(()) }
}

fn holds<R: Read>(part: &mut ZipFile<'_, R>, text: &[u8]) -> bool {
    let mut found = Vec::new();
    let _ = part.take(u64::try_from(text.len()).unwrap_or(0)).read_to_end(&mut found);
    found == text
}

/// Room is made for as many texts as the list of texts says that it has; it cannot have more than it has bytes.
fn strings(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), SheetFault> {
    const COUNT: &[u8] = b"uniqueCount";
    for index in 0..zip.len() {
        let part = zip.by_index(index).map_err(|error| broken(&error))?;
        if !name(&part)?.ends_with("sharedstrings.xml") {
            continue;
        }
        let (mut head, size) = (Vec::new(), part.size());
        part.take(64 << 10).read_to_end(&mut head).map_err(|error| broken(&error))?;
        let Some(at) = memchr::memmem::find(&head, COUNT) else { continue };
        let digits = head[at + COUNT.len()..].iter().skip_while(|byte| !byte.is_ascii_digit());
        let digits: Vec<u8> = digits.take_while(|byte| byte.is_ascii_digit()).copied().collect();
        let count = std::str::from_utf8(&digits).ok().and_then(|digits| digits.parse::<u64>().ok());
        if count.is_none_or(|count| count > size.min(MOST_PART)) {
            return Err(SheetFault::Broken { why: "uniqueCount".to_owned() });
        }
    }
    Ok(())
}

/// Does the file begin like a page of the web?
pub(super) fn is_html(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    head.trim_start_matches('\u{feff}').trim_start().starts_with('<')
}

fn too_many() -> SheetFault {
    SheetFault::TooLarge(Bound::Cells(MOST_CELLS / 1_000_000))
}

fn broken(error: &impl ToString) -> SheetFault {
    SheetFault::Broken { why: error.to_string() }
}
