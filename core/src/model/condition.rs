//! Conditions about the reader's situation: data only, no code.
//!
//! The facts they speak of ("permit_kind", "age", …) are the vocabulary of the fact base. Nothing about the reader is
//! stored to evaluate them: a screen shows a conditional line with its condition in words, a tree asks.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A condition, or one that this core does not know yet (then the reader is told to ask).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Condition {
    /// One that this core can evaluate.
    Known(Expression),
    /// An operator that a newer release uses.
    Unknown(Value),
}

/// The operators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expression {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// The fact has this value.
    Eq(String, Value),
    /// The fact has one of these values.
    In(String, Vec<Value>),
    /// The fact is less than this number.
    Lt(String, i64),
    /// The fact is at most this number.
    Le(String, i64),
    /// The fact is greater than this number.
    Gt(String, i64),
    /// The fact is at least this number.
    Ge(String, i64),
    /// The date in the fact lies at least so many years back: `{"age": ["birth", 18]}`.
    Age(String, i64),
    /// Days from the first date to the second are at most this number.
    DateDiff(String, String, i64),
}
