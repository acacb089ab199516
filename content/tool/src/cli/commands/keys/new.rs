//! `cittadini keys new`: keys for real use, each under its passphrase.

use serde_json::json;

use super::territory;
use crate::cli::args::KeysNewArgs;
use crate::keys;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::passphrase::Asked;
use crate::terminal::style::{GOOD, WARN, paint};
use crate::terminal::words::messages;

/// Runs the verb.
pub(super) fn run(console: &mut Console, args: &KeysNewArgs) -> Outcome {
    let territory = territory(console, &args.content)?;
    let asked = Asked::new(console, args.passphrase.passphrase_file.as_ref());
    let mut made = Vec::new();
    for name in &args.names {
        let half = keys::create(&args.keys, name, &territory, &asked)
            .map_err(|error| Failure::repository(console, error))?;
        let file = |ending: &str| args.keys.join(format!("{name}.{ending}")).display().to_string();
        if console.json {
            made.push(json!({ "name": name, "id": half.id, "public": half.key.keyval.public }));
            continue;
        }
        let done = messages::keys_new_done(half.id.as_str(), file("pem"), file("pub"));
        console.print(&paint(GOOD, &console.say(done)))?;
    }
    match console.json {
        true => console.object(&json!({ "territory": territory, "keys": made }))?,
        false => console.print(&paint(WARN, &console.say(messages::keys_new_advice())))?,
    }
    Ok(())
}
