//! `cittadini keys`: the keys of a territory, and the signatures that are collected one by one.

mod init;
mod new;
mod retire;
mod root;
mod sign;
mod status;
mod waiting;

use crate::cli::args::{ContentArgs, KeysVerb};
use crate::source::load::{LoadError, territories};
use crate::terminal::console::Console;
use crate::terminal::failure::Outcome;

use super::content::both;
pub(super) use waiting::tell as tell_waiting;

/// Runs a verb of `keys`.
pub(in super::super) fn run(console: &mut Console, verb: &KeysVerb) -> Outcome {
    match verb {
        KeysVerb::Init(args) => init::run(console, args),
        KeysVerb::New(args) => new::run(console, args),
        KeysVerb::Root(args) => root::run(console, args),
        KeysVerb::Sign(args) => sign::run(console, args),
        KeysVerb::Retire(args) => retire::run(console, args),
        KeysVerb::Status(args) => status::run(console, args),
    }
}

/// The territory that was named, or the only one of the content folder.
fn territory(console: &Console, args: &ContentArgs) -> Outcome<String> {
    if let Some(territory) = &args.territory {
        return Ok(territory.clone());
    }
    let there = territories(&args.content);
    match there.as_slice() {
        [only] => Ok(only.clone()),
        _ => Err(both("Content", console, &LoadError::WhichTerritory(there.clone()).say())),
    }
}
