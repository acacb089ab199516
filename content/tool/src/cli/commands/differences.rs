//! `cittadini differences`: what the municipalities do differently, as a table for the operators' meeting.

use super::super::args::DifferencesArgs;
use super::content::both;
use crate::differences::{Differences, OfProcedure, differences, page, value_words, what};
use crate::files::write_atomically;
use crate::progress::UNSEEN;
use crate::source::load::load_watched;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome};
use crate::terminal::moment::day_or_today;
use crate::terminal::style::{GOOD, HEADING, QUIET, TITLE, WARN, paint};
use crate::terminal::words::messages;

/// Runs the verb.
pub(in super::super) fn run(console: &mut Console, args: &DifferencesArgs) -> Outcome {
    let content = load_watched(&args.content.content, args.content.territory.as_deref(), UNSEEN)
        .map_err(|error| both("Content", console, &error.say()))?;
    let found = differences(&content);
    if let Some(file) = &args.html {
        let day = day_or_today(args.today).to_string();
        write_atomically(file, page(&found, &day).as_bytes())
            .map_err(|error| Failure::repository(console, error))?;
    }
    if console.json {
        console.object(&found)?;
        return Ok(());
    }
    console.print(&readable(console, &found))?;
    if let Some(file) = &args.html {
        let done = console.say(messages::differences_written(file.display().to_string()));
        console.print(&paint(GOOD, &done))?;
    }
    Ok(())
}

fn readable(console: &Console, found: &Differences) -> String {
    let others = OfProcedure {
        id: String::new(),
        title: console.say(messages::differences_others()),
        differences: found.others.clone(),
    };
    let parts = found.procedures.iter().chain((!found.others.is_empty()).then_some(&others));
    let lines: Vec<String> = parts.flat_map(|part| of_procedure(console, part)).collect();
    match lines.is_empty() {
        true => console.say(messages::differences_none()),
        false => lines.join("\n"),
    }
}

fn of_procedure(console: &Console, procedure: &OfProcedure) -> Vec<String> {
    let mut lines = vec![paint(TITLE, &procedure.title)];
    for difference in &procedure.differences {
        lines.push(format!("  {}", paint(HEADING, &what(difference))));
        let base = console
            .say(messages::differences_base(value_words(&difference.field, &difference.base)));
        lines.push(format!("    {}", paint(QUIET, &base)));
        for here in &difference.values {
            let Some(reason) = &here.reason else { continue };
            let value = paint(WARN, &value_words(&difference.field, &here.value));
            lines.push(format!("    {}: {value} ({reason})", here.municipality));
        }
    }
    lines.push(String::new());
    lines
}
