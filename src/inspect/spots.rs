//! The places that are shown, as an editor shows them.
//!
//! In: an inspection. Out: line, column and text of each place in it. The file is read a second time for that, once
//! and no further than the last place.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::Encoding;

use super::{Cited, Inspection, Places, Script};
use crate::error::Error;
use crate::excerpt::{Excerpt, Excerpts};
use crate::folder::Folder;
use crate::place::{FileId, Place};
use crate::workbook::Wish;

/// Where places are for people.
#[derive(Debug, Clone, Default)]
pub struct Spots(BTreeMap<Place, Excerpt>);

impl Spots {
    /// The place's line and column, if it was looked up.
    #[must_use]
    pub fn get(&self, place: Place) -> Option<&Excerpt> {
        self.0.get(&place)
    }

    /// Looks up every place of the inspection.
    pub(super) fn find(
        folder: &Folder,
        file: FileId,
        encoding: Option<&'static Encoding>,
        wish: &Wish<'_>,
        inspection: &Inspection,
    ) -> Result<Self, Error> {
        let places = shown(inspection);
        if places.is_empty() {
            return Ok(Self::default());
        }
        let mut excerpts = Excerpts::open(folder, file, encoding, wish)?;
        let mut spots = BTreeMap::new();
        for place in places {
            spots.extend(excerpts.at(place.offset, 1)?.map(|excerpt| (place, excerpt)));
        }
        Ok(Self(spots))
    }
}

/// All places in it, in order.
fn shown(inspection: &Inspection) -> BTreeSet<Place> {
    let mut lists: Vec<&Places> = vec![&inspection.short, &inspection.long, &inspection.quotes];
    let (mut one, mut places): (Vec<&Option<Cited>>, BTreeSet<Place>) = (Vec::new(), BTreeSet::new());
    let columns = &inspection.columns;
    for numbers in columns.iter().map(|column| &column.numbers).chain([&inspection.numbers]) {
        one.extend([&numbers.proof, &numbers.against]);
        lists.push(&numbers.open);
    }
    for dates in columns.iter().map(|column| &column.dates).chain([&inspection.dates]) {
        one.extend([&dates.proof, &dates.against]);
        lists.extend([&dates.open, &dates.undeclared, &dates.serials]);
    }
    for column in columns {
        lists.extend(column.totals.iter().map(|total| &total.unfit).chain([&column.no_days]));
    }
    lists.extend(inspection.aside.iter().map(|aside| &aside.places));
    places.extend(one.into_iter().flatten().map(|cited| cited.place));
    places.extend(lists.into_iter().flat_map(|list| &list.first).map(|cited| cited.place));
    places.extend(inspection.endless);
    match inspection.script {
        Script::Other { first, .. } => places.extend([first]),
        Script::Mixed { place, against } => places.extend([place].into_iter().chain(against)),
        _ => {}
    }
    places
}
