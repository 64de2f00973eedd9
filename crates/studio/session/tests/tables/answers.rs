//! What the worker answers about the draft: status, search, pages.

use guide_studio_model::{FoundStep, PreviewPage, Request, Response, WeekDay};
use guide_studio_session::Session;

use crate::shared::{IVANOVO, PHRASES, SMALL, WORDS, draft, open};

fn status(contact: &str, at: &str) -> Result<(Vec<String>, String, Vec<WeekDay>), String> {
    let guide = SMALL.replace(
        "[[field]]",
        "[[contact]]\nid = \"night\"\nname = \"Ночная\"\nphone = \"+74932000009\"\nhours = \"Fr 22:00-06:00\"\ntime_zone = \"Europe/Moscow\"\n\n[[contact]]\nid = \"letters\"\nname = \"Почта\"\nemail = \"a@example.ru\"\n\n[[field]]",
    );
    let guide = guide.replace("holidays =", "zone_text = \"Время московское.\"\nholidays =");
    let mut session = Session::new();
    open(&mut session, draft(&[("guide.toml", &guide)]));
    match session.handle(Request::Status { contact: contact.into(), at: at.into() }, &mut |_| {}).0 {
        Response::Status { lines, sign, week } => Ok((lines, sign, week)),
        Response::Refused(why) => Err(why),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_status_is_what_the_pages_say() {
    for (contact, at, first, sign) in [
        ("hotline", "2026-11-24T12:59", "Сейчас закрыто. Откроется сегодня в 13:00", "Закрыто до 13:00"),
        ("hotline", "2026-11-24T13:00:00", "Сейчас открыто, до 17:00 (ещё 4 ч)", "Открыто до 17:00"),
        (
            "hotline",
            "2026-11-28T10:00",
            "Сейчас закрыто. Откроется в понедельник, 30 ноября, в 09:00",
            "Закрыто до пн 09:00",
        ),
        (
            "hotline",
            "2026-12-31T10:00",
            "Сейчас закрыто. Откроется в понедельник, 11 января, в 09:00. В праздники уточняйте.",
            "Закрыто до 11 января",
        ),
        // The sign in the header is that of the first contact.
        ("night", "2026-11-28T05:00", "Сейчас открыто, до 06:00 (ещё 1 ч). В праздники уточняйте.", ""),
    ] {
        let (lines, found, _) = status(contact, at).expect("a status");
        assert_eq!((plain(&lines[0]).as_str(), plain(&found).as_str()), (first, sign), "{contact} {at}");
    }
    let (lines, _, week) = status("hotline", "2026-12-30T10:00").expect("a status");
    assert_eq!(plain(&lines[1]), "Понедельник–пятница, 09:00–12:00 и 13:00–17:00");
    assert_eq!(plain(&lines[2]), "Время московское.");
    let week: Vec<(&str, &str)> = week.iter().map(|day| (day.day.as_str(), day.hours.as_str())).collect();
    assert_eq!(week.len(), 7);
    assert_eq!(week[0], ("среда, 30 декабря", "09:00–12:00 и 13:00–17:00"));
    assert_eq!(week[1], ("четверг, 31 декабря", "Закрыто"));
    assert_eq!(week[6], ("вторник, 5 января", "Закрыто"));
}

/// The text with plain spaces.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn what_is_no_moment_or_no_contact_is_refused() {
    for (contact, at) in [
        ("nobody", "2026-11-24T12:59"),
        ("letters", "2026-11-24T12:59"),
        ("hotline", ""),
        ("hotline", "2026-11-24"),
        ("hotline", "2026-11-31T12:00"),
        ("hotline", "2026-11-24T24:00"),
        ("hotline", "2026-11-24T1:00"),
        ("hotline", "2026-11-24T12:00:00:00"),
        ("hotline", "2026-11-24T+1:00"),
        ("hotline", "99999-11-24T12:00"),
    ] {
        let why = status(contact, at).expect_err(at);
        assert!(why.ends_with('.') || why.ends_with("12:59."), "{why}");
    }
    assert_eq!(status("hotline", "9999-12-31T23:59").expect("the last day").2.len(), 1);
}

/// The shipped guide with few phrases, as training on all of them takes long in a test.
fn with_search() -> Session {
    let phrases = "[forgot-email]\nphrases = '''\nзабыла почту от навигатора\nне помню почту\nкакая у меня почта\n'''\ntests = '''\nне помню свою почту\nпозвонить на линию\n'''\n[hotline]\nphrases = '''\nтелефон горячей линии\nпозвонить на горячую линию\nномер телефона\n'''\ntests = 'номер линии'\n[none]\nphrases = '''\nпогода\nсколько стоит\nрасписание\n'''\ntests = 'погода завтра'\n";
    let mut session = Session::new();
    open(&mut session, draft(&[("ivanovo.toml", IVANOVO), ("words.toml", WORDS), ("phrases.toml", phrases)]));
    session
}

fn find(session: &mut Session, sentence: &str) -> Vec<FoundStep> {
    match session.handle(Request::Find(sentence.into()), &mut |_| {}).0 {
        Response::Found(found) => found,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_search_finds_what_it_has_learned() {
    let mut session = with_search();
    let found = find(&mut session, "забыла почту");
    assert_eq!(found[0].step, "forgot-email");
    assert!(found[0].score > 0.5 && found[0].score <= 1.0, "{found:?}");
    assert!(find(&mut session, "какая погода").iter().all(|found| found.step != "none"), "it is no step to offer");
    find(&mut session, &"щ\u{0}🙂".repeat(2000));
    let Response::SearchTests { total, misses } = session.handle(Request::SearchTests, &mut |_| {}).0 else {
        panic!("no tests")
    };
    assert_eq!(total, 4);
    assert!(
        misses.iter().any(|miss| miss.sentence == "позвонить на линию" && miss.wanted == "forgot-email"),
        "{misses:?}"
    );
    assert!(misses.iter().all(|miss| miss.found.as_ref() != Some(&miss.wanted)), "{misses:?}");
    assert!(!misses.iter().any(|miss| miss.sentence == "не помню свою почту"), "{misses:?}");
}

#[test]
fn without_phrases_there_is_no_search() {
    let mut session = Session::new();
    for request in [Request::Find("почта".into()), Request::SearchTests] {
        assert!(matches!(session.handle(request.clone(), &mut |_| {}).0, Response::Refused(_)), "nothing is open");
        open(&mut session, draft(&[("guide.toml", SMALL)]));
        assert!(matches!(session.handle(request, &mut |_| {}).0, Response::Refused(_)), "no phrases");
    }
    let only_fallback = "[none]\nphrases = 'погода'\n";
    open(&mut session, draft(&[("ivanovo.toml", IVANOVO), ("words.toml", WORDS), ("phrases.toml", only_fallback)]));
    assert!(matches!(session.handle(Request::Find("x".into()), &mut |_| {}).0, Response::Refused(_)));
}

#[test]
fn pages_are_those_of_the_draft() {
    let mut session = with_search();
    session.set_assets(&guide_site::Assets::included().pack()).expect("a pack");
    let pages = [PreviewPage::Guide, PreviewPage::Leaflet, PreviewPage::Print, PreviewPage::Poster, PreviewPage::Map];
    for page in pages {
        let Response::Page(html) = session.handle(Request::Page(page.clone()), &mut |_| {}).0 else {
            panic!("{page:?}")
        };
        assert!(html.contains("Горячая линия") || html.contains("48-28-08"), "{page:?}");
    }
    let Response::Page(html) = session.handle(Request::Page(PreviewPage::Guide), &mut |_| {}).0 else {
        panic!("no page")
    };
    assert!(html.contains("https://example.ru/"), "addresses are absolute");
    assert!(session.set_assets(b"no pack").is_err());
    assert!(matches!(Session::new().handle(Request::Page(PreviewPage::Guide), &mut |_| {}).0, Response::Refused(_)));
    assert!(PHRASES.contains("tests = '''"), "the shipped phrases have tests");
}
