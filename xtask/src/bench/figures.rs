//! Figures by name, and the bounds that the project holds.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::terminal::{Outcome, heading, note, say};

/// A figure that has a bound: its name, what it is, its bound, its unit.
struct Bound(&'static str, &'static str, f64, &'static str);

const BOUNDS: [Bound; 46] = [
    Bound("open_home_ms", "open and first screen", 50.0, "ms"),
    Bound("memory_kb", "memory above the empty process", 8192.0, "KB"),
    Bound("procedure_p99_ms", "a procedure, 99 of 100 reads", 5.0, "ms"),
    Bound("offices_p99_ms", "offices, 99 of 100 reads", 5.0, "ms"),
    Bound("timeline_p99_ms", "a timeline, 99 of 100 reads", 1.0, "ms"),
    Bound("changes_p99_ms", "what changed, 99 of 100 reads", 5.0, "ms"),
    Bound("triage_p99_ms", "a step through questions, 99 of 100", 1.0, "ms"),
    Bound("open_now_p99_ms", "open now among 1,000 offices, 99 of 100", 5.0, "ms"),
    Bound("search_p99_ms", "a search, 99 of 100", 15.0, "ms"),
    Bound("search_memory_kb", "memory that searches take", 8192.0, "KB"),
    Bound("first_install_bytes", "first install, one language", 307_200.0, "bytes"),
    Bound("no_change_bytes", "nothing new", 1024.0, "bytes"),
    Bound("no_change_requests", "nothing new", 1.0, "requests"),
    Bound("edit_sync_bytes", "one fee changed", 8192.0, "bytes"),
    Bound("edit_sync_requests", "one fee changed", 6.0, "requests"),
    Bound("edit_sync_ms", "one fee changed, fetched and applied", 300.0, "ms"),
    Bound("records_written", "one fee changed", 1.0, "records"),
    Bound("real_first_install_bytes", "content as it is: first install", 307_200.0, "bytes"),
    Bound("real_no_change_bytes", "content as it is: nothing new", 1_024.0, "bytes"),
    Bound("real_no_change_requests", "content as it is: nothing new", 1.0, "requests"),
    Bound("real_daily_bytes", "content as it is: nothing new, once a day", 1_536.0, "bytes"),
    Bound("real_daily_requests", "content as it is: nothing new, once a day", 2.0, "requests"),
    Bound("real_edit_one_bytes", "content as it is: a procedure, one language", 8_192.0, "bytes"),
    Bound("real_edit_one_requests", "content as it is: a procedure, one language", 6.0, "requests"),
    Bound(
        "real_edit_each_bytes",
        "content as it is: a procedure, each language",
        40_960.0,
        "bytes",
    ),
    Bound(
        "real_edit_each_requests",
        "content as it is: a procedure, each language",
        10.0,
        "requests",
    ),
    Bound("real_edit_fee_bytes", "content as it is: one fee", 8_192.0, "bytes"),
    Bound("real_edit_fee_requests", "content as it is: one fee", 6.0, "requests"),
    Bound("real_patch_apply_ms", "content as it is: the longest patch, applied", 300.0, "ms"),
    Bound("large_first_install_bytes", "300 × 10: first install", 614_400.0, "bytes"),
    Bound("large_no_change_bytes", "300 × 10: nothing new", 1_024.0, "bytes"),
    Bound("large_no_change_requests", "300 × 10: nothing new", 1.0, "requests"),
    Bound("large_daily_bytes", "300 × 10: nothing new, once a day", 1_536.0, "bytes"),
    Bound("large_daily_requests", "300 × 10: nothing new, once a day", 2.0, "requests"),
    Bound("large_edit_one_bytes", "300 × 10: a procedure, one language", 8_192.0, "bytes"),
    Bound("large_edit_one_requests", "300 × 10: a procedure, one language", 6.0, "requests"),
    Bound("large_edit_each_bytes", "300 × 10: a procedure, each language", 40_960.0, "bytes"),
    Bound("large_edit_each_requests", "300 × 10: a procedure, each language", 24.0, "requests"),
    Bound("large_edit_fee_bytes", "300 × 10: one fee", 8_192.0, "bytes"),
    Bound("large_edit_fee_requests", "300 × 10: one fee", 6.0, "requests"),
    Bound("large_patch_apply_ms", "300 × 10: the longest patch, applied", 300.0, "ms"),
    Bound("largest_patch_apply_ms", "the largest pack: a patch, applied", 300.0, "ms"),
    Bound("largest_patch_peak_kb", "the largest pack: memory for a patch", 24_576.0, "KB"),
    Bound("largest_whole_peak_kb", "the largest pack: memory for all of it", 24576.0, "KB"),
    Bound("check_real_ms", "check of the content as it is", 2000.0, "ms"),
    Bound("check_large_ms", "check of 69 procedures, 13 languages", 10_000.0, "ms"),
];

/// Figures by name.
#[derive(Debug, Default, Clone)]
pub(super) struct Figures(BTreeMap<String, f64>);

impl Figures {
    /// Notes one.
    pub(super) fn set(&mut self, name: &str, figure: f64) {
        self.0.insert(name.to_owned(), figure);
    }

    /// Takes others in.
    pub(super) fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// What another process printed.
    pub(super) fn parse(json: &[u8]) -> Outcome<Self> {
        Ok(Self(serde_json::from_slice(json)?))
    }

    /// The median of each figure.
    pub(super) fn medians(runs: &[Self]) -> Self {
        let names = runs.iter().flat_map(|run| run.0.keys());
        let median = |name: &String| {
            let mut values: Vec<f64> =
                runs.iter().filter_map(|run| run.0.get(name)).copied().collect();
            values.sort_by(f64::total_cmp);
            values.get(values.len() / 2).copied().unwrap_or_default()
        };
        Self(names.map(|name| (name.clone(), median(name))).collect())
    }

    /// Prints them on one line.
    pub(super) fn print_json(&self) -> Outcome {
        let number = |figure: f64| match figure.fract() == 0.0 {
            true => Value::from(figure as u64),
            false => Value::from(figure),
        };
        let json: serde_json::Map<_, _> =
            self.0.iter().map(|(name, figure)| (name.clone(), number(*figure))).collect();
        say!("{}", Value::Object(json))?;
        Ok(())
    }

    /// Prints them beside their bounds.
    pub(super) fn print_table(&self) -> Outcome {
        let count = |name| self.0.get(name).copied().unwrap_or_default();
        heading(format!("{} procedures, {} languages", count("procedures"), count("languages")))?;
        for Bound(name, what, bound, unit) in &BOUNDS {
            let Some(figure) = self.0.get(*name) else { continue };
            let over = if figure > bound { "  over" } else { "" };
            say!("  {what:<44} {figure:>10} {unit:<9} (at most {bound}){over}")?;
        }
        for (name, figure) in &self.0 {
            if !BOUNDS.iter().any(|bound| bound.0 == name) {
                note(format!("  {name:<44} {figure:>10}"))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_leaves_an_outlier_aside() {
        let runs = [3.0, 900.0, 1.0].map(|figure| {
            let mut run = Figures::default();
            run.set("open_home_ms", figure);
            run
        });
        assert_eq!(Figures::medians(&runs).0.get("open_home_ms"), Some(&3.0));
    }
}
