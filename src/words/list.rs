//! Names in a row, as a sentence lists them.
//!
//! In: names and the word before the last. Out: `` `a`, `b` or `c` ``.

/// The names in back-ticks, with commas and the word before the last.
pub(super) fn listed(names: &[impl AsRef<str>], last: &str) -> String {
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
