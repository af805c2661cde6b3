//! The nearest known name to one that is not known.
//!
//! In: what was written and what there is. Out: the likeliest meaning, or nothing where none is near enough to
//! be worth a "did you mean".

/// The known name nearest to `written`, if fewer than half of its letters would have to change.
#[must_use]
pub fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    let folded = written.to_lowercase();
    let distance = |name: &&str| strsim::damerau_levenshtein(&folded, &name.to_lowercase());
    let best = known.into_iter().min_by_key(distance)?;
    (distance(&best) * 2 <= written.chars().count().max(best.chars().count())).then(|| best.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        assert_eq!(nearest("operater", ["operator", "since"]), Some("operator".to_owned()));
        assert_eq!(nearest("colour", ["operator", "since"]), None);
    }
}
