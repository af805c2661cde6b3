//! The pages that explain the rules, three in each language: their sections, and how they write figures.

use std::fs;

use umlage::fraction::{Fraction, Quantity, quantity};

use crate::run::root;

/// The rules in a language.
pub(super) struct Rules {
    /// Where their pages lie, in order.
    pub(super) paths: [&'static str; 3],
    /// What stands before the cents.
    point: char,
    /// What stands between groups of digits.
    group: char,
}

/// The rules in English, and in German.
pub(super) const RULES: [Rules; 2] = [
    Rules {
        paths: ["docs/rules.md", "docs/rules-shares.md", "docs/rules-settlement.md"],
        point: '.',
        group: ',',
    },
    Rules {
        paths: ["docs/regeln.md", "docs/regeln-anteile.md", "docs/regeln-ausgleich.md"],
        point: ',',
        group: '.',
    },
];

impl Rules {
    /// All pages, one after the other.
    pub(super) fn text(&self) -> String {
        self.paths.iter().map(|path| fs::read_to_string(root().join(path)).unwrap()).collect()
    }

    /// The numbered sections: number and text, each up to the next heading of any kind.
    pub(super) fn sections(&self) -> Vec<(String, String)> {
        let text = self.text();
        let headed = text.split("\n#").skip(1);
        let parts = headed.filter_map(|part| part.trim_start_matches('#').trim_start().split_once('\n'));
        let numbered = parts.filter(|(heading, _)| heading.starts_with(|first: char| first.is_ascii_digit()));
        let number = |heading: &str| heading.split(' ').next().unwrap().to_owned();
        numbered.map(|(heading, text)| (number(heading), text.to_owned())).collect()
    }

    /// The text of the section of this number.
    pub(super) fn section(&self, number: &str) -> String {
        let found = self.sections().into_iter().find(|(known, _)| known == number);
        found.unwrap_or_else(|| panic!("{} has no section {number}", self.paths[0])).1
    }

    /// Does the figure stand in the section, not as a part of a longer one?
    pub(super) fn shows(&self, section: &str, figure: &str) -> bool {
        let (text, figure) = (self.section(section), self.written(figure));
        text.match_indices(&figure).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + figure.len()..].chars().next();
            !before.is_some_and(|sign| sign.is_ascii_digit() || ".,−".contains(sign))
                && !after.is_some_and(|sign| sign.is_ascii_digit())
        })
    }

    /// A figure of the program as the page writes it: `-1234.56` is `−1,234.56`, or `−1.234,56`.
    pub(super) fn written(&self, figure: &str) -> String {
        let Some((whole, cents)) = figure.split_once('.') else { return figure.to_owned() };
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("−", whole));
        let groups = whole.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap());
        let whole = groups.collect::<Vec<_>>().join(&self.group.to_string());
        format!("{sign}{whole}{}{cents}", self.point)
    }

    /// The number that a word of the page is, whatever stands behind it; none where it is another word.
    pub(super) fn number(&self, word: &str) -> Option<Fraction> {
        let word = word.trim_end_matches(['…', '.', ',', ':', ';']);
        let (minus, digits) = word.strip_prefix('−').map_or(("", word), |digits| ("-", digits));
        let plain = digits.replace(self.group, "").replace(self.point, ".");
        let is_number = digits.starts_with(|first: char| first.is_ascii_digit());
        let number = is_number.then(|| format!("{minus}{plain}").parse::<Quantity>().ok())?;
        number.map(quantity)
    }

    /// All amounts with cents in the section, sorted, as the program writes them; what stands in back-ticks is none.
    pub(super) fn figures(&self, section: &str) -> Vec<String> {
        let text = self.section(section).replace("```", "");
        let prose: String = text.split('`').step_by(2).collect();
        let marks = [self.point, self.group];
        let tokens = prose.split(|sign: char| !sign.is_ascii_digit() && !marks.contains(&sign));
        let has_cents = |token: &&str| {
            let cents = token.rsplit_once(self.point).map(|(_, cents)| cents);
            cents.is_some_and(|cents| cents.len() == 2 && !cents.contains(self.group))
        };
        let amounts = tokens.map(|token| token.trim_matches(marks)).filter(has_cents);
        let mut figures: Vec<String> =
            amounts.map(|amount| amount.replace(self.group, "").replace(self.point, ".")).collect();
        figures.sort_unstable();
        figures
    }
}

#[test]
fn figures_are_written_as_people_of_each_language_write_them() {
    let [english, german] = &RULES;
    assert_eq!(english.written("-1234567.80"), "−1,234,567.80");
    assert_eq!(german.written("-1234567.80"), "−1.234.567,80");
    assert_eq!([english, german].map(|rules| rules.written("0.05")), ["0.05", "0,05"]);
    assert_eq!(german.written("U452"), "U452");
}
