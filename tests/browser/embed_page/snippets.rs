//! The snippets: complete without script, filled by every choice, and working on a host's page.

use serde_json::json;

use super::{choose, choose_way, open};
use crate::framed;
use crate::guide::{host, ui_string};
use crate::support::built_site::{site, site_from, site_with_url};
use crate::support::{EmbeddingSite, Host, Page, Setup};

/// The snippet with this id; all snippets of one kind are the same.
fn snippet(page: &Page, id: &str) -> String {
    let snippet = page.eval(&format!("document.querySelector('#{id} code').textContent"));
    snippet.as_str().unwrap_or_else(|| panic!("no code {id}")).to_owned()
}

/// The frame's snippet before and after its height.
fn frame_snippet(site: &str, query: &str, hash: &str, width: u32) -> [String; 2] {
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

fn script_snippet(site: &str, options: &str, hash: &str) -> String {
    format!(
        "<div data-guide=\"{site}\"{options}><a href=\"{site}{hash}\">Навигатор: что делать, если…</a></div>\
         <script src=\"{site}embed.js\" async></script>"
    )
}

#[track_caller]
fn assert_frame_snippet(snippet: &str, [before, after]: [String; 2]) {
    let height = snippet.strip_prefix(&before).and_then(|rest| rest.strip_suffix(&after));
    let height = height.unwrap_or_else(|| panic!("{snippet}\nis not\n{before}…{after}"));
    assert!(height.ends_with("px") || height == "80vh", "{height}");
}

/// Asserts that the policy allows the guide's origin for scripts and frames; its other sources are tested with external
/// links.
#[track_caller]
fn assert_names_origin(policy: &str, origin: &str) {
    assert!(policy.starts_with(&format!("script-src {origin}; frame-src {origin} tel: mailto:")), "{policy}");
}

#[test]
fn the_snippets_are_complete_without_script() {
    const URL: &str = "https://example.ru/navigator/";
    let unknown = ui_string("embed", "address");
    for (folder, address) in [(site(), unknown.as_str()), (site_with_url("content/ivanovo.toml", URL), URL)] {
        let (guide, page) = (Host::serve(folder), Setup::default().script_off().page());
        page.open(&guide.url("embed/"));
        assert_eq!(snippet(&page, "script"), script_snippet(address, "", ""));
        assert_frame_snippet(&snippet(&page, "frame"), frame_snippet(address, "", "", 480));
        assert!(snippet(&page, "frame").contains("height:80vh!"));
        let link = format!("<a href=\"{address}\">Навигатор: что делать, если…</a>");
        assert!(snippet(&page, "link").starts_with(&link), "{}", snippet(&page, "link"));
        let origin = if address == URL { "https://example.ru" } else { address.trim_end_matches('/') };
        assert_names_origin(&snippet(&page, "policy"), origin);
        // Every way has its snippets, and no control that needs a script.
        for (way, count) in [("own-site", 1), ("wordpress", 1), ("classic", 1), ("builder", 2), ("platform", 3)] {
            choose_way(&page, way);
            assert_eq!(page.texts(&format!("#{way} pre code")).len(), count, "{way}");
        }
        for hidden in [".choose", ".choice", ".copy", ".show"] {
            assert!(!page.visible(hidden), "{hidden}");
            let max_height =
                format!("Math.max(...[...document.querySelectorAll('{hidden}')].map(e => e.offsetHeight))");
            assert_eq!(page.eval(&max_height), 0, "an empty place for what never comes: {hidden}");
        }
        choose_way(&page, "builder");
        framed::wait_for_step(&page.frame(0), "start");
        assert_eq!(page.console(), [""; 0]);
    }
}

#[test]
fn every_choice_is_in_every_snippet() {
    let guide = host();
    let page = open(Setup::default(), &guide);
    let site = guide.url("");
    assert_eq!(snippet(&page, "script"), script_snippet(&site, "", ""));
    choose(&page, "start", "municipality");
    choose(&page, "theme", "dark");
    choose(&page, "width", "360");
    let script =
        script_snippet(&site, " data-start=\"municipality\" data-theme=\"dark\" data-width=\"360\"", "#municipality");
    let scripts = page.eval(
        "[...document.querySelectorAll('pre code')].map(e => e.textContent).filter(code => code.includes('embed.js'))",
    );
    assert_eq!(scripts, json!([script, script, script, script]));
    assert_frame_snippet(&snippet(&page, "frame"), frame_snippet(&site, "&amp;theme=dark", "#municipality", 360));
    let link = format!("<a href=\"{site}#municipality\">Навигатор: что делать, если…</a>");
    assert_eq!(snippet(&page, "link"), link);
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
    assert_eq!(snippet(&page, "script"), script_snippet(&site, "", ""));
    assert_frame_snippet(&snippet(&page, "frame"), frame_snippet(&site, "", "", 480));
    let origin = site.trim_end_matches('/');
    assert_names_origin(&snippet(&page, "policy"), origin);
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_institution_is_in_both_snippets() {
    let guide = Host::serve(site_from("tests/data/small.toml"));
    let page = open(Setup::default(), &guide);
    choose(&page, "institution", "school-5");
    assert!(snippet(&page, "script").contains("\" data-institution=\"school-5\">"), "{}", snippet(&page, "script"));
    assert!(snippet(&page, "frame").contains("?embed&amp;institution=school-5\""), "{}", snippet(&page, "frame"));
}

#[test]
fn the_snippets_work_on_a_host_page() {
    let guide = host();
    let page = open(Setup::default(), &guide);
    choose(&page, "start", "municipality");
    choose(&page, "theme", "dark");
    for id in ["script", "frame", "link"] {
        let embedding_site = EmbeddingSite::new(&snippet(&page, id));
        let host_page = Page::new();
        host_page.open(&embedding_site.host.url(""));
        let link = host_page.eval("(a => [a.href, a.textContent])(document.querySelector('a'))");
        assert_eq!(link, json!([guide.url("#municipality"), "Навигатор: что делать, если…"]), "{id}");
        if id == "link" {
            continue;
        }
        framed::wait_for_step(&host_page.frame(0), "municipality");
        host_page.frame(0).wait_until("document.documentElement.dataset.theme === 'dark'", "the theme");
        assert_eq!(host_page.eval("document.querySelector('iframe').title"), "Навигатор: что делать, если…", "{id}");
    }
}

/// An internationalised host name is transmitted as `xn--…` and shown in Unicode, with script and without.
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
        let html = snippet(&page, "html-text");
        assert!(html.contains(&format!("<a href=\"{URL}\">школа-5.навигатор.рф/дом/xn--guide</a>")), "{html}");
    }
    // Where no address is configured, it is the page's own.
    let guide = host();
    let page = open(Setup::default(), &guide);
    let own_address = guide.url("").trim_start_matches("http://").trim_end_matches('/').to_owned();
    assert_eq!(page.eval("document.querySelector('.aloud').textContent"), json!(own_address));
}
