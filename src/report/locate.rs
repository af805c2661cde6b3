//! Findings get their lines: places are looked up only for what is shown.

use std::collections::{BTreeMap, BTreeSet};

use super::{Located, Spot};
use crate::error::Error;
use crate::excerpt::Excerpts;
use crate::finding::Finding;
use crate::folder::Folder;
use crate::place::{FileId, Place};
use crate::rules::Rules;
use crate::workbook::Wish;

/// The findings with the lines they are about. Their places are looked up in order, so that each file is read
/// once however many findings it has.
///
/// # Errors
/// [`Error::Read`] where the system refuses.
pub fn locate<'f>(
    folder: &Folder,
    rules: Option<&Rules>,
    findings: impl Iterator<Item = &'f Finding>,
) -> Result<Vec<Located<'f>>, Error> {
    let findings: Vec<&Finding> = findings.collect();
    let marks = findings.iter().flat_map(|finding| [own(finding), other(finding)]).flatten().collect();
    let spots = spots(folder, rules, marks)?;
    let spot = |mark: Option<Mark>| mark.and_then(|mark| spots.get(&mark).cloned());
    let located = |finding| Located { finding, spot: spot(own(finding)), also: spot(other(finding)) };
    Ok(findings.into_iter().map(located).collect())
}

/// Where places lie, without marks.
///
/// # Errors
/// [`Error::Read`] where the system refuses.
pub fn locate_places(
    folder: &Folder,
    rules: &Rules,
    places: impl Iterator<Item = Place>,
) -> Result<BTreeMap<Place, Spot>, Error> {
    let spots = spots(folder, Some(rules), places.map(|place| (place, 1)).collect())?;
    Ok(spots.into_iter().map(|((place, _), spot)| (place, spot)).collect())
}

/// A place and how many bytes of it are marked.
type Mark = (Place, usize);

fn own(finding: &Finding) -> Option<Mark> {
    finding.place.map(|place| (place, finding.length))
}

fn other(finding: &Finding) -> Option<Mark> {
    finding.also.map(|place| (place, 1))
}

fn spots(
    folder: &Folder,
    rules: Option<&Rules>,
    marks: BTreeSet<Mark>,
) -> Result<BTreeMap<Mark, Spot>, Error> {
    let (mut spots, mut open): (BTreeMap<Mark, Spot>, Option<(FileId, Excerpts<'_>)>) =
        (BTreeMap::new(), None);
    for (place, length) in marks {
        let mut excerpts = match open.take() {
            Some((file, excerpts)) if file == place.file => excerpts,
            _ => opened(folder, rules, place.file)?,
        };
        let excerpt = excerpts.at(place.offset, length)?;
        let file = folder.files.name(place.file).to_owned();
        spots.insert((place, length), Spot { file, excerpt });
        open = Some((place.file, excerpts));
    }
    Ok(spots)
}

/// The file, as umlage.toml says that it is written.
fn opened<'f>(folder: &'f Folder, rules: Option<&Rules>, file: FileId) -> Result<Excerpts<'f>, Error> {
    let Some(rules) = rules else { return Excerpts::open(folder, file, None, &Wish::default()) };
    match rules.ledgers.iter().find(|ledger| ledger.file == file) {
        Some(ledger) => {
            let source = &rules.agreement.sources[ledger.source];
            Excerpts::open(folder, file, source.dialect.encoding, &source.wish())
        }
        None => Excerpts::open(folder, file, rules.agreement.tables.encoding, &Wish::default()),
    }
}
