//! The command `cittadini`: its command line, and a file for each verb under `commands`.

mod args;
mod commands;
mod help;
mod usage;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgMatches, FromArgMatches};

use crate::terminal::console::Console;
use crate::terminal::failure::{Outcome, exit};

use args::{Cli, NewVerb, Verb};

/// Runs the process's own command line.
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    ExitCode::from(run(&args, &mut Console::standard()))
}

/// Runs a command line, its first part being the name of the program, and returns its exit code.
pub fn run(args: &[OsString], console: &mut Console) -> u8 {
    console.speak(help::language(args));
    console.json = args.iter().any(|arg| arg == "--json");
    match parse(args, console).and_then(|cli| cli.map_or(Ok(()), |cli| obey(console, cli.verb))) {
        Ok(()) => exit::DONE,
        Err(failure) => failure.tell(console),
    }
}

/// The command line, or nothing where it asked for help and had it.
fn parse(args: &[OsString], console: &mut Console) -> Outcome<Option<Cli>> {
    let mut command = help::command(&console.words);
    command.build();
    let parsed = command
        .try_get_matches_from_mut(args)
        .and_then(|matches: ArgMatches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(cli) => Ok(Some(cli)),
        Err(error) => usage::answer(console, &error, &named(&command, args)).map(|()| None),
    }
}

/// The verb that a command line names, as far as it can be made out: `cittadini reader sync`.
fn named(command: &clap::Command, args: &[OsString]) -> String {
    let mut name = command.get_name().to_owned();
    let mut here = command;
    for arg in args.iter().skip(1).filter_map(|arg| arg.to_str()) {
        if let Some(verb) = here.find_subcommand(arg) {
            name = format!("{name} {arg}");
            here = verb;
        }
    }
    name
}

fn obey(console: &mut Console, verb: Verb) -> Outcome {
    match verb {
        Verb::New(NewVerb::Procedure(args)) => commands::new::procedure(console, &args),
        Verb::New(NewVerb::Office(args)) => commands::new::office(console, &args),
        Verb::New(NewVerb::Language(args)) => commands::new::language(console, &args),
        Verb::New(NewVerb::Territory(args)) => commands::new::territory(console, &args),
        Verb::Show(args) => commands::show::run(console, &args),
        Verb::Check(args) => commands::check::run(console, &args),
        Verb::Build(args) => commands::build::run(console, &args),
        Verb::Keys(verb) => commands::keys::run(console, &verb),
        Verb::Publish(args) => commands::publish::run(console, &args),
        Verb::Refresh(args) => commands::refresh::run(console, &args),
        Verb::Fetch(args) => commands::fetch::run(console, &args),
        Verb::Seed(args) => commands::seed::run(console, &args),
        Verb::Export(args) => commands::export::run(console, &args),
        Verb::Poster(args) => commands::poster::run(console, &args),
        Verb::Territories(args) => commands::territories::run(console, &args),
        Verb::Serve(args) => commands::serve::run(console, &args),
        Verb::Preview(args) => commands::preview::run(console, &args),
        Verb::Differences(args) => commands::differences::run(console, &args),
        Verb::Translated(args) => commands::translated::run(console, &args),
        Verb::Reader(args) => crate::reader::run(console, &args),
    }
}
