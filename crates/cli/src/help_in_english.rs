//! The help in English, by command and argument: the doc comments of the arguments are in Russian.

use clap::{Arg, Command};

/// What each command does.
const COMMANDS: &[(&str, &str)] = &[
    ("guide", "“Navigator: what to do if…” — builds and checks a guide for parents"),
    ("new", "Begin a new guide: create a folder with a template"),
    ("build", "Build the site"),
    ("serve", "Build, show in a browser and rebuild at every change"),
    ("check", "Check the content"),
    (
        "upgrade",
        "Bring content files of the former form into the present one, or a site of an earlier version into this one",
    ),
    ("verify", "Check a published site: files, types, headers, cache, the answer 404"),
    ("status", "Ask whether a contact is open now or at an instant"),
    ("find", "Find a situation by a parent's words"),
    ("paths", "List the paths through the flow; of more than 10,000 say how many there are and show the first ones"),
    ("graph", "Draw the flowchart"),
];

/// What each argument is for: the command, the name of the argument in the code, the help.
const ARGUMENTS: &[(&str, &str, &str)] = &[
    (
        "guide",
        "content",
        "The file or folder with the content; without it, content/ivanovo.toml, or guide.toml in the current folder",
    ),
    ("guide", "lang", "The language of messages and of the template: ru or en; without it, by LANG"),
    ("guide", "help", "Show this help"),
    ("guide", "version", "Show the version"),
    ("new", "folder", "A folder that is not there yet"),
    ("new", "empty", "Without explanations and examples: only what a guide can't be built without"),
    (
        "new",
        "from",
        "A guide of another place, a .toml file or a .zip archive of a site: its steps stay, and its facts are marked “replace”",
    ),
    ("build", "out", "Where to put the site; without it, dist"),
    (
        "build",
        "zip",
        "Put the site into an archive, the same as the editor saves; there is no folder then unless one is named",
    ),
    ("build", "url", "The address at which the site will be opened"),
    ("serve", "port", "The port"),
    ("serve", "open_to_network", "Open it to other devices of this network too, such as a phone"),
    ("serve", "sources", "The folder of this program's sources: rebuild when they change too (for developers)"),
    (
        "upgrade",
        "site",
        "The archive of a site that an earlier version has built: one of this version with the same content is put beside it",
    ),
    ("upgrade", "out", "Where to write the new archive"),
    ("upgrade", "dry_run", "Only say what will change, and write nothing"),
    ("verify", "target", "The address of the site (https://…), or the folder of a built one"),
    ("verify", "timeout", "How many seconds to wait for each answer"),
    ("status", "contact", "The contact: an id of [[contact]]; without it, the first one that has hours"),
    ("status", "at", "An instant with its offset: 2026-11-24T12:59:59+03:00"),
    ("status", "stdin", "Read instants from the standard input, one a line"),
    ("status", "without_exceptions", "Leave out single closed days (the key closed)"),
    ("find", "query", "A parent's words"),
    ("find", "stdin", "Read phrases from the standard input, one a line"),
    ("find", "explain", "Show which words, and parts of them, speak for which step"),
    ("paths", "all", "Show all of them, however many there are"),
    ("graph", "format", "In which form: svg is a picture, dot is for Graphviz, mermaid is for a wiki"),
];

/// The words that stand for a value.
const VALUES: &[(&str, &str)] = &[
    ("ФАЙЛ", "FILE"),
    ("ПАПКА", "FOLDER"),
    ("АДРЕС", "ADDRESS"),
    ("АРХИВ", "ARCHIVE"),
    ("ЧИСЛО", "NUMBER"),
    ("МОМЕНТ", "INSTANT"),
    ("СЛОВА", "WORDS"),
    ("ВИД", "FORM"),
    ("ЯЗЫК", "LANGUAGE"),
    ("АДРЕС|ПАПКА", "ADDRESS|FOLDER"),
    ("СЕКУНДЫ", "SECONDS"),
];

/// How the help of each command is laid out.
const HELP: &str = "{about}\n\nUsage: {usage}\n\n{all-args}{after-help}\n";
const AFTER: &str = "Exit codes: 0 all is well, 1 an error in the content or of the build, 2 an error in the command.";

/// The tool's command with its help in English.
pub fn in_english(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let command = match COMMANDS.iter().find(|(known, _)| *known == name) {
        Some((_, about)) => command.about(*about),
        None => command,
    };
    let command = command.help_template(HELP).subcommand_help_heading("Commands").mut_args(|argument| {
        let help = ARGUMENTS.iter().find(|(command, id, _)| *command == name && argument.get_id() == *id);
        let argument = match help {
            Some((.., help)) => argument.help(*help),
            None => argument,
        };
        with_value_name(argument)
    });
    let command = if command.get_after_help().is_some() { command.after_help(AFTER) } else { command };
    command.mut_subcommands(in_english)
}

fn with_value_name(argument: Arg) -> Arg {
    let russian = argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    match VALUES.iter().find(|(known, _)| russian.as_deref() == Some(*known)) {
        Some((_, english)) => argument.value_name(*english),
        None => argument,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use guide_content::message::MessageLanguage;

    use super::*;
    use crate::args::Arguments;
    use crate::help::command;

    /// All commands: the tool itself, and those in it.
    fn commands(tool: &Command) -> Vec<&Command> {
        std::iter::once(tool).chain(tool.get_subcommands()).collect()
    }

    #[test]
    fn each_command_and_each_argument_has_its_english_help_and_nothing_else_has() {
        let tool = Arguments::command();
        let mut texts = Vec::new();
        for command in commands(&tool) {
            let name = command.get_name();
            assert!(COMMANDS.iter().any(|(known, _)| *known == name), "COMMANDS has no {name}");
            for argument in command.get_arguments() {
                let id = argument.get_id().as_str();
                let known = ARGUMENTS.iter().filter(|(of, known, _)| *of == name && *known == id).count();
                assert_eq!(known, 1, "rows of ARGUMENTS for {id} of {name}");
                texts.push((name.to_owned(), id.to_owned()));
            }
        }
        assert_eq!(COMMANDS.len(), commands(&tool).len(), "COMMANDS has a row too many");
        for (command, id, _) in ARGUMENTS {
            assert!(texts.contains(&((*command).to_owned(), (*id).to_owned())), "there is no {id} of {command}");
        }
    }

    #[test]
    fn help_is_in_one_language() {
        let is_russian = |c: char| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё');
        for (language, others) in [
            (MessageLanguage::English, &["Как вызвать"][..]),
            (
                MessageLanguage::Russian,
                &["Usage", "OPTIONS", "Options", "Arguments", "Commands", "COMMAND", "default"][..],
            ),
        ] {
            let mut tool = command(language);
            let helps = tool.get_subcommands_mut().map(|command| command.render_help().to_string()).collect::<Vec<_>>();
            for help in helps.into_iter().chain([tool.render_help().to_string()]) {
                assert_eq!(help.contains(is_russian), language == MessageLanguage::Russian, "{help}");
                assert!(!others.iter().any(|other| help.contains(other)), "{help}");
                assert!(help.contains("--help") && help.contains("--content"), "{help}");
            }
        }
    }
}
