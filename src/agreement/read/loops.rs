//! Mixed keys that contain each other.
//!
//! In: all keys. Out: a finding for every way back to a key from itself, with the whole way, and for mixes of
//! mixes deeper than anybody can follow. It walks with a stack of its own, so that a long chain is no danger.

use std::collections::BTreeSet;

use super::Known;
use super::sheet::Sheet;
use super::table::Entry;
use crate::agreement::Key;
use crate::finding::AgreementFault;

/// How deep mixes may be mixed of mixes: an agreement that needs more cannot be explained to a council.
const DEEPEST: usize = 8;
/// Of how many keys a mix may consist when all mixes in it are written out, for the same reason.
const LARGEST: usize = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    Never,
    OnTheWay,
    Done,
}

/// Notes each loop at the key where it was entered.
pub(super) fn note(entries: &[Entry<'_>], keys: &[Option<Key>], known: &Known, sheet: &mut Sheet<'_>) {
    let parts: Vec<Vec<usize>> = keys.iter().map(|key| key.as_ref().map_or(Vec::new(), parts)).collect();
    let ways = loops(&parts);
    if ways.is_empty() {
        for key in too_deep(&parts) {
            let fault = AgreementFault::TooDeep {
                key: known.keys.id(key).to_owned(),
                deepest: DEEPEST,
                largest: LARGEST,
            };
            sheet.note(&entries[key].key_span, fault);
        }
    }
    for way in ways {
        let start = way.first().copied().unwrap_or_default();
        let ids = way.iter().chain(way.first()).map(|key| known.keys.id(*key).to_owned());
        sheet.note(&entries[start].key_span, AgreementFault::Loop { keys: ids.collect() });
    }
}

/// The keys that a key is made of, each once.
fn parts(key: &Key) -> Vec<usize> {
    let parts: BTreeSet<usize> = key.method.parts().into_iter().map(|part| part.0).collect();
    parts.into_iter().collect()
}

/// The keys that are too deep or too large; those above them need no finding of their own.
fn too_deep(parts: &[Vec<usize>]) -> Vec<usize> {
    let mut depth = vec![0; parts.len()];
    let mut size = vec![0_usize; parts.len()];
    for _ in 0..=DEEPEST {
        depth =
            parts.iter().map(|parts| parts.iter().map(|part| depth[*part] + 1).max().unwrap_or(0)).collect();
        let sum = |parts: &Vec<usize>| {
            parts.iter().fold(0_usize, |sum, part| sum.saturating_add(size[*part].max(1)))
        };
        size = parts.iter().map(sum).collect();
    }
    let over = |key: &usize| depth[*key] > DEEPEST || size[*key] > LARGEST;
    (0..parts.len()).filter(|key| over(key) && !parts[*key].iter().any(over)).collect()
}

fn loops(parts: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut seen = vec![Seen::Never; parts.len()];
    let mut loops = Vec::new();
    for start in 0..parts.len() {
        let mut way = vec![(start, 0)];
        while let Some((key, next)) = way.last_mut() {
            let key = *key;
            if seen[key] == Seen::Done {
                way.pop();
                continue;
            }
            seen[key] = Seen::OnTheWay;
            let part = parts[key].get(*next).copied();
            *next += 1;
            match part {
                None => seen[key] = Seen::Done,
                Some(part) if seen[part] == Seen::OnTheWay => {
                    let from = way.iter().position(|(key, _)| *key == part).unwrap_or_default();
                    loops.push(way[from..].iter().map(|(key, _)| *key).collect());
                }
                Some(part) => way.push((part, 0)),
            }
        }
    }
    loops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diamond_is_no_loop() {
        assert_eq!(loops(&[vec![1, 2], vec![3], vec![3], vec![]]), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn every_loop_is_found_once() {
        assert_eq!(loops(&[vec![0], vec![2], vec![1, 0], vec![1]]), [vec![0], vec![1, 2]]);
    }

    #[test]
    fn a_mix_of_mixes_has_a_depth() {
        let chain = |keys: usize| {
            (0..keys).map(|key| if key == 0 { vec![] } else { vec![key - 1] }).collect::<Vec<_>>()
        };
        assert!(too_deep(&chain(DEEPEST + 1)).is_empty());
        assert_eq!(too_deep(&chain(DEEPEST + 2)), [DEEPEST + 1]);
        let wide: Vec<Vec<usize>> =
            (0..5).map(|level| if level == 0 { vec![] } else { vec![level - 1; 6] }).collect();
        assert_eq!(too_deep(&wide), [3]);
    }

    #[test]
    fn a_long_chain_is_walked() {
        let chain: Vec<Vec<usize>> =
            (0..200_000).map(|key| if key < 199_999 { vec![key + 1] } else { vec![] }).collect();
        assert!(loops(&chain).is_empty());
    }
}
