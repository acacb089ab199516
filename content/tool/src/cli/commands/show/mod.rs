//! `cittadini show`: one item as a phone shows it, straight from the files.
//!
//! The way is the real one: the item and all that its screen speaks of are compiled, signed with keys that nobody keeps,
//! verified and read by the core. What is wrong in other files does not stand in the way; what is wrong with the item, or
//! with what it leads to, is shown instead of it.

mod reach;
mod screen;

use std::collections::BTreeSet;

use cittadini_core::personal::Settings;
use cittadini_core::{Config, Core};
use jiff::Timestamp;
use serde_json::json;

use super::super::args::ShowArgs;
use super::throwaway::Throwaway;
use super::{content, findings};
use crate::check::check;
use crate::draft::{Draft, draft_in, spoken};
use crate::finding::{Finding, Severity};
use crate::reader::check_municipality;
use crate::repository::write_seed;
use crate::source::kind::Kind;
use crate::source::load::{Content, load_languages, territories};
use crate::source::scalars::nearest;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome, exit};
use crate::terminal::moment::{clock, day_of};
use crate::terminal::progress::Bar;
use crate::terminal::style::count;
use crate::terminal::words::messages;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &ShowArgs) -> Outcome {
    let now = clock(args.choices.clock).now();
    let mut settings = args.choices.over(Settings::default());
    let bar = Bar::start(console, console.say(messages::work_showing()));
    let languages = languages(&settings);
    let wanted = |lang: &str| languages.iter().any(|own| own == lang);
    let (folder, territory) = (&args.content.content, args.content.territory.as_deref());
    // The first screen lists every language.
    let first_screen = territories(folder).contains(&args.id);
    let content = load_languages(folder, territory, &|lang| first_screen || wanted(lang))
        .map_err(|error| content::both("Content", console, &error.say()))?;
    let found = check(&content, day_of(now));
    drop(bar);

    let kind = known(console, &content, &args.id)?;
    if let Some(istat) = args.id.strip_prefix("comune-").filter(|_| kind == Kind::Municipality) {
        settings.municipality = Some(istat.to_owned());
    }
    let reached = reached(&content, &args.id, kind, &languages);
    let (concerns, others): (Vec<Finding>, Vec<Finding>) = found
        .into_iter()
        .filter(|finding| finding.severity == Severity::Error)
        .partition(|finding| {
            reach::concerns(&finding.file, &reached, &languages, settings.municipality.is_some())
        });
    if !concerns.is_empty() {
        return Err(refused(console, args, &concerns)?);
    }
    if !others.is_empty() {
        console.warn(&console.say(messages::show_other_errors(count(others.len()))))?;
    }
    let reduced = reach::reduced(&content, &reached);
    let item = reduced.items.get(&args.id).cloned();
    let item = item.ok_or_else(|| unknown(console, &content, &args.id))?;
    // A language is published or not whatever this item says in it: the app's own words come with it.
    let draft = draft_in(&reduced, &spoken(&content))
        .map_err(|error| content::both("Content", console, &error.say()))?;
    let (_release, core) = phone(console, &draft, settings, now)?;
    screen::print(console, &core, &reduced, &item)
}

/// The languages whose words can be on the screen.
fn languages(settings: &Settings) -> Vec<String> {
    let mut languages = settings.languages.clone();
    languages.push("it".to_owned());
    languages
}

fn known(console: &Console, content: &Content, id: &str) -> Outcome<Kind> {
    content.known.get(id).copied().ok_or_else(|| unknown(console, content, id))
}

fn unknown(console: &Console, content: &Content, id: &str) -> Failure {
    let near = nearest(id, content.known.keys().map(String::as_str));
    Failure::invalid(match near {
        Some(near) => console.say(messages::show_unknown_near(id, near)),
        None => console.say(messages::reader_unknown_id(id)),
    })
}

/// What the item's screen speaks of. An item that is seen where it is used comes with its users.
fn reached(content: &Content, id: &str, kind: Kind, languages: &[String]) -> BTreeSet<String> {
    let mut roots = vec![id];
    match kind {
        Kind::Territory | Kind::Municipality => {
            roots.extend(content.known.keys().map(String::as_str));
        }
        Kind::Contact | Kind::Document | Kind::Fee | Kind::Deadline | Kind::OfficeType => {
            roots.extend(screen::users(content, id).into_iter().map(|item| item.id.as_str()));
        }
        _ => {}
    }
    reach::reach(content, &roots, languages)
}

/// Shows what is wrong instead of the item.
fn refused(console: &mut Console, args: &ShowArgs, concerns: &[Finding]) -> Outcome<Failure> {
    let language = console.language;
    if console.json {
        let findings: Vec<_> = concerns.iter().map(|f| findings::report(f, language)).collect();
        console.object(&json!({ "errors": concerns.len(), "findings": findings }))?;
    } else {
        let each = concerns.iter().map(|f| findings::readable(console, &args.content, f));
        let text = each.collect::<Vec<_>>().join("\n\n");
        console.print(&text)?;
    }
    console
        .complain(&console.say(messages::show_errors(args.id.as_str(), count(concerns.len()))))?;
    Ok(Failure::Answered(exit::FAILED))
}

/// A phone that has the content installed, and the release it has it from.
fn phone(
    console: &Console,
    draft: &Draft,
    settings: Settings,
    now: Timestamp,
) -> Outcome<(Throwaway, Core)> {
    let release = Throwaway::publish(console, draft, now)?;
    let seed = release.seed();
    write_seed(&release.repository(), &seed)
        .map_err(|error| Failure::repository(console, error))?;
    let root = release.root();
    let root = std::fs::read(&root).map_err(|error| Failure::file(console, &root, &error))?;
    let named = settings.municipality.is_some();
    let config = Config {
        data_dir: release.data(),
        root: Some(root),
        seed: Some(seed),
        settings: Some(settings),
        ..Config::default()
    };
    let core =
        Core::open(config, clock(Some(now))).map_err(|error| Failure::core(console, &error))?;
    if named {
        check_municipality(console, &core)?;
    }
    Ok((release, core))
}
