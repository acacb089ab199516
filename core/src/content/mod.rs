//! `content.db`: what a phone reads, and the words it reads it in.

pub mod markup;
