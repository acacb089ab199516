//! The screen on which a phone shows an item.

use cittadini_core::model::Record;
use cittadini_core::screens::{ContactView, Header};
use cittadini_core::{ApiError, Core};
use serde::Serialize;
use serde_json::json;

use crate::reader::{screen, show};
use crate::source::compile::Item;
use crate::source::kind::Kind;
use crate::source::load::Content;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::words::{Message, messages};
use crate::uses::{steps_with, users};

/// Prints what the phone shows of an item.
pub(super) fn print(console: &mut Console, core: &Core, content: &Content, item: &Item) -> Outcome {
    let id = item.id.as_str();
    match item.kind {
        Kind::Procedure => screen(console, core.procedure(id), show::procedure),
        Kind::Office => screen(console, core.office(id), show::office),
        Kind::Term => {
            let terms = core.terms().map(|mut all| {
                all.terms.retain(|term| term.id == id);
                all
            });
            screen(console, terms, show::terms)
        }
        Kind::Notice => notice(console, core, item),
        Kind::Contact => contact(console, core, content, item),
        Kind::Document | Kind::Fee | Kind::Deadline | Kind::OfficeType => {
            in_steps(console, core, content, item)
        }
        Kind::Territory => screen(console, core.home(), show::home),
        Kind::Municipality => screen(console, core.offices(), show::offices),
        Kind::Tree => screen(console, core.triage(id, &[]), show::triage),
        Kind::Service | Kind::Organisation | Kind::Phrase | Kind::Holiday | Kind::OperatorNote => {
            nothing(console, item, messages::show_not_yet(item.kind.wire()))
        }
    }
}

/// A notice, if it holds today where the reader is.
fn notice(console: &mut Console, core: &Core, item: &Item) -> Outcome {
    let mut all = asked(console, core.notices())?;
    all.notices.retain(|notice| notice.id == item.id);
    match (&item.record, all.notices.as_slice()) {
        (Record::Notice(notice), []) => {
            let (from, until) = (notice.publish_from.to_string(), notice.expires_on.to_string());
            nothing(console, item, messages::show_notice_not_now(from, until))
        }
        _ => screen(console, Ok(all), show::notices),
    }
}

/// A contact, from the first screen that shows it.
fn contact(console: &mut Console, core: &Core, content: &Content, item: &Item) -> Outcome {
    let home = asked(console, core.home())?;
    let mut shown = home.emergency;
    for user in users(content, &item.id) {
        match user.kind {
            Kind::Office => shown.extend(asked(console, core.office(&user.id))?.contacts),
            _ => shown.extend(asked(console, core.procedure(&user.id))?.contact),
        }
    }
    match shown.into_iter().find(|contact| contact.id == item.id) {
        Some(contact) => {
            let found = Contact { header: home.header, contact };
            screen(console, Ok(found), |found, width| {
                show::contacts(&found.header, &found.contact, width)
            })
        }
        None => nothing(console, item, messages::show_unused(item.kind.wire())),
    }
}

#[derive(Serialize)]
struct Contact {
    header: Header,
    contact: ContactView,
}

/// The steps that use an item, procedure by procedure.
fn in_steps(console: &mut Console, core: &Core, content: &Content, item: &Item) -> Outcome {
    let id = item.id.as_str();
    let mut uses = Vec::new();
    for user in users(content, id) {
        let Record::Procedure(procedure) = &user.record else { continue };
        let Some(used) = steps_with(content, user, procedure, id) else { continue };
        let mut found = asked(console, core.procedure(&user.id))?;
        found.steps.retain(|step| used.contains(&step.id));
        found.deadlines.retain(|deadline| deadline.id == id);
        uses.push(show::Use {
            procedure: found.id,
            title: found.title,
            deadlines: found.deadlines,
            steps: found.steps,
        });
    }
    if uses.is_empty() {
        return nothing(console, item, messages::show_unused(item.kind.wire()));
    }
    let header = asked(console, core.home())?.header;
    screen(console, Ok(show::Uses { header, uses }), show::uses)
}

/// Says that a phone shows nothing of an item, and why.
fn nothing(console: &mut Console, item: &Item, why: Message) -> Outcome {
    let why = console.say(why);
    match console.json {
        true => console.object(
            &json!({ "id": item.id, "kind": item.kind.wire(), "shown": false, "reason": why }),
        )?,
        false => console.print(&why)?,
    }
    Ok(())
}

fn asked<T>(console: &Console, screen: Result<T, ApiError>) -> Outcome<T> {
    screen.map_err(|error| Failure::core(console, &error))
}
