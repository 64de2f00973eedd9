//! Recognising a pasted notice of cancellation.

use guide_core::notice::{Notice, NoticePatterns, read};
use proptest::prelude::*;

const PATTERNS: NoticePatterns = NoticePatterns {
    mark: "заявка была подана с дублирующего аккаунта",
    account: "подать заявку с аккаунта:",
};

#[track_caller]
fn check(text: &str, expected: Option<Option<&str>>) {
    let expected = expected.map(|account| Notice { account: account.map(str::to_owned) });
    assert_eq!(read(text, PATTERNS), expected, "{text}");
}

#[test]
fn a_notice_is_recognised_by_its_words() {
    let notice = "Данная заявка была подана с дублирующего аккаунта. Если обучение по программе актуально, просим подать \
                  заявку с аккаунта: mama@mail.ru\nЕсли доступа к указанному аккаунту нет, то обратитесь в тех. поддержку";
    check(notice, Some(Some("mama@mail.ru")));
    check(&notice.to_uppercase(), Some(Some("MAMA@MAIL.RU")));
    check(&notice.replace(' ', "\u{a0} \n"), Some(Some("mama@mail.ru")));
    check(&notice.replace("аккаунта: ", "аккаунта:"), Some(Some("mama@mail.ru")));
    check(&format!("здравствуйте пришло вот что: «{notice}» что делать"), Some(Some("mama@mail.ru")));
    check("Данная заявка была подана с дублирующего аккаунта.", Some(None));
}

#[test]
fn the_account_has_no_punctuation_and_a_limited_length() {
    let with = |account: &str| {
        format!("заявка была подана с дублирующего аккаунта, просим подать заявку с аккаунта: {account}")
    };
    check(&with("«ivanov_a@ya.ru»."), Some(Some("ivanov_a@ya.ru")));
    check(&with("<b>x</b>"), Some(Some("b>x</b")));
    check(&with("..."), Some(None));
    check(&with(""), Some(None));
    let long = "я".repeat(5000);
    let account = read(&with(&long), PATTERNS).and_then(|notice| notice.account).expect("an account");
    assert_eq!(account.chars().count(), 254);
}

#[test]
fn other_texts_are_not_notices() {
    for text in ["", "   ", "заявку отменили", "дублирующего аккаунта", "подать заявку с аккаунта: mama@mail.ru"]
    {
        check(text, None);
    }
    assert_eq!(read("что угодно", NoticePatterns { mark: " ", account: "" }), None);
    let late = format!("{}заявка была подана с дублирующего аккаунта", "ж ".repeat(9000));
    check(&late, None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_handled(text in "\\PC{0,200}", tail in ".{0,80}") {
        _ = read(&text, PATTERNS);
        let notice = format!("{text} заявка была подана с дублирующего аккаунта {tail} подать заявку с аккаунта: {tail}");
        if let Some(Notice { account: Some(account) }) = read(&notice, PATTERNS) {
            prop_assert!(account.chars().count() <= 254);
            prop_assert!(!account.chars().any(char::is_whitespace));
        }
    }
}
