//! Question trees: data only, walked as a pure function of the tree, the answers and the day.
//!
//! Knows what a tree is and nothing of SQL, languages or screens. Nothing about the reader is stored: whoever asks hands in
//! all answers each time. A walk always ends, also in a damaged tree or one of a newer release: then only a person can tell.

mod answer;
mod condition;
mod walk;

pub use answer::{Answer, Reply, TriageAnswer, WrongAnswer, replies};
pub use condition::{completed_years_on, holds, is_readable};
pub use walk::{Asked, End, Walk, longest_way, walk};

#[cfg(test)]
mod tests;
