//! The result, above all sections: who pays whom, what was saved, whether there are warnings.
//!
//! In: the settlement, the savings, the warnings. Out: a few lines that a treasurer reads first; each stands
//! again, with how it came about, in its own section. It has no number: the sections keep theirs.

use super::Edition;
use super::claims::payments;
use super::document::Section;
use super::finding::Located;
use crate::savings::Savings;
use crate::words::phrase::{self, ClaimPhrase, EvidencePhrase, SavingsPhrase};
use crate::words::statement::Caption;

pub(super) fn section(edition: &Edition<'_>, warnings: &[Located<'_>]) -> Section {
    let mut section = edition.section(Caption::Result);
    let payments = payments(edition);
    if payments.is_empty() {
        section.say(phrase::claim(&ClaimPhrase::Nobody, edition.language));
    } else {
        section.list(payments);
    }
    if let Some(savings) = &edition.statement.savings {
        section.say(saved(edition, savings));
    }
    let counted = edition.statement.more_warnings.iter().map(|(_, _, count)| *count);
    let count = counted.chain(warnings.iter().map(|_| 1)).sum();
    if count > 0 {
        section.say(phrase::evidence(&EvidencePhrase::Warnings(count), edition.language));
    }
    section
}

/// The net and its deviation from the baseline; without an assessed service there is none to speak of.
fn saved(edition: &Edition<'_>, savings: &Savings) -> String {
    if savings.assessed.is_empty() {
        return phrase::savings(&SavingsPhrase::NothingAssessed, edition.language);
    }
    let (net, difference, deviation) = (savings.net(), savings.difference(), savings.deviation());
    let said = SavingsPhrase::Net { net, difference, part: deviation.as_ref() };
    phrase::savings(&said, edition.language)
}
