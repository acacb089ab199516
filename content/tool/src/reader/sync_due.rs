//! `reader sync-due`: whether a sync is due, as a shell asks before it begins one.

use cittadini_core::sync::{NetworkKind, Occasion, SyncDue};
use cittadini_core::{Core, SyncMode};
use jiff::Timestamp;

use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::clock;
use crate::terminal::words::{Message, messages};

use super::args::Options;

/// Runs the verb.
pub(super) fn run(
    console: &mut Console,
    core: &Core,
    options: &Options,
    network: NetworkKind,
    occasion: Occasion,
) -> Outcome {
    if options.repository.is_none() {
        return Err(Failure::invalid(console.say(messages::reader_no_repository())));
    }
    let answer = core.sync_due(network, occasion);
    let answer = answer.map_err(|error| Failure::core(console, &error))?;
    match console.json {
        true => console.object(&answer)?,
        false => {
            let now = clock(options.choices.clock).now();
            console.print(&console.say(readable(&answer, now)))?;
        }
    }
    Ok(())
}

fn readable(answer: &SyncDue, now: Timestamp) -> Message {
    let mode = match answer.mode {
        SyncMode::All => "all",
        SyncMode::OnlyMine => "only_mine",
    };
    let moment = answer.not_before.to_string();
    match answer.due {
        true => messages::due_now(mode),
        false if answer.not_before > now => messages::due_not_before(moment),
        false => messages::due_not_over_this(moment),
    }
}
