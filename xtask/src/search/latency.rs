//! How long searches take, and which took longest.

use std::time::Duration;

use serde::Serialize;

use crate::terminal::milliseconds;

use super::data::Form;

/// How many of the longest are kept.
const SLOWEST: usize = 5;

/// How many letters of their words: enough to know which it was.
const LETTERS: usize = 150;

/// The times of one form.
#[derive(Debug, Default)]
pub(super) struct Times(Vec<Duration>);

impl Times {
    pub(super) fn note(&mut self, took: Duration) {
        self.0.push(took);
    }

    /// What they come to. `None` if nothing was asked.
    pub(super) fn figures(mut self) -> Option<Latency> {
        self.0.sort();
        let at = |percent: usize| {
            let place = (self.0.len() * percent).div_ceil(100).saturating_sub(1);
            self.0.get(place).copied().map(milliseconds)
        };
        Some(Latency { p50_ms: at(50)?, p99_ms: at(99)?, most_ms: at(100)? })
    }
}

/// Milliseconds that half of the searches, 99 of 100, and all took at most.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) struct Latency {
    pub(super) p50_ms: f64,
    pub(super) p99_ms: f64,
    pub(super) most_ms: f64,
}

/// A search that took long.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Slow {
    pub(super) ms: f64,
    pub(super) language: String,
    pub(super) form: &'static str,
    pub(super) words: String,
}

/// The searches that took longest, longest first.
#[derive(Debug, Default)]
pub(super) struct Slowest(Vec<Slow>);

impl Slowest {
    pub(super) fn note(&mut self, took: Duration, language: &str, form: Form, words: &str) {
        let ms = milliseconds(took);
        let place = self.0.partition_point(|known| known.ms >= ms);
        if place < SLOWEST {
            let (language, words) = (language.to_owned(), words.chars().take(LETTERS).collect());
            self.0.insert(place, Slow { ms, language, form: form.name(), words });
            self.0.truncate(SLOWEST);
        }
    }

    pub(super) fn list(self) -> Vec<Slow> {
        self.0
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn words_without_end_fill_no_table() {
        let mut slowest = Slowest::default();
        slowest.note(Duration::ZERO, "it", Form::Short, &"è".repeat(10_000));
        assert_eq!(slowest.list().first().unwrap().words.chars().count(), LETTERS);
    }

    #[test]
    fn the_longest_are_kept_in_their_order() {
        let (mut slowest, mut times) = (Slowest::default(), Times::default());
        for ms in [3, 1, 100, 7, 2, 50, 4] {
            slowest.note(Duration::from_millis(ms), "it", Form::Short, "casa");
            times.note(Duration::from_millis(ms));
        }
        let kept: Vec<f64> = slowest.list().iter().map(|slow| slow.ms).collect();
        assert_eq!(kept, [100.0, 50.0, 7.0, 4.0, 3.0]);
        let figures = times.figures().unwrap();
        assert_eq!(figures, Latency { p50_ms: 4.0, p99_ms: 100.0, most_ms: 100.0 });
        assert_eq!(Times::default().figures(), None);
    }
}
