//! The survey: what a file's cells prove about its decimal mark and its date form.
//!
//! In: the file's rows from its start, and the columns that hold numbers and dates. Out: the styles, as soon as
//! one cell of each kind leaves no doubt, else when the file ends. It reports nothing: whatever is wrong or
//! contradicts is met again, and told, when the rows are read.

use std::io::{self, Read};

use super::date;
use super::dialect::{Known, Styles};
use super::number::{self, Evidence};
use super::rows::{Row, Rows};

/// The columns that a survey looks at.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sites {
    pub(crate) numbers: Vec<usize>,
    pub(crate) dates: Vec<usize>,
}

/// Reads until both styles are known.
pub(crate) fn survey<R: Read>(
    rows: &mut Rows<R>,
    sites: &Sites,
    styles: &mut Styles,
    passes: &dyn Fn(&Row<'_>) -> bool,
) -> io::Result<()> {
    loop {
        let numbers = styles.mark.is_open() && !sites.numbers.is_empty();
        let dates = styles.form.is_open() && !sites.dates.is_empty();
        if !numbers && !dates {
            return Ok(());
        }
        let Some(row) = rows.next(&mut |_| ())? else { return Ok(()) };
        if passes(&row) {
            look(&row, sites, styles);
        }
    }
}

/// Takes the first proof of each kind from the row.
pub(crate) fn look(row: &Row<'_>, sites: &Sites, styles: &mut Styles) {
    if styles.mark.is_open() {
        let proof = |column: &usize| match number::read(row.cell(*column)).ok()?.evidence {
            Evidence::Decides(mark) => Some(Known::Proven(mark, row.mark(*column).0)),
            Evidence::None | Evidence::Open(_) => None,
        };
        styles.mark = sites.numbers.iter().find_map(proof).unwrap_or(Known::Unknown);
    }
    if styles.form.is_open() {
        let proof = |column: &usize| {
            let form = date::evidence(row.cell(*column))?;
            Some(Known::Proven(form, row.mark(*column).0))
        };
        styles.form = sites.dates.iter().find_map(proof).unwrap_or(Known::Unknown);
    }
}
