//! The command line with its help in the language that is spoken.
//!
//! The doc comments of the arguments are the help in Russian; [`in_english`] has the English one. What clap itself puts in, in English,
//! becomes Russian here.

use clap::{Arg, Command, CommandFactory};
use guide_content::message::MessageLanguage;

use crate::args::Arguments;
use crate::help_in_english::in_english;

/// The tool's command in a language.
pub fn command(language: MessageLanguage) -> Command {
    let mut command = match language {
        MessageLanguage::English => in_english(Arguments::command()),
        MessageLanguage::Russian => Arguments::command().subcommand_value_name("КОМАНДА"),
    };
    command.build();
    let (options, arguments, common) = match language {
        MessageLanguage::English => ("Options", "Arguments", "Common options"),
        MessageLanguage::Russian => ("Ключи", "Аргументы", "Общие ключи"),
    };
    let heading = move |argument: Arg, common: &'static str| {
        let heading = if argument.is_positional() { arguments } else { options };
        let heading = if argument.is_global_set() { common } else { heading };
        argument.help_heading(heading)
    };
    let command = command
        .mut_args(|argument| heading(argument, options))
        .mut_subcommands(|command| command.mut_args(|argument| heading(argument, common)));
    match language {
        MessageLanguage::English => command,
        MessageLanguage::Russian => in_russian(command),
    }
}

/// The word for the options in clap's usage, which can't be set, and the Russian one.
const OPTIONS: (&str, &str) = ("[OPTIONS]", "[КЛЮЧИ]");

/// The same without the English words that clap puts into help.
fn in_russian(mut command: Command) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().replace(OPTIONS.0, OPTIONS.1);
    command.override_usage(usage).mut_args(with_default).mut_subcommands(in_russian)
}

/// An argument whose help says what holds where it is left out.
fn with_default(argument: Arg) -> Arg {
    let default = argument.get_default_values().first().map(|value| value.to_string_lossy().into_owned());
    match (argument.get_help(), default) {
        (Some(help), Some(default)) if argument.get_action().takes_values() => {
            let help = format!("{help} [если не назвать: {default}]");
            argument.help(help).hide_default_value(true)
        }
        _ => argument,
    }
}

/// What has to be typed for the command whose arguments these are: `guide build`.
pub fn typed<'a>(command: &Command, mut arguments: impl Iterator<Item = &'a str>) -> String {
    let name = command.get_name();
    match arguments.find_map(|argument| command.find_subcommand(argument)) {
        Some(named) => format!("{name} {}", named.get_name()),
        None => name.to_owned(),
    }
}
