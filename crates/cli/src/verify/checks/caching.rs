//! How long browsers keep what a host sends.

use guide_content::message;
use guide_content::message::Message;
use guide_site::hashes;
use jiff::fmt::rfc2822;

use super::headers::is_worker;
use crate::verify::answer::Answer;
use crate::verify::report::{Report, names};
use crate::verify::visit::{Fetched, Visit};

/// Up to this many seconds an old version does no harm.
const SHORT: u64 = 600;

/// From this many seconds on, a file is as good as kept for ever.
const LONG: u64 = 24 * 60 * 60;

/// How long a browser keeps a file without asking the host.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Lifetime {
    /// The host does not say; the browser guesses.
    Unsaid,
    /// This many seconds; none where it always asks.
    Seconds(u64),
}

fn lifetime(answer: &Answer) -> Lifetime {
    let cache_control = answer.header("Cache-Control").unwrap_or_default();
    let directives: Vec<&str> = cache_control.split(',').map(str::trim).collect();
    if directives.contains(&"no-cache") || directives.contains(&"no-store") {
        return Lifetime::Seconds(0);
    }
    let ages = directives.iter().filter_map(|directive| directive.strip_prefix("max-age="));
    if let Some(seconds) = ages.filter_map(|age| age.trim_matches('"').parse().ok()).next() {
        return Lifetime::Seconds(seconds);
    }
    let date = |name: &str| Some(answer.values(name).next().map(rfc2822::parse));
    match (date("Expires").flatten(), date("Date").flatten()) {
        (None, _) => Lifetime::Unsaid,
        (Some(Ok(expires)), Some(Ok(date))) => Lifetime::Seconds(
            u64::try_from(expires.timestamp().as_second() - date.timestamp().as_second()).unwrap_or(0),
        ),
        // A date that is none is in the past.
        (Some(_), _) => Lifetime::Seconds(0),
    }
}

/// Whether a file's name has the hash of its bytes.
fn is_hashed(path: &str, answer: &Answer) -> bool {
    path.starts_with("assets/") && path.contains(&format!("-{}.", hashes::version(&answer.body)))
}

/// Checks what browsers keep and for how long.
pub fn check(visit: &Visit, report: &mut Report) {
    let (mut too_long, mut long, mut unsaid, mut short) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let found = visit.files.iter().filter_map(|(path, file)| Some((path.as_str(), Fetched::found(file)?)));
    for (path, answer) in found.filter(|(path, _)| !path.ends_with(".wasm.js") && !path.ends_with(".bin.js")) {
        match lifetime(answer) {
            lifetime if is_hashed(path, answer) => match lifetime {
                Lifetime::Seconds(LONG..) => {}
                _ => short.push(path),
            },
            Lifetime::Unsaid => unsaid.push(path),
            Lifetime::Seconds(..=SHORT) => {}
            Lifetime::Seconds(_) if path.ends_with(".html") || is_worker(path) => too_long.push(path),
            Lifetime::Seconds(_) => long.push(path),
        }
    }
    let cure = message!("подключите настройки сайта (ниже).", "use the site's settings (below).");
    if [&too_long, &long, &unsaid, &short].iter().all(|paths| paths.is_empty()) {
        report.good(message!(
            "новое видно сразу, а неизменное хранится в браузере",
            "what is new is seen at once, and what never changes is kept in browsers"
        ));
    }
    if !too_long.is_empty() {
        report.wrong(
            message!(
                names = names(&too_long);
                "браузеры подолгу хранят прежние страницы и не увидят новую версию: {names}",
                "browsers keep old pages for long and will not see a new version: {names}"
            ),
            message!(
                "для этих файлов нужно «Cache-Control: no-cache»; выключите «кэширование в браузере» в панели \
                 хостинга и подключите настройки сайта (ниже).",
                "these files need “Cache-Control: no-cache”; switch off “browser caching” in the host's panel and \
                 use the site's settings (below)."
            ),
        );
    }
    let mut remark = |paths: Vec<&str>, what: fn(&Message) -> Message| {
        if !paths.is_empty() {
            report.better(what(&names(&paths)), cure.clone());
        }
    };
    remark(long, |names| {
        message!(
            names = names;
            "браузеры подолгу не спрашивают, изменились ли файлы: {names}",
            "browsers do not ask for long whether files have changed: {names}"
        )
    });
    remark(unsaid, |names| {
        message!(
            names = names;
            "сервер не говорит, сколько хранить файлы, и браузеры решают сами (Cache-Control: no-cache не хватает): \
             {names}",
            "the host does not say how long files are good, so browsers guess (Cache-Control: no-cache is missing): \
             {names}"
        )
    });
    remark(short, |names| {
        message!(
            names = names;
            "файлы, которые никогда не меняются, телефоны загружают заново: {names}",
            "files that never change are loaded anew by phones: {names}"
        )
    });
    match visit.unchanged {
        Some(304) => {}
        _ => report.better(
            message!(
                "неизменившаяся страница каждый раз отправляется целиком (нет ответа 304)",
                "a page that has not changed is sent as a whole each time (there is no answer 304)"
            ),
            message!(
                "спросите хостинг, почему на If-None-Match и If-Modified-Since он не отвечает 304.",
                "ask the host why it does not answer If-None-Match and If-Modified-Since with 304."
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::checks::samples::answer;

    #[test]
    fn a_lifetime_is_read_from_headers() {
        let date = ("Date", "Thu, 26 Nov 2026 10:00:00 GMT");
        for (headers, expected) in [
            (&[][..], Lifetime::Unsaid),
            (&[("Cache-Control", "public")], Lifetime::Unsaid),
            (&[("Cache-Control", "no-cache")], Lifetime::Seconds(0)),
            (&[("Cache-Control", "no-cache"), ("Cache-Control", "max-age=100")], Lifetime::Seconds(0)),
            (&[("Cache-Control", "public, Max-Age=31536000, immutable")], Lifetime::Seconds(31_536_000)),
            (&[("Expires", "Thu, 26 Nov 2026 11:00:00 GMT"), date], Lifetime::Seconds(3600)),
            (&[("Expires", "Thu, 26 Nov 2026 09:00:00 GMT"), date], Lifetime::Seconds(0)),
            (&[("Expires", "0"), date], Lifetime::Seconds(0)),
            (
                &[("Cache-Control", "max-age=0"), ("Expires", "Thu, 26 Nov 2026 11:00:00 GMT"), date],
                Lifetime::Seconds(0),
            ),
        ] {
            assert_eq!(lifetime(&answer("", headers, "")), expected, "{headers:?}");
        }
    }

    #[test]
    fn only_a_name_with_the_hash_of_the_bytes_is_good_for_ever() {
        let script = answer("", &[], "code");
        let path = hashes::asset_path("guide", "js", b"code");
        assert!(is_hashed(&path, &script));
        assert!(!is_hashed("assets/guide-0123456789ab.js", &script));
        assert!(!is_hashed(path.trim_start_matches("assets/"), &script));
    }
}
