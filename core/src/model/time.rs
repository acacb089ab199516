//! Spans of time as the law counts them.

use serde::{Deserialize, Serialize};

/// The unit in which a span is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Hours.
    Hours,
    /// Calendar days.
    Days,
    /// Days that are neither Sunday nor a holiday in Italy.
    WorkingDays,
    /// Calendar months.
    Months,
    /// Calendar years.
    Years,
    /// A unit that a newer release speaks of.
    #[serde(other)]
    Unknown,
}

/// A span of time, "60 days".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duration {
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
}

/// A span between two bounds, "4 to 12 months".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DurationRange {
    /// At least so many.
    pub min: u32,
    /// At most so many.
    pub max: u32,
    /// Of what.
    pub unit: Unit,
}
