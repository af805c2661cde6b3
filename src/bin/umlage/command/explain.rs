//! `umlage explain`: one figure, down to ledger lines and residual cents.
//!
//! In: what was typed, the folder. Out: the statement's figure as a tree; the ledgers are read a second time for the rows
//! behind it.

use umlage::agreement::{Agreement, Language, PartnerId, ServiceId};
use umlage::cost::CostKey;
use umlage::explain::{Question, Rows, explain};
use umlage::finding::Findings;
use umlage::report::{
    Explanation, Format, explanation_csv, explanation_json, explanation_md, explanation_text,
};
use umlage::statement::{Statement, state};
use umlage::words::command::{ExplainNotice, Notice};
use umlage::words::explain::Names;

use crate::args::Explain;
use crate::command::report::stopped;
use crate::emit::{self, refuse};
use crate::exit::Exit;
use crate::gather::{checked, gather};
use crate::locate;
use crate::year::year;

/// Explains the figure that was asked for.
pub(crate) fn run(args: &Explain, language: Option<Language>) -> anyhow::Result<Exit> {
    let mut gathered = gather(&args.dir, Findings::first(), language)?;
    let language = gathered.language;
    if let Some(answer) = emit::forbidden(&args.target, &gathered) {
        return Ok(refuse(&answer, language));
    }
    let year = match year(args.year, &gathered, &line(args), &args.dir) {
        Ok(year) => year,
        Err(Notice::NoPostings) if gathered.findings.count(None).0 > 0 => return stopped(&gathered, None),
        Err(answer) => return Ok(refuse(&answer, language)),
    };
    let spoilt = gathered.drivers_spoilt();
    let Some((rules, booked)) = &gathered.read else { return stopped(&gathered, Some(year)) };
    let question = match question(args, &rules.agreement) {
        Ok(question) => question,
        Err(answer) => return Ok(refuse(&answer, language)),
    };
    let checked = checked(rules, booked, year, spoilt, &mut gathered.findings);
    let Some(checked) = checked.filter(|_| !gathered.findings.stop(year)) else {
        return stopped(&gathered, Some(year));
    };
    let statement = state(checked, &gathered.folder.files, booked, &gathered.findings);
    if let Some(service) = question.service
        && rules.agreement.service(service).life(year).is_none()
    {
        let service = rules.agreement.service(service).name.clone();
        return Ok(refuse(&Notice::Explain(ExplainNotice::NotLiving { service, year }), language));
    }
    let wanted = |key: &CostKey| wanted(&statement, question, key);
    let rows = Rows::read(&gathered.folder, rules, booked, year, args.all, wanted)?;
    let root = explain(&statement, &rows, question);
    let places = root.all().into_iter().filter_map(|step| step.place);
    let spots = locate::lines(&gathered.folder, rules, places)?;
    let names = Names { agreement: &rules.agreement, partner: question.partner, language };
    let found = Explanation { names, year, question, root: &root, spots: &spots };
    let text = match args.target.format {
        Format::Text => explanation_text(&found),
        Format::Md => explanation_md(&found),
        Format::Csv => explanation_csv(&found),
        Format::Json => explanation_json(&found),
    };
    emit::write(&text, &args.target, language)
}

/// What was typed, without the folder and the year.
fn line(args: &Explain) -> String {
    let service = args.service.iter().map(|service| format!(" --service {service}"));
    format!("explain{} --partner {}", service.collect::<String>(), args.partner)
}

/// Of whom, and for which service.
fn question(args: &Explain, agreement: &Agreement) -> Result<Question, Notice> {
    let unknown = |option, typed: &str, known: Vec<String>, nearest| {
        let typed = typed.to_owned();
        Notice::Explain(ExplainNotice::NoSuchName { option, typed, nearest, known })
    };
    let partner: PartnerId = agreement.partner_called(&args.partner).ok_or_else(|| {
        let known = agreement.partners.iter().map(|partner| partner.id.clone()).collect();
        unknown("--partner", &args.partner, known, agreement.partner_like(&args.partner))
    })?;
    let service = |name: &String| -> Result<ServiceId, Notice> {
        agreement.service_called(name).ok_or_else(|| {
            let known = agreement.services.iter().map(|service| service.id.clone()).collect();
            unknown("--service", name, known, agreement.service_like(name))
        })
    };
    Ok(Question { partner, service: args.service.as_ref().map(service).transpose()? })
}

/// Are the rows of this cost line shown? Those of the service, and of internal services; of a balance, what the partner
/// paid.
fn wanted(statement: &Statement<'_>, question: Question, key: &CostKey) -> bool {
    let internal = statement.rules.agreement.service(key.service).internal;
    internal || question.service.map_or(key.payer == question.partner, |service| key.service == service)
}
