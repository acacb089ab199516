//! The terminal reader: a shell like the phone's, over the real core.
//!
//! Each call of the core is a verb. [`show`] turns a screen into text; with `--json` the screen itself is printed.

mod args;
mod carried;
mod dates;
mod open;
pub mod show;
mod sync;
mod sync_due;
mod territories;

use cittadini_core::{ApiError, Core};
use clap::Subcommand as _;
use serde::Serialize;

use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::words::{Message, messages};

use args::{Chosen, Options, ReaderVerb};

pub(crate) use args::{Choices, ReaderArgs};
pub(crate) use open::check_municipality;

/// Runs one verb on one data folder.
pub(crate) fn run(console: &mut Console, args: &ReaderArgs) -> Outcome {
    let options = &args.options;
    let core = open::open(console, options)?;
    match &args.verb {
        ReaderVerb::Sync { only_mine } => sync::run(console, core, options, *only_mine),
        ReaderVerb::Export { file } => carried::export(console, core, file),
        ReaderVerb::Import { file } => carried::import(console, core, file),
        ReaderVerb::SyncDue { network, occasion } => {
            sync_due::run(console, &core, options, (*network).into(), (*occasion).into())
        }
        ReaderVerb::Settings(chosen) => settings(console, &core, options, chosen),
        ReaderVerb::Territories => territories::list(console, &core),
        ReaderVerb::TerritoryOffer { qr } => territories::offer(console, &core, qr),
        ReaderVerb::AddTerritory { qr, yes } => territories::add(console, core, qr, *yes),
        ReaderVerb::ChooseTerritory { territory_id: id } => {
            let chosen = core.choose_territory(id);
            territories::changed(console, &core, chosen, messages::territory_chosen())
        }
        ReaderVerb::RemoveTerritory { territory_id: id } => {
            let removed = core.remove_territory(id);
            territories::changed(console, &core, removed, messages::territory_removed())
        }
        ReaderVerb::AgreeToInbox { territory_id: id, no } => {
            let agreed = core.agree_to_inbox(id, !no);
            territories::changed(console, &core, agreed, messages::territory_inbox_kept())
        }
        ReaderVerb::Home => screen(console, core.home(), show::home),
        ReaderVerb::Labels => screen(console, core.labels(), show::labels),
        ReaderVerb::Procedures => screen(console, core.procedures(), show::procedures),
        ReaderVerb::Procedure { id } => {
            let found = known(console, &core, id, core.procedure(id), has_procedure)?;
            screen(console, Ok(found), show::procedure)
        }
        ReaderVerb::Offices => screen(console, core.offices(), show::offices),
        ReaderVerb::Office { id } => {
            let found = known(console, &core, id, core.office(id), has_office)?;
            screen(console, Ok(found), show::office)
        }
        ReaderVerb::Hours { id } => {
            let found = known(console, &core, id, core.hours(id), has_office)?;
            screen(console, Ok(found), show::hours)
        }
        ReaderVerb::OpenNow(wanted) => {
            screen(console, core.open_now(&wanted.filter()), show::open_now)
        }
        ReaderVerb::Search { words, limit } => {
            screen(console, core.search(&words.join(" "), *limit), show::search)
        }
        ReaderVerb::Terms => screen(console, core.terms(), show::terms),
        ReaderVerb::Notices => screen(console, core.notices(), show::notices),
        ReaderVerb::Changes { since } => {
            screen(console, core.changes(since.as_ref()), show::changes)
        }
        ReaderVerb::Deadline(args) => dates::deadline(console, &core, args),
        ReaderVerb::Timeline(args) => dates::timeline(console, &core, args),
        ReaderVerb::Freshness => screen(console, core.freshness(), show::freshness),
        ReaderVerb::Trees => screen(console, core.trees(), show::trees),
        ReaderVerb::Triage { tree, answers } => {
            let found = known(console, &core, tree, core.triage(tree, answers), has_tree)?;
            screen(console, Ok(found), show::triage)
        }
    }
}

/// The names of the verbs, as the command line knows them.
pub fn verbs() -> Vec<String> {
    let command = ReaderVerb::augment_subcommands(clap::Command::new("reader"));
    command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect()
}

/// Prints a screen: as it is for a program, as text for a person.
pub(crate) fn screen<T: Serialize>(
    console: &mut Console,
    screen: Result<T, ApiError>,
    show: impl FnOnce(&T, usize) -> String,
) -> Outcome {
    let screen = screen.map_err(|error| Failure::core(console, &error))?;
    match console.json {
        true => console.object(&screen)?,
        false => console.print(&show(&screen, console.width))?,
    }
    Ok(())
}

/// A screen of an id. Where the id is the trouble, the sentence says so in the reader's words.
fn known<T>(
    console: &Console,
    core: &Core,
    id: &str,
    screen: Result<T, ApiError>,
    exists: fn(&Core, &str) -> bool,
) -> Outcome<T> {
    match screen {
        Err(ApiError::InvalidInput { .. }) if !exists(core, id) => {
            Err(Failure::invalid(console.say(messages::reader_unknown_id(id))))
        }
        other => other.map_err(|error| Failure::core(console, &error)),
    }
}

fn has_procedure(core: &Core, id: &str) -> bool {
    core.procedures().is_ok_and(|screen| {
        screen.groups.iter().flat_map(|group| &group.procedures).any(|card| card.id == id)
    })
}

fn has_office(core: &Core, id: &str) -> bool {
    core.offices().is_ok_and(|screen| screen.offices.iter().any(|office| office.id == id))
}

fn has_tree(core: &Core, id: &str) -> bool {
    core.triage(id, &[]).is_ok()
}

/// Shows the reader's choices; keeps the ones that were given when asked to.
fn settings(console: &mut Console, core: &Core, options: &Options, chosen: &Chosen) -> Outcome {
    let settings = core.settings().map_err(|error| Failure::core(console, &error))?;
    let settings = chosen.over(settings);
    if chosen.keep && (options.choices.change_settings() || chosen.change_settings()) {
        core.set_settings(&settings).map_err(|error| Failure::core(console, &error))?;
    }
    if console.json {
        console.object(&settings)?;
        return Ok(());
    }
    let mut text = show::settings(&settings, console.width);
    if chosen.keep {
        let kept: Message = messages::settings_kept();
        text = format!("{text}\n{}", console.say(kept));
    }
    console.print(&text)?;
    Ok(())
}
