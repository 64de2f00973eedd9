//! Russian typography: no-break spaces where a line must not break, and capital letters.

const NO_BREAK: char = '\u{a0}';

/// A text with no-break spaces after short words, before a dash, and between a number or a placeholder and its unit.
///
/// The content has plain spaces; this is done when a page is rendered.
pub fn with_no_break_spaces(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 8);
    let mut word_start = 0;
    for (at, c) in text.char_indices() {
        if c != ' ' {
            result.push(c);
            if c == '\n' {
                word_start = at + 1;
            }
            continue;
        }
        let word = &text[word_start..at];
        let next = text[at + 1..].split([' ', '\n']).next().unwrap_or_default();
        result.push(if binds(word, next) { NO_BREAK } else { ' ' });
        word_start = at + 1;
    }
    result
}

/// A text with its first letter as a capital.
pub fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Whether a line must not break between the two words.
fn binds(word: &str, next: &str) -> bool {
    let bare = word.trim_start_matches(['«', '(', '„']);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let starts_with = |text: &str, test: fn(char) -> bool| text.starts_with(test);
    let short = (1..=2).contains(&bare.chars().count()) && bare.chars().all(char::is_alphabetic);
    let number = bare.ends_with(|c: char| c.is_ascii_digit() || c == '}');
    let unit = starts_with(next, char::is_alphabetic) && letters(next) <= 3;
    let digits = starts_with(next, |c| c.is_ascii_digit());
    let placeholder = next.starts_with('{');
    let dash = next == "—" || next == "–";
    let phone = bare.starts_with('+') && next.starts_with('(') || bare.ends_with(')') && digits;
    let abbreviation = bare == "№" || bare == "г.";
    short
        || dash
        || phone
        || abbreviation
        || number && (unit || digits || placeholder)
        || placeholder && (1..=3).contains(&letters(bare))
}

#[cfg(test)]
mod tests {
    use super::with_no_break_spaces;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(with_no_break_spaces(text).replace('\u{a0}', "~"), expected);
    }

    #[test]
    fn words_that_belong_together_have_a_no_break_space() {
        check("обратитесь в школу", "обратитесь в~школу");
        check("Не помню, на какую почту", "Не~помню, на~какую почту");
        check("родитель — учреждение", "родитель~— учреждение");
        check("«В отмене» и", "«В~отмене» и");
        check("{h} ч {m} мин", "{h}~ч~{m}~мин");
        check("{day} {month}, в {time}", "{day}~{month}, в~{time}");
        check("14 лет", "14~лет");
        check("в {time}", "в~{time}");
        check("до {time} (ещё {left})", "до~{time} (ещё~{left})");
        check("+7 (4932) 48-28-08", "+7~(4932)~48-28-08");
        check("г. Иваново", "г.~Иваново");
    }

    #[test]
    fn other_spaces_stay_as_they_are() {
        check("", "");
        check("учреждение заменит почту", "учреждение заменит почту");
        check("строка\nв строке", "строка\nв~строке");
        check("в  два пробела", "в~ два пробела");
    }
}
