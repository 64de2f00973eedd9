//! A pasted notice of cancellation: recognised by its words, whatever its case, spaces or «ё».

/// The longest text that is looked at, in characters: several notices.
const LONGEST: usize = 4000;
/// The longest account that is shown, in characters: an address of e-mail may have 254.
const LONGEST_ACCOUNT: usize = 254;

/// The words a notice is known by.
#[derive(Clone, Copy)]
pub struct NoticePatterns<'w> {
    /// StatusText in every notice.
    pub mark: &'w str,
    /// StatusText right before the account.
    pub account: &'w str,
}

/// What a notice says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// The account it points to, as written there; untrusted, to be shown as text. `None` where it names none.
    pub account: Option<String>,
}

/// Reads a pasted text. `None` where it is no notice.
pub fn read(text: &str, patterns: NoticePatterns) -> Option<Notice> {
    if patterns.mark.trim().is_empty() {
        return None;
    }
    let text: Vec<char> = folded(text).take(LONGEST).collect();
    find(&text, patterns.mark)?;
    let after = find(&text, patterns.account).and_then(|at| text.get(at..));
    let account: Option<String> =
        after.map(|rest| rest.iter().skip_while(|c| **c == ' ').take_while(|c| **c != ' ').collect());
    let account = account.map(|account| {
        let bare = account
            .trim_matches(|c: char| c.is_ascii_punctuation() || matches!(c, '«' | '»' | '„' | '“' | '”' | '…' | '—'));
        bare.chars().take(LONGEST_ACCOUNT).collect::<String>()
    });
    Some(Notice { account: account.filter(|account| !account.is_empty()) })
}

/// The characters of a text as they stand, each run of white space, control and direction characters as one space.
fn folded(text: &str) -> impl Iterator<Item = char> {
    let mut spaced = true;
    text.chars().filter_map(move |c| {
        let space = matches!(c, '\0'..=' ' | '\u{7f}'..='\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}');
        let kept = if !space {
            Some(c)
        } else if spaced {
            None
        } else {
            Some(' ')
        };
        spaced = space;
        kept
    })
}

/// Where `words` end in the text, whatever their case.
fn find(text: &[char], words: &str) -> Option<usize> {
    let words: Vec<char> = folded(words.trim()).map(same).collect();
    if words.is_empty() {
        return None;
    }
    let at = text.windows(words.len()).position(|window| window.iter().zip(&words).all(|(a, b)| same(*a) == *b))?;
    Some(at + words.len())
}

/// A letter without its case; «ё» is «е». Cyrillic and Latin only: all of Unicode would weigh more than all of this.
fn same(c: char) -> char {
    match c {
        'А'..='Я' | 'A'..='Z' => char::from_u32(c as u32 + 32).unwrap_or(c),
        'ё' | 'Ё' => 'е',
        _ => c,
    }
}
