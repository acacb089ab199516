//! What the sizes may be: a bound that was set once, and a ratchet that keeps what was reached.

use std::fs;

use serde_json::Value;

use crate::folder;
use crate::terminal::{Outcome, note};

/// The file with the limits, in bytes. A person changes it, and says why in the commit.
const FILE: &str = "xtask/sizes.json";

/// How far above a measurement its ratchet stands, in percent: compilers differ a little.
const SLACK: u64 = 2;

/// What one size may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limit {
    bound: u64,
    ratchet: Option<u64>,
}

/// What all sizes may be.
#[derive(Debug)]
pub(crate) struct Limits {
    pub(crate) mobile_library: Limit,
    pub(crate) wasm_brotli: Limit,
    pub(crate) script_brotli: Limit,
}

impl Limits {
    pub(crate) fn read() -> Outcome<Self> {
        let text = fs::read_to_string(folder::project().join(FILE))
            .map_err(|error| format!("{FILE}: {error}"))?;
        let file: Value = serde_json::from_str(&text).map_err(|e| format!("{FILE}: {e}"))?;
        let limit = |name: &str| -> Outcome<Limit> {
            let number = |key| file.pointer(&format!("/{name}/{key}")).and_then(Value::as_u64);
            let bound = number("bound").ok_or_else(|| format!("{FILE}: {name} has no bound"))?;
            Ok(Limit { bound, ratchet: number("ratchet") })
        };
        Ok(Self {
            mobile_library: limit("mobile_library")?,
            wasm_brotli: limit("wasm_brotli")?,
            script_brotli: limit("script_brotli")?,
        })
    }
}

impl Limit {
    /// The most bytes that are allowed.
    pub(crate) fn most(&self) -> u64 {
        self.ratchet.map_or(self.bound, |ratchet| ratchet.min(self.bound))
    }

    /// Fails above what is allowed; says when the ratchet can be tightened.
    pub(crate) fn judge(&self, what: &str, size: u64) -> Outcome {
        if size > self.most() {
            let most = self.most();
            return Err(format!(
                "{what} has {size} bytes, {} more than the {most} of {FILE}. See above what costs how much; if it must grow, say why in the commit that raises the ratchet",
                size - most
            )
            .into());
        }
        let wanted = with_slack(size);
        if self.ratchet.is_none_or(|ratchet| with_slack(wanted) < ratchet) && wanted < self.bound {
            note(format!("  {what}: the ratchet in {FILE} can be set to {wanted}"))?;
        }
        Ok(())
    }
}

fn with_slack(size: u64) -> u64 {
    size + size * SLACK / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_above_the_ratchet_or_the_bound_is_refused() {
        let kept = Limit { bound: 4_000, ratchet: Some(3_060) };
        assert!(kept.judge("it", 3_060).is_ok());
        assert!(kept.judge("it", 3_061).is_err());
        let new = Limit { bound: 4_000, ratchet: None };
        assert!(new.judge("it", 4_000).is_ok());
        assert!(new.judge("it", 4_001).is_err());
        let too_loose = Limit { bound: 4_000, ratchet: Some(9_000) };
        assert!(too_loose.judge("it", 4_001).is_err());
    }

    #[test]
    fn the_limits_of_the_project_can_be_read() {
        assert!(Limits::read().is_ok());
    }
}
