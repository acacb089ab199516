//! `cittadini keys status`: what expires when, and whose signatures are missing.

use super::waiting;
use crate::cli::args::KeysStatusArgs;
use crate::status::{Expiry, status};
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome, exit};
use crate::terminal::moment::clock;
use crate::terminal::style::{BAD, GOOD, WARN, paint};
use crate::terminal::words::messages;

/// Runs the verb. What is late makes it fail, so that a robot can call it and raise the alarm.
pub(super) fn run(console: &mut Console, args: &KeysStatusArgs) -> Outcome {
    let now = clock(args.clock).now();
    let found = status(&args.keys, args.repository.as_deref(), now)
        .map_err(|error| Failure::repository(console, error))?;
    let late = found.expiries.iter().any(|expiry| expiry.late);
    if console.json {
        console.object(&found)?;
    } else {
        let mut lines: Vec<String> =
            found.expiries.iter().map(|expiry| line(console, expiry)).collect();
        lines.extend(waiting::lines(console, &found.waiting, &args.keys));
        if found.waiting.is_empty() {
            lines.push(console.say(messages::keys_nothing_waits()));
        }
        console.print(&lines.join("\n"))?;
    }
    match late {
        true => Err(Failure::Answered(exit::FAILED)),
        false => Ok(()),
    }
}

fn line(console: &Console, expiry: &Expiry) -> String {
    let Expiry { role, version, expires, days_left, late } = expiry;
    let state = match (late, *days_left < 0) {
        (_, true) => "expired",
        (true, _) => "late",
        _ => "good",
    };
    let day = cittadini_core::dates::day_in_italy(*expires).to_string();
    let said = messages::keys_expires(
        day,
        days_left.to_string(),
        role.as_str(),
        state,
        version.to_string(),
    );
    let style = match state {
        "good" => GOOD,
        "late" => WARN,
        _ => BAD,
    };
    paint(style, &console.say(said))
}
