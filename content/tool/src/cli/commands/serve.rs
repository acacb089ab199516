//! `cittadini serve`: a folder on the loopback interface.

use std::path::Path;
use std::sync::mpsc;

use serde_json::json;

use super::super::args::ServeArgs;
use crate::serve::Server;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::interrupt::on_interrupt;
use crate::terminal::style::{QUIET, paint};
use crate::terminal::words::messages;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &ServeArgs) -> Outcome {
    let server = start(console, &args.folder, args.port)?;
    // The first line is the address and nothing else: scripts read it.
    if console.json {
        console.object(&json!({ "url": server.url() }))?;
    } else {
        console.print(&server.url())?;
    }
    until_interrupted(console)?;
    server.stop();
    Ok(())
}

/// Starts the server, or says why not.
pub(super) fn start(console: &Console, folder: &Path, port: u16) -> Outcome<Server> {
    Server::start(folder, port).map_err(|error| {
        let reason = format!("{}: {error}", folder.display());
        Failure::new("Server", console.say(messages::error_server(reason)))
    })
}

/// Waits for Ctrl-C.
pub(super) fn until_interrupted(console: &mut Console) -> Outcome {
    let (stop, stopped) = mpsc::channel();
    on_interrupt(move || {
        let _ = stop.send(());
    })?;
    if console.watched {
        console.note(&paint(QUIET, &console.say(messages::serve_stop())))?;
    }
    // An error means that nobody can stop it any more, which amounts to the same.
    let _ = stopped.recv();
    Ok(())
}
