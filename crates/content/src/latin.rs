//! Latin letters for Russian ones: those that look alike, and those that sound alike.

/// The Latin letter that looks like this Russian one.
pub fn look_alike(letter: char) -> Option<char> {
    const PAIRS: [(char, char); 27] = [
        ('а', 'a'),
        ('в', 'b'),
        ('е', 'e'),
        ('ё', 'e'),
        ('к', 'k'),
        ('м', 'm'),
        ('н', 'h'),
        ('о', 'o'),
        ('п', 'n'),
        ('р', 'p'),
        ('с', 'c'),
        ('т', 't'),
        ('у', 'y'),
        ('х', 'x'),
        ('і', 'i'),
        ('А', 'A'),
        ('В', 'B'),
        ('Е', 'E'),
        ('К', 'K'),
        ('М', 'M'),
        ('Н', 'H'),
        ('О', 'O'),
        ('Р', 'P'),
        ('С', 'C'),
        ('Т', 'T'),
        ('У', 'Y'),
        ('Х', 'X'),
    ];
    PAIRS.iter().find(|(russian, _)| *russian == letter).map(|(_, latin)| *latin)
}

/// The Latin letters for a small Russian one; `None` for any other character.
fn sounds_alike(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ы' => "y",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

/// The id that a text can be made into: small Latin letters, digits and hyphens, a letter first. `None` where nothing of it can stay.
pub fn id(text: &str) -> Option<String> {
    let mut id = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        match sounds_alike(letter) {
            Some(latin) => id.push_str(latin),
            None if letter.is_ascii_lowercase() || letter.is_ascii_digit() => id.push(letter),
            None if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            None => {}
        }
    }
    let id = id.trim_end_matches('-');
    match id.chars().next() {
        None => None,
        Some(first) if first.is_ascii_digit() => Some(format!("id-{id}")),
        Some(_) => Some(id.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_of_texts() {
        for (text, wanted) in [
            ("Не помогло", "ne-pomoglo"),
            ("0-3", "id-0-3"),
            ("-lost", "lost"),
            ("Forgot Email", "forgot-email"),
            ("Щёлково, объезд", "shchelkovo-obezd"),
            ("forgot_email ", "forgot-email"),
            ("noт-helped", "not-helped"),
        ] {
            assert_eq!(id(text).as_deref(), Some(wanted), "{text}");
        }
        for nothing in ["", " ", "…", "日本"] {
            assert_eq!(id(nothing), None, "{nothing}");
        }
    }
}
