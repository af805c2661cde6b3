//! Who takes part in a service, and from when to when: `partners`, `joined`, `left`.
//!
//! In: a service's table and its life. Out: the participants in partner order, with the days of those who
//! came later or went earlier. A day that would leave a partner no part at all is a fault.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Known;
use super::sheet::Sheet;
use super::table::{Entry, Table};
use crate::agreement::PartnerId;
use crate::finding::AgreementFault;
use crate::period::Date;

/// A day, and the setting that says it.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// The setting.
    key: String,
    /// The day.
    pub(super) day: Date,
    /// Where it stands.
    pub(super) span: Range<usize>,
}

/// A service's first and last day, as far as they could be read.
#[derive(Debug)]
pub(super) struct Life {
    /// The first.
    pub(super) since: Option<Mark>,
    /// The last.
    pub(super) until: Option<Mark>,
}

/// Participants, joinings, leavings.
pub(super) type Participation = (Vec<PartnerId>, Days, Days);

type Days = BTreeMap<PartnerId, Date>;

impl Mark {
    /// The day of an entry.
    pub(super) fn read(entry: &Entry<'_>, sheet: &mut Sheet<'_>) -> Option<Self> {
        let day = entry.day(sheet)?;
        Some(Self { key: entry.key.to_owned(), day, span: entry.span.clone() })
    }

    /// Notes at `span` that this day lies before one that it must not precede.
    fn not_before(&self, other: &Self, span: &Range<usize>, sheet: &mut Sheet<'_>) {
        if self.day < other.day {
            let (key, other_key) = (self.key.clone(), other.key.clone());
            let fault = AgreementFault::Before { key, day: self.day, other: other_key, bound: other.day };
            let against = if *span == self.span { other } else { self };
            sheet.note_against(span, sheet.place(&against.span), fault);
        }
    }
}

impl Life {
    /// Notes a last day before the first.
    pub(super) fn check(&self, sheet: &mut Sheet<'_>) {
        if let (Some(since), Some(until)) = (&self.since, &self.until) {
            until.not_before(since, &until.span, sheet);
        }
    }
}

/// Who takes part in the service of this id.
pub(super) fn read(
    service: &str,
    table: &mut Table<'_>,
    life: &Life,
    known: &Known,
    sheet: &mut Sheet<'_>,
) -> Option<Participation> {
    let listed = table.optional("partners");
    let all = || (0..known.partners.len()).map(PartnerId).collect();
    let partners = listed.map_or_else(|| Some(all()), |entry| participants(&entry, known, sheet));
    let joined =
        table.optional("joined").map(|entry| marks(service, &entry, partners.as_deref(), known, sheet));
    let left = table.optional("left").map(|entry| marks(service, &entry, partners.as_deref(), known, sheet));
    let (joined, left) = (joined.flatten().unwrap_or_default(), left.flatten().unwrap_or_default());
    for (partner, joined) in &joined {
        if let Some(until) = &life.until {
            until.not_before(joined, &joined.span, sheet);
        }
        if let Some(left) = left.get(partner) {
            left.not_before(joined, &left.span, sheet);
        }
    }
    for left in left.values() {
        if let Some(since) = &life.since {
            left.not_before(since, &left.span, sheet);
        }
    }
    Some((partners?, days(joined), days(left)))
}

fn participants(entry: &Entry<'_>, known: &Known, sheet: &mut Sheet<'_>) -> Option<Vec<PartnerId>> {
    let items = entry.list(sheet)?;
    let found: Vec<Option<PartnerId>> =
        items.iter().map(|item| known.partners.named_by(item, sheet).map(PartnerId)).collect();
    for (at, partner) in found.iter().enumerate() {
        if let Some(twin) = partner.filter(|partner| found[..at].contains(&Some(*partner))) {
            let (key, name) = (entry.key.to_owned(), known.partners.id(twin.0).to_owned());
            sheet.note(&items[at].span, AgreementFault::Repeated { key, name });
        }
    }
    let mut partners: Vec<PartnerId> = found.into_iter().collect::<Option<_>>()?;
    partners.sort_unstable();
    Some(partners)
}

/// The days of `joined` or `left`.
fn marks(
    service: &str,
    entry: &Entry<'_>,
    partners: Option<&[PartnerId]>,
    known: &Known,
    sheet: &mut Sheet<'_>,
) -> Option<BTreeMap<PartnerId, Mark>> {
    let mut marks = BTreeMap::new();
    for day in entry.table(sheet)?.entries() {
        let partner = known.partners.keyed_by(&day, entry.key, sheet).map(PartnerId);
        let mark = Mark::read(&day, sheet).map(|mark| Mark { key: entry.key.to_owned(), ..mark });
        if let Some(partner) = partner
            && partners.is_some_and(|partners| !partners.contains(&partner))
        {
            let (key, partner) = (entry.key.to_owned(), day.key.to_owned());
            let service = service.to_owned();
            sheet.note(&day.key_span, AgreementFault::NoPart { key, partner, service });
        } else {
            marks.extend(partner.zip(mark));
        }
    }
    Some(marks)
}

fn days(marks: BTreeMap<PartnerId, Mark>) -> Days {
    marks.into_iter().map(|(partner, mark)| (partner, mark.day)).collect()
}
