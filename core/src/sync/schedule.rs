//! When to sync: at once when the reader asks, soon when she opens the app, a few times a day in the background. The core
//! decides; a shell says what network there is, and comes back at the moment that it is told.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::config::SyncMode;
use super::mirrors::mirrors;
use super::retry;
use super::trust::{StateKey, TrustStore};
use crate::Result;

/// Between two attempts of an app that is opened again and again. Doubled by each failure after the first, up to
/// [`LONGEST_OPENED`]; so is [`BACKGROUND`], up to [`LONGEST_BACKGROUND`].
const OPENED: SignedDuration = SignedDuration::from_mins(5);
/// With [`JITTER`] six hours.
const LONGEST_OPENED: SignedDuration = SignedDuration::from_hours(5);
/// Between two attempts that nobody waits for.
const BACKGROUND: SignedDuration = SignedDuration::from_hours(6);
/// With [`JITTER`] a day: a phone whose syncs fail still asks for a newer root every day.
const LONGEST_BACKGROUND: SignedDuration = SignedDuration::from_hours(20);
/// A pause is longer by up to this part of it, a fifth, so that phones that began together do not stay together.
const JITTER: i32 = 5;

/// What the device is connected to, as its system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NetworkKind {
    /// Nothing.
    Offline,
    /// Something that is paid by the byte: mobile data, the hotspot of a phone. Also what the system cannot tell.
    Metered,
    /// Wi-Fi, a cable.
    Unmetered,
}

/// Why a shell asks whether to sync.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// The reader opened the app, or came back to it.
    Opened,
    /// Nobody looks: the system woke the app.
    Background,
    /// The reader asked for it.
    Asked,
}

/// Whether to sync now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SyncDue {
    /// Whether a sync is to begin now.
    pub due: bool,
    /// Which packs it is to ask for.
    pub mode: SyncMode,
    /// Before this moment none is due, over any network. It may have passed.
    pub not_before: Timestamp,
}

/// What the reader chose to save.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Saving {
    /// No sync over a metered network, unless she asks for it.
    pub wifi_only: bool,
    /// Only her languages.
    pub data_saver: bool,
}

/// What is remembered of earlier syncs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct History {
    /// When the last one began.
    pub last_attempt: Option<Timestamp>,
    /// How many in a row did not move "last checked".
    pub failures: u32,
    /// Until when everybody who could be asked wants to be left alone.
    pub left_alone_until: Option<Timestamp>,
}

impl History {
    /// As it is remembered of a repository and its mirrors.
    pub(crate) fn of(trust: &TrustStore, repository: &str, now: Timestamp) -> Result<Self> {
        let mirrors = mirrors(trust, repository)?;
        let addresses = std::iter::once(repository).chain(mirrors.iter().map(String::as_str));
        Ok(Self {
            last_attempt: trust.moment(StateKey::LastAttempt)?,
            failures: failures(trust)?,
            left_alone_until: retry::all_until(trust, addresses, now)?,
        })
    }

    /// Whether a sync is due. The same question has the same answer.
    pub fn due(
        &self,
        network: NetworkKind,
        occasion: Occasion,
        saving: Saving,
        now: Timestamp,
    ) -> SyncDue {
        let planned = self.planned(occasion, now);
        let not_before = self.left_alone_until.map_or(planned, |until| until.max(planned));
        let allowed = match network {
            NetworkKind::Offline => false,
            NetworkKind::Metered => !saving.wifi_only || occasion == Occasion::Asked,
            NetworkKind::Unmetered => true,
        };
        let mode = if saving.data_saver { SyncMode::OnlyMine } else { SyncMode::All };
        SyncDue { due: allowed && not_before <= now, mode, not_before }
    }

    /// When the next one would be, were nobody to be left alone. An attempt that lies ahead was noted by a clock that was
    /// wrong, and counts as none: a clock that is put right must not stop syncs for years.
    fn planned(&self, occasion: Occasion, now: Timestamp) -> Timestamp {
        let pause = pause(occasion, self.failures);
        let last = self.last_attempt.filter(|last| *last <= now && !pause.is_zero());
        last.and_then(|last| last.checked_add(pause + jitter(pause, last)).ok()).unwrap_or(now)
    }
}

/// Notes that a sync begins. It counts as failed until it has ended well, so that a process that dies of it backs off too.
pub(crate) fn begin_attempt(trust: &TrustStore, now: Timestamp) -> Result<()> {
    let failures = failures(trust)?.saturating_add(1);
    trust.set_states(&[
        (StateKey::LastAttempt, &now.to_string()),
        (StateKey::FailedAttempts, &failures.to_string()),
    ])
}

/// A number that cannot be read counts as none.
fn failures(trust: &TrustStore) -> Result<u32> {
    let kept = trust.state(StateKey::FailedAttempts)?;
    Ok(kept.and_then(|number| number.parse().ok()).unwrap_or(0))
}

fn pause(occasion: Occasion, failures: u32) -> SignedDuration {
    let (shortest, longest) = match occasion {
        Occasion::Asked => return SignedDuration::ZERO,
        Occasion::Opened => (OPENED, LONGEST_OPENED),
        Occasion::Background => (BACKGROUND, LONGEST_BACKGROUND),
    };
    // The first failure is everyday life: a tunnel, a hotel's page to log in.
    let times = 1_i32.checked_shl(failures.saturating_sub(1)).filter(|times| *times > 0);
    times.and_then(|times| shortest.checked_mul(times)).unwrap_or(longest).min(longest)
}

/// Up to a fifth of a pause, drawn from the moment of the last attempt: it differs between phones and between attempts, is
/// the same when asked twice, and needs neither randomness nor anything that would be the same next time.
fn jitter(pause: SignedDuration, last: Timestamp) -> SignedDuration {
    let hash = Sha256::digest(last.as_nanosecond().to_be_bytes());
    let drawn = hash.iter().take(2).fold(0_i64, |drawn, byte| drawn * 256 + i64::from(*byte));
    SignedDuration::from_secs((pause / JITTER).as_secs() * drawn / i64::from(u16::MAX))
}
