//! The `match` rules that a posting may fit.
//!
//! In: the rules of all services, once. Out: for a posting those of them that could fit it. Agreements that list
//! their cost centres and accounts one by one have thousands of rules, of which a posting fits one: a rule that asks for
//! a plain text in some field is looked up by that text, and only the others are tried one after the other.

use std::collections::{BTreeMap, BTreeSet};

use crate::agreement::{Pick, RuleField, ServiceId};
use crate::ledger::Posting;
use crate::rules::Rules;

/// A rule of a service's `match`.
pub(super) type Match = (ServiceId, usize);

/// The rules by the texts that they ask for.
pub(super) struct Candidates {
    fields: BTreeSet<RuleField>,
    plain: BTreeMap<(RuleField, String), Vec<Match>>,
    others: Vec<Match>,
    all: Vec<Match>,
}

impl Candidates {
    pub(super) fn of(rules: &Rules) -> Self {
        let (fields, plain, others, all) = (BTreeSet::new(), BTreeMap::new(), Vec::new(), Vec::new());
        let mut found = Self { fields, plain, others, all };
        for (index, service) in rules.agreement.services.iter().enumerate() {
            for (n, rule) in service.matches.iter().enumerate() {
                let id = (ServiceId(index), n);
                found.all.push(id);
                let plain =
                    rule.patterns.iter().find_map(|(field, pattern)| Some((*field, pattern.plain()?)));
                match plain {
                    None => found.others.push(id),
                    Some((field, text)) => {
                        found.fields.insert(field);
                        found.plain.entry((field, text.to_ascii_lowercase())).or_default().push(id);
                    }
                }
            }
        }
        found
    }

    /// Those that may fit the posting, in the order of the services.
    pub(super) fn for_posting(&self, posting: &Posting<'_>) -> Vec<Match> {
        // A letter beyond ASCII may be the capital of one within.
        if self.fields.iter().any(|field| !posting.cell(*field).is_ascii()) {
            return self.all.clone();
        }
        let mut found = self.others.clone();
        for field in &self.fields {
            let key = (*field, posting.cell(*field).to_ascii_lowercase());
            found.extend(self.plain.get(&key).into_iter().flatten());
        }
        found.sort_unstable();
        found
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::agreement::{PartnerId, Pattern, Rule};
    use crate::ledger::tests::{agreement, paid_by_a};
    use crate::ledger::{Posting, View};
    use crate::place::{Files, Place};
    use crate::sealed::Seals;
    use crate::tables::Tables;

    fn posting<'p>(account: &'p str, cost_centre: &'p str) -> Posting<'p> {
        Posting {
            place: Place::start(Files::default().id("ledger.csv")),
            source: 0,
            date: "2014-01-31".parse().unwrap(),
            by_voucher_date: false,
            fiscal_year: None,
            period: None,
            amount: crate::money::Money::CENT,
            payer: PartnerId(0),
            view: View::Given,
            service: "",
            voucher: "",
            account,
            counter_account: "",
            cost_centre,
            product: "",
            vendor: "",
            text: "",
        }
    }

    proptest! {
        #[test]
        fn every_rule_that_fits_is_a_candidate(
            patterns in prop::collection::vec(("[kK12]{0,2}|1\\*|K\\?", "[12]{0,2}|\\*"), 0..8),
            account in "[kK12\u{212a}]{0,2}",
            cost_centre in "[12]{0,2}",
        ) {
            let mut agreement = agreement(paid_by_a());
            agreement.services[0].matches = patterns
                .iter()
                .map(|(account, centre)| {
                    let patterns = vec![
                        (RuleField::Account, Pattern::new(account)),
                        (RuleField::CostCentre, Pattern::new(centre)),
                    ];
                    Rule { payer: None, patterns, place: agreement.services[0].place }
                })
                .collect();
            let rules = Rules { agreement, tables: Tables::default(), ledgers: Vec::new(), seals: Seals::default() };
            let posting = posting(&account, &cost_centre);
            let candidates = Candidates::of(&rules).for_posting(&posting);
            for (n, rule) in rules.agreement.services[0].matches.iter().enumerate() {
                prop_assert!(!rule.fits(&posting) || candidates.contains(&(ServiceId(0), n)), "{}", n);
            }
        }
    }
}
