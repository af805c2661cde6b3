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
