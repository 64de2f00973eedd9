//! What a host answers to an address that does not exist.

use guide_content::message;
use guide_core::pages::Page;

use crate::verify::answer::Answer;
use crate::verify::report::Report;
use crate::verify::visit::{BARE_FOLDER, Fetched, Visit, redirected};

/// What was answered to an address that does not exist.
#[derive(PartialEq, Debug)]
enum Reply {
    /// The guide's own page with the right status.
    OwnPage,
    /// Another page with the right status.
    OtherPage,
    /// A status that says all is well.
    Success,
    /// A redirect to another address.
    Redirect(String),
    /// Another status.
    Status(u16),
}

fn reply(answer: &Answer, own: Option<&Answer>) -> Reply {
    match answer.status {
        404 | 410 if own.is_some_and(|own| own.body == answer.body) => Reply::OwnPage,
        404 | 410 => Reply::OtherPage,
        200..=299 => Reply::Success,
        300..=399 => Reply::Redirect(redirected(answer).map(|to| to.to_string()).unwrap_or_default()),
        other => Reply::Status(other),
    }
}

/// Checks what was answered to addresses that do not exist, and to a folder that is no page.
pub fn check(visit: &Visit, report: &mut Report) {
    let own = visit.files.get(Page::NotFound.file()).and_then(Fetched::found);
    let replies: Vec<(&str, Reply)> =
        visit.nowhere.iter().filter_map(|(path, answer)| Some((*path, reply(answer.as_ref().ok()?, own)))).collect();
    let (folders, nowhere): (Vec<_>, Vec<_>) = replies.into_iter().partition(|(path, _)| *path == BARE_FOLDER);
    match nowhere.iter().find(|(_, reply)| *reply != Reply::OwnPage) {
        None => report.good(message!(
            "неверный адрес показывает справочник с ответом 404",
            "a wrong address shows the guide, with the status 404"
        )),
        Some((path, Reply::OwnPage | Reply::OtherPage)) => report.better(
            message!(
                "неверный адрес (например {path}) показывает страницу хостинга вместо {}",
                "a wrong address (such as {path}) shows a page of the host instead of {}",
                Page::NotFound.file()
            ),
            message!(
                "назначьте 404.html страницей ошибки 404 или подключите настройки сайта (ниже).",
                "make 404.html the page of the error 404, or use the site's settings (below)."
            ),
        ),
        Some((path, Reply::Success)) => report.wrong(
            message!(
                "на адрес, которого нет ({path}), сервер отвечает 200, будто он есть: опечатки и потерянные файлы не \
                 видны",
                "to an address that does not exist ({path}) the host answers 200 as if it did: slips and lost files \
                 can't be seen"
            ),
            message!(
                "выключите «одностраничное приложение» (перенаправление всех адресов на index.html) в панели \
             хостинга или в .htaccess верхней папки и подключите настройки сайта (ниже).",
                "switch off “single-page application” (all addresses lead to index.html) in the host's panel or in \
                 the .htaccess of the folder above, and use the site's settings (below)."
            ),
        ),
        Some((path, Reply::Redirect(to))) => report.wrong(
            message!(
                "адрес, которого нет ({path}), перенаправляет на {to}",
                "an address that does not exist ({path}) redirects to {to}"
            ),
            message!(
                "уберите это перенаправление и подключите настройки сайта (ниже).",
                "take this redirect away and use the site's settings (below)."
            ),
        ),
        Some((path, Reply::Status(status))) => report.better(
            message!(
                "на адрес, которого нет ({path}), сервер отвечает {status}, а не 404",
                "to an address that does not exist ({path}) the host answers {status} and not 404"
            ),
            message!("подключите настройки сайта (ниже).", "use the site's settings (below)."),
        ),
    }
    if let Some((path, Reply::Success)) = folders.first() {
        report.better(
            message!(
                "папка без страницы ({path}) показывает список своих файлов",
                "a folder without a page ({path}) shows the list of its files"
            ),
            message!(
                "это не опасно — в папке нет тайного, — но лишнее: подключите настройки сайта (ниже).",
                "this is not dangerous, as nothing in it is secret, but needless: use the site's settings (below)."
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::checks::samples::answer;

    #[test]
    fn replies_are_told_apart() {
        let own = answer("404.html", &[], "the guide's");
        let with = |status: u16, headers: &[(&str, &str)], body: &str| Answer { status, ..answer("x", headers, body) };
        for (answer, expected) in [
            (with(404, &[], "the guide's"), Reply::OwnPage),
            (with(404, &[], "the host's"), Reply::OtherPage),
            (with(410, &[], "the host's"), Reply::OtherPage),
            (with(200, &[], "the guide's"), Reply::Success),
            (with(302, &[("Location", "/")], ""), Reply::Redirect("https://example.ru/".into())),
            (with(500, &[], ""), Reply::Status(500)),
        ] {
            assert_eq!(reply(&answer, Some(&own)), expected, "{answer:?}");
        }
        assert_eq!(reply(&with(404, &[], ""), None), Reply::OtherPage);
    }
}
