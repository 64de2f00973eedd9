//! The map in a real browser: nothing overlaps, texts stay in their boxes, every node is a link, and it prints on one sheet.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::guide::{host, plain, steps, wait_for_step, word};
use crate::support::built_site::site_from;
use crate::support::{Host, Page, Setup};

const LARGE: &str = "tests/data/large.toml";

/// What is wrong with the picture that is shown, as sentences; and how large its smallest letters are, in pixels.
const FLAWS: &str = "(() => {
    const flaws = [];
    const svgs = [...document.querySelectorAll('.map svg')].filter(e => e.checkVisibility());
    if (svgs.length !== 1) return { flaws: [svgs.length + ' pictures are shown'], letters: 0, nodes: 0 };
    const nodes = [...svgs[0].querySelectorAll('.node')], scale = svgs[0].getScreenCTM().a;
    const boxes = nodes.map(node => node.querySelector('.box').getBBox());
    const letters = Math.min(...[...svgs[0].querySelectorAll('.node > text')].map(e => parseFloat(getComputedStyle(e).fontSize))) * scale;
    nodes.forEach((node, nth) => {
        const name = node.textContent.trim(), box = boxes[nth];
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
        const shown = node.getBoundingClientRect();
        if (shown.height < 43.5 || shown.width < 43.5) flaws.push(name + ' is too small for a finger');
    });
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) flaws.push('the page is wider than its screen');
    return { flaws, letters, nodes: nodes.length };
})()";

#[track_caller]
fn sound(host: &Host, setup: Setup, nodes: usize, letters: f64) {
    let page = setup.page();
    page.open(&host.url("map/"));
    let seen = page.eval(FLAWS);
    assert_eq!(seen["flaws"], json!([]));
    assert_eq!(seen["nodes"], nodes);
    assert!(seen["letters"].as_f64().is_some_and(|found| found >= letters), "letters of {} px", seen["letters"]);
    page.settle();
    assert_eq!((page.console(), page.layout_shifts()), (vec![], vec![]));
}

#[test]
fn the_map_has_no_flaws_on_phones() {
    let host = host();
    sound(&host, Setup::default(), steps().len(), 14.0);
    sound(&host, Setup::default().dark(), steps().len(), 14.0);
    sound(&host, Setup::default().size(412, 915).script_off(), steps().len(), 14.0);
    // The narrowest phone has the same picture, a tenth smaller.
    sound(&host, Setup::default().size(320, 568), steps().len(), 12.5);
}

#[test]
fn the_map_has_no_flaws_on_large_screens() {
    let host = host();
    sound(&host, Setup::default().desktop(1280, 800), steps().len(), 14.0);
    sound(&host, Setup::default().desktop(1920, 1080).dark(), steps().len(), 14.0);
    sound(&host, Setup::default().desktop(1060, 700), steps().len(), 12.0);
    sound(&host, Setup::default().desktop(800, 600), steps().len(), 14.0);
}

#[test]
fn the_map_of_a_large_guide_has_no_flaws() {
    let host = Host::serve(site_from(LARGE));
    sound(&host, Setup::default(), 30, 13.0);
    sound(&host, Setup::default().desktop(1280, 800), 30, 14.0);
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
    let mut walked = Vec::new();
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
        walked.push(stop[1].as_str().unwrap_or_default().trim_start_matches("../#").to_owned());
    }
    assert_eq!((walked[0].as_str(), walked[1].as_str()), ("start", "forgot-email"));
    assert_eq!(walked.last().map(String::as_str), Some("hotline"));
    let mut all = steps();
    all.sort_unstable();
    walked.sort_unstable();
    assert_eq!(walked, all);
    page.key("Enter");
    wait_for_step(&page, "hotline");
    assert_eq!(page.console(), [""; 0]);
}

/// A picture that is not shown is not heard either.
#[test]
fn each_node_is_exposed_to_screen_readers_once() {
    let host = host();
    let page = Page::new();
    page.open(&host.url("map/"));
    let spoken = page.accessible_nodes();
    let picture = spoken.iter().filter(|thing| plain(&thing.name) == word("map", "picture")).count();
    assert_eq!(picture, 1, "{spoken:?}");
    let list = page.eval("document.querySelectorAll('.list a').length").as_u64().unwrap_or_default() as usize;
    let rest = ["header a", "footer a"].map(|sel| page.texts(sel).len()).iter().sum::<usize>();
    let links = spoken.iter().filter(|thing| thing.role == "link").collect::<Vec<_>>();
    assert!(links.iter().all(|link| !link.name.is_empty()));
    assert_eq!(links.len(), steps().len() + list + rest, "{links:?}");
}

/// Prints a map, and returns its text and the number of its sheets.
#[track_caller]
fn printed(host: &Host, name: &str, setup: Setup) -> (String, String) {
    let page = setup.page();
    page.open(&host.url("map/"));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("map-{name}.pdf"));
    page.pdf(&file, false);
    let ask = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().unwrap_or_else(|why| {
            panic!("{program} does not start ({why}); install it (Debian, Ubuntu: `apt-get install poppler-utils`)")
        });
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let path = file.to_string_lossy().into_owned();
    (ask("pdfinfo", &[&path]), ask("pdftotext", &["-bbox", &path, "-"]))
}

/// The words on a print, each with the height of its line in points.
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

/// The height of a line in DejaVu Sans, in letter sizes.
const LINE: f64 = 1.164;

#[test]
fn the_map_prints_on_one_landscape_page() {
    let host = host();
    for (name, setup) in [("phone", Setup::default()), ("dark", Setup::default().desktop(1280, 800).dark())] {
        let (sheets, bbox) = printed(&host, name, setup);
        assert!(sheets.lines().any(|line| line.split_whitespace().eq(["Pages:", "1"])), "{sheets}");
        assert!(sheets.contains("841.9") && sheets.contains("(A4)"), "{sheets}");
        let words = words(&bbox);
        let smallest = words.iter().filter(|word| word.0.chars().any(char::is_alphabetic)).map(|word| word.1 / LINE);
        let smallest = smallest.fold(f64::INFINITY, f64::min);
        assert!(smallest >= 9.9, "letters of {smallest} pt");
        let has = |text: &str| words.iter().any(|word| word.0 == text);
        for text in
            ["муниципалитет", "случилось?", "уже", "зарегистрирован»", "Горячая", "gmail.com", "помогло", "18.12.2024."]
        {
            assert!(has(text), "{text} is not on paper: {words:?}");
        }
        let title: Vec<String> = word("map", "list").split(' ').map(str::to_owned).collect();
        assert!(
            !words.windows(title.len()).any(|some| some.iter().map(|word| &word.0).eq(&title)),
            "the list is printed"
        );
    }
}

#[test]
fn a_large_map_prints_completely() {
    let (sheets, bbox) = printed(&Host::serve(site_from(LARGE)), "large", Setup::default());
    assert!(sheets.lines().any(|line| line.split_whitespace().eq(["Pages:", "1"])), "{sheets}");
    let words = words(&bbox);
    for text in ["Справочная", "четырнадцати", "равноценной", "просроченную"]
    {
        assert!(words.iter().any(|word| word.0 == text), "{text} is not on paper");
    }
}

/// Where colours are the person's own, the picture uses them.
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
    let ground = colours[0].clone();
    for nth in 1..4 {
        assert_ne!(colours[nth], ground, "{colours}");
    }
}
