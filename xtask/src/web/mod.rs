//! `cargo xtask web`: the core for browsers, with a bare page, and the test that drives both in Chromium.
//!
//! It sets its tools up by itself. What it builds stands in `target/web/`: a folder that any static web server can hand out,
//! put beside `metadata/` and `targets/`.

mod build;
mod site;
mod toolchain;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder;
use crate::limits::Limits;
use crate::process::succeed;
use crate::terminal::{Outcome, heading, note, say};
use crate::test::Verdict;
use crate::test::build::{Built, cargo};

/// The tests in a browser.
const TESTS: [&str; 3] = ["journey.test.mjs", "questions.test.mjs", "search.test.mjs"];

/// What is done after building.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Builds and measures only.
    #[arg(long)]
    no_test: bool,
    /// Takes pictures of the page into a folder.
    #[arg(long, value_name = "FOLDER")]
    pictures: Option<PathBuf>,
}

/// Builds, measures and tests.
pub(crate) fn run(options: &Options) -> Outcome {
    let tools = toolchain::ensure()?;
    let page = build_page(&tools)?;
    if options.no_test {
        return Ok(());
    }
    succeed(cargo().args(["build", "--quiet", "--package", "cittadini"]))?;
    let command = folder::project().join("target/debug/cittadini");
    in_chromium(&tools, &page, &command, options.pictures.as_deref())
}

/// The same for `cargo xtask test`, which has built the command already.
pub(crate) fn suite(built: &Built) -> Verdict {
    match toolchain::ensure() {
        Err(missing) => Verdict::Skipped(missing.to_string()),
        Ok(tools) => Verdict::of(
            build_page(&tools)
                .and_then(|page| in_chromium(&tools, &page, built.program("cittadini")?, None)),
        ),
    }
}

/// What a browser loads on a first visit, in bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    pub(crate) wasm: u64,
    pub(crate) wasm_brotli: u64,
    pub(crate) script_brotli: u64,
}

/// Builds and measures. `None`, and a word why, where the tools cannot be had.
pub(crate) fn sizes() -> Outcome<Option<Sizes>> {
    match toolchain::ensure() {
        Ok(tools) => measure(&tools, &page(&tools)?).map(Some),
        Err(missing) => {
            note(format!("the browser build is left out: {missing}"))?;
            Ok(None)
        }
    }
}

fn page(tools: &toolchain::Tools) -> Outcome<PathBuf> {
    site::assemble(&build::package(tools)?)
}

/// The page, once it has been seen that it is not too large.
fn build_page(tools: &toolchain::Tools) -> Outcome<PathBuf> {
    let page = page(tools)?;
    let sizes = measure(tools, &page)?;
    let limits = Limits::read()?;
    heading("sizes of the page")?;
    let line = |what: &str, size: u64| say!("  {what:<14} {size:>10} bytes");
    line("wasm", sizes.wasm)?;
    line("wasm, brotli", sizes.wasm_brotli)?;
    line("script, brotli", sizes.script_brotli)?;
    limits.wasm_brotli.judge("the WebAssembly", sizes.wasm_brotli)?;
    limits.script_brotli.judge("script and style", sizes.script_brotli)?;
    Ok(page)
}

/// What the files of the page weigh.
fn measure(tools: &toolchain::Tools, page: &Path) -> Outcome<Sizes> {
    let script = folder::project().join("bindings/web/test/sizes.mjs");
    let output = Command::new(tools.node()).arg(script).arg(page).output()?;
    let sizes: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let size = |name: &str| {
        sizes.get(name).and_then(serde_json::Value::as_u64).ok_or("the sizes could not be read")
    };
    Ok(Sizes {
        wasm: size("wasm")?,
        wasm_brotli: size("wasm_brotli")?,
        script_brotli: size("script_brotli")?,
    })
}

/// Publishes the project's own content and makes the journey of `tests/journey.json` in a browser. The test starts and ends
/// the server, because the journey goes on without it.
fn in_chromium(
    tools: &toolchain::Tools,
    page: &Path,
    command: &Path,
    pictures: Option<&Path>,
) -> Outcome {
    let published = site::publish(page)?;
    note("the journey in Chromium")?;
    let mut test = Command::new(tools.node());
    // One file after the other: a browser beside another one is slow enough to miss its time limits.
    test.args(["--test", "--test-concurrency=1"])
        .args(TESTS.map(|name| folder::project().join("bindings/web/test").join(name)))
        .env("CITTADINI_COMMAND", command)
        .env("CITTADINI_SITE", published.folder())
        .env("CITTADINI_JOURNEY", folder::project().join("tests/journey.json"))
        .env("CITTADINI_NODE_MODULES", tools.node_modules());
    if let Some(pictures) = pictures {
        std::fs::create_dir_all(pictures)?;
        test.env("CITTADINI_PICTURES", pictures.canonicalize()?);
    }
    succeed(&mut test)
}
