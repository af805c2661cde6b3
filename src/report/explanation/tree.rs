//! The tree as text for a terminal, and as a nested list in Markdown.
//!
//! In: an explanation. Out: lines: each step is indented below the one that it belongs to, its figure at the right edge,
//! long words over several lines.

use textwrap::{WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::{Explanation, sign};
use crate::explain::{Figure, Step};
use crate::report::md::escaped;

/// Columns for words, and for figures.
const WORDS: usize = 90;
const FIGURES: usize = 20;

/// The explanation as text.
#[must_use]
pub fn explanation_text(explanation: &Explanation<'_>) -> String {
    let title = explanation.title();
    let mut text = format!("{title}\n{}\n", "═".repeat(title.width().min(WORDS + FIGURES)));
    for line in explanation.head() {
        text.push_str(&textwrap::fill(&line, WORDS + FIGURES));
        text.push('\n');
    }
    for (number, step) in (1_usize..).zip(&explanation.root.parts) {
        text.push('\n');
        line(explanation, step, 0, &format!("{number}  "), &mut text);
        text.push_str(&"─".repeat(WORDS + FIGURES));
        text.push('\n');
        below(explanation, step, 1, &mut text);
    }
    text
}

fn below(explanation: &Explanation<'_>, step: &Step, level: usize, text: &mut String) {
    for part in &step.parts {
        line(explanation, part, level, &format!("{} ", sign(part.role)), text);
        below(explanation, part, level + 1, text);
    }
}

/// A step over as many lines as its words need; the figure stands on the last.
fn line(explanation: &Explanation<'_>, step: &Step, level: usize, mark: &str, text: &mut String) {
    let place = explanation.place(step).map(|place| format!(" · {place}")).unwrap_or_default();
    let words = format!("{}{place}", explanation.text(step));
    let first = format!("{}{mark}", "  ".repeat(level));
    let next = " ".repeat(first.width());
    let options = textwrap::Options::new(WORDS)
        .initial_indent(&first)
        .subsequent_indent(&next)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation)
        .word_separator(WordSeparator::AsciiSpace);
    let lines = textwrap::wrap(&words, options);
    let figure = explanation.figure(step);
    for (index, line) in lines.iter().enumerate() {
        text.push_str(line);
        if index + 1 == lines.len() && !figure.is_empty() {
            let room = (WORDS + FIGURES).saturating_sub(line.width() + figure.width()).max(2);
            text.push_str(&" ".repeat(room));
            text.push_str(&figure);
        }
        text.push('\n');
    }
}

/// The explanation as a nested list.
#[must_use]
pub fn explanation_md(explanation: &Explanation<'_>) -> String {
    let title = format!("# {}\n\n", escaped(&explanation.title()));
    let head = explanation.head().into_iter().map(|line| format!("{}  \n", escaped(&line)));
    let sections = explanation.root.parts.iter().map(|step| {
        let figure = explanation.figure(step);
        let figure = if figure.is_empty() { figure } else { format!(": {}", escaped(&figure)) };
        let heading = format!("\n## {}{figure}\n\n", escaped(&explanation.text(step)));
        heading + &items(explanation, step, 0)
    });
    [title].into_iter().chain(head).chain(sections).collect()
}

/// The steps below a step, each with those below it.
fn items(explanation: &Explanation<'_>, step: &Step, level: usize) -> String {
    let item = |part: &Step| {
        let indent = "  ".repeat(level);
        let place =
            explanation.place(part).map(|place| format!(" ({})", escaped(&place))).unwrap_or_default();
        let figure = escaped(&explanation.figure(part));
        let figure = match part.figure {
            Figure::None => String::new(),
            Figure::Euro(_) => format!(": **{figure}**"),
            Figure::Exact(_) | Figure::Share(_) | Figure::Quantity(_) => format!(": {figure}"),
        };
        let words = escaped(&explanation.text(part));
        let line = format!("{indent}- `{}` {words}{place}{figure}\n", sign(part.role));
        line + &items(explanation, part, level + 1)
    };
    step.parts.iter().map(item).collect()
}
