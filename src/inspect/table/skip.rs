//! `skip`: the rules that would leave out what is probably no posting.
//!
//! In: rows that look like sums or like the header again. Out: one rule for each kind of them, and the columns that
//! must be mapped for it, since rules look at fields. All of it is asked: whether a row is a posting is decided by a
//! person.

use super::super::Look;
use super::super::fields;
use super::{Entry, Facts, Part, Value, Why, aside, column};
use crate::agreement::Field;

/// Fields that rules of `skip` look at; the first that is free is taken for a column that no field uses.
const LOOKED_AT: [Field; 6] =
    [Field::Text, Field::Vendor, Field::Voucher, Field::Product, Field::Account, Field::CostCentre];

/// A rule, and the column that it needs if no field uses that.
struct Rule {
    field: Field,
    pattern: String,
    unread: Option<usize>,
}

/// The rules as an entry.
pub(super) fn entry(facts: &Facts<'_>) -> Option<Entry> {
    let mut rules: Vec<(&str, String)> = Vec::new();
    for rule in aside(facts).iter().filter_map(|aside| rule(facts, &aside.look)) {
        let written = (rule.field.id(), rule.pattern);
        if !rules.contains(&written) {
            rules.push(written);
        }
    }
    (!rules.is_empty()).then(|| Entry::asked(Part::Top, "skip", vec![Value::Rules(rules)], Why::Skip))
}

/// The columns that the rules need.
pub(super) fn columns(facts: &Facts<'_>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for rule in aside(facts).iter().filter_map(|aside| rule(facts, &aside.look)) {
        let Some(index) = rule.unread else { continue };
        let mut needed = vec![(rule.field, index)];
        // A column that is mapped is no longer found by its heading for another field.
        needed.extend(facts.choice.field(index).filter(|(_, named)| *named).map(|(field, _)| (field, index)));
        for (field, index) in needed {
            let entry = Entry::asked(Part::Columns, field.id(), vec![column(facts, index)], Why::SkipUnread);
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
    }
    entries
}

fn rule(facts: &Facts<'_>, look: &Look) -> Option<Rule> {
    match look {
        Look::Sum { word, column } => {
            let pattern = format!("{word}*");
            if let Some(field) = looked_at(facts, *column) {
                return Some(Rule { field, pattern, unread: None });
            }
            let hints = fields::hints(facts.headings, &facts.choice.named);
            let hinted = hints.iter().find(|(_, index)| *index == column).map(|(field, _)| *field);
            let taken = |field: &Field| facts.choice.named.contains_key(field) || hints.contains_key(field);
            let field = hinted.or_else(|| LOOKED_AT.into_iter().find(|field| !taken(field)))?;
            Some(Rule { field, pattern, unread: hinted.is_none().then_some(*column) })
        }
        Look::Header => {
            let named = (0..facts.headings.len()).find_map(|index| Some((looked_at(facts, index)?, index)));
            let hints = fields::hints(facts.headings, &facts.choice.named);
            let hinted = hints.into_iter().find(|(field, _)| LOOKED_AT.contains(field));
            let (field, index) = named.or(hinted)?;
            Some(Rule { field, pattern: facts.headings[index].name.clone(), unread: None })
        }
    }
}

/// The field that rules look at and that the column's heading names.
fn looked_at(facts: &Facts<'_>, column: usize) -> Option<Field> {
    let (field, _) = facts.choice.field(column).filter(|(_, named)| *named)?;
    LOOKED_AT.contains(&field).then_some(field)
}
