//! `Retry-After` (RFC 9110, 10.2.3): a server that asks to be left alone is left alone, for a day at most.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp, fmt::rfc2822};

use super::trust::{StateKey, TrustStore};
use crate::ports::Response;
use crate::{Error, Result};

/// A server that asks for more, by mistake or to keep a release from people, gets no more.
const LONGEST: SignedDuration = SignedDuration::from_hours(24);

/// Until when which address is to be left alone.
type Until = BTreeMap<String, Timestamp>;

/// Notes what an answer asks for.
pub(super) fn note(
    trust: &TrustStore,
    address: &str,
    answer: &Response,
    now: Timestamp,
) -> Result<()> {
    let wish = answer.retry_after.as_deref().filter(|_| matches!(answer.status, 429 | 503));
    let Some(moment) = wish.and_then(|header| moment(header.trim(), now)) else {
        return Ok(());
    };
    let mut until = known(trust, now)?;
    until.insert(address.to_owned(), moment);
    let words = serde_json::to_string(&until).map_err(|source| Error::Json {
        context: "writing what servers asked for".into(),
        source,
    })?;
    trust.set_state(StateKey::RetryAfter, &words)
}

/// # Errors
/// [`Error::Offline`] as long as an address is to be left alone.
pub(super) fn check(trust: &TrustStore, address: &str, now: Timestamp) -> Result<()> {
    match known(trust, now)?.get(address) {
        Some(until) => {
            Err(Error::Offline(format!("the server asked to be left alone until {until}")))
        }
        None => Ok(()),
    }
}

/// Until when all of some addresses are to be left alone; nothing as soon as one of them need not be.
pub(super) fn all_until<'a>(
    trust: &TrustStore,
    addresses: impl Iterator<Item = &'a str>,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    let known = known(trust, now)?;
    // Nothing is less than any moment.
    Ok(addresses.map(|address| known.get(address).copied()).min().flatten())
}

/// What still holds. A moment that lies further ahead than anybody may ask was written by a clock that was wrong.
fn known(trust: &TrustStore, now: Timestamp) -> Result<Until> {
    let words = trust.state(StateKey::RetryAfter)?;
    let mut until: Until =
        words.and_then(|words| serde_json::from_str(&words).ok()).unwrap_or_default();
    until.retain(|_, moment| *moment > now && moment.duration_since(now) <= LONGEST);
    Ok(until)
}

/// The moment that a header names: a number of seconds, or a date.
fn moment(header: &str, now: Timestamp) -> Option<Timestamp> {
    let wait = match header.parse::<u32>() {
        Ok(seconds) => SignedDuration::from_secs(i64::from(seconds)),
        Err(_) => rfc2822::parse(header).ok()?.timestamp().duration_since(now),
    };
    if wait <= SignedDuration::ZERO {
        return None;
    }
    now.checked_add(wait.min(LONGEST)).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_a_number_of_seconds_or_a_date_and_a_day_at_most() {
        let now: Timestamp = "2026-11-23T08:00:00Z".parse().unwrap();
        for (header, until) in [
            ("120", Some("2026-11-23T08:02:00Z")),
            ("Mon, 23 Nov 2026 09:00:00 GMT", Some("2026-11-23T09:00:00Z")),
            ("99999999", Some("2026-11-24T08:00:00Z")),
            ("Wed, 23 Nov 2044 09:00:00 GMT", Some("2026-11-24T08:00:00Z")),
            ("0", None),
            ("Mon, 23 Nov 2026 07:00:00 GMT", None),
            ("-5", None),
            ("soon", None),
            ("", None),
        ] {
            let expected = until.map(|until| until.parse().unwrap());
            assert_eq!(moment(header, now), expected, "{header}");
        }
    }
}
