//! Which releases of the facts a text fits.

use std::collections::BTreeSet;

use cittadini_core::model::FactsRange;

use super::history::History;
use super::pack::RawPack;
use crate::signed::{Error, Result};

/// The ids of the facts in every release of them, read back only as far as somebody asks.
pub(crate) struct FactsIds<'a> {
    /// From the newest, which is the one about to be published.
    known: Vec<(u64, BTreeSet<String>)>,
    older: History<'a>,
}

impl<'a> FactsIds<'a> {
    /// Starts with the facts about to be published; `older` yields those before them.
    pub(crate) fn new(current: &RawPack, older: History<'a>) -> Self {
        Self { known: vec![ids(current)], older }
    }

    /// The range for the header of a text pack.
    ///
    /// A published text whose words are unchanged keeps its range as long as that range tells the truth, since a new
    /// header would be a new pack. `max` appears when the facts have dropped an id that the text uses.
    pub(crate) fn range(
        &mut self,
        text: &str,
        uses: &BTreeSet<String>,
        published: Option<FactsRange>,
    ) -> Result<FactsRange> {
        let fits_now = self.at(0)?.is_some_and(|(_, ids)| uses.is_subset(ids));
        match published {
            Some(range) if range.max.is_none() == fits_now => Ok(range),
            Some(range) if !fits_now => {
                let computed = self.compute(text, uses)?;
                Ok(FactsRange { min: range.min.min(computed.min), max: computed.max })
            }
            _ => self.compute(text, uses),
        }
    }

    /// The newest unbroken run of releases that have every id.
    fn compute(&mut self, text: &str, uses: &BTreeSet<String>) -> Result<FactsRange> {
        let mut newest = 0;
        let max = loop {
            match self.at(newest)? {
                Some((seq, ids)) if uses.is_subset(ids) => break *seq,
                Some(_) => newest += 1,
                None => return Err(self.unknown_ids(text, uses)),
            }
        };
        let mut min = max;
        let mut next = newest + 1;
        while let Some((seq, ids)) = self.at(next)? {
            if !uses.is_subset(ids) {
                break;
            }
            min = *seq;
            next += 1;
        }
        Ok(FactsRange { min, max: (newest > 0).then_some(max) })
    }

    fn at(&mut self, index: usize) -> Result<Option<&(u64, BTreeSet<String>)>> {
        while self.known.len() <= index {
            match self.older.next().transpose()? {
                Some(pack) => self.known.push(ids(&pack)),
                None => return Ok(None),
            }
        }
        Ok(self.known.get(index))
    }

    fn unknown_ids(&self, text: &str, uses: &BTreeSet<String>) -> Error {
        let missing: Vec<&str> = match self.known.first() {
            Some((_, ids)) => uses.difference(ids).take(5).map(String::as_str).collect(),
            None => Vec::new(),
        };
        Error::Refused(format!(
            "«{text}» uses facts that no release has together: {}",
            missing.join(", ")
        ))
    }
}

fn ids(pack: &RawPack) -> (u64, BTreeSet<String>) {
    (pack.header.seq, pack.ids.iter().cloned().collect())
}
