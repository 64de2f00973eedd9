//! The language that the tool speaks to whoever called it: Russian, or English by `--lang en` or by the locale.

use std::ffi::OsString;
use std::sync::OnceLock;

use guide_content::message::{Message, MessageLanguage};

static LANGUAGE: OnceLock<MessageLanguage> = OnceLock::new();

/// Sets the language, once, before anything is said.
pub fn speak(language: MessageLanguage) {
    _ = LANGUAGE.set(language);
}

/// The language that is spoken.
pub fn spoken() -> MessageLanguage {
    LANGUAGE.get().copied().unwrap_or_default()
}

/// A message in the language that is spoken.
pub fn said(message: &Message) -> &str {
    message.text(spoken())
}

/// Says a message on standard output, in a line of its own: it is what was asked for.
pub fn say(message: &Message) {
    println!("{}", said(message));
}

/// Says a message on standard error, in a line of its own.
pub fn tell(message: &Message) {
    eprintln!("{}", said(message));
}

/// The language that these arguments ask for, or else the locale. What is wrong with the arguments is said in it, so it is looked for before
/// they are read.
pub fn wanted(arguments: &[OsString]) -> MessageLanguage {
    let arguments = arguments.iter().take_while(|argument| *argument != "--").filter_map(|argument| argument.to_str());
    let mut named = None;
    let mut is_named = false;
    for argument in arguments {
        let code = if is_named { Some(argument) } else { argument.strip_prefix("--lang=") };
        named = code.and_then(MessageLanguage::of_code).or(named);
        is_named = argument == "--lang";
    }
    named.unwrap_or_else(of_locale)
}

/// The language of the locale, by the variables that say so, in their order of precedence: English where it is, otherwise Russian.
fn of_locale() -> MessageLanguage {
    let value = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(value).unwrap_or_default();
    if locale.split(['_', '.', '@']).next() == Some("en") { MessageLanguage::English } else { MessageLanguage::Russian }
}
