//! `cittadini show`: one item as a phone shows it, straight from the files.
//!
//! The way is the real one: the item and all that its screen speaks of are compiled, signed with keys that nobody keeps,
//! verified and read by the core. What is wrong in other files does not stand in the way; what is wrong with the item, or
//! with what it leads to, is shown instead of it.

mod reach;
mod screen;

use std::collections::BTreeSet;

use cittadini_core::dates::day_in_italy;
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
use crate::progress::UNSEEN;
use crate::reader::check_municipality;
use crate::repository::write_seed;
use crate::source::kind::Kind;
use crate::source::load::{Content, load_languages, territories};
use crate::source::scalars::nearest;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome, exit};
use crate::terminal::moment::clock;
use crate::terminal::progress::Bar;
use crate::terminal::style::count;
use crate::terminal::words::messages;
use crate::uses::users;

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
    let content = load_languages(folder, territory, &|lang| first_screen || wanted(lang), UNSEEN)
        .map_err(|error| content::both("Content", console, &error.say()))?;
    let found = check(&content, day_in_italy(now));
    drop(bar);

    let kind = known(console, &content, &args.id)?;
    if let Some(istat) = args.id.strip_prefix("comune-").filter(|_| kind == Kind::Municipality) {
        settings.municipality = Some(istat.to_owned());
    }
    let errors = found.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    let look =
        Look { content, errors, in_municipality: settings.municipality.is_some(), languages };
    let reached = match look.reached(&args.id, kind) {
        Ok(reached) => reached,
        Err(errors) => return Err(refused(console, args, &errors)?),
    };
    if !look.errors.is_empty() {
        console.warn(&console.say(messages::show_other_errors(count(look.errors.len()))))?;
    }
    let reduced = reach::reduced(&look.content, &reached);
    let item = reduced.items.get(&args.id).cloned();
    let item = item.ok_or_else(|| unknown(console, &look.content, &args.id))?;
    // A language is published or not whatever this item says in it: the app's own words come with it.
    let draft = draft_in(&reduced, &spoken(&look.content))
        .map_err(|error| content::both("Content", console, &error.say()))?;
    let (_release, core) = phone(console, &draft, settings, now)?;
    screen::print(console, &core, &reduced, &item)
}

/// The content, what is wrong with it, and who looks at it.
struct Look {
    content: Content,
    errors: Vec<Finding>,
    languages: Vec<String>,
    in_municipality: bool,
}

impl Look {
    /// What the item's screen speaks of, or what is wrong with that. An item that is seen where it is used comes with
    /// those of its users that are sound, if there is one.
    fn reached(&self, id: &str, kind: Kind) -> Result<BTreeSet<String>, Vec<Finding>> {
        let mut roots = vec![id];
        match kind {
            Kind::Territory | Kind::Municipality => {
                roots.extend(self.content.known.keys().map(String::as_str));
            }
            Kind::Contact | Kind::Document | Kind::Fee | Kind::Deadline | Kind::OfficeType => {
                let users = users(&self.content, id);
                let users: Vec<&str> = users.into_iter().map(|item| item.id.as_str()).collect();
                let sound: Vec<&str> =
                    users.iter().copied().filter(|user| self.sound(&[*user]).is_ok()).collect();
                roots.extend(if sound.is_empty() { users } else { sound });
            }
            _ => {}
        }
        self.sound(&roots)
    }

    /// What the screens of some items speak of, if nothing is wrong with it.
    fn sound(&self, roots: &[&str]) -> Result<BTreeSet<String>, Vec<Finding>> {
        let reached = reach::reach(&self.content, roots, &self.languages);
        let concerns = |finding: &&Finding| {
            let (languages, in_municipality) = (&self.languages, self.in_municipality);
            reach::concerns(&finding.file, &reached, languages, in_municipality)
        };
        let errors: Vec<Finding> = self.errors.iter().filter(concerns).cloned().collect();
        if errors.is_empty() { Ok(reached) } else { Err(errors) }
    }
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
