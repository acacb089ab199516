//! `cittadini keys root`: the next root, made from public halves.

use std::collections::BTreeMap;

use serde_json::json;

use super::waiting;
use crate::cli::args::KeysRootArgs;
use crate::keys::{CeremonyOptions, Holder, prepare};
use crate::status;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::clock;
use crate::terminal::words::messages;

/// Runs the verb.
pub(super) fn run(console: &mut Console, args: &KeysRootArgs) -> Outcome {
    let failed = |console: &Console, error| Failure::repository(console, error);
    let thresholds: BTreeMap<Holder, usize> = args.threshold.iter().copied().collect();
    let options = CeremonyOptions { thresholds, renew: args.renew, now: clock(args.clock).now() };
    let prepared = prepare(&args.keys, &options).map_err(|error| failed(console, error))?;
    let mut waits = status::waiting(&args.keys).map_err(|error| failed(console, error))?;
    waits.retain(|file| file.missing.role == "root");
    if console.json {
        console.object(&json!({
            "root": prepared.root,
            "delegates_changed": prepared.delegates_changed,
            "waiting": waits,
        }))?;
        return Ok(());
    }
    let mut lines = Vec::new();
    match prepared.root {
        Some(version) => lines.push(console.say(messages::keys_root_made(version.to_string()))),
        None => lines.push(console.say(messages::keys_root_same())),
    }
    lines.extend(waiting::lines(console, &waits, &args.keys));
    if prepared.delegates_changed && prepared.root != Some(1) {
        lines.push(console.say(messages::keys_delegates_changed()));
    }
    console.print(&lines.join("\n"))?;
    Ok(())
}
