//! The command `cittadini`.

use std::process::ExitCode;

fn main() -> ExitCode {
    cittadini::cli::main()
}
