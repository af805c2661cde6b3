//! The known name that a wrong one may have meant.
//!
//! In: a cell, and the names there are. Out: the nearest by edit distance, if it is near enough to be a slip.

/// The nearest of the names, upper and lower case being alike; of several as near the first.
pub(crate) fn nearest<'n>(cell: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    if cell.len() > 200 {
        return None;
    }
    let wanted = cell.to_lowercase();
    let distance = |name: &str| strsim::damerau_levenshtein(&wanted, &name.to_lowercase());
    let near = names.into_iter().map(|name| (distance(name), name)).min_by_key(|(distance, _)| *distance);
    near.filter(|(distance, name)| *distance <= slips(name)).map(|(_, name)| name.to_owned())
}

/// How many slips a name of this length may have suffered: none of one or two letters, each of which may be meant.
fn slips(name: &str) -> usize {
    match name.chars().count() {
        0..=2 => 0,
        length => 1 + length / 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let names = ["saarbruecken", "saarpfalz"];
        assert_eq!(nearest("Saarbrucken", names), Some("saarbruecken".to_owned()));
        assert_eq!(nearest("homburg", names), None);
        assert_eq!(nearest("x", []), None);
        assert_eq!(nearest("c", ["a", "b"]), None);
    }
}
