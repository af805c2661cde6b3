//! `umlage explain`: one figure, down to ledger lines and residual cents.
//!
//! In: what was typed, the folder. Out: the statement's figure as a tree; the ledgers are read a second time for the rows
//! behind it.

use std::path::Path;

use umlage::agreement::{Agreement, Language, PartnerId, ServiceId};
use umlage::explain::{Question, Rows, explain};
use umlage::finding::Findings;
use umlage::period::Year;
use umlage::report::{
    Explanation, Format, explanation_csv, explanation_json, explanation_md, explanation_text, locate_places,
};
use umlage::statement::Statement;
use umlage::words::command::Notice;
use umlage::words::explain::ExplainNotice;
use umlage::words::explain::Names;
use umlage::words::seal::quoted;

use crate::args::Explain;
use crate::command::corrections;
use crate::command::report::{chosen, stated, stopped};
use crate::emit::{self, refuse};
use crate::exit::Exit;
use crate::gather::{Gathered, gather};

/// Explains the figure that was asked for.
pub(crate) fn run(args: &Explain, language: Option<Language>) -> anyhow::Result<Exit> {
    let mut gathered = gather(&args.dir, Findings::first(), language)?;
    if let Some(answer) = emit::forbidden(&args.target, &gathered) {
        return Ok(refuse(&answer, gathered.language));
    }
    let year = match chosen(args.year, &gathered, &line(args), &args.dir) {
        Ok(year) => year,
        Err(answer) => return answer,
    };
    let question =
        gathered.read.as_ref().map(|(rules, _)| question(args, &rules.agreement, year)).transpose();
    match question {
        Ok(Some(question)) => stated(&mut gathered, year, |statement, gathered| {
            let text = explained(statement, gathered, question, args)?;
            let written = emit::write(&text, &args.target, gathered.language)?;
            let sealed = |inputs: &Path| format!("umlage {} {} --year {year}", line(args), quoted(inputs));
            corrections::explained(gathered, statement, sealed)?;
            Ok(written)
        }),
        Ok(None) => stopped(&gathered, Some(year)),
        Err(answer) => Ok(refuse(&Notice::Explain(answer), gathered.language)),
    }
}

fn explained(
    statement: &Statement<'_>,
    gathered: &Gathered,
    question: Question,
    args: &Explain,
) -> anyhow::Result<String> {
    let (rules, year) = (statement.rules, statement.year);
    let rows = Rows::behind(&gathered.folder, statement, question, args.all)?;
    let root = explain(statement, &rows, question);
    let places = root.all().into_iter().filter_map(|step| step.place);
    let spots = locate_places(&gathered.folder, rules, places)?;
    let names = Names { agreement: &rules.agreement, partner: question.partner, language: gathered.language };
    let found = Explanation { names, year, question, root: &root, spots: &spots };
    Ok(match args.target.format {
        Format::Text => explanation_text(&found),
        Format::Md => explanation_md(&found),
        Format::Csv => explanation_csv(&found),
        Format::Json => explanation_json(&found),
    })
}

/// What was typed, without the folder and the year.
fn line(args: &Explain) -> String {
    let service = args.service.iter().map(|service| format!(" --service {service}"));
    format!("explain{} --partner {}", service.collect::<String>(), args.partner)
}

/// Of whom, and for which service.
fn question(args: &Explain, agreement: &Agreement, year: Year) -> Result<Question, ExplainNotice> {
    let unknown = |option, typed: &str, known: Vec<String>, nearest| {
        let typed = typed.to_owned();
        ExplainNotice::NoSuchName { option, typed, nearest, known }
    };
    let partner: PartnerId = agreement.partner_called(&args.partner).ok_or_else(|| {
        let known = agreement.partners.iter().map(|partner| partner.id.clone()).collect();
        unknown("--partner", &args.partner, known, agreement.partner_like(&args.partner))
    })?;
    let service = |name: &String| -> Result<ServiceId, ExplainNotice> {
        let found = agreement.service_called(name).ok_or_else(|| {
            let known = agreement.services.iter().map(|service| service.id.clone()).collect();
            unknown("--service", name, known, agreement.service_like(name))
        })?;
        let service = agreement.service(found);
        let living = service.life(year).map(|_| found);
        living.ok_or_else(|| ExplainNotice::NotLiving { service: service.name.clone(), year })
    };
    Ok(Question { partner, service: args.service.as_ref().map(service).transpose()? })
}
