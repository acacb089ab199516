//! `cittadini keys init`: all development keys at once.

use std::path::Path;

use serde_json::json;

use super::territory;
use crate::cli::args::KeysInitArgs;
use crate::keys::{self, KeysOptions};
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::clock;
use crate::terminal::style::{WARN, paint};
use crate::terminal::words::messages;

/// Runs the verb.
pub(super) fn run(console: &mut Console, args: &KeysInitArgs) -> Outcome {
    if !args.development {
        return Err(Failure::new("RealKeys", console.say(messages::error_real_keys())));
    }
    let territory = territory(console, &args.content)?;
    check_empty(console, &args.keys)?;
    let options = KeysOptions::development(&territory, clock(args.clock).now());
    keys::init(&args.keys, &options).map_err(|error| Failure::repository(console, error))?;
    let path = args.keys.display().to_string();
    if console.json {
        console.object(&json!({
            "keys": path,
            "territory": territory,
            "development": args.development,
            "root": args.keys.join("root.json"),
        }))?;
        return Ok(());
    }
    let done = console.say(messages::keys_done(path, territory));
    let advice = paint(WARN, &console.say(messages::keys_development()));
    console.print(&format!("{done}\n{advice}"))?;
    Ok(())
}

/// Keys are never overwritten: who loses them loses the territory.
fn check_empty(console: &Console, folder: &Path) -> Outcome {
    let occupied = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    match occupied {
        false => Ok(()),
        true => {
            let path = folder.display().to_string();
            Err(Failure::new("NotEmpty", console.say(messages::error_keys_exist(path))))
        }
    }
}
