//! Findings get their lines: places are looked up only for what is shown.

use encoding_rs::Encoding;
use umlage::cost::Booked;
use umlage::error::Error;
use umlage::excerpt::{Excerpt, locate};
use umlage::finding::Finding;
use umlage::folder::Folder;
use umlage::place::Place;
use umlage::report::{Located, Spot};
use umlage::rules::Rules;

/// The findings with the lines they are about.
pub(crate) fn all<'f>(
    folder: &Folder,
    read: Option<&(Rules, Booked)>,
    findings: impl Iterator<Item = &'f Finding>,
) -> Result<Vec<Located<'f>>, Error> {
    let rules = read.map(|(rules, _)| rules);
    let spot =
        |place: Option<Place>, length| place.map(|place| spot(folder, rules, place, length)).transpose();
    findings
        .map(|finding| {
            Ok(Located { finding, spot: spot(finding.place, finding.length)?, also: spot(finding.also, 1)? })
        })
        .collect()
}

fn spot(folder: &Folder, rules: Option<&Rules>, place: Place, length: usize) -> Result<Spot, Error> {
    let encoding = rules.and_then(|rules| declared(rules, place));
    let Excerpt { line, column, text, mark } = locate(folder, place, length, encoding)?;
    Ok(Spot { file: folder.files.name(place.file).to_owned(), line, column, text, mark })
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
