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
    match (items.len(), language) {
        (0, Language::De) => "keine".to_owned(),
        (0, Language::En) => "none".to_owned(),
        (count, Language::De) if count > NAMED => format!("{shown} und {} weitere", count - NAMED),
        (count, Language::En) if count > NAMED => format!("{shown} and {} more", count - NAMED),
        _ => shown,
    }
}

/// The names in back-ticks, with commas and the word before the last.
pub(in crate::words) fn listed(names: &[impl AsRef<str>], last: &str) -> String {
    let ticked: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    match ticked.split_last() {
        Some((only, [])) => only.clone(),
        Some((end, before)) => format!("{} {last} {end}", before.join(", ")),
        None => String::new(),
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
}
