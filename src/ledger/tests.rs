//! Whole files, from bytes to postings and findings.

use std::collections::BTreeMap;
use std::io::Cursor;

use super::*;
use crate::agreement::source::{Column, ColumnName, Constant};
use crate::agreement::{
    Dialect, Field, Header, Language, Partner, Pattern, Preset, Residual, Reversal, Rounding, Rule,
    Secondary, Service, Sign, Source, Transfers, WithinYear,
};
use crate::period::Proration;
use crate::place::Files;

mod datev;
mod edge;
mod files;
mod fuzz;
mod header;
mod oracle;
mod rows;

/// A place in umlage.toml.
fn toml() -> Place {
    Place::start(Files::default().id("umlage.toml"))
}

/// The partners `a` and `b` (Stadt Bach), one service `s`, and one source.
pub(crate) fn agreement(source: Source) -> Agreement {
    let partner = |id: &str, name: &str| Partner {
        id: id.to_owned(),
        name: name.to_owned(),
        kind: None,
        ags: None,
        payee: None,
    };
    let service = Service {
        id: "s".to_owned(),
        name: "Der Dienst".to_owned(),
        operator: PartnerId(0),
        since: "2014-01-01".parse().unwrap(),
        until: None,
        keys: Vec::new(),
        internal: false,
        one_off_key: None,
        one_off_place: toml(),
        overhead: None,
        vat: Vec::new(),
        partners: vec![PartnerId(0), PartnerId(1)],
        joined: BTreeMap::new(),
        left: BTreeMap::new(),
        matches: Vec::new(),
        except: Vec::new(),
        place: toml(),
    };
    Agreement {
        name: "Test".to_owned(),
        signed: None,
        basis: None,
        reference: None,
        language: Language::De,
        proration: Proration::Months,
        within_year: WithinYear::Even,
        secondary: Secondary::StepDown,
        step_order: Vec::new(),
        transfers: Transfers::Pairs,
        no_invoice: true,
        due: None,
        rounding: Rounding { residual: Residual::LargestRemainder, unit: Money::CENT },
        partners: vec![partner("a", "Aheim"), partner("b", "Stadt Bach")],
        keys: Vec::new(),
        services: vec![service],
        cost_kinds: Vec::new(),
        sources: vec![source],
        tables: Dialect::default(),
        savings: None,
    }
}

/// A source that says nothing but who paid.
pub(crate) fn paid_by_a() -> Source {
    Source { payer: Some(PartnerId(0)), ..plain() }
}

/// A source that says nothing.
fn plain() -> Source {
    Source {
        files: "*.csv".to_owned(),
        sheet: None,
        payer: None,
        preset: Preset::Umlage,
        dialect: Dialect::default(),
        sign: Sign::ExpensePositive,
        header: Header::Found,
        skip: Vec::new(),
        not_shared: Vec::new(),
        control: BTreeMap::new(),
        spread: true,
        columns: BTreeMap::new(),
        constants: BTreeMap::new(),
        place: toml(),
    }
}

fn column(name: &str) -> Column {
    let number = name.parse().map(ColumnName::Number);
    Column { name: number.unwrap_or_else(|_| ColumnName::Header(name.to_owned())), place: toml() }
}

fn constant(value: &str) -> Constant {
    Constant { value: value.to_owned(), place: toml() }
}

fn skip(field: RuleField, pattern: &str) -> Rule {
    Rule { payer: None, patterns: vec![(field, Pattern::new(pattern))], place: toml() }
}

/// What a file came to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Outcome {
    input: Input,
    /// Date, amount, payer, and text of each posting that came with all its cells.
    postings: Vec<String>,
    /// Everything but the text of each posting, however it came.
    lines: Vec<String>,
    /// Code and offset of each finding, and the offset that it contradicts.
    findings: Vec<(String, u64, Option<u64>)>,
}

impl Outcome {
    fn codes(&self) -> Vec<&str> {
        self.findings.iter().map(|(code, ..)| code.as_str()).collect()
    }
}

fn read(source: Source, bytes: impl AsRef<[u8]>) -> Outcome {
    read_in_blocks(source, bytes.as_ref(), block::BLOCK, false)
}

/// Reads; `remember` says whether postings like one before come as such.
fn read_in_blocks(source: Source, bytes: &[u8], block: usize, remember: bool) -> Outcome {
    let agreement = agreement(source);
    let (mut files, mut findings) = (Files::default(), Vec::new());
    let (mut postings, mut lines, mut kins) = (Vec::new(), Vec::new(), Vec::new());
    files.id("umlage.toml");
    let file = LedgerFile { file: files.id("ledger.csv"), source: 0 };
    let pass = Pass { agreement: &agreement, file, block };
    let input = pass
        .read(
            Cursor::new(bytes.to_vec()),
            &mut |finding: Finding| {
                let offset = finding.place.unwrap().offset;
                let also = finding.also.map(|place| place.offset);
                findings.push((finding.fault.code().to_string(), offset, also));
            },
            &mut |entry: Entry<'_>| match entry {
                Entry::Posting(posting, kin) => {
                    let payer = &agreement.partner(posting.payer).id;
                    postings.push(format!("{} {} {payer} {}", posting.date, posting.amount, posting.text));
                    let Posting { place, date, period, amount, .. } = posting;
                    let alike = alike(posting);
                    lines.push(format!("{} {date} {period:?} {amount} {alike}", place.offset));
                    if let Some(KinId(kin)) = kin {
                        kins.truncate(kin);
                        kins.push(alike);
                    }
                    remember && kin.is_some()
                }
                Entry::Again(Again { kin, place, date, period, amount }) => {
                    lines.push(format!("{} {date} {period:?} {amount} {}", place.offset, kins[kin.0]));
                    true
                }
            },
        )
        .unwrap();
    Outcome { input, postings, lines, findings }
}

/// What postings that are alike have in common.
fn alike(posting: &Posting<'_>) -> String {
    let Posting { source, by_voucher_date, fiscal_year, payer, service, account, cost_centre, .. } = posting;
    format!("{source} {by_voucher_date} {fiscal_year:?} {payer:?} {service} {account} {cost_centre}")
}
