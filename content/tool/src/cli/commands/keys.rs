//! `cittadini keys`: the keys of a territory.

use std::path::Path;

use serde_json::json;

use super::super::args::{ContentArgs, KeysInitArgs};
use super::content::both;
use crate::keys::{self, KeysOptions};
use crate::source::load::{LoadError, territories};
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::clock;
use crate::terminal::style::{WARN, paint};
use crate::terminal::words::messages;

/// Runs `keys init`.
pub(in super::super) fn init(console: &mut Console, args: &KeysInitArgs) -> Outcome {
    let territory = territory(console, &args.content)?;
    check_empty(console, &args.keys)?;
    let now = clock(args.clock).now();
    let options = match args.development {
        true => KeysOptions::development(&territory, now),
        false => KeysOptions::production(&territory, now),
    };
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
    let advice = match args.development {
        true => messages::keys_development(),
        false => messages::keys_advice(),
    };
    let done = console.say(messages::keys_done(path, territory));
    console.print(&format!("{done}\n{}", paint(WARN, &console.say(advice))))?;
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

/// The territory that was named, or the only one of the content folder.
fn territory(console: &Console, args: &ContentArgs) -> Outcome<String> {
    if let Some(territory) = &args.territory {
        return Ok(territory.clone());
    }
    let there = territories(&args.content);
    match there.as_slice() {
        [only] => Ok(only.clone()),
        _ => Err(both("Content", console, &LoadError::WhichTerritory(there.clone()).say())),
    }
}
