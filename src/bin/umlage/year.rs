//! Which year a command is about.
//!
//! In: what was typed, and the years that have postings. Out: the year, or what to type instead.

use std::path::Path;

use umlage::period::Year;
use umlage::words::command::Notice;
use umlage::words::seal::quoted;

use crate::gather::Gathered;

/// The year that was named, or the only one with postings; `command` is what was typed before it.
pub(crate) fn year(
    named: Option<i16>,
    gathered: &Gathered,
    command: &str,
    dir: &Path,
) -> Result<Year, Notice> {
    let years = gathered.years();
    let known: Vec<Year> = years.iter().map(|(year, ..)| *year).collect();
    match (named, known.as_slice()) {
        (_, []) => Err(Notice::NoPostings),
        (Some(number), known) => {
            let named = Year::new(number).filter(|year| known.contains(year));
            named.ok_or_else(|| Notice::YearWithoutPostings { year: number, years: known.to_vec() })
        }
        (None, [only]) => Ok(*only),
        (None, [.., last]) => {
            let folder = if dir == Path::new(".") { String::new() } else { format!("{} ", quoted(dir)) };
            Err(Notice::YearNeeded { command: format!("umlage {command} {folder}--year {last}"), years })
        }
    }
}
