//! Ids of steps, answers and contacts: made once, from the title.

/// An id of so many letters is cut at the end of a word.
const LONGEST: usize = 40;
/// The id that something without a title has.
const UNNAMED: &str = "shag";

/// An id that a title can be made into: small Latin letters, digits and hyphens, a letter first. It is none of those that are `taken`.
pub fn identifier(title: &str, taken: &[&str]) -> String {
    let id = shortened(&latin(title));
    let id = match id.chars().next() {
        None => UNNAMED.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("id-{id}"),
        Some(_) => id,
    };
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    std::iter::once(id.clone()).chain(numbered).find(|id| !taken.contains(&id.as_str())).unwrap_or_default()
}

fn latin(title: &str) -> String {
    let mut id = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match sounds_alike(letter) {
            Some(latin) => id.push_str(latin),
            None if letter.is_ascii_lowercase() || letter.is_ascii_digit() => id.push(letter),
            None if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            None => {}
        }
    }
    id.trim_end_matches('-').to_owned()
}

fn shortened(id: &str) -> String {
    // What is left has ASCII letters only.
    let Some(start) = id.get(..LONGEST).filter(|_| id.len() > LONGEST) else { return id.to_owned() };
    let is_word_end = id[LONGEST..].starts_with('-');
    let end = if is_word_end { Some(LONGEST) } else { start.rfind('-') };
    start[..end.unwrap_or(LONGEST)].trim_end_matches('-').to_owned()
}

/// The Latin letters that a Russian letter sounds like.
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
