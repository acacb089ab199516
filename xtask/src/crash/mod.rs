//! `cargo xtask crash`: a real process syncs changing releases, is killed and has its connections cut, and is looked at
//! afterwards. Whatever happens, each pack is the whole one of a release, and the next sync in peace has the newest.
//!
//! The releases are those of the bench in another size, 300 procedures in 10 languages, and each differs from the one before in most
//! of its sentences, so that packs come whole and cuts land inside them. Four phases are announced by the reader
//! (`tests/crash`); the kill falls 0 to 5 ms after one of them. The control run kills a reader that was built from a
//! changed copy and writes a pack in two transactions: a bench that finds nothing there would find nothing anywhere.

mod judge;
mod proxy;
mod reader;
mod releases;
mod run;

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::folder;
use crate::process::succeed;
use crate::sabotage::Copy;
use crate::terminal::{Outcome, aside, say};
use releases::Releases;
use run::Tally;

/// What to run.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// How often the reader is killed.
    #[arg(long, default_value_t = 1_000)]
    kills: u32,
    /// How many connections are cut.
    #[arg(long, default_value_t = 200)]
    cuts: u32,
    /// Procedures in each release.
    #[arg(long, default_value_t = 300)]
    procedures: usize,
    /// Kill the reader of the control run too, which must show mixed states.
    #[arg(long)]
    control: bool,
    /// Take programs that are not optimised: sooner there, and slower.
    #[arg(long)]
    debug: bool,
    /// This process is optimised already.
    #[arg(long, hide = true)]
    inner: bool,
    /// Prints the JSON object alone: it comes last in any case, and how it goes is told on the standard error otherwise.
    #[arg(long)]
    json: bool,
}

/// How many times the reader of the control run is killed.
const CONTROL_KILLS: u32 = 200;

/// What the control run takes away: one transaction becomes two, the state of the pack and then its rows.
const ONE_TRANSACTION: (&str, &str, &str) = (
    "core/src/content/store.rs",
    "let written = write_records(&transaction, pack, arrival)?;\n        write_pack(&transaction, pack, arrival)?;",
    "write_pack(&transaction, pack, arrival)?;
        transaction.commit().context(\"applying a pack\")?;
        let transaction = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .context(\"applying a pack\")?;
        let written = write_records(&transaction, pack, arrival)?;",
);

/// Kills and cuts, and prints one JSON object last. An error if anything was mixed, lost or corrupt, or did not converge.
pub(crate) fn run(options: &Options) -> Outcome {
    match options.debug || options.inner {
        true => kill_and_cut(options),
        false => optimised(),
    }
}

/// Builds these commands anew, optimised, and hands over to them: publishing takes most of the time otherwise.
fn optimised() -> Outcome {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--release", "--package", "xtask", "--"]);
    cargo.args(std::env::args_os().skip(1)).arg("--inner").current_dir(folder::project());
    match cargo.status()?.success() {
        true => Ok(()),
        false => Err("the crash bench did not come to a good end".into()),
    }
}

fn kill_and_cut(options: &Options) -> Outcome {
    let place = tempfile::Builder::new().prefix("cittadini-crash-").tempdir()?;
    let program = build(&folder::project(), &folder::project().join("target"), options.debug)?;
    options.tell(format!("four releases with {} procedures", options.procedures))?;
    let releases = Releases::make(place.path(), options.procedures, &program)?;
    let tally =
        run::run(&releases, &program, (options.kills, options.cuts), &|tally| options.show(tally))?;
    options.show(&tally)?;
    let control = options.control.then(|| control(&releases, options)).transpose()?;
    let mut object = tally.json();
    if let (Some(control), Some(object)) = (&control, object.as_object_mut()) {
        object.insert("control".into(), json!({"kills": control.kills(), "mixed": control.mixed}));
    }
    say!("{object}")?;
    verdict(&tally, control.as_ref())
}

impl Options {
    /// How it goes, for whoever waits; the figures that count come last.
    fn show(&self, tally: &Tally) -> Outcome {
        self.tell(tally.json())
    }

    fn tell(&self, words: impl Display) -> Outcome {
        match self.json {
            true => Ok(()),
            false => Ok(aside(words)?),
        }
    }
}

fn verdict(tally: &Tally, control: Option<&Tally>) -> Outcome {
    if !tally.is_clean() {
        return Err("a pack was mixed, lost or corrupt, or the newest release never came".into());
    }
    match control {
        Some(control) if control.mixed == 0 => {
            Err("the control run shows no mixed state: this bench proves nothing".into())
        }
        _ => Ok(()),
    }
}

/// The same against a reader that is broken on purpose.
fn control(releases: &Releases, options: &Options) -> Outcome<Tally> {
    // The copy of `sabotage`: most of it is built there.
    let copy = Copy::ready(&folder::project().join("target/sabotage"))?;
    let (file, from, to) = ONE_TRANSACTION;
    let _mended_again = copy.change(file, from, to)?;
    let program = build(&copy.tree(), &copy.target(), options.debug)?;
    options.tell("the same with a reader that writes a pack in two transactions")?;
    run::run(releases, &program, (CONTROL_KILLS, 0), &|tally| options.show(tally))
}

fn build(tree: &Path, target: &Path, debug: bool) -> Outcome<PathBuf> {
    let target = std::path::absolute(target)?;
    let cargo = std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
    let mut command = Command::new(cargo);
    command.current_dir(tree).env("CARGO_TARGET_DIR", &target);
    command.args(["build", "--quiet", "--offline", "--package", "cittadini-crash"]);
    command.args((!debug).then_some("--release"));
    succeed(&mut command)?;
    let profile = if debug { "debug" } else { "release" };
    Ok(target.join(profile).join("crash-reader"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;

    use super::ONE_TRANSACTION;
    use crate::folder;

    /// The control run is not made every day.
    #[test]
    fn the_transaction_stands_where_the_control_run_looks_for_it() {
        let (file, from, _) = ONE_TRANSACTION;
        let words = fs::read_to_string(folder::project().join(file)).unwrap();
        assert_eq!(words.matches(from).count(), 1);
    }
}
