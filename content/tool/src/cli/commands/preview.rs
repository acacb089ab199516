//! `cittadini preview`: what a phone would see of the content as it is now.

use std::sync::atomic::AtomicBool;

use serde_json::json;

use super::super::args::PreviewArgs;
use super::{publish, release, serve};
use crate::keys::{self, KeysOptions};
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::{clock, day_of};
use crate::terminal::style::{TITLE, paint};
use crate::terminal::words::messages;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &PreviewArgs) -> Outcome {
    let now = clock(args.clock).now();
    let draft = release::release(console, &args.content, day_of(now))?;
    let folder = tempfile::Builder::new()
        .prefix("cittadini-preview-")
        .tempdir()
        .map_err(|error| Failure::file(console, &std::env::temp_dir(), &error))?;
    let keys = folder.path().join("keys");
    let repository = folder.path().join("repository");
    keys::init(&keys, &KeysOptions::development(&draft.territory, now))
        .map_err(|error| Failure::repository(console, error))?;
    let unstopped = AtomicBool::new(false);
    publish::sign(console, &draft, &keys, &repository, (now, true), &unstopped)?;
    let server = serve::start(console, &repository, args.port)?;
    let root = keys.join("root.json");
    let data = folder.path().join("data");
    let reader = format!(
        "cittadini reader --data {} --root {} --repository {}",
        data.display(),
        root.display(),
        server.url(),
    );
    if console.json {
        let url = server.url();
        console.object(&json!({ "url": url, "root": root, "data": data, "reader": reader }))?;
    } else {
        let ready = console.say(messages::preview_ready());
        let reader = format!("  {reader}");
        let home = format!("cittadini reader --data {} home --language ar", data.display());
        console.print(&format!(
            "{}\n{ready}\n{}\n{}",
            server.url(),
            paint(TITLE, &format!("{reader} sync")),
            paint(TITLE, &format!("  {home}")),
        ))?;
    }
    serve::until_interrupted(console)?;
    server.stop();
    Ok(())
}
