//! The memory of this process, as Linux reports it.

use crate::terminal::Outcome;

/// How much there is.
pub(super) struct Memory {
    /// Everything that is resident, the pages of the program itself included.
    pub(super) resident_kb: u64,
    /// What the process has written itself.
    pub(super) own_kb: u64,
    /// The most that was ever resident, or since the peak was forgotten.
    pub(super) peak_kb: u64,
}

impl Memory {
    /// How much it is now.
    pub(super) fn now() -> Outcome<Self> {
        let status = std::fs::read_to_string("/proc/self/status")?;
        let field = |name: &str| -> Outcome<u64> {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let number = line.and_then(|line| line.split_whitespace().next());
            Ok(number.ok_or_else(|| format!("/proc/self/status has no {name}"))?.parse()?)
        };
        Ok(Self {
            resident_kb: field("VmRSS:")?,
            own_kb: field("RssAnon:")?,
            peak_kb: field("VmHWM:")?,
        })
    }

    /// Lets the peak begin anew.
    pub(super) fn forget_peak() -> Outcome {
        Ok(std::fs::write("/proc/self/clear_refs", "5")?)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_peak_counts_memory_that_was_given_back_and_begins_anew_when_it_is_forgotten() {
        const KB: usize = 64 * 1024;
        Memory::forget_peak().unwrap();
        let before = Memory::now().unwrap();
        drop(std::hint::black_box(vec![1_u8; KB * 1024]));
        assert!(Memory::now().unwrap().peak_kb >= before.resident_kb + KB as u64 * 9 / 10);
        Memory::forget_peak().unwrap();
        assert!(Memory::now().unwrap().peak_kb < before.resident_kb + KB as u64 / 2);
    }
}
