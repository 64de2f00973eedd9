//! The language of a guide.

use guide_core::language::Language;
use guide_core::text::Text;

use super::strings_file::is_built_in;
use crate::message;
use crate::nearest::nearest;
use crate::toml_reader::Reader;

/// The language that `lang` names; the tool's first one where the key is left out or names none, which is reported. `words` is the name
/// of the guide's own file of strings: a language that the tool does not have needs one.
pub fn language(root: &mut Reader, words: Option<&Text>) -> Language {
    let Some(tag) = root.maybe_text("lang") else { return Language::default() };
    let Some(language) = Language::of_tag(&tag) else {
        let codes: Vec<&str> = Language::codes().collect();
        let instead = match nearest(codes.iter().copied(), &tag.to_lowercase()) {
            Some(near) => message!("Может быть, lang = \"{near}\"?", "Did you mean lang = \"{near}\"?"),
            None => message!(
                "Напишите код языка, например: lang = \"ru\". Программа знает: {}.",
                "Write the code of a language, for example: lang = \"en\". The program knows: {}.",
                codes.join(", ")
            ),
        };
        root.error(
            tag.at.clone(),
            message!("языка «{tag}» программа не знает", "the program does not know the language “{tag}”"),
            instead,
        );
        return Language::default();
    };
    if !is_built_in(&language) && words.is_none() {
        root.error(
            tag.at.clone(),
            message!(
                "на языке «{tag}» у программы нет слов интерфейса",
                "the program has no words of the interface in the language “{tag}”"
            ),
            message!(
                "Переведите их в отдельный файл и назовите его: words = \"words.toml\"",
                "Translate them in a file of their own and name it: words = \"words.toml\""
            ),
        );
    }
    language
}
