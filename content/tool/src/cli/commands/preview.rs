//! `cittadini preview`: what a phone would see of the content as it is now.

use cittadini_core::dates::day_in_italy;
use serde_json::json;

use super::super::args::PreviewArgs;
use super::throwaway::Throwaway;
use super::{release, serve};
use crate::terminal::console::Console;
use crate::terminal::failure::Outcome;
use crate::terminal::moment::clock;
use crate::terminal::style::{TITLE, paint};
use crate::terminal::words::messages;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &PreviewArgs) -> Outcome {
    let now = clock(args.clock).now();
    let draft = release::release(console, &args.content, day_in_italy(now))?;
    let release = Throwaway::publish(console, &draft, now)?;
    let server = serve::start(console, &release.repository(), args.port)?;
    let (root, data) = (release.root(), release.data());
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
