//! The commands for developers: `cargo xtask demo`, `test`, `conformance`, `sabotage`, `crash`, `fuzz`, `bench`,
//! `eval-search`, `freeze`, `size`, `android`, `ios`, `web`.
//!
//! They need what the README says and set everything else up themselves. Nothing here decides anything about content:
//! what they show is what the core returns, what they publish is what the content tool wrote.

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod android;
mod bench;
mod conformance;
mod crash;
mod demo;
mod folder;
mod freeze;
mod fuzz;
mod ios;
mod limits;
mod npm;
mod optimised;
mod phone;
mod phone_build;
mod process;
mod python;
mod python_tuf;
mod release;
mod sabotage;
mod search;
mod size;
mod terminal;
mod test;
mod web;

/// Commands for developers.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Shows the whole way: content files, a signed release, a server, a sync, a reader without a network.
    Demo(demo::Options),
    /// Runs every test suite and says how many minutes each took.
    Test(test::Options),
    /// Lets the conformance suite of The Update Framework judge the workflow that phones run.
    Conformance(conformance::Options),
    /// Invents bytes from outside and looks whether something gives way.
    Fuzz(fuzz::Options),
    /// Keeps the packs and the reader of today for the tests of every later day.
    Freeze(freeze::Options),
    /// Measures an optimised build with 70 procedures in 12 languages, and what each kind of sync costs.
    Bench(bench::Options),
    /// Asks a search engine questions whose right page is known, and says how often it finds it.
    EvalSearch(search::Options),
    /// Measures what phones and browsers load, and says what costs how much.
    Size(size::Options),
    /// Builds the core and a page for browsers, and tests both in Chromium.
    Web(web::Options),
    /// Builds and tests what runs on Android, on this computer.
    Android(android::Options),
    /// Builds and tests what runs on iPhones, on this computer.
    Ios(ios::Options),
    /// Takes away one defence of the sync after the other, on a copy, and shows that a test goes red.
    Sabotage(sabotage::Options),
    /// Kills a reader and cuts its connections while it syncs, and looks at what is left.
    Crash(crash::Options),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Demo(options) => demo::run(&options),
        Command::Test(options) => test::run(&options),
        Command::Conformance(options) => conformance::run(&options),
        Command::Fuzz(options) => fuzz::run(&options),
        Command::Freeze(options) => freeze::run(&options),
        Command::Bench(options) => bench::run(&options),
        Command::EvalSearch(options) => search::run(&options),
        Command::Size(options) => size::run(&options),
        Command::Web(options) => web::run(&options),
        Command::Android(options) => android::run(&options),
        Command::Ios(options) => ios::run(&options),
        Command::Sabotage(options) => sabotage::run(&options),
        Command::Crash(options) => crash::run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(anstream::stderr(), "xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
