//! The nearest known name to one that nothing has.
//!
//! In: a name as somebody typed it, and the names there are. Out: the one that was probably meant, if one
//! is near enough to be offered. It is only ever offered, never taken.

/// Longer texts, in bytes, are no slips of a name, and comparing them would take long.
const LONGEST: usize = 200;

/// The known name that differs least from `name`, if it differs by at most a third of its letters, or by
/// one of two. Upper and lower case are alike here.
///
/// ```
/// use umlage::nearest::nearest;
/// assert_eq!(nearest("cost_center", ["account", "cost_centre"]), Some("cost_centre".to_owned()));
/// assert_eq!(nearest("c", ["a", "b"]), None);
/// ```
#[must_use]
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    if name.len() > LONGEST {
        return None;
    }
    let typed = name.to_lowercase();
    let off = |known: &str| strsim::osa_distance(&typed, &known.to_lowercase());
    let letters = |known: &str| known.chars().count().max(typed.chars().count());
    known
        .into_iter()
        .map(|known| (off(known), known))
        .filter(|(off, known)| *off <= letters(known) / 3 || (*off == 1 && letters(known) == 2))
        .min_by_key(|(off, _)| *off)
        .map(|(_, known)| known.to_owned())
}
