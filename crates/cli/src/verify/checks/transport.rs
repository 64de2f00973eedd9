//! How the site comes: encrypted, compressed, and from its address without a slash too.

use guide_content::message;
use guide_core::pages::Page;

use crate::verify::report::{Report, names};
use crate::verify::visit::{Fetched, Visit, WITHOUT_SLASH, redirected};

/// Checks the connection.
pub fn check(visit: &Visit, report: &mut Report) {
    match visit.address.scheme() {
        "https" => report.good(message!("адрес защищён (https)", "the address is secure (https)")),
        _ if visit.is_loopback => {}
        _ => report.wrong(
            message!(
                "адрес не защищён (http): страницы школ не покажут справочник, и без интернета он не откроется",
                "the address is not secure (http): schools' pages will not show the guide, and it will not open without a network"
            ),
            message!(
                "включите в панели хостинга сертификат (обычно бесплатный, Let’s Encrypt) и перенаправление на https.",
                "switch on a certificate in the host's panel (mostly free, Let’s Encrypt) and the redirect to https."
            ),
        ),
    }
    check_compression(visit, report);
    check_slash(visit, report);
}

fn check_compression(visit: &Visit, report: &mut Report) {
    let is_large = |path: &&String| path.as_str() == Page::Guide.file() || path.ends_with(".wasm");
    let files = visit.files.iter().filter(|(path, _)| is_large(path));
    let found = files.filter_map(|(path, file)| Some((path.as_str(), Fetched::found(file)?)));
    let uncompressed: Vec<&str> =
        found.filter(|(_, answer)| answer.encoding().is_none()).map(|(path, _)| path).collect();
    if uncompressed.is_empty() {
        report.good(message!("файлы приходят сжатыми", "files come compressed"));
        return;
    }
    report.better(
        message!(
            names = names(&uncompressed);
            "файлы приходят несжатыми, в несколько раз тяжелее: {names}",
            "files come uncompressed, several times as heavy: {names}"
        ),
        message!(
            "включите сжатие gzip в панели хостинга или подключите настройки сайта (ниже).",
            "switch on compression by gzip in the host's panel, or use the site's settings (below)."
        ),
    );
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
