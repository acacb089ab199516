//! `cittadini translated`: who translated what, and how.

use cittadini_core::model::TranslationKind;
use serde_json::json;

use super::super::args::{Kind, TranslatedArgs};
use super::content::both;
use crate::terminal::console::Console;
use crate::terminal::failure::Outcome;
use crate::terminal::moment::day_or_today;
use crate::terminal::style::{GOOD, count, paint};
use crate::terminal::words::messages;
use crate::translated::record_translations;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &TranslatedArgs) -> Outcome {
    let date = day_or_today(args.date);
    let kind = match args.kind {
        Kind::Machine => TranslationKind::Machine,
        Kind::Human => TranslationKind::Human,
        Kind::Reviewed => TranslationKind::Reviewed,
    };
    let recorded =
        record_translations(&args.content, &args.language, &args.ids, kind, &args.by, date)
            .map_err(|error| both("Content", console, &error.say()))?;
    if console.json {
        console.object(&json!({ "language": args.language, "recorded": recorded }))?;
        return Ok(());
    }
    let done = messages::translated_done(args.language.as_str(), count(recorded));
    console.print(&paint(GOOD, &console.say(done)))?;
    Ok(())
}
