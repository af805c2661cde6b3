//! Findings get their lines: places are looked up only for what is shown.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::Encoding;
use umlage::cost::Booked;
use umlage::error::Error;
use umlage::excerpt::Excerpts;
use umlage::finding::Finding;
use umlage::folder::Folder;
use umlage::place::{FileId, Place};
use umlage::report::{Located, Spot};
use umlage::rules::Rules;

/// The findings with the lines they are about. Their places are looked up in order, so that each file is read
/// once however many findings it has.
pub(crate) fn all<'f>(
    folder: &Folder,
    read: Option<&(Rules, Booked)>,
    findings: impl Iterator<Item = &'f Finding>,
) -> Result<Vec<Located<'f>>, Error> {
    let findings: Vec<&Finding> = findings.collect();
    let marks = findings.iter().flat_map(|finding| [own(finding), other(finding)]).flatten().collect();
    let spots = spots(folder, read.map(|(rules, _)| rules), marks)?;
    let spot = |mark: Option<Mark>| mark.and_then(|mark| spots.get(&mark).cloned());
    let located = |finding| Located { finding, spot: spot(own(finding)), also: spot(other(finding)) };
    Ok(findings.into_iter().map(located).collect())
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
            _ => Excerpts::open(folder, place.file, rules.and_then(|rules| declared(rules, place)))?,
        };
        let excerpt = excerpts.at(place.offset, length)?;
        let file = folder.files.name(place.file).to_owned();
        spots.insert((place, length), Spot { file, excerpt });
        open = Some((place.file, excerpts));
    }
    Ok(spots)
}

/// The encoding that umlage.toml declares for the place's file.
fn declared(rules: &Rules, place: Place) -> Option<&'static Encoding> {
    let ledger = rules.ledgers.iter().find(|ledger| ledger.file == place.file);
    let dialect = match ledger {
        Some(ledger) => &rules.agreement.sources[ledger.source].dialect,
        None => &rules.agreement.tables,
    };
    dialect.encoding
}
