//! The rule for ids, which become addresses: small Latin letters, digits and hyphens, a letter first.

use crate::latin;
use crate::limits::LONGEST_ID;

/// What is wrong with an id, and what to write instead; `None` for a good one. An id that is missing has been reported already.
pub fn fault(id: &str) -> Option<(String, String)> {
    let length = id.chars().count();
    if length > LONGEST_ID {
        let what = format!("id не бывает длиннее {LONGEST_ID} букв, а в этом {length}");
        return Some((what, "Назовите короче, например: id = \"forgot-email\"".to_owned()));
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
            format!("есть русские буквы, которые выглядят как латинские: {letters}"),
            "Переключите раскладку и наберите заново",
        )
    } else if !russian.is_empty() {
        ("он написан по-русски, а станет адресом".to_owned(), "Пишите строчными латинскими буквами, цифрами и дефисами")
    } else if id.contains(char::is_whitespace) {
        ("в нём пробел, а он станет адресом".to_owned(), "Поставьте вместо пробелов дефисы")
    } else if id.contains(|c: char| c.is_ascii_uppercase()) {
        ("в нём заглавные буквы, а он станет адресом".to_owned(), "Пишите строчными")
    } else if let Some(sign) = id.chars().find(|c| !is_allowed(*c)) {
        (format!("в нём знак «{sign}», а он станет адресом"), "Пишите строчными латинскими буквами, цифрами и дефисами")
    } else if id.starts_with('-') {
        ("он начинается с дефиса".to_owned(), "Начните с буквы")
    } else {
        ("он начинается с цифры".to_owned(), "Начните с буквы")
    };
    let look: String =
        id.chars().map(|c| if only_look_alike { latin::look_alike(c).unwrap_or(c) } else { c }).collect();
    let example = latin::id(&look).unwrap_or_else(|| "forgot-email".to_owned());
    Some((format!("«{id}» не годится в id: {why}"), format!("{rule}, например: id = \"{example}\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert!(what.starts_with(&format!("«{id}» не годится в id")) && what.contains(why), "{what}");
            assert!(instead.contains(rule) && instead.ends_with(&format!("id = \"{better}\"")), "{instead}");
            assert_eq!(fault(better), None, "{better}");
        }
        for good in ["lost", "a", "teen-14", "", &"a".repeat(LONGEST_ID)] {
            assert_eq!(fault(good), None, "{good}");
        }
        // In Russian letters too: nothing else is said of it.
        let (what, instead) = fault(&"я".repeat(LONGEST_ID + 1)).expect("a fault");
        assert!(what.contains("длиннее 100 букв, а в этом 101") && instead.contains("короче"), "{what} {instead}");
    }
}
