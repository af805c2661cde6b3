//! Where output goes: stdout, or a file, whole or not at all.
//!
//! In: text. Out: an exit code. A closed pipe is no error: who reads `umlage report | head` has seen enough.

use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;
use umlage::error::Error;

use crate::exit::Exit;

/// Text for people, or for a program that reads on.
pub(crate) fn say(text: &str) -> Exit {
    raw(text.as_bytes())
}

/// Bytes that may be no UTF-8: rows in the encoding of the file that they are for.
pub(crate) fn raw(bytes: &[u8]) -> Exit {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| end(bytes, &mut stdout)) {
        Ok(()) => Exit::Fine,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Fine,
        Err(error) => {
            message(&format!("umlage: {error}"));
            Exit::Trouble
        }
    }
}

fn end(bytes: &[u8], stdout: &mut impl Write) -> io::Result<()> {
    if !bytes.ends_with(b"\n") {
        stdout.write_all(b"\n")?;
    }
    stdout.flush()
}

/// A message beside the output. Where stderr is closed there is nobody to tell.
pub(crate) fn message(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", text.trim_end());
}

/// Writes a file whole or not at all. False where it exists and may not be replaced.
pub(crate) fn file(path: &Path, bytes: &[u8], force: bool) -> Result<bool, Error> {
    let failed = |source: io::Error| Error::Write { path: path.to_owned(), source };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    readable(&file).map_err(failed)?;
    if force {
        file.persist(path).map_err(|error| failed(error.error))?;
        return Ok(true);
    }
    match file.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(failed(error.error)),
    }
}

/// A temporary file is made for its owner only; a statement is for everybody whom the folder is for.
#[cfg(unix)]
fn readable(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}
