//! `cargo xtask ios`: the Swift package built and tested on Linux, the SwiftUI views checked without Apple's SDK.

pub(crate) mod app;
mod chroot;
pub(crate) mod core;

use std::path::PathBuf;

use crate::folder;
use crate::terminal::Outcome;
use crate::test::{Verdict, build};

/// Which part.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    part: Part,
}

#[derive(Debug, Clone, Copy, clap::Subcommand)]
enum Part {
    /// The Swift package: generates the bindings and tests them on Linux against the library for this computer.
    Core,
    /// The SwiftUI views: format, and types against a stand-in for SwiftUI, which seeded mistakes must turn red.
    App,
}

/// Builds and tests a part.
pub(crate) fn run(options: &Options) -> Outcome {
    let built = build::everything()?;
    let verdict = match options.part {
        Part::Core => core::suite(&built),
        Part::App => app::suite(&built),
    };
    match verdict {
        Verdict::Passed => Ok(()),
        Verdict::Failed(why) | Verdict::Skipped(why) | Verdict::LeftOut(why) => Err(why.into()),
    }
}

/// The folder of the Swift package.
fn package() -> PathBuf {
    folder::project().join("ios")
}
