//! `cittadini seed`: a release in one file.

use serde_json::json;

use super::super::args::SeedArgs;
use crate::repository::write_seed;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::style::{GOOD, paint, size};
use crate::terminal::words::messages;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &SeedArgs) -> Outcome {
    write_seed(&args.repository, &args.to).map_err(|error| Failure::repository(console, error))?;
    let bytes = std::fs::metadata(&args.to)
        .map_err(|error| Failure::file(console, &args.to, &error))?
        .len();
    if console.json {
        console.object(&json!({ "file": args.to, "bytes": bytes }))?;
        return Ok(());
    }
    let done = messages::seed_done(args.to.display().to_string(), size(bytes));
    console.print(&paint(GOOD, &console.say(done)))?;
    Ok(())
}
