//! `cargo xtask size`: what phones and browsers load, what costs how much, and that it does not grow unnoticed.
//!
//! The mobile library is built for this computer, which stands in for the phones: their linkers and system libraries are
//! not to be had everywhere, and what is in it is the same.

pub(crate) mod library;
mod parts;

use serde_json::{Value, json};

use crate::limits::{Limit, Limits};
use crate::terminal::{Outcome, heading, note, say};
use crate::web;

use library::MobileLibrary;
use parts::Part;

/// The parts of the library that are listed; all others are one line.
const LISTED: usize = 18;

/// How the sizes are shown.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Prints an object: bytes under `mobile_library` and `wasm_brotli`, which is null where the tools of the browser build
    /// cannot be had.
    #[arg(long)]
    json: bool,
}

/// What was measured, in bytes.
struct Sizes {
    mobile_library: u64,
    wasm_brotli: Option<u64>,
    parts: Vec<Part>,
}

/// Measures, prints, and fails above what is allowed.
pub(crate) fn run(options: &Options) -> Outcome {
    let sizes = measure()?;
    let limits = Limits::read()?;
    match options.json {
        true => say!("{}", sizes.object())?,
        false => sizes.print(&limits)?,
    }
    sizes.judge(&limits)
}

/// The same as a suite of `cargo xtask test`.
pub(crate) fn check() -> Outcome {
    run(&Options { json: false })
}

fn measure() -> Outcome<Sizes> {
    library::must_be_without_a_network()?;
    let library = MobileLibrary::build()?;
    Ok(Sizes {
        mobile_library: library.stripped()?,
        wasm_brotli: web::sizes()?.map(|sizes| sizes.wasm_brotli),
        parts: parts::of(&library)?,
    })
}

impl Sizes {
    fn object(&self) -> Value {
        let parts: serde_json::Map<_, _> =
            self.parts.iter().map(|part| (part.name.clone(), json!(part.bytes))).collect();
        json!({
            "mobile_library": self.mobile_library,
            "wasm_brotli": self.wasm_brotli,
            "mobile_parts": parts,
        })
    }

    fn print(&self, limits: &Limits) -> Outcome {
        heading("what costs how much in the mobile library")?;
        let (listed, others) = self.parts.split_at(self.parts.len().min(LISTED));
        for part in listed {
            say!("  {:<36} {:>9}", part.name, kilobytes(part.bytes))?;
        }
        let others = others.iter().map(|part| part.bytes).sum();
        say!("  {:<36} {:>9}", "all others", kilobytes(others))?;
        heading("sizes")?;
        let of = |limit: &Limit| format!("{} bytes at most", limit.most());
        say!("  mobile library {:>10} bytes  {}", self.mobile_library, of(&limits.mobile_library))?;
        match self.wasm_brotli {
            Some(size) => say!("  wasm, brotli   {size:>10} bytes  {}", of(&limits.wasm_brotli))?,
            None => note("  wasm, brotli   not measured: see above")?,
        }
        Ok(())
    }

    fn judge(&self, limits: &Limits) -> Outcome {
        limits.mobile_library.judge("the mobile library", self.mobile_library)?;
        match self.wasm_brotli {
            Some(size) => limits.wasm_brotli.judge("the WebAssembly", size),
            None => Ok(()),
        }
    }
}

fn kilobytes(count: u64) -> String {
    format!("{:.1} KB", count as f64 / 1_000.0)
}
