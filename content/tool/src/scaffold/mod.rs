//! Files for editors to fill in: every field and every sentence that `check` wants, in its order, with a word on what goes
//! in. Nothing is invented: what nobody knows is `unknown` where the form allows it, and else left empty, which is an error.

mod error;
mod given;
mod item;
mod language;
mod taken;
mod template;
mod territory;
mod words;
mod write;

#[cfg(test)]
#[path = "scaffold_tests.rs"]
mod tests;

pub use error::ScaffoldError;
pub use given::Answers;
pub use item::{NewOffice, NewProcedure, office, procedure};
pub use language::{NewLanguage, ToTranslate, language};
pub use territory::{NewTerritory, territory};
pub use write::{NewFile, write};
