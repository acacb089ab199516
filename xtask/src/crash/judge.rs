//! What a data folder may hold after an accident, and what it may not.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::terminal::Outcome;

const FACTS: &str = "facts";

/// What the reader says of its data folder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct State {
    sound: bool,
    packs: BTreeMap<String, Pack>,
}

/// A pack as it is installed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Pack {
    seq: u64,
    /// The hash that stands beside it.
    claims: String,
    /// The hash of its very rows.
    rows: Option<String>,
    floor: u64,
}

/// What is wrong with a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// Rows of two releases, or words that are newer than their facts.
    Mixed,
    /// Something that was there is gone, or older, or its floor is lower.
    Lost,
    /// SQLite says so.
    Corrupt,
}

impl State {
    pub(super) fn parse(json: &[u8]) -> Outcome<Self> {
        Ok(serde_json::from_slice(json)?)
    }

    /// Whether the same packs are installed, whatever the floors.
    pub(super) fn has_the_packs_of(&self, other: &Self) -> bool {
        let packs = |state: &Self| -> Vec<(String, u64, String)> {
            let packs = state.packs.iter();
            packs.map(|(name, pack)| (name.clone(), pack.seq, pack.claims.clone())).collect()
        };
        packs(self) == packs(other)
    }

    /// What is wrong with it, given the state before the accident and those of all releases.
    pub(super) fn fault(&self, before: &Self, releases: &[Self]) -> Option<Fault> {
        if !self.sound {
            return Some(Fault::Corrupt);
        }
        for (name, known) in &before.packs {
            match self.packs.get(name) {
                Some(pack) if pack.seq >= known.seq && pack.floor >= known.floor => {}
                _ => return Some(Fault::Lost),
            }
        }
        let facts = self.packs.get(FACTS).map_or(0, |pack| pack.seq);
        let whole = |(name, pack): (&String, &Pack)| {
            let of =
                releases.iter().filter_map(|release| Some((release, release.packs.get(name)?)));
            let mut of =
                of.filter(|(_, signed)| signed.seq == pack.seq && signed.claims == pack.claims);
            pack.rows.as_deref() == Some(pack.claims.as_str())
                // Its facts are those of its own release, or of a later one.
                && of.any(|(release, _)| release.packs.get(FACTS).is_some_and(|own| own.seq <= facts))
        };
        match self.packs.iter().all(whole) {
            true => None,
            false => Some(Fault::Mixed),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// Facts and a text, each with its `seq`; a release `n` has the hashes `f{n}` and `t{n}`.
    fn state(facts: u64, text: u64) -> State {
        let pack = |letter: &str, seq| {
            let hash = format!("{letter}{seq}");
            Pack { seq, claims: hash.clone(), rows: Some(hash), floor: seq }
        };
        let packs = BTreeMap::from([
            (FACTS.to_owned(), pack("f", facts)),
            ("text-it".to_owned(), pack("t", text)),
        ]);
        State { sound: true, packs }
    }

    fn judged(after: &State) -> Option<Fault> {
        after.fault(&state(1, 1), &[state(1, 1), state(2, 2), state(3, 3)])
    }

    #[test]
    fn facts_may_be_ahead_of_words_and_not_behind_them() {
        assert_eq!(judged(&state(1, 1)), None);
        assert_eq!(judged(&state(3, 1)), None);
        assert_eq!(judged(&state(3, 2)), None);
        assert_eq!(judged(&state(1, 2)), Some(Fault::Mixed));
    }

    #[test]
    fn rows_that_are_not_those_that_the_pack_claims_are_mixed() {
        let mut after = state(2, 2);
        after.packs.get_mut("text-it").unwrap().rows = Some("t1".into());
        assert_eq!(judged(&after), Some(Fault::Mixed));
        after.packs.get_mut("text-it").unwrap().rows = None;
        assert_eq!(judged(&after), Some(Fault::Mixed));
        assert_eq!(judged(&state(2, 9)), Some(Fault::Mixed), "that was never released");
    }

    #[test]
    fn what_is_gone_or_older_or_has_a_lower_floor_is_lost() {
        let mut after = state(2, 2);
        after.packs.remove("text-it");
        assert_eq!(judged(&after), Some(Fault::Lost));
        assert_eq!(judged(&state(2, 0)), Some(Fault::Lost));
        let mut after = state(2, 2);
        after.packs.get_mut(FACTS).unwrap().floor = 0;
        assert_eq!(judged(&after), Some(Fault::Lost));
    }

    #[test]
    fn what_sqlite_complains_of_is_corrupt() {
        let after = State { sound: false, ..state(2, 2) };
        assert_eq!(judged(&after), Some(Fault::Corrupt));
    }
}
