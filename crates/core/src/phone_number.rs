//! Telephone numbers in the form that people read.

/// A dialled number, such as `+74932482808`, with its last digits as in `shown`, such as `48-28-08`: `+7 (4932) 48-28-08`. A `shown`
/// that has all digits is left as it is; where the number does not end in these digits, it is written as [`readable`] does.
pub fn with_codes(dialled: &str, shown: &str) -> String {
    let end: String = shown.chars().filter(char::is_ascii_digit).collect();
    let digits = dialled.trim_start_matches('+');
    if end == digits || shown.starts_with('+') {
        return shown.to_owned();
    }
    let (country, rest) = split_country(digits);
    match rest.strip_suffix(end.as_str()) {
        Some("") => format!("+{country} {shown}"),
        Some(area) if !end.is_empty() => format!("+{country} ({area}) {shown}"),
        _ => readable(dialled),
    }
}

/// A dialled number in groups: `+7 939 482-28-08`, `+44 207 946 09 58`. The lengths of area codes are not known here, so groups after
/// the country's code are only for reading; a content that knows better gives the form to show.
pub fn readable(dialled: &str) -> String {
    let (country, rest) = split_country(dialled.trim_start_matches('+'));
    if country == "7" && rest.len() == 10 {
        let [area, first, second, third] = [&rest[..3], &rest[3..6], &rest[6..8], &rest[8..]];
        return format!("+7 {area} {first}-{second}-{third}");
    }
    let mut text = format!("+{country}");
    let mut rest = rest;
    while !rest.is_empty() {
        // No group of a single digit at the end.
        let length = if rest.len() == 4 || rest.len() == 2 { 2 } else { rest.len().min(3) };
        text.push(' ');
        text.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    text
}

/// The country codes of one digit, and the first digits of those of two digits; all others have three (ITU-T E.164).
const ONE_DIGIT: [&str; 2] = ["1", "7"];
const TWO_DIGITS: [&str; 44] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51",
    "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
    "91", "92", "93", "94", "95", "98",
];

/// The country's code and the rest of a number's digits.
fn split_country(digits: &str) -> (&str, &str) {
    let begins = |codes: &[&str]| codes.iter().any(|code| digits.starts_with(code));
    let length = if begins(&ONE_DIGIT) {
        1
    } else if begins(&TWO_DIGITS) {
        2
    } else {
        3
    };
    digits.split_at_checked(length).unwrap_or((digits, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_groups() {
        assert_eq!(readable("+79394822808"), "+7 939 482-28-08");
        assert_eq!(readable("+442079460958"), "+44 207 946 09 58");
        assert_eq!(readable("+375172000000"), "+375 172 000 000");
        assert_eq!(readable("+12025550143"), "+1 202 555 01 43");
    }

    #[test]
    fn the_shown_form_gets_the_codes_that_it_lacks() {
        assert_eq!(with_codes("+74932482808", "48-28-08"), "+7 (4932) 48-28-08");
        assert_eq!(with_codes("+74932482808", "+7 4932 48-28-08"), "+7 4932 48-28-08");
        assert_eq!(with_codes("+442079460958", "7946 0958"), "+44 (20) 7946 0958");
        assert_eq!(with_codes("+74932482808", "99-99-99"), "+7 493 248-28-08");
    }
}
