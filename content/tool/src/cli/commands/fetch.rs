//! `cittadini fetch`: the release of a place, into a folder.

use serde_json::json;

use super::super::args::FetchArgs;
use super::publish::open_keys;
use crate::host::fetch;
use crate::repository::current_release;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::clock;
use crate::terminal::progress::Bar;
use crate::terminal::style::{GOOD, count, paint};
use crate::terminal::words::messages;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &FetchArgs) -> Outcome {
    let keys = open_keys(console, &args.keys)?;
    let place = args.from.to_string();
    let host = args.from.open().map_err(|error| Failure::host(console, error))?;
    let now = clock(args.clock).now();
    let bar = Bar::start(console, console.say(messages::work_looking(place.as_str())));
    let report = fetch(host.as_ref(), &place, &args.repository, &keys, now)
        .map_err(|error| Failure::host(console, error))?;
    drop(bar);
    let release = current_release(&args.repository)
        .map_err(|error| Failure::repository(console, error))?
        .unwrap_or(0);
    if console.json {
        let files = report.files_written;
        console.object(&json!({ "release": release, "files_written": files }))?;
        return Ok(());
    }
    let path = args.repository.display().to_string();
    let files = console.say(messages::publish_files(count(report.files_written.len())));
    let said = match report.changed {
        true => messages::fetch_done(files, path, release.to_string()),
        false => messages::fetch_same(path, release.to_string()),
    };
    console.print(&paint(GOOD, &console.say(said)))?;
    Ok(())
}
