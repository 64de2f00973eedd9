//! The rule for ids, which become addresses: small Latin letters, digits and hyphens, a letter first.

use crate::latin;
use crate::limits::LONGEST_ID;
use crate::message;
use crate::message::Message;

/// What is wrong with an id, and what to write instead; `None` for a good one. An id that is missing has been reported already.
pub fn fault(id: &str) -> Option<(Message, Message)> {
    let length = id.chars().count();
    if length > LONGEST_ID {
        let what = message!(
            "id не бывает длиннее {LONGEST_ID} букв, а в этом {length}",
            "an id has at most {LONGEST_ID} letters, and this one has {length}"
        );
        return Some((
            what,
            message!(
                "Назовите короче, например: id = \"forgot-email\"",
                "Make it shorter, for example: id = \"forgot-email\""
            ),
        ));
    }
    let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_valid = id.chars().all(is_allowed) && id.starts_with(|c: char| c.is_ascii_lowercase());
    if is_valid || id.is_empty() {
        return None;
    }
    let is_russian = |c: char| matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё');
    let russian: Vec<char> = id.chars().filter(|c| is_russian(*c)).collect();
    let only_look_alike =
        id.contains(|c: char| c.is_ascii_alphabetic()) && russian.iter().all(|c| latin::look_alike(*c).is_some());
    let (why, rule) = if !russian.is_empty() && only_look_alike {
        let letters: String = russian.iter().collect();
        (
            message!(
                "есть русские буквы, которые выглядят как латинские: {letters}",
                "it has Russian letters that look like Latin ones: “{letters}”"
            ),
            message!("Переключите раскладку и наберите заново", "Switch the keyboard layout and type it again"),
        )
    } else if !russian.is_empty() {
        (
            message!(
                "он написан по-русски, а станет адресом",
                "it is written in Russian letters, but it will be an address"
            ),
            message!(
                "Пишите строчными латинскими буквами, цифрами и дефисами",
                "Use small Latin letters, digits and hyphens"
            ),
        )
    } else if id.contains(char::is_whitespace) {
        (
            message!("в нём пробел, а он станет адресом", "it has a space in it, but it will be an address"),
            message!("Поставьте вместо пробелов дефисы", "Put hyphens in place of the spaces"),
        )
    } else if id.contains(|c: char| c.is_ascii_uppercase()) {
        (
            message!("в нём заглавные буквы, а он станет адресом", "it has capital letters, but it will be an address"),
            message!("Пишите строчными", "Use small letters"),
        )
    } else if let Some(sign) = id.chars().find(|c| !is_allowed(*c)) {
        (
            message!(
                "в нём знак «{sign}», а он станет адресом",
                "it has the sign “{sign}” in it, but it will be an address"
            ),
            message!(
                "Пишите строчными латинскими буквами, цифрами и дефисами",
                "Use small Latin letters, digits and hyphens"
            ),
        )
    } else if id.starts_with('-') {
        (
            message!("он начинается с дефиса", "it begins with a hyphen"),
            message!("Начните с буквы", "Begin with a letter"),
        )
    } else {
        (
            message!("он начинается с цифры", "it begins with a digit"),
            message!("Начните с буквы", "Begin with a letter"),
        )
    };
    let look: String =
        id.chars().map(|c| if only_look_alike { latin::look_alike(c).unwrap_or(c) } else { c }).collect();
    let example = latin::id(&look).unwrap_or_else(|| "forgot-email".to_owned());
    Some((
        message!(why = why; "«{id}» не годится в id: {why}", "“{id}” can't be an id: {why}"),
        message!(rule = rule; "{rule}, например: id = \"{example}\"", "{rule}, for example: id = \"{example}\""),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::in_english::assert_in_english;

    #[test]
    fn each_fault_has_its_sentence_and_a_better_id() {
        for (id, why, rule, better) in [
            ("0-3", "начинается с цифры", "Начните с буквы", "id-0-3"),
            ("-lost", "начинается с дефиса", "Начните с буквы", "lost"),
            ("Lost", "заглавные буквы", "строчными", "lost"),
            ("not-hеlped", "выглядят как латинские: е", "Переключите раскладку", "not-helped"),
            ("Не помогло", "по-русски", "латинскими", "ne-pomoglo"),
            ("сор", "по-русски", "латинскими", "sor"),
            ("not helped", "пробел", "дефисы", "not-helped"),
            ("not_helped", "знак «_»", "дефисами", "not-helped"),
            ("…", "знак «…»", "дефисами", "forgot-email"),
        ] {
            let (what, instead) = fault(id).expect("a fault");
            assert!(what.ru.starts_with(&format!("«{id}» не годится в id")) && what.ru.contains(why), "{what:?}");
            assert!(instead.ru.contains(rule) && instead.ru.ends_with(&format!("id = \"{better}\"")), "{instead:?}");
            assert_in_english(&what.ru, &what.en, &[]);
            assert_in_english(&instead.ru, &instead.en, &[]);
            assert!(instead.en.ends_with(&format!("id = \"{better}\"")), "{}", instead.en);
            assert_eq!(fault(better), None, "{better}");
        }
        for good in ["lost", "a", "teen-14", "", &"a".repeat(LONGEST_ID)] {
            assert_eq!(fault(good), None, "{good}");
        }
        // In Russian letters too: nothing else is said of it.
        let (what, instead) = fault(&"я".repeat(LONGEST_ID + 1)).expect("a fault");
        assert!(
            what.ru.contains("длиннее 100 букв, а в этом 101") && instead.ru.contains("короче"),
            "{what:?} {instead:?}"
        );
    }
}
