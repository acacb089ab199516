//! MiniSearch as the Integreat app calls it: what the nearest app of this kind answers. It runs in node, in another process.

use std::time::Duration;

use serde::Deserialize;
use serde_json::json;

use crate::npm::{self, Package};
use crate::terminal::Outcome;

use super::data::Document;
use super::engine::{Answer, Engine};
use super::pipe::Pipe;

/// The version that Integreat has.
const PACKAGE: Package = ("minisearch", "7.2.0");

const SCRIPT: &str = "xtask/src/search/minisearch.mjs";

/// Whether a page must have all words of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words {
    /// All: Integreat since June 2025.
    All,
    /// Any: Integreat before.
    Any,
}

/// The engine.
pub(super) struct MiniSearch {
    words: Words,
    node: Pipe,
}

impl MiniSearch {
    /// Installs it, if it is not there, and starts it.
    pub(super) fn start(words: Words) -> Outcome<Self> {
        let node_modules = npm::ensure(super::TOOLCHAIN, &[PACKAGE])?;
        let mut node = npm::node(SCRIPT, &node_modules);
        node.arg(match words {
            Words::All => "AND",
            Words::Any => "OR",
        });
        Ok(Self { words, node: Pipe::start(&mut node)? })
    }
}

#[derive(Deserialize)]
struct Found {
    pages: Vec<String>,
    ms: f64,
}

#[derive(Deserialize)]
struct Weight {
    bytes: u64,
}

#[derive(Deserialize)]
struct Done {}

impl Engine for MiniSearch {
    fn name(&self) -> &'static str {
        match self.words {
            Words::All => "MiniSearch, all words",
            Words::Any => "MiniSearch, any word",
        }
    }

    fn index(&mut self, language: &str, documents: &[Document]) -> Outcome {
        let call = json!({ "call": "index", "language": language, "documents": documents });
        self.node.ask::<Done>(&call)?;
        Ok(())
    }

    fn search(&self, languages: &[&str], words: &str, limit: usize) -> Outcome<Answer> {
        let call =
            json!({ "call": "search", "languages": languages, "words": words, "limit": limit });
        let Found { pages, ms } = self.node.ask(&call)?;
        Ok(Answer { pages, took: Duration::from_secs_f64(ms.max(0.0) / 1000.0) })
    }

    /// As JSON, which is how it would be kept; in memory it is more.
    fn index_bytes(&self) -> Outcome<u64> {
        Ok(self.node.ask::<Weight>(&json!({ "call": "bytes" }))?.bytes)
    }
}
