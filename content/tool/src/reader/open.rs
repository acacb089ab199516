//! Opening the data folder the way the options say.

use std::path::PathBuf;
use std::sync::Arc;

use cittadini_core::personal::Settings;
use cittadini_core::ports::Clock;
use cittadini_core::{ApiError, Config, Core};

use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::clock;
use crate::terminal::words::messages;

use super::args::Options;

/// The core on the data folder. Options stand in for kept settings, for this call only.
pub(super) fn open(console: &Console, options: &Options) -> Outcome<Core> {
    let clock = clock(options.choices.clock);
    let mut config = Config {
        data_dir: options.data.clone(),
        root: file(console, options.root.as_ref())?,
        repository: options.repository.clone(),
        territories: file(console, options.territories.as_ref())?,
        ..Config::default()
    };
    if options.choices.change_settings() {
        let kept = kept(&config, &clock).map_err(|error| Failure::core(console, &error))?;
        config.settings = Some(options.choices.over(kept));
    }
    config.seed = options.seed.clone();
    let opened = Core::open(config, clock).map_err(|error| Failure::core(console, &error))?;
    if options.choices.municipality.is_some() {
        check_municipality(console, &opened)?;
    }
    Ok(opened)
}

/// The bytes of a file that an option names.
fn file(console: &Console, path: Option<&PathBuf>) -> Outcome<Option<Vec<u8>>> {
    let Some(path) = path else { return Ok(None) };
    let read = std::fs::read(path);
    read.map(Some).map_err(|error| unreadable(Failure::file(console, path, &error)))
}

/// A file that was named and cannot be read is a wrong argument.
fn unreadable(failure: Failure) -> Failure {
    match failure {
        Failure::Error { sentence, .. } => Failure::invalid(sentence),
        other => other,
    }
}

/// The settings of last time.
fn kept(config: &Config, clock: &Arc<dyn Clock>) -> Result<Settings, ApiError> {
    let core = Core::open(config.clone(), Arc::clone(clock))?;
    let settings = core.settings()?;
    core.close()?;
    Ok(settings)
}

/// Says which municipalities there are when the one that was named is not among them.
pub(crate) fn check_municipality(console: &Console, core: &Core) -> Outcome {
    let refused = |error: ApiError| Failure::core(console, &error);
    let settings = core.settings().map_err(refused)?;
    match core.check_municipality(&settings) {
        Err(ApiError::InvalidInput { .. }) => {
            let known = core.home().map_err(refused)?.municipalities;
            let list = known.iter().map(|found| found.name.as_str()).collect::<Vec<_>>().join(", ");
            let name = settings.municipality.unwrap_or_default();
            Err(Failure::invalid(console.say(messages::reader_unknown_municipality(list, name))))
        }
        other => other.map_err(refused),
    }
}
