//! Sentences for those who make a guide, in the languages that the tool speaks: Russian and English.
//!
//! Both stand beside each other in the code that has the facts, so that a sentence is never without its translation. Without the feature
//! `english` a program has none of the English ones: they are empty.

/// Whether this program has the English sentences.
pub const HAS_ENGLISH: bool = cfg!(feature = "english");

/// A language that the tool speaks. A guide's own language is another matter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MessageLanguage {
    /// Russian, that of the centre's staff.
    #[default]
    Russian,
    /// English.
    English,
}

impl MessageLanguage {
    /// The language of a code such as `ru` or `en`; `None` where the tool does not speak it.
    pub fn of_code(code: &str) -> Option<MessageLanguage> {
        match code {
            "ru" => Some(MessageLanguage::Russian),
            "en" => Some(MessageLanguage::English),
            _ => None,
        }
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            MessageLanguage::Russian => "ru",
            MessageLanguage::English => "en",
        }
    }
}

/// A sentence in both languages; [`message!`](crate::message!) makes one.
///
/// It has no `Display`: whoever shows it says in which language, and one that is put into another by mistake does not compile.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Message {
    /// In Russian.
    pub ru: String,
    /// In English; empty without the feature `english`.
    pub en: String,
}

impl Message {
    /// The sentence in a language.
    pub fn text(&self, language: MessageLanguage) -> &str {
        match language {
            MessageLanguage::Russian => &self.ru,
            MessageLanguage::English => &self.en,
        }
    }

    /// Something that is the same in both languages, such as a path.
    pub fn same(text: impl Into<String>) -> Message {
        let text = text.into();
        Message { ru: text.clone(), en: text }
    }

    /// Both sentences changed in the same way.
    pub fn map(&self, change: impl Fn(&str) -> String) -> Message {
        Message { ru: change(&self.ru), en: change(&self.en) }
    }
}

/// A [`Message`](crate::message::Message) from its Russian and its English sentence, each as [`format!`] takes them; arguments that are not
/// captured by name follow and are for both. An argument that is a `Message` itself is named as `name = message;` before the sentences, and
/// each sentence gets its own language of it.
#[cfg(feature = "english")]
#[macro_export]
macro_rules! message {
    ($($name:ident = $part:expr;)* $ru:literal, $en:literal $(, $argument:expr)* $(,)?) => {{
        $(let $name = &$part;)*
        let ru = { $(let $name = &$name.ru;)* format!($ru $(, $argument)*) };
        let en = { $(let $name = &$name.en;)* format!($en $(, $argument)*) };
        $crate::message::Message { ru, en }
    }};
}

/// The same where nobody reads English, as in the editor: the English sentences are left out of the program.
#[cfg(not(feature = "english"))]
#[macro_export]
macro_rules! message {
    ($($name:ident = $part:expr;)* $ru:literal, $en:literal $(, $argument:expr)* $(,)?) => {{
        $(let $name = &$part;)*
        let ru = { $(let $name = &$name.ru;)* format!($ru $(, $argument)*) };
        // Never called, but the compiler reads the sentence all the same.
        let _ = || { $(let $name = &$name.en;)* format!($en $(, $argument)*) };
        $crate::message::Message { ru, en: String::new() }
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_the_same_in_both_languages() {
        let (id, key) = ("start", message!("ключ", "key"));
        let said = message!(key = key; "{key} «{id}»: {}", "the {key} “{id}”: {}", 1 + 1);
        assert_eq!(said.text(MessageLanguage::Russian), "ключ «start»: 2");
        assert_eq!(said.text(MessageLanguage::English), "the key “start”: 2");
        assert_eq!(Message::same("a/b").map(|path| format!("{path}.toml")), Message::same("a/b.toml"));
    }
}
