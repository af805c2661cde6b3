//! Which rules fitted a row: a rule that fits none is a warning (design 4.3).
//!
//! In: each posting and the rules that are tried on it. Out: the first rule that it fits; at the end the rules
//! that no posting fitted, as findings at their places in umlage.toml.

use std::collections::BTreeSet;

use super::candidates::Candidates;
use crate::agreement::{KindId, Rule, ServiceId};
use crate::finding::{Finding, PostingFault};
use crate::ledger::{Input, Posting};
use crate::place::Place;
use crate::rules::Rules;

/// A rule of umlage.toml, by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RuleId {
    Match(ServiceId, usize),
    Except(ServiceId, usize),
    Kind(KindId, usize),
    Declared(usize, usize),
}

/// The rules that fitted.
pub(super) struct Hits {
    fitted: BTreeSet<RuleId>,
    /// Those that may fit a posting at all.
    pub(super) candidates: Candidates,
}

impl Hits {
    pub(super) fn new(rules: &Rules) -> Self {
        Self { fitted: BTreeSet::new(), candidates: Candidates::of(rules) }
    }

    pub(super) fn hit(&mut self, rule: RuleId) {
        self.fitted.insert(rule);
    }

    /// The first of the rules that the posting fits; each that it fits is noted, so that none is called idle.
    pub(super) fn first(
        &mut self,
        rules: &[Rule],
        posting: &Posting<'_>,
        id: impl Fn(usize) -> RuleId,
    ) -> Option<usize> {
        let mut first = None;
        for (n, _) in rules.iter().enumerate().filter(|(_, rule)| rule.fits(posting)) {
            self.hit(id(n));
            first = first.or(Some(n));
        }
        first
    }

    /// A warning for each rule that fitted no row.
    pub(super) fn missing(&self, rules: &Rules) -> Vec<Finding> {
        let missing = all(rules).into_iter().filter(|(rule, ..)| !self.fitted.contains(rule));
        missing
            .map(|(_, place, table, owner)| {
                Finding::at(place, PostingFault::RuleWithoutRow { table, owner: owner.to_owned() })
            })
            .collect()
    }
}

/// A warning for each rule of `skip` that left out no row. `inputs` are those of the rules' ledgers, in order.
pub(super) fn idle_skips(rules: &Rules, inputs: &[Input]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, source) in rules.agreement.sources.iter().enumerate() {
        let read = rules.ledgers.iter().zip(inputs).filter(|(ledger, _)| ledger.source == index);
        let counts: Vec<&Vec<u64>> = read.map(|(_, input)| &input.by_skip).collect();
        for (n, rule) in source.skip.iter().enumerate() {
            if counts.iter().all(|by_skip| by_skip.get(n) == Some(&0)) {
                let fault = PostingFault::RuleWithoutRow { table: "skip", owner: source.files.clone() };
                findings.push(Finding::at(rule.place, fault));
            }
        }
    }
    findings
}

/// Every rule, its place, the table it stands in and whose it is.
fn all(rules: &Rules) -> Vec<(RuleId, Place, &'static str, &str)> {
    let mut all = Vec::new();
    for (index, service) in rules.agreement.services.iter().enumerate() {
        let id = ServiceId(index);
        let matches = service.matches.iter().enumerate();
        all.extend(matches.map(|(n, rule)| (RuleId::Match(id, n), rule.place, "match", service.id.as_str())));
        let excepts = service.except.iter().enumerate();
        all.extend(
            excepts.map(|(n, rule)| (RuleId::Except(id, n), rule.place, "except", service.id.as_str())),
        );
    }
    for (index, kind) in rules.agreement.cost_kinds.iter().enumerate() {
        let matches = kind.matches.iter().enumerate();
        all.extend(
            matches.map(|(n, rule)| (RuleId::Kind(KindId(index), n), rule.place, "match", kind.id.as_str())),
        );
    }
    for (index, source) in rules.agreement.sources.iter().enumerate() {
        let declared = source.not_shared.iter().enumerate();
        all.extend(declared.map(|(n, (_, place))| {
            (RuleId::Declared(index, n), *place, "not_shared", source.files.as_str())
        }));
    }
    all
}
