//! The amount of a fee on a day.

use jiff::civil::Date;

use crate::model::Fee;

/// The amount of a fee today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    /// One amount, in cents.
    Exact(u64),
    /// Between two, in cents.
    Range(u64, u64),
    /// Nobody knows.
    Unknown,
}

impl Amount {
    /// The amount of a fee on a day.
    pub(super) fn of(fee: &Fee, day: Date) -> Self {
        match fee.amount_on(day) {
            None => Self::Unknown,
            Some(amount) => match (amount.cents, amount.max_cents) {
                (Some(min), Some(max)) if max > min => Self::Range(min, max),
                (Some(cents), _) => Self::Exact(cents),
                (None, _) => Self::Unknown,
            },
        }
    }

    /// The lower and the upper bound, in cents.
    pub(super) fn bounds(self) -> Option<(u64, u64)> {
        match self {
            Self::Exact(cents) => Some((cents, cents)),
            Self::Range(min, max) => Some((min, max)),
            Self::Unknown => None,
        }
    }
}
