//! The codes: whole without script, filled by every choice, and at work on a school's page.

use serde_json::json;

use super::{choose, choose_way, open};
use crate::guide::{host, word};
use crate::legacy_embed_script::shows;
use crate::support::built_site::{site, site_from, site_with_url};
use crate::support::{EmbeddingSite, Host, Page, Setup};

/// The codes of a page, by their names: all that are called by them are the same.
fn code(page: &Page, id: &str) -> String {
    let code = page.eval(&format!("document.querySelector('#{id} code').textContent"));
    code.as_str().unwrap_or_else(|| panic!("no code {id}")).to_owned()
}

/// The frame's code, but for its height.
fn frame_code(site: &str, query: &str, hash: &str, width: u32) -> [String; 2] {
    [
        format!(
            "<iframe src=\"{site}?embed{query}{hash}\" title=\"Навигатор: что делать, если…\" \
             style=\"display:block;border:0;width:100%;max-width:{width}px;height:"
        ),
        format!(
            "!important;max-height:none!important\" loading=\"lazy\" referrerpolicy=\"no-referrer\" \
             allow=\"clipboard-write; web-share\"></iframe><p><a href=\"{site}{hash}\">Навигатор: что делать, если…</a></p>"
        ),
    ]
}

fn script_code(site: &str, wishes: &str, hash: &str) -> String {
    format!(
        "<div data-guide=\"{site}\"{wishes}><a href=\"{site}{hash}\">Навигатор: что делать, если…</a></div>\
         <script src=\"{site}embed.js\" async></script>"
    )
}

#[track_caller]
fn is_frame_code(code: &str, [before, after]: [String; 2]) {
    let height = code.strip_prefix(&before).and_then(|rest| rest.strip_suffix(&after));
    let height = height.unwrap_or_else(|| panic!("{code}\nis not\n{before}…{after}"));
    assert!(height.ends_with("px") || height == "80vh", "{height}");
}

/// The policy lets the guide's origin run its script and be framed; what else frames need is tested where they are.
#[track_caller]
fn names_origin(policy: &str, origin: &str) {
    assert!(policy.starts_with(&format!("script-src {origin}; frame-src {origin} tel: mailto:")), "{policy}");
}

#[test]
fn the_snippets_are_complete_without_script() {
    const URL: &str = "https://example.ru/navigator/";
    let unknown = word("embed", "address");
    for (folder, address) in [(site(), unknown.as_str()), (site_with_url("content/ivanovo.toml", URL), URL)] {
        let (guide, page) = (Host::serve(folder), Setup::default().script_off().page());
        page.open(&guide.url("embed/"));
        assert_eq!(code(&page, "script"), script_code(address, "", ""));
        is_frame_code(&code(&page, "frame"), frame_code(address, "", "", 480));
        assert!(code(&page, "frame").contains("height:80vh!"));
        let link = format!("<a href=\"{address}\">Навигатор: что делать, если…</a>");
        assert!(code(&page, "link").starts_with(&link), "{}", code(&page, "link"));
        let origin = if address == URL { "https://example.ru" } else { address.trim_end_matches('/') };
        names_origin(&code(&page, "policy"), origin);
        // Every way has what it needs, and nothing that only a script could do.
        for (way, codes) in [("own-site", 1), ("wordpress", 1), ("classic", 1), ("builder", 2), ("platform", 3)] {
            choose_way(&page, way);
            assert_eq!(page.texts(&format!("#{way} pre code")).len(), codes, "{way}");
        }
        for hidden in [".choose", ".choice", ".copy", ".show"] {
            assert!(!page.visible(hidden), "{hidden}");
            let high = format!("Math.max(...[...document.querySelectorAll('{hidden}')].map(e => e.offsetHeight))");
            assert_eq!(page.eval(&high), 0, "an empty place for what never comes: {hidden}");
        }
        choose_way(&page, "builder");
        shows(&page.frame(0), "start");
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn every_choice_is_in_every_snippet() {
    let guide = host();
    let page = open(Setup::default(), &guide);
    let site = guide.url("");
    assert_eq!(code(&page, "script"), script_code(&site, "", ""));
    choose(&page, "start", "municipality");
    choose(&page, "theme", "dark");
    choose(&page, "width", "360");
    let script =
        script_code(&site, " data-start=\"municipality\" data-theme=\"dark\" data-width=\"360\"", "#municipality");
    let scripts = page.eval(
        "[...document.querySelectorAll('pre code')].map(e => e.textContent).filter(code => code.includes('embed.js'))",
    );
    assert_eq!(scripts, json!([script, script, script, script]));
    is_frame_code(&code(&page, "frame"), frame_code(&site, "&amp;theme=dark", "#municipality", 360));
    let link = format!("<a href=\"{site}#municipality\">Навигатор: что делать, если…</a>");
    assert_eq!(code(&page, "link"), link);
    for text in ["#plain-text code", "#html-text code"] {
        let text = page.eval(&format!("document.querySelector('{text}').textContent"));
        assert!(text.as_str().is_some_and(|text| text.contains(&format!("{site}#municipality"))), "{text}");
    }
    assert_eq!(
        page.eval("document.querySelector('#rich-text [data-guide-link]').href"),
        format!("{site}#municipality")
    );
    choose(&page, "start", "");
    choose(&page, "theme", "");
    choose(&page, "width", "");
    assert_eq!(code(&page, "script"), script_code(&site, "", ""));
    is_frame_code(&code(&page, "frame"), frame_code(&site, "", "", 480));
    let origin = site.trim_end_matches('/');
    names_origin(&code(&page, "policy"), origin);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_institution_is_in_both_snippets() {
    let guide = Host::serve(site_from("tests/data/small.toml"));
    let page = open(Setup::default(), &guide);
    choose(&page, "institution", "school-5");
    assert!(code(&page, "script").contains("\" data-institution=\"school-5\">"), "{}", code(&page, "script"));
    assert!(code(&page, "frame").contains("?embed&amp;institution=school-5\""), "{}", code(&page, "frame"));
}

#[test]
fn the_snippets_work_on_a_host_page() {
    let guide = host();
    let page = open(Setup::default(), &guide);
    choose(&page, "start", "municipality");
    choose(&page, "theme", "dark");
    for id in ["script", "frame", "link"] {
        let embedding_site = EmbeddingSite::new(&code(&page, id));
        let visit = Page::new();
        visit.open(&embedding_site.host.url(""));
        let link = visit.eval("(a => [a.href, a.textContent])(document.querySelector('a'))");
        assert_eq!(link, json!([guide.url("#municipality"), "Навигатор: что делать, если…"]), "{id}");
        if id == "link" {
            continue;
        }
        shows(&visit.frame(0), "municipality");
        visit.frame(0).wait_until("document.documentElement.dataset.theme === 'dark'", "the theme");
        assert_eq!(visit.eval("document.querySelector('iframe').title"), "Навигатор: что делать, если…", "{id}");
    }
}

/// A host's name in other letters travels as `xn--…` and is said as it is written: with script and without.
#[test]
fn an_internationalised_address_is_shown_in_unicode() {
    const URL: &str = "https://xn---5-6kc3bfr2e.xn--80aafey1amqq.xn--p1ai/%D0%B4%D0%BE%D0%BC/xn--guide/";
    let guide = Host::serve(site_with_url("tests/data/small.toml", URL));
    for script in [true, false] {
        let page = Setup::default().script(script).page();
        page.open(&guide.url("embed/"));
        choose_way(&page, "platform");
        page.wait_until(
            "document.querySelector('.aloud').textContent === 'школа-5.навигатор.рф/дом/xn--guide'",
            "the address in its own letters",
        );
        let html = code(&page, "html-text");
        assert!(html.contains(&format!("<a href=\"{URL}\">школа-5.навигатор.рф/дом/xn--guide</a>")), "{html}");
    }
    // An address that nobody told is the page's own.
    let guide = host();
    let page = open(Setup::default(), &guide);
    let own = guide.url("").trim_start_matches("http://").trim_end_matches('/').to_owned();
    assert_eq!(page.eval("document.querySelector('.aloud').textContent"), json!(own));
}
