//! `cargo xtask sabotage`: takes away one defence after the other, on a copy of the tree, and shows that a test goes red.
//!
//! A test of an attack proves little while nobody knows that it can fail. No feature, `cfg` or variable weakens a check in the
//! crates: the copy is changed like a patch would change it, the tests of that row run, and the copy is mended again. The
//! library that keeps the rules of TUF stands in the copy too, because its checks are defences of ours.

mod copy;
mod defences;

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::json;

use crate::folder;
use crate::process::succeed;
use crate::terminal::{Outcome, heading, note, say};
pub(crate) use copy::Copy;
use defences::{DEFENCES, Defence};

/// What to run.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Only the rows whose attack or defence has these words in it.
    row: Option<String>,
    /// Print one JSON object last.
    #[arg(long)]
    json: bool,
    /// Name the rows and change nothing.
    #[arg(long)]
    list: bool,
}

/// The seconds for a row: without its defence a sync may go round in circles for ever.
const LONGEST: &str = "180";

/// What `timeout` ends with when it had to end the program.
const ENDED: i32 = 124;

/// What became of the tests of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tests {
    Red,
    Green,
    /// The copy does not compile, or no test ran: nothing was shown.
    Nothing,
}

/// Goes through the rows. An error unless every one of them turns its test red.
pub(crate) fn run(options: &Options) -> Outcome {
    let words = options.row.as_deref().unwrap_or_default();
    let rows: Vec<&Defence> = DEFENCES.iter().filter(|defence| defence.has(words)).collect();
    if options.list {
        return rows.iter().try_for_each(|row| Ok(say!("{}: {}", row.attack, row.what)?));
    }
    let copy = Copy::ready(&folder::project().join("target/sabotage"))?;
    build(&copy)?;
    heading("With every defence in place")?;
    for package in ["cittadini-core", "cittadini"] {
        let tests: Vec<&str> =
            rows.iter().filter(|row| row.package == package).map(|row| row.test).collect();
        if !tests.is_empty() && run_tests(&copy, package, &tests)? != Tests::Green {
            return Err(format!("the tests of {package} are not green to begin with").into());
        }
    }
    note("green")?;
    heading("Without")?;
    let mut shown = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let start = Instant::now();
        let tests = sabotaged(&copy, row)?;
        let verdict = match tests {
            Tests::Red => "red",
            Tests::Green => "STILL GREEN",
            Tests::Nothing => "NOTHING SHOWN",
        };
        let seconds = start.elapsed().as_secs();
        say!(
            "{:>2}/{} {verdict:<13} {:<22} {} ({seconds} s)",
            number + 1,
            rows.len(),
            row.attack,
            row.what
        )?;
        shown.push((row, tests));
    }
    let red = shown.iter().filter(|(_, tests)| *tests == Tests::Red).count();
    if options.json {
        let rows: Vec<_> = shown
            .iter()
            .map(|(row, tests)| json!({"attack": row.attack, "defence": row.what, "test": row.test, "red": *tests == Tests::Red}))
            .collect();
        say!("{}", json!({ "rows": rows.len(), "red": red, "defences": rows }))?;
    }
    match red == shown.len() {
        true => Ok(()),
        false => {
            Err(format!("{} of {} rows showed nothing", shown.len() - red, shown.len()).into())
        }
    }
}

fn sabotaged(copy: &Copy, row: &Defence) -> Outcome<Tests> {
    let _mended_again = copy.change(row.file, row.from, row.to)?;
    run_tests(copy, row.package, &[row.test])
}

/// Builds what the rows change, without the limit of a row: the first time everything is built.
fn build(copy: &Copy) -> Outcome {
    let cargo = std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
    let mut command = Command::new(cargo);
    command.current_dir(copy.tree()).env("CARGO_TARGET_DIR", copy.target());
    command.env("CARGO_INCREMENTAL", "1");
    command.args(["test", "--quiet", "--offline", "--lib", "--no-run", "--package"]);
    succeed(command.args(["cittadini-core", "--features=reqwest"]))
}

/// Runs tests by their names and reads cargo's own summary: what does not compile has shown nothing.
fn run_tests(copy: &Copy, package: &str, tests: &[&str]) -> Outcome<Tests> {
    let cargo = std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
    let output = Command::new("timeout")
        .args(["--kill-after=5", LONGEST])
        .arg(cargo)
        .current_dir(copy.tree())
        .env("CARGO_TARGET_DIR", copy.target())
        .env("CARGO_INCREMENTAL", "1")
        .args(["test", "--quiet", "--offline", "--lib", "--package", package])
        .args((package == "cittadini-core").then_some("--features=reqwest"))
        .args(["--", "--exact"])
        .args(tests)
        .stdin(Stdio::null())
        .output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let ran = said
        .lines()
        .any(|line| line.starts_with("test result:") && !line.contains(" 0 passed; 0 failed;"));
    Ok(match (output.status.success(), ran) {
        _ if output.status.code() == Some(ENDED) => Tests::Red,
        (true, true) => Tests::Green,
        (false, true) => Tests::Red,
        (_, false) => {
            note(
                String::from_utf8_lossy(&output.stderr)
                    .lines()
                    .take(30)
                    .collect::<Vec<_>>()
                    .join("\n"),
            )?;
            Tests::Nothing
        }
    })
}
