//! `cittadini keys retire`: a key that signs no further root.

use serde_json::json;

use crate::cli::args::KeysRetireArgs;
use crate::keys;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::words::messages;

/// Runs the verb.
pub(super) fn run(console: &mut Console, args: &KeysRetireArgs) -> Outcome {
    keys::retire(&args.keys, &args.name).map_err(|error| Failure::repository(console, error))?;
    if console.json {
        console.object(&json!({ "retired": args.name }))?;
        return Ok(());
    }
    let path = args.keys.display().to_string();
    console.print(&console.say(messages::keys_retire_done(args.name.as_str(), path)))?;
    Ok(())
}
