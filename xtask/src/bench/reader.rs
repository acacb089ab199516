//! A process that does what an app does: opens a data folder, shows the first screen, and reads.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cittadini_core::personal::Settings;
use cittadini_core::ports::SystemClock;
use cittadini_core::screens::{EventDate, TimelineQuery};
use cittadini_core::{ApiError, Config, Core};

use crate::terminal::{Outcome, milliseconds};

use super::figures::Figures;
use super::memory::Memory;
use super::random::Random;
use super::{search, triage};

/// How many procedures are read, each in another language than the one before, most likely.
const READS: usize = 2000;

/// How many times each of the other screens is read.
const SCREENS: usize = 200;

/// Measures, and prints JSON for the process that started this one.
pub(super) fn run(folder: &Path) -> Outcome {
    let mut figures = Figures::default();
    let empty = Memory::now()?;
    let start = Instant::now();
    let config = Config { data_dir: folder.to_owned(), ..Config::default() };
    let core = Core::open(config, Arc::new(SystemClock))?;
    let home = core.home()?;
    figures.set("open_home_ms", milliseconds(start.elapsed()));
    let memory = Memory::now()?;
    figures.set("memory_kb", memory.resident_kb.saturating_sub(empty.resident_kb) as f64);
    figures.set("memory_own_kb", memory.own_kb.saturating_sub(empty.own_kb) as f64);

    let cards = home.groups.iter().flat_map(|group| &group.procedures);
    let procedures: Vec<&str> = cards.map(|card| card.id.as_str()).collect();
    let languages: Vec<&str> = home.languages.iter().map(|known| known.tag.as_str()).collect();
    figures.set("procedures", procedures.len() as f64);
    figures.set("languages", languages.len() as f64);
    let one = languages.get(..1).unwrap_or_default();
    let mut times = read_procedures(&core, &procedures, one)?;
    figures.set("procedure_same_language_p99_ms", percentile(&mut times, 99));
    let mut times = read_procedures(&core, &procedures, &languages)?;
    figures.set("procedure_p50_ms", percentile(&mut times, 50));
    figures.set("procedure_p99_ms", percentile(&mut times, 99));
    let mut times = read_screen(&core, "offices", &languages, |core| core.offices().map(drop))?;
    figures.set("offices_p99_ms", percentile(&mut times, 99));
    let mut times = read_screen(&core, "changes", &languages, |core| core.changes(None).map(drop))?;
    figures.set("changes_p99_ms", percentile(&mut times, 99));
    figures.set("changes", core.changes(None)?.items.len() as f64);
    let mut times = read_timelines(&core, &procedures, &languages)?;
    figures.set("timeline_p50_ms", percentile(&mut times, 50));
    figures.set("timeline_p99_ms", percentile(&mut times, 99));
    let mut times = triage::walk(&core, &languages)?;
    figures.set("triage_steps", times.len() as f64);
    figures.set("triage_p50_ms", percentile(&mut times, 50));
    figures.set("triage_p99_ms", percentile(&mut times, 99));
    search::measure(&core, &home, &languages, &mut figures)?;
    let memory = Memory::now()?;
    let after = memory.resident_kb.saturating_sub(empty.resident_kb);
    figures.set("memory_after_reads_kb", after as f64);
    figures.print_json()
}

fn read_procedures(core: &Core, procedures: &[&str], languages: &[&str]) -> Outcome<Vec<Duration>> {
    let mut random = Random::from("procedures");
    let mut times = Vec::with_capacity(READS);
    for _ in 0..READS {
        choose(core, languages, &mut random)?;
        let id = random.pick(procedures).ok_or("no procedure to read")?;
        let start = Instant::now();
        core.procedure(id)?;
        times.push(start.elapsed());
    }
    Ok(times)
}

/// Timelines of somebody who gave a date for every event there is.
fn read_timelines(core: &Core, procedures: &[&str], languages: &[&str]) -> Outcome<Vec<Duration>> {
    let mut random = Random::from("timelines");
    let mut times = Vec::with_capacity(READS);
    for _ in 0..READS {
        choose(core, languages, &mut random)?;
        let procedure = random.pick(procedures).ok_or("no procedure to read")?;
        let mut query =
            TimelineQuery { procedure: (*procedure).to_owned(), ..TimelineQuery::default() };
        for event in core.timeline(&query)?.events {
            query.events.push(EventDate { event: event.event, date: "2026-03-02".into() });
        }
        let start = Instant::now();
        core.timeline(&query)?;
        times.push(start.elapsed());
    }
    Ok(times)
}

fn read_screen(
    core: &Core,
    name: &str,
    languages: &[&str],
    read: impl Fn(&Core) -> Result<(), ApiError>,
) -> Outcome<Vec<Duration>> {
    let mut random = Random::from(name);
    let mut times = Vec::with_capacity(SCREENS);
    for _ in 0..SCREENS {
        choose(core, languages, &mut random)?;
        let start = Instant::now();
        read(core)?;
        times.push(start.elapsed());
    }
    Ok(times)
}

/// Chooses a language, which costs time of its own that is not measured; what a read then has to load is.
pub(super) fn choose(core: &Core, languages: &[&str], random: &mut Random) -> Outcome {
    let language = random.pick(languages).ok_or("no language to read in")?;
    let languages = vec![(*language).to_owned()];
    Ok(core.set_settings(&Settings { languages, ..Settings::default() })?)
}

/// So many of a hundred took no longer, in milliseconds.
pub(super) fn percentile(times: &mut [Duration], percent: usize) -> f64 {
    times.sort();
    let at = (times.len() * percent).div_ceil(100).saturating_sub(1);
    times.get(at).copied().map(milliseconds).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_99th_of_a_hundred_is_the_last_but_one() {
        let mut times: Vec<Duration> = (1..=100).rev().map(Duration::from_millis).collect();
        assert_eq!(percentile(&mut times, 99), 99.0);
        assert_eq!(percentile(&mut times, 50), 50.0);
        assert_eq!(percentile(&mut [], 99), 0.0);
    }
}
