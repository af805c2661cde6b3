//! Rows of two versions of a file, compared as multisets.
//!
//! In: rows as lists of cells, which are the same however a file writes them. Out: what came in, what went out, and what
//! changed: a row that went out and one that came in which agree in all cells but one or two. Of several such pairs the
//! one with fewer changed cells goes first; of those the one whose text changed, last the one whose amount or voucher did.
//! Two equal rows are two rows; the order of rows makes no difference. Where very many rows differ (another payer for a
//! whole ledger), only pairs with one changed cell are looked for.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use crate::money::Money;
use crate::place::Place;

/// Where more rows than so many differ, pairs with two changed cells are not looked for.
const MANY: usize = 10_000;

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub place: Place,
    /// Its cells.
    pub cells: Vec<String>,
    /// What of a posting counts in the year.
    pub amount: Option<Money>,
}

/// A row that is another one now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// As it was.
    pub sealed: Row,
    /// As it is.
    pub live: Row,
}

impl Change {
    /// The changed cells: which, as it was, as it is.
    pub fn cells(&self) -> impl Iterator<Item = (usize, &str, &str)> {
        let pairs = self.sealed.cells.iter().zip(&self.live.cells).enumerate();
        pairs.filter(|(_, (was, is))| was != is).map(|(index, (was, is))| (index, was.as_str(), is.as_str()))
    }
}

/// What differs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Rows that are there now.
    pub came_in: Vec<Row>,
    /// Rows that were there.
    pub went_out: Vec<Row>,
    /// Rows that are others now.
    pub changed: Vec<Change>,
}

impl Differences {
    /// Is there none?
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.came_in.is_empty() && self.went_out.is_empty() && self.changed.is_empty()
    }

    /// Rows that only one side has, paired where they are alike. `likeliest` are the cells in the order in which they
    /// are likely to be changed.
    #[must_use]
    pub(super) fn of(went_out: Vec<Row>, came_in: Vec<Row>, likeliest: &[usize]) -> Self {
        let mut pairing = Pairing::of(went_out, came_in);
        for cell in likeliest {
            pairing.pair(&[*cell]);
        }
        let two = if pairing.is_many() { &[] } else { likeliest };
        for (index, one) in two.iter().enumerate() {
            for other in &two[index + 1..] {
                pairing.pair(&[*one, *other]);
            }
        }
        pairing.finish()
    }
}

/// The rows of either side that the other side has not, or not so often; in the order in which they stand.
pub(super) fn only(sealed: Vec<Row>, live: Vec<Row>) -> (Vec<Row>, Vec<Row>) {
    let mut counts: BTreeMap<Vec<String>, (usize, usize)> = BTreeMap::new();
    for row in &sealed {
        counts.entry(row.cells.clone()).or_default().0 += 1;
    }
    for row in &live {
        counts.entry(row.cells.clone()).or_default().1 += 1;
    }
    let mut passed = counts.clone();
    let mut beyond = |row: &Row, live: bool| {
        let (was, is) = counts.get(&row.cells).copied().unwrap_or_default();
        let Some((sealed_left, live_left)) = passed.get_mut(&row.cells) else { return false };
        let left = if live { live_left } else { sealed_left };
        *left = left.saturating_sub(1);
        // The last of equal rows are those that the other side has not.
        let nth = if live { is - *left } else { was - *left };
        nth > was.min(is)
    };
    let went_out = sealed.into_iter().filter(|row| beyond(row, false)).collect();
    let came_in = live.into_iter().filter(|row| beyond(row, true)).collect();
    (went_out, came_in)
}

/// Rows of both sides that have no partner yet.
struct Pairing {
    went_out: Vec<Option<Row>>,
    came_in: Vec<Option<Row>>,
    changed: Vec<(usize, Change)>,
}

impl Pairing {
    fn of(went_out: Vec<Row>, came_in: Vec<Row>) -> Self {
        let (went_out, came_in) =
            (went_out.into_iter().map(Some).collect(), came_in.into_iter().map(Some).collect());
        Self { went_out, came_in, changed: Vec::new() }
    }

    fn is_many(&self) -> bool {
        let left = |rows: &[Option<Row>]| rows.iter().flatten().count();
        left(&self.went_out).max(left(&self.came_in)) > MANY
    }

    /// Pairs rows that agree in all but these cells.
    fn pair(&mut self, but: &[usize]) {
        let mut free: HashMap<u64, VecDeque<usize>, FixedState> = HashMap::default();
        for (index, row) in self.went_out.iter().enumerate() {
            if let Some(row) = row {
                free.entry(hash(row, but)).or_default().push_back(index);
            }
        }
        if free.is_empty() {
            return;
        }
        for (index, place) in self.came_in.iter_mut().enumerate() {
            let Some(row) = place else { continue };
            let Some(likely) = free.get_mut(&hash(row, but)) else { continue };
            let alike =
                |found: &usize| self.went_out[*found].as_ref().is_some_and(|was| agree(was, row, but));
            let Some(at) = likely.iter().position(alike) else { continue };
            let found = likely.remove(at).and_then(|found| self.went_out[found].take());
            if let (Some(sealed), Some(live)) = (found, place.take()) {
                self.changed.push((index, Change { sealed, live }));
            }
        }
    }

    /// Everything in the order of the live rows, then of the sealed ones.
    fn finish(mut self) -> Differences {
        self.changed.sort_by_key(|(index, _)| *index);
        Differences {
            came_in: self.came_in.into_iter().flatten().collect(),
            went_out: self.went_out.into_iter().flatten().collect(),
            changed: self.changed.into_iter().map(|(_, change)| change).collect(),
        }
    }
}

/// A number that rows share which agree in all but these cells.
fn hash(row: &Row, but: &[usize]) -> u64 {
    let cells = row.cells.iter().enumerate().filter(|(index, _)| !but.contains(index));
    FixedState::default().hash_one(cells.map(|(_, cell)| cell.as_str()).collect::<Vec<_>>())
}

/// Do the rows agree in all but these cells?
fn agree(one: &Row, other: &Row, but: &[usize]) -> bool {
    let mut pairs = one.cells.iter().zip(&other.cells).enumerate();
    pairs.all(|(index, (one, other))| but.contains(&index) || one == other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Files;

    fn rows(list: &[[&str; 4]]) -> Vec<Row> {
        let file = Files::default().id("a.csv");
        let cells = |row: &[&str; 4]| row.iter().map(ToString::to_string).collect();
        list.iter().map(|row| Row { place: Place::start(file), cells: cells(row), amount: None }).collect()
    }

    fn texts(rows: &[Row]) -> Vec<String> {
        rows.iter().map(|row| row.cells.join(" ")).collect()
    }

    #[test]
    fn equal_rows_are_counted_and_order_makes_no_difference() {
        let (out, came) = only(
            rows(&[["a", "1", "x", "v"], ["a", "1", "x", "v"], ["b", "2", "y", "w"]]),
            rows(&[["b", "2", "y", "w"], ["a", "1", "x", "v"], ["c", "3", "z", "u"]]),
        );
        assert_eq!((texts(&out), texts(&came)), (vec!["a 1 x v".to_owned()], vec!["c 3 z u".to_owned()]));
    }

    #[test]
    fn the_pair_with_fewer_changed_cells_goes_first() {
        let out = rows(&[["a", "1", "x", "v"], ["a", "2", "y", "v"]]);
        let came = rows(&[["a", "2", "x", "v"], ["b", "9", "q", "k"]]);
        let found = Differences::of(out, came, &[2, 3, 0, 1]);
        assert_eq!(found.changed.len(), 1);
        assert_eq!(found.changed[0].cells().collect::<Vec<_>>(), [(2, "y", "x")]);
        assert_eq!(
            (texts(&found.went_out), texts(&found.came_in)),
            (vec!["a 1 x v".to_owned()], vec!["b 9 q k".to_owned()])
        );
    }
}
