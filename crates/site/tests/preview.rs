//! Pages in the editor's previews: they refer to nothing by a relative path, and the editor's policy allows their stylesheets.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use guide_content::message::MessageLanguage;
use guide_content::training::train::train;
use guide_core::pages::Page;
use guide_site::{Assets, ContentFile, PREVIEWED, Preview, SiteInput, build, preview};
use sha2::Digest;

#[allow(dead_code)]
#[path = "../../../tests/shared/small_guide.rs"]
mod small_guide;

const SITE: &str = "https://example.ru/navigator/";
/// The picture of a step.
const PICTURE: &[u8] = include_bytes!("../../../public/icon-192.png");
const WITH_PICTURE: &str = "
[[step]]
id = \"lost\"
picture = { file = \"files/look.png\", alt = \"Как это выглядит\" }
";

fn loaded() -> guide_content::Loaded {
    let guide = small_guide::changed(small_guide::SMALL, "\n[[step]]\nid = \"lost\"\n", WITH_PICTURE);
    let read = |path: &str| match path {
        "small.toml" => Ok(guide.clone().into()),
        "files/look.png" => Ok(PICTURE.to_vec()),
        other => std::fs::read(other).map_err(|why| why.to_string()),
    };
    let loaded = small_guide::checked("small.toml", &read);
    assert_eq!(loaded.diagnostics.errors(), 0, "{}", loaded.report(MessageLanguage::Russian));
    loaded
}

/// A preview of the small guide with a picture.
#[track_caller]
fn previewed(page: Page, as_printed: bool, search_model: Option<&[u8]>) -> String {
    let loaded = loaded();
    let guide = loaded.guide.as_ref().expect("a guide");
    let wanted = Preview { page, as_printed, site: SITE, search_model };
    preview(guide, &wanted, &Assets::included()).expect("a page")
}

/// The site of the same guide.
fn site() -> Vec<guide_site::File> {
    let loaded = loaded();
    let guide = loaded.guide.as_ref().expect("a guide");
    let (sources, guide_path) = (&loaded.sources(), &loaded.guide_path());
    let paths: Vec<&str> = sources.iter().map(|ContentFile { path, .. }| path.as_str()).collect();
    assert_eq!((&*paths, &**guide_path), (&["small.toml", "files/look.png"][..], "small.toml"));
    let input = SiteInput { guide, phrases: None, sources, guide_path, url: None };
    build(&input, &Assets::included(), &mut |_| {}).expect("a site").files
}

fn stylesheet(page: &str) -> &str {
    page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).expect("a stylesheet")
}

#[test]
fn the_editors_policy_names_the_stylesheet_of_every_preview() {
    let site = site();
    let policies = ["editor/index.html", ".htaccess", "_headers", "caddy.conf", "nginx.conf"].map(|path| {
        let file = site.iter().find(|file| file.path == path).expect("a file");
        String::from_utf8_lossy(&file.bytes).into_owned()
    });
    for page in PREVIEWED {
        for as_printed in [false, true] {
            let html = previewed(page, as_printed, None);
            let hash = format!("'sha256-{}'", STANDARD.encode(sha2::Sha256::digest(stylesheet(&html))));
            for policy in &policies {
                assert!(policy.contains(&hash), "{}, as printed: {as_printed}: {hash} in {policy}", page.file());
            }
        }
    }
}

#[test]
fn programs_and_pictures_of_a_preview_need_no_address_of_its_own() {
    let site = site();
    for page in PREVIEWED {
        let html = previewed(page, false, None);
        let mut found = 0;
        for source in html.split(" src=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            found += 1;
            if source.starts_with("data:image/") {
                continue;
            }
            let path = source.strip_prefix(SITE).unwrap_or_else(|| panic!("{}: {source}", page.file()));
            assert!(site.iter().any(|file| file.path == path), "{}: the site has no {path}", page.file());
        }
        assert!(found > 0, "{} has no script", page.file());
    }
    let guide = previewed(Page::Guide, false, None);
    let picture = format!(" src=\"data:image/png;base64,{}\"", STANDARD.encode(PICTURE));
    assert!(guide.contains(&picture), "the picture is not within the page");
    assert!(!guide.contains("rel=\"manifest\""), "a preview can't be installed");
}

#[test]
fn a_preview_looks_as_in_a_window_and_as_printed_like_paper() {
    let screen = previewed(Page::Guide, false, None);
    assert!(!stylesheet(&screen).contains(".framed"), "it is in a frame, and should not look so");
    assert!(stylesheet(&screen).contains("@media print"));
    for page in PREVIEWED {
        let html = previewed(page, true, None);
        let style = stylesheet(&html);
        assert!(style.contains("@media screen") && style.contains("@media speech"), "{}", page.file());
        assert!(!style.contains("@media print"), "{}", page.file());
        let sheet = match page {
            Page::Map => "width:297mm;min-height:210mm;padding:7mm;}",
            Page::Poster => "width:210mm;min-height:297mm;padding:8mm;}",
            _ => "width:210mm;min-height:297mm;padding:15mm;}",
        };
        assert!(style.ends_with(sheet), "{}: {style}", page.file());
    }
}

#[test]
fn a_preview_has_the_search_that_it_is_given() {
    let phrases =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/any-order-phrases.toml"));
    let diagnostics = guide_content::Diagnostics::default();
    let phrases = guide_content::load::phrases_file::read(&phrases.expect("a file"), "other", &diagnostics);
    let model = train(&phrases.expect("phrases"));
    let with = previewed(Page::Guide, false, Some(&model));
    assert!(with.contains(&format!("model: {SITE}assets/find-")), "no search");
    assert!(!previewed(Page::Guide, false, None).contains("data-island=\"find\""));
    assert!(!previewed(Page::Print, false, Some(&model)).contains("data-island=\"find\""));
}
