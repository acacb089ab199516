//! A reader over the real session, stores and transport, which says on standard output which phase it is in, so that
//! `cargo xtask crash` can kill it there. It decides nothing itself and goes into no package.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use cittadini_core::content::ContentStore;
use cittadini_core::sync::{
    Expiry, HttpTransport, Languages, PartFiles, SessionConfig, SyncSession, TrustStore, Wanted,
    run,
};
use clap::{Parser, Subcommand};
use jiff::Timestamp;

mod phases;
mod state;

use phases::{Packs, Wire};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// A reader that is made to be killed.
#[derive(Debug, Parser)]
struct Arguments {
    /// The data folder.
    #[arg(long)]
    data: PathBuf,
    /// The root that came with the app.
    #[arg(long)]
    root: PathBuf,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Syncs once and says each phase.
    Sync {
        /// The repository.
        url: String,
    },
    /// Opens what is there, and says as one JSON object what it is.
    Check,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match act(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "crash-reader: {error}");
            ExitCode::FAILURE
        }
    }
}

fn act(arguments: &Arguments) -> Outcome {
    let data = &arguments.data;
    std::fs::create_dir_all(data)?;
    let root = std::fs::read(&arguments.root)?;
    let (trust, _) = TrustStore::open(&data.join("trust.db"), Some(&root))?.ok_or("no root")?;
    let content = ContentStore::open(data, &trust.installed()?)?;
    match &arguments.verb {
        Verb::Sync { url } => sync(data, url, trust, &content),
        Verb::Check => say(&state::read(data, &trust, &content)?.to_string()),
    }
}

fn sync(data: &Path, url: &str, trust: TrustStore, content: &ContentStore) -> Outcome {
    let config = SessionConfig {
        base_url: url.to_owned(),
        now: Timestamp::now(),
        expiry: Expiry::Now,
        wanted: Wanted { languages: Languages::All, operator: false },
        territory: None,
    };
    let session =
        SyncSession::new(config, Arc::new(trust))?.keeping_parts(PartFiles::new(data.join("dl")));
    let (wire, packs) = (Wire(HttpTransport::new()?), Packs::new(content, data));
    let report = run(session, &wire, &packs, &AtomicBool::new(false), &|_| ())?;
    match report.problem {
        Some(problem) => Err(problem.reason.into()),
        None => say("done"),
    }
}

/// One line, at once: whoever reads it acts within a millisecond.
fn say(line: &str) -> Outcome {
    let mut stdout = std::io::stdout().lock();
    writeln!(stdout, "{line}")?;
    Ok(stdout.flush()?)
}
