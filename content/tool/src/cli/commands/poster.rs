//! `cittadini poster`: the page with the QR code that adds a territory.

use serde_json::json;

use super::super::args::PosterArgs;
use super::publish::refuse_development;
use crate::files::write_atomically;
use crate::poster::{invitation, poster};
use crate::repository::Identity;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::style::{GOOD, paint};
use crate::terminal::words::messages;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &PosterArgs) -> Outcome {
    let failed = |error| Failure::repository(console, error);
    let identity = Identity::of(&args.repository).map_err(failed)?;
    refuse_development(console, identity.development, args.dev)?;
    let page = poster(&identity, &args.url).map_err(failed)?;
    let offered = invitation(&identity, &args.url).map_err(failed)?;
    write_atomically(&args.to, page.as_bytes()).map_err(failed)?;
    if console.json {
        console.object(&json!({
            "file": args.to, "qr": offered.link(), "id": offered.id, "name": offered.name,
            "host": offered.host, "fingerprint": offered.grouped(),
        }))?;
        return Ok(());
    }
    let done = paint(GOOD, &console.say(messages::poster_done(args.to.display().to_string())));
    let next = console.say(messages::poster_next(offered.grouped(), offered.host));
    console.print(&format!("{done}\n{next}"))?;
    Ok(())
}
