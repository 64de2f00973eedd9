//! How the site is reached: over https, and without the last slash of an address too.

use guide_content::message;

use crate::verify::report::Report;
use crate::verify::visit::{Visit, WITHOUT_SLASH, redirected};

/// Checks how the site is reached.
pub fn check(visit: &Visit, report: &mut Report) {
    match visit.address.scheme() {
        "https" => report.good(message!("адрес защищён (https)", "the address is secure (https)")),
        _ if visit.is_loopback => {}
        _ => report.wrong(
            message!(
                "адрес не защищён (http): страницы школ не покажут справочник, и без интернета он не откроется",
                "the address is not secure (http): schools' pages will not show the guide, and it will not open \
                 without a network"
            ),
            message!(
                "включите в панели хостинга сертификат (обычно бесплатный, Let’s Encrypt) и перенаправление на \
                 https.",
                "switch on a certificate in the host's panel (mostly free, Let’s Encrypt) and the redirect to \
                 https."
            ),
        ),
    }
    check_slash(visit, report);
}

fn check_slash(visit: &Visit, report: &mut Report) {
    let Some(answer) = &visit.without_slash else { return };
    let with_slash = format!("{}/", answer.address.path());
    match redirected(answer) {
        Some(to) if visit.address.scheme() == "https" && to.scheme() == "http" => report.better(
            message!(
                "адрес без косой черты на конце ({WITHOUT_SLASH}) перенаправляет через незащищённый {to}",
                "an address without its last slash ({WITHOUT_SLASH}) redirects through the insecure {to}"
            ),
            message!(
                "давайте ссылки с косой чертой на конце; хостинг может исправить перенаправление.",
                "give links with the last slash; the host can mend the redirect."
            ),
        ),
        Some(to) if to.path() == with_slash => {}
        None if answer.status == 200 => {}
        _ => report.better(
            message!(
                "адрес без косой черты на конце ({WITHOUT_SLASH}) не открывает страницу",
                "an address without its last slash ({WITHOUT_SLASH}) does not open the page"
            ),
            message!("давайте ссылки с косой чертой на конце.", "give links with the last slash."),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::answer::Answer;
    use crate::verify::checks::samples::{answer, visit};

    fn checked(visit: &Visit) -> Report {
        let mut report = Report::new(visit.summary());
        check(visit, &mut report);
        report
    }

    #[test]
    fn only_this_computer_needs_no_https() {
        for (address, good, wrong) in
            [("https://example.ru/", 1, 0), ("http://example.ru/", 0, 1), ("http://127.0.0.1:8080/", 0, 0)]
        {
            let report = checked(&visit(address));
            assert_eq!((report.good.len(), report.wrong.len()), (good, wrong), "{address}");
        }
    }

    #[test]
    fn a_missing_slash_is_added_on_the_same_connection() {
        let redirect = |to: &str| Answer { status: 301, ..answer("map", &[("Location", to)], "") };
        let not_found = Answer { status: 404, ..answer("map", &[], "") };
        for (answer, remarks) in [
            (redirect("/guide/map/"), 0),
            (redirect("https://example.ru/guide/map/"), 0),
            (answer("map", &[], "the page"), 0),
            (redirect("http://example.ru/guide/map/"), 1),
            (redirect("/"), 1),
            (not_found, 1),
        ] {
            let visit = Visit { without_slash: Some(answer), ..visit("https://example.ru/guide/") };
            assert_eq!(checked(&visit).better.len(), remarks, "{:?}", visit.without_slash);
        }
    }
}
