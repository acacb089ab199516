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
use crate::process::succeed;
use crate::terminal::{Outcome, bytes, heading, note, say};
use crate::test::Verdict;
use crate::test::build::{Built, cargo};

/// The most that a first visit may load of WebAssembly, as brotli, in bytes.
const MOST_WASM: u64 = 950 * 1024;

/// The most that a first visit may load of script and style, as brotli, in bytes.
const MOST_SCRIPT: u64 = 150 * 1024;

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

/// The sizes of what a browser loads, and what they may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    pub(crate) wasm: u64,
    pub(crate) wasm_brotli: u64,
    pub(crate) script_brotli: u64,
}

fn build_page(tools: &toolchain::Tools) -> Outcome<PathBuf> {
    let package = build::package(tools)?;
    let page = site::assemble(&package)?;
    let sizes = measure(tools, &page)?;
    heading("sizes of the page")?;
    say!("  wasm    {:>10}", bytes(sizes.wasm))?;
    say!("  wasm    {:>10}  as brotli, of {}", bytes(sizes.wasm_brotli), bytes(MOST_WASM))?;
    say!("  script  {:>10}  as brotli, of {}", bytes(sizes.script_brotli), bytes(MOST_SCRIPT))?;
    if sizes.wasm_brotli > MOST_WASM || sizes.script_brotli > MOST_SCRIPT {
        return Err("the page is larger than it may be".into());
    }
    Ok(page)
}

/// What the files of the page weigh.
pub(crate) fn measure(tools: &toolchain::Tools, page: &Path) -> Outcome<Sizes> {
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
    test.arg("--test")
        .arg(folder::project().join("bindings/web/test/journey.test.mjs"))
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
