//! Parents never load anything of the editor.

use guide_core::pages::Page as SitePage;

use super::host;
use crate::guide::{steps, wait_for_islands, wait_for_step};
use crate::offline::wait_for_worker;
use crate::support::Setup;

#[test]
fn a_visit_of_a_parent_loads_nothing_of_the_editor() {
    let host = host();
    let phone = Setup::default().service_worker().page();
    phone.open(&host.url(""));
    wait_for_islands(&phone);
    wait_for_worker(&phone);
    for step in steps() {
        phone.eval(&format!("void (location.hash = '{step}')"));
        wait_for_step(&phone, step);
    }
    // What a parent may type has the search loaded.
    phone.eval("void (location.hash = 'start')");
    wait_for_step(&phone, "start");
    phone.tap("#find");
    phone.insert_text("забыл почту");
    phone.wait_until("document.querySelector('.find li a')", "the search's answer");
    for page in SitePage::ALL {
        phone.open(&host.url(page.address()));
    }

    let requested = host.requested_paths();
    // The worker has asked for every page and asset by now.
    for expected in ["sw.js", "map/", "print/poster/", "embed.js"] {
        assert!(requested.iter().any(|path| path == expected), "{expected} was not requested: {requested:?}");
    }
    let theirs = ["editor", "content", "changes.txt"];
    let wrong: Vec<_> = requested.iter().filter(|path| theirs.iter().any(|name| path.starts_with(name))).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let cached = phone.eval(
        "caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(cache => cache.keys())))).then(lists => lists.flat().map(request => new URL(request.url).pathname))",
    );
    let cached = cached.to_string();
    assert!(cached.contains("/map/") && !cached.contains("/editor/") && !cached.contains("/content/"), "{cached}");
    // No page leads there.
    for page in SitePage::ALL {
        phone.open(&host.url(page.address()));
        let links = phone.eval("[...document.querySelectorAll('[href], [src]')].map(e => e.href || e.src || '').filter(url => /\\/(editor|content)\\//.test(url))");
        assert_eq!(links, serde_json::json!([]), "{}", page.address());
    }
}
