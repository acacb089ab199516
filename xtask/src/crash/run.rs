//! Accident after accident on one phone, which goes from release to release meanwhile.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::judge::{Fault, State};
use super::proxy::Proxy;
use super::reader::{Heard, Kill, PHASES, Reader};
use super::releases::Releases;
use crate::bench::random::Random;
use crate::terminal::Outcome;

/// How many accidents befall the way to one release before it may be walked in peace.
const ACCIDENTS: u32 = 3;

/// The longest time between a phase and its kill, in microseconds.
const LATEST: usize = 5_000;

/// The bytes of answers between two cuts; a release is more.
const BETWEEN_CUTS: usize = 400_000;

/// Up to which of the phases of its kind a kill falls: packs come one after the other.
const PACKS: usize = 4;

/// After how many accidents it is said how it goes.
const SHOWN_EVERY: u32 = 25;

/// What became of it all.
#[derive(Debug, Default)]
pub(super) struct Tally {
    by_phase: BTreeMap<&'static str, u32>,
    cuts: u32,
    pub(super) mixed: u32,
    lost: u32,
    corrupt: u32,
    /// Syncs in peace that brought the newest release, and those that did not.
    converged: u32,
    stuck: u32,
    /// The most bytes of one file that were fetched again after an accident.
    again: u64,
}

impl Tally {
    pub(super) fn kills(&self) -> u32 {
        self.by_phase.values().sum()
    }

    pub(super) fn is_clean(&self) -> bool {
        self.mixed + self.lost + self.corrupt + self.stuck == 0 && self.converged > 0
    }

    pub(super) fn json(&self) -> Value {
        let phases: BTreeMap<&str, u32> = PHASES
            .iter()
            .map(|phase| (*phase, self.by_phase.get(phase).copied().unwrap_or(0)))
            .collect();
        json!({
            "kills": self.kills(), "kills_by_phase": phases, "cuts": self.cuts,
            "mixed": self.mixed, "lost": self.lost, "corrupt": self.corrupt,
            "converged": self.stuck == 0 && self.converged > 0,
            "syncs_in_peace": self.converged, "most_bytes_again": self.again,
        })
    }
}

/// A phone on its way to a release.
struct Way<'a> {
    releases: &'a Releases,
    program: &'a Path,
    proxy: Proxy,
    random: Random,
    reader: Reader,
    /// The release that is synced to.
    to: usize,
    accidents: u32,
    before: State,
    arrived: BTreeMap<String, u64>,
    tally: Tally,
}

/// Kills and cuts until there were so many of each, and says now and then how it goes.
pub(super) fn run(
    releases: &Releases,
    program: &Path,
    (kills, cuts): (u32, u32),
    progress: &dyn Fn(&Tally) -> Outcome,
) -> Outcome<Tally> {
    let reader = releases.phone(program)?;
    let mut way = Way {
        releases,
        program,
        proxy: Proxy::start()?,
        random: Random::from("crash"),
        before: reader.check()?,
        reader,
        to: 1,
        accidents: 0,
        arrived: BTreeMap::new(),
        tally: Tally::default(),
    };
    let mut turn = 0;
    while way.tally.kills() < kills || way.tally.cuts < cuts {
        turn += 1;
        let cut = way.tally.cuts < cuts && (way.tally.kills() >= kills || turn % 4 == 0);
        match cut {
            true => way.cut()?,
            false => way.kill()?,
        }
        way.look()?;
        if turn % SHOWN_EVERY == 0 {
            progress(&way.tally)?;
        }
        way.accidents += 1;
        if way.accidents >= ACCIDENTS || way.arrived_at_the_newest()? {
            way.in_peace()?;
        }
    }
    way.in_peace()?;
    Ok(way.tally)
}

impl Way<'_> {
    fn url(&self) -> Outcome<String> {
        Ok(self.releases.url(self.to).ok_or("there is no such release")?)
    }

    /// Kills in the phase that was killed in least, so that each has its share.
    fn kill(&mut self) -> Outcome {
        let fewest =
            PHASES.iter().min_by_key(|phase| self.tally.by_phase.get(*phase).copied().unwrap_or(0));
        let phase = fewest.copied().unwrap_or("download");
        let kill = Kill { phase, times: self.random.below(PACKS), later: self.later() };
        self.proxy.lead_to(&self.url()?, Vec::new())?;
        let (killed, heard) = self.reader.sync_until(self.proxy.url(), Some(&kill))?;
        self.listen(heard);
        if killed {
            *self.tally.by_phase.entry(phase).or_default() += 1;
        }
        Ok(())
    }

    /// Half of the kills come at any time, half of them rather at once: the phases that matter most are over in less than a
    /// millisecond.
    fn later(&mut self) -> Duration {
        let at_any_time = self.random.below(LATEST);
        let micros = match self.random.below(2) {
            0 => at_any_time,
            _ => at_any_time.pow(3) / LATEST.pow(2),
        };
        Duration::from_micros(micros as u64)
    }

    fn cut(&mut self) -> Outcome {
        let cuts = (0..=self.random.below(3)).map(|_| self.random.below(BETWEEN_CUTS)).collect();
        self.proxy.lead_to(&self.url()?, cuts)?;
        let (_, heard) = self.reader.sync_until(self.proxy.url(), None)?;
        self.listen(heard);
        self.tally.cuts += self.proxy.cuts();
        Ok(())
    }

    /// Compares where downloads went on with how far they had come.
    fn listen(&mut self, heard: Heard) {
        for (file, offset) in &heard.begun {
            let again = self.arrived.get(file).map_or(0, |come| come.saturating_sub(*offset));
            self.tally.again = self.tally.again.max(again);
        }
        self.arrived.extend(heard.arrived);
    }

    /// Opens what is left, and judges it. A phone that is beyond help makes way for another.
    fn look(&mut self) -> Outcome {
        let state = self.reader.check();
        let fault = match &state {
            Ok(state) => state.fault(&self.before, &self.releases.states),
            Err(_) => Some(Fault::Corrupt),
        };
        match (fault, state) {
            (None, Ok(state)) => {
                self.before = state;
                return Ok(());
            }
            (Some(Fault::Mixed), _) => self.tally.mixed += 1,
            (Some(Fault::Lost), _) => self.tally.lost += 1,
            _ => self.tally.corrupt += 1,
        }
        self.start_anew()
    }

    fn arrived_at_the_newest(&self) -> Outcome<bool> {
        let newest = self.releases.states.get(self.to).ok_or("there is no such release")?;
        Ok(self.before.has_the_packs_of(newest))
    }

    /// A sync that nobody disturbs brings the newest release; then there is a newer one.
    fn in_peace(&mut self) -> Outcome {
        self.proxy.lead_to(&self.url()?, Vec::new())?;
        let synced = self.reader.sync_until(self.proxy.url(), None);
        if let Ok((_, heard)) = synced {
            self.listen(heard);
        }
        self.look()?;
        match self.arrived_at_the_newest()? {
            true => self.tally.converged += 1,
            false => self.tally.stuck += 1,
        }
        self.accidents = 0;
        self.to += 1;
        match self.releases.url(self.to) {
            Some(_) => Ok(()),
            None => self.start_anew(),
        }
    }

    fn start_anew(&mut self) -> Outcome {
        self.reader = self.releases.phone(self.program)?;
        self.before = self.reader.check()?;
        self.arrived.clear();
        (self.to, self.accidents) = (1, 0);
        Ok(())
    }
}
