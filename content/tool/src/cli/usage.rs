//! A command line that cannot be understood, said in the command's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::help::translate;
use crate::terminal::console::Console;
use crate::terminal::failure::{Failure, Outcome, exit};
use crate::terminal::words::messages;

/// Shows the help that was asked for, or says what is wrong with the command line.
pub(crate) fn answer(console: &mut Console, error: &clap::Error, verb: &str) -> Outcome {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = translate(&error.render().ansi().to_string(), &console.words);
            console.print(&text)?;
            Ok(())
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !console.json => {
            let text = translate(&error.render().ansi().to_string(), &console.words);
            console.note(text.trim_end())?;
            Err(Failure::Answered(exit::USAGE))
        }
        _ => {
            let mut lines = vec![sentence(console, error)];
            lines.extend(hint(console, error));
            lines.push(console.say(messages::usage_see_help(verb)));
            let sentence = lines.join("\n  ");
            Err(Failure::Error { kind: "Usage", sentence, reason: None, code: exit::USAGE })
        }
    }
}

fn sentence(console: &Console, error: &clap::Error) -> String {
    let arg = || said(error, ContextKind::InvalidArg);
    let value = || said(error, ContextKind::InvalidValue);
    console.say(match error.kind() {
        ErrorKind::UnknownArgument => messages::usage_unknown_argument(arg()),
        ErrorKind::InvalidSubcommand => {
            messages::usage_unknown_command(said(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if value().is_empty() => messages::usage_value_missing(arg()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            messages::usage_value_wrong(arg(), value())
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            messages::usage_value_missing(arg())
        }
        ErrorKind::TooManyValues => messages::usage_too_many(value()),
        ErrorKind::MissingRequiredArgument => messages::usage_missing(arg()),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            messages::usage_missing_command(said(error, ContextKind::ValidSubcommand))
        }
        ErrorKind::ArgumentConflict if arg() == said(error, ContextKind::PriorArg) => {
            messages::usage_twice(arg())
        }
        ErrorKind::ArgumentConflict => {
            messages::usage_conflict(arg(), said(error, ContextKind::PriorArg))
        }
        other => messages::usage_other(other.to_string()),
    })
}

fn hint(console: &Console, error: &clap::Error) -> Option<String> {
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(near) = near.iter().map(|kind| said(error, *kind)).find(|near| !near.is_empty()) {
        return Some(console.say(messages::usage_did_you_mean(near)));
    }
    let values = said(error, ContextKind::ValidValue);
    (!values.is_empty()).then(|| console.say(messages::usage_possible_values(values)))
}

/// What clap knows about an error, on one line.
fn said(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
