//! Rules that look at a field which one ledger has and another has not.
//!
//! In: the rules, and what was read of each ledger. Out: a warning per ledger and field. Only rules that leave
//! something out are asked after (`except`, `skip`, cost kinds that are not shared): where their column is missing
//! too much is shared, and nothing shows it. That a `match` finds nothing shows in what is not shared; that a rule
//! fits no row of any ledger is told in [`super::hits`].

use crate::agreement::{PartnerId, Rule, RuleField};
use crate::finding::{Finding, PostingFault};
use crate::ledger::Input;
use crate::place::Place;
use crate::rules::Rules;

/// A rule that leaves something out, the table it stands in and whose it is.
type Leaves<'r> = (&'r Rule, &'static str, &'r str);

/// The warnings. `inputs` are those of the rules' ledgers, in order.
pub(super) fn fields(rules: &Rules, inputs: &[Input]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (ledger, input) in rules.ledgers.iter().zip(inputs).filter(|(_, input)| input.postings > 0) {
        let leaving = leaving(rules, ledger.source, &input.absent);
        for field in &input.absent {
            let elsewhere = inputs.iter().any(|other| other.postings > 0 && !other.absent.contains(field));
            let first = leaving.iter().find(|(rule, ..)| needs(rule, *field));
            if let (true, Some((rule, table, owner))) = (elsewhere, first) {
                let fault =
                    PostingFault::FieldAbsent { field: field.id(), table, owner: (*owner).to_owned() };
                findings.push(Finding::at(Place::start(input.file), fault).against(rule.place));
            }
        }
    }
    findings
}

/// The rules that would leave out rows of such a file.
fn leaving<'r>(rules: &'r Rules, source: usize, absent: &[RuleField]) -> Vec<Leaves<'r>> {
    let agreement = &rules.agreement;
    let source = &agreement.sources[source];
    let paid = |rule: &Rule| may_be_paid(rule, source.payer);
    let mut leaving: Vec<Leaves<'r>> =
        source.skip.iter().map(|rule| (rule, "skip", source.files.as_str())).collect();
    let may_match = |rule: &Rule| paid(rule) && !absent.iter().any(|field| needs(rule, *field));
    // A posting may also say its service itself.
    let matched = agreement
        .services
        .iter()
        .filter(|service| service.matches.is_empty() || service.matches.iter().any(may_match));
    for service in matched {
        leaving.extend(service.except.iter().map(|rule| (rule, "except", service.id.as_str())));
    }
    for kind in agreement.cost_kinds.iter().filter(|kind| !kind.shared) {
        leaving.extend(kind.matches.iter().map(|rule| (rule, "match", kind.id.as_str())));
    }
    leaving.retain(|(rule, ..)| paid(rule));
    leaving
}

/// Does the rule ask more of the field than an empty cell has?
fn needs(rule: &Rule, field: RuleField) -> bool {
    rule.patterns.iter().any(|(known, pattern)| *known == field && !pattern.fits(""))
}

fn may_be_paid(rule: &Rule, payer: Option<PartnerId>) -> bool {
    rule.payer.is_none() || payer.is_none() || rule.payer == payer
}
