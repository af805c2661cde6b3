//! The months over which an amount is spread.
//!
//! In: a cell. Out: a whole number of months, from one to those of a hundred years, or a finding.

use super::sheet::Line;
use crate::finding::TableFault;
use crate::finding::cell::shown;

/// The longest life: nothing that is written off lasts longer, and a plan of its years can still be printed.
pub(crate) const LONGEST: u32 = 1_200;

/// The months of the cell; none where it is empty, or was refused.
pub(super) fn months<const N: usize>(line: &mut Line<'_, '_, N>, field: usize) -> Option<u32> {
    let months = line.text(field).to_owned();
    let digits = months.bytes().all(|byte| byte.is_ascii_digit());
    let whole = months.parse::<u32>().ok().filter(|whole| digits && (1..=LONGEST).contains(whole));
    if whole.is_none() && !months.is_empty() {
        line.refuse(field, TableFault::Life { cell: shown(&months), possible: true });
    }
    whole
}
