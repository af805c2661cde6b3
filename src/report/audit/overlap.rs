//! What several partners still pay separately, for people.
//!
//! In: what is common, by vendor, product and account. Out: for each a table, the first rows of it or all, and what to do
//! with it.

use super::Page;
use super::duplicates::count;
use crate::agreement::{Agreement, Language};
use crate::audit::Overlap;
use crate::audit::overlap::{By, Common, Grouping};
use crate::report::document::{Cell, Document, Section, Table};
use crate::words::audit::{AuditLabel, AuditTitle, SeparatePhrase};

/// So many are shown of each table.
const FIRST: usize = 20;

/// What was found, and what is needed to name it.
#[derive(Debug)]
pub struct OverlapView<'a> {
    /// The agreement.
    pub agreement: &'a Agreement,
    /// What was found.
    pub found: &'a Overlap,
    /// Is everything shown?
    pub all: bool,
}

/// What is common as a document.
#[must_use]
pub fn overlap_document(view: &OverlapView<'_>, language: Language) -> Document {
    let (page, found) = (Page { language }, view.found);
    let mut lines = vec![page.separate(&SeparatePhrase::Outside)];
    if found.to_partners.rows > 0 {
        lines.push(
            page.separate(&SeparatePhrase::ToPartners(found.to_partners.rows, found.to_partners.amount)),
        );
    }
    lines.push(page.separate(&SeparatePhrase::Ranking));
    let mut outside = page.section(AuditTitle::PartOutside);
    outside.show(partners(&page, view));
    let mut sections = vec![outside];
    sections.extend(found.groupings.iter().map(|grouping| common(&page, view, grouping)));
    if found.groupings.iter().any(|grouping| !grouping.common.is_empty()) {
        let mut next = page.section(AuditTitle::PartNext);
        next.say(page.separate(&SeparatePhrase::Next));
        sections.push(next);
    }
    Document {
        title: page.separate(&SeparatePhrase::Overlap(found.year, &view.agreement.name)),
        subtitle: lines,
        sections: Page::numbered(sections),
    }
}

fn common(page: &Page, view: &OverlapView<'_>, grouping: &Grouping) -> Section {
    let mut section = page.section(AuditTitle::PartBy(grouping.by));
    if grouping.common.is_empty() {
        section.say(page.separate(&SeparatePhrase::NothingCommon(grouping.by)));
    }
    let shown = if view.all { usize::MAX } else { FIRST };
    let columns = vec![
        page.words(AuditLabel::Name(grouping.by)),
        page.words(AuditLabel::Payer),
        page.numbers(AuditLabel::Rows),
        page.numbers(AuditLabel::Sum),
        page.numbers(AuditLabel::Second),
    ];
    let name = match grouping.by {
        By::Vendor => "overlap/vendors",
        By::Product => "overlap/products",
        By::Account => "overlap/accounts",
    };
    let mut table = page.table(name, AuditTitle::Common(grouping.by), columns);
    for common in grouping.common.iter().take(shown) {
        rows(view.agreement, common, &mut table);
    }
    section.show(table);
    let rest = || grouping.common.iter().skip(shown);
    if rest().next().is_some() {
        let sum = rest().map(|common| common.second).sum();
        section.say(page.separate(&SeparatePhrase::More(count(rest()), sum)));
    }
    if grouping.unnamed.rows > 0 {
        let phrase = SeparatePhrase::Unnamed(grouping.by, grouping.unnamed.rows, grouping.unnamed.amount);
        section.say(page.separate(&phrase));
    }
    section
}

fn rows(agreement: &Agreement, common: &Common, table: &mut Table) {
    for (index, (partner, tally)) in common.sums.iter().enumerate() {
        let second = if index == 0 { Cell::Amount(common.second) } else { Cell::Empty };
        table.plain(vec![
            Cell::once(index == 0, &common.name),
            Cell::text(&agreement.partner(*partner).name),
            Cell::Count(tally.rows),
            Cell::Amount(tally.amount),
            second,
        ]);
    }
}

/// What each partner pays outside the shared services, common or not.
fn partners(page: &Page, view: &OverlapView<'_>) -> Table {
    let labels = [AuditLabel::Rows, AuditLabel::Sum].map(|label| page.numbers(label));
    let columns = [page.words(AuditLabel::Payer)].into_iter().chain(labels).collect();
    let mut table = page.table("overlap/partners", AuditTitle::Outside, columns);
    for (partner, tally) in &view.found.partners {
        let name = Cell::text(&view.agreement.partner(*partner).name);
        table.plain(vec![name, Cell::Count(tally.rows), Cell::Amount(tally.amount)]);
    }
    table
}
