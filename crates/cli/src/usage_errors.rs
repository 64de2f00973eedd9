//! What is wrong with a command line, in words: clap's own sentences are in English only.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ErrorKind};
use guide_content::message;
use guide_content::message::Message;

/// The sentences for an error of clap's, and where help is. `command` is as it has to be typed: `guide build`.
pub fn explain(error: &Error, command: &str) -> Message {
    let what = what(error);
    message!(what = what; "{what}\nСправка: {command} --help", "{what}\nHelp: {command} --help")
}

fn what(error: &Error) -> Message {
    let named = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = named(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            let near = near(&named(ContextKind::SuggestedArg));
            message!(near = near; "Ключа {argument} нет.{near}", "There is no option {argument}.{near}")
        }
        ErrorKind::UnknownArgument => {
            message!("Лишнее слово: «{argument}».", "This word does not belong here: “{argument}”.")
        }
        ErrorKind::InvalidSubcommand => {
            let (name, near) = (named(ContextKind::InvalidSubcommand), near(&named(ContextKind::SuggestedSubcommand)));
            message!(near = near; "Команды «{name}» нет.{near}", "There is no command “{name}”.{near}")
        }
        ErrorKind::MissingSubcommand => {
            let known = named(ContextKind::ValidSubcommand);
            message!("Не названа команда. Есть: {known}.", "No command is named. There are: {known}.")
        }
        ErrorKind::MissingRequiredArgument => message!("Не хватает: {argument}.", "This is missing: {argument}."),
        ErrorKind::InvalidValue => {
            let (value, known) = (named(ContextKind::InvalidValue), named(ContextKind::ValidValue));
            let near = near(&named(ContextKind::SuggestedValue));
            match (value.is_empty(), known.is_empty()) {
                (true, true) => message!("Нет значения: {argument}.", "The value is missing: {argument}."),
                (true, false) => message!(
                    "Нет значения: {argument}. Есть: {known}.",
                    "The value is missing: {argument}. There are: {known}."
                ),
                (false, _) => message!(
                    near = near;
                    "Значения «{value}» нет: {argument}.{near} Есть: {known}.",
                    "There is no value “{value}”: {argument}.{near} There are: {known}."
                ),
            }
        }
        ErrorKind::ValueValidation => {
            // Said by the argument's own parser, in the language that is spoken.
            let why = error.source().map(ToString::to_string).unwrap_or_default();
            Message::same(format!("{argument}: {why}"))
        }
        ErrorKind::ArgumentConflict => {
            let other = named(ContextKind::PriorArg);
            if other.is_empty() || other == argument {
                message!("Дважды не называют: {argument}.", "This can't be given twice: {argument}.")
            } else {
                message!("Вместе не бывают: {argument} и {other}.", "These don't go together: {argument} and {other}.")
            }
        }
        ErrorKind::TooManyValues => {
            message!("Значения здесь не бывает: {argument}.", "This takes no value: {argument}.")
        }
        ErrorKind::InvalidUtf8 => {
            message!("В команде есть знаки не в UTF-8.", "The command has characters that are not in UTF-8.")
        }
        _ => message!("Эта команда непонятна.", "This command makes no sense."),
    }
}

/// The question whether this was meant, behind a space; empty where nothing is near.
fn near(name: &str) -> Message {
    if name.is_empty() {
        return Message::default();
    }
    message!(" Может быть, {name}?", " Did you mean {name}?")
}
