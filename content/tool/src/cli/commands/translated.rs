//! `cittadini translated`: who translated what, and how.

use cittadini_core::model::TranslationKind;
use serde_json::json;

use super::super::args::{Kind, TranslatedArgs};
use super::super::console::Console;
use super::super::failure::Outcome;
use super::super::moment::{clock, day_of};
use super::super::style::{GOOD, count, paint};
use super::super::words::messages;
use super::content::both;
use crate::translated::record_translations;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &TranslatedArgs) -> Outcome {
    let date = args.date.unwrap_or_else(|| day_of(clock(None).now()));
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
