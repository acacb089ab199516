//! Search: from what somebody types, in any language, script and spelling, to rows in the order in which they answer it.
//!
//! | step | file |
//! | --- | --- |
//! | one spelling for many | [`fold`] |
//! | text into words | `words` |
//! | words into terms | `stem` |
//! | pages into the index, one by one | [`Writer`] |
//! | a word that no page has | `spell`, over the `vocabulary` of the language |
//! | rows that have some of the terms, best first | [`Finder`] |
//! | the first of them again by pieces of four letters | `grams` |
//! | the words that answer, in a text | [`Marker`] |
//!
//! This module knows terms and rows. What a row is, and which rows are one page, says the caller ([`Pages`]).

mod find;
mod fold;
mod grams;
mod index;
mod marks;
mod memory;
mod query;
mod spell;
mod stem;
mod vocabulary;
mod words;

pub use find::{Answer, Finder, Found, Mended, Page, Pages};
pub use fold::fold;
pub use index::{Fields, TABLES, Writer, forget, optimise};
pub use marks::{Mark, Marker};
pub use memory::Memory;
pub use words::folded_words;
