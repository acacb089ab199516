//! The client workflow, store and transport of the core behind the command line of tuf-conformance 2.4.0 (`CLIENT-CLI.md`
//! there). It decides nothing itself. `cargo xtask conformance` lets the suite run it.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod client;
mod store;

use client::Client;

/// A TUF client, to be tested.
#[derive(Debug, Parser)]
struct Arguments {
    /// Where trusted metadata is kept and shown.
    #[arg(long)]
    metadata_dir: PathBuf,
    /// Where the repository has its metadata.
    #[arg(long)]
    metadata_url: Option<String>,
    /// A target to download. More than one share one walk through the workflow.
    #[arg(long)]
    target_name: Vec<String>,
    /// Where the repository has its targets.
    #[arg(long)]
    target_base_url: Option<String>,
    /// Where targets are written.
    #[arg(long)]
    target_dir: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Trusts a root.
    Init {
        /// The file of the root.
        trusted_root: PathBuf,
    },
    /// Brings the top-level roles up to date.
    Refresh,
    /// Does the same, then downloads targets.
    Download,
}

/// Whatever went wrong, as one sentence.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = run(&arguments);
    // The suite looks at what is trusted after a failure too.
    match outcome.and(store::show(&arguments.metadata_dir)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(anstream::stderr(), "tuf-conformance-client: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Outcome {
    if let Command::Init { trusted_root } = &arguments.command {
        return store::init(&arguments.metadata_dir, trusted_root);
    }
    let metadata_url = arguments.metadata_url.as_ref().ok_or("--metadata-url is missing")?;
    let mut client = Client::new(store::open(&arguments.metadata_dir)?, metadata_url)?;
    client.refresh()?;
    if matches!(arguments.command, Command::Refresh) {
        return Ok(());
    }
    let url = arguments.target_base_url.as_ref().ok_or("--target-base-url is missing")?;
    let folder = arguments.target_dir.as_ref().ok_or("--target-dir is missing")?;
    arguments.target_name.iter().try_for_each(|name| client.download(name, url, folder))
}
