//! `cargo xtask fuzz`: lets libFuzzer invent bytes from outside. What it finds belongs into `tests/fuzz/corpus`, where every
//! later test run meets it again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder;
use crate::process::succeed;
use crate::terminal::{Outcome, heading, note, say};

/// Which target, and how long.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// One target of `tests/fuzz`; all of them if it is missing.
    target: Option<String>,
    /// Seconds for each target.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
}

/// The compiler that has the instruments; nothing else of the project is built with it.
const TOOLCHAIN: &str = "nightly";

/// Runs the fuzzer. An error when a promise was broken; the bytes that broke it are named.
pub(crate) fn run(options: &Options) -> Outcome {
    let all = targets()?;
    let wanted: Vec<&String> = all
        .iter()
        .filter(|name| options.target.as_ref().is_none_or(|target| target == *name))
        .collect();
    if wanted.is_empty() {
        return Err(format!("there is no such target; there are {}", all.join(", ")).into());
    }
    let tools = set_up()?;
    for target in wanted {
        heading(format!("{target}: {} seconds", options.seconds))?;
        fuzz(&tools, target, options.seconds)?;
    }
    Ok(say!("No promise was broken.")?)
}

fn project() -> PathBuf {
    folder::project().join("tests/fuzz")
}

fn targets() -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(project().join("corpus"))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn set_up() -> Outcome<PathBuf> {
    let quiet = |command: &mut Command| command.output().is_ok_and(|out| out.status.success());
    if !quiet(Command::new("rustc").args([&format!("+{TOOLCHAIN}"), "--version"])) {
        note("rustup toolchain install nightly")?;
        succeed(Command::new("rustup").args([
            "toolchain",
            "install",
            TOOLCHAIN,
            "--profile",
            "minimal",
        ]))?;
    }
    let tools = folder::project().join("target/tools");
    if !tools.join("bin/cargo-fuzz").is_file() {
        note("cargo install cargo-fuzz")?;
        succeed(
            Command::new("cargo").args(["install", "--locked", "cargo-fuzz", "--root"]).arg(&tools),
        )?;
    }
    Ok(tools.join("bin"))
}

fn fuzz(tools: &Path, target: &str, seconds: u32) -> Outcome {
    let invented = folder::project().join("target/fuzz").join(target);
    fs::create_dir_all(&invented)?;
    let path = std::env::var("PATH").unwrap_or_default();
    succeed(
        Command::new(tools.join("cargo-fuzz"))
            .current_dir(project().join("libfuzzer"))
            .env("PATH", format!("{}:{path}", tools.display()))
            .env("RUSTUP_TOOLCHAIN", TOOLCHAIN)
            .args(["fuzz", "run", "--fuzz-dir", ".", target])
            .arg(&invented)
            .arg(project().join("corpus").join(target))
            .arg("--")
            .args(["-rss_limit_mb=1024", "-timeout=10", "-max_len=65536", "-print_final_stats=1"])
            .arg(format!("-max_total_time={seconds}")),
    )
}
