//! Lists in sentences.
//!
//! In: names or days. Out: `a`, `b` and `c`, shortened where there are too many to read.

use crate::agreement::Language;
use crate::period::Span;
use crate::words::format;

/// How many are named before the rest is counted.
const NAMED: usize = 12;

/// Names in back-ticks: `a`, `b`.
#[must_use]
pub fn names<'n>(names: impl IntoIterator<Item = &'n String>, language: Language) -> String {
    joined(names.into_iter().map(|name| format!("`{name}`")), language)
}

/// Days and spans of days.
#[must_use]
pub fn days(spans: &[Span], language: Language) -> String {
    joined(spans.iter().map(|span| format::span(*span, language)), language)
}

/// Items with commas, the rest counted.
#[must_use]
pub fn joined(items: impl IntoIterator<Item = String>, language: Language) -> String {
    let items: Vec<String> = items.into_iter().collect();
    let shown = items.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    let (none, and, more) = match language {
        Language::De => ("keine", "und", "weitere"),
        Language::En => ("none", "and", "more"),
    };
    match items.len() {
        0 => none.to_owned(),
        count if count > NAMED => format!("{shown} {and} {} {more}", count - NAMED),
        _ => shown,
    }
}

/// All names in back-ticks, with this between each two.
pub(in crate::words) fn ticked(names: impl IntoIterator<Item = impl AsRef<str>>, between: &str) -> String {
    let ticked: Vec<String> = names.into_iter().map(|name| format!("`{}`", name.as_ref())).collect();
    ticked.join(between)
}

/// All names in back-ticks, with commas and the word before the last.
pub(in crate::words) fn listed(names: &[impl AsRef<str>], last: &str) -> String {
    match names.split_last() {
        Some((end, before @ [_, ..])) => format!("{} {last} `{}`", ticked(before, ", "), end.as_ref()),
        Some(_) | None => ticked(names, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_name_has_a_word_before_it() {
        assert_eq!(listed(&["a", "b", "c"], "oder"), "`a`, `b` oder `c`");
        assert_eq!(listed(&["a"], "oder"), "`a`");
        assert_eq!(listed(&[""; 0], "oder"), "");
    }

    #[test]
    fn more_names_than_can_be_read_are_counted() {
        let names: Vec<String> = (1..=14).map(|number| number.to_string()).collect();
        assert_eq!(joined(names[..2].to_vec(), Language::De), "1, 2");
        assert!(joined(names.clone(), Language::De).ends_with(", 12 und 2 weitere"));
        assert!(self::names(&names, Language::En).ends_with("`12` and 2 more"));
        assert_eq!(joined([], Language::En), "none");
    }
}
