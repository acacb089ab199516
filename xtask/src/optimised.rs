//! What is measured runs optimised: the command that was given is built anew and given again.

use std::process::Command;

use crate::terminal::Outcome;

/// The option that says that this process is optimised already.
const INNER: &str = "--inner";

/// Builds these commands optimised, and runs the one of this process again with `--inner`, in the same folder.
pub(crate) fn again() -> Outcome {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["run", "--quiet", "--release", "--package", "xtask", "--"]);
    cargo.args(std::env::args_os().skip(1)).arg(INNER);
    match cargo.status()?.success() {
        true => Ok(()),
        false => Err("it did not come to its end".into()),
    }
}
