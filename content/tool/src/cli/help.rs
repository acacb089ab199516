//! The help of every verb and argument, in the command's language.

use std::ffi::OsString;

use clap::builder::Styles;
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::args::Cli;
use crate::terminal::style::{BAD, GOOD, HEADING, TITLE, WARN};
use crate::terminal::words::{Language, Message, Words, messages};

const TEMPLATE: &str = "{about-with-newline}\n{usage-heading} {usage}\n\n{all-args}";

/// The command line with its help in one language.
pub(crate) fn command(words: &Words) -> Command {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::HelpShort)
        .global(true)
        .display_order(901);
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .display_order(901);
    let command = Cli::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .styles(styles())
        .args([help, version]);
    localise(command, words, "cittadini")
}

fn styles() -> Styles {
    Styles::plain()
        .header(HEADING)
        .usage(HEADING)
        .literal(TITLE)
        .error(BAD)
        .valid(GOOD)
        .invalid(WARN)
}

fn localise(command: Command, words: &Words, path: &str) -> Command {
    let argument = |arg: Arg| {
        let id = arg.get_id().as_str().replace('_', "-");
        let own = words.look(&format!("arg-{path}-{id}"));
        let heading = match arg.is_positional() {
            true => messages::heading_arguments(),
            false => messages::heading_options(),
        };
        let help = own.or_else(|| words.look(&format!("arg-{id}"))).unwrap_or_default();
        arg.help(help).long_help(None::<&str>).help_heading(words.say(heading))
    };
    command
        .about(words.look(&format!("help-{path}")).unwrap_or_default())
        .long_about(None::<&str>)
        .help_template(TEMPLATE)
        .subcommand_help_heading(words.say(messages::heading_commands()))
        .subcommand_value_name(words.say(messages::value_command()))
        .mut_args(argument)
        .mut_subcommands(|verb| {
            let path = format!("{path}-{}", verb.get_name());
            localise(verb, words, &path)
        })
}

/// What clap itself puts around the help, in the command's language.
pub(crate) fn translate(text: &str, words: &Words) -> String {
    let say = |message: Message| words.say(message);
    text.replace("Usage:", &say(messages::heading_usage()))
        .replace("[OPTIONS]", &format!("[{}]", say(messages::value_options())))
        .replace("[default: ", &format!("[{} ", say(messages::value_default())))
}

/// The language a command line asks for, read before anything else so that errors speak it too.
pub(crate) fn language(args: &[OsString]) -> Language {
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    while let Some(arg) = args.next() {
        let value = if arg == "--lang" { args.next() } else { arg.strip_prefix("--lang=") };
        match value {
            Some("en") => return Language::En,
            Some(_) => return Language::It,
            None => {}
        }
    }
    Language::It
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without_help(command: &Command, path: &str, found: &mut Vec<String>) {
        if command.get_about().is_none_or(|about| about.to_string().is_empty()) {
            found.push(path.to_owned());
        }
        for arg in command.get_arguments() {
            if arg.get_help().is_none_or(|help| help.to_string().is_empty()) {
                found.push(format!("{path} {}", arg.get_id()));
            }
        }
        for verb in command.get_subcommands() {
            without_help(verb, &format!("{path} {}", verb.get_name()), found);
        }
    }

    #[test]
    fn every_verb_and_option_is_explained() {
        let mut found = Vec::new();
        let words = Words::of_command(Language::It);
        without_help(&command(&words), "cittadini", &mut found);
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn the_command_line_is_sound() {
        command(&Words::of_command(Language::En)).debug_assert();
    }

    #[test]
    fn the_language_may_stand_anywhere() {
        let args = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language(&args("cittadini check --lang en")), Language::En);
        assert_eq!(language(&args("cittadini --lang=en check")), Language::En);
        assert_eq!(language(&args("cittadini reader home --language ar")), Language::It);
    }
}
