//! To which service a posting belongs, of which kind it is, and whether it is shared (design 4.3).
//!
//! In: a posting. Out: its class, or the reason why it has none. The service column goes before `match`; what
//! fits the service's `except` is not shared either way.

use super::Reason;
use super::hits::{Hits, RuleId};
use crate::agreement::{CostKind, KindId, Pattern, Pick, Rule, RuleField, ServiceId};
use crate::finding::PostingFault;
use crate::finding::cell::shown;
use crate::ledger::{Posting, View};
use crate::rules::Rules;

/// Where a posting belongs.
pub(super) enum Class {
    Shared { service: ServiceId, kind: Option<KindId> },
    NotShared(Reason),
}

/// What service column and `match` say.
enum Found {
    Service(ServiceId),
    Declared(usize),
    Nothing,
}

/// The class of a posting; the rules that fit it are noted in `hits`.
pub(super) fn class(rules: &Rules, posting: &Posting<'_>, hits: &mut Hits) -> Result<Class, PostingFault> {
    let class = one_side(rules, posting, hits);
    if posting.view == View::Given {
        return class;
    }
    let shared = |class: &Result<Class, PostingFault>| matches!(class, Ok(Class::Shared { .. }));
    if shared(&class) || shared(&one_side(rules, &posting.turned(), hits)) {
        let (account, counter_account) = (shown(posting.account), shown(posting.counter_account));
        return Err(PostingFault::OpenSide { account, counter_account, both: posting.view == View::Both });
    }
    class
}

/// The class of a posting on the account that it is read on.
fn one_side(rules: &Rules, posting: &Posting<'_>, hits: &mut Hits) -> Result<Class, PostingFault> {
    let kinds = kinds(rules, posting, hits);
    let service = match service(rules, posting, hits)? {
        Found::Service(service) => service,
        Found::Declared(pattern) => {
            return Ok(Class::NotShared(Reason::Declared { source: posting.source, pattern }));
        }
        Found::Nothing => return not_matched(rules, posting, &kinds),
    };
    if let Some(except) = except(rules, service, posting, hits) {
        return Ok(Class::NotShared(Reason::Except(service, except)));
    }
    if let Some(fault) = lost_zeros(posting, rules.agreement.service(service).except.iter()) {
        return Err(fault);
    }
    match kinds.as_slice() {
        [] => match lost_zeros(posting, rules.agreement.cost_kinds.iter().flat_map(|kind| &kind.matches)) {
            Some(fault) => Err(fault),
            None => Ok(Class::Shared { service, kind: None }),
        },
        [kind] if rules.agreement.kind(*kind).shared => Ok(Class::Shared { service, kind: Some(*kind) }),
        [kind] => Ok(Class::NotShared(Reason::Kind(*kind))),
        several => {
            let kinds = several.iter().map(|kind| rules.agreement.kind(*kind).id.clone()).collect();
            Err(PostingFault::TwoKinds { kinds })
        }
    }
}

/// A posting of no service: it is listed under its kind where that is not shared, unless a spreadsheet spoilt it.
fn not_matched(rules: &Rules, posting: &Posting<'_>, kinds: &[KindId]) -> Result<Class, PostingFault> {
    let not_shared = kinds.iter().find(|kind| !rules.agreement.kind(**kind).shared);
    if let Some(kind) = not_shared {
        return Ok(Class::NotShared(Reason::Kind(*kind)));
    }
    let matches = rules.agreement.services.iter().flat_map(|service| &service.matches);
    match lost_zeros(posting, matches) {
        Some(fault) => Err(fault),
        None => Ok(Class::NotShared(Reason::NoRule)),
    }
}

fn service(rules: &Rules, posting: &Posting<'_>, hits: &mut Hits) -> Result<Found, PostingFault> {
    if posting.service.is_empty() { by_rules(rules, posting, hits) } else { by_column(rules, posting, hits) }
}

fn by_column(rules: &Rules, posting: &Posting<'_>, hits: &mut Hits) -> Result<Found, PostingFault> {
    let agreement = &rules.agreement;
    if let Some(service) = agreement.service_called(posting.service) {
        return Ok(Found::Service(service));
    }
    let declared = &agreement.sources[posting.source].not_shared;
    if let Some(pattern) = declared.iter().position(|(pattern, _)| pattern.fits(posting.service)) {
        hits.hit(RuleId::Declared(posting.source, pattern));
        return Ok(Found::Declared(pattern));
    }
    let nearest = agreement.service_like(posting.service);
    Err(PostingFault::UnknownService { cell: shown(posting.service), nearest })
}

fn by_rules(rules: &Rules, posting: &Posting<'_>, hits: &mut Hits) -> Result<Found, PostingFault> {
    let mut found: Vec<ServiceId> = Vec::new();
    for (id, n) in hits.candidates.for_posting(posting) {
        if rules.agreement.service(id).matches[n].fits(posting) {
            hits.hit(RuleId::Match(id, n));
            found.push(id);
        }
    }
    found.dedup();
    match found.as_slice() {
        [] => Ok(Found::Nothing),
        [service] => Ok(Found::Service(*service)),
        several => {
            let services =
                several.iter().map(|service| rules.agreement.service(*service).id.clone()).collect();
            Err(PostingFault::TwoServices { services })
        }
    }
}

/// The first `except` rule that the posting fits.
fn except(rules: &Rules, service: ServiceId, posting: &Posting<'_>, hits: &mut Hits) -> Option<usize> {
    hits.first(&rules.agreement.service(service).except, posting, |n| RuleId::Except(service, n))
}

fn kinds(rules: &Rules, posting: &Posting<'_>, hits: &mut Hits) -> Vec<KindId> {
    let kinds = rules.agreement.cost_kinds.iter().zip((0..).map(KindId));
    let fits =
        |(kind, id): &(&CostKind, _)| hits.first(&kind.matches, posting, |n| RuleId::Kind(*id, n)).is_some();
    kinds.filter(fits).map(|(_, id)| id).collect()
}

/// The first rule that the posting would fit, had no spreadsheet taken the zeros before its numbers.
fn lost_zeros<'a>(posting: &Posting<'_>, rules: impl Iterator<Item = &'a Rule>) -> Option<PostingFault> {
    let paid = |rule: &&Rule| rule.payer.is_none_or(|payer| posting.payer == payer);
    rules.filter(paid).find_map(|rule| {
        let fits = |(field, pattern): &&(RuleField, Pattern)| pattern.fits(posting.cell(*field));
        let lost = |(field, pattern): &(RuleField, Pattern)| {
            let numbered = matches!(
                field,
                RuleField::Account | RuleField::CounterAccount | RuleField::CostCentre | RuleField::Product
            );
            numbered && pattern.fits_with_zeros(posting.cell(*field))
        };
        if !rule.patterns.iter().all(|it| fits(&it) || lost(it)) {
            return None;
        }
        let (field, pattern) = rule.patterns.iter().rfind(|it| !fits(it))?;
        let (cell, pattern) = (shown(posting.cell(*field)), pattern.written().to_owned());
        Some(PostingFault::LostZeros { cell, pattern })
    })
}
