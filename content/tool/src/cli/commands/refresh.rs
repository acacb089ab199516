//! `cittadini refresh`: the nightly signature, with the online key alone.

use serde::Serialize;

use super::super::args::RefreshArgs;
use super::places::{Destination, stop_on_interrupt};
use super::publish::{check_development, open_keys};
use crate::host::MirrorReport;
use crate::repository::{PublishOptions, RefreshReport, refresh};
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::clock;
use crate::terminal::passphrase::Asked;
use crate::terminal::style::{GOOD, paint};
use crate::terminal::words::messages;

/// What a refresh answers to a program.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    refresh: &'a RefreshReport,
    #[serde(skip_serializing_if = "Option::is_none")]
    mirror: Option<&'a MirrorReport>,
}

/// Runs the verb. What others have published at the place since is taken in first: nobody is there to be asked.
pub(in super::super) fn run(console: &mut Console, args: &RefreshArgs) -> Outcome {
    let asked = Asked::new(console, args.passphrase.passphrase_file.as_ref());
    let keys = open_keys(console, &args.keys)?.with_passphrases(Box::new(asked));
    check_development(console, &keys, args.dev)?;
    let now = clock(args.clock).now();
    let to = Destination::of(console, &args.to, args.repository.as_ref(), false)?;
    let stopped = stop_on_interrupt()?;
    let taken = to.check_or_take(console, &keys, now)?;
    let options = PublishOptions { now, dev: args.dev };
    let report = refresh(&keys, &to.repository, options, &taken)
        .map_err(|error| Failure::repository(console, error))?;
    let mirrored = to.send(console, now, &stopped)?;
    if console.json {
        console.object(&Answer { refresh: &report, mirror: mirrored.as_ref() })?;
        return Ok(());
    }
    let path = to.repository.display().to_string();
    let done = messages::refresh_done(path, report.release.to_string());
    let mut lines = vec![paint(GOOD, &console.say(done))];
    lines.extend(mirrored.iter().flat_map(|report| to.lines(console, report)));
    console.print(&lines.join("\n"))?;
    Ok(())
}
