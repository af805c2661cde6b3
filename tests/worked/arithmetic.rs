//! The arithmetic on both pages: what stands before each equals sign gives what stands behind it. So the steps are
//! proven too, of which the program says nothing.

use num_traits::Signed;
use umlage::fraction::{Fraction, ratio, whole};

use super::pages::{RULES, Rules};

/// What the words come to, if they are numbers with signs between them: products and quotients before sums.
fn value(page: &Rules, words: &[&str]) -> Option<Fraction> {
    let (first, pairs) = words.split_first()?;
    let (mut sum, mut product) = (whole(0), page.number(first)?);
    for pair in pairs.chunks(2) {
        let [sign, number] = pair else { return None };
        let number = page.number(number)?;
        match *sign {
            "×" => product *= number,
            "÷" => product /= number,
            sign => {
                sum += product;
                product = if sign == "−" { -number } else { number };
            }
        }
    }
    Some(sum + product)
}

/// Is the equation whose sign is the word at `equals` right? None where there is nothing to calculate.
fn is_right(page: &Rules, words: &[&str], equals: usize) -> Option<bool> {
    let mut start = equals.checked_sub(1)?;
    while start >= 2 && ["+", "−", "×", "÷"].contains(&words[start - 1]) {
        start -= 2;
    }
    let (left, right) = (&words[start..equals], words.get(equals + 1)?);
    let found = value(page, left).filter(|_| left.len() > 1)?;
    let percent = words
        .get(equals + 2)
        .is_some_and(|unit| ["percent", "Prozent"].iter().any(|word| unit.starts_with(word)));
    let claimed = page.number(right)? / whole(if percent { 100 } else { 1 });
    let is_cut_short = left.iter().chain([right]).any(|word| word.contains('…'));
    let tolerance = if is_cut_short { ratio(1, 1000) } else { whole(0) };
    Some((found - claimed).abs() <= tolerance)
}

#[test]
fn all_arithmetic_on_both_pages_is_right() {
    for page in &RULES {
        let mut checked = 0;
        for line in page.text().lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let signs = words.iter().enumerate().filter(|(_, word)| **word == "=");
            for right in signs.filter_map(|(equals, _)| is_right(page, &words, equals)) {
                assert!(right, "{}: {line}", page.paths[0]);
                checked += 1;
            }
        }
        assert!(checked > 150, "{}: only {checked} equations", page.paths[0]);
    }
}
