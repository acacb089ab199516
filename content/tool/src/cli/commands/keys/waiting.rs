//! What waits for signatures, for a person, with the next command to type.

use std::io;
use std::path::Path;

use serde_json::json;

use crate::signed::error::{Missing, Need, Of};
use crate::status::{Waits, waiting};
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, exit};
use crate::terminal::style::{WARN, paint};
use crate::terminal::words::messages;

/// Lines about each file: whose signatures it lacks, and how to give one.
pub(super) fn lines(console: &Console, waits: &[Waits], keys: &Path) -> Vec<String> {
    let mut lines = Vec::new();
    for Waits { file, missing } in waits {
        let path = file.display().to_string();
        if missing.needs.is_empty() {
            lines.push(console.say(messages::keys_complete(path)));
            continue;
        }
        lines.push(paint(WARN, &console.say(messages::keys_waits(path.as_str()))));
        for Need { of, have, wanted, keys } in &missing.needs {
            let group = match of {
                Of::Role => "role",
                Of::OldRoot => "old",
                Of::NewRoot => "new",
            };
            let lacking = (wanted - have).to_string();
            let names = keys.join(", ");
            let said = messages::keys_lacks(group, lacking, names, wanted.to_string());
            lines.push(format!("  {}", console.say(said)));
        }
        let how = messages::keys_how_to_sign(keys.display().to_string(), path);
        lines.push(format!("  {}", console.say(how)));
    }
    lines
}

/// Says that a release waits for the signatures of others. It is no mistake, and not published either.
pub(in crate::cli::commands) fn tell(
    console: &mut Console,
    keys: &Path,
    missing: &[Missing],
) -> Failure {
    match answer(console, keys, missing) {
        Ok(()) => Failure::Answered(exit::WAITING),
        Err(error) => Failure::Output(error),
    }
}

fn answer(console: &mut Console, keys: &Path, missing: &[Missing]) -> io::Result<()> {
    let waits: Vec<Waits> = waiting(keys)
        .unwrap_or_default()
        .into_iter()
        .filter(|file| missing.contains(&file.missing))
        .collect();
    if console.json {
        return console.object(&json!({ "waiting": waits }));
    }
    let mut said = lines(console, &waits, keys);
    said.insert(0, console.say(messages::publish_waits()));
    console.print(&said.join("\n"))
}
