//! Recognising a pasted notice of cancellation by its words, whatever its case and spaces, and with «ё» or «е».

/// The longest text that is looked at, in characters; several notices fit into it.
const MAX_CHARS: usize = 4000;
/// The longest account that is shown, in characters; an e-mail address has at most 254.
const MAX_ACCOUNT_CHARS: usize = 254;

/// The words that a notice is recognised by.
#[derive(Clone, Copy)]
pub struct NoticePatterns<'w> {
    /// Words in every notice.
    pub mark: &'w str,
    /// The words right before the account.
    pub account: &'w str,
}

/// A notice of cancellation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// The account that it names, as it is written there: untrusted, to be shown as text. `None` where it names none.
    pub account: Option<String>,
}

/// Reads a pasted text. `None` where it is not a notice.
pub fn read(text: &str, patterns: NoticePatterns) -> Option<Notice> {
    if patterns.mark.trim().is_empty() {
        return None;
    }
    let text: Vec<char> = with_single_spaces(text).take(MAX_CHARS).collect();
    end_of_match(&text, patterns.mark)?;
    let after = end_of_match(&text, patterns.account).and_then(|at| text.get(at..));
    let account: Option<String> =
        after.map(|rest| rest.iter().skip_while(|c| **c == ' ').take_while(|c| **c != ' ').collect());
    let account = account.map(|account| {
        let bare = account
            .trim_matches(|c: char| c.is_ascii_punctuation() || matches!(c, '«' | '»' | '„' | '“' | '”' | '…' | '—'));
        bare.chars().take(MAX_ACCOUNT_CHARS).collect::<String>()
    });
    Some(Notice { account: account.filter(|account| !account.is_empty()) })
}

/// The characters of a text, with each run of white space, control and direction characters as one space.
fn with_single_spaces(text: &str) -> impl Iterator<Item = char> {
    let mut after_space = true;
    text.chars().filter_map(move |c| {
        let space = matches!(c, '\0'..=' ' | '\u{7f}'..='\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}');
        let kept = if !space {
            Some(c)
        } else if after_space {
            None
        } else {
            Some(' ')
        };
        after_space = space;
        kept
    })
}

/// The index in the text after the first occurrence of `words`, whatever their case.
fn end_of_match(text: &[char], words: &str) -> Option<usize> {
    let words: Vec<char> = with_single_spaces(words.trim()).map(without_case).collect();
    if words.is_empty() {
        return None;
    }
    let at =
        text.windows(words.len()).position(|window| window.iter().zip(&words).all(|(a, b)| without_case(*a) == *b))?;
    Some(at + words.len())
}

/// A letter in lower case, with «е» for «ё». Cyrillic and Latin only, since the tables of Unicode would add much to the program.
fn without_case(c: char) -> char {
    match c {
        'А'..='Я' | 'A'..='Z' => char::from_u32(c as u32 + 32).unwrap_or(c),
        'ё' | 'Ё' => 'е',
        _ => c,
    }
}
