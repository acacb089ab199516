//! What an evaluation found, and its JSON, whose names others read.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::cross::Cross;
use super::data::Form;
use super::latency::{Latency, Slow};
use super::metrics::Score;

/// Something of each form that is there.
pub(super) type Forms<T> = BTreeMap<Form, T>;

/// All figures of one engine.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) engine: &'static str,
    pub(super) mean: Forms<Score>,
    pub(super) languages: BTreeMap<String, Forms<Score>>,
    pub(super) cross: Option<Cross>,
    pub(super) latency: Forms<Latency>,
    pub(super) slowest: Vec<Slow>,
    pub(super) index: Index,
}

/// What the index weighs, and what it took to build it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Index {
    pub(super) bytes: u64,
    /// Titles and bodies of all pages.
    pub(super) text_bytes: u64,
    pub(super) pages: usize,
    pub(super) build_ms: f64,
}

impl Index {
    /// Bytes of the index for each byte of text.
    pub(super) fn ratio(&self) -> f64 {
        self.bytes as f64 / self.text_bytes.max(1) as f64
    }

    /// Its JSON.
    pub(super) fn object(&self) -> Value {
        let Self { bytes, text_bytes, pages, build_ms } = self;
        let ratio = (self.ratio() * 1000.0).round() / 1000.0;
        let build_ms = build_ms.round();
        json!({ "bytes": bytes, "text_bytes": text_bytes, "ratio": ratio, "pages": pages, "build_ms": build_ms })
    }
}

impl Report {
    /// The JSON of `--json`.
    pub(super) fn object(&self) -> Value {
        let languages: Map<String, Value> = self
            .languages
            .iter()
            .map(|(language, forms)| (language.clone(), scores(forms)))
            .collect();
        json!({
            "engine": self.engine,
            "mean": scores(&self.mean),
            "languages": languages,
            "cross": self.cross.as_ref().map(Cross::object),
            "latency": forms(&self.latency, |latency| json!(latency)),
            "slowest": self.slowest,
            "index": self.index.object(),
        })
    }
}

impl Cross {
    fn object(&self) -> Value {
        let pairs: Map<String, Value> =
            self.pairs.iter().map(|(pair, score)| (pair.clone(), json!(score.rounded()))).collect();
        json!({ "official": self.official, "mean": self.mean.rounded(), "pairs": pairs })
    }
}

fn scores(scores: &Forms<Score>) -> Value {
    forms(scores, |score| json!(score.rounded()))
}

/// The JSON of something of each form.
pub(super) fn forms<T>(of: &Forms<T>, object: impl Fn(&T) -> Value) -> Value {
    of.iter().map(|(form, value)| (form.name().to_owned(), object(value))).collect()
}
