//! How good a ranking is: whether the right page is first, among three, among ten, and how far down it stands.

use serde::Serialize;

/// How far down anybody looks.
pub(super) const DEPTH: usize = 10;

/// What is counted over many queries.
#[derive(Debug, Default)]
pub(super) struct Tally {
    queries: usize,
    first: usize,
    among_three: usize,
    among_ten: usize,
    reciprocal: f64,
    empty: usize,
}

impl Tally {
    /// Counts a query: what was found, best first, and what was to be found.
    pub(super) fn count(&mut self, found: &[String], right: &str) {
        self.queries += 1;
        self.empty += usize::from(found.is_empty());
        let Some(place) = found.iter().take(DEPTH).position(|page| page == right) else { return };
        self.first += usize::from(place < 1);
        self.among_three += usize::from(place < 3);
        self.among_ten += 1;
        self.reciprocal += 1.0 / (place + 1) as f64;
    }

    /// What that comes to. `None` if nothing was asked.
    pub(super) fn score(&self) -> Option<Score> {
        if self.queries == 0 {
            return None;
        }
        let percent = |count: usize| 100.0 * count as f64 / self.queries as f64;
        Some(Score {
            r1: percent(self.first),
            r3: percent(self.among_three),
            r10: percent(self.among_ten),
            mrr: self.reciprocal / self.queries as f64,
            empty: percent(self.empty),
        })
    }
}

/// The measures of retrieval. Shares in percent; `mrr` is the mean of 1 ÷ place, 0 from the eleventh place on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Score {
    /// How often the right page is first.
    pub(super) r1: f64,
    /// How often it is among the first three.
    pub(super) r3: f64,
    /// How often it is among the first ten.
    pub(super) r10: f64,
    pub(super) mrr: f64,
    /// How often nothing at all is found.
    pub(super) empty: f64,
}

impl Score {
    /// The mean, in which each language counts the same. `None` of nothing.
    pub(super) fn mean<'a>(scores: impl Iterator<Item = &'a Self>) -> Option<Self> {
        let scores: Vec<&Self> = scores.collect();
        if scores.is_empty() {
            return None;
        }
        let mean = |of: fn(&Self) -> f64| {
            scores.iter().map(|score| of(score)).sum::<f64>() / scores.len() as f64
        };
        Some(Self {
            r1: mean(|score| score.r1),
            r3: mean(|score| score.r3),
            r10: mean(|score| score.r10),
            mrr: mean(|score| score.mrr),
            empty: mean(|score| score.empty),
        })
    }

    /// As it is printed: percents to the tenth, `mrr` to the thousandth.
    pub(super) fn rounded(&self) -> Self {
        let to = |value: f64, parts: f64| (value * parts).round() / parts;
        Self {
            r1: to(self.r1, 10.0),
            r3: to(self.r3, 10.0),
            r10: to(self.r10, 10.0),
            mrr: to(self.mrr, 1000.0),
            empty: to(self.empty, 10.0),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn found(pages: &str) -> Vec<String> {
        pages.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_ranking_made_by_hand_has_the_score_that_was_reckoned_by_hand() {
        let mut tally = Tally::default();
        tally.count(&found("x a b"), "x");
        tally.count(&found("a b x"), "x");
        tally.count(&found("a b c x"), "x");
        tally.count(&found("1 2 3 4 5 6 7 8 9 10 x"), "x");
        tally.count(&[], "x");
        let score = tally.score().unwrap().rounded();
        // (1 + 1/3 + 1/4) / 5
        assert_eq!(score, Score { r1: 20.0, r3: 40.0, r10: 60.0, mrr: 0.317, empty: 20.0 });
    }

    #[test]
    fn each_language_counts_the_same_and_nothing_has_no_mean() {
        let one = Score { r1: 10.0, r3: 20.0, r10: 30.0, mrr: 0.1, empty: 2.0 };
        let other = Score { r1: 20.0, r3: 40.0, r10: 60.0, mrr: 0.2, empty: 0.0 };
        let mean = Score::mean([one, other].iter()).unwrap().rounded();
        assert_eq!(mean, Score { r1: 15.0, r3: 30.0, r10: 45.0, mrr: 0.15, empty: 1.0 });
        assert_eq!(Score::mean([].iter()), None);
        assert_eq!(Tally::default().score(), None);
    }
}
