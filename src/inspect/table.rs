//! The `[[ledger]]` table that reads a file: what it says, and what it asks.
//!
//! In: what was found out. Out: entries in the order in which they are written. An entry that the file proves is
//! live; one that only a person can decide is asked, with every value that would do. Whatever the file says by itself
//! is not repeated: a table is short where the file is clear.

use super::choice::{Choice, Pick};
use super::fields::Heading;
use super::side::BySide;
use super::{Aside, Cited, Datev, Inspection, Nature, Places, Script, trial};
use crate::agreement::Field;
use crate::ledger::header::Head;
use crate::place::Place;

mod columns;
mod skip;

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The part of the table that it belongs to.
    pub part: Part,
    /// Its key; empty where it is only a remark.
    pub key: &'static str,
    /// Its value; of an entry that is asked, every value that would do.
    pub values: Vec<Value>,
    /// Does the file prove it, so that nobody has to decide?
    pub live: bool,
    /// Why it is there, where that is not plain.
    pub why: Option<Why>,
}

/// A part of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// `[[ledger]]`
    Top,
    /// `[ledger.columns]`
    Columns,
    /// `[ledger.constants]`
    Constants,
}

/// The value of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u64),
    /// Rules of `skip`: a field and its pattern each.
    Rules(Vec<(&'static str, String)>),
    /// To be filled in.
    Blank,
}

/// Why an entry is there, or what it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// In the cooperation's folder the file must have this name.
    Files,
    /// No column says who paid.
    Payer,
    /// A column says who paid; its cells must be partners.
    PayerCells(Vec<String>),
    /// The text is no UTF-8, and reads well in this encoding.
    Encoding(Place),
    /// The text is no UTF-8, and does not read well in this encoding.
    EncodingUnknown(Place),
    /// Nothing decides between two decimal marks.
    Decimal(Places),
    /// Nothing decides between day and month.
    DayOrMonth(Places),
    /// Dates that only a declared format reads.
    DateFormat(Cited),
    /// Several formats read all dates.
    DateFormats(Cited),
    /// More amounts are below nothing than above.
    Sign {
        /// Below.
        negative: u64,
        /// All.
        cells: u64,
    },
    /// Rows that are probably no postings.
    Skip,
    /// A rule of `skip` needs this column.
    SkipUnread,
    /// Several columns may be the date.
    DateAny,
    /// No column is a date; perhaps this one says the year.
    DateNone(Option<String>),
    /// Several columns may be the amount.
    AmountAny,
    /// No column looks like an amount.
    AmountNone,
    /// An amount stands beside debit and credit.
    AmountTwice,
    /// Debit without credit, or credit without debit.
    OtherSide,
    /// Several headings name the field.
    Twice,
    /// A column says debit or credit, but its heading is not known.
    Side,
    /// A heading hints at a field that rules could look at.
    Hint,
}

impl Entry {
    fn said(part: Part, key: &'static str, value: Value) -> Self {
        Self { part, key, values: vec![value], live: true, why: None }
    }

    fn asked(part: Part, key: &'static str, values: Vec<Value>, why: Why) -> Self {
        Self { part, key, values, live: false, why: Some(why) }
    }

    fn because(self, why: Why) -> Self {
        Self { why: Some(why), ..self }
    }

    /// `key = value` for each value, as TOML.
    #[must_use]
    pub fn toml(&self) -> Vec<String> {
        self.values.iter().map(|value| format!("{} = {}", self.key, value.toml())).collect()
    }
}

impl Value {
    fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// As TOML.
    #[must_use]
    pub fn toml(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Number(number) => number.to_string(),
            Self::Blank => "\"…\"".to_owned(),
            Self::Rules(rules) => {
                let rule = |(field, pattern): &(&str, String)| format!("{{ {field} = {} }}", quoted(pattern));
                format!("[ {} ]", rules.iter().map(rule).collect::<Vec<_>>().join(", "))
            }
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\t' => quoted.push_str("\\t"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            letter if letter.is_control() => {
                let escape = format!("\\u{:04X}", u32::from(letter));
                quoted.push_str(&escape);
            }
            letter => quoted.push(letter),
        }
    }
    quoted + "\""
}

/// What the table is made of.
pub(super) struct Facts<'f> {
    pub(super) inspection: &'f Inspection,
    pub(super) choice: &'f Choice,
    pub(super) headings: &'f [Heading],
    /// Columns that say debit or credit, from 0.
    pub(super) sides: &'f [(usize, &'f BySide)],
    /// The file's name in the cooperation's folder, if it lies in one.
    pub(super) home: Option<String>,
}

/// The table; empty where the file can be no ledger.
pub(super) fn table(facts: &Facts<'_>, head: &Head<'_>) -> Vec<Entry> {
    let inspection = facts.inspection;
    let mut entries = vec![files(facts)];
    match &inspection.nature {
        Nature::Nothing | Nature::Misnamed(_) | Nature::Unread(_) => return Vec::new(),
        Nature::Datev(datev) if !Datev::is_postings(datev) => return Vec::new(),
        Nature::Datev(_) => {
            entries.push(Entry::said(Part::Top, "preset", Value::text("datev")));
            entries.extend(payer(facts));
            return entries;
        }
        Nature::Sheet { name, chosen: true } => {
            entries.push(Entry::said(Part::Top, "sheet", Value::text(name)));
        }
        Nature::Text | Nature::Sheet { .. } => {}
    }
    entries.extend(payer(facts));
    entries.extend(encoding(inspection));
    let written = entries.len();
    entries.extend(styles(inspection));
    entries.extend(sign(facts));
    let columns = columns::entries(facts);
    entries.extend(skip::entry(facts));
    entries.extend(columns);
    entries.extend(skip::columns(facts));
    entries.sort_by_key(|entry| entry.part);
    let shape = trial::needed(inspection, &entries, head);
    entries.splice(written..written, shape);
    entries
}

fn files(facts: &Facts<'_>) -> Entry {
    let escape = |name: &str| Value::Text(glob::Pattern::escape(name));
    if let Some(home) = &facts.home {
        return Entry::said(Part::Top, "files", escape(home));
    }
    let name = facts.inspection.file.rsplit(['/', '\\']).next().unwrap_or_default();
    Entry::said(Part::Top, "files", escape(&format!("ledger/{name}"))).because(Why::Files)
}

fn payer(facts: &Facts<'_>) -> Option<Entry> {
    let Some(columns) = facts.choice.named.get(&Field::Payer) else {
        return Some(Entry::asked(Part::Top, "payer", vec![Value::Blank], Why::Payer));
    };
    let column = columns.first().and_then(|column| facts.inspection.columns.get(*column))?;
    let why = Why::PayerCells(column.samples.clone());
    Some(Entry { part: Part::Top, key: "", values: Vec::new(), live: true, why: Some(why) })
}

fn encoding(inspection: &Inspection) -> Option<Entry> {
    let said = |label: &str| Entry::said(Part::Top, "encoding", Value::text(label));
    match inspection.script {
        Script::Wide(label) => Some(said(label)),
        Script::Other { first, plausible: true } => Some(said("windows-1252").because(Why::Encoding(first))),
        Script::Other { first, plausible: false } => {
            let values = ["windows-1252", "macintosh"].map(Value::text).to_vec();
            Some(Entry::asked(Part::Top, "encoding", values, Why::EncodingUnknown(first)))
        }
        Script::Marked(_) | Script::Utf8 | Script::Ascii | Script::Mixed { .. } => None,
    }
}

/// The decimal mark and the date format, where the file does not say them.
fn styles(inspection: &Inspection) -> Vec<Entry> {
    let (numbers, dates) = (&inspection.numbers, &inspection.dates);
    let decimal = numbers.is_open().then(|| {
        let values = [",", "."].map(Value::text).to_vec();
        Entry::asked(Part::Top, "decimal", values, Why::Decimal(numbers.open.clone()))
    });
    let format = |formats: &[&str], why| {
        let values = formats.iter().map(|format| Value::text(format)).collect();
        Entry::asked(Part::Top, "date_format", values, why)
    };
    let date = match (&dates.format, &dates.formats[..], dates.undeclared.one()) {
        (Some(_), ..) => None,
        _ if dates.is_open() => Some(format(&["%d/%m/%Y", "%m/%d/%Y"], Why::DayOrMonth(dates.open.clone()))),
        (None, [one], Some(cited)) => {
            let said = Entry::said(Part::Top, "date_format", Value::text(one));
            Some(said.because(Why::DateFormat(cited.clone())))
        }
        (None, formats @ [_, _, ..], Some(cited)) => Some(format(formats, Why::DateFormats(cited.clone()))),
        _ => None,
    };
    decimal.into_iter().chain(date).collect()
}

/// Is it income that is positive? That is asked where most amounts are below nothing.
fn sign(facts: &Facts<'_>) -> Option<Entry> {
    let sided =
        [Field::Side, Field::Debit, Field::Credit].map(|field| facts.choice.named.contains_key(&field));
    let [column] = facts.choice.amounts()[..] else { return None };
    let total = facts.inspection.columns.get(column)?.totals.first()?;
    let (negative, cells) = (total.sum.negative, total.sum.cells);
    let asked = !sided.contains(&true) && facts.sides.is_empty() && negative * 2 > cells;
    let values = vec![Value::text("expense-negative")];
    asked.then(|| Entry::asked(Part::Top, "sign", values, Why::Sign { negative, cells }))
}

/// A column by its heading, where that means one column, else by its number.
fn column(facts: &Facts<'_>, index: usize) -> Value {
    use crate::ledger::header::folded;
    let name = facts.headings.get(index).map(|heading| heading.name.as_str()).unwrap_or_default();
    let same = facts.headings.iter().filter(|heading| folded(&heading.name) == folded(name)).count();
    // In another encoding the heading would be another one.
    let certain =
        name.is_ascii() || !matches!(facts.inspection.script, Script::Other { plausible: false, .. });
    match facts.inspection.header {
        Some(_) if same == 1 && !name.is_empty() && certain => Value::text(name),
        _ => Value::Number(u64::try_from(index + 1).unwrap_or(u64::MAX)),
    }
}

/// The rows that are probably no postings.
fn aside<'f>(facts: &Facts<'f>) -> &'f [Aside] {
    &facts.inspection.aside
}

/// Is one needed column left for a person to choose?
pub(super) fn picks(pick: &Pick) -> &[usize] {
    match pick {
        Pick::Any(columns) => columns,
        Pick::Named | Pick::One(_) | Pick::Two(..) => &[],
    }
}
