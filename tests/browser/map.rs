//! The map page in a real browser: nothing overlaps, texts fit their boxes, every node is a link, and it prints on one
//! page.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::guide::{host, normalize_spaces, steps, ui_string, wait_for_step};
use crate::support::built_site::site_from;
use crate::support::{Host, Page, Setup};

const LARGE_GUIDE: &str = "tests/data/large.toml";
/// 74 steps.
const SMART_ANSWER: &str = "tests/data/smart-answer.toml";

/// The flaws of the visible pictures as sentences, the size of their smallest letters in pixels, and the number of steps in them.
const FIND_FLAWS: &str = "(() => {
    const flaws = [], steps = new Set();
    let letters = Infinity;
    const maps = [...document.querySelectorAll('.map')], shown = [...document.querySelectorAll('.map svg')].filter(e => e.checkVisibility());
    if (!maps.length || shown.length !== maps.length) flaws.push(shown.length + ' pictures are shown of ' + maps.length);
    for (const svg of shown) {
        const nodes = [...svg.querySelectorAll('.node')], scale = svg.getScreenCTM().a;
        const boxes = nodes.map(node => node.querySelector('.box').getBBox());
        letters = Math.min(letters, ...[...svg.querySelectorAll('.node > text')].map(e => parseFloat(getComputedStyle(e).fontSize) * scale));
        nodes.forEach((node, nth) => {
            const name = node.textContent.trim(), box = boxes[nth];
            const target = node.getAttribute('href');
            if (target.startsWith('../#')) steps.add(target);
            else if (!document.querySelector(target)) flaws.push(name + ' leads nowhere: ' + target);
            boxes.slice(0, nth).forEach(other => {
                if (box.x < other.x + other.width && other.x < box.x + box.width && box.y < other.y + other.height && other.y < box.y + box.height)
                    flaws.push(name + ' lies upon another');
            });
            for (const line of node.querySelectorAll('tspan')) {
                const first = line.getStartPositionOfChar(0), width = line.getComputedTextLength();
                if (first.x < box.x + 8 || first.x + width > box.x + box.width - 8) flaws.push(line.textContent + ' is wider than its box');
            }
            for (const text of node.querySelectorAll(':scope > text')) {
                const lines = text.getBBox();
                if (lines.y < box.y || lines.y + lines.height > box.y + box.height) flaws.push(text.textContent + ' is higher than its box');
            }
            const texts = [...node.querySelectorAll(':scope > text')].map(text => text.getBBox());
            texts.slice(1).forEach((text, nth) => { if (text.y < texts[nth].y + texts[nth].height - 4) flaws.push(name + ': its texts overlap'); });
            const plate = node.querySelector('.badge rect'), plateText = node.querySelector('.badge rect + text');
            if (plate && (plate.getBBox().y < 0 || plateText.getBBox().width > plate.getBBox().width - 8)) flaws.push(name + ': its plate is cut off or too narrow');
            const size = node.getBoundingClientRect();
            if (size.height < 43.5 || size.width < 43.5) flaws.push(name + ' is too small for a finger');
        });
    }
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) flaws.push('the page is wider than its screen');
    return { flaws, letters, nodes: steps.size };
})()";

#[track_caller]
fn assert_no_flaws(host: &Host, setup: Setup, nodes: usize, letters: f64) {
    let page = setup.page();
    page.open(&host.url("map/"));
    let found = page.eval(FIND_FLAWS);
    assert_eq!(found["flaws"], json!([]));
    assert_eq!(found["nodes"], nodes);
    assert!(found["letters"].as_f64().is_some_and(|found| found >= letters), "letters of {} px", found["letters"]);
    page.settle();
    assert_eq!((page.console(), page.layout_shifts()), (vec![], vec![]));
}

#[test]
fn the_map_has_no_flaws_on_phones() {
    let host = host();
    assert_no_flaws(&host, Setup::default(), steps().len(), 14.0);
    assert_no_flaws(&host, Setup::default().dark(), steps().len(), 14.0);
    assert_no_flaws(&host, Setup::default().size(412, 915).script_off(), steps().len(), 14.0);
    // The narrowest phone has the same picture, a tenth smaller.
    assert_no_flaws(&host, Setup::default().size(320, 568), steps().len(), 12.5);
}

#[test]
fn the_map_has_no_flaws_on_large_screens() {
    let host = host();
    assert_no_flaws(&host, Setup::default().desktop(1280, 800), steps().len(), 14.0);
    assert_no_flaws(&host, Setup::default().desktop(1920, 1080).dark(), steps().len(), 14.0);
    assert_no_flaws(&host, Setup::default().desktop(1060, 700), steps().len(), 12.0);
    assert_no_flaws(&host, Setup::default().desktop(800, 600), steps().len(), 14.0);
}

#[test]
fn the_map_of_a_large_guide_has_no_flaws() {
    let host = Host::serve(site_from(LARGE_GUIDE));
    assert_no_flaws(&host, Setup::default(), 30, 13.0);
    assert_no_flaws(&host, Setup::default().desktop(1280, 800), 30, 14.0);
}

#[test]
fn the_map_of_74_steps_has_no_flaws() {
    let host = Host::serve(site_from(SMART_ANSWER));
    assert_no_flaws(&host, Setup::default(), 74, 12.0);
    assert_no_flaws(&host, Setup::default().dark().script_off(), 74, 12.0);
    assert_no_flaws(&host, Setup::default().desktop(1060, 700), 74, 12.0);
    assert_no_flaws(&host, Setup::default().desktop(1366, 768), 74, 14.0);
    assert_no_flaws(&host, Setup::default().desktop(1920, 1080), 74, 14.0);
}

/// A step that stands in another part leads there, and the part leads back.
#[test]
fn a_reference_leads_to_its_part() {
    let host = Host::serve(site_from(SMART_ANSWER));
    let page = Page::new();
    page.open(&host.url("map/"));
    let parts: Vec<String> = page.texts(".part h2").iter().map(|title| normalize_spaces(title)).collect();
    assert!(parts[0].starts_with("Часть 1. С чем вам помочь?"), "{parts:?}");
    let school = parts.iter().position(|part| part.ends_with("Ребёнок идёт в первый класс")).expect("a situation") + 1;
    page.tap(&format!(".tall a[href='#part-{school}']"));
    let top = format!("document.querySelector('#part-{school} h2').getBoundingClientRect().top");
    page.wait_until(&format!("{top} >= 0 && {top} < innerHeight"), "the part");
    assert_eq!(page.url(), host.url(&format!("map/#part-{school}")));
    page.tap(&format!("#part-{school} .from a"));
    page.wait_until("location.hash === '#part-1'", "the way back");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_node_opens_its_step() {
    let host = host();
    let page = Page::new();
    page.open(&host.url("map/"));
    page.tap(".tall a[href$='#municipality']");
    wait_for_step(&page, "municipality");
    page.back();
    assert_eq!(page.url(), host.url("map/"));
}

#[test]
fn tab_visits_the_nodes_in_the_order_of_the_flow() {
    let host = host();
    let page = Setup::default().desktop(1280, 800).page();
    page.open(&host.url("map/"));
    let mut visited = Vec::new();
    // The first stop is the link back.
    page.key("Tab");
    for _ in steps() {
        page.key("Tab");
        page.draw();
        let stop = page.eval(
            "(() => {
                const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
                const seen = box.top >= 0 && box.bottom <= innerHeight && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                return [e.closest('.wide') !== null && seen, e.getAttribute('href')];
            })()",
        );
        assert_eq!(stop[0], true, "{stop} shows no focus");
        visited.push(stop[1].as_str().unwrap_or_default().trim_start_matches("../#").to_owned());
    }
    assert_eq!((visited[0].as_str(), visited[1].as_str()), ("start", "forgot-email"));
    assert_eq!(visited.last().map(String::as_str), Some("hotline"));
    let mut all = steps();
    all.sort_unstable();
    visited.sort_unstable();
    assert_eq!(visited, all);
    page.key("Enter");
    wait_for_step(&page, "hotline");
    assert_eq!(page.console(), [""; 0]);
}

/// A hidden picture is not in the accessibility tree.
#[test]
fn each_node_is_exposed_to_screen_readers_once() {
    let host = host();
    let page = Page::new();
    page.open(&host.url("map/"));
    let nodes = page.accessible_nodes();
    let pictures = nodes.iter().filter(|node| normalize_spaces(&node.name) == ui_string("map", "picture")).count();
    assert_eq!(pictures, 1, "{nodes:?}");
    let list = page.eval("document.querySelectorAll('.list a').length").as_u64().unwrap_or_default() as usize;
    let other_links = ["header a", "footer a"].map(|sel| page.texts(sel).len()).iter().sum::<usize>();
    let links = nodes.iter().filter(|node| node.role == "link").collect::<Vec<_>>();
    assert!(links.iter().all(|link| !link.name.is_empty()));
    assert_eq!(links.len(), steps().len() + list + other_links, "{links:?}");
}

/// Prints a map and returns the document's info and its text with bounding boxes.
#[track_caller]
fn print_map(host: &Host, name: &str, setup: Setup) -> (String, String) {
    let page = setup.page();
    page.open(&host.url("map/"));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("map-{name}.pdf"));
    page.pdf(&file, false);
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().unwrap_or_else(|why| {
            panic!("{program} does not start ({why}); install it (Debian, Ubuntu: `apt-get install poppler-utils`)")
        });
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let path = file.to_string_lossy().into_owned();
    (run("pdfinfo", &[&path]), run("pdftotext", &["-bbox", &path, "-"]))
}

/// The words of a print, each with the height of its line in points.
fn words(bbox: &str) -> Vec<(String, f64)> {
    let value = |line: &str, name: &str| -> f64 {
        let rest = line.split(&format!("{name}=\"")).nth(1).expect("a place");
        rest.split('"').next().and_then(|number| number.parse().ok()).expect("a number")
    };
    let words = bbox.lines().filter(|line| line.contains("<word "));
    words
        .map(|line| {
            let text = line.split('>').nth(1).and_then(|rest| rest.split('<').next()).expect("a word");
            (text.to_owned(), value(line, "yMax") - value(line, "yMin"))
        })
        .collect()
}

/// The line height of DejaVu Sans, in font sizes.
const LINE_HEIGHT: f64 = 1.164;

#[test]
fn the_map_prints_on_one_landscape_page() {
    let host = host();
    for (name, setup) in [("phone", Setup::default()), ("dark", Setup::default().desktop(1280, 800).dark())] {
        let (info, bbox) = print_map(&host, name, setup);
        assert!(info.lines().any(|line| line.split_whitespace().eq(["Pages:", "1"])), "{info}");
        assert!(info.contains("841.9") && info.contains("(A4)"), "{info}");
        let words = words(&bbox);
        let smallest =
            words.iter().filter(|word| word.0.chars().any(char::is_alphabetic)).map(|word| word.1 / LINE_HEIGHT);
        let smallest = smallest.fold(f64::INFINITY, f64::min);
        assert!(smallest >= 9.9, "letters of {smallest} pt");
        let contains = |text: &str| words.iter().any(|word| word.0 == text);
        for text in
            ["муниципалитет", "случилось?", "уже", "зарегистрирован»", "Горячая", "gmail.com", "помогло", "18.12.2024."]
        {
            assert!(contains(text), "{text} is not on paper: {words:?}");
        }
        let title: Vec<String> = ui_string("map", "list").split(' ').map(str::to_owned).collect();
        assert!(
            !words.windows(title.len()).any(|some| some.iter().map(|word| &word.0).eq(&title)),
            "the list is printed"
        );
    }
}

/// What a part says, as words without spaces at their ends: its heading first.
const PARTS: &str = "[...document.querySelectorAll('.part')].map(part => [part.querySelector('h2'), ...part.querySelectorAll('.wide tspan')].map(e => e.textContent.trim().split(/\\s+/)).flat())";

/// No part is cut: its heading and all its words are on one sheet.
#[test]
fn large_maps_print_on_several_sheets() {
    for (content, name, sheets) in [(LARGE_GUIDE, "large", 2..=6), (SMART_ANSWER, "smart-answer", 5..=12)] {
        let host = Host::serve(site_from(content));
        let page = Page::new();
        page.open(&host.url("map/"));
        let parts: Vec<Vec<String>> = serde_json::from_value(page.eval(PARTS)).expect("words");
        let (info, bbox) = print_map(&host, name, Setup::default());
        assert!(info.contains("841.9") && info.contains("(A4)"), "{info}");
        let pages: Vec<Vec<(String, f64)>> = bbox.split("<page ").skip(1).map(words).collect();
        assert!(sheets.contains(&pages.len()), "{name}: {} sheets", pages.len());
        let mut used = vec![false; pages.len()];
        for part in &parts {
            let has = |page: &&Vec<(String, f64)>, wanted: &str| page.iter().any(|word| word.0 == wanted);
            let whole = pages.iter().position(|page| part.iter().all(|word| has(&page, word)));
            let whole = whole.unwrap_or_else(|| panic!("{name}: {part:?} is on no sheet as a whole"));
            used[whole] = true;
        }
        assert!(used.iter().all(|used| *used), "{name}: a sheet without a part");
        let letters = pages.iter().flatten().filter(|word| word.0.chars().any(char::is_alphabetic));
        let smallest = letters.map(|word| word.1 / LINE_HEIGHT).fold(f64::INFINITY, f64::min);
        assert!(smallest >= 7.95, "{name}: letters of {smallest} pt");
    }
}

/// In forced colours the picture uses the user's colours.
#[test]
fn the_map_is_visible_in_forced_colours() {
    let host = host();
    let page = Page::new();
    page.call("Emulation.setEmulatedMedia", json!({ "features": [{ "name": "forced-colors", "value": "active" }] }));
    page.open(&host.url("map/"));
    let colours: Value = page.eval(
        "(() => { const of = (sel, what) => getComputedStyle(document.querySelector(sel))[what];
            return [of('.tall .box', 'fill'), of('.tall .title', 'fill'), of('.tall .box', 'stroke'), of('.tall .line', 'stroke')]; })()",
    );
    let background = colours[0].clone();
    for nth in 1..4 {
        assert_ne!(colours[nth], background, "{colours}");
    }
}
