//! The language that the tool speaks to whoever called it: Russian, or English by `--lang en` or by the locale.

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

/// The language of the locale, by the variables that say so, in their order of precedence: English where it is, otherwise Russian.
pub fn of_locale() -> MessageLanguage {
    let value = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(value).unwrap_or_default();
    if locale.split(['_', '.', '@']).next() == Some("en") { MessageLanguage::English } else { MessageLanguage::Russian }
}
