//! Whether the headers of a host let the pages do what they need, let schools show them, and protect those who read them.

use guide_content::message;
use guide_core::pages::{Page, WORKER};

use crate::verify::answer::Answer;
use crate::verify::policy::{forbidden, frame_ancestors, of_page};
use crate::verify::report::{Report, names};
use crate::verify::visit::{Fetched, Visit};

/// What every answer should have: a header, and what its value has in it.
const WANTED: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Access-Control-Allow-Origin", "*"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "geolocation=()"),
];

/// Checks the headers.
pub fn check(visit: &Visit, report: &mut Report) {
    let pages: Vec<(&str, &Answer)> = visit
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .filter_map(|(path, file)| Some((path.as_str(), file.found()?)))
        .collect();
    check_policy(&pages, report);
    let Some(page) = visit.files.get(Page::Guide.file()).and_then(Fetched::found) else { return };
    check_frames(page, visit.files.get("embed.js").and_then(Fetched::found), report);
    let missing: Vec<&str> = missing(page);
    if missing.is_empty() {
        report.good(message!("заголовки безопасности на месте", "the security headers are there"));
    } else {
        report.better(
            message!(names = names(&missing); "нет заголовков: {names}", "there are no headers {names}"),
            message!(
                "сайт работает и без них, но с ними надёжнее: подключите настройки сайта (ниже).",
                "the site works without, but is safer with them: use the site's settings (below)."
            ),
        );
    }
}

/// The headers that an answer lacks.
fn missing(answer: &Answer) -> Vec<&'static str> {
    let lacks = |(name, part): &(&str, &str)| !answer.header(name).is_some_and(|value| value.contains(part));
    WANTED.iter().filter(|wanted| lacks(wanted)).map(|(name, _)| *name).collect()
}

fn check_policy(pages: &[(&str, &Answer)], report: &mut Report) {
    let mut failing: Vec<&str> = Vec::new();
    let mut why: Vec<String> = Vec::new();
    for (path, page) in pages {
        let Some(own) = of_page(&page.text()) else { continue };
        let found: Vec<String> = policies(page).flat_map(|sent| forbidden(sent, &own)).collect();
        if !found.is_empty() {
            failing.push(path);
            why.extend(found.into_iter().filter(|one| !why.contains(one)).collect::<Vec<_>>());
        }
    }
    if !failing.is_empty() {
        report.wrong(
            message!(
                why = names(&why); names = names(&failing);
                "политика (Content-Security-Policy), которую шлёт сервер, запрещает страницам их же оформление или \
                 программу: {names}; запрещено: {why}",
                "the policy (Content-Security-Policy) that the host sends forbids pages their own style or program: \
                 {names}; forbidden: {why}"
            ),
            message!(
                "скорее всего, она от прежней версии: вместе с новой версией подключите и её настройки (ниже).",
                "most likely it is an older version's: with the new version use its settings too (below)."
            ),
        );
    } else if pages.iter().all(|(_, page)| policies(page).next().is_none()) {
        report.better(
            message!(
                "сервер не шлёт Content-Security-Policy; действует та, что записана в самих страницах",
                "the host sends no Content-Security-Policy; the one within the pages is in force"
            ),
            message!(
                "с ней надёжнее: подключите настройки сайта (ниже).",
                "with it the site is safer: use the site's settings (below)."
            ),
        );
    } else {
        report.good(message!(
            "политика безопасности (Content-Security-Policy) подходит всем страницам",
            "the policy (Content-Security-Policy) fits all pages"
        ));
    }
}

/// The policies of an answer; all of them hold. One header may have several.
fn policies(answer: &Answer) -> impl Iterator<Item = &str> {
    answer.values("Content-Security-Policy").flat_map(|value| value.split(','))
}

/// What keeps a page out of schools' pages, if anything.
fn frame_blocker(page: &Answer) -> Option<String> {
    let ancestors = policies(page).find_map(frame_ancestors);
    if let Some(ancestors) = ancestors {
        return Some(format!("Content-Security-Policy: frame-ancestors {ancestors}"));
    }
    // Browsers don't heed it where a policy is about frames.
    let is_overruled = policies(page).any(|policy| policy.contains("frame-ancestors"));
    page.header("X-Frame-Options").filter(|_| !is_overruled).map(|value| format!("X-Frame-Options: {value}"))
}

/// What keeps the script for schools' pages out of them, if anything.
fn script_blocker(script: &Answer) -> Option<String> {
    let policy = script.header("Cross-Origin-Resource-Policy")?;
    (policy != "cross-origin").then(|| format!("Cross-Origin-Resource-Policy: {policy}"))
}

fn check_frames(page: &Answer, script: Option<&Answer>, report: &mut Report) {
    let blockers: Vec<String> = frame_blocker(page).into_iter().chain(script.and_then(script_blocker)).collect();
    if blockers.is_empty() {
        report.good(message!("школы могут показать справочник у себя", "schools can show the guide on their pages"));
        return;
    }
    report.wrong(
        message!(
            names = names(&blockers);
            "школы не смогут показать справочник на своих страницах, этого не даёт заголовок {names}",
            "schools can't show the guide on their pages; what prevents it is the header {names}"
        ),
        message!(
            "уберите его в панели хостинга («защита от встраивания», «кликджекинг») или подключите настройки \
         сайта (ниже).",
            "take it away in the host's panel (“framing protection”, “clickjacking”) or use the site's settings \
             (below)."
        ),
    );
}

/// Whether a path is that of the script which keeps the site.
pub fn is_worker(path: &str) -> bool {
    path == WORKER || path.ends_with("/sw.js")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::checks::samples::answer;

    #[test]
    fn headers_may_keep_the_guide_out_of_schools_pages() {
        for (headers, expected) in [
            (&[][..], None),
            (&[("X-Frame-Options", "SAMEORIGIN")], Some("X-Frame-Options: sameorigin")),
            (&[("x-frame-options", "DENY")], Some("X-Frame-Options: deny")),
            (&[("X-Frame-Options", "DENY"), ("Content-Security-Policy", "frame-ancestors *")], None),
            (
                &[("Content-Security-Policy", "default-src *, frame-ancestors 'self'")],
                Some("Content-Security-Policy: frame-ancestors 'self'"),
            ),
        ] {
            assert_eq!(frame_blocker(&answer("", headers, "")).as_deref(), expected, "{headers:?}");
        }
        for (value, expected) in [("cross-origin", false), ("same-origin", true), ("same-site", true)] {
            let script = answer("embed.js", &[("Cross-Origin-Resource-Policy", value)], "");
            assert_eq!(script_blocker(&script).is_some(), expected, "{value}");
        }
        assert_eq!(script_blocker(&answer("embed.js", &[], "")), None);
    }

    #[test]
    fn missing_headers_are_named() {
        let all = [
            ("X-Content-Type-Options", "nosniff"),
            ("Access-Control-Allow-Origin", "*"),
            ("Referrer-Policy", "no-referrer"),
            ("Permissions-Policy", "camera=(), geolocation=()"),
        ];
        assert_eq!(missing(&answer("", &all, "")), [""; 0]);
        assert_eq!(missing(&answer("", &all[1..], "")), ["X-Content-Type-Options"]);
        assert_eq!(missing(&answer("", &[("X-Content-Type-Options", "other")], "")).len(), 4);
    }
}
