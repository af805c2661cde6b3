//! A document on its way out: to stdout, or into a file that is no input and not there yet.
//!
//! In: where to, in which format, and how each format is made. Out: an exit code. What is wrong with the target is said
//! before anything is computed.

use umlage::agreement::Language;
use umlage::report::{self, Document, Format};
use umlage::seal;
use umlage::words::command::{Notice, notice};
use umlage::words::seal::SealNotice;

use crate::args::Target;
use crate::exit::Exit;
use crate::gather::Gathered;
use crate::output;

/// Why nothing may be written there, if so.
pub(crate) fn forbidden(target: &Target, gathered: &Gathered) -> Option<Notice> {
    let path = target.output.as_deref()?;
    if seal::holds(path) {
        return Some(Notice::Seal(SealNotice::Inside(path.to_owned())));
    }
    if path.exists() && !target.force {
        return Some(Notice::Exists(path.to_owned()));
    }
    gathered.folder.reads(path).then(|| Notice::OverInput(path.to_owned()))
}

/// A document in a format, or JSON made otherwise.
pub(crate) fn rendered(
    format: Format,
    language: Language,
    document: impl FnOnce() -> Document,
    json: impl FnOnce() -> String,
) -> String {
    match format {
        Format::Text => report::text(&document(), language),
        Format::Md => report::md(&document(), language),
        Format::Csv => report::csv(&document(), language),
        Format::Json => json(),
    }
}

/// Writes the text where it belongs.
pub(crate) fn write(text: &str, target: &Target, language: Language) -> anyhow::Result<Exit> {
    write_bytes(text.as_bytes(), target, language)
}

/// Writes bytes where they belong.
pub(crate) fn write_bytes(bytes: &[u8], target: &Target, language: Language) -> anyhow::Result<Exit> {
    match &target.output {
        None => Ok(output::raw(bytes)),
        Some(path) if output::file(path, bytes, target.force)? => {
            output::message(&notice(&Notice::Written(path.clone()), language));
            Ok(Exit::Fine)
        }
        Some(path) => Ok(refuse(&Notice::Exists(path.clone()), language)),
    }
}

/// Says what is wrong with what was typed.
pub(crate) fn refuse(what: &Notice, language: Language) -> Exit {
    output::message(&format!("umlage: {}", notice(what, language)));
    Exit::Trouble
}
