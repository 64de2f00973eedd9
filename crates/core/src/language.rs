//! The languages that a guide may have: their plural forms, their territories and how they set short words.

/// A language of a guide: a tag such as `ru`, or `en-US`, which names a territory too.
#[derive(Clone, Debug)]
pub struct Language {
    tag: String,
    facts: &'static Facts,
}

/// The forms of a text that depend on a number, by their names in CLDR. Each language has some of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Such as 0 in Latvian.
    Zero,
    /// Such as 1 in English, and 1 and 21 in Russian.
    One,
    /// Such as 2 in Slovenian.
    Two,
    /// Such as 2, 3, 4 and 22 in Russian.
    Few,
    /// Such as 5 and 11 in Russian.
    Many,
    /// Every number that has none of the other forms.
    Other,
}

/// What is known of a language.
#[derive(Debug)]
struct Facts {
    code: &'static str,
    /// The territory where the tag names none: Open Graph wants one.
    territory: &'static str,
    plural: fn(u64) -> Plural,
    /// Whether a line must not end with a word of one or two letters.
    keeps_short_words: bool,
}

#[rustfmt::skip]
static LANGUAGES: [Facts; 38] = [
    of("ru", "RU", slavic).keeping_short_words(), of("uk", "UA", slavic).keeping_short_words(), of("be", "BY", slavic).keeping_short_words(),
    of("en", "GB", one), of("de", "DE", one), of("nl", "NL", one), of("sv", "SE", one), of("da", "DK", one),
    of("fr", "FR", french), of("es", "ES", romance), of("it", "IT", romance), of("pt", "BR", french), of("ro", "RO", romanian),
    of("pl", "PL", polish), of("cs", "CZ", czech), of("sk", "SK", czech), of("bg", "BG", one), of("hr", "HR", croatian),
    of("sr", "RS", croatian), of("sl", "SI", slovenian), of("lt", "LT", lithuanian), of("lv", "LV", latvian),
    of("et", "EE", one), of("fi", "FI", one), of("hu", "HU", one), of("el", "GR", one),
    of("hy", "AM", armenian), of("ka", "GE", one), of("mn", "MN", one), of("kk", "KZ", one), of("ky", "KG", one), of("uz", "UZ", one),
    of("az", "AZ", one), of("tk", "TM", one), of("cv", "RU", chuvash),
    // Not every release of CLDR has these: as in the languages next to them, only 1 may differ.
    of("tt", "RU", one), of("ba", "RU", one), of("tg", "TJ", one),
];

const fn of(code: &'static str, territory: &'static str, plural: fn(u64) -> Plural) -> Facts {
    Facts { code, territory, plural, keeps_short_words: false }
}

impl Facts {
    const fn keeping_short_words(self) -> Facts {
        Facts { keeps_short_words: true, ..self }
    }
}

impl Default for Language {
    /// Russian.
    fn default() -> Language {
        let facts = &LANGUAGES[0];
        Language { tag: facts.code.to_owned(), facts }
    }
}

impl Language {
    /// The language of a tag: a known code such as `ru`, with a territory or without, `en-US`. `None` for anything else.
    pub fn of_tag(tag: &str) -> Option<Language> {
        let (code, territory) = tag.split_once('-').map_or((tag, None), |(code, territory)| (code, Some(territory)));
        let is_territory = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        let facts = LANGUAGES.iter().find(|facts| facts.code == code)?;
        territory.is_none_or(is_territory).then(|| Language { tag: tag.to_owned(), facts })
    }

    /// The codes of all known languages.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|facts| facts.code)
    }

    /// The tag as the guide has it, for the attribute `lang`.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The code without a territory.
    pub fn code(&self) -> &'static str {
        self.facts.code
    }

    /// The language and its territory as Open Graph writes them: `en_GB`.
    pub fn locale(&self) -> String {
        let territory = self.tag.split_once('-').map_or(self.facts.territory, |(_, territory)| territory);
        format!("{}_{territory}", self.facts.code)
    }

    /// Which form of a text this number has.
    pub fn plural(&self, n: u64) -> Plural {
        (self.facts.plural)(n)
    }

    /// Whether a line must not end with a word of one or two letters, as the typography of some languages asks.
    pub fn keeps_short_words(&self) -> bool {
        self.facts.keeps_short_words
    }
}

// The rules of CLDR for whole numbers, each named after the languages that share it.

fn one(n: u64) -> Plural {
    if n == 1 { Plural::One } else { Plural::Other }
}

fn romance(n: u64) -> Plural {
    match n {
        1 => Plural::One,
        _ if millions(n) => Plural::Many,
        _ => Plural::Other,
    }
}

fn french(n: u64) -> Plural {
    if n == 0 { Plural::One } else { romance(n) }
}

fn armenian(n: u64) -> Plural {
    if n < 2 { Plural::One } else { Plural::Other }
}

fn chuvash(n: u64) -> Plural {
    if n == 0 { Plural::Zero } else { one(n) }
}

fn slavic(n: u64) -> Plural {
    match (n % 10, n % 100) {
        (_, 11..=14) => Plural::Many,
        (1, _) => Plural::One,
        (2..=4, _) => Plural::Few,
        _ => Plural::Many,
    }
}

fn polish(n: u64) -> Plural {
    match (slavic(n), n) {
        (Plural::One, 2..) => Plural::Many,
        (form, _) => form,
    }
}

fn croatian(n: u64) -> Plural {
    match slavic(n) {
        Plural::Many => Plural::Other,
        form => form,
    }
}

fn czech(n: u64) -> Plural {
    if (2..=4).contains(&n) { Plural::Few } else { one(n) }
}

fn slovenian(n: u64) -> Plural {
    match n % 100 {
        1 => Plural::One,
        2 => Plural::Two,
        3 | 4 => Plural::Few,
        _ => Plural::Other,
    }
}

fn lithuanian(n: u64) -> Plural {
    match (n % 10, n % 100) {
        (0, _) | (_, 11..=19) => Plural::Other,
        (1, _) => Plural::One,
        _ => Plural::Few,
    }
}

fn latvian(n: u64) -> Plural {
    match (n % 10, n % 100) {
        (0, _) | (_, 11..=19) => Plural::Zero,
        (1, _) => Plural::One,
        _ => Plural::Other,
    }
}

fn romanian(n: u64) -> Plural {
    match (n, n % 100) {
        (1, _) => Plural::One,
        (0, _) | (_, 1..=19) => Plural::Few,
        _ => Plural::Other,
    }
}

/// Whether a number is a whole number of millions, before which the Romance languages put a preposition.
fn millions(n: u64) -> bool {
    n != 0 && n.is_multiple_of(1_000_000)
}

#[cfg(test)]
mod tests {
    use super::{LANGUAGES, Language, Plural};

    const NUMBERS: [u64; 28] = [
        0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 14, 19, 20, 21, 22, 24, 25, 100, 101, 102, 103, 105, 111, 112, 119, 121,
        1_000_000,
    ];

    /// The forms of these numbers as ICU 73 has them, a letter each: `z`ero, `1`, `2`, `f`ew, `m`any, `o`ther.
    const FORMS: [(&str, &str); 12] = [
        ("ru uk be", "m1fffmmmmmmmmm1ffmm1ffmmmm1m"),
        ("en de nl sv da bg et fi hu el ka mn kk ky uz az tk tt ba tg", "o1oooooooooooooooooooooooooo"),
        ("fr pt", "11ooooooooooooooooooooooooom"),
        ("es it", "o1ooooooooooooooooooooooooom"),
        ("hy", "11oooooooooooooooooooooooooo"),
        ("cv", "z1oooooooooooooooooooooooooo"),
        ("ro", "f1fffffffffffoooooofffffffoo"),
        ("pl", "m1fffmmmmmmmmmmffmmmffmmmmmm"),
        ("cs sk", "o1fffooooooooooooooooooooooo"),
        ("hr sr", "o1fffooooooooo1ffoo1ffoooo1o"),
        ("sl", "o12ffoooooooooooooo12foooooo"),
        ("lt", "o1ffffffoooooo1fffo1fffooo1o"),
    ];

    #[test]
    fn plural_forms_are_those_of_cldr() {
        let mut checked = 0;
        for (codes, forms) in FORMS.into_iter().chain([("lv", "z1oooooozzzzzz1oooz1ooozzz1z")]) {
            for code in codes.split(' ') {
                let language = Language::of_tag(code).expect("a known language");
                let letter = |n| match language.plural(n) {
                    Plural::Zero => 'z',
                    Plural::One => '1',
                    Plural::Two => '2',
                    Plural::Few => 'f',
                    Plural::Many => 'm',
                    Plural::Other => 'o',
                };
                assert_eq!(NUMBERS.map(letter).iter().collect::<String>(), forms, "{code}");
                checked += 1;
            }
        }
        assert_eq!(checked, LANGUAGES.len(), "a language is not in the table");
    }

    #[test]
    fn tags_have_a_known_code_and_at_most_a_territory() {
        let locale = |tag| Language::of_tag(tag).map(|language| language.locale());
        for (tag, expected) in [("ru", "ru_RU"), ("en", "en_GB"), ("en-US", "en_US"), ("kk", "kk_KZ"), ("pt", "pt_BR")]
        {
            assert_eq!(locale(tag).as_deref(), Some(expected), "{tag}");
        }
        for tag in ["", "RU", "russian", "xx", "en-", "en-us", "en_GB", "en-GB-x", "ru ", "-RU", "ru\"><b>"] {
            assert_eq!(locale(tag), None, "{tag}");
        }
    }
}
