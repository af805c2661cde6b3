//! The `[[ledger]]` table as it is pasted into umlage.toml.
//!
//! In: the entries of an inspection. Out: valid TOML. What the file proves is live; what it leaves open is a comment, a
//! line for each answer, so that whoever chooses one only deletes the `#` before it.

use super::{View, questions};
use crate::inspect::{Entry, Part, Why};
use crate::words::format::printable;
use crate::words::inspect::{self as words, Label, Said};

/// So wide is a remark.
const WIDE: usize = 108;

/// The last section: what to do with the table, and the table; nothing where there is none.
pub(super) fn section(view: &View<'_>) -> String {
    let inspection = view.inspection;
    if inspection.table.is_empty() {
        return String::new();
    }
    let heading = view.label(Label::PartTable);
    let rule = "─".repeat(heading.chars().count());
    let note = view.said(&Said::TableNote(questions(inspection)));
    format!("\n{heading}\n{rule}\n\n{note}\n\n{}", table(view))
}

/// The table alone.
pub(super) fn table(view: &View<'_>) -> String {
    let mut text = String::new();
    let parts = [
        (Part::Top, "[[ledger]]"),
        (Part::Columns, "[ledger.columns]"),
        (Part::Constants, "[ledger.constants]"),
    ];
    for (part, name) in parts {
        let entries: Vec<&Entry> = view.inspection.table.iter().filter(|entry| entry.part == part).collect();
        if entries.is_empty() {
            continue;
        }
        if part != Part::Top {
            text.push('\n');
        }
        text.push_str(name);
        text.push('\n');
        text.push_str(&written(view, &entries));
    }
    text
}

fn written(view: &View<'_>, entries: &[&Entry]) -> String {
    let (mut text, mut above): (String, Option<&Why>) = (String::new(), None);
    for entry in entries {
        if let Some(why) = entry.why.as_ref().filter(|why| above != Some(*why)) {
            text.push_str(&remark(&words::why(why, view.inspection, view.language)));
        }
        above = entry.why.as_ref();
        let mark = if entry.live { "" } else { "# " };
        for line in entry.toml() {
            text.extend([mark, &line, "\n"]);
        }
    }
    text
}

/// A remark as comments of bounded width.
fn remark(text: &str) -> String {
    let mut lines = vec![String::from("#")];
    for word in printable(text).split_whitespace() {
        let last = lines.last().map_or(0, |line| line.chars().count());
        if last > 1 && last + 1 + word.chars().count() > WIDE {
            lines.push(String::from("#"));
        }
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.join("\n") + "\n"
}
