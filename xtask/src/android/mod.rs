//! `cargo xtask android`: what runs on Android, built and tested on this computer.

mod apk;
pub(crate) mod app;
pub(crate) mod core;
mod later;
mod lint;
mod maven;
mod native;
mod published;
mod resources;

use crate::terminal::Outcome;
use crate::test::Verdict;
use crate::test::build;

/// Which part.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(subcommand)]
    part: Part,
}

#[derive(Debug, Clone, Copy, clap::Subcommand)]
enum Part {
    /// The Kotlin library: generates the bindings and tests them on the JVM against the library for this computer.
    Core,
    /// The app: its tests on Robolectric, pictures of its screens, its APK.
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
