//! Typography: no-break spaces where a line must not break, and capital letters.

use crate::language::Language;

const NO_BREAK: char = '\u{a0}';

/// The units that a number keeps beside it in a language without a rule for short words.
const UNITS: [&str; 14] = ["h", "min", "s", "am", "pm", "px", "mm", "cm", "m", "km", "g", "kg", "kB", "MB"];

/// A text with no-break spaces before a dash, between a number or a placeholder and its unit, within a phone number and after
/// initials; in some languages after short words too.
///
/// The content has plain spaces; this is done when a page is rendered.
pub fn with_no_break_spaces(text: &str, language: &Language) -> String {
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
        result.push(if binds(word, next, language) { NO_BREAK } else { ' ' });
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
fn binds(word: &str, next: &str, language: &Language) -> bool {
    let bare = word.trim_start_matches(['«', '(', '„', '“', '‘']);
    let digits = next.starts_with(|c: char| c.is_ascii_digit());
    let placeholder = next.starts_with('{');
    let number = bare.ends_with(|c: char| c.is_ascii_digit() || c == '}');
    let dash = next == "—" || next == "–";
    let area_code = next.starts_with('(') && next.contains(|c: char| c.is_ascii_digit());
    let phone = (bare.starts_with('+') || number) && area_code || bare.ends_with(')') && digits;
    let initial = bare.ends_with('.') && bare.chars().count() == 2 && bare.starts_with(char::is_uppercase);
    let bound = if language.keeps_short_words() { binds_short_words(bare, next) } else { binds_units(bare, next) };
    bound || dash || phone || initial || number && (digits || placeholder)
}

/// In a language where a line must not end with a short word. A short word after a number is taken for its unit.
fn binds_short_words(bare: &str, next: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let short = (1..=2).contains(&bare.chars().count()) && bare.chars().all(char::is_alphabetic);
    let number = bare.ends_with(|c: char| c.is_ascii_digit() || c == '}');
    let unit = next.starts_with(char::is_alphabetic) && letters(next) <= 3;
    let before_placeholder = next.starts_with('{') && (1..=3).contains(&letters(bare));
    let abbreviation = bare == "№" || bare == "г.";
    short || number && unit || before_placeholder || abbreviation
}

/// In the other languages.
fn binds_units(bare: &str, next: &str) -> bool {
    let is_unit = |word: &str| UNITS.contains(&word.trim_end_matches(|c: char| !c.is_alphabetic()));
    let number = bare.ends_with(|c: char| c.is_ascii_digit() || c == '}');
    number && is_unit(next) || UNITS.contains(&bare) && next.starts_with('{')
}

#[cfg(test)]
mod tests {
    use super::with_no_break_spaces;
    use crate::language::Language;

    #[track_caller]
    fn check_in(tag: &str, text: &str, expected: &str) {
        let language = Language::of_tag(tag).expect("a known language");
        assert_eq!(with_no_break_spaces(text, &language).replace('\u{a0}', "~"), expected, "{tag}");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        check_in("ru", text, expected);
    }

    #[test]
    fn short_words_are_kept_only_in_languages_that_ask_for_it() {
        for tag in ["ru", "uk", "be"] {
            check_in(tag, "прийти у школу", "прийти у~школу");
        }
        for tag in ["en", "de", "kk", "bg"] {
            check_in(tag, "прийти у школу", "прийти у школу");
        }
        check_in("en", "It is up to you, in a day or so", "It is up to you, in a day or so");
        check_in("en", "Opens at {time}", "Opens at {time}");
    }

    #[test]
    fn numbers_dashes_phones_and_initials_are_kept_together_in_every_language() {
        check_in("en", "2 of 3 rules, 14 days", "2 of 3 rules, 14 days");
        check_in("en", "within 5 min, 320 px wide", "within 5~min, 320~px wide");
        check_in("en", "{h} h {m} min", "{h}~h~{m}~min");
        check_in("en", "{day} {month} {year}", "{day}~{month}~{year}");
        check_in("en", "The guide – a page", "The guide~– a page");
        check_in("en", "by J. K. Rowling (p. 5)", "by J.~K.~Rowling (p. 5)");
        check_in("en", "+44 (20) 7946 0958", "+44~(20)~7946~0958");
        check_in("ru", "письмо А. С. Пушкина", "письмо А.~С.~Пушкина");
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
        check("8 (4932) 48-28-08", "8~(4932)~48-28-08");
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
