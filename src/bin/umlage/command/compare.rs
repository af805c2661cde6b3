//! `umlage compare`: what another key, or another method for internal services, would change.
//!
//! In: what was typed, the folder. Out: the year computed as it is and in each other way, side by side; or what is wrong with
//! what was typed. Nothing in the folder changes.

use umlage::agreement::{Agreement, KeyId, Language, Secondary, ServiceId};
use umlage::allocate::{Checked, allocate, check};
use umlage::claims::claims;
use umlage::compare::{Alternative, Change, Outcome, altered};
use umlage::cost::{self, Booked};
use umlage::error::Error;
use umlage::finding::agreement::Named;
use umlage::finding::{AgreementFault, Findings};
use umlage::nearest::nearest;
use umlage::period::Year;
use umlage::report::{Comparison, comparison, comparison_json};
use umlage::rules::Rules;
use umlage::words::command::{Notice, notice};
use umlage::words::format::printable;
use umlage::words::views::AlternativeNotice;

use crate::args::Compare;
use crate::command::report::{chosen, stopped};
use crate::emit::{self, refuse};
use crate::exit::Exit;
use crate::gather::{Gathered, checked, gather};
use crate::{output, show};

/// Computes the year as it is and in each other way; nothing is written but the answer.
pub(crate) fn run(args: &Compare, language: Option<Language>) -> anyhow::Result<Exit> {
    let mut gathered = gather(&args.dir, Findings::first(), language)?;
    if let Some(answer) = emit::forbidden(&args.target, &gathered) {
        return Ok(refuse(&answer, gathered.language));
    }
    let year = match chosen(args.year, &gathered, &line(args), &args.dir) {
        Ok(year) => year,
        Err(answer) => return answer,
    };
    let spoilt = gathered.drivers_spoilt();
    let Some((rules, booked)) = &gathered.read else { return stopped(&gathered, Some(year)) };
    let alternatives = match alternatives(args, rules) {
        Ok(alternatives) => alternatives,
        Err(answer) => return Ok(refuse(&Notice::Alternative(answer), gathered.language)),
    };
    let checked = checked(rules, booked, year, spoilt, &mut gathered.findings);
    let Some(checked) = checked.filter(|_| !gathered.findings.stop(year)) else {
        return stopped(&gathered, Some(year));
    };
    let now = outcome(rules, checked);
    let mut computed = Vec::new();
    for (typed, changes) in alternatives {
        match otherwise(&gathered, rules, booked, year, &changes)? {
            Ok(outcome) => computed.push(Alternative { changes, outcome }),
            Err(findings) => return failed(&mut gathered, findings, year, &typed),
        }
    }
    let found = Comparison { agreement: &rules.agreement, year, now, alternatives: computed };
    let language = gathered.language;
    let document = || comparison(&found, language);
    let text = emit::rendered(args.target.format, language, document, || comparison_json(&found));
    emit::write(&text, &args.target, language)
}

/// What was typed, without the folder and the year.
fn line(args: &Compare) -> String {
    let keys = args.keys.iter().map(|key| format!(" --key {key}"));
    let secondary = args.secondary.iter().map(|method| format!(" --secondary {method}"));
    ["compare".to_owned()].into_iter().chain(keys).chain(secondary).collect()
}

fn outcome(rules: &Rules, checked: Checked<'_>) -> Outcome {
    let allocation = allocate(checked);
    let claims = claims(rules, &allocation);
    Outcome::of(rules, &allocation, &claims)
}

/// The year with these changes. The ledgers are read again where the year is cut otherwise; they must be the same.
fn otherwise(
    gathered: &Gathered,
    rules: &Rules,
    booked: &Booked,
    year: Year,
    changes: &[Change],
) -> Result<Result<Outcome, Findings>, Error> {
    let rules = altered(rules, changes);
    let again;
    let booked = if changes.iter().any(Change::rebooks) {
        again = cost::book(&gathered.folder, &rules, &mut Findings::first())?;
        if let Some(changed) = booked.changed_since(&again) {
            return Err(gathered.folder.changed(changed));
        }
        &again
    } else {
        booked
    };
    let Some(books) = booked.years.get(&year) else { return Ok(Err(Findings::first())) };
    Ok(check(&rules, books, year).map(|checked| outcome(&rules, checked)).map_err(|found| {
        let mut findings = Findings::first();
        findings.extend(found);
        findings
    }))
}

fn failed(gathered: &mut Gathered, findings: Findings, year: Year, typed: &str) -> anyhow::Result<Exit> {
    gathered.findings = findings;
    output::message(&show::findings(gathered, Some(year))?);
    output::message(&notice(
        &Notice::Alternative(AlternativeNotice::Fails(typed.to_owned())),
        gathered.language,
    ));
    Ok(Exit::Findings)
}

/// What was typed for each alternative, and the changes that it means.
type Typed = (String, Vec<Change>);

fn alternatives(args: &Compare, rules: &Rules) -> Result<Vec<Typed>, AlternativeNotice> {
    let mut all = Vec::new();
    for typed in &args.keys {
        all.push((format!("--key {typed}"), keys(typed, rules)?));
    }
    for typed in &args.secondary {
        let methods = methods(typed, &rules.agreement)?;
        let named = |change: &Change| match change {
            Change::Secondary(method, _) if typed == "all" => format!("--secondary {}", method.name()),
            _ => format!("--secondary {typed}"),
        };
        all.extend(methods.into_iter().map(|change| (named(&change), vec![change])));
    }
    if all.is_empty() { Err(AlternativeNotice::Missing) } else { Ok(all) }
}

/// `wohngeld=faelle`, or several with commas.
fn keys(typed: &str, rules: &Rules) -> Result<Vec<Change>, AlternativeNotice> {
    let change = |part: &str| {
        let pair = part.split_once('=').map(|(service, key)| (service.trim(), key.trim()));
        let pair = pair.filter(|(service, key)| !service.is_empty() && !key.is_empty());
        let Some((service, key)) = pair else {
            return Err(AlternativeNotice::Malformed { option: "--key", typed: typed.to_owned() });
        };
        let change = Change::Key(service_of(service, "--key", rules)?, key_of(key, rules)?);
        match change.fault(rules) {
            Some(fault) => Err(AlternativeNotice::Impossible(fault)),
            None => Ok(change),
        }
    };
    let changes: Vec<Change> = typed.split(',').map(|part| change(part.trim())).collect::<Result<_, _>>()?;
    let of = |change: &Change| match change {
        Change::Key(service, _) => Some(*service),
        Change::Secondary(..) => None,
    };
    if repeats(&changes.iter().map(of).collect::<Vec<_>>()) {
        return Err(AlternativeNotice::Malformed { option: "--key", typed: typed.to_owned() });
    }
    Ok(changes)
}

/// Does anything stand in the list twice?
fn repeats<T: PartialEq>(list: &[T]) -> bool {
    list.iter().enumerate().any(|(index, item)| list[..index].contains(item))
}

/// `direct`, `step-down:a,b`, or `all`: every method, the step-down also in the reversed order.
fn methods(typed: &str, agreement: &Agreement) -> Result<Vec<Change>, AlternativeNotice> {
    let internal =
        || (0..agreement.services.len()).map(ServiceId).filter(|id| agreement.service(*id).internal);
    if typed == "all" {
        let reversed: Vec<ServiceId> = internal().collect::<Vec<_>>().into_iter().rev().collect();
        let plain = Secondary::NAMES.map(|(_, method)| Change::Secondary(method, Vec::new()));
        let reversed = (reversed.len() > 1).then_some(Change::Secondary(Secondary::StepDown, reversed));
        return Ok(plain.into_iter().chain(reversed).collect());
    }
    let (name, order) = typed.split_once(':').map_or((typed, None), |(name, order)| (name, Some(order)));
    let method = Secondary::NAMES.iter().find(|(known, _)| *known == name).map(|(_, method)| *method);
    let refused = || AlternativeNotice::Malformed { option: "--secondary", typed: typed.to_owned() };
    let method = method.ok_or_else(refused)?;
    let order = match order {
        None => Vec::new(),
        Some(order) if method == Secondary::StepDown => {
            let ids: Vec<&str> = order.split(',').map(str::trim).collect();
            if ids.contains(&"") {
                return Err(refused());
            }
            ids.into_iter().map(|id| service_in(id, agreement, "--secondary")).collect::<Result<_, _>>()?
        }
        Some(_) => return Err(refused()),
    };
    if repeats(&order) || order.iter().any(|id| !internal().any(|internal| internal == *id)) {
        return Err(refused());
    }
    Ok(vec![Change::Secondary(method, order)])
}

fn service_of(typed: &str, option: &str, rules: &Rules) -> Result<ServiceId, AlternativeNotice> {
    service_in(typed, &rules.agreement, option)
}

fn service_in(typed: &str, agreement: &Agreement, option: &str) -> Result<ServiceId, AlternativeNotice> {
    let known: Vec<String> = agreement.services.iter().map(|service| service.id.clone()).collect();
    agreement.service_called(typed).ok_or_else(|| unknown(Named::Service, option, typed, known))
}

fn key_of(typed: &str, rules: &Rules) -> Result<KeyId, AlternativeNotice> {
    let known: Vec<String> = rules.agreement.keys.iter().map(|key| key.id.clone()).collect();
    let found = known.iter().position(|id| id == typed).map(KeyId);
    found.ok_or_else(|| unknown(Named::Key, "--key", typed, known))
}

fn unknown(what: Named, option: &str, typed: &str, known: Vec<String>) -> AlternativeNotice {
    let nearest = nearest(typed, known.iter().map(String::as_str));
    let (key, name) = (option.to_owned(), printable(typed));
    AlternativeNotice::Impossible(AgreementFault::Unknown { what, key, name, nearest, known }.into())
}
