//! Would a ledger's reader find the same header by itself?
//!
//! In: the table so far. Out: the entries `delimiter` and `header` that it needs, if any. The table is read as part of an
//! umlage.toml and put to the search for headers that ledgers are read with; so nothing is said that the search
//! finds, and nothing is left out that it misses.

use super::{Entry, Inspection, Nature, Part, Value, Why};
use crate::agreement::{self, Agreement};
use crate::finding::Findings;
use crate::folder::Folder;
use crate::ledger::columns::Mapping;
use crate::ledger::header::Head;
use crate::place::Files;

/// A cooperation that has all that it needs but its ledgers.
const COOPERATION: &str = r#"[agreement]
name = "x"
[partners.a]
name = "A"
[partners.b]
name = "B"
[keys.k]
equal = true
[services.s]
name = "S"
operator = "a"
since = 2000-01-01
key = "k"
match = [ { payer = "a" } ]
[[ledger]]
files = "x"
payer = "a"
"#;

/// Keys without which no line is a header.
const NEEDED: [&str; 4] = ["date", "amount", "debit", "credit"];

/// The entries that the search for the header needs, the fewest that will do.
pub(super) fn needed(inspection: &Inspection, entries: &[Entry], head: &Head<'_>) -> Vec<Entry> {
    let said = |key, value| Entry { part: Part::Top, key, values: vec![value], live: true, why: None };
    // The text of a sheet has no delimiter that anybody could say.
    let delimiter = inspection.delimiter.filter(|_| !matches!(inspection.nature, Nature::Sheet { .. }));
    let delimiter = delimiter.map(|delimiter| said("delimiter", Value::Text(delimiter.to_string())));
    let Some(line) = &inspection.header else {
        let header = said("header", Value::Number(0));
        let alone = vec![header.clone()];
        let enough = finds(&alone, inspection, entries, head);
        return if enough { alone } else { delimiter.into_iter().chain([header]).collect() };
    };
    let header = said("header", Value::Number(line.line));
    let divided: Vec<Entry> = delimiter.into_iter().collect();
    let ways = [Vec::new(), divided.clone(), vec![header.clone()]];
    let found = ways.into_iter().find(|way| finds(way, inspection, entries, head));
    found.unwrap_or_else(|| divided.into_iter().chain([header]).collect())
}

/// With these entries, is the header that was found here found?
fn finds(way: &[Entry], inspection: &Inspection, entries: &[Entry], head: &Head<'_>) -> bool {
    let Some(agreement) = agreement(way, entries) else { return false };
    let Some(source) = agreement.sources.first() else { return false };
    let mapping = Mapping { agreement: &agreement, source };
    let found =
        head.find(source.dialect.delimiter, source.header, mapping.wanted(), &|line| mapping.fit(line));
    let Ok(found) = found else { return false };
    let divided = inspection.delimiter.is_none_or(|delimiter| char::from(found.delimiter) == delimiter);
    let line = inspection.header.as_ref().map(|header| header.line);
    divided && line.is_none_or(|line| head.line_of(found.line.start) == line)
}

/// The table in an agreement, each open question answered by the first of its answers.
fn agreement(way: &[Entry], entries: &[Entry]) -> Option<Agreement> {
    let mut text = COOPERATION.to_owned();
    let mut write = |line: String| {
        text.push_str(&line);
        text.push('\n');
    };
    way.iter().filter_map(|entry| entry.toml().into_iter().next()).for_each(&mut write);
    let parts = [(Part::Columns, "[ledger.columns]"), (Part::Constants, "[ledger.constants]")];
    for (part, name) in parts {
        let own = entries.iter().filter(|entry| entry.part == part && NEEDED.contains(&entry.key));
        let counts =
            |entry: &&Entry| !matches!(entry.why, Some(Why::Twice | Why::AmountTwice | Why::SkipUnread));
        let mut own = own.filter(counts).peekable();
        if own.peek().is_some() {
            write(name.to_owned());
        }
        own.filter_map(first).for_each(&mut write);
    }
    let file = Files::default().id(Folder::AGREEMENT);
    agreement::parse(&text, file, &mut Findings::all())
}

fn first(entry: &Entry) -> Option<String> {
    match entry.values.first()? {
        Value::Blank if entry.key == "date" => Some("date = 2000-01-01".to_owned()),
        Value::Blank => None,
        _ => entry.toml().into_iter().next(),
    }
}
